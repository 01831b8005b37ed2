// The visible text of an HTML page while it is put together: white space collapsed, a block a line, each byte with its place.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/source_text.h"

namespace depesche {

class HtmlText {
public:
    explicit HtmlText(const SourceText& decoded) : decoded_(decoded) {}

    // Text that stands at `place` of the decoded page. `verbatim`: the same bytes; else they came out of references. Returns where its
    // first word stands in the visible text; size() when it has none.
    std::uint32_t put(std::string_view text, Span place, bool verbatim);
    // The block ends: the next text begins a new line.
    void end_block() { pending_ = Pending::line; }
    // Two inline elements meet at `place` without white space: a blank when words would run together.
    void meet(Span place) {
        if (pending_ == Pending::none) {
            pending_ = Pending::seam;
            pending_place_ = place;
        }
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.text().size()); }
    [[nodiscard]] SourceText take() { return std::move(text_); }
    // Where the next visible byte of a new block would stand.
    [[nodiscard]] std::uint32_t next() const { return size() + (pending_ == Pending::line && size() > 0 ? 1 : 0); }

private:
    enum class Pending : unsigned char { none, blank, seam, line };
    void flush(char32_t following);
    std::uint32_t put_word(std::string_view word, Span place, bool verbatim);

    const SourceText& decoded_;
    SourceText text_;
    Pending pending_ = Pending::line;
    Span pending_place_;  // of the blank on the decoded page
};

}  // namespace depesche
