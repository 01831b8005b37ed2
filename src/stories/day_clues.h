// Day clues: what a page without a date says about the weekday it came out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

// The lists a language adds: words that count a weekday from the day of publication, and verb forms.
struct ClueWords {
    explicit ClueWords(std::string_view language);  // ISO 639-1; German when there is no data for it
    WordMap<int> publication_days;                  // "gestern" -1, "diesem" 0
    WordSet past;
    WordSet coming;
};

// "Gestern, am Samstag": the page came out on a Sunday.
struct CountedWeekday {
    int published = 0;  // weekday of publication, Monday 0
    int named = 0;      // weekday that the words name
    int days = 0;       // from publication to the named day
    Span span;
};

// "Am Dienstag reist …", without a word that counts from publication.
struct BareWeekday {
    int weekday = 0;
    bool over = false;  // its sentence tells of it as over
    bool lead = false;  // in headline, standfirst or the first two sentences
    Span span;
};

// "am Samstag, dem 14. Februar 2026"
struct NamedDay {
    Moment day;
    int weekday = 0;
    Span span;
};

struct DayClues {
    std::vector<CountedWeekday> counted;
    std::vector<BareWeekday> bare;
    std::vector<NamedDay> named;
};

// Times inside quotation marks are left out: what a speaker calls yesterday need not be the page's.
[[nodiscard]] DayClues find_day_clues(const MarkText& text, std::span<const Time> times, const ClueWords& words);

}  // namespace depesche
