#include "page/line_dates.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {

// A place in a line from which parts of a date are taken; a failed take leaves it where it was.
struct DateReader::Cursor {
    std::string_view line;
    std::size_t at = 0;

    [[nodiscard]] bool digit(std::size_t ahead = 0) const {
        return at + ahead < line.size() && line[at + ahead] >= '0' && line[at + ahead] <= '9';
    }

    // A number of `least` to `most` digits; what has more digits is none, unless `exact` cuts it there.
    int number(std::size_t least, std::size_t most, bool exact = false) {
        std::size_t size = 0;
        int value = 0;
        while (size < most && digit(size)) value = value * 10 + (line[at + size++] - '0');
        if (size < least || (!exact && digit(size))) return -1;
        at += size;
        return value;
    }
    bool take(char wanted) {
        if (at >= line.size() || line[at] != wanted) return false;
        ++at;
        return true;
    }
    // Blanks of any width.
    void blanks() {
        for (std::size_t next = at; next < line.size(); at = next) {
            if (!is_space(next_code_point(line, next))) return;
        }
        at = line.size();
    }
    // The bytes `wanted`, such as a letter of more than one byte.
    bool take(std::string_view wanted) {
        if (!line.substr(at).starts_with(wanted)) return false;
        at += wanted.size();
        return true;
    }
    // What makes a number an ordinal: "12th", "1er", "3º".
    void ordinal() {
        Cursor ending = *this;
        const std::string letters = ending.word();
        if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th" || letters == "er" || letters == "º" || letters == "ª")
            *this = ending;
    }
    // The small word between the parts of a date: "12 de mayo de 2025", "12th of May".
    void joining_word() {
        Cursor word_end = *this;
        const std::string small = word_end.word();
        if (small == "de" || small == "del" || small == "of") {
            *this = word_end;
            blanks();
        }
    }
    // Letters up to the next that is none, in lower case.
    std::string word() {
        std::size_t end = at;
        for (std::size_t next = at; next < line.size() && next < at + 40 && is_letter(next_code_point(line, next)); end = next) {
        }
        std::string lower = to_lower(line.substr(at, end - at));
        at = end;
        return lower;
    }
};

namespace {

// Two digits are a year of this century.
bool set_year(Moment& date, int year) {
    if (year < 0) return false;
    date.year = year < 100 ? 2000 + year : year;
    return date.year >= 1900 && date.year < 2100;
}

bool is_separator(char32_t c) {
    return c == U' ' || c == U',' || c == U'|' || c == U'-' || c == U'–' || c == U'—' || c == U'·' || c == U'•' || c == U'/' || c == U':' ||
           c == U'(' || c == U'@' || c == U'T';
}

}  // namespace

DateReader::DateReader(const Languages& languages, const Wording& wording) : wording_(wording) {
    for (const Language& language : languages.all()) {
        for (const auto& [name, month] : language.months) months_.emplace(name, month);
        for (const Row& row : data_rows("languages/" + language.code + "/calendar.tsv")) {
            if (row.size() > 1 && row[0] == "zone") zones_.insert(row[1]);
        }
    }
}

