#include "marks/quote_subject.h"

#include <algorithm>

#include "base/utf8.h"
#include "marks/quote_content.h"

namespace depesche {

using enum WordClass;

bool is_finite(const Item& it) {
    if (!it.is_word() || it.capital) return false;
    if (it.is(auxiliary) || it.is(be) || it.is(passive) || it.is(modal)) return true;
    return it.entry != nullptr && std::ranges::any_of(it.entry->readings, [](VerbReading v) { return v.form == VerbForm::finite; });
}

bool man_behind(const QuoteText& text, std::uint32_t finite, std::uint32_t stop) {
    if (finite + 2 >= stop) return false;
    const Item& lead = text.items[finite + 1];
    if (!lead.is_word() || lead.capital || !lead.is(determiner) || !lead.is(nominative) || !lead.is(masculine) || lead.is(possessive))
        return false;
    std::uint32_t noun = finite + 2;
    while (noun + 1 < stop && text.items[noun].is_word() && !text.items[noun].capital) ++noun;
    const std::string_view word = text.words(text.items[noun]);
    return noun <= finite + 4 && text.items[noun].is_word() && text.items[noun].capital && text.lexicon->ends_personal(word) &&
           !text.lexicon->ends_feminine(word);
}

std::uint32_t SubjectFinder::end_of_frame() const { return content_end(text_, frame_); }

bool SubjectFinder::opens_with_subject(const SpeechCue& cue) const {
    if (cue.segment < frame_.first_segment + 2 || cue.segment > frame_.first_segment + 4) return false;
    const ItemRange first = segment(frame_.first_segment).items;
    if (item(first.first).kind == ItemKind::quoted) return false;
    const auto subject = subject_in_front(text_, first);
    if (!subject || subject->items.last != first.last || segment(frame_.first_segment + 1).before != ',') return false;
    for (std::uint32_t s = frame_.first_segment + 1; s < cue.segment; ++s) {
        const Item& lead = item(segment(s).items.first);
        if (is_finite(lead) || lead.is(subjunctive) || lead.is(conditional)) return false;
    }
    return true;
}

void SubjectFinder::find_subject(QuoteAttribution& a, const SpeechCue& cue, const std::vector<QuoteAttribution>& found) const {
    const ItemRange r = segment(cue.segment).items;
    const std::uint32_t stop = cue.words.back() > cue.finite && cue.words.back() < r.last ? cue.words.back() : r.last;
    if (cue.passive) return passive_agent(a, cue, r);
    std::optional<Phrase> subject;
    if (cue.finite > r.first) subject = subject_of_segment(cue, r);
    if (cue.finite + 1 < stop && item(cue.finite + 1).is(subject_pronoun)) {  // "Die Tat nannte er sinnlos"
        a.speaker = {cue.finite + 1, cue.finite + 2};
        receive(a, cue.finite + 2, stop, true);
        return;
    }
    const bool points_back = subject && subject->items.size() == 1 && item(subject->items.first).is(demonstrative);
    const bool fronted_object = subject && (points_back || man_behind(text_, cue.finite, stop) ||
                                            speaker_behind(*subject, cue.finite, stop) || name_behind(cue, *subject, stop));
    if (subject && !fronted_object) {
        a.speaker = subject->items;
        receive(a, cue.finite + 1, stop, true);
        return;
    }
    if (cue.finite == r.first && cue.segment > frame_.first_segment && front_of_clauses(a, cue, stop)) return;
    if (!subject && cue.finite > r.first && item(cue.finite - 1).is(conjunction_and)) shared_subject(a, cue, found);
    if (!a.speaker.empty()) return receive(a, cue.finite + 1, stop, true);
    subject = subject_behind(text_, cue.finite + 1, stop);
    if (!subject && stop == cue.words.back() && cue.words.size() > 1) subject = subject_behind(text_, cue.words.back() + 1, r.last);
    if (!subject) impersonal_source(a, cue, r);
    if (!subject) return shared_subject(a, cue, found);
    a.speaker = subject->items;
    if (subject->items.last == r.last) a.speaker.last = end_with_apposition(text_, r.last, end_of_frame());
    else if (!subject->name) a.speaker.last = end_with_name_behind(text_, subject->items.last, end_of_frame());
    receive(a, a.speaker.last, std::max(stop, a.speaker.last), subject->name);
}

void SubjectFinder::name_subject(QuoteAttribution& a, const Phrase& subject, std::uint32_t stop, std::uint32_t segment_end) const {
    a.speaker = subject.items;
    std::uint32_t last = segment_end;
    if (subject.items.last == segment_end) {
        a.speaker.last = end_with_apposition(text_, segment_end, end_of_frame());
        last = end_of_frame();
        stop = last;
    } else if (!subject.name) {
        a.speaker.last = end_with_name_behind(text_, subject.items.last, end_of_frame());
    }
    receive(a, a.speaker.last, std::min(stop, last), subject.name);
}

void SubjectFinder::object_receiver(QuoteAttribution& a, std::uint32_t from, std::uint32_t last) const {
    const auto object = from < last ? noun_phrase(text_, from, last) : std::nullopt;
    if (!object || !item(from - 1).is(addressing)) return;
    set_receiver(a, {*object, names_medium(text_, object->items)});
}

void SubjectFinder::receive(QuoteAttribution& a, std::uint32_t from, std::uint32_t last, bool after_name) const {
    if (const auto receiver = receiver_behind(text_, from, last, after_name)) set_receiver(a, *receiver);
}

void SubjectFinder::set_receiver(QuoteAttribution& a, const Receiver& receiver) const {
    a.receiver = receiver.phrase.items;
    a.receiver_is_medium = receiver.media;
}

std::optional<Phrase> SubjectFinder::subject_of_segment(const SpeechCue& cue, ItemRange r) const {
    while (r.first + 1 < cue.finite && item(r.first).kind == ItemKind::mark) ++r.first;  // the dot of a list
    std::uint32_t verb = r.first + 1;
    const auto behind_article = [&](std::uint32_t i) {
        return text_.lexicon->small_nouns() && item(i - 1).is(determiner);
    };  // "the report"
    while (verb < cue.finite && (!is_finite(item(verb)) || behind_article(verb))) ++verb;
    auto subject = subject_in_front(text_, {r.first, verb});
    if (subject && subject->items.first == r.first && subject->items.last == verb) subject->items.first = begin_with_name(cue, r.first);
    if (subject && verb < cue.finite && man_behind(text_, verb, cue.finite)) subject.reset();  // "Die Kritik wies er zurück und sagte"
    if (subject || verb == cue.finite || !item(cue.finite - 1).is(conjunction_and)) return subject;
    return subject_behind(text_, verb + 1, cue.finite);
}

std::uint32_t SubjectFinder::begin_with_name(const SpeechCue& cue, std::uint32_t begin) const {
    if (cue.segment != frame_.first_segment + 1 || segment(cue.segment).before != ',') return begin;
    const ItemRange first = segment(frame_.first_segment).items;
    const Item& lead = item(first.first);
    if (lead.is_word() && (lead.is(weekday) || lead.is(preposition))) return begin;
    const auto name = subject_in_front(text_, first);
    const bool whole = name && name->items.first == first.first && name->items.last == first.last;
    return whole && (name->name || lead.is(determiner)) ? first.first : begin;
}

bool SubjectFinder::front_of_clauses(QuoteAttribution& a, const SpeechCue& cue, std::uint32_t stop) const {
    const ItemRange first = segment(frame_.first_segment).items;
    const auto subject = subject_in_front(text_, first);
    if (!subject || subject->items.last != first.last || cue.segment > frame_.first_segment + 3) return right_before(a, cue, stop);
    if (speaker_behind(*subject, cue.finite, stop)) return false;
    a.speaker = subject->items;
    for (std::uint32_t s = frame_.first_segment + 1; s < cue.segment && is_apposition(s, cue.segment); ++s)
        a.speaker.last = segment(s).items.last;
    receive(a, cue.finite + 1, stop, true);
    return true;
}

bool SubjectFinder::is_person_at(std::uint32_t at, std::uint32_t stop) const {
    const auto plain = [&](std::uint32_t i) { return i < stop && item(i).is_word() && item(i).capital && item(i).classes == 0; };
    if (!plain(at)) return false;
    const bool role = text_.lexicon->ends_personal(text_.words(item(at)));
    return plain(at + 1) && (role || text_.lexicon->sex_of_given_name(to_lower(text_.words(item(at)))) != '-');
}

bool SubjectFinder::is_apposition(std::uint32_t s, std::uint32_t cue_segment) const {
    const ItemRange r = segment(s).items;
    const Item& closing = item(r.last - 1);
    const bool closes =
        closing.kind == ItemKind::bracket || closing.kind == ItemKind::quoted || closing.kind == ItemKind::number || closing.capital;
    if (s + 1 == cue_segment && s == frame_.first_segment + 1 && closes) return true;
    const Item& lead = item(r.first);
    if (!lead.is_word() || (!lead.capital && !(lead.is(determiner) && lead.is(nominative)))) return false;
    const auto phrase = subject_in_front(text_, r);
    return phrase && phrase->items.last == r.last;
}

bool SubjectFinder::speaker_behind(const Phrase& front, std::uint32_t finite, std::uint32_t stop) const {
    if (finite + 1 >= stop || may_speak(text_, front)) return false;
    const Item& lead = item(finite + 1);
    if (!item(front.items.first).is(pronoun) && is_person_at(finite + 1, stop)) return true;
    if (!lead.is_word() || !lead.is(determiner) || !lead.is(nominative) || lead.is(dative) || lead.is(indefinite)) return false;
    std::uint32_t noun = finite + 2;
    while (noun + 1 < stop && item(noun).is_word() && !item(noun).capital) ++noun;
    const Item& body = item(noun);
    return body.is_word() && body.capital && (body.is(media_noun) || text_.lexicon->ends_as_group(to_lower(text_.words(body))));
}

bool SubjectFinder::name_behind(const SpeechCue& cue, const Phrase& front, std::uint32_t stop) const {
    if (!cue.verb.judges || cue.finite + 1 >= stop || front.items.size() < 2 || !item(front.items.first).is(determiner)) return false;
    std::uint32_t noun = front.items.first + 1;
    while (noun + 1 < front.items.last && !item(noun).capital) ++noun;
    const std::string_view thing = text_.words(item(noun));
    const Item& name = item(cue.finite + 1);
    return name.is_word() && name.capital && name.classes == 0 && !text_.lexicon->ends_personal(thing) &&
           !text_.lexicon->ends_as_group(to_lower(thing)) && !item(noun).is(media_noun) && thing.ends_with("en");
}

bool SubjectFinder::right_before(QuoteAttribution& a, const SpeechCue& cue, std::uint32_t stop) const {
    std::uint32_t s = cue.segment;
    while (s > frame_.first_segment + 1 && s + 2 > cue.segment) {
        const ItemRange before = segment(s - 1).items;
        const auto phrase = subject_in_front(text_, before);
        if (segment(s).before != ',' || !phrase || phrase->items.last != before.last) break;
        --s;
    }
    if (s == cue.segment || segment(s).before != ',') return false;
    const Item& lead = item(segment(s).items.first);
    if (!lead.is_word() || !lead.is(determiner) || !lead.is(nominative)) return false;
    a.speaker = {segment(s).items.first, segment(cue.segment - 1).items.last};
    receive(a, cue.finite + 1, stop, true);
    return true;
}

void SubjectFinder::shared_subject(QuoteAttribution& a, const SpeechCue& cue, const std::vector<QuoteAttribution>& found) const {
    const bool joined = cue.finite > frame_.items.first && item(cue.finite - 1).is(conjunction_and);
    if (!a.speaker.empty()) return;
    if (joined && !found.empty() && !found.back().speaker.empty()) {
        a.speaker = found.back().speaker;
        return;
    }
    if (joined) {
        if (const auto subject = subject_behind(text_, segment(cue.segment).items.first + 1, cue.finite - 1)) {
            a.speaker = subject->items;  // "biss der Mann den Helfer und rief"
            return;
        }
    }
    if ((!joined && cue.finite != segment(cue.segment).items.first) || cue.segment > frame_.first_segment + 5) return;
    const ItemRange first = segment(frame_.first_segment).items;  // "X dankte allen und ergänzte"
    const Item& lead = item(first.first);
    if (!lead.is_word() || lead.is(preposition) || (lead.is(determiner) && !lead.is(nominative) && !lead.is(pronoun))) return;
    if (const auto subject = subject_in_front(text_, first)) a.speaker = subject->items;
}

}  // namespace depesche
