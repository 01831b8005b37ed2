// Dates and clocks as newsrooms print them in a line: "Do 25.04.24 | 14:07 Uhr", "8. Oktober 2026, 11:05 Uhr", "Nov. 5, 2025".
#pragma once

#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/moment.h"
#include "language/language.h"
#include "page/wording.h"

namespace depesche {

struct LineDate {
    enum class Kind : unsigned char { plain, published, updated };
    Span span;                 // bytes of the line, clock included
    Moment value;              // without a day when only a clock was there (then year, month and day are 0)
    Kind kind = Kind::plain;   // what the words before it say
    bool month_first = false;  // "Nov. 5, 2025", as in English
};

// What a page's language adds to the tables.
struct DateHints {
    const WordMap<int>* months = nullptr;  // further names of months, lower case
    bool day_first = false;                // "7/3/2025" is the seventh of March
};

// Reads the dates of single lines; knows the month names of all languages. Read-only once made.
class DateReader {
public:
    DateReader(const Languages& languages, const Wording& wording);

    // All dates of the line from left to right, without overlap; years are written out or have two digits (2000 to 2099).
    // Day before month, as in Europe, unless a month name comes first. A date that does not exist is left out.
    // Also finds what runs into each other ("12:2819.06.2024"). Linear in the line. Leaves out 7/3/2025 where the hints do not say
    // which is the month.
    [[nodiscard]] std::vector<LineDate> read(std::string_view line, const DateHints& hints = {}) const;

private:
    struct Cursor;
    [[nodiscard]] bool take_date(Cursor& at, Moment& date, const DateHints& hints) const;
    [[nodiscard]] static bool take_year_first(Cursor& at, Moment& date);
    [[nodiscard]] static bool take_slashes(Cursor& at, Moment& date, bool day_first);
    [[nodiscard]] bool take_day_first(Cursor& at, Moment& date, const DateHints& hints) const;
    [[nodiscard]] bool take_month_first(Cursor& at, Moment& date, const DateHints& hints) const;
    [[nodiscard]] int month_at(Cursor& at, const DateHints& hints) const;

    void skip_zone(Cursor& at) const;

    WordMap<int> months_;
    WordSet zones_;  // short names of time zones, lower case
    const Wording& wording_;
};

}  // namespace depesche
