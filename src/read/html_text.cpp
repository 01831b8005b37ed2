#include "read/html_text.h"

#include <optional>

#include "base/utf8.h"

namespace depesche {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// How far words go on with single blanks between them: a stretch that needs no collapsing.
std::size_t plain_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (is_blank(text[at]) && (text[at] != ' ' || at + 1 == text.size() || is_blank(text[at + 1]))) break;
        ++at;
    }
    return at;
}

}  // namespace

std::uint32_t HtmlText::put(std::string_view text, Span place, bool verbatim) {
    std::size_t at = 0;
    std::optional<std::uint32_t> first;
    while (at < text.size()) {
        const std::size_t begin = at;
        while (at < text.size() && is_blank(text[at])) ++at;
        auto span_of = [&](std::size_t from, std::size_t to) {
            return verbatim ? Span{place.begin + static_cast<std::uint32_t>(from), place.begin + static_cast<std::uint32_t>(to)} : place;
        };
        if (at > begin && pending_ != Pending::line && pending_ != Pending::blank) {
            pending_ = Pending::blank;
            pending_place_ = span_of(begin, begin + 1);
        }
        const std::size_t end = plain_end(text, at);
        if (end > at) {
            const std::uint32_t begin_of_word = put_word(text.substr(at, end - at), span_of(at, end), verbatim);
            if (!first && begin_of_word < size()) first = begin_of_word;
        }
        at = end;
    }
    return first.value_or(size());
}

void HtmlText::flush(char32_t following) {
    if (pending_ == Pending::none) return;
    if (size() > 0) {
        const Span stored = decoded_.to_page(pending_place_);
        if (pending_ == Pending::line) text_.append("\n", text_.page_end(), 0);
        if (pending_ == Pending::blank) text_.append(" ", stored.begin, stored.size());
        if (pending_ == Pending::seam && (is_upper(following) || is_digit(following))) text_.append(" ", stored.begin, stored.size());
    }
    pending_ = Pending::none;
}

std::uint32_t HtmlText::put_word(std::string_view word, Span place, bool verbatim) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (first == 0xA0 && word.size() == at) {  // a lone no-break space out of a reference
        if (pending_ == Pending::none || pending_ == Pending::seam) {
            pending_ = Pending::blank;
            pending_place_ = place;
        }
        return size();
    }
    flush(first);
    const std::uint32_t begin = size();
    if (verbatim) {
        text_.append_from(decoded_, place);
    } else {
        const Span stored = decoded_.to_page(place);
        text_.append(word, stored.begin, stored.size());
    }
    return begin;
}

}  // namespace depesche
