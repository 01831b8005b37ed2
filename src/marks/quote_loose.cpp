// Quoted stretches that no attribution took: whole sentences, words behind a colon, headings.
#include <algorithm>
#include <optional>

#include "marks/quote_collector.h"
#include "marks/quote_content.h"
#include "marks/quote_opening.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"

namespace depesche {
namespace {

using enum WordClass;

const Item& item(const QuoteText& text, std::uint32_t i) { return text.items[i]; }

// "Das Fazit der Forscherin: …", "Der Rat von Kai Wulff: …": who stands behind the first noun, when that one may speak.
std::optional<Phrase> behind_thing(const QuoteText& text, const Phrase& thing) {
    for (std::uint32_t i = thing.items.first + 1; i < thing.items.last; ++i) {
        if (!item(text, i).is_word() || item(text, i).capital || !(item(text, i).is(genitive) || item(text, i).is(attributive_behind)))
            continue;
        const auto who = noun_phrase(text, item(text, i).is(determiner) ? i : i + 1, thing.items.last);
        if (who && may_speak(text, *who)) return who;
        return std::nullopt;
    }
    return std::nullopt;
}

// "Am Abend meldete sich der Hafenkapitän zu Wort: …", "Die Ministerin: …"
std::optional<Phrase> before_colon(const QuoteText& text, const Frame& frame, std::uint32_t colon) {
    std::uint32_t s = frame.first_segment;
    while (s + 1 < frame.last_segment && text.segments[s + 1].items.first < colon) ++s;
    const ItemRange r = text.segments[s].items;
    for (std::uint32_t i = r.first + 1; i < r.last; ++i) {  // "Fragen wies er zurück"
        if (item(text, i).is_word() && item(text, i).is(subject_pronoun)) return Phrase{{i, i + 1}, false};
    }
    const Item& first = item(text, r.first);
    const bool nominative_start = first.is_word() && !first.is(preposition) && (!first.is(determiner) || first.is(nominative));
    auto phrase = nominative_start ? noun_phrase(text, r.first, r.last) : std::nullopt;
    if (phrase && s == frame.first_segment + 1 && text.segments[s].before == ',' && phrase->items.last == r.last) {
        const ItemRange name = text.segments[frame.first_segment].items;  // "Ada Krey, Präsidentin des Rats: …"
        const auto whole = noun_phrase(text, name.first, name.last);
        if (whole && whole->name && whole->items.last == name.last) phrase->items.first = name.first;
    }
    if (!phrase) phrase = subject_behind(text, r.first, r.last);
    if (!phrase) phrase = person_in(text, {frame.items.first, r.last});
    if (phrase && !item(text, phrase->items.first).is_word() && is_utterance(text, frame, phrase->items.first)) return std::nullopt;
    if (!phrase || item(text, phrase->items.first).is(possessive) || may_speak(text, *phrase)) return phrase;
    return behind_thing(text, *phrase);
}

}  // namespace

void Collector::loose_stretches(const Frame& frame) {
    const bool alone = only_quoted(text_, frame.items);
    for (std::uint32_t i = frame.items.first; i < frame.items.last; ++i) {
        if (item(i).kind != ItemKind::quoted || used_[item(i).quoted]) continue;
        if (alone) take_alone(frame, i);
        else take_loose(frame, i);
    }
}

void Collector::take_alone(const Frame& frame, std::uint32_t i) {
    const bool same = last_ && last_->passage == frame.passage && follows_last(frame, 2);
    if (!is_utterance(text_, frame, i) && !same) return;
    Quote quote;
    quote.parts = {text_.stretches[item(i).quoted].inner};
    const bool next = !same && !frame.heading && follows_last(frame, 1);
    if (same) {
        quote.speaker = last_->speaker;
        quote.via = last_->via;
    }
    if (next) quote.speaker = last_->speaker;
    quote.confidence = same ? 0.8F : (next ? 0.55F : 0.45F);
    used_[item(i).quoted] = true;
    if (frame.heading && quote.speaker.empty()) headings_.push_back({quotes_.size(), true});
    quotes_.push_back(std::move(quote));
    if (same || next) touch(frame);
}

void Collector::take_loose(const Frame& frame, std::uint32_t i) {
    const bool colon = i > frame.items.first && item(i - 1).mark == ':';
    if (!is_utterance(text_, frame, i) && !(frame.heading && words_in(text_, item(i)) >= 3)) return;
    Quote quote;
    quote.parts = {text_.stretches[item(i).quoted].inner};
    quote.confidence = 0.45F;
    if (colon) {
        if (const auto who = before_colon(text_, frame, i - 1)) {
            const bool of_last = item(who->items.first).is(possessive) && follows_last(frame, 2);  // "Seine Begründung: …"
            quote.speaker = of_last ? last_->speaker : std::vector<Span>{text_.span_of(who->items)};
            quote.confidence = 0.65F;
        }
    }
    if (!colon && !frame.heading && last_ && last_->frame == frame_index_) quote.speaker = last_->speaker;
    used_[item(i).quoted] = true;
    if (colon) remember(frame, quote);
    if (frame.heading) headings_.push_back({quotes_.size(), is_utterance(text_, frame, i)});
    quotes_.push_back(std::move(quote));
}

std::optional<std::size_t> Collector::stretch_of(Span part) const {
    const auto at = std::ranges::partition_point(text_.stretches, [&](const QuotedStretch& s) { return s.inner.begin < part.begin; });
    if (at == text_.stretches.end() || at->inner != part) return std::nullopt;
    return static_cast<std::size_t>(at - text_.stretches.begin());
}

std::vector<std::size_t> Collector::holders() const {
    std::vector<std::size_t> holder(text_.stretches.size(), quotes_.size());
    for (std::size_t q = 0; q < quotes_.size(); ++q) {
        if (quotes_[q].type != QuoteType::direct) continue;
        for (const Span part : quotes_[q].parts) {
            if (const auto stretch = stretch_of(part)) holder[*stretch] = q;
        }
    }
    return holder;
}

void Collector::doubt_unclosed() {
    constexpr float most = 0.5F;
    for (Quote& quote : quotes_) {
        for (const Span part : quote.parts) {
            const auto stretch = stretch_of(part);
            if (stretch && text_.stretches[*stretch].unclosed) quote.confidence = std::min(quote.confidence, most);
        }
    }
}

void Collector::join_carried() {
    if (std::ranges::none_of(text_.stretches, &QuotedStretch::carried_on)) return;
    std::vector<std::size_t> holder = holders();
    std::vector<std::size_t> joined_to(quotes_.size() + 1);  // the quote that took another's place in it; itself for the rest
    for (std::size_t q = 0; q < joined_to.size(); ++q) joined_to[q] = q;
    for (std::size_t s = 0; s + 1 < text_.stretches.size(); ++s) {
        if (!text_.stretches[s].carried_on) continue;
        const std::size_t first = joined_to[holder[s]];
        const std::size_t second = holder[s + 1];
        if (first != quotes_.size() && second == quotes_.size()) {  // "[…]" in a paragraph of its own
            quotes_[first].parts.push_back(text_.stretches[s + 1].inner);
            holder[s + 1] = first;
            continue;
        }
        if (first == quotes_.size() || second == quotes_.size() || joined_to[second] != second || first == second) continue;
        Quote& whole = quotes_[first];
        Quote& rest = quotes_[second];
        rest.parts.insert(rest.parts.begin(), whole.parts.begin(), whole.parts.end());
        const bool told_later = whole.cue.empty() && !rest.cue.empty();
        if (told_later || whole.speaker.empty()) whole = std::move(rest);
        else whole.parts = std::move(rest.parts);
        joined_to[second] = first;
    }
    std::size_t kept = 0;
    for (std::size_t q = 0; q < joined_to.size() - 1; ++q) {
        if (joined_to[q] != q) continue;
        if (kept != q) quotes_[kept] = std::move(quotes_[q]);
        ++kept;
    }
    quotes_.resize(kept);
}

void Collector::name_headings() {
    constexpr std::size_t most = 32;
    std::vector<std::size_t> dropped;
    for (std::size_t h = 0; h < std::min(headings_.size(), most); ++h) {
        Quote& heading = quotes_[headings_[h].quote];
        const std::string_view words = text_.words(heading.parts.front());
        const auto source = std::ranges::find_if(quotes_, [&](const Quote& q) {
            return q.type == QuoteType::direct && !q.speaker.empty() && q.parts.front() != heading.parts.front() &&
                   std::ranges::any_of(q.parts, [&](Span part) { return text_.words(part).find(words) != std::string_view::npos; });
        });
        if (source != quotes_.end()) {
            heading.speaker = source->speaker;
            heading.confidence = 0.7F;
        } else if (!headings_[h].utterance) {
            dropped.push_back(headings_[h].quote);
        }
    }
    for (std::size_t i = dropped.size(); i-- > 0;) quotes_.erase(quotes_.begin() + static_cast<std::ptrdiff_t>(dropped[i]));
}

}  // namespace depesche
