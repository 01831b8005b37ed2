// Tells most words that are in no table from those that are, without a look into the table.
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace depesche {

// A word of running text is in few tables. One bit for each mixture of a word's first four bytes, last four and length says whether any
// word of the table has it: most words end there, for a few steps instead of a hash of all their letters and a walk through a bucket. A
// word that passes may still not be in the table. Test: WordFilter.
class WordFilter {
public:
    void add(std::string_view word) { seen_.set(place(word)); }

    // False: the word was surely not added.
    [[nodiscard]] bool may_have(std::string_view word) const { return seen_.test(place(word)); }

private:
    static constexpr unsigned bits = 15;

    [[nodiscard]] static std::size_t place(std::string_view word) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        if (word.size() >= sizeof first) {
            std::memcpy(&first, word.data(), sizeof first);
            std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
        } else {
            std::memcpy(&first, word.data(), word.size());
        }
        const std::uint64_t both = (std::uint64_t{last} << 32U | first) + word.size();
        return static_cast<std::size_t>((both * 0x9E3779B97F4A7C15ULL) >> (64U - bits));
    }

    std::bitset<std::size_t{1} << bits> seen_;
};

}  // namespace depesche
