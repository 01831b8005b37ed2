#include "marks/number_words.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace depesche {
namespace {

constexpr std::size_t longest_number = 80;  // bytes; longer words are no numbers anybody writes out

double value_in(std::string_view cell) { return std::strtod(std::string(cell).c_str(), nullptr); }

}  // namespace

NumberWords::NumberWords(const Language& language) {
    for (const Row& row : data_rows("languages/" + language.code + "/number-words.tsv")) {
        if (row.size() < 2) continue;
        const double value = row.size() > 2 ? value_in(row[2]) : 0;
        if (row[0] == "whole") {
            whole_[row[1]] = value;
            filter_.add(row[1]);
            begins_[begin_of(row[1])] = true;
        }
        if (row[0] != "piece" && row[0] != "times" && row[0] != "join") continue;
        pieces_[row[1]] = {row[0] == "piece" ? Role::piece : row[0] == "times" ? Role::times : Role::join, value};
        filter_.add(row[1]);
        longest_ = std::max(longest_, row[1].size());
        begins_[begin_of(row[1])] = true;
    }
}

std::size_t NumberWords::begin_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]), second = static_cast<unsigned char>(word.size() > 1 ? word[1] : '\0');
    return (first * 31U + second) % 4096U;
}

NumberWords::Found NumberWords::longest_piece(std::string_view rest) const {
    for (std::size_t size = std::min(longest_, rest.size()); size > 0; --size) {
        if (!filter_.may_have(rest.substr(0, size))) continue;
        const auto it = pieces_.find(rest.substr(0, size));
        if (it != pieces_.end()) return {&it->second, size};
    }
    return {};
}

std::optional<double> NumberWords::parse(std::string_view lower) const {
    if (lower.empty() || lower.size() > longest_number || !begins_[begin_of(lower)]) return std::nullopt;
    if (filter_.may_have(lower)) {
        if (const auto it = whole_.find(lower); it != whole_.end()) return it->second;
    }
    double total = 0;
    double current = 0;
    bool any = false;
    while (!lower.empty()) {
        const Found found = longest_piece(lower);
        if (found.piece == nullptr || (found.piece->role == Role::join && !any)) return std::nullopt;
        lower.remove_prefix(found.size);
        if (found.piece->role == Role::join) {
            if (lower.empty()) return std::nullopt;
            continue;
        }
        any = true;
        if (found.piece->role == Role::piece) current += found.piece->value;
        if (found.piece->role == Role::times) {
            current = std::max(1.0, current) * found.piece->value;
            if (found.piece->value >= 1000) {
                total += current;
                current = 0;
            }
        }
    }
    return total + current;
}

}  // namespace depesche
