#include "marks/quote_utterances.h"

#include <algorithm>
#include <utility>

#include "marks/quote_attribution.h"
#include "marks/quote_collector.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"

namespace depesche {
namespace {

using enum WordClass;

const Item& item(const QuoteText& text, std::uint32_t i) { return text.items[i]; }

std::vector<Span> spans_of(const QuoteText& text, const std::vector<std::uint32_t>& items) {
    std::vector<Span> spans;
    for (const std::uint32_t i : items) {
        const bool next = !spans.empty() && i > 0 && item(text, i - 1).span.end == spans.back().end;
        if (next) spans.back().end = item(text, i).span.end;
        else spans.push_back(item(text, i).span);
    }
    return spans;
}

// "man" is nobody in particular.
bool is_anybody(const QuoteText& text, ItemRange speaker) { return speaker.size() == 1 && item(text, speaker.first).is(anybody); }

// The cue stands within what another says: "meldete, der Verein habe bestätigt".
bool is_nested(const std::vector<QuoteAttribution>& found, const QuoteAttribution& a) {
    constexpr std::size_t most = 24;  // a frame with more is no writing
    if (a.cue.empty() || found.size() > most) return false;
    return std::ranges::any_of(found, [&](const QuoteAttribution& other) {
        return &other != &a && !other.judged &&
               std::ranges::any_of(other.content, [&](ItemRange c) { return c.first <= a.cue.front() && a.cue.front() < c.last; });
    });
}

}  // namespace

std::vector<Quote> Collector::run() {
    for (frame_index_ = 0; frame_index_ < text_.frames.size(); ++frame_index_) {
        previous_begin_ = current_begin_;
        current_begin_ = quotes_.size();
        const Frame& frame = text_.frames[frame_index_];
        const std::vector<QuoteAttribution> found = find_attributions(text_, frame);
        const bool attributed = std::ranges::any_of(found, [](const QuoteAttribution& a) { return !a.judged; });
        if (!attributed && (free_speech(frame) || hearsay(frame))) {
            loose_stretches(frame);
            continue;
        }
        clauses_in_subjunctive(frame, found);
        found_ = found;
        for (const QuoteAttribution& a : found) {
            nested_ = is_nested(found, a);
            if (!nested_ || !a.judged) take(frame, a);
        }
        nested_ = false;
        fragments(frame, found);
        loose_stretches(frame);
    }
    name_headings();
    doubt_unclosed();
    join_carried();
    std::ranges::stable_sort(quotes_, {}, [](const Quote& q) { return q.parts.front().begin; });
    return std::move(quotes_);
}

void Collector::add(Quote quote) {
    const auto rank = [](const Quote& q) { return std::pair(!q.speaker.empty(), q.confidence); };
    for (std::size_t i = previous_begin_; i < quotes_.size(); ++i) {
        Quote& known = quotes_[i];
        const bool both_speak = !known.speaker.empty() && !quote.speaker.empty();
        if (known.type != quote.type || known.parts != quote.parts || both_speak) continue;
        if (rank(quote) > rank(known)) known = std::move(quote);
        return;
    }
    quotes_.push_back(std::move(quote));
}

Quote Collector::blank(QuoteType type, const QuoteAttribution& a) const {
    Quote quote;
    quote.type = type;
    if (!a.source.empty()) quote.speaker.push_back(text_.span_of(a.source));
    if (!a.speaker.empty() && !is_anybody(text_, a.speaker)) quote.speaker.push_back(text_.span_of(a.speaker));
    quote.cue = spans_of(text_, a.cue);
    if (!a.medium.empty()) quote.via.push_back(text_.span_of(a.medium));
    if (!a.receiver.empty()) (a.receiver_is_medium ? quote.via : quote.addressee).push_back(text_.span_of(a.receiver));
    quote.cited = a.cited;
    quote.confidence = a.confidence;
    return quote;
}

void Collector::remember(const Frame& frame, const Quote& quote) {
    const bool is_cue = !quote.speaker.empty() && !quote.cue.empty() && quote.speaker.back() == quote.cue.front();  // "Demnach"
    if (quote.speaker.empty() || is_cue || nested_) return;
    last_ = LastSaid{quote.speaker, quote.via, frame_index_, frame.passage, quote.type != QuoteType::direct};
}

void Collector::take(const Frame& frame, const QuoteAttribution& a) {
    if (a.judged) return take_judged(frame, a);
    if (a.previous_frame) return take_previous(frame, a);
    const bool direct = std::ranges::all_of(a.content, [&](ItemRange r) { return only_quoted(text_, r); });
    Quote quote = blank(direct ? QuoteType::direct : QuoteType::indirect, a);
    for (const ItemRange r : a.content) add_parts(quote, r);
    if (quote.parts.empty()) return;
    remember(frame, quote);
    if (!direct) {
        for (const ItemRange r : a.content) nested(frame, r, a);
    }
    add(std::move(quote));
}

void Collector::add_parts(Quote& quote, ItemRange r) {
    if (quote.type != QuoteType::direct) {
        while (!r.empty() && item(r.last - 1).kind == ItemKind::mark) --r.last;
        while (!r.empty() && item(r.first).kind == ItemKind::mark) ++r.first;
        if (!r.empty()) quote.parts.push_back(text_.span_of(r));
        return;
    }
    for (std::uint32_t i = r.first; i < r.last; ++i) {
        if (item(i).kind != ItemKind::quoted) continue;
        used_[item(i).quoted] = true;
        quote.parts.push_back(text_.stretches[item(i).quoted].inner);
    }
}

void Collector::take_judged(const Frame& frame, const QuoteAttribution& a) {
    const std::size_t before = quotes_.size();
    if (!a.content.empty() && a.quotes) nested(frame, a.content.front(), a);
    for (std::size_t i = before; i < quotes_.size(); ++i) remember(frame, quotes_[i]);
    if (!a.speaker.empty() && may_speak(text_, {a.speaker})) remember(frame, blank(QuoteType::indirect, a));
    const bool marked =
        !a.content.empty() && std::any_of(text_.items.begin() + a.content.front().first, text_.items.begin() + a.content.front().last,
                                          [](const Item& word) { return word.kind == ItemKind::quoted; });
    const bool judged_words = !a.objects && (marked || (a.quotes && quotes_.size() > before));  // "nannte das eine „Zeitungsente“"
    if (!a.reported || frame.heading || judged_words) return;
    QuoteAttribution whole = a;
    whole.cue.clear();
    Quote quote = blank(QuoteType::reported, whole);
    add_parts(quote, {frame.items.first, content_end(text_, frame)});
    if (quote.parts.empty()) return;
    remember(frame, quote);
    add(std::move(quote));
}

void Collector::take_previous(const Frame& frame, const QuoteAttribution& a) {
    if (frame_index_ == 0) return;
    const Frame& said = text_.frames[frame_index_ - 1];
    if (said.passage != frame.passage || said.heading) return;
    Quote quote = blank(QuoteType::indirect, a);
    if (name_previous(frame, quote)) return;
    add_parts(quote, {said.items.first, content_end(text_, said)});
    for (const ItemRange r : a.content) add_parts(quote, r);
    remember(frame, quote);
    nested(said, said.items, a);
    add(std::move(quote));
}

std::vector<Quote>::const_iterator Collector::at(std::size_t quote) const { return quotes_.begin() + static_cast<std::ptrdiff_t>(quote); }

bool Collector::name_previous(const Frame& frame, const Quote& told) {
    const Span whole = text_.span_of(text_.frames[frame_index_ - 1].items);
    const bool told_already = std::any_of(at(previous_begin_), at(current_begin_), [&](const Quote& q) {
        return q.type != QuoteType::direct || q.confidence > nested_confidence ||
               2 * (q.parts.back().end - q.parts.front().begin) > whole.size();
    });
    if (!told_already) return false;
    for (std::size_t i = previous_begin_; i < current_begin_; ++i) {
        Quote& said = quotes_[i];
        const bool open = said.speaker.empty() || (said.cue.empty() && said.type == QuoteType::indirect_free_indirect);
        if (!open || told.speaker.empty()) continue;
        said.speaker = told.speaker;
        if (said.cue.empty()) said.cue = told.cue;
        said.confidence = std::max(said.confidence, told.confidence);
        remember(frame, said);
    }
    return true;
}

bool Collector::follows_last(const Frame& frame, std::uint32_t frames_apart) const {
    if (!last_ || frame_index_ > last_->frame + frames_apart) return false;
    return last_->passage == frame.passage || last_->passage + 1 == frame.passage;
}

void Collector::touch(const Frame& frame) {
    if (!last_) return;
    last_->frame = frame_index_;
    last_->passage = frame.passage;
}

std::vector<Quote> find_utterances(const QuoteText& text) { return Collector(text).run(); }

}  // namespace depesche
