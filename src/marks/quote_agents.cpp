// Who speaks where no subject does: documents, agents of the passive, those who are cited.
#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_subject.h"

namespace depesche {

using enum WordClass;

void SubjectFinder::impersonal_source(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const {
    const bool impersonal_subject =
        (cue.finite + 1 < r.last && item(cue.finite + 1).is(impersonal)) || (cue.finite > r.first && item(cue.finite - 1).is(impersonal));
    if (impersonal_subject) originating(a, r);
    const bool behind_clause = impersonal_subject && a.speaker.empty() && cue.finite == r.first && cue.segment > frame_.first_segment;
    if (!behind_clause) return;
    originating(a, segment(frame_.first_segment).items);  // "In der Erklärung, die gestern erschien, heißt es"
    if (!names_source(a.speaker)) a.speaker = {};         // "Im Tagesverlauf werde geredet, heißt es"
}

void SubjectFinder::originating(QuoteAttribution& a, ItemRange r) const {
    for (std::uint32_t i = r.first; i + 1 < r.last; ++i) {
        const bool document = item(i).is_word() && text_.lexicon->is_document_preposition(to_lower(text_.words(item(i))));
        if (!document && (!item(i).is_word() || !item(i).is(origin))) continue;
        const auto who = noun_phrase(text_, i + 1, r.last);
        if (!who || item(i + 1).is(weekday) || (document && !names_source(who->items))) continue;
        a.speaker = who->items;
        return;
    }
}

void SubjectFinder::turn_citation(QuoteAttribution& a, const SpeechCue& cue) const {
    if (cue.passive) return citing_medium(a, cue, segment(cue.segment).items);
    a.medium = a.speaker;
    a.cited = !a.medium.empty();
    a.speaker = {};
    const std::uint32_t from = std::max(a.medium.last, cue.finite + 1);
    const std::uint32_t last = segment(cue.segment).items.last;
    if (from >= last) return;
    const auto object = noun_phrase(text_, from, last);
    if (!object) return;
    a.speaker = object->items;
    if (a.receiver.first < a.speaker.last && a.speaker.first < a.receiver.last) a.receiver = {};  // who spoke is not spoken to
}

void SubjectFinder::passive_agent(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const {
    if (cue.verb.cites) {  // "wird X zitiert": the subject spoke
        const auto front = subject_in_front(text_, {r.first, cue.finite});
        const auto subject = front ? front : subject_behind(text_, cue.finite + 1, std::min(r.last, cue.words.back()));
        if (subject) a.speaker = subject->items;
        else if (cue.finite == r.first && cue.segment > frame_.first_segment) front_of_clauses(a, cue, r.last);
        return;
    }
    if (const std::uint32_t by = agent_word(cue, r); by != r.last) {
        if (const auto who = noun_phrase(text_, by + 1, r.last)) a.speaker = who->items;
        return;
    }
    for (std::uint32_t i = r.first; i + 1 < r.last; ++i) {  // "in einer Mitteilung wurde gefordert"
        if (!item(i).is_word() || !item(i).is(origin) || i > cue.words.back()) continue;
        const auto where = noun_phrase(text_, i + 1, r.last);
        if (!where || !names_source(where->items)) continue;
        a.speaker = where->items;
        return;
    }
    if (cue.finite != r.first || cue.segment == frame_.first_segment) return;
    originating(a, segment(frame_.first_segment).items);  // "In der Erklärung, die gestern erschien, wurde gefordert"
    if (!names_source(a.speaker)) a.speaker = {};
}

std::uint32_t SubjectFinder::agent_word(const SpeechCue& cue, ItemRange r) const {
    std::uint32_t found = r.last;
    for (std::uint32_t i = r.first; i + 1 < r.last && i < cue.words.back(); ++i) {
        if (!item(i).is_word() || !item(i).is(agent)) continue;
        if (found == r.last || (found < cue.finite && i > cue.finite)) found = i;
    }
    return found;
}

void SubjectFinder::citing_medium(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const {
    for (std::uint32_t i = r.first; i + 1 < r.last && i < cue.words.back(); ++i) {
        const bool place =
            item(i).is_word() && (item(i).is(origin) || text_.lexicon->is_document_preposition(to_lower(text_.words(item(i)))));
        if (!place || (i >= a.speaker.first && i < a.speaker.last)) continue;
        const auto who = noun_phrase(text_, i + 1, r.last);
        if (!who || !(names_medium(text_, who->items) || names_source(who->items) || item(i).is(agent))) continue;
        a.medium = who->items;
        a.cited = true;
        return;
    }
}

bool SubjectFinder::names_source(ItemRange phrase) const {
    for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
        if (item(i).is(document_noun) || item(i).is(talk_noun) || item(i).is(media_noun)) return true;
    }
    return false;
}

}  // namespace depesche
