#include "marks/quote_stretches.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

bool is_heading(PassageKind kind) { return kind == PassageKind::headline || kind == PassageKind::crosshead; }

class Stretches {
public:
    explicit Stretches(const MarkText& text) : text_(text) {}

    std::vector<QuotedStretch> run() {
        for (std::size_t p = 0; p < text_.passages.size(); ++p) {
            const Span passage = text_.passages[p].span;
            PairedMarks paired = pair_quotation_marks(text_.text, passage);
            close_earlier(p, paired);
            const std::size_t first = found_.size();
            found_.insert(found_.end(), paired.stretches.begin(), paired.stretches.end());
            const std::vector<Span> left = add_around(paired, first);
            const std::size_t sorted = found_.size();
            for (const Span mark : left) add_unopened(mark, first, sorted);
            if (!paired.open.empty() && next_begins_with_mark(p)) {
                found_.push_back({{paired.open.begin, passage.end}, {paired.open.end, passage.end}, true, true});
            } else if (!paired.open.empty() && !is_heading(text_.passages[p].kind)) {
                open_ = paired.open;
                open_passage_ = p;
            }
            std::ranges::sort(found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(), {},
                              [](const QuotedStretch& s) { return s.outer.begin; });
        }
        take_unclosed();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool next_begins_with_mark(std::size_t p) const {
        if (p + 1 >= text_.passages.size() || is_heading(text_.passages[p + 1].kind)) return false;
        const Span next = text_.passages[p + 1].span;
        const std::string_view words = trim(text_.text.substr(next.begin, next.size()));
        return words.starts_with("„") || words.starts_with("»") || words.starts_with("«") || words.starts_with("“") ||
               words.starts_with("\"");
    }

    // „Der Kai ist alt.¶Er hält noch“: a closing mark before any other in a later paragraph closes the opening one that an earlier
    // paragraph left; each paragraph's part is a stretch, carried on.
    void close_earlier(std::size_t p, PairedMarks& paired) {
        constexpr std::size_t most = 3;          // paragraphs behind the first
        constexpr std::uint32_t longest = 3000;  // bytes
        if (open_.empty()) return;
        const Span passage = text_.passages[p].span;
        const bool silent = paired.stretches.empty() && paired.unopened.empty() && paired.open.empty();
        const bool near = p <= open_passage_ + most && passage.end < open_.begin + longest && !is_heading(text_.passages[p].kind);
        if (near && silent) return;
        const bool closes = near && !paired.unopened.empty() &&
                            (paired.stretches.empty() || paired.unopened.front().begin < paired.stretches.front().outer.begin);
        if (closes) {
            const Span mark = paired.unopened.front();
            const Span first = text_.passages[open_passage_].span;
            found_.push_back({{open_.begin, first.end}, {open_.end, first.end}, true, true});
            for (std::size_t m = open_passage_ + 1; m < p; ++m)
                found_.push_back({text_.passages[m].span, text_.passages[m].span, false, true});
            found_.push_back({{passage.begin, mark.end}, {passage.begin, mark.begin}, false, false});
            paired.unopened.erase(paired.unopened.begin());
            open_ = {};
        }
        take_unclosed();
    }

    // Sie sagte: „Der Kai ist alt. Er bricht.¶ — behind a colon, a mark that nothing closes opens what fills the paragraph with whole
    // sentences.
    void take_unclosed() {
        constexpr std::size_t longest = 600;  // bytes
        if (open_.empty()) return;
        const Span passage = text_.passages[open_passage_].span;
        const std::string_view before = trim(text_.text.substr(passage.begin, open_.begin - passage.begin));
        const std::string_view words = trim(text_.text.substr(open_.end, passage.end - open_.end));
        const bool whole = words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
        if (before.ends_with(':') && whole && words.size() <= longest)
            found_.push_back({{open_.begin, passage.end}, {open_.end, passage.end}, true, false, true});
        open_ = {};
    }

    // „Die „Möwe“ lief aus. Wir sahen zu“: a closing mark left over belongs to the opening one before it behind which others of its kind
    // stand; the stretch takes their place. Gives the closing marks that found none. The paragraph's stretches begin at `first`.
    std::vector<Span> add_around(const PairedMarks& paired, std::size_t first) {
        if (paired.dropped.empty()) return paired.unopened;
        constexpr std::uint32_t longest = 1500;  // bytes
        std::vector<Span> left;
        std::vector<Span> open;
        auto next = paired.dropped.begin();
        for (const Span mark : paired.unopened) {
            while (next != paired.dropped.end() && next->begin < mark.begin) open.push_back(*next++);
            const bool near = !open.empty() && open.back().begin + longest > mark.begin;
            if (near) replace({{open.back().begin, mark.end}, {open.back().end, mark.begin}}, first);
            else left.push_back(mark);
            if (near) open.pop_back();
        }
        const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
        found_.erase(std::remove_if(begin, found_.end(), [](const QuotedStretch& s) { return s.outer.empty(); }), found_.end());
        return left;
    }

    // Puts a stretch where the first of those that it holds was, and empties the others; nothing when it holds none.
    void replace(const QuotedStretch& whole, std::size_t first) {
        const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
        auto at = std::partition_point(begin, found_.end(), [&](const QuotedStretch& s) { return s.outer.begin < whole.outer.begin; });
        if (at == found_.end() || at->outer.begin >= whole.outer.end) return;
        *at = whole;
        for (++at; at != found_.end() && at->outer.begin < whole.outer.end; ++at) at->outer.end = at->outer.begin;
    }

    // Only a mark before a comma can close: „… austauschen“, berichtete … The stretches from `first` to `paired` are sorted.
    void add_unopened(Span mark, std::size_t first, std::size_t paired) {
        const auto& sentences = text_.tokens.sentences;
        const auto it = std::ranges::partition_point(sentences, [&](const Sentence& s) { return s.span.end < mark.end; });
        if (it == sentences.end() || it->span.begin >= mark.begin || text_.text.substr(mark.end, 1) != ",") return;
        const Span outer{it->span.begin, mark.end};
        const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = found_.begin() + static_cast<std::ptrdiff_t>(paired);
        const auto other = std::partition_point(begin, end, [&](const QuotedStretch& s) { return s.outer.end <= outer.begin; });
        const bool taken =
            (other != end && other->outer.overlaps(outer)) || (found_.size() > paired && found_.back().outer.overlaps(outer));
        if (!taken) found_.push_back({outer, {outer.begin, mark.begin}, false, false});
    }

    const MarkText& text_;
    std::vector<QuotedStretch> found_;
    Span open_;  // an opening mark that its paragraph left without a closing one; empty when there is none
    std::size_t open_passage_ = 0;
};

}  // namespace

std::vector<QuotedStretch> quoted_stretches(const MarkText& text) { return Stretches(text).run(); }

}  // namespace depesche
