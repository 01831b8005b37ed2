// Quoted words inside what somebody says, and elsewhere in a sentence that attributes something.
#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_collector.h"
#include "marks/quote_said.h"

namespace depesche {
namespace {

using enum WordClass;

const Item& item(const QuoteText& text, std::uint32_t i) { return text.items[i]; }

// "durch „Larry“ entstanden": one word that begins with a capital is a name or a term in a sentence of others' words.
bool is_bare_noun(const QuoteText& text, std::uint32_t i) {
    return words_in(text, item(text, i)) == 1 && begins_upper(trim(text.words(text.stretches[item(text, i).quoted].inner)));
}

// "ein reiner „Skandal“", "ihren „Irrweg“": an adjective or "ihr" before a noun that is no name's place.
bool is_described(const QuoteText& text, const Frame& frame, std::uint32_t i) {
    if (i == frame.items.first) return false;
    const Item& before = item(text, i - 1);
    const bool named = i + 1 < frame.items.last && item(text, i + 1).is_word() && item(text, i + 1).capital;  // "der grüne „Realo“ Krey"
    if (!before.is_word() || before.capital || before.unusual || named) return false;
    const std::string_view word = text.words(before);
    const bool adjective =
        before.classes == 0 && before.entry == nullptr && word.size() > 4 &&
        (word.ends_with("e") || word.ends_with("en") || word.ends_with("er") || word.ends_with("es") || word.ends_with("em"));
    return adjective || before.is(possessive);
}

// "aus einem Wort: „Nein.“", not "(kurz: „Rat“)"
bool closes_colon(const QuoteText& text, std::uint32_t i) {
    const std::string_view words = trim(text.words(text.stretches[item(text, i).quoted].inner));
    return item(text, i - 1).mark == ':' && (words.ends_with('.') || words.ends_with('!') || words.ends_with('?'));
}

}  // namespace

const QuoteAttribution* nearest(const std::vector<QuoteAttribution>& found, std::uint32_t at) {
    const QuoteAttribution* best = nullptr;
    for (const QuoteAttribution& a : found) {
        if (a.speaker.empty() || a.cue.empty()) continue;
        if (best == nullptr || a.cue.front() < at) best = &a;
    }
    return best != nullptr || found.empty() || found.front().cue.empty() ? best : &found.front();
}

bool Collector::names_speaker(const QuoteAttribution& a, std::uint32_t at) const {
    constexpr std::uint32_t longest = 5;  // words
    return a.speaker.first <= at && at < a.speaker.last && words_in(text_, item(at)) <= longest;
}

bool Collector::is_of_later(const QuoteAttribution& a, std::uint32_t at) const {
    return std::ranges::any_of(found_, [&](const QuoteAttribution& other) {
        return !other.speaker.empty() && !other.cue.empty() && !a.cue.empty() && other.quotes && other.speaker.first != a.speaker.first &&
               other.cue.front() > a.cue.back() && other.cue.front() < at;
    });
}

void Collector::nested(const Frame& frame, ItemRange r, const QuoteAttribution& a) {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
        if (item(i).kind != ItemKind::quoted || used_[item(i).quoted] || names_speaker(a, i)) continue;
        const bool name = is_name_in_marks(text_, frame, i) || is_bare_noun(text_, i);
        const bool noun = is_abstract_noun(text_, frame, i) || (is_bare_noun(text_, i) && is_described(text_, frame, i));
        if ((name && !noun) || (a.judged && is_of_later(a, i))) continue;
        used_[item(i).quoted] = true;
        Quote quote = blank(QuoteType::direct, a);
        quote.parts = {text_.stretches[item(i).quoted].inner};
        quote.confidence = std::min(quote.confidence, nested_confidence);
        add(std::move(quote));
    }
}

void Collector::fragments(const Frame& frame, const std::vector<QuoteAttribution>& found) {
    if (found.empty()) return;
    for (std::uint32_t i = frame.items.first; i < frame.items.last; ++i) {
        if (item(i).kind != ItemKind::quoted || used_[item(i).quoted] || is_name_in_marks(text_, frame, i)) continue;
        const bool small = !begins_upper(trim(text_.words(text_.stretches[item(i).quoted].inner)));
        const bool introduced = i > frame.items.first &&
                                (closes_colon(text_, i) || item(i - 1).is(indefinite) || item(i - 1).is(as) || item(i - 1).is(cue_noun));
        const QuoteAttribution* by = nearest(found, i);
        if ((!small && !introduced) || by == nullptr || !by->quotes) continue;
        used_[item(i).quoted] = true;
        Quote quote = blank(QuoteType::direct, *by);
        if (!small && closes_colon(text_, i) && words_in(text_, item(i)) == 1) quote.speaker.clear();
        quote.parts = {text_.stretches[item(i).quoted].inner};
        quote.confidence = std::min(quote.confidence, 0.55F);
        add(std::move(quote));
    }
}

}  // namespace depesche
