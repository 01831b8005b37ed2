#include "marks/quote_attribution.h"

#include <algorithm>

#include "marks/quote_attribution_finder.h"
#include "marks/quote_phrases.h"

namespace depesche {

using enum WordClass;

std::vector<QuoteAttribution> AttributionFinder::run() {
    for (const SpeechCue& cue : find_cues(text_, frame_)) attribute(cue);
    return std::move(found_);
}

std::uint32_t AttributionFinder::end_of_frame() const { return content_end(text_, frame_); }

void AttributionFinder::attribute(const SpeechCue& cue) {
    if (cue.verb.own_thing && BehindCue(text_, frame_, cue).is_reflexive()) return only_quoted_words(cue);
    if (how_clause(cue)) return;
    if (backward(cue)) return;
    if (cue.place == CuePlace::final) {
        forward_from_clause(cue);
        return;
    }
    forward(cue);
}

void AttributionFinder::only_quoted_words(const SpeechCue& cue) {
    QuoteAttribution a;
    a.cue = cue.words;
    subjects_.find_subject(a, cue, found_);
    without_content(a, cue);
}

std::uint32_t AttributionFinder::how_segment(const SpeechCue& cue) const {
    const std::uint32_t lowest = std::max(frame_.first_segment, cue.segment >= 2 ? cue.segment - 2 : 0);
    for (std::uint32_t s = cue.segment + 1; s-- > lowest;) {
        if (item(segment(s).items.first).is_word() && item(segment(s).items.first).is(how)) return s;
        if (segment(s).before != ',') break;
    }
    return frame_.last_segment;
}

bool AttributionFinder::how_clause(const SpeechCue& cue) {
    const std::uint32_t opening = how_segment(cue);
    if (opening == frame_.last_segment || cue.finite + 8 < segment(cue.segment).items.last) return false;
    const std::uint32_t how_item = segment(opening).items.first;
    if (cue.verb.judges) return true;  // "wie sich das Bündnis nennt"
    if (cue.verb.object && cue.place != CuePlace::final && opening != cue.segment) return false;
    QuoteAttribution a;
    a.cue = {how_item};
    a.cue.insert(a.cue.end(), cue.words.begin(), cue.words.end());
    const std::uint32_t first_cue = cue.words.front();
    if (item(how_item + 1).kind == ItemKind::quoted && how_item + 1 < first_cue) {  // "wie „heide aktuell“ berichtet"
        a.speaker = {how_item + 1, how_item + 2};
    } else if (const auto subject = subject_behind(text_, how_item + 1, std::min(first_cue, segment(cue.segment).items.last))) {
        a.speaker = subject->items;
        if (opening != cue.segment) a.speaker.last = std::max(a.speaker.last, end_with_apposition(text_, a.speaker.last, first_cue));
        subjects_.receive(a, subject->items.last, first_cue, subject->name);
    } else {
        subjects_.originating(a, {how_item + 1, first_cue});  // "wie aus dem Bericht hervorgeht"
    }
    a.content = around(opening, cue.last_segment);
    if (a.content.empty()) return false;
    a.confidence = a.speaker.empty() ? doubtful : sure;
    used_ = cue.last_segment;
    found_.push_back(std::move(a));
    return true;
}

std::vector<ItemRange> AttributionFinder::around(std::uint32_t first, std::uint32_t last) const {
    std::vector<ItemRange> content;
    const ItemRange before = items_before(first);
    if (!before.empty()) content.push_back(before);
    if (last + 1 < frame_.last_segment) content.push_back({segment(last + 1).items.first, end_of_frame()});
    return content;
}

ItemRange AttributionFinder::items_before(std::uint32_t s) const {
    if (s == frame_.first_segment) return {};
    std::uint32_t first = s;
    while (first > frame_.first_segment && segment(first).before != ';' && (!used_ || first != *used_ + 1)) --first;
    if (first == s) return {};
    if (s > first + 1 && only_quoted(text_, segment(s - 1).items) && segment(s - 1).before == ':') first = s - 1;
    return {segment(first).items.first, segment(s - 1).items.last};
}

std::vector<QuoteAttribution> find_attributions(const QuoteText& text, const Frame& frame) {
    std::vector<QuoteAttribution> found = AttributionFinder(text, frame).run();
    find_noun_cues(text, frame, found);
    find_sources(text, frame, found);
    std::erase_if(found,
                  [&](const QuoteAttribution& a) { return a.weak && names_event(text, a.speaker); });  // "Das Treffen hat gezeigt, wie …"
    return found;
}

}  // namespace depesche
