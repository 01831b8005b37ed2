// Collects the quotes of a text, frame by frame. The methods stand in four files by their job: attributions in quote_utterances.cpp, quoted
// words inside them in quote_nested.cpp, speech without a cue in quote_free.cpp, quoted stretches that are left in quote_loose.cpp.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "marks/marks.h"
#include "marks/quote_attribution.h"
#include "marks/quote_frames.h"

namespace depesche {

// Who spoke last, and where; what a sentence without a cue may go on from.
struct LastSaid {
    std::vector<Span> speaker;
    std::vector<Span> via;
    std::uint32_t frame = 0;
    std::uint32_t passage = 0;
    bool indirect = false;
};

// The attribution with a speaker whose cue stands last before the item, else the first; nullptr when there is none.
[[nodiscard]] const QuoteAttribution* nearest(const std::vector<QuoteAttribution>& found, std::uint32_t at);

class Collector {
public:
    static constexpr float nested_confidence = 0.7F;  // of quoted words inside what somebody says, at most

    explicit Collector(const QuoteText& text) : text_(text), used_(text.stretches.size(), false) {}

    // By first part. Once only.
    std::vector<Quote> run();

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    // ---- attributions

    // Keeps the quote unless its words are kept already: then the one with a speaker stays, else the surer one. Both stay when both have a
    // speaker, since one passes on what the other said.
    void add(Quote quote);
    Quote blank(QuoteType type, const QuoteAttribution& a) const;
    void remember(const Frame& frame, const Quote& quote);
    void take(const Frame& frame, const QuoteAttribution& a);
    // The words of a range: of quoted stretches alone what is between their marks, else all of it.
    void add_parts(Quote& quote, ItemRange r);
    // "nannte den Plan „teuer und falsch“": only the quoted words are said; without any the frame is reported speech.
    void take_judged(const Frame& frame, const QuoteAttribution& a);
    // "Das teilte die Polizei mit.": what is said is the frame before.
    void take_previous(const Frame& frame, const QuoteAttribution& a);
    [[nodiscard]] std::vector<Quote>::const_iterator at(std::size_t quote) const;
    // What the frame before said with a cue or as a quote of its own is not said again; who said it is told now when nobody was named.
    // True when the frame before has quotes.
    bool name_previous(const Frame& frame, const Quote& told);
    [[nodiscard]] bool follows_last(const Frame& frame, std::uint32_t frames_apart) const;
    void touch(const Frame& frame);

    // ---- quoted words inside

    // "Ein Vertreter der „küste ag“ nannte …": the quoted item belongs to the words for who speaks.
    [[nodiscard]] bool names_speaker(const QuoteAttribution& a, std::uint32_t at) const;
    // "X nannte den Plan „teuer“, Y bezeichnete ihn als „falsch“": a later verb with a speaker of its own stands before the item.
    [[nodiscard]] bool is_of_later(const QuoteAttribution& a, std::uint32_t at) const;
    // Quoted words within what somebody says are that one's words, titles and names apart.
    void nested(const Frame& frame, ItemRange r, const QuoteAttribution& a);
    // Quoted words elsewhere in a sentence that attributes something: the speaker's, when they read like no name.
    void fragments(const Frame& frame, const std::vector<QuoteAttribution>& found);

    // ---- without a cue

    // A sentence in the subjunctive goes on with what was said before it.
    // True when the frame was one.
    bool free_speech(const Frame& frame);
    // "Der Mann soll das Boot gestohlen haben." True when the frame was one.
    bool hearsay(const Frame& frame);
    // "Der Minister legte seine Pläne vor. Die Steuer werde gesenkt.": the subject of a sentence without a cue right before.
    void introduce(const Frame& frame);
    // Sentences in the subjunctive that follow one another are one quote.
    bool join_free(const Frame& frame, const Quote& quote);
    // "Er warnte vor einem Bau, der die Küste zerstöre": a clause at whose end the verb stands in the subjunctive is said by whoever the
    // sentence is about.
    void clauses_in_subjunctive(const Frame& frame, const std::vector<QuoteAttribution>& found);

    // ---- quoted stretches that are left

    // Quoted stretches that no attribution took.
    void loose_stretches(const Frame& frame);
    // A sentence that is all quoted goes on with the speaker before it.
    void take_alone(const Frame& frame, std::uint32_t i);
    void take_loose(const Frame& frame, std::uint32_t i);
    // What no mark closes is unsure.
    void doubt_unclosed();
    // A quote whose paragraph ended without a closing mark and the one that the next paragraph begins with are one.
    void join_carried();
    // The quoted stretch whose words are that part of a quote.
    [[nodiscard]] std::optional<std::size_t> stretch_of(Span part) const;
    // For each quoted stretch the quote that has it as a part; quotes_.size() when none has.
    [[nodiscard]] std::vector<std::size_t> holders() const;
    // Words in a heading that the text below gives to somebody are that one's; others stay when they are an utterance.
    void name_headings();

    const QuoteText& text_;
    std::span<const QuoteAttribution> found_;  // of the frame at hand
    bool nested_ = false;                      // the attribution at hand stands within another's content
    std::vector<bool> used_;                   // stretches that are in a quote
    std::uint32_t frame_index_ = 0;
    std::size_t previous_begin_ = 0;  // the first quote of the frame before
    std::size_t current_begin_ = 0;   // and of the frame at hand
    std::optional<LastSaid> last_;
    std::optional<std::size_t> free_;  // the last quote of free indirect speech
    std::uint32_t free_frame_ = 0;
    struct Heading {
        std::size_t quote = 0;
        bool utterance = false;
    };
    std::vector<Heading> headings_;  // quotes in headings without a speaker
    std::vector<Quote> quotes_;
};

}  // namespace depesche
