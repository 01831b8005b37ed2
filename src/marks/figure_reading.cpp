#include "marks/figure_reading.h"

#include <algorithm>

#include "marks/figure_digits.h"
#include "marks/number_lower.h"

namespace depesche {
namespace {

constexpr std::uint32_t longest_phrase = 4;  // words of a hedge or unit
constexpr std::uint32_t update_before = 8;   // how far before a figure "inzwischen" still belongs to it
constexpr std::uint32_t update_behind = 3;
constexpr std::uint32_t amount_before = 10;  // how far back "die Zahl der Toten" is looked for
constexpr std::uint32_t adjectives = 3;      // between a number and what it counts
constexpr std::uint32_t predicate_behind = 6;
constexpr std::uint32_t longest_word = 60;  // bytes

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::vector<Figure> FigureReading::run() {
    std::vector<Figure> figures;
    for (std::uint32_t at = 0; at < words_.size(); ++at) {
        if (words_[at].kind == WordKind::mark || words_[at].span.size() > longest_word || in_time(at)) continue;
        auto figure = figure_at(at);
        if (!figure) continue;
        figures.push_back(std::move(*figure));
        at = resume_ - 1;
        previous_end_ = resume_;
    }
    return figures;
}

std::string_view FigureReading::piece(std::uint32_t at) const { return text_.text.substr(words_[at].span.begin, words_[at].span.size()); }

std::string FigureReading::lower(std::uint32_t at) const {
    return words_[at].span.size() > longest_word ? std::string() : lower_word(piece(at));
}

bool FigureReading::same_sentence(std::uint32_t a, std::uint32_t b) const {
    return a < words_.size() && b < words_.size() && words_[a].sentence == words_[b].sentence;
}

bool FigureReading::touching(std::uint32_t at) const {
    return at > 0 && at < words_.size() && words_[at - 1].span.end == words_[at].span.begin;
}

const FigureSense* FigureReading::sense(std::uint32_t at, FigureRole role) const {
    return at < words_.size() ? lexicon_.find(lower(at), role) : nullptr;
}

std::string FigureReading::phrase(std::uint32_t first, std::uint32_t count) const {
    std::string joined;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i > 0) joined += ' ';
        joined += lower(first + i);
    }
    return joined;
}

// Words are asked in order, so that the times need to be walked through only once.
bool FigureReading::in_time(std::uint32_t at) {
    while (time_ < times_.size() && times_[time_].span.end <= words_[at].span.begin) ++time_;
    return time_ < times_.size() && times_[time_].span.overlaps(words_[at].span);
}

// ---- numbers ----

std::optional<Quantity> FigureReading::quantity(std::uint32_t at) const {
    if (at >= words_.size() || words_[at].kind == WordKind::mark || words_[at].span.size() > longest_word) return std::nullopt;
    std::optional<Quantity> found;
    if (words_[at].kind == WordKind::number) found = digits(at);
    else if (is_ascii_digit(piece(at).front())) found = mixed_word(at);
    else found = number_word(at);
    if (found && found->unit.empty() && !found->heads) extend(*found);
    return found;
}

// "11.000", "12 000", "4,5".
std::optional<Quantity> FigureReading::digits(std::uint32_t at) const {
    const auto value = digits_value(piece(at), language_.decimal_mark, language_.group_marks);
    if (!value) return std::nullopt;
    Quantity found;
    found.value = *value;
    found.end = at + 1;
    const bool blanks = language_.group_marks.find(' ') != std::string::npos && piece(at).size() <= 3 && *value > 0;
    while (blanks && found.end < words_.size() && words_[found.end].kind == WordKind::number && piece(found.end).size() == 3 &&
           words_[found.end].span.begin == words_[found.end - 1].span.end + 1 && found.end < at + 4) {
        const auto next = digits_value(std::string(1, '1').append(piece(found.end)), {}, {});
        if (!next) break;
        found.value = found.value * 1000 + *next - 1000;
        ++found.end;
    }
    found.text_end = words_[found.end - 1].span.end;
    return found;
}

