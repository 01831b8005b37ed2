// HtmlWriter: HTML that nothing from a page can break out of, and a note of every place that was referred to.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/brief.h>

#include "show/labels.h"

namespace depesche {

// The text with & < > " ' as entities. Its white space and control characters are as they were: clean it first.
[[nodiscard]] std::string escape_html(std::string_view text);

// Where bytes of a page's text lie in UTF-16 units, as a browser's script counts. Made in one pass, asked in constant time.
class Utf16Places {
public:
    explicit Utf16Places(std::string_view text);
    [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;  // bytes behind the end count as the end

private:
    std::string_view text_;
    std::vector<std::uint32_t> at_every_;
};

// A place in a page's text that a link leads to.
struct HtmlAnchor {
    std::uint32_t place = 0;  // byte of BriefPage::text
    Span bytes;               // of the stored page; with the page they make the anchor's id
    friend auto operator<=>(const HtmlAnchor&, const HtmlAnchor&) = default;
};

class HtmlWriter {
public:
    HtmlWriter(const Brief& brief, const Labels& labels);

    // Our own markup, as it is.
    HtmlWriter& raw(std::string_view markup);
    // Words of our own or of a page: cleaned (show/clean_text.h) and escaped, safe as content and inside quoted attributes.
    HtmlWriter& text(std::string_view words);
    // The text of a label.
    HtmlWriter& label(std::string_view key);

    // Names the story that follows, from 1: "s1" begins the ids of its sections.
    void begin_story(std::size_t number) { story_ = number; }
    // Opens a section of the story with its heading, the label `name`; ids and classes are named so too.
    HtmlWriter& section(std::string_view name);

    // A link to the place on its page: "2:1034–1100".
    HtmlWriter& reference(const Mention& mention);
    // A column of references, at most `most`; nothing when there are none. What is left out can be opened, not only counted.
    HtmlWriter& references(std::span<const Mention> mentions, std::size_t most = 8);
    // A link to a page as a whole, with its number and outlet: "2 Küstenkurier".
    HtmlWriter& page_link(std::uint32_t page);

    // "c3": the class that gives the n-th origin of a story its color.
    static std::string color_class(std::size_t number);

    // Places referred to on this page so far, in order, each span of bytes once.
    [[nodiscard]] std::vector<HtmlAnchor> anchors(std::uint32_t page) const;
    [[nodiscard]] const Brief& brief() const { return brief_; }
    [[nodiscard]] const Labels& labels() const { return labels_; }
    [[nodiscard]] std::string take();

private:
    const Brief& brief_;
    const Labels& labels_;
    std::vector<Utf16Places> places_;
    std::vector<std::vector<HtmlAnchor>> anchors_;
    std::string out_;
    std::size_t story_ = 0;
};

}  // namespace depesche
