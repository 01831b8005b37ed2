// What is said behind its cue: "X sagte, …", and cues without a clause behind them.
#include <algorithm>

#include "marks/quote_attribution_finder.h"
#include "marks/quote_phrases.h"

namespace depesche {

using enum WordClass;

void AttributionFinder::forward(const SpeechCue& cue) {
    QuoteAttribution a;
    a.cue = cue.words;
    subjects_.find_subject(a, cue, found_);
    const std::uint32_t bare = text_.lexicon->subject_first() ? BehindCue(text_, frame_, cue).bare_clause() : 0;
    if (bare != 0) {
        a.content = {{bare, end_of_frame()}};
        a.confidence = a.speaker.empty() ? doubtful : likely;
        return finish_forward(a, cue);
    }
    auto [s, kind] = BehindCue(text_, frame_, cue).content();
    if (kind == Content::none && BehindCue(text_, frame_, cue).reports_main_clause()) {
        s = cue.last_segment + 1;
        kind = Content::clause;
        const bool told = segment(s).before != ':' || (!a.speaker.empty() && may_speak(text_, {a.speaker}));
        if (!told) return without_content(a, cue);  // "Die Namen lauten: …"
    }
    if (kind == Content::none) return without_content(a, cue);
    const bool infinitive_wrong = kind == Content::infinitive && !cue.verb.infinitive && !cue.verb.clause;
    const bool clause_wrong = kind == Content::clause && !cue.verb.clause && !cue.verb.direct;
    if (infinitive_wrong || clause_wrong) {  // "bezeichnete die Worte, sollten sie gefallen sein, als „dumm“"
        if (cue.verb.judges) without_content(a, cue);
        return;
    }
    a.content = {{segment(s).items.first, content_end(text_, frame_, s)}};
    if (kind == Content::quoted) a.content = {quoted_run(segment(s).items.first)};
    a.weak = !cue.verb.direct && !cue.verb.infinitive;
    a.confidence = a.speaker.empty() ? doubtful : (kind == Content::infinitive ? likely : sure);
    finish_forward(a, cue);
}

void AttributionFinder::finish_forward(QuoteAttribution& a, const SpeechCue& cue) {
    if (cue.verb.cites) subjects_.turn_citation(a, cue);
    used_ = std::max(cue.last_segment, segment_of(a.content.back().last - 1, cue.last_segment));
    found_.push_back(std::move(a));
}

void AttributionFinder::forward_from_clause(const SpeechCue& cue) {
    auto [s, kind] = BehindCue(text_, frame_, cue).content();
    if (main_clause_follows(cue)) kind = Content::none;
    QuoteAttribution a;
    a.cue = cue.words;
    const ItemRange r = segment(cue.segment).items;
    if (!cue.passive) {
        const auto subject = subject_behind(text_, behind_relative(r), cue.words.front());
        const bool named = subject && subject->name && !item(r.first).is(masculine);              // "die Onno Krey nannte"
        const bool other = named || (subject && item(subject->items.first).is(subject_pronoun));  // "die er bat"
        if (is_relative_lead(r) && !other) a.speaker = {r.first, r.first + 1};
        else if (subject) a.speaker = subject->items;
    }
    const bool told = kind == Content::clause || kind == Content::quoted ||
                      (kind == Content::infinitive && (cue.verb.infinitive || (cue.verb.clause && !cue.passive)));
    if (!told) {
        if (cue.verb.judges || (cue.verb.direct && holds_quoted_predicate(r))) judge_clause(a, cue);
        return;
    }
    a.content = {{segment(s).items.first, content_end(text_, frame_, s)}};
    if (kind == Content::quoted) a.content = {quoted_run(segment(s).items.first)};
    a.confidence = doubtful;
    finish_forward(a, cue);
}

bool AttributionFinder::main_clause_follows(const SpeechCue& cue) const {
    const std::uint32_t next = cue.last_segment + 1;
    if (cue.segment != frame_.first_segment || next >= frame_.last_segment || !item(segment(cue.segment).items.first).is(subordinator))
        return false;
    const Item& lead = item(segment(next).items.first);
    return is_finite(lead) || (lead.is_word() && (lead.is(conditional) || lead.is(subjunctive)));
}

std::uint32_t AttributionFinder::behind_relative(ItemRange r) const {
    const bool prepositional = r.size() > 3 && item(r.first).is(preposition) && item(r.first + 1).is(relative);
    if (!prepositional) return r.first + 1;
    return item(r.first + 2).capital && !item(r.first + 1).is(determiner) ? r.first + 3 : r.first + 2;
}

bool AttributionFinder::is_relative_lead(ItemRange r) const {
    const Item& lead = item(r.first);
    return lead.is_word() && !lead.capital && lead.is(relative) && (lead.is(nominative) || lead.is(question)) && !lead.is(subordinator);
}

bool AttributionFinder::holds_quoted_predicate(ItemRange r) const {
    for (std::uint32_t i = r.first + 1; i < r.last; ++i) {
        if (item(i).kind == ItemKind::quoted && item(i - 1).is_word() && item(i - 1).is(as)) return true;
    }
    return false;
}

void AttributionFinder::judge_clause(QuoteAttribution& a, const SpeechCue& cue) {
    const ItemRange r = segment(cue.segment).items;
    if (item(r.first).is(relative) && !item(r.first).is(subordinator)) a.speaker = {};
    a.judged = true;
    a.content = {r};
    a.confidence = a.speaker.empty() ? 0.4F : 0.6F;
    found_.push_back(std::move(a));
}

std::uint32_t AttributionFinder::segment_of(std::uint32_t at, std::uint32_t from) const {
    std::uint32_t s = from;
    while (s + 1 < frame_.last_segment && segment(s + 1).items.first <= at) ++s;
    return s;
}

ItemRange AttributionFinder::quoted_run(std::uint32_t first) const {
    std::uint32_t last = first + 1;
    while (last < frame_.items.last && item(last).kind == ItemKind::quoted) ++last;
    return {first, last};
}

void AttributionFinder::without_content(QuoteAttribution& a, const SpeechCue& cue) {
    const ItemRange r = segment(cue.segment).items;
    const bool fronted = r.first + 1 == cue.finite && item(r.first).is(demonstrative);
    if (fronted && a.speaker.empty() && !cue.passive) subjects_.originating(a, r);   // "Das geht aus dem Bericht hervor"
    const bool alone = !cue.passive || cue.last_segment + 1 == frame_.last_segment;  // "Dies wurde von der Polizei bestätigt"
    if (fronted && alone && cue.segment == frame_.first_segment && cue.verb.clause && !a.speaker.empty()) {
        a.content = {{r.first, r.first + 1}};
        a.previous_frame = true;
        a.confidence = likely;
        return finish_forward(a, cue);
    }
    if (fronted && cue.segment > frame_.first_segment && cue.verb.clause && cue.verb.direct && !a.speaker.empty()) {
        const ItemRange said = items_before(cue.segment);  // "Der Damm hält, das teilte die Behörde mit"
        if (!said.empty()) {
            a.content = {said};
            a.confidence = likely;
            used_ = cue.last_segment;
            found_.push_back(std::move(a));
            return;
        }
    }
    if (cue.passive && a.speaker.empty() && !cue.verb.judges) return;
    if (cue.verb.cites) subjects_.turn_citation(a, cue);
    const BehindCue behind(text_, frame_, cue);
    a.judged = true;
    a.weak = !cue.verb.direct && !cue.verb.infinitive && !cue.verb.judges;
    a.quotes = cue.verb.direct || cue.verb.judges || cue.verb.object || behind.is_reflexive();
    a.objects = !cue.verb.judges;
    a.reported = cue.verb.object && (!cue.passive || cue.verb.judges) && !a.speaker.empty() && behind.has_preposition() &&
                 !(cue.verb.prepositions.empty() && behind.counts_dead());
    a.content = {{r.first, end_of_frame()}};
    a.confidence = a.speaker.empty() ? 0.4F : 0.6F;
    found_.push_back(std::move(a));
}

}  // namespace depesche