// "44-Jährige", "2bn", "100m": digits with a unit or scale grown on.
std::optional<Quantity> FigureReading::mixed_word(std::uint32_t at) const {
    const std::string word = lower(at);
    const std::size_t size = static_cast<std::size_t>(
        std::ranges::find_if_not(word, [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; }) - word.begin());
    const auto value = digits_value(std::string_view(word).substr(0, size), language_.decimal_mark, language_.group_marks);
    if (!value || size == word.size()) return std::nullopt;
    const std::string_view rest = std::string_view(word).substr(size);
    Quantity found{*value, at + 1, words_[at].span.end, 1, false, false, false, {}};
    if (const FigureSense* scale = lexicon_.find(rest, FigureRole::scale)) {
        found.scale = scale->number;
        found.value *= scale->number;
        return found;
    }
    const FigureSense* unit = lexicon_.find(rest, FigureRole::unit);
    if (unit == nullptr) return std::nullopt;
    found.unit = unit->text;
    found.value *= unit->number;
    if (rest.front() == '-') found.text_end = words_[at].span.begin + static_cast<std::uint32_t>(size);
    return found;
}

std::optional<Quantity> FigureReading::number_word(std::uint32_t at) const {
    const std::string word = lower(at);
    Quantity found{1, at + 1, words_[at].span.end, 1, false, false, false, {}};
    if (const std::string_view heads = lexicon_.heads_in(word); !heads.empty()) {
        const auto value = lexicon_.numbers().parse(heads);
        if (!value) return std::nullopt;
        found.value = *value;
        found.heads = true;
        return found;
    }
    for (const FigureSense& sense : lexicon_.senses(word)) {
        if (sense.role == FigureRole::no_number) return std::nullopt;
        found.article = found.article || sense.role == FigureRole::article;
        if (sense.role == FigureRole::whole_share) {
            found.value = sense.number;
            found.share = true;
        }
        if (sense.role == FigureRole::scale && !words_[at].capital) found.value = found.scale = sense.number;
    }
    if (found.article || found.share) return found;
    if (const auto value = lexicon_.numbers().parse(word)) {
        found.value = *value;
        found.scale = 1;
        return found;
    }
    if (found.scale == 1) return std::nullopt;
    return found;
}

void FigureReading::extend(Quantity& found) const {
    const std::uint32_t first = found.end - 1;
    auto step = [&] { found.text_end = words_[found.end++].span.end; };
    if (found.share) return;
    if (same_sentence(first, found.end) && sense(found.end, FigureRole::half) != nullptr &&
        sense(found.end + 1, FigureRole::scale) != nullptr) {
        found.value *= 0.5;
        step();
    }
    while (same_sentence(first, found.end)) {
        const FigureSense* scale = sense(found.end, FigureRole::scale);
        if (scale == nullptr) break;
        found.value *= scale->number;
        found.scale *= scale->number;
        step();
        if (found.end < words_.size() && touching(found.end) && piece(found.end) == "." && same_sentence(first, found.end + 1)) step();
    }
    if (!same_sentence(first, found.end)) return;
    if (const FigureSense* fraction = sense(found.end, FigureRole::fraction); fraction != nullptr && fraction->number > 0) {
        found.value /= fraction->number;
        found.share = true;
        step();
    }
}

// ---- one figure ----

