#include "brief/utterance.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr float sure = 0.5F;  // below it, marks say, a speaker is unsure

bool is_pause(std::string_view mark) {
    constexpr std::string_view pauses[] = {",", ";", ":", "–", "—", "-", "(", ")"};
    return std::ranges::find(pauses, mark) != std::end(pauses);
}

bool is_stop(std::string_view mark) { return mark == "." || mark == "!" || mark == "?"; }

void add_words(const StoryText& text, std::uint32_t report, Span part, std::vector<UtteredWord>& out) {
    const MarkText& marked = text.reports()[report].text;
    const std::vector<std::uint32_t> forms = text.forms_in(report, part);
    std::size_t next = 0;
    bool clause = !out.empty();
    bool sentence = out.empty();
    bool in_brackets = false;
    for (std::uint32_t w = marked.tokens.word_at(part.begin); w < marked.tokens.words.size() && marked.tokens.words[w].span.begin < part.end; ++w) {
        const Word& word = marked.tokens.words[w];
        const std::string_view written = marked.text.substr(word.span.begin, word.span.size());
        if (word.kind == WordKind::mark) {
            in_brackets = written == "[" || (in_brackets && written != "]");
            clause = clause || is_pause(written);
            sentence = sentence || is_stop(written);
            continue;
        }
        const std::uint32_t form = forms[next++];
        if (in_brackets) continue;
        out.push_back({word.span, form, clause, sentence});
        clause = sentence = false;
    }
}

bool in_display(const MarkText& text, std::uint32_t at) {
    const auto passage = std::ranges::partition_point(text.passages, [&](const Passage& p) { return p.span.end <= at; });
    if (passage == text.passages.end()) return false;
    return passage->kind == PassageKind::headline || passage->kind == PassageKind::crosshead;
}

// The words at the quote without an article or other small word before them: "der Krisenstab" -> "Krisenstab".
std::string speaker_words(const StoryText& text, std::uint32_t report, const Quote& quote) {
    const Prepared& source = text.reports()[report];
    std::string whole;
    for (const Span span : quote.speaker) {
        std::vector<Span> words = text.word_spans_in(report, span);
        std::vector<std::string> lower;
        for (const Span word : words) lower.push_back(to_lower(source.text.text.substr(word.begin, word.size())));
        std::size_t first = 0;
        while (first < words.size() && source.language->stop_words.contains(lower[first])) ++first;
        if (first == words.size()) continue;
        if (!whole.empty()) whole += ' ';
        whole += source.text.text.substr(words[first].begin, words.back().end - words[first].begin);
    }
    std::ranges::replace(whole, '\n', ' ');
    return whole;
}

// The person, or else the last organisation, whose name stands in the speaker's words: "Kremlsprecher Dmitri Lund" is Dmitri Lund.
std::optional<std::uint32_t> named_in(const StoryText& text, std::uint32_t report, const Quote& quote) {
    const Marks& marks = text.reports()[report].marks;
    std::optional<std::uint32_t> found;
    for (const Span at : quote.speaker) {
        auto name = std::ranges::partition_point(marks.names, [&](const Name& n) { return n.span.end <= at.begin; });
        for (; name != marks.names.end() && name->span.overlaps(at); ++name) {
            if (name->kind == NameKind::person) return text.names().group_of(report, name->entity);
            if (name->kind == NameKind::organisation) found = text.names().group_of(report, name->entity);
        }
    }
    return found;
}

void find_speaker(const StoryText& text, const Quote& quote, Utterance& out) {
    if (quote.confidence < sure || (quote.speaker.empty() && !quote.speaker_entity)) return;
    if (quote.speaker_entity) out.group = text.names().group_of(out.report, *quote.speaker_entity);
    const std::optional<std::uint32_t> named = named_in(text, out.report, quote);
    if (!out.group) out.group = named;
    out.by_name = named.has_value();
    out.speaker = speaker_words(text, out.report, quote);
}

}  // namespace

std::vector<Utterance> find_utterances(const StoryText& text) {
    std::vector<Utterance> found;
    for (std::uint32_t r = 0; r < text.reports().size(); ++r) {
        const Prepared& report = text.reports()[r];
        for (std::uint32_t q = 0; q < report.marks.quotes.size(); ++q) {
            const Quote& quote = report.marks.quotes[q];
            Utterance utterance;
            utterance.report = r;
            utterance.quote = q;
            utterance.direct = quote.type == QuoteType::direct;
            utterance.confidence = quote.confidence;
            for (const Span part : quote.parts) add_words(text, r, part, utterance.words);
            if (utterance.words.empty()) continue;
            utterance.display = in_display(report.text, quote.parts.front().begin);
            find_speaker(text, quote, utterance);
            found.push_back(std::move(utterance));
        }
    }
    return found;
}

}  // namespace depesche
