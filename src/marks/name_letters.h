// Groups of neighbouring letters of a word, from which its kind is guessed where no table knows it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "marks/name_hash.h"

namespace depesche {

inline constexpr std::size_t longest_spelled = 64;  // bytes; longer words have no groups

// Calls `use` with the hash of each group: two to five letters anywhere, six at the word's begin and end, both ends counting as a letter.
// Each hash goes on from that of the group one letter shorter.
template <typename Use>
void for_each_letter_group(std::string_view word, Use&& use) {
    if (word.size() > longest_spelled) return;
    constexpr std::size_t most_letters = 6;
    std::array<std::uint8_t, longest_spelled + 3> begins{};  // of letters in `marked`, and its end
    std::array<char, longest_spelled + 2> marked{};
    std::size_t letters = 0;
    std::size_t size = 0;
    const auto add = [&](std::string_view letter) {
        begins[letters++] = static_cast<std::uint8_t>(size);
        for (const char c : letter) marked[size++] = c;
    };
    add("^");
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        (void)next_code_point(word, at);
        add(word.substr(begin, at - begin));
    }
    add("$");
    begins[letters] = static_cast<std::uint8_t>(size);
    for (std::size_t first = 0; first < letters; ++first) {
        std::uint64_t h = hash_start;
        for (std::size_t count = 1; count <= most_letters && first + count <= letters; ++count) {
            for (std::size_t at = begins[first + count - 1]; at < begins[first + count]; ++at) h = hash_more(h, marked[at]);
            if (count > 1 && (count < most_letters || first == 0 || first + count == letters)) use(mix(h));
        }
    }
}

}  // namespace depesche