std::optional<Figure> FigureReading::figure_at(std::uint32_t at) {
    const std::optional<Quantity> first = quantity(at);
    if (!first) return std::nullopt;
    Draft draft;
    draft.first = at;
    draft.end = first->end;
    draft.article = first->article && first->scale == 1 && !first->share;
    draft.share = first->share;
    draft.scale = first->scale;
    draft.digits = words_[at].kind == WordKind::number;
    draft.figure.span = {words_[at].span.begin, first->text_end};
    draft.figure.value = first->value;
    draft.figure.unit = first->unit;
    if (first->unit.empty() && !first->heads) {
        take_range(draft, *first);
        take_currency(draft);
        take_unit(draft);
    }
    if (draft.share && at > previous_end_ && same_sentence(at, at - 1) && sense(at - 1, FigureRole::share_article) != nullptr) {
        draft.first = at - 1;
        draft.figure.span.begin = words_[at - 1].span.begin;
    }
    take_hedge(draft);
    take_counted(draft);
    if (first->heads && draft.figure.unit.empty() && !draft.figure.of_span.empty()) draft.figure.unit = "person";
    if (!accepts(draft)) return std::nullopt;
    draft.figure.update = is_update(draft);
    resume_ = draft.end;
    return draft.figure;
}

// "40 bis 50", "zwischen drei und vier Millionen": the scale of the second goes for the first as well.
void FigureReading::take_range(Draft& draft, const Quantity& first) const {
    const std::uint32_t at = draft.end;
    if (!same_sentence(draft.first, at) || first.article) return;
    const bool between =
        draft.first > 0 && same_sentence(draft.first, draft.first - 1) && sense(draft.first - 1, FigureRole::between) != nullptr;
    if (sense(at, between ? FigureRole::joint : FigureRole::range) == nullptr) return;
    const auto second = quantity(at + 1);
    if (!second || !same_sentence(draft.first, at + 1) || second->article || !second->unit.empty()) return;
    if (first.scale == 1 && second->scale != 1) draft.figure.value *= second->scale;
    if (second->value <= draft.figure.value) {
        draft.figure.value = first.value;
        return;
    }
    draft.figure.upper = second->value;
    draft.figure.kind = FigureKind::range;
    draft.end = second->end;
    draft.scale = second->scale;
    draft.figure.span.end = second->text_end;
    draft.dashed = words_[at].kind == WordKind::mark;
    if (between) draft.figure.span.begin = words_[draft.first - 1].span.begin;
}

// "CHF 3'400", "$4.5 billion", "Fr. 200".
void FigureReading::take_currency(Draft& draft) const {
    if (draft.first == 0) return;
    std::uint32_t at = draft.first - 1;
    if (piece(at) == "." && touching(at)) --at;
    if (at < previous_end_ || !same_sentence(at, draft.first)) return;
    const FigureSense* currency = sense(at, FigureRole::currency);
    if (currency == nullptr) return;
    draft.figure.unit = currency->text;
    draft.figure.span.begin = words_[at].span.begin;
    draft.first = at;
    if (at > previous_end_ && touching(at) && sense(at - 1, FigureRole::currency) != nullptr) {  // "US$"
        draft.first = at - 1;
        draft.figure.span.begin = words_[at - 1].span.begin;
    }
}

void FigureReading::take_unit(Draft& draft) const {
    if (!draft.figure.unit.empty()) return;
    if (draft.first > previous_end_ && sense(draft.first - 1, FigureRole::minus) != nullptr) {
        draft.figure.value = -draft.figure.value;
        draft.figure.span.begin = words_[--draft.first].span.begin;
    }
    for (std::uint32_t count = longest_phrase; count > 0; --count) {
        if (!same_sentence(draft.first, draft.end + count - 1)) continue;
        const FigureSense* unit = lexicon_.find(phrase(draft.end, count), FigureRole::unit);
        if (unit == nullptr && count == 1 && sense(draft.end + 1, FigureRole::age_unit) != nullptr) {
            unit = lexicon_.find(phrase(draft.end, count), FigureRole::age_unit);
        }
        if (unit == nullptr) continue;
        draft.figure.unit = unit->role == FigureRole::age_unit ? "year" : unit->text;
        if (unit->role == FigureRole::unit && unit->number != 1) {
            draft.figure.value *= unit->number;
            if (draft.figure.upper) *draft.figure.upper *= unit->number;
        }
        draft.end += count;
        draft.figure.span.end = words_[draft.end - 1].span.end;
        return;
    }
}