// "CEST" behind a clock, in capitals: it belongs to the date, the offset is left open, since such short forms mean several.
void DateReader::skip_zone(Cursor& at) const {
    Cursor c = at;
    c.blanks();
    const std::size_t begin = c.at;
    const std::string word = c.word();
    const std::string_view raw = c.line.substr(begin, c.at - begin);
    const bool capitals = std::ranges::all_of(raw, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    if (capitals && zones_.contains(std::string_view(word))) at = c;
}

// A month name, with or without its dot; 0 when there is none.
int DateReader::month_at(Cursor& at, const DateHints& hints) const {
    const Cursor begin = at;
    const std::string word = at.word();
    auto found = months_.find(std::string_view(word));
    if (found == months_.end() && hints.months != nullptr) {
        found = hints.months->find(std::string_view(word));
        if (found == hints.months->end()) found = months_.end();
    }
    if (found == months_.end()) {
        at = begin;
        return 0;
    }
    at.take('.');
    return found->second;
}

// "2026-11-05", "2026/11/5", "2026年11月5日": the year first, the same mark twice.
bool DateReader::take_year_first(Cursor& at, Moment& date) {
    Cursor next = at;
    const int year = next.number(4, 4);
    if (year < 0 || !set_year(date, year) || next.at >= next.line.size()) return false;
    const char mark = next.line[next.at];
    const bool plain = mark == '-' || mark == '/' || mark == '.';
    if (plain) ++next.at;
    else if (!next.take("年") && !next.take("년")) return false;
    next.blanks();
    date.month = next.number(1, 2);
    if (plain ? !next.take(mark) : !(next.take("月") || next.take("월"))) return false;
    next.blanks();
    date.day = next.number(1, 2, true);
    if (!plain && !next.take("日")) next.take("일");
    if (date.month < 1 || date.day < 1 || !is_valid(date)) return false;
    at = next;
    return true;
}

// "12/25/2025", "25/12/2025": a part above twelve is the day; else `day_first` must say which is.
bool DateReader::take_slashes(Cursor& at, Moment& date, bool day_first) {
    Cursor next = at;
    const int first = next.number(1, 2);
    if (first < 1 || !next.take('/')) return false;
    const int second = next.number(1, 2);
    if (second < 1 || !next.take('/')) return false;
    const int year = next.number(4, 4, true);
    if (first <= 12 && second <= 12 && first != second && !day_first) return false;
    const bool day_is_first = first > 12 || (second <= 12 && day_first);
    date.day = day_is_first ? first : second;
    date.month = day_is_first ? second : first;
    if (!set_year(date, year) || !is_valid(date)) return false;
    at = next;
    return true;
}

// "19.06.2024", "06. 01. 2026", "5. November 2026", "12 de mayo de 2025".
bool DateReader::take_day_first(Cursor& at, Moment& date, const DateHints& hints) const {
    date.day = at.number(1, 2);
    if (date.day < 1) return false;
    const bool dot = at.take('.');
    if (!dot) at.ordinal();
    at.blanks();
    if (!dot) at.joining_word();
    date.month = month_at(at, hints);
    if (date.month == 0) {
        if (!dot) return false;
        date.month = at.number(1, 2);
        if (date.month < 1 || !at.take('.')) return false;
    }
    at.blanks();
    at.take(',');
    at.blanks();
    at.joining_word();
    int year = at.number(4, 4, true);
    if (year < 0) year = at.number(2, 2);
    return set_year(date, year) && is_valid(date);
}

bool DateReader::take_date(Cursor& at, Moment& date, const DateHints& hints) const {
    if (take_year_first(at, date)) return true;
    date = {};
    if (take_slashes(at, date, hints.day_first)) return true;
    date = {};
    return take_day_first(at, date, hints);
}

// "Nov. 5, 2025", "November 05, 2025", "November 5th 2025".
bool DateReader::take_month_first(Cursor& at, Moment& date, const DateHints& hints) const {
    date.month = month_at(at, hints);
    at.blanks();
    date.day = date.month > 0 ? at.number(1, 2) : -1;
    if (date.day < 1) return false;
    at.ordinal();
    at.take(',');
    at.blanks();
    return set_year(date, at.number(4, 4, true)) && is_valid(date);
}

namespace {

// "14:07", "18.55 Uhr", "5:09: Uhr"; minutes are two digits even when more follow. A dot needs "Uhr" or `dated` before it.
template <class Cursor>
bool take_clock(Cursor& at, Moment& moment, bool dated) {
    Cursor c = at;
    const int hour = c.number(1, 2);
    const bool colon = c.take(':');
    if (hour < 0 || hour > 24 || (!colon && !c.take('.')) || !c.digit() || !c.digit(1)) return false;
    const int minute = c.number(2, 2, true);
    if (minute < 0 || minute > 59) return false;
    if (colon && c.at + 2 < c.line.size() && c.line[c.at] == ':' && c.digit(1) && c.digit(2)) c.at += 3;
    Cursor unit = c;
    unit.take(':');
    unit.blanks();
    const std::string word = unit.word();
    const bool uhr = word.starts_with("uhr") || word == "h";
    const bool half = word == "am" || word == "pm" || ((word == "a" || word == "p") && unit.line.substr(unit.at).starts_with(".m"));
    const bool twelve_hours = half && hour >= 1 && hour <= 12;
    if (!colon && !uhr && !dated) return false;
    if (!colon && c.take('.') && c.digit()) return false;  // "17.02.2026" is no clock
    if (uhr) c.at = unit.at - word.size() + (word == "h" ? 1 : 3);
    moment.hour = twelve_hours ? hour % 12 + (word.front() == 'p' ? 12 : 0) : hour % 24;
    moment.minute = minute;
    at = twelve_hours ? unit : c;
    return true;
}

// What may stand between a date and its clock: separators, and "um", "at", "ab", "gegen".
template <class Cursor>
void skip_to_clock(Cursor& at) {
    while (at.at < at.line.size()) {
        std::size_t next = at.at;
        const char32_t c = next_code_point(at.line, next);
        if (is_separator(c)) {
            at.at = next;
            continue;
        }
        Cursor probe = at;
        const std::string word = probe.word();
        if (word != "um" && word != "at" && word != "uhr") return;
        at = probe;
    }
}

}  // namespace

std::vector<LineDate> DateReader::read(std::string_view line, const DateHints& hints) const {
    std::vector<LineDate> dates;
    if (line.find_first_of("0123456789") == std::string_view::npos) return dates;
    std::size_t gap_begin = 0;
    bool fresh = true;  // the byte before is no letter and no digit
    for (Cursor at{line}; at.at < line.size();) {
        std::size_t next = at.at;
        const char32_t c = next_code_point(line, next);
        const bool digit = is_digit(c);
        const bool begins = fresh && (digit || is_letter(c));
        Moment value;
        Cursor date = at;
        Cursor month_first = at;
        bool found = begins && digit && take_date(date, value, hints);
        if (!found && begins && !digit) {
            value = {};
            found = take_month_first(month_first, value, hints);
            date = month_first;
        }
        if (found) {
            Cursor clock = date;
            skip_to_clock(clock);
            if (take_clock(clock, value, true)) {
                date = clock;
                skip_zone(date);
            }
        } else if (begins && digit) {
            value = {};
            date = at;
            found = take_clock(date, value, false);
        }
        if (!found) {
            fresh = !digit && !is_letter(c);
            at.at = next;
            continue;
        }
        LineDate entry;
        entry.span = {static_cast<std::uint32_t>(at.at), static_cast<std::uint32_t>(date.at)};
        entry.value = value;
        entry.month_first = value.has_day() && !digit;
        const Cues cues = wording_.cues_of(words_of_line(line.substr(gap_begin, at.at - gap_begin), 24));
        if (has(cues, Cue::published)) entry.kind = LineDate::Kind::published;
        if (has(cues, Cue::updated)) entry.kind = LineDate::Kind::updated;
        dates.push_back(entry);
        at = date;
        gap_begin = at.at;
        fresh = true;
    }
    return dates;
}

}  // namespace depesche
