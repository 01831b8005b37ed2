#include "read/source_text.h"

#include <algorithm>
#include <cassert>

namespace depesche {
namespace {

std::uint32_t text_end_of(const Run& run) { return run.text + run.count * run.text_unit; }
std::uint32_t page_end_of(const Run& run) { return run.page + run.count * run.page_unit; }

// The run that holds text offset `at`: text is covered without gaps, so it is the last one that begins at or before it.
const Run& run_at_text(const std::vector<Run>& runs, std::uint32_t at) {
    auto after = std::upper_bound(runs.begin(), runs.end(), at, [](std::uint32_t value, const Run& run) { return value < run.text; });
    assert(after != runs.begin());
    return *(after - 1);
}

}  // namespace

Span SourceText::to_page(Span span) const {
    if (runs_.empty()) return {};
    if (span.empty()) {
        if (span.begin >= text_.size()) return {page_end_of(runs_.back()), page_end_of(runs_.back())};
        const Run& run = run_at_text(runs_, span.begin);
        const std::uint32_t at = run.page + (span.begin - run.text) / run.text_unit * run.page_unit;
        return {at, at};
    }
    assert(span.end <= text_.size());
    const Run& first = run_at_text(runs_, span.begin);
    const Run& last = run_at_text(runs_, span.end - 1);
    const std::uint32_t begin = first.page + (span.begin - first.text) / first.text_unit * first.page_unit;
    const std::uint32_t end = last.page + ((span.end - 1 - last.text) / last.text_unit + 1) * last.page_unit;
    return {begin, end};
}

Span SourceText::from_page(Span page) const {
    if (page.empty()) return {};
    // First run that ends behind page.begin, last run that begins before page.end.
    auto first = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return page_end_of(run) <= page.begin; });
    auto behind = std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.page < page.end; });
    if (first >= behind) return {};
    const Run& last = *(behind - 1);
    const std::uint32_t begin =
        page.begin <= first->page ? first->text : first->text + (page.begin - first->page) / first->page_unit * first->text_unit;
    const std::uint32_t end =
        page.end >= page_end_of(last) ? text_end_of(last) : last.text + ((page.end - 1 - last.page) / last.page_unit + 1) * last.text_unit;
    return {begin, end};
}

void SourceText::append(std::string_view unit_text, std::uint32_t page_begin, std::uint32_t page_size) {
    if (unit_text.empty()) return;
    const auto text_unit = static_cast<std::uint32_t>(unit_text.size());
    if (!runs_.empty()) {
        Run& last = runs_.back();
        if (last.text_unit == text_unit && last.page_unit == page_size && page_end_of(last) == page_begin) {
            ++last.count;
            text_ += unit_text;
            return;
        }
    }
    runs_.push_back({static_cast<std::uint32_t>(text_.size()), page_begin, 1, text_unit, page_size});
    text_ += unit_text;
}

void SourceText::append_from(const SourceText& source, Span span) {
    auto run = std::upper_bound(source.runs_.begin(), source.runs_.end(), span.begin,
                                [](std::uint32_t value, const Run& r) { return value < r.text; });
    if (run == source.runs_.begin()) return;
    for (--run; run != source.runs_.end() && run->text < span.end; ++run) {
        const std::uint32_t first = (std::max(span.begin, run->text) - run->text) / run->text_unit;
        const std::uint32_t last = (std::min(span.end, text_end_of(*run)) - run->text + run->text_unit - 1) / run->text_unit;
        if (first >= last) continue;
        const Run part{static_cast<std::uint32_t>(text_.size()), run->page + first * run->page_unit, last - first, run->text_unit,
                       run->page_unit};
        text_ += source.view({run->text + first * run->text_unit, run->text + last * run->text_unit});
        if (!runs_.empty() && runs_.back().text_unit == part.text_unit && runs_.back().page_unit == part.page_unit &&
            page_end_of(runs_.back()) == part.page) {
            runs_.back().count += part.count;
        } else {
            runs_.push_back(part);
        }
    }
}

std::uint32_t SourceText::page_end() const { return runs_.empty() ? 0 : page_end_of(runs_.back()); }

void SourceText::append_verbatim(std::string_view bytes, std::uint32_t page_begin) {
    if (bytes.empty()) return;
    const auto count = static_cast<std::uint32_t>(bytes.size());
    if (!runs_.empty() && runs_.back().text_unit == 1 && runs_.back().page_unit == 1 && page_end_of(runs_.back()) == page_begin) {
        runs_.back().count += count;
    } else {
        runs_.push_back({static_cast<std::uint32_t>(text_.size()), page_begin, count, 1, 1});
    }
    text_ += bytes;
}

}  // namespace depesche
