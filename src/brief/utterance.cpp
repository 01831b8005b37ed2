#include "brief/utterance.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "brief/bending.h"

namespace depesche {
namespace {

constexpr float sure = 0.5F;  // below it, marks say, a speaker is unsure
constexpr std::size_t shortest_noun = 4;

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
    for (std::uint32_t w = marked.tokens.word_at(part.begin);
         w < marked.tokens.words.size() && marked.tokens.words[w].span.begin < part.end; ++w) {
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

// Without words that hang on behind: "Rettungsdienstes in Kliniken" of "nach Angaben des Rettungsdienstes in Kliniken geflogen", but
// "Polizei in Veitlach", where a name stands behind.
std::size_t end_of_label(const StoryText& text, std::uint32_t report, std::span<const Span> words, std::span<const std::string> lower,
                         std::size_t first) {
    const Prepared& source = text.reports()[report];
    for (std::size_t i = first + 1; i + 1 < words.size(); ++i) {
        const bool name = std::ranges::any_of(source.marks.names, [&](const Name& n) { return n.span.overlaps(words[i + 1]); });
        if (text.words_of(report).locative.contains(lower[i]) && !name && !source.language->stop_words.contains(lower[i + 1])) return i;
    }
    return words.size();
}

// What stood at the speaker's words: the article among or right before them, and whether they are named as a source.
BentWords bent_at(const StoryText& text, std::uint32_t report, const Quote& quote, std::span<const std::string> skipped,
                  const Bending& bending) {
    const Prepared& source = text.reports()[report];
    BentWords at;
    at.named_a_source = quote.speaker.size() > 1 || std::ranges::any_of(quote.cue, [&](Span cue) {
                            return bending.is_source_cue(to_lower(source.text.text.substr(cue.begin, cue.size())));
                        });
    if (!skipped.empty()) at.before = skipped.back();
    const std::uint32_t first = source.text.tokens.word_at(quote.speaker.back().begin);
    if (skipped.empty() && first > 0) {
        const Span before = source.text.tokens.words[first - 1].span;
        at.before = to_lower(source.text.text.substr(before.begin, before.size()));
    }
    return at;
}

// "Der 71-Jährige": stands for somebody named before, and reads badly without its article.
bool is_stand_in(const StoryText& text, std::uint32_t report, const std::string& word) {
    return std::ranges::any_of(text.words_of(report).stand_in, [&](std::string_view ending) { return word.ends_with(ending); });
}

// The words at the quote without an article or other small word before them, as they stand alone: "der Krisenstab" -> "Krisenstab".
std::string speaker_words(const StoryText& text, std::uint32_t report, const Quote& quote) {
    const Prepared& source = text.reports()[report];
    if (quote.speaker.empty()) return {};
    // The last span says who; one before it is a source word ("Angaben").
    const std::vector<Span> words = text.word_spans_in(report, quote.speaker.back());
    std::vector<std::string> lower;
    for (const Span word : words) lower.push_back(to_lower(source.text.text.substr(word.begin, word.size())));
    std::size_t first = 0;
    while (first < words.size() && source.language->stop_words.contains(lower[first])) ++first;
    if (first == words.size()) return {};
    const Bending bending(*source.language);
    const BentWords at = bent_at(text, report, quote, std::span(lower).first(first), bending);
    const std::size_t end = end_of_label(text, report, words, lower, first);
    std::string whole(source.text.text.substr(words[first].begin, words[end - 1].end - words[first].begin));
    std::ranges::replace(whole, '\n', ' ');
    if (end == first + 1 && is_stand_in(text, report, lower[first])) {
        return text.words_of(report).article.contains(at.before) ? at.before + ' ' + whole : whole;
    }
    return bending.alone(std::move(whole), at);
}

// "Angaben des Unternehmens": the source words of a quote take the speaker in the genitive; the text's own nominative is shown instead
// where it has one ("das Unternehmen").
std::string nominative(const StoryText& text, std::uint32_t report, const Quote& quote, std::string words) {
    if (quote.speaker.size() < 2 || words.find(' ') != std::string::npos) return words;
    const Prepared& source = text.reports()[report];
    for (const std::string_view ending : {"es", "s"}) {
        if (words.size() < ending.size() + shortest_noun || !words.ends_with(ending)) continue;
        const std::string bare = words.substr(0, words.size() - ending.size());
        const bool stands = std::ranges::any_of(
            source.text.tokens.words, [&](const Word& w) { return source.text.text.substr(w.span.begin, w.span.size()) == bare; });
        if (stands) return bare;
    }
    return words;
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

// Roles, folded, and the groups that the texts bind them to.
using Roles = std::map<std::string, std::set<std::uint32_t>, std::less<>>;

Roles roles_in(const StoryText& text) {
    Roles roles;
    for (std::uint32_t r = 0; r < text.reports().size(); ++r) {
        const Prepared& report = text.reports()[r];
        for (std::uint32_t e = 0; e < report.marks.entities.size(); ++e) {
            for (const Span role : report.marks.entities[e].roles) {
                roles[fold(report.text.text.substr(role.begin, role.size()))].insert(text.names().group_of(r, e));
            }
        }
    }
    return roles;
}

// The quote names its speaker by a role that the story's texts give to others alone.
bool has_role_of_another(const Roles& roles, const Utterance& u) {
    const auto known = roles.find(fold(u.speaker));
    return u.group && known != roles.end() && !known->second.contains(*u.group);
}

// The one person whom the story's texts give the role that the quote names instead of a name: "sagte die Richterin". People whom two desks
// name differently count as one.
std::optional<std::uint32_t> only_one_of_role(const StoryText& text, const Roles& roles, const std::string& role) {
    const auto known = roles.find(fold(role));
    if (known == roles.end()) return std::nullopt;
    const std::uint32_t first = *known->second.begin();
    const bool one = std::ranges::all_of(known->second, [&](std::uint32_t group) {
        return text.names().groups()[group].kind == NameKind::person && text.names().may_be_one(first, group);
    });
    return one ? std::optional(first) : std::nullopt;
}

std::uint32_t overlap(Span a, Span b) { return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0; }

// A sentence in the reporter's words around the speaker's own: its direct quotes are there already.
bool frames_direct(const Prepared& report, const Quote& quote) {
    if (quote.type == QuoteType::direct) return false;
    std::uint32_t size = 0;
    std::uint32_t quoted = 0;
    for (const Span part : quote.parts) {
        size += part.size();
        for (const Quote& other : report.marks.quotes) {
            if (other.type != QuoteType::direct) continue;
            for (const Span inner : other.parts) quoted += overlap(inner, part);
        }
    }
    return 2 * quoted > size;
}

void find_speaker(const StoryText& text, const Roles& roles, const Quote& quote, Utterance& out) {
    if (quote.confidence < sure || (quote.speaker.empty() && !quote.speaker_entity)) return;
    if (quote.speaker_entity) out.group = text.names().group_of(out.report, *quote.speaker_entity);
    const std::optional<std::uint32_t> named = named_in(text, out.report, quote);
    if (!out.group) out.group = named;
    out.by_name = named.has_value();
    out.speaker = nominative(text, out.report, quote, speaker_words(text, out.report, quote));
    if (!named && has_role_of_another(roles, out)) out.group.reset();
    if (out.group) return;
    out.group = only_one_of_role(text, roles, out.speaker);
    out.by_name = out.group.has_value();
}

}  // namespace

std::vector<Utterance> find_utterances(const StoryText& text) {
    const Roles roles = roles_in(text);
    std::vector<Utterance> found;
    for (std::uint32_t r = 0; r < text.reports().size(); ++r) {
        const Prepared& report = text.reports()[r];
        for (std::uint32_t q = 0; q < report.marks.quotes.size(); ++q) {
            const Quote& quote = report.marks.quotes[q];
            const bool again = q > 0 && report.marks.quotes[q - 1].parts == quote.parts && report.marks.quotes[q - 1].type == quote.type;
            if (again || frames_direct(report, quote)) continue;
            Utterance utterance;
            utterance.report = r;
            utterance.quote = q;
            utterance.direct = quote.type == QuoteType::direct;
            utterance.confidence = quote.confidence;
            for (const Span part : quote.parts) add_words(text, r, part, utterance.words);
            if (utterance.words.empty()) continue;
            utterance.display = in_display(report.text, quote.parts.front().begin);
            find_speaker(text, roles, quote, utterance);
            found.push_back(std::move(utterance));
        }
    }
    return found;
}

}  // namespace depesche
