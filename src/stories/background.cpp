#include "stories/background.h"

#include <charconv>
#include <string_view>

#include "language/language.h"

namespace depesche {
namespace {

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string_view line_at(std::string_view rows, std::size_t begin) { return rows.substr(begin, rows.find('\n', begin) - begin); }

// "12", or "12<tab>340".
BackgroundCounts counts_of(std::string_view cells) {
    const std::size_t joint = cells.find('\t');
    return {number_of(cells), joint == std::string_view::npos ? 0 : number_of(cells.substr(joint + 1))};
}

}  // namespace

Background::Background() : rows_(data_bytes("stories/word-counts.tsv")) {
    // The first line is "# pieces <tab> n"; further comment lines may follow.
    while (!rows_.empty() && rows_.front() == '#') {
        const std::string_view line = line_at(rows_, 0);
        if (line.starts_with("# pieces\t")) pieces_ = number_of(line.substr(9));
        rows_.remove_prefix(std::min(line.size() + 1, rows_.size()));
    }
}

// Halves the bytes, not the lines: each step goes back to the begin of the line the middle falls in.
BackgroundCounts Background::counts(std::string_view folded_stem) const {
    std::size_t low = 0;
    std::size_t high = rows_.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t before = middle == 0 ? std::string_view::npos : rows_.rfind('\n', middle - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view line = line_at(rows_, begin);
        const std::string_view word = line.substr(0, line.find('\t'));
        if (word == folded_stem) return counts_of(line.substr(std::min(word.size() + 1, line.size())));
        if (word < folded_stem) low = begin + line.size() + 1;
        else high = begin;
    }
    return {};
}

}  // namespace depesche
