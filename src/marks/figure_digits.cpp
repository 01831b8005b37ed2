#include "marks/figure_digits.h"

#include <array>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t most_digits = 15;
constexpr std::size_t most_pieces = 6;

struct Pieces {
    std::array<std::string_view, most_pieces> digits;
    std::array<std::string_view, most_pieces> marks;  // marks[i] stands before digits[i]
    std::size_t count = 0;
};

// Cuts "1.234,5" into its runs of digits and the marks between them; false when there are too many.
bool cut(std::string_view number, Pieces& pieces) {
    std::size_t at = 0;
    std::string_view mark;
    while (at < number.size()) {
        const std::size_t begin = at;
        while (at < number.size() && number[at] >= '0' && number[at] <= '9') ++at;
        if (at == begin || pieces.count == most_pieces) return false;
        pieces.digits[pieces.count] = number.substr(begin, at - begin);
        pieces.marks[pieces.count++] = mark;
        if (at == number.size()) return true;
        const std::size_t mark_begin = at;
        static_cast<void>(next_code_point(number, at));
        mark = number.substr(mark_begin, at - mark_begin);
    }
    return false;
}

double whole(std::string_view digits, double value = 0) {
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

double fraction(std::string_view digits) {
    double value = 0, scale = 1;
    for (const char c : digits) {
        scale /= 10;
        value += (c - '0') * scale;
    }
    return value;
}

}  // namespace

std::optional<double> digits_value(std::string_view number, std::string_view decimal_mark, std::string_view group_marks) {
    if (number.size() > most_digits + most_pieces * 3) return std::nullopt;
    Pieces pieces;
    if (!cut(number, pieces)) return std::nullopt;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < pieces.count; ++i) digits += pieces.digits[i].size();
    if (digits > most_digits) return std::nullopt;
    const std::string_view head = pieces.digits[0];
    if (head.size() > 1 && head.front() == '0') return std::nullopt;
    double value = whole(head);
    for (std::size_t i = 1; i < pieces.count; ++i) {
        const std::string_view mark = pieces.marks[i], run = pieces.digits[i];
        const bool last = i + 1 == pieces.count;
        const bool group = run.size() == 3 && mark != decimal_mark && head.size() <= 3 && group_marks.find(mark) != std::string_view::npos;
        if (group) {
            value = whole(run, value);
        } else if (last && (mark == decimal_mark || (mark == "." && pieces.count == 2 && run.size() < 3) || (mark == "." && i > 1))) {
            return value + fraction(run);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

}  // namespace depesche
