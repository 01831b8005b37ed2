#include "marks/quote_units.h"

#include <optional>

#include "base/utf8.h"

namespace depesche {
namespace {

enum class MarkClass : std::uint8_t { none, low, curly, guillemet, straight, single_low, single_curly, single_straight, single_guillemet };

// „ and “ ” and » « (German, Swiss, and French with blanks inside) and "; ‚ and ‘ ’ and ' and › ‹. Which way all but „ and ‚ face is told
// by their neighbours.
MarkClass class_of(char32_t c) {
    switch (c) {
        case U'„':
        case U'‟':
            return MarkClass::low;
        case U'“':
        case U'”':
            return MarkClass::curly;
        case U'»':
        case U'«':
            return MarkClass::guillemet;
        case U'"':
        case U'″':
            return MarkClass::straight;
        case U'‚':
            return MarkClass::single_low;
        case U'‘':
        case U'’':
            return MarkClass::single_curly;
        case U'\'':
            return MarkClass::single_straight;
        case U'›':
        case U'‹':
            return MarkClass::single_guillemet;
        default:
            return MarkClass::none;
    }
}

bool is_single(MarkClass c) { return c >= MarkClass::single_low; }

// „…“, „…” and „…" go together, as do “…” and "…"; «…» only with themselves.
bool is_pair(MarkClass open, MarkClass close) {
    if (open == MarkClass::low) return close == MarkClass::curly || close == MarkClass::straight;
    if (open == MarkClass::single_low) return close == MarkClass::single_curly;
    return open == close || (open == MarkClass::curly && close == MarkClass::straight) ||
           (open == MarkClass::straight && close == MarkClass::curly);
}

bool is_opening_place(char32_t before) {
    return before == 0 || is_space(before) || before == U'(' || before == U'[' || before == U'/' || before == U'–' || before == U'—' ||
           before == U':' || before == U'-' || (class_of(before) != MarkClass::none && before != U'”');
}

bool is_closing_place(char32_t after) {
    return after == 0 || is_space(after) || (!is_letter(after) && !is_digit(after) && class_of(after) == MarkClass::none) ||
           class_of(after) != MarkClass::none;
}

struct OpenMark {
    Span at;
    MarkClass kind = MarkClass::none;
};

// One pass over the paragraph with a single open mark at a time: a new opening mark of the double kind throws an open one
// away, since nested quotes use the other kind; so the work is linear however the marks are broken.
class Pairing {
public:
    Pairing(std::string_view text, Span paragraph) : text_(text), end_(paragraph.end), at_(paragraph.begin) {}

    PairedMarks run() {
        char32_t before = 0;
        while (at_ < end_) {
            const auto begin = static_cast<std::uint32_t>(at_);
            const char32_t c =
                static_cast<unsigned char>(text_[at_]) < 0x80 ? static_cast<char32_t>(text_[at_++]) : next_code_point(text_, at_);
            const MarkClass kind = class_of(c);
            if (kind != MarkClass::none) take(c, kind, {begin, static_cast<std::uint32_t>(at_)}, before);
            before = c;
        }
        if (open_ && !is_single(open_->kind)) paired_.open = open_->at;
        return std::move(paired_);
    }

private:
    [[nodiscard]] char32_t peek() const {
        std::size_t next = at_;
        return at_ < end_ ? next_code_point(text_, next) : 0;
    }

    void take(char32_t c, MarkClass kind, Span at, char32_t before) {
        const char32_t after = peek();
        const bool opens = faces_open(c, kind, before, after);
        if (open_ && is_single(kind) && !is_single(open_->kind)) return;                           // nested, or an apostrophe
        if (is_single(kind) && !opens && (!open_ || !is_closing_place(after))) return;             // an apostrophe
        if (kind == MarkClass::single_curly && opens && !(c == U'‘' && is_letter(after))) return;  // "‘No,’ she said", not "’90er"
        if (kind == MarkClass::single_straight && opens && !is_upper(after)) return;               // "'No,' she said", not "'s ist Zeit"
        if (opens) {
            if (open_ && open_->kind == MarkClass::low && kind == MarkClass::low) paired_.dropped.push_back(open_->at);
            open_ = OpenMark{at, kind};
        } else if (open_ && is_pair(open_->kind, kind)) {
            add(Span{open_->at.end, at.begin}, Span{open_->at.begin, at.end});
            open_.reset();
        } else if (!is_single(kind)) {
            paired_.unopened.push_back(at);
            open_.reset();
        }
    }

    // Blanks inside the marks ("« Non »") belong to the marks.
    void add(Span inner, Span whole) {
        const std::string_view words = text_.substr(inner.begin, inner.size());
        const std::string_view trimmed = trim(words);
        if (trimmed.empty()) return;
        const auto begin = inner.begin + static_cast<std::uint32_t>(trimmed.data() - words.data());
        paired_.stretches.push_back({whole, {begin, begin + static_cast<std::uint32_t>(trimmed.size())}});
    }

    // French marks stand apart from the words: "« Non », dit-elle". What a mark faces is told by the mark itself then.
    [[nodiscard]] static bool stands_apart(char32_t c, char32_t before, char32_t after) {
        if (c == U'«') return is_space(after) && is_opening_place(before) && before != U'»';
        return c == U'»' && before != 0 && is_space(before) && is_closing_place(after);
    }

    [[nodiscard]] bool faces_open(char32_t c, MarkClass kind, char32_t before, char32_t after) const {
        if (kind == MarkClass::low || kind == MarkClass::single_low) return true;
        if (stands_apart(c, before, after)) return c == U'«';
        const bool may_open = is_opening_place(before) && after != 0 && !is_space(after);
        const bool may_close = before != 0 && !is_space(before) && is_closing_place(after);
        const bool inside = open_ && is_pair(open_->kind, kind);
        if (inside && (open_->kind == MarkClass::low || open_->kind == MarkClass::single_low || c == U'”')) return false;
        if (may_open != may_close) return may_open;
        return !inside;
    }

    std::string_view text_;
    std::size_t end_;
    std::size_t at_;
    std::optional<OpenMark> open_;
    PairedMarks paired_;
};

}  // namespace

PairedMarks pair_quotation_marks(std::string_view text, Span paragraph) { return Pairing(text, paragraph).run(); }

}  // namespace depesche
