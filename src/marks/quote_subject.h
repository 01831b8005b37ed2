// Who says it: the subject of a verb of speech, where its clause and its frame have it.
#pragma once

#include <optional>
#include <vector>

#include "marks/quote_attribution.h"
#include "marks/quote_cues.h"
#include "marks/quote_phrases.h"

namespace depesche {

// True for a word in small letters that may be the finite verb of a main clause: a verb of speech, an auxiliary, a modal.
[[nodiscard]] bool is_finite(const Item& item);

// "Die Kritik wies der Minister zurück": right behind the verb, in front of `stop`, stands a man with an article that can be no object's.
[[nodiscard]] bool man_behind(const QuoteText& text, std::uint32_t finite, std::uint32_t stop);

// Fills in speaker, receiver and medium of an attribution from the clause of its cue.
class SubjectFinder {
public:
    SubjectFinder(const QuoteText& text, const Frame& frame) : text_(text), frame_(frame) {}

    // "Der Leiter, der seit Mai im Amt ist, nannte …": what stands in front is the subject, not what is said.
    [[nodiscard]] bool opens_with_subject(const SpeechCue& cue) const;
    // The speaker of a verb in second place, in front of it, behind it, or shared with a verb before (`found`).
    void find_subject(QuoteAttribution& a, const SpeechCue& cue, const std::vector<QuoteAttribution>& found) const;
    // The subject with its apposition, and who is spoken to behind it.
    void name_subject(QuoteAttribution& a, const Phrase& subject, std::uint32_t stop, std::uint32_t segment_end) const;
    // "hieß es vom Sprecher", "heißt es in dem Bericht", "Aus Paris hieß es": who stands behind a preposition.
    void impersonal_source(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const;
    // The first phrase of the range behind a preposition of origin: "vom Sprecher", "aus dem Bericht".
    void originating(QuoteAttribution& a, ItemRange r) const;
    // "told the Gazette": in languages without cases the object behind the verb.
    void object_receiver(QuoteAttribution& a, std::uint32_t from, std::uint32_t last) const;
    // Who is spoken to or passes on, between the items.
    void receive(QuoteAttribution& a, std::uint32_t from, std::uint32_t last, bool after_name) const;
    // "zitiert die Agentur den Präsidenten": the subject passes on what the object said.
    void turn_citation(QuoteAttribution& a, const SpeechCue& cue) const;

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }
    [[nodiscard]] const Segment& segment(std::uint32_t s) const { return text_.segments[s]; }
    [[nodiscard]] std::uint32_t end_of_frame() const;

    void set_receiver(QuoteAttribution& a, const Receiver& receiver) const;
    // The subject in front of the verb, or of the verb in front of "und" ("nannte sie teuer und verwies auf").
    [[nodiscard]] std::optional<Phrase> subject_of_segment(const SpeechCue& cue, ItemRange r) const;
    // "Okko Behrens, Leiter des Verbands sagte": where the name begins that stands before the subject at `begin`; `begin` when none.
    [[nodiscard]] std::uint32_t begin_with_name(const SpeechCue& cue, std::uint32_t begin) const;
    // "Okko Behrens, der den Verband leitet, sagte": the subject opens the frame, the verb follows the inserted clauses.
    bool front_of_clauses(QuoteAttribution& a, const SpeechCue& cue, std::uint32_t stop) const;
    // "Ministerin Krey", "Onno Krey": a role before a name or a given name before another.
    [[nodiscard]] bool is_person_at(std::uint32_t at, std::uint32_t stop) const;
    // A segment between the subject and its verb that names the subject again: "der Leiter der Werft", "die dänische Königin".
    [[nodiscard]] bool is_apposition(std::uint32_t s, std::uint32_t cue_segment) const;
    // "Die Zahl der Toten bezifferte die Agentur mit 13": what stands in front cannot speak, what stands right behind the verb can.
    [[nodiscard]] bool speaker_behind(const Phrase& front, std::uint32_t finite, std::uint32_t stop) const;
    // "Die Äußerungen Kreys bezeichnete Onnen als dumm": things in front, a name right behind the verb that judges.
    [[nodiscard]] bool name_behind(const SpeechCue& cue, const Phrase& front, std::uint32_t stop) const;
    // "…, die Sprecherin der Fraktion, Ada Krey, sagte": a second main clause whose subject stands right in front of its verb.
    bool right_before(QuoteAttribution& a, const SpeechCue& cue, std::uint32_t stop) const;
    // "sagte X und verwies darauf": the subject of the cue before.
    void shared_subject(QuoteAttribution& a, const SpeechCue& cue, const std::vector<QuoteAttribution>& found) const;
    // "wird von X vorgeworfen"
    void passive_agent(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const;

    // The "von" of who acts: behind the finite verb rather than in the subject ("Mitarbeiter von Werften wurden von den Behörden gebeten");
    // r.last when there is none.
    [[nodiscard]] std::uint32_t agent_word(const SpeechCue& cue, ItemRange r) const;
    // "wird von der Agentur zitiert", "wird in der Zeitung zitiert": who passes on what the subject said.
    void citing_medium(QuoteAttribution& a, const SpeechCue& cue, ItemRange r) const;

    [[nodiscard]] bool names_source(ItemRange phrase) const;

    const QuoteText& text_;
    const Frame& frame_;
};

}  // namespace depesche
