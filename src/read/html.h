// HTML: from a page's decoded text to what a reader sees, with the elements it stands in and what the page says of itself.
//
// Tokens are lexbor's (the tokenizer of the HTML Standard); the tree is a light one of our own: elements with their parents, closed
// as the standard's common rules say (void elements, implied ends of p, li, dd, dt, tr, td, th, option). That is enough to know what a
// text stands in, and it keeps every text's place in the source, which a full tree construction loses.
// Handles: unclosed and crossed tags (an end tag closes up to the nearest open element of its name). Does not handle: foster
// parenting of text inside tables (it stays where it stands). Test: tests/read/html_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "read/source_text.h"

namespace depesche {

inline constexpr std::uint32_t no_element = 0xFFFFFFFF;

// The attributes that say something about an element's job; all others are dropped.
enum class HtmlName : unsigned char {
    id,
    classes,
    role,
    itemprop,
    itemtype,
    rel,
    href,
    src,
    datetime,
    content,
    property,
    name,
    type,
    alt,
    title,
    aria_label,
    aria_hidden,
    hidden,
    style,
    http_equiv,
    charset,
    data_test
};

struct HtmlAttribute {
    HtmlName name = HtmlName::id;
    Span value;  // of the decoded page, references not yet decoded; empty for one without value
};

struct HtmlElement {
    std::string_view name;  // lower case, "div"; "?" for a tag the standard does not know. Lives as long as the program
    std::uint32_t parent = no_element;
    std::uint32_t depth = 0;
    Span text;                          // of HtmlPage::source: all visible text below it
    std::uint32_t first_attribute = 0;  // [first, last) of HtmlPage::attributes
    std::uint32_t last_attribute = 0;
    bool hidden = false;  // it or an element around it is not shown
};

// A stretch of visible text that no block element and no <br> interrupts: a paragraph, a heading, an entry of a menu.
struct HtmlBlock {
    Span text;                           // of HtmlPage::source; white space at the ends left out, never empty
    std::uint32_t element = no_element;  // the innermost element around all of it
    std::uint32_t linked = 0;            // bytes of it that stand in links
    std::uint32_t strong = 0;            // bytes of it in b, strong, em, i
    bool hidden = false;
};

// A data script, such as JSON-LD.
struct HtmlScript {
    Span type;  // of the decoded page
    Span text;  // of the decoded page
};

struct HtmlPage {
    SourceText decoded;                 // the whole page, markup included
    SourceText source;                  // visible text, a block a line, white space collapsed; offsets lead to the stored page
    std::vector<HtmlElement> elements;  // in the order of their start tags
    std::vector<HtmlAttribute> attributes;
    std::vector<HtmlBlock> blocks;    // by text, not overlapping
    std::vector<HtmlScript> scripts;  // in page order
    Span title;                       // of the decoded page: the text of <title>
    bool cut = false;                 // a limit of read/limits.h was met; what came after it is left out

    // The attribute's raw value; empty when it is absent or has none.
    [[nodiscard]] std::string_view attribute(const HtmlElement& element, HtmlName name) const;
    [[nodiscard]] Span attribute_span(const HtmlElement& element, HtmlName name) const;
};

// True for text that begins like HTML after white space and comments: a doctype or one of the tags that begin pages, or any tag with
// one of those within the first 64 KB (a warning of the program that made the page stands above it).
[[nodiscard]] bool looks_like_html(std::string_view text);

// `decoded` is the whole page as decode() gave it. Never fails; time and memory are linear in the page and bounded by read/limits.h.
[[nodiscard]] HtmlPage read_html(SourceText decoded);

// "Fr&uuml;h &amp; sp&auml;t" -> "Früh & spät".
[[nodiscard]] std::string decode_references(std::string_view raw);

}  // namespace depesche