// The longest row of words before the number that is a hedge: "etwas mehr als".
void FigureReading::take_hedge(Draft& draft) const {
    const std::uint32_t number =
        draft.figure.kind == FigureKind::range && draft.first > 0 && sense(draft.first - 1, FigureRole::between) != nullptr
            ? draft.first - 1
            : draft.first;
    for (std::uint32_t count = std::min(longest_phrase, number); count > 0; --count) {
        const std::uint32_t begin = number - count;
        const bool dot = piece(number - 1) == ".";  // "Ca. 25": an abbreviation that begins a sentence may look like its end
        if (begin < previous_end_ || (!same_sentence(begin, number) && !dot)) continue;
        const FigureSense* hedge = lexicon_.find(phrase(begin, count), FigureRole::hedge);
        if (hedge == nullptr) continue;
        if (draft.figure.kind != FigureKind::range) draft.figure.kind = hedge->kind;
        draft.figure.span.begin = words_[begin].span.begin;
        draft.first = begin;
        return;
    }
}

bool FigureReading::take_noun(Draft& draft, std::uint32_t at, bool listed_only) const {
    if (!same_sentence(draft.first, at) || words_[at].kind != WordKind::word || words_[at].span.size() > longest_word) return false;
    const std::string word = lower(at);
    const FigureSense* noun = lexicon_.find(word, FigureRole::noun);
    if (lexicon_.capital_nouns() && !words_[at].capital) return false;
    if (noun == nullptr) {
        const bool may_be = lexicon_.capital_nouns()
                                ? words_[at].capital
                                : !words_[at].capital && word.size() > 3 && word.ends_with('s') && !language_.stop_words.contains(word);
        if (listed_only || !may_be) return false;
    }
    draft.figure.of = noun != nullptr ? std::string(noun->text) : lexicon_.lemma(word);
    draft.figure.of_span = words_[at].span;
    draft.single = noun != nullptr && noun->single;
    if (noun != nullptr && noun->person && draft.figure.unit.empty() && !draft.share) draft.figure.unit = "person";
    return true;
}

// What is counted: the noun behind the number, adjectives between them skipped ("drei schwer verletzte Bergleute").
void FigureReading::take_counted(Draft& draft) const {
    const bool part = draft.share || draft.figure.unit == "%";
    if (part) return take_part_of(draft);
    if (!draft.figure.unit.empty()) return;
    if (take_noun(draft, draft.end, false)) return;
    std::uint32_t at = draft.end;
    for (std::uint32_t skipped = 0; skipped < adjectives; ++skipped, ++at) {
        if (!same_sentence(draft.first, at) || words_[at].kind != WordKind::word || words_[at].capital ||
            language_.stop_words.contains(lower(at)))
            break;
        if (take_noun(draft, at + 1, !lexicon_.capital_nouns() || skipped > 0)) return;
    }
    take_amount_of(draft);
    if (draft.figure.of_span.empty()) take_predicate(draft);
}

// "ein Fünftel der Haushalte", "20 Prozent der Befragten".
void FigureReading::take_part_of(Draft& draft) const {
    std::uint32_t at = draft.end;
    if (!same_sentence(draft.first, at) || sense(at, FigureRole::genitive) == nullptr) return;
    for (std::uint32_t skipped = 0; skipped <= adjectives; ++skipped) {
        if (take_noun(draft, ++at, skipped == adjectives)) return;
    }
}

// "Die Zahl der Toten stieg auf vier."
void FigureReading::take_amount_of(Draft& draft) const {
    const std::uint32_t begin = draft.first > amount_before ? draft.first - amount_before : 0;
    for (std::uint32_t at = draft.first; at-- > begin;) {
        if (!same_sentence(at, draft.first)) return;
        if (sense(at, FigureRole::amount_of) == nullptr) continue;
        if (sense(at + 1, FigureRole::genitive) != nullptr) {
            if (take_noun(draft, at + 2, false) || take_noun(draft, at + 3, false)) return;
            take_noun(draft, at + 2, true);
        }
        return;
    }
}

