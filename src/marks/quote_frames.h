// Frames: sentences as a writer means them, with each quoted stretch as one item.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "marks/find_marks.h"
#include "marks/quote_lexicon.h"
#include "marks/quote_units.h"

namespace depesche {

enum class ItemKind : std::uint8_t { word, number, mark, quoted, bracket };

// A word, a mark, a quoted stretch with its marks or a bracket with its content.
struct Item {
    Span span;  // text bytes
    ItemKind kind = ItemKind::word;
    bool capital = false;
    bool unusual = false;      // a word that begins with a digit or has a dot inside: "58-Jährige", "ndr.de"
    bool agency = false;       // a medium's name in small letters: "dpa"
    bool abbreviated = false;  // a word that ends with a dot: "z.B."
    char mark = 0;             // of a mark: , ; : . ! ? or - for a dash; 0 for others
    ClassSet classes = 0;
    const WordEntry* entry = nullptr;  // nullptr when the lexicon lacks the word
    std::uint32_t quoted = 0;          // of a quoted item: index into QuoteText::stretches

    [[nodiscard]] bool is(WordClass c) const { return (classes & bit(c)) != 0; }
    [[nodiscard]] bool is_word() const { return kind == ItemKind::word; }
};

// [first, last) of QuoteText::items.
struct ItemRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] bool empty() const { return first >= last; }
    [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : last - first; }
};

// A part of a frame between commas, colons, semicolons and dashes.
struct Segment {
    ItemRange items;
    char before = 0;  // the mark in front of it; 0 at the begin
};

struct Frame {
    ItemRange items;  // with the final mark
    std::uint32_t first_segment = 0;
    std::uint32_t last_segment = 0;
    std::uint32_t passage = 0;
    bool heading = false;  // headline, crosshead
};

// A text cut into frames. A frame never ends inside a quoted stretch, and goes on behind one that ends with ! or ?.
struct QuoteText {
    const MarkText* text = nullptr;
    const QuoteLexicon* lexicon = nullptr;
    std::vector<QuotedStretch> stretches;
    std::vector<Item> items;
    std::vector<Segment> segments;
    std::vector<Frame> frames;

    [[nodiscard]] std::string_view words(Span span) const { return text->text.substr(span.begin, span.size()); }
    [[nodiscard]] std::string_view words(const Item& item) const { return words(item.span); }
    [[nodiscard]] std::span<const Segment> segments_of(const Frame& f) const {
        return std::span(segments).subspan(f.first_segment, f.last_segment - f.first_segment);
    }
    // From the first item's begin to the last one's end; empty for an empty range.
    [[nodiscard]] Span span_of(ItemRange r) const {
        return r.empty() ? Span{} : Span{items[r.first].span.begin, items[r.last - 1].span.end};
    }
};

[[nodiscard]] QuoteText make_quote_text(const MarkText& text, const QuoteLexicon& lexicon);

}  // namespace depesche
