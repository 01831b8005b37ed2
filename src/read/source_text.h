// SourceText: a clean text that knows which byte of the stored page each of its bytes came from.
//
// Reading turns a page's bytes into clean UTF-8 (line ends as \n, no byte order mark, no soft hyphens or other invisible
// characters, every kind of blank as U+0020, letters composed). The way back is a sorted list of runs. A run stands for
// `count` units that were each `page_unit` bytes on the page and are `text_unit` bytes here: plain ASCII is one run of 1:1
// units, an umlaut in Windows-1252 is a unit of 1 page byte and 2 text bytes, "&amp;" one of 5 and 1, UTF-16 letters 2 and 1.
// What is in no run (a mark, a tag) is on the page but not in the text.
//
// Why it is right: runs are sorted by both offsets and do not overlap, so one binary search finds the unit of an offset.
// Handles: a span that begins inside a decoded unit (it covers the whole unit). Does not handle: a text whose order differs
// from the page's. Test and slow twin: tests/read/source_text_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

namespace depesche {

struct Run {
    std::uint32_t text = 0;       // first byte in the clean text
    std::uint32_t page = 0;       // first byte on the stored page
    std::uint32_t count = 0;      // units
    std::uint32_t text_unit = 1;  // bytes of one unit in the text
    std::uint32_t page_unit = 1;  // bytes of one unit on the page

    friend bool operator==(const Run&, const Run&) = default;
};

class SourceText {
public:
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] std::string_view view(Span span) const { return std::string_view(text_).substr(span.begin, span.size()); }

    // The smallest span of page bytes that holds everything the text span was read from, gaps inside included.
    // An empty span maps to an empty one. `span` must lie within the text.
    [[nodiscard]] Span to_page(Span span) const;

    // The text bytes that were read from the page bytes; empty when none were.
    [[nodiscard]] Span from_page(Span page) const;

    // Building: page offsets must not go backwards. Each append is one unit; like units in a row share a run. A unit of no page
    // bytes (page_size 0) is text that the markup stands for, such as the line end between two paragraphs.
    void append(std::string_view unit_text, std::uint32_t page_begin, std::uint32_t page_size);
    // The units of `source` that make up `span` of its text, with their places. `span` must begin and end between units.
    void append_from(const SourceText& source, Span span);
    // Behind the last page byte that the text was read from; 0 for an empty text.
    [[nodiscard]] std::uint32_t page_end() const;
    // `bytes` stand on the page as they are, byte for byte.
    void append_verbatim(std::string_view bytes, std::uint32_t page_begin);

private:
    std::string text_;
    std::vector<Run> runs_;
};

}  // namespace depesche
