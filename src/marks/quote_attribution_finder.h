// Finds the attributions of a frame, cue by cue. The methods stand in three files by where what is said stands: in front of the cue in
// quote_backward.cpp, behind it in quote_forward.cpp, around it in quote_attribution.cpp.
#pragma once

#include <optional>
#include <vector>

#include "marks/quote_attribution.h"
#include "marks/quote_behind.h"
#include "marks/quote_content.h"
#include "marks/quote_subject.h"

namespace depesche {

class AttributionFinder {
public:
    AttributionFinder(const QuoteText& text, const Frame& frame) : text_(text), frame_(frame), subjects_(text, frame) {}

    std::vector<QuoteAttribution> run();

private:
    static constexpr float sure = 0.9F;
    static constexpr float likely = 0.75F;
    static constexpr float doubtful = 0.5F;

    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }
    [[nodiscard]] const Segment& segment(std::uint32_t s) const { return text_.segments[s]; }
    [[nodiscard]] std::uint32_t end_of_frame() const;
    void attribute(const SpeechCue& cue);

    // "zeigte sich „besorgt“ und entschlossen, …"
    void only_quoted_words(const SpeechCue& cue);

    // ---- "wie die Polizei mitteilte"

    // The segment that opens the clause with "wie" and reaches to the cue; frame_.last_segment when there is none.
    [[nodiscard]] std::uint32_t how_segment(const SpeechCue& cue) const;
    bool how_clause(const SpeechCue& cue);

    // What stands before and behind the segments [first, last] of the frame.
    [[nodiscard]] std::vector<ItemRange> around(std::uint32_t first, std::uint32_t last) const;

    // The items in front of a segment, from the last semicolon or earlier cue on, without marks at the end.
    [[nodiscard]] ItemRange items_before(std::uint32_t s) const;

    // ---- "…, sagte X"

    // "Rohan's father, Sunil, said the family had waited": where the subject comes first, what seems to be the speaker behind the verb is
    // the subject of what is said when a finite verb follows it. "said the agency, which has warned" is none.
    [[nodiscard]] bool goes_on_as_clause(const SpeechCue& cue, const Phrase& subject) const;
    bool backward(const SpeechCue& cue);

    // "„Küstenblatt“ berichtet unter Berufung auf den Kapitän, dass …": a name in marks that no comma parts from its verb, and a clause
    // behind.
    [[nodiscard]] bool is_medium_in_marks(const SpeechCue& cue, std::uint32_t behind) const;

    // "Obwohl …, bestritt er": a subordinate clause alone is not what is said. "Während des Besuchs seien …" is none.
    [[nodiscard]] bool is_lone_clause(const SpeechCue& cue) const;

    // What is said follows, and what stands in front does not read like speech: "Am Montag, dem 3. Mai, sagte er: …"
    [[nodiscard]] bool says_what_follows(const SpeechCue& cue) const;

    // ", the coach, Amy Tan, told the paper": between the subject and the cue nothing but a noun phrase in commas.
    [[nodiscard]] bool is_apposition_before(const SpeechCue& cue) const;

    // ", the driver said": the cue behind its subject, with what was said in front.
    bool backward_subject_first(const SpeechCue& cue);

    // "Asked if it had helped, Roche replied: “…”": what is said stands behind the verb, in marks, and nothing in marks before it.
    [[nodiscard]] bool quotes_behind(const SpeechCue& cue) const;

    // What is said goes on behind ", sagte X,": a quoted stretch, or a clause whose verb is in the subjunctive.
    void add_continuation(QuoteAttribution& a, const SpeechCue& cue);

    // ---- "X sagte, …"

    void forward(const SpeechCue& cue);
    void finish_forward(QuoteAttribution& a, const SpeechCue& cue);

    // "…, dass der Minister gesagt habe, …" and relative clauses: only with a clear clause behind.
    void forward_from_clause(const SpeechCue& cue);

    // "Nachdem Behörden gewarnt hatten, hatte sich gezeigt, dass …": behind an opening clause the main one begins with its verb, and what
    // follows is said there.
    [[nodiscard]] bool main_clause_follows(const SpeechCue& cue) const;

    // Where the subject of a clause may begin: behind its first word, or behind "in dem", "in dessen Folge".
    [[nodiscard]] std::uint32_t behind_relative(ItemRange r) const;

    // "…, der sagte": the clause's own pronoun is who speaks.
    [[nodiscard]] bool is_relative_lead(ItemRange r) const;

    // "die als „gefährlich“ beschrieben wurde"
    [[nodiscard]] bool holds_quoted_predicate(ItemRange r) const;

    // "weil er den Plan als „teuer“ bezeichnete", "der die Wahl ein „Fest“ nannte": the relative pronoun is no speaker to show.
    void judge_clause(QuoteAttribution& a, const SpeechCue& cue);

    // The segment that holds an item, searched from `from` on.
    [[nodiscard]] std::uint32_t segment_of(std::uint32_t at, std::uint32_t from) const;

    // Quoted stretches side by side from `first` on.
    [[nodiscard]] ItemRange quoted_run(std::uint32_t first) const;

    // ---- no clause behind

    void without_content(QuoteAttribution& a, const SpeechCue& cue);
    const QuoteText& text_;
    const Frame& frame_;
    SubjectFinder subjects_;
    std::optional<std::uint32_t> used_;  // last segment of the last cue that was used
    std::vector<QuoteAttribution> found_;
};

}  // namespace depesche