// "Neun liegen verletzt in Kliniken", "sieben weitere wurden verletzt", "vier von ihnen schwer": no noun, but a word that says what became
// of them. Another noun, number or mark between them ends the look.
void FigureReading::take_predicate(Draft& draft) const {
    if (draft.article) return;
    bool of_them = false;
    for (std::uint32_t at = draft.end; at < draft.end + predicate_behind && same_sentence(draft.first, at); ++at) {
        if (words_[at].kind != WordKind::word || words_[at].capital) return;
        const FigureSense* said = sense(at, FigureRole::predicate);
        if (said == nullptr && of_them) said = sense(at, FigureRole::degree);
        if (said != nullptr) {
            draft.figure.of = said->text;
            draft.figure.of_span = words_[at].span;
            draft.figure.unit = "person";
            return;
        }
        of_them = of_them || sense(at, FigureRole::of_them) != nullptr;
    }
}

// ---- what is a figure, and what it replaces ----

// "3:2", "Platz 3", "3. Platz", "0512 7733", "Nr. 5".
bool FigureReading::is_name_or_score(std::uint32_t at, std::uint32_t end) const {
    auto is_mark = [&](std::uint32_t i, std::string_view marks) {
        return i < words_.size() && words_[i].kind == WordKind::mark && marks.find(piece(i)) != std::string_view::npos;
    };
    if (at > 0 && touching(at) && is_mark(at - 1, ":/§#.")) return true;
    if (is_mark(end, ":/") && touching(end)) return true;
    if (is_mark(end, ".") && touching(end) && same_sentence(at, end + 1) && words_[at].kind == WordKind::number) return true;
    if (end < words_.size() && words_[end].kind == WordKind::number && same_sentence(at, end)) return true;
    if (at == 0 || !same_sentence(at, at - 1)) return false;
    if (words_[at - 1].kind == WordKind::number) return true;
    const bool dot = is_mark(at - 1, ".") && at > 1;
    return sense(dot ? at - 2 : at - 1, FigureRole::no_figure) != nullptr || is_mark(at - 1, "§");
}

bool FigureReading::accepts(const Draft& draft) const {
    const bool unit = !draft.figure.unit.empty() && draft.figure.unit != "person";
    if (draft.article) return draft.single;
    if (draft.share) return true;
    if (unit) return true;
    if (is_name_or_score(draft.first, draft.end)) return false;
    const bool counted = !draft.figure.of_span.empty();
    const bool ahead = counted && draft.figure.of_span.begin < draft.figure.span.begin;  // "die Zahl der Toten stieg auf vier"
    if (draft.dashed && !counted) return false;
    if (counted && !ahead) return true;
    const bool bare =
        draft.first > 0 && same_sentence(draft.first, draft.first - 1) && sense(draft.first - 1, FigureRole::bare_before) != nullptr;
    return bare && (ahead || is_update(draft));
}

bool FigureReading::is_update(const Draft& draft) const {
    if (draft.first > 0 && sense(draft.first - 1, FigureRole::difference) != nullptr) return false;
    const std::uint32_t first = std::max(previous_end_, draft.first > update_before ? draft.first - update_before : 0);
    for (std::uint32_t at = first; at < draft.first; ++at) {
        if (!same_sentence(at, draft.first)) continue;
        for (std::uint32_t count = 1; count <= 2 && at + count <= draft.first; ++count) {
            if (lexicon_.find(phrase(at, count), FigureRole::update) != nullptr) return true;
        }
    }
    for (std::uint32_t at = draft.end; at < draft.end + update_behind; ++at) {
        if (!same_sentence(at, draft.first)) break;
        if (sense(at, FigureRole::update_after) != nullptr) return true;
    }
    return false;
}

}  // namespace depesche
