// LineLook: everything that one line says by itself, wherever it stands. The same for lines of plain text and for blocks of HTML.
#pragma once

#include <string_view>
#include <vector>

#include "language/language.h"
#include "page/bylines.h"
#include "page/line_dates.h"
#include "page/wording.h"

namespace depesche {

struct LineLook {
    std::uint32_t letters = 0;        // code points
    std::uint32_t words = 0;          // words and numbers; counting stops at 400
    std::uint32_t capital_words = 0;  // of the first 24
    std::uint32_t stop_words = 0;     // of the first 24 words
    std::uint32_t foreign_words = 0;  // of the first 24: words that are stop words of another language, and of the page's not
    std::uint32_t separators = 0;     // | · • / > between words
    bool ends_stop = false;           // . ! ? … also before closing marks
    bool ends_colon = false;
    bool ends_open = false;  // "..." : a text cut short
    bool two_sentences = false;
    bool begins_small = false;
    bool begins_quote = false;
    bool list_mark = false;  // "•", "-", "–", "*" before the first word
    bool all_caps = false;
    bool html = false;  // a tag in it
    bool no_letters = false;
    bool question = false;
    bool date_line = false;  // dates, and nothing but what stands with dates
    bool has_date = false;
    bool has_clock = false;    // with or without a date
    bool month_first = false;  // a date as in English
    bool initials = false;     // "nico", "amw": who wrote it, in short
    bool name_line = false;    // people, and nothing but what stands with people
    bool led_byline = false;   // people or agencies behind "Von"
    bool wire_credit = false;  // agencies alone
    bool credit_line = false;  // who made a picture: "Foto: Ott/dpa", "© Uwe Falk"
    bool ends_credit = false;  // a caption with its credit behind it
    Cues cues;
    std::vector<LineDate> dates;  // of lines up to 320 bytes
    Byline byline;                // the same

    // A paragraph of running text, as far as one line tells.
    [[nodiscard]] bool prose() const { return letters >= 100 && (ends_stop || two_sentences) && stop_words >= 4 && !furniture(); }
    // Sentences that only a page's furniture has.
    [[nodiscard]] bool furniture() const {
        return has(cues, Cue::consent) || has(cues, Cue::copyright) || (has(cues, Cue::cookie) && has(cues, Cue::address));
    }
};

// Where a picture credit stands in a caption: the span of "Bild: keystone", "(Foto: Ida Horn)", "© Falk/Imago" at its end.
// Empty when there is none; the whole line for a credit that stands alone.
[[nodiscard]] Span credit_in(std::string_view line, const Wording& wording, const BylineReader& bylines);

// Looks at lines; made once, read-only.
class LineReader {
public:
    explicit LineReader(const Languages& languages);

    // `language`: of the page, nullptr when unknown. Linear in the line.
    [[nodiscard]] LineLook look(std::string_view line, const Language* language) const;

    // True for a word (lower case) that names of outlets end with: "anzeiger", "alpenkurier".
    [[nodiscard]] bool ends_outlet_name(std::string_view word) const;

    // True when a name's last word ends so: "Havneby Tidende" behind a writer's name is no second writer.
    [[nodiscard]] bool names_outlet(std::string_view name) const;

    [[nodiscard]] const Languages& languages() const { return languages_; }
    [[nodiscard]] const Wording& wording() const { return wording_; }
    [[nodiscard]] const DateReader& dates() const { return dates_; }
    [[nodiscard]] const BylineReader& bylines() const { return bylines_; }

private:
    const Languages& languages_;
    Wording wording_;
    DateReader dates_;
    BylineReader bylines_;
    std::vector<std::string_view> outlet_words_;
};

}  // namespace depesche
