#include "marks/figure_reading.h"

#include <algorithm>

#include "marks/number_lower.h"

namespace depesche {
namespace {

constexpr std::uint32_t longest_phrase = 4;  // words of a hedge or unit
constexpr std::uint32_t update_before = 8;   // how far before a figure "inzwischen" still belongs to it
constexpr std::uint32_t update_behind = 3;
constexpr std::uint32_t amount_before = 10;  // how far back "die Zahl der Toten" is looked for
constexpr std::uint32_t adjectives = 3;      // between a number and what it counts
constexpr std::uint32_t predicate_behind = 6;
}  // namespace

std::vector<Figure> FigureReading::run() {
    std::vector<Figure> figures;
    for (std::uint32_t at = 0; at < words_.size(); ++at) {
        if (words_[at].kind == WordKind::mark || words_[at].span.size() > longest_word || in_time(at)) continue;
        auto figure = figure_at(at);
        if (!figure) continue;
        counted_before_ = *figure;
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

// ---- one figure ----

std::optional<Figure> FigureReading::figure_at(std::uint32_t at) {
    const std::optional<Quantity> first = quantity(at);
    if (!first || is_vague(at, *first)) return std::nullopt;
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
    if (first->about) draft.figure.kind = FigureKind::about;
    if (first->unit.empty() && !first->heads) {
        take_range(draft, *first);
        take_currency(draft);
        if (!takes_unit_of_next(draft)) take_unit(draft);
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
    previous_first_ = draft.first;
    previous_difference_ = draft.first > 0 && sense(draft.first - 1, FigureRole::difference) != nullptr;
    return draft.figure;
}

// "Mehrere hundert": a scale of which nobody counted how many.
bool FigureReading::is_vague(std::uint32_t first, const Quantity& number) const {
    constexpr double least_scale = 100;
    return number.value >= least_scale && words_[first].kind == WordKind::word && number.end == first + 1 && first > 0 &&
           same_sentence(first, first - 1) && sense(first - 1, FigureRole::vague) != nullptr;
}

// "Von 900 auf 1100 Euro": the unit of the second is that of the first.
bool FigureReading::takes_unit_of_next(Draft& draft) const {
    if (!draft.figure.unit.empty() || draft.first == 0 || sense(draft.first - 1, FigureRole::difference) == nullptr) return false;
    if (!same_sentence(draft.first, draft.end + 1) || sense(draft.end, FigureRole::onward) == nullptr) return false;
    const auto next = quantity(draft.end + 1);
    if (!next || !next->unit.empty() || next->share || next->article || !same_sentence(draft.first, next->end)) return false;
    const FigureSense* unit = sense(next->end, FigureRole::unit);
    if (unit == nullptr) return false;
    draft.figure.unit = unit->text;
    draft.figure.value *= unit->number * (draft.scale == 1 ? next->scale : 1);
    return true;
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
    const FigureSense* country = at > previous_end_ && touching(at) ? lexicon_.find(phrase(at - 1, 2), FigureRole::currency) : nullptr;
    if (country != nullptr) draft.figure.unit = country->text;  // "A$"
    if (country != nullptr) draft.figure.span.begin = words_[--draft.first].span.begin;
    if (country == nullptr && at > previous_end_ && touching(at) && sense(at - 1, FigureRole::currency) != nullptr) {  // "US$"
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
    if (draft.first > previous_end_ && sense(draft.first - 1, FigureRole::plus) != nullptr)
        draft.figure.span.begin = words_[--draft.first].span.begin;
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
    if (!same_sentence(draft.end - 1, at) || words_[at].kind != WordKind::word || words_[at].span.size() > longest_word) return false;
    const std::string word = lower(at);
    const FigureSense* noun = lexicon_.find(word, FigureRole::noun);
    if (lexicon_.capital_nouns() && !words_[at].capital) return false;
    std::string compound;  // "Sitzplätze": what "Plätze" are, with what stands before it
    if (noun == nullptr && lexicon_.capital_nouns()) noun = lexicon_.compound(word, compound);
    if (noun == nullptr) {
        const bool may_be = lexicon_.capital_nouns() ? words_[at].capital
                                                     : !words_[at].capital && word.size() > 3 && lexicon_.is_plural(word) &&
                                                           !language_.stop_words.contains(word);
        if (listed_only || !may_be) return false;
    }
    draft.figure.of = !compound.empty() ? compound : noun != nullptr ? std::string(noun->text) : lexicon_.lemma(word);
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
    if (draft.figure.of_span.empty()) take_of_them(draft);
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

// "54 Sitzplätze, neun davon": what the figure before it counts.
void FigureReading::take_of_them(Draft& draft) const {
    constexpr std::uint32_t behind = 2;  // words: "of them"
    if (draft.article || counted_before_.of.empty() || !same_sentence(previous_first_, draft.first)) return;
    for (std::uint32_t at = draft.end; at < draft.end + behind && same_sentence(draft.first, at); ++at) {
        if (sense(at, FigureRole::of_them) == nullptr) continue;
        draft.figure.of = counted_before_.of;
        draft.figure.of_span = counted_before_.of_span;
        draft.figure.unit = counted_before_.unit;
        draft.of_them = true;
        return;
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
    if (draft.of_them) return true;
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
    // "Stieg um 20 auf 60": the verb before the difference is the count's as well.
    const bool behind_difference = previous_difference_ && draft.first > previous_end_ && draft.first - previous_end_ <= 2;
    const std::uint32_t free = behind_difference ? (previous_first_ > update_before ? previous_first_ - update_before : 0) : previous_end_;
    const std::uint32_t first = std::max(free, draft.first > update_before ? draft.first - update_before : 0);
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
