#include "marks/time_tense.h"

#include <algorithm>
#include <string>

#include "marks/number_lower.h"

namespace depesche {
namespace {

constexpr std::uint32_t reach = 24;  // words on either side

bool ends_with_any(std::string_view word, const std::vector<std::string_view>& endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

}  // namespace

TenseFinder::TenseFinder(const Language& language) {
    for (const Row& row : data_rows("languages/" + language.code + "/tense.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "past") words_[row[1]] = Role::past;
        if (row[0] == "future") words_[row[1]] = Role::future;
        if (row[0] == "auxiliary") words_[row[1]] = Role::auxiliary;
        if (row[0] == "not-past") words_[row[1]] = Role::none;
        if (row[0] == "past-ending") past_endings_.push_back(row[1]);
        if (row[0] == "future-ending") future_endings_.push_back(row[1]);
        if (row[0] == "participle-begin") participle_begins_.push_back(row[1]);
        if (row[0] == "participle-inside") participle_insides_.push_back(row[1]);
        if (row[0] == "participle-end") participle_ends_.push_back(row[1]);
    }
}

bool TenseFinder::is_participle(std::string_view lower) const {
    if (lower.size() < 5 || !ends_with_any(lower, participle_ends_)) return false;
    if (participle_begins_.empty()) return true;
    const bool begins = std::ranges::any_of(participle_begins_, [&](std::string_view begin) { return lower.starts_with(begin); });
    return begins || std::ranges::any_of(participle_insides_,
                                         [&](std::string_view inside) { return lower.find(inside, 2) != std::string_view::npos; });
}

// A word of time is a verb only where the table says so: "may", though not "march".
TenseFinder::Role TenseFinder::told_role_of(std::string_view lower) const {
    const auto it = words_.find(lower);
    return it == words_.end() ? Role::none : it->second;
}

TenseFinder::Role TenseFinder::role_of(std::string_view lower) const {
    if (const auto it = words_.find(lower); it != words_.end()) return it->second;
    if (ends_with_any(lower, past_endings_)) return Role::past;
    if (ends_with_any(lower, future_endings_)) return Role::future;
    return is_participle(lower) ? Role::participle : Role::none;
}

Tense TenseFinder::at(std::string_view text, std::span<const TimeItem> items, std::uint32_t at) const {
    const std::uint32_t sentence = items[at].sentence;
    std::uint32_t past = reach + 1, future = reach + 1, auxiliary = reach + 1;
    bool participle = false;
    const std::uint32_t first = at > reach ? at - reach : 0;
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(items.size(), at + reach + 1));
    for (std::uint32_t i = first; i < last; ++i) {
        const TimeItem& item = items[i];
        if (item.sentence != sentence || !item.is_word || item.capital) continue;
        if (item.span.size() > 40) continue;
        const std::string lower = lower_word(text.substr(item.span.begin, item.span.size()));
        const Role role = item.senses.empty() ? role_of(lower) : told_role_of(lower);
        const std::uint32_t distance = i > at ? i - at : at - i;
        if (role == Role::past) past = std::min(past, distance);
        if (role == Role::future) future = std::min(future, distance);
        if (role == Role::auxiliary) auxiliary = std::min(auxiliary, distance);
        participle = participle || role == Role::participle;
    }
    if (participle && auxiliary <= reach) past = std::min(past, auxiliary);
    if (past > reach && future > reach) return Tense::unknown;
    return past <= future ? Tense::past : Tense::future;
}

}  // namespace depesche
