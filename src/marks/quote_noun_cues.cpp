// Attributions by nouns with a clause: "die Forderung, die Löhne zu erhöhen".
#include <algorithm>
#include <optional>

#include "marks/quote_attribution.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

// The cue noun at or near the end of a segment, with a genitive or "von" behind it at most.
std::uint32_t cue_noun_of(const QuoteText& text, ItemRange r) {
    constexpr std::uint32_t farthest = 10;
    const std::uint32_t lowest = r.last - r.first > farthest ? r.last - farthest : r.first;
    for (std::uint32_t i = r.last; i-- > lowest;) {
        if (text.items[i].is_word() && text.items[i].capital && text.items[i].is(cue_noun) && !text.items[i].is(weekday)) return i;
    }
    return r.last;
}

// Nothing but a genitive or a phrase with "von" stands between the noun and the end.
bool closes_phrase(const QuoteText& text, std::uint32_t noun, std::uint32_t last) {
    if (noun + 1 == last) return true;
    const auto phrase = noun_phrase(text, noun, last);
    if (phrase && phrase->items.last == last) return true;
    return text.items[last - 1].is_word() && !text.items[last - 1].capital && text.items[last - 1].is(support);
}

// "22 Prozent teilen die Meinung", "die Stadt begegnet dem mit dem Argument": the subject that opens the clause, when it may speak
// and a verb that no list has follows.
ItemRange holder_in_front(const QuoteText& text, ItemRange r, std::uint32_t noun) {
    const Item& lead = text.items[r.first];
    if (!lead.is_word() && lead.kind != ItemKind::number) return {};
    const auto subject = subject_in_front(text, {r.first, noun});
    if (!subject || subject->items.last + 1 >= noun || !may_speak(text, *subject)) return {};
    const Item& verb = text.items[subject->items.last];
    const bool may_be_verb = verb.is_word() && !verb.capital && (verb.classes == 0 || verb.is(auxiliary));
    return may_be_verb ? subject->items : ItemRange{};
}

void add_noun_cue(const QuoteText& text, const Frame& frame, std::uint32_t segment, std::vector<QuoteAttribution>& out) {
    const ItemRange r = text.segments[segment].items;
    const std::uint32_t noun = cue_noun_of(text, r);
    if (noun == r.last || segment + 1 >= frame.last_segment) return;
    const Content kind = content_kind(text, segment + 1);
    if (kind == Content::none || !closes_phrase(text, noun, r.last)) return;
    const Item& opening = text.items[text.segments[segment + 1].items.first];
    if (opening.is_word() && opening.is(question) && opening.is(relative)) return;  // "eine Botschaft, welche …"
    const std::uint32_t begin = text.segments[segment + 1].items.first;
    for (const QuoteAttribution& a : out) {
        for (const ItemRange c : a.content) {
            if (!a.judged && c.first <= begin && begin < c.last) return;
        }
    }
    QuoteAttribution a;
    a.cue = {noun};
    for (std::uint32_t i = r.first; i < noun; ++i) {
        if (!text.items[i].is_word() || text.items[i].capital || !text.items[i].is(support)) continue;
        const auto front = i > r.first && !man_behind(text, i, noun) ? subject_in_front(text, {r.first, i}) : std::nullopt;
        const auto subject = front ? front : subject_behind(text, i + 1, noun);
        if (subject && subject->items.last <= noun) a.speaker = subject->items;
        if (!a.speaker.empty()) a.cue = {i, noun};
        break;
    }
    if (a.speaker.empty() && noun + 1 < r.last) {
        const Item& next = text.items[noun + 1];
        if (next.is(genitive) || next.is(attributive_behind)) {
            if (const auto who = noun_phrase(text, next.is(determiner) ? noun + 1 : noun + 2, r.last)) a.speaker = who->items;
        }
    }
    if (a.speaker.empty() && kind != Content::quoted) a.speaker = holder_in_front(text, r, noun);
    const bool means = noun >= r.first + 2 && std::any_of(text.items.begin() + (noun - 2), text.items.begin() + noun,
                                                          [](const Item& item) { return item.is_word() && item.is(with); });
    const bool passive_form = std::any_of(text.items.begin() + r.first, text.items.begin() + r.last,
                                          [](const Item& item) { return item.is_word() && item.is(passive); });
    if (a.speaker.empty() && (kind == Content::quoted || (means && !passive_form))) {  // "warb mit den Worten: „…“"
        const Item& lead = text.items[r.first];
        const bool opens = lead.capital || lead.is(determiner) || lead.is(pronoun);  // not "deutete Onnen mit den Worten an"
        const bool front = lead.is_word() && opens && !lead.is(preposition) && (!lead.is(determiner) || lead.is(nominative));
        auto subject = front ? subject_in_front(text, r) : subject_behind(text, r.first, r.last);
        if (front && subject && man_behind(text, subject->items.last, r.last))
            subject = subject_behind(text, subject->items.last + 1, r.last);
        if (!subject && front) subject = subject_behind(text, r.first, r.last);  // "Hier sparte der Minister nicht mit Kritik: …"
        if (subject) a.speaker = subject->items;
    }
    a.content = {{begin, content_end(text, frame, segment + 1)}};
    a.confidence = a.speaker.empty() ? 0.45F : 0.65F;
    out.push_back(std::move(a));
}

}  // namespace

void find_noun_cues(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out) {
    for (std::uint32_t s = frame.first_segment; s < frame.last_segment; ++s) add_noun_cue(text, frame, s, out);
}

}  // namespace depesche
