// The number of a figure: digits, words, scales, halves and fractions in a row.
#include "marks/figure_reading.h"

#include <algorithm>

#include "marks/figure_digits.h"

namespace depesche {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

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
    Quantity found{*value, at + 1, words_[at].span.end, 1, false, false, false, false, {}};
    const bool money = touching(at) && sense(at - 1, FigureRole::currency) != nullptr;  // "$1.5m", not "1.5m"
    const FigureSense* scale = lexicon_.find(rest, FigureRole::scale);
    if (scale == nullptr && money) scale = lexicon_.find(rest, FigureRole::money_scale);
    if (scale != nullptr) {
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
    Quantity found{1, at + 1, words_[at].span.end, 1, false, false, false, false, {}};
    if (const std::string_view heads = lexicon_.heads_in(word); !heads.empty()) {
        const auto value = lexicon_.numbers().parse(heads);
        if (!value) return std::nullopt;
        found.value = *value;
        found.heads = true;
        return found;
    }
    if (const auto fraction = hyphened_fraction(word)) {
        found.value = *fraction;
        found.share = true;
        return found;
    }
    for (const FigureSense& sense : lexicon_.senses(word)) {
        if (sense.role == FigureRole::no_number && !is_zero_of_unit(at)) return std::nullopt;
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

// "Two-thirds".
std::optional<double> FigureReading::hyphened_fraction(std::string_view word) const {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
    const FigureSense* fraction = lexicon_.find(word.substr(hyphen + 1), FigureRole::fraction);
    const auto count = lexicon_.numbers().parse(word.substr(0, hyphen));
    if (fraction == nullptr || fraction->number <= 0 || !count || *count < 1) return std::nullopt;
    return *count / fraction->number;
}

// "Null Grad": nothing of a unit is a figure, nothing of a noun is none.
bool FigureReading::is_zero_of_unit(std::uint32_t at) const {
    return lexicon_.numbers().parse(lower(at)) == 0.0 && same_sentence(at, at + 1) && sense(at + 1, FigureRole::unit) != nullptr;
}

// "A quarter of a million", "half a dozen": the share of a scale is a number, no share.
bool FigureReading::take_share_of_scale(Quantity& found) const {
    std::uint32_t at = found.end;
    if (!same_sentence(found.end - 1, at)) return false;
    if (sense(at, FigureRole::genitive) != nullptr) ++at;
    if (sense(at, FigureRole::article) == nullptr || !same_sentence(found.end - 1, at + 1)) return false;
    const FigureSense* scale = sense(at + 1, FigureRole::scale);
    if (scale == nullptr) return false;
    found.value *= scale->number;
    found.scale = scale->number;
    found.share = false;
    found.article = false;
    found.end = at + 2;
    found.text_end = words_[at + 1].span.end;
    return true;
}

// "Two and a half million": words that add a half.
void FigureReading::take_and_a_half(Quantity& found) const {
    const std::uint32_t at = found.end;
    if (found.scale != 1 || !same_sentence(at - 1, at + 2) || sense(at, FigureRole::joint) == nullptr) return;
    const FigureSense* share = sense(at + 2, FigureRole::whole_share);
    if (sense(at + 1, FigureRole::article) == nullptr || share == nullptr) return;
    found.value += share->number;
    found.end = at + 3;
    found.text_end = words_[at + 2].span.end;
}

void FigureReading::extend(Quantity& found) const {
    if (found.share && take_share_of_scale(found)) return;
    if (found.share) return;
    const bool hedged = found.article && same_sentence(found.end - 1, found.end + 1) && sense(found.end, FigureRole::hedged) != nullptr;
    if (hedged && (sense(found.end + 1, FigureRole::fraction) != nullptr || sense(found.end + 1, FigureRole::scale) != nullptr)) {
        found.about = true;
        found.text_end = words_[found.end++].span.end;
    }
    if (!found.article) take_and_a_half(found);
    const std::uint32_t first = found.end - 1;
    auto step = [&] { found.text_end = words_[found.end++].span.end; };
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
        take_share_of_scale(found);
    }
}

}  // namespace depesche
