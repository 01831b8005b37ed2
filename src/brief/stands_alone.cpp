#include "brief/stands_alone.h"

#include <algorithm>
#include <array>

#include "base/begin_of.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::uint32_t fewest_units = 4;
constexpr std::uint32_t most_units = 60;
constexpr double most_quoted = 0.45;

std::uint32_t overlap(Span a, Span b) { return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0; }

std::string_view view(const Prepared& report, Span span) { return report.text.text.substr(span.begin, span.size()); }

// Ends as a statement does; a key point may end without a mark.
bool is_whole(std::string_view sentence, PassageKind kind) {
    constexpr std::array<std::string_view, 6> closing = {"“", "”", "«", "»", "\"", ")"};
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view mark : closing) {
            if (!sentence.ends_with(mark)) continue;
            sentence.remove_suffix(mark.size());
            cut = true;
        }
    }
    if (sentence.empty() || sentence.ends_with("...") || sentence.ends_with("…")) return false;
    if (sentence.back() == '.' || sentence.back() == '!') return true;
    return kind == PassageKind::keypoint && sentence.back() != '?' && sentence.back() != ':';
}

// A quotation mark that opens and does not close, or the other way round: the sentence is a piece of a longer quote.
bool is_torn_quote(std::string_view sentence) {
    int straight = 0;
    int guillemets = 0;
    int low = 0;
    int high = 0;
    for (std::size_t at = 0; at < sentence.size();) {
        const char32_t c = next_code_point(sentence, at);
        straight += c == U'"';
        guillemets += c == U'«' || c == U'»';
        low += c == U'„';
        high += c == U'“' || c == U'”';
    }
    return straight % 2 != 0 || guillemets % 2 != 0 || (low > 0 ? low != high : high % 2 != 0);
}

// The first word, or the second behind an article: a preposition before it makes it something else.
bool is_subject_like(const StoryText& text, const Line& line, std::size_t place) {
    if (place == 0) return true;
    const TextUnit& before = text.units_of(line)[place - 1];
    return before.kind == UnitKind::word && text.words_of(line.report).article.contains(text.vocabulary().form(before.id).folded);
}

// A pronoun for somebody whom the sentence does not name before it. A sentence that begins with a noun or a name ("Der Lotse", "Die
// Reederei Nord") has somebody; one that begins otherwise ("Nach eigener Zählung") has when a name of a person or organisation comes first.
bool leans_on_pronoun(const StoryText& text, const Line& line, const BriefWords& known) {
    const Prepared& report = text.reports()[line.report];
    std::size_t place = 0;
    for (const TextUnit& unit : text.units_of(line)) {
        const std::string_view written = view(report, unit.span);
        if (unit.kind == UnitKind::name && text.names().groups()[unit.id].kind != NameKind::place) return false;
        if (unit.kind == UnitKind::word && known.pronoun.contains(to_lower(written))) return true;
        if (unit.kind == UnitKind::word && place <= 1 && !unit.stop && begins_upper(written) && is_subject_like(text, line, place))
            return false;
        ++place;
    }
    return false;
}

// "Der 58-Jährige": an article and a word that stands for somebody.
bool begins_with_stand_in(const BriefWords& known, std::span<const std::string> lower) {
    return std::ranges::any_of(lower.first(std::min<std::size_t>(lower.size(), 3)), [&](const std::string& word) {
        return std::ranges::any_of(known.stand_in, [&](std::string_view ending) { return word.ends_with(ending); });
    });
}

bool addresses_reader(const Prepared& report, const BriefWords& known, std::span<const Word> words) {
    bool first = true;
    for (const Word& word : words) {
        if (word.kind == WordKind::mark) {
            first = true;  // behind a colon or an opening quotation mark every word may be a capital
            continue;
        }
        const std::string_view written = view(report, word.span);
        const bool is_address = known.address.contains(to_lower(written)) || (!first && known.formal.contains(written));
        if (is_address && quoted_share(report, word.span) == 0) return true;
        first = false;
    }
    return false;
}

}  // namespace

bool is_statement(PassageKind kind) {
    return kind == PassageKind::body || kind == PassageKind::standfirst || kind == PassageKind::keypoint;
}

double quoted_share(const Prepared& report, Span span) {
    std::uint32_t quoted = 0;
    for (const Quote& quote : report.marks.quotes) {
        if (quote.type != QuoteType::direct) continue;
        if (quote.parts.front().begin >= span.end) break;
        for (const Span part : quote.parts) quoted += overlap(part, span);
    }
    return span.empty() ? 0 : static_cast<double>(quoted) / span.size();
}

bool stands_alone(const StoryText& text, const Line& line) {
    const Prepared& report = text.reports()[line.report];
    const std::uint32_t units = line.last_unit - line.first_unit;
    if (!is_statement(line.kind) || units < fewest_units || units > most_units) return false;
    const std::string_view sentence = view(report, line.span);
    if (sentence.find('\n') != std::string_view::npos || !is_whole(sentence, line.kind) || is_torn_quote(sentence)) return false;
    if (quoted_share(report, line.span) > most_quoted) return false;

    const std::span<const Word> words = report.text.tokens.words_of(report.text.tokens.sentences[line.sentence]);
    const std::vector<std::string> lower = lower_words(report.text.text, words);
    std::vector<std::string_view> written;
    for (const Word& word : words) {
        if (word.kind != WordKind::mark) written.push_back(view(report, word.span));
    }
    const BriefWords& known = text.words_of(line.report);
    if (lower.empty() || (!begins_upper(written.front()) && words.front().kind != WordKind::number)) return false;
    return known.opening.match(lower) == 0 && !leans_on_pronoun(text, line, known) && !begins_with_stand_in(known, lower) &&
           !known.pointer.within(lower) && !addresses_reader(report, known, words);
}

}  // namespace depesche
