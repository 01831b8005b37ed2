// The table is text, a place a line, sorted by the bytes of the names, so that a search halves it by jumping to the line
// around a byte. Test: NamePlaces.EveryLineIsFound walks it line by line.
#include "marks/name_places.h"

#include <array>
#include <charconv>
#include <string>

#include "language/language.h"
#include "marks/name_hash.h"
#include "marks/name_lexicon.h"

namespace depesche {
namespace {

std::optional<PlaceFact> fact_of(std::string_view line) {
    std::array<std::string_view, 5> cells{};
    for (std::string_view& cell : cells) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        cell = line.substr(0, tab);
        line.remove_prefix(std::min(tab + 1, line.size()));
    }
    PlaceFact fact{cells[0], cells[1]};
    fact.is_country = cells[4] == "country";
    if (cells[2].empty()) return fact;
    fact.located = true;
    const auto north = std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), fact.latitude);
    const auto east = std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), fact.longitude);
    if (north.ec != std::errc{} || east.ec != std::errc{}) return std::nullopt;
    return fact;
}

bool is_listed_wide(const NameLexicon& lexicon, std::string_view word) {
    return (lexicon.find(hash_word(word)).lists & (list_country | list_region)) != 0;
}

}  // namespace

bool is_wide_place(std::string_view name) {
    constexpr std::size_t shortest_end = 5;
    constexpr std::size_t longest_name = 64;
    const NameLexicon lexicon(data_bytes("names/de.words"));
    if (name.size() > longest_name || is_listed_wide(lexicon, name)) return name.size() <= longest_name;
    for (std::size_t begin = 3; begin + shortest_end <= name.size(); ++begin) {
        if (name[begin] < 'a' || name[begin] > 'z') continue;
        std::string end(name.substr(begin));
        end.front() = static_cast<char>(end.front() - 32);
        if (is_listed_wide(lexicon, end)) return true;
    }
    return false;
}

std::optional<PlaceFact> find_place(std::string_view name) {
    const std::string_view table = data_bytes("names/places.tsv");
    std::size_t low = 0;
    std::size_t high = table.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t before = table.substr(0, middle).rfind('\n');
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t end = std::min(table.find('\n', begin), table.size());
        const std::string_view line = table.substr(begin, end - begin);
        const std::string_view found = line.substr(0, line.find('\t'));
        if (!line.starts_with('#') && found == name) return fact_of(line);
        if (line.starts_with('#') || found < name) low = end + 1;
        else high = begin;
    }
    return std::nullopt;
}

}  // namespace depesche
