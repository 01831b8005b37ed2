// Tense: whether what happens at a time expression is past or to come.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "marks/time_items.h"

namespace depesche {

enum class Tense : unsigned char { unknown, past, future };

// Reads languages/<code>/tense.tsv: words and endings of past and coming, auxiliaries and the shapes of participles.
class TenseFinder {
public:
    explicit TenseFinder(const Language& language);

    // The tense of the verb nearest to items[at], looked for in the same sentence and at most 24 words away on either side,
    // so that a sentence of any length costs the same. An auxiliary counts as past only with a participle in the window
    // ("ist … gestorben"). It does not find clauses: a verb of a neighbouring clause may be nearer (times_parts_test.cpp).
    [[nodiscard]] Tense at(std::string_view text, std::span<const TimeItem> items, std::uint32_t at) const;

private:
    enum class Role : unsigned char { none, past, future, auxiliary, participle };
    [[nodiscard]] Role told_role_of(std::string_view lower) const;
    [[nodiscard]] Role role_of(std::string_view lower) const;
    [[nodiscard]] bool is_participle(std::string_view lower) const;

    WordMap<Role> words_;
    std::vector<std::string_view> past_endings_, future_endings_, participle_begins_, participle_insides_, participle_ends_;
};

}  // namespace depesche
