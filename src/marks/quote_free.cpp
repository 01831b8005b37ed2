// Speech without a cue: sentences and clauses in the subjunctive.
#include <algorithm>
#include <optional>

#include "marks/quote_collector.h"
#include "marks/quote_content.h"
#include "marks/quote_opening.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

const Item& item(const QuoteText& text, std::uint32_t i) { return text.items[i]; }

bool reports_at_end(const QuoteText& text, const Segment& segment) {
    const Item& lead = item(text, segment.items.first);
    const Item& verb = item(text, segment.items.last - 1);
    const bool clause = is_relative_clause(text, segment) || (segment.before == ',' && lead.is_word() && lead.is(subordinator));
    const auto begin = text.items.begin() + segment.items.first;
    return clause && verb.is_word() && !verb.capital && verb.is(subjunctive) &&
           std::none_of(begin, begin + std::min(segment.items.size(), 8U), [](const Item& word) { return word.is(first_person); });
}

enum class Hearsay : std::uint8_t { none, plan, past };

// "Der Mann soll das Boot gestohlen haben" is told of what was, "Der Kai soll im Mai öffnen" of what is planned.
Hearsay hearsay_of(const QuoteText& text, const Frame& frame) {
    for (const Segment& segment : text.segments_of(frame)) {
        const ItemRange r = segment.items;
        const Item& lead = item(text, r.first);
        if (lead.is_word() && (lead.is(subordinator) || lead.is(content)) && segment.before == ',') continue;
        if (is_relative_clause(text, segment)) continue;
        for (std::uint32_t i = r.first; i + 1 < r.last; ++i) {
            if (!item(text, i).is_word() || !item(text, i).is(modal) || !text.lexicon->is_hearsay_modal(text.words(item(text, i))))
                continue;
            const Item& last = item(text, r.last - 1);
            return last.is_word() && text.lexicon->ends_hearsay(text.words(last)) ? Hearsay::past : Hearsay::plan;
        }
    }
    return Hearsay::none;
}

bool is_content(const std::vector<QuoteAttribution>& found, std::uint32_t at) {
    return std::ranges::any_of(found, [&](const QuoteAttribution& a) {
        return !a.judged && std::ranges::any_of(a.content, [&](ItemRange c) { return c.first <= at && at < c.last; });
    });
}

// Behind the clause in segment `s` and what depends on it, up to where the main clause goes on with its verb.
std::uint32_t clause_last(const QuoteText& text, const Frame& frame, std::uint32_t s) {
    for (std::uint32_t next = s + 1; next < frame.last_segment; ++next) {
        const Item& lead = item(text, text.segments[next].items.first);
        const bool goes_on = is_finite(lead) || (lead.is_word() && (lead.is(subjunctive) || lead.is(coordinator)));
        if (goes_on || text.segments[next].before != ',') return text.segments[next - 1].items.last;
    }
    return content_end(text, frame);
}

}  // namespace

bool Collector::free_speech(const Frame& frame) {
    if (frame.heading || !is_in_subjunctive(text_, frame, follows_last(frame, 1))) return false;
    introduce(frame);
    const bool known = follows_last(frame, 3);
    Quote quote;
    quote.type = QuoteType::indirect_free_indirect;
    if (known) quote.speaker = last_->speaker;
    quote.confidence = known ? (last_->indirect ? 0.7F : 0.6F) : 0.4F;
    add_parts(quote, {frame.items.first, content_end(text_, frame)});
    if (quote.parts.empty()) return false;
    QuoteAttribution none;
    none.confidence = quote.confidence;
    const std::size_t before = quotes_.size();
    nested(frame, frame.items, none);
    for (std::size_t i = before; i < quotes_.size(); ++i) quotes_[i].speaker = quote.speaker;
    if (join_free(frame, quote)) return true;
    free_ = quotes_.size();
    free_frame_ = frame_index_;
    quotes_.push_back(std::move(quote));
    if (known) touch(frame);
    return true;
}

void Collector::introduce(const Frame& frame) {
    if (frame_index_ == 0 || (last_ && last_->frame + 1 >= frame_index_)) return;
    const Frame& before = text_.frames[frame_index_ - 1];
    if (before.heading || before.passage != frame.passage || frame.heading) return;
    const auto subject = opening_subject(text_, before);
    if (!subject) return;
    last_ = LastSaid{{text_.span_of(subject->items)}, {}, frame_index_ - 1, before.passage, false};
}

bool Collector::hearsay(const Frame& frame) {
    const Hearsay told = hearsay_of(text_, frame);
    if (frame.heading || told == Hearsay::none) return false;
    if (!follows_last(frame, told == Hearsay::past ? 2 : 1) || last_->passage != frame.passage) return false;
    Quote quote;
    quote.type = QuoteType::free_indirect;
    quote.speaker = last_->speaker;
    quote.confidence = 0.5F;
    add_parts(quote, {frame.items.first, content_end(text_, frame)});
    if (quote.parts.empty()) return false;
    add(std::move(quote));
    return true;
}

bool Collector::join_free(const Frame& frame, const Quote& quote) {
    if (!free_ || *free_ >= quotes_.size() || free_frame_ + 1 != frame_index_) return false;
    Quote& before = quotes_[*free_];
    if (before.type != QuoteType::indirect_free_indirect || before.speaker != quote.speaker) return false;
    if (text_.frames[free_frame_].passage != frame.passage) return false;
    before.parts.back().end = quote.parts.back().end;
    free_frame_ = frame_index_;
    touch(frame);
    return true;
}

void Collector::clauses_in_subjunctive(const Frame& frame, const std::vector<QuoteAttribution>& found) {
    if (frame.heading) return;
    for (std::uint32_t s = frame.first_segment + 1; s < frame.last_segment; ++s) {
        const ItemRange r = text_.segments[s].items;
        if (!reports_at_end(text_, text_.segments[s]) || is_content(found, r.first)) continue;
        QuoteAttribution a;
        if (const QuoteAttribution* by = nearest(found, r.first); by != nullptr) a.speaker = by->speaker;
        if (a.speaker.empty()) {
            if (const auto subject = opening_subject(text_, frame)) a.speaker = subject->items;
        }
        a.confidence = a.speaker.empty() ? 0.4F : 0.6F;
        Quote quote = blank(QuoteType::indirect, a);
        const std::uint32_t last = clause_last(text_, frame, s);
        add_parts(quote, {r.first, last});
        if (quote.parts.empty()) continue;
        add(std::move(quote));
        nested(frame, {r.first, last}, a);
        while (s + 1 < frame.last_segment && text_.segments[s + 1].items.first < last) ++s;
    }
}

}  // namespace depesche
