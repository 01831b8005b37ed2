// What stands behind a cue: the segment with what is said, a clause without a mark, and what an object alone tells.
#pragma once

#include "marks/quote_content.h"
#include "marks/quote_cues.h"
#include "marks/quote_frames.h"

namespace depesche {

struct Behind {
    std::uint32_t segment = 0;  // index into QuoteText::segments
    Content kind = Content::none;
};

// Looks at one cue of one frame. Keeps references to all three.
class BehindCue {
public:
    BehindCue(const QuoteText& text, const Frame& frame, const SpeechCue& cue) : text_(text), frame_(frame), cue_(cue) {}

    // The segment behind the cue with what is said, past inserted relative clauses and dates; `none` when there is none.
    [[nodiscard]] Behind content() const;

    // "sagte, der Schwenk spiegele die Lage wider": a verb that no list has, told by its ending and by no noun behind it.
    [[nodiscard]] bool reports_main_clause() const;

    // Where a clause begins that follows the verb without a mark ("said the school would reopen"); 0 when none does.
    [[nodiscard]] std::uint32_t bare_clause() const;

    // "sprach von", "hält für": what an object alone needs stands behind the verb.
    [[nodiscard]] bool has_preposition() const;

    // "zeigte sich „besorgt“"
    [[nodiscard]] bool is_reflexive() const;

    // "forderte drei Todesopfer": a happening, no speech.
    [[nodiscard]] bool counts_dead() const;

private:
    // "sagte, die Werft „wird im Mai geschlossen“": quoted words that begin small, right behind a noun.
    [[nodiscard]] bool holds_quoted_predicate(ItemRange r) const;
    // "told Coast Sports he had signed": where what is said begins behind the one spoken to, who begins at `at`; 0 when nothing does.
    [[nodiscard]] std::uint32_t behind_addressee(std::uint32_t at, std::uint32_t stop) const;
    // A subject and right behind it a finite verb: a main clause in the indicative.
    [[nodiscard]] bool subject_and_verb(ItemRange r) const;
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }
    [[nodiscard]] const Segment& segment(std::uint32_t s) const { return text_.segments[s]; }

    const QuoteText& text_;
    const Frame& frame_;
    const SpeechCue& cue_;
};

}  // namespace depesche
