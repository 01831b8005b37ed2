// What is said in front of its cue: "…, sagte X", and what goes on behind it.
#include "base/utf8.h"
#include "marks/quote_attribution_finder.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"

namespace depesche {

using enum WordClass;

bool AttributionFinder::goes_on_as_clause(const SpeechCue& cue, const Phrase& subject) const {
    if (!text_.lexicon->subject_first() || cue.segment == frame_.first_segment) return false;
    const ItemRange front = segment(frame_.first_segment).items;
    if (item(front.first).kind == ItemKind::quoted || !subject_in_front(text_, front)) return false;
    for (std::uint32_t s = cue.segment; s < frame_.last_segment; ++s) {
        const ItemRange r = segment(s).items;
        const std::uint32_t from = s == cue.segment ? subject.items.last : r.first;
        if (s > cue.segment &&
            (segment(s).before != ',' || item(r.first).is(relative) || item(r.first).is(coordinator) || item(r.first).is(subordinator)))
            return false;
        for (std::uint32_t i = from; i < r.last; ++i) {
            if (item(i).kind == ItemKind::quoted) return false;
            if (item(i).is_word() && (item(i).is(coordinator) || item(i).is(subordinator))) return false;
            if (is_finite(item(i)) || item(i).is(modal)) return true;
        }
    }
    return false;
}

bool AttributionFinder::backward(const SpeechCue& cue) {
    const ItemRange r = segment(cue.segment).items;
    std::uint32_t begin = r.first;
    while (begin < cue.finite && (item(begin).kind == ItemKind::quoted || (item(begin).is_word() && item(begin).is(so)))) ++begin;
    if (text_.lexicon->subject_first() && backward_subject_first(cue)) return true;
    if (begin != cue.finite || (cue.passive && !cue.verb.cites)) return false;
    const bool quoted_in_segment = item(r.first).kind == ItemKind::quoted && r.first < cue.finite;
    if (cue.segment == frame_.first_segment && !quoted_in_segment) return false;
    if (quoted_in_segment && is_medium_in_marks(cue, begin)) return false;
    if (!quoted_in_segment && (subjects_.opens_with_subject(cue) || is_lone_clause(cue) || says_what_follows(cue))) return false;
    const std::uint32_t stop = cue.words.size() > 1 && cue.words.back() < r.last ? cue.words.back() : r.last;
    auto subject = subject_behind(text_, cue.finite + 1, stop);
    if (!subject && stop < r.last) subject = subject_behind(text_, stop + 1, r.last);  // ", a déclaré la maire"
    if (subject && item(cue.finite).is(named)) return false;                           // "„Der Fährmann“ heißt sein Buch"
    if (subject && !quoted_in_segment && goes_on_as_clause(cue, *subject)) return false;
    const bool impersonal_subject = cue.finite + 1 < r.last && item(cue.finite + 1).is(impersonal);
    ItemRange content = quoted_in_segment ? ItemRange{r.first, begin} : items_before(cue.segment);
    if (content.empty()) return false;
    if (!subject && !impersonal_subject && !only_quoted(text_, content)) return false;
    if (!cue.verb.direct && !cue.verb.clause) return false;
    QuoteAttribution a;
    a.cue = cue.words;
    if (subject) subjects_.name_subject(a, *subject, stop, r.last);
    if (cue.verb.cites) subjects_.turn_citation(a, cue);
    a.content = {content};
    add_continuation(a, cue);
    if (!subject) subjects_.impersonal_source(a, cue, r);
    a.confidence = subject ? sure : doubtful;
    used_ = cue.last_segment;
    found_.push_back(std::move(a));
    return true;
}

bool AttributionFinder::is_medium_in_marks(const SpeechCue& cue, std::uint32_t behind) const {
    constexpr std::uint32_t longest = 3;  // words
    const Item& name = item(behind - 1);
    if (name.kind != ItemKind::quoted || words_in(text_, name) > longest || BehindCue(text_, frame_, cue).content().kind == Content::none)
        return false;
    const std::string_view words = trim(text_.words(text_.stretches[name.quoted].inner));
    return begins_upper(words) && !words.ends_with('.') && !words.ends_with('!') && !words.ends_with('?') && !words.ends_with(',');
}

bool AttributionFinder::is_lone_clause(const SpeechCue& cue) const {
    const ItemRange clause = segment(cue.segment - 1).items;
    const Item& first = item(clause.first);
    if (first.is(preposition) && clause.size() > 2 && has_subjunctive(text_, {clause.first + 1, clause.last - 1})) return false;
    const bool alone = cue.segment == frame_.first_segment + 1 || segment(cue.segment - 1).before == ';';
    return alone && first.is_word() && (first.is(subordinator) || first.is(purpose));
}

bool AttributionFinder::says_what_follows(const SpeechCue& cue) const {
    const Behind behind = BehindCue(text_, frame_, cue).content();
    if (behind.kind == Content::none) return false;
    const Item& lead = item(segment(behind.segment).items.first);
    if (lead.is(subjunctive) || lead.is(conditional)) return false;  // "Der Hang, sagte sie, sei in Bewegung"
    const ItemRange before = items_before(cue.segment);
    if (before.empty()) return true;
    for (std::uint32_t i = before.first; i < before.last; ++i) {
        if (item(i).kind == ItemKind::quoted && words_in(text_, item(i)) > 5) return false;
    }
    return !only_quoted(text_, before) && !has_subjunctive(text_, before);
}

bool AttributionFinder::is_apposition_before(const SpeechCue& cue) const {
    if (cue.segment < frame_.first_segment + 2 || cue.finite != segment(cue.segment).items.first) return false;
    if (segment(cue.segment).before != ',' || segment(cue.segment - 1).before != ',') return false;
    const ItemRange between = segment(cue.segment - 1).items;
    const auto apposition = noun_phrase(text_, between.first, between.last);
    return apposition && apposition->items.last == between.last;
}

bool AttributionFinder::backward_subject_first(const SpeechCue& cue) {
    const bool apposed = is_apposition_before(cue);
    const std::uint32_t s = apposed ? cue.segment - 2 : cue.segment;
    const ItemRange r = segment(s).items;
    const std::uint32_t last = apposed ? r.last : cue.finite;
    if (last == r.first) return false;
    std::uint32_t begin = r.first;
    while (begin < last && item(begin).kind == ItemKind::quoted) ++begin;
    const bool quoted_in_segment = begin > r.first;
    if (s == frame_.first_segment && !quoted_in_segment) return false;
    const auto subject = subject_in_front(text_, {begin, last});
    if (!subject || subject->items.last != last || BehindCue(text_, frame_, cue).bare_clause() != 0) return false;
    const ItemRange content = quoted_in_segment ? ItemRange{r.first, begin} : items_before(s);
    if (content.empty() || (!quoted_in_segment && quotes_behind(cue))) return false;
    QuoteAttribution a;
    a.cue = cue.words;
    a.speaker = {subject->items.first, apposed ? segment(cue.segment - 1).items.last : last};
    subjects_.object_receiver(a, cue.finite + 1, segment(cue.segment).items.last);
    a.content = {content};
    add_continuation(a, cue);
    a.confidence = sure;
    used_ = cue.last_segment;
    found_.push_back(std::move(a));
    return true;
}

bool AttributionFinder::quotes_behind(const SpeechCue& cue) const {
    for (std::uint32_t i = frame_.items.first; i < cue.finite; ++i) {
        if (item(i).kind == ItemKind::quoted) return false;
    }
    const std::uint32_t next = cue.last_segment + 1;
    if (next >= frame_.last_segment || (segment(next).before != ':' && segment(next).before != ',')) return false;
    return item(segment(next).items.first).kind == ItemKind::quoted;
}

void AttributionFinder::add_continuation(QuoteAttribution& a, const SpeechCue& cue) {
    std::uint32_t s = cue.last_segment + 1;
    while (s < frame_.last_segment && !a.speaker.empty() && segment(s).items.first < a.speaker.last) ++s;
    if (s >= frame_.last_segment) return;
    const ItemRange next = segment(s).items;
    if (item(next.first).kind == ItemKind::quoted && only_quoted(text_, a.content.front())) {
        a.content.push_back({next.first, next.first + 1});
        return;
    }
    if (segment(s).before != ',' && segment(s).before != '-') return;
    if (!only_quoted(text_, a.content.front()) && item(next.first).is_word() &&
        (item(next.first).is(subjunctive) || item(next.first).is(conditional))) {
        a.content.push_back({next.first, end_of_frame()});
    }
}

}  // namespace depesche
