// HtmlSurvey: where each line of an HTML page stands among its elements, and what those elements hold.
//
// Made once a page in two sweeps over the elements (they lie in the order of their start tags, so a parent is before its children):
// downwards for what stands above an element, upwards for what it holds. Linear in the page.
//
// The main container is found as Readability and its kin do, by where the paragraphs are: from the root down, as long as one
// child holds most of the page's running text (Kohlschütter, Fankhauser, Nejdl: Boilerplate detection using shallow text features, 2010,
// says why long lines with few links are that text). Handles: pages without any names. Does not handle: an article in
// two containers side by side; it gets the one around both. Test: tests/page/html_survey_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "page/line_look.h"
#include "page/markup_words.h"
#include "page/page_lines.h"
#include "read/html.h"

namespace depesche {

// Kinds of elements that lines stand in.
enum class MarkupTag : unsigned char {
    other,
    paragraph,
    heading_1,
    heading_2,
    heading_3,
    heading_4,
    list_item,
    cell,
    definition,
    quote,
    code,
    caption,
    button,
    link,
    table,
    wide  // div and section
};

[[nodiscard]] constexpr bool is_heading(MarkupTag tag) { return tag >= MarkupTag::heading_1 && tag <= MarkupTag::heading_4; }

// What an element holds, its children included.
struct Holding {
    std::uint32_t letters = 0;
    std::uint32_t linked = 0;   // letters in links, about
    std::uint32_t running = 0;  // letters of running text
    std::uint32_t lines = 0;
    std::uint32_t first = 0;  // line
    std::uint32_t end = 0;    // line behind the last
};

// Where one line stands.
struct MarkupPlace {
    std::uint32_t element = no_element;  // innermost around the whole line
    std::uint32_t block = no_element;    // innermost that is a paragraph, a heading, an entry, a cell, a box
    MarkupTag tag = MarkupTag::other;    // of `block`
    float linked = 0;                    // share of the line in links
    float strong = 0;                    // share in b, strong, em, i
    bool hidden = false;
    bool running = false;         // a paragraph of running text in any language; no reader's comment
    bool comment = false;         // in an element named so, on a page that has other text
    std::uint64_t signature = 0;  // the same for lines whose three innermost elements have the same tags and names
};

class HtmlSurvey {
public:
    // Lines beyond the page's blocks stand nowhere.
    HtmlSurvey(const HtmlPage& html, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks, const MarkupWords& words);

    [[nodiscard]] const MarkupPlace& place(std::size_t line) const { return places_[line]; }
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    [[nodiscard]] const Holding& holding(std::uint32_t element) const { return holdings_[element]; }
    [[nodiscard]] std::uint32_t parent(std::uint32_t element) const { return html_.elements[element].parent; }

    // How near an element with the cue is above the line: 8 for the line's own, 7 for the one above, at least 1; 0 when there is none.
    // The page's own body and html elements do not count, nor bad names of an element that holds most of the text: it is no sidebar.
    [[nodiscard]] const std::array<std::uint8_t, markup_cue_count>& nearness(std::size_t line) const { return nearness_[line]; }

    // The main container and, for a line, how many steps it is from there up to the first element that holds both, and from that one
    // down to the line.
    [[nodiscard]] std::uint32_t main() const { return main_; }
    struct Way {
        std::uint32_t up = 0;
        std::uint32_t down = 0;
    };
    [[nodiscard]] Way way_from_main(std::size_t line) const;

private:
    void survey_elements(const MarkupWords& words);
    void place_lines(const std::vector<PageLine>& lines, const std::vector<LineLook>& looks);
    void gather_holdings(const std::vector<LineLook>& looks);
    void mark_comments(const std::vector<LineLook>& looks);
    void find_main();
    void measure_nearness();

    const HtmlPage& html_;
    std::vector<MarkupTag> tags_;          // of each element with text
    std::vector<MarkupCues> cues_;         // of each element's own names and tag
    std::vector<std::uint64_t> names_;     // hash of tag and class
    std::vector<Holding> holdings_;        // of each element
    std::vector<std::uint8_t> main_path_;  // 1 for the elements from the root to the main container
    std::vector<MarkupPlace> places_;
    std::vector<std::array<std::uint8_t, markup_cue_count>> nearness_;
    std::uint32_t main_ = no_element;
};

}  // namespace depesche
