#include "marks/quote_utterances.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "marks/quote_attribution.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr float nested_confidence = 0.7F;  // of quoted words inside what somebody says, at most

// Who spoke last, and where; what a sentence without a cue may go on from.
struct LastSaid {
    std::vector<Span> speaker;
    std::vector<Span> via;
    std::uint32_t frame = 0;
    std::uint32_t passage = 0;
    bool indirect = false;
};

class Collector {
public:
    explicit Collector(const QuoteText& text) : text_(text), used_(text.stretches.size(), false) {}

    std::vector<Quote> run() {
        for (frame_index_ = 0; frame_index_ < text_.frames.size(); ++frame_index_) {
            previous_begin_ = current_begin_;
            current_begin_ = quotes_.size();
            const Frame& frame = text_.frames[frame_index_];
            const std::vector<QuoteAttribution> found = find_attributions(text_, frame);
            const bool attributed = std::ranges::any_of(found, [](const QuoteAttribution& a) { return !a.judged; });
            if (!attributed && free_speech(frame)) {
                loose_stretches(frame);
                continue;
            }
            clauses_in_subjunctive(frame, found);
            found_ = found;
            for (const QuoteAttribution& a : found) {
                nested_ = is_nested(found, a);
                if (!nested_ || !a.judged) take(frame, a);
            }
            nested_ = false;
            fragments(frame, found);
            loose_stretches(frame);
        }
        name_headings();
        std::ranges::stable_sort(quotes_, {}, [](const Quote& q) { return q.parts.front().begin; });
        return std::move(quotes_);
    }

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    [[nodiscard]] std::vector<Span> spans_of(const std::vector<std::uint32_t>& items) const {
        std::vector<Span> spans;
        for (const std::uint32_t i : items) {
            const bool next = !spans.empty() && i > 0 && item(i - 1).span.end == spans.back().end;
            if (next) spans.back().end = item(i).span.end;
            else spans.push_back(item(i).span);
        }
        return spans;
    }

    // "man" is nobody in particular.
    [[nodiscard]] bool is_anybody(ItemRange speaker) const { return speaker.size() == 1 && item(speaker.first).is(anybody); }

    Quote blank(QuoteType type, const QuoteAttribution& a) const {
        Quote quote;
        quote.type = type;
        if (!a.source.empty()) quote.speaker.push_back(text_.span_of(a.source));
        if (!a.speaker.empty() && !is_anybody(a.speaker)) quote.speaker.push_back(text_.span_of(a.speaker));
        quote.cue = spans_of(a.cue);
        if (!a.medium.empty()) quote.via.push_back(text_.span_of(a.medium));
        if (!a.receiver.empty()) (a.receiver_is_medium ? quote.via : quote.addressee).push_back(text_.span_of(a.receiver));
        quote.cited = a.cited;
        quote.confidence = a.confidence;
        return quote;
    }

    // The cue stands within what another says: "meldete, der Verein habe bestätigt".
    [[nodiscard]] static bool is_nested(const std::vector<QuoteAttribution>& found, const QuoteAttribution& a) {
        constexpr std::size_t most = 24;  // a frame with more is no writing
        if (a.cue.empty() || found.size() > most) return false;
        return std::ranges::any_of(found, [&](const QuoteAttribution& other) {
            return &other != &a && !other.judged &&
                   std::ranges::any_of(other.content, [&](ItemRange c) { return c.first <= a.cue.front() && a.cue.front() < c.last; });
        });
    }

    void remember(const Frame& frame, const Quote& quote) {
        const bool is_cue = !quote.speaker.empty() && !quote.cue.empty() && quote.speaker.back() == quote.cue.front();  // "Demnach"
        if (quote.speaker.empty() || is_cue || nested_) return;
        last_ = LastSaid{quote.speaker, quote.via, frame_index_, frame.passage, quote.type != QuoteType::direct};
    }

    // ---- attributions

    void take(const Frame& frame, const QuoteAttribution& a) {
        if (a.judged) return take_judged(frame, a);
        if (a.previous_frame) return take_previous(frame, a);
        const bool direct = std::ranges::all_of(a.content, [&](ItemRange r) { return only_quoted(text_, r); });
        Quote quote = blank(direct ? QuoteType::direct : QuoteType::indirect, a);
        for (const ItemRange r : a.content) add_parts(quote, r);
        if (quote.parts.empty()) return;
        remember(frame, quote);
        if (!direct) {
            for (const ItemRange r : a.content) nested(frame, r, a);
        }
        quotes_.push_back(std::move(quote));
    }

    // The words of a range: of quoted stretches alone what is between their marks, else all of it.
    void add_parts(Quote& quote, ItemRange r) {
        if (quote.type != QuoteType::direct) {
            while (!r.empty() && item(r.last - 1).kind == ItemKind::mark) --r.last;
            while (!r.empty() && item(r.first).kind == ItemKind::mark) ++r.first;
            if (!r.empty()) quote.parts.push_back(text_.span_of(r));
            return;
        }
        for (std::uint32_t i = r.first; i < r.last; ++i) {
            if (item(i).kind != ItemKind::quoted) continue;
            used_[item(i).quoted] = true;
            quote.parts.push_back(text_.stretches[item(i).quoted].inner);
        }
    }

    // "durch „Larry“ entstanden": one word that begins with a capital is a name or a term in a sentence of others' words.
    [[nodiscard]] bool is_bare_noun(std::uint32_t i) const {
        return words_in(text_, item(i)) == 1 && begins_upper(trim(text_.words(text_.stretches[item(i).quoted].inner)));
    }

    // "X nannte den Plan „teuer“, Y bezeichnete ihn als „falsch“": a later verb with a speaker of its own stands before the item.
    [[nodiscard]] bool is_of_later(const QuoteAttribution& a, std::uint32_t at) const {
        return std::ranges::any_of(found_, [&](const QuoteAttribution& other) {
            return !other.speaker.empty() && !other.cue.empty() && !a.cue.empty() && other.quotes &&
                   other.speaker.first != a.speaker.first && other.cue.front() > a.cue.back() && other.cue.front() < at;
        });
    }

    // Quoted words within what somebody says are that one's words, titles and names apart.
    void nested(const Frame& frame, ItemRange r, const QuoteAttribution& a) {
        for (std::uint32_t i = r.first; i < r.last; ++i) {
            if (item(i).kind != ItemKind::quoted || used_[item(i).quoted]) continue;
            const bool name = is_name_in_marks(text_, frame, i) || is_bare_noun(i);
            if ((name && !is_abstract_noun(text_, frame, i)) || (a.judged && is_of_later(a, i))) continue;
            used_[item(i).quoted] = true;
            Quote quote = blank(QuoteType::direct, a);
            quote.parts = {text_.stretches[item(i).quoted].inner};
            quote.confidence = std::min(quote.confidence, nested_confidence);
            quotes_.push_back(std::move(quote));
        }
    }

    // "nannte den Plan „teuer und falsch“": only the quoted words are said; without any the frame is reported speech.
    void take_judged(const Frame& frame, const QuoteAttribution& a) {
        const std::size_t before = quotes_.size();
        if (!a.content.empty() && a.quotes) nested(frame, a.content.front(), a);
        for (std::size_t i = before; i < quotes_.size(); ++i) remember(frame, quotes_[i]);
        if (!a.speaker.empty() && may_speak(text_, {a.speaker})) remember(frame, blank(QuoteType::indirect, a));
        const bool judged_words = a.quotes && quotes_.size() > before && !a.objects;
        if (!a.reported || frame.heading || judged_words) return;
        QuoteAttribution whole = a;
        whole.cue.clear();
        Quote quote = blank(QuoteType::reported, whole);
        add_parts(quote, {frame.items.first, content_end(text_, frame)});
        if (quote.parts.empty()) return;
        remember(frame, quote);
        quotes_.push_back(std::move(quote));
    }

    // "Das teilte die Polizei mit.": what is said is the frame before.
    void take_previous(const Frame& frame, const QuoteAttribution& a) {
        if (frame_index_ == 0) return;
        const Frame& said = text_.frames[frame_index_ - 1];
        if (said.passage != frame.passage || said.heading) return;
        Quote quote = blank(QuoteType::indirect, a);
        if (name_previous(frame, quote)) return;
        add_parts(quote, {said.items.first, content_end(text_, said)});
        for (const ItemRange r : a.content) add_parts(quote, r);
        remember(frame, quote);
        nested(said, said.items, a);
        quotes_.push_back(std::move(quote));
    }

    [[nodiscard]] std::vector<Quote>::const_iterator at(std::size_t quote) const {
        return quotes_.begin() + static_cast<std::ptrdiff_t>(quote);
    }

    // What the frame before said with a cue or as a quote of its own is not said again; who said it is told now when nobody was named.
    // True when the frame before has quotes.
    bool name_previous(const Frame& frame, const Quote& told) {
        const Span whole = text_.span_of(text_.frames[frame_index_ - 1].items);
        const bool told_already = std::any_of(at(previous_begin_), at(current_begin_), [&](const Quote& q) {
            return q.type != QuoteType::direct || q.confidence > nested_confidence ||
                   2 * (q.parts.back().end - q.parts.front().begin) > whole.size();
        });
        if (!told_already) return false;
        for (std::size_t i = previous_begin_; i < current_begin_; ++i) {
            Quote& said = quotes_[i];
            const bool open = said.speaker.empty() || (said.cue.empty() && said.type == QuoteType::indirect_free_indirect);
            if (!open || told.speaker.empty()) continue;
            said.speaker = told.speaker;
            if (said.cue.empty()) said.cue = told.cue;
            said.confidence = std::max(said.confidence, told.confidence);
            remember(frame, said);
        }
        return true;
    }

    // "aus einem Wort: „Nein.“", not "(kurz: „Rat“)"
    [[nodiscard]] bool closes_colon(std::uint32_t i) const {
        const std::string_view words = trim(text_.words(text_.stretches[item(i).quoted].inner));
        return item(i - 1).mark == ':' && (words.ends_with('.') || words.ends_with('!') || words.ends_with('?'));
    }

    // Quoted words elsewhere in a sentence that attributes something: the speaker's, when they read like no name.
    void fragments(const Frame& frame, const std::vector<QuoteAttribution>& found) {
        if (found.empty()) return;
        for (std::uint32_t i = frame.items.first; i < frame.items.last; ++i) {
            if (item(i).kind != ItemKind::quoted || used_[item(i).quoted] || is_name_in_marks(text_, frame, i)) continue;
            const bool small = !begins_upper(trim(text_.words(text_.stretches[item(i).quoted].inner)));
            const bool introduced =
                i > frame.items.first && (closes_colon(i) || item(i - 1).is(indefinite) || item(i - 1).is(as) || item(i - 1).is(cue_noun));
            const QuoteAttribution* by = nearest(found, i);
            if ((!small && !introduced) || by == nullptr || !by->quotes) continue;
            used_[item(i).quoted] = true;
            Quote quote = blank(QuoteType::direct, *by);
            if (!small && closes_colon(i) && words_in(text_, item(i)) == 1) quote.speaker.clear();
            quote.parts = {text_.stretches[item(i).quoted].inner};
            quote.confidence = std::min(quote.confidence, 0.55F);
            quotes_.push_back(std::move(quote));
        }
    }

    // The attribution with a speaker whose cue stands last before the item, else the first.
    [[nodiscard]] static const QuoteAttribution* nearest(const std::vector<QuoteAttribution>& found, std::uint32_t at) {
        const QuoteAttribution* best = nullptr;
        for (const QuoteAttribution& a : found) {
            if (a.speaker.empty() || a.cue.empty()) continue;
            if (best == nullptr || a.cue.front() < at) best = &a;
        }
        return best != nullptr || found.empty() || found.front().cue.empty() ? best : &found.front();
    }

    // ---- without a cue

    [[nodiscard]] bool follows_last(const Frame& frame, std::uint32_t frames_apart) const {
        if (!last_ || frame_index_ > last_->frame + frames_apart) return false;
        return last_->passage == frame.passage || last_->passage + 1 == frame.passage;
    }

    // A sentence in the subjunctive goes on with what was said before it.
    // True when the frame was one.
    bool free_speech(const Frame& frame) {
        if (frame.heading || !is_in_subjunctive(text_, frame, follows_last(frame, 1))) return false;
        introduce(frame);
        const bool known = follows_last(frame, 3);
        Quote quote;
        quote.type = QuoteType::indirect_free_indirect;
        if (known) quote.speaker = last_->speaker;
        quote.confidence = known ? (last_->indirect ? 0.7F : 0.6F) : 0.4F;
        add_parts(quote, {frame.items.first, content_end(text_, frame)});
        if (quote.parts.empty()) return false;
        QuoteAttribution none;
        none.confidence = quote.confidence;
        const std::size_t before = quotes_.size();
        nested(frame, frame.items, none);
        for (std::size_t i = before; i < quotes_.size(); ++i) quotes_[i].speaker = quote.speaker;
        if (join_free(frame, quote)) return true;
        free_ = quotes_.size();
        free_frame_ = frame_index_;
        quotes_.push_back(std::move(quote));
        if (known) touch(frame);
        return true;
    }

    // "Der Minister legte seine Pläne vor. Die Steuer werde gesenkt.": the subject of a sentence without a cue right before.
    void introduce(const Frame& frame) {
        if (frame_index_ == 0 || (last_ && last_->frame + 1 >= frame_index_)) return;
        const Frame& before = text_.frames[frame_index_ - 1];
        if (before.heading || before.passage != frame.passage || frame.heading) return;
        const auto subject = opening_subject(before);
        if (!subject) return;
        last_ = LastSaid{{text_.span_of(subject->items)}, {}, frame_index_ - 1, before.passage, false};
    }

    // The subject that a sentence opens with: a name, or a phrase with a determiner in the nominative.
    [[nodiscard]] std::optional<Phrase> opening_subject(const Frame& frame) const {
        const ItemRange r = text_.segments[frame.first_segment].items;
        const Item& lead = item(r.first);
        if (lead.is_word() && lead.is(preposition)) return subject_behind_verb(r);
        if (!lead.is_word() || lead.is(preposition) || (lead.is(determiner) && !lead.is(nominative))) return std::nullopt;
        const auto subject = subject_in_front(text_, r);
        if (!subject || !may_speak(text_, *subject) || names_event(text_, subject->items) ||
            (!subject->name && !lead.is(determiner) && !lead.is(pronoun)))
            return std::nullopt;
        return subject;
    }

    // "Am Rande der Sitzung nahm der Ministerpräsident Stellung": a person behind the first verb.
    [[nodiscard]] std::optional<Phrase> subject_behind_verb(ItemRange r) const {
        for (std::uint32_t i = r.first + 1; i + 1 < r.last; ++i) {
            if (!is_finite(item(i))) continue;
            const auto subject = subject_behind(text_, i + 1, r.last);
            const bool person = subject && (subject->name || text_.lexicon->ends_personal(text_.words(text_.span_of(subject->items))));
            return person && may_speak(text_, *subject) ? subject : std::nullopt;
        }
        return std::nullopt;
    }

    // Sentences in the subjunctive that follow one another are one quote.
    bool join_free(const Frame& frame, const Quote& quote) {
        if (!free_ || *free_ >= quotes_.size() || free_frame_ + 1 != frame_index_) return false;
        Quote& before = quotes_[*free_];
        if (before.type != QuoteType::indirect_free_indirect || before.speaker != quote.speaker) return false;
        if (text_.frames[free_frame_].passage != frame.passage) return false;
        before.parts.back().end = quote.parts.back().end;
        free_frame_ = frame_index_;
        touch(frame);
        return true;
    }

    void touch(const Frame& frame) {
        if (!last_) return;
        last_->frame = frame_index_;
        last_->passage = frame.passage;
    }

    // "Er warnte vor einem Bau, der die Küste zerstöre": a clause at whose end the verb stands in the subjunctive is said by whoever the
    // sentence is about.
    void clauses_in_subjunctive(const Frame& frame, const std::vector<QuoteAttribution>& found) {
        if (frame.heading) return;
        for (std::uint32_t s = frame.first_segment + 1; s < frame.last_segment; ++s) {
            const ItemRange r = text_.segments[s].items;
            if (!reports_at_end(text_.segments[s]) || is_content(found, r.first)) continue;
            QuoteAttribution a;
            if (const QuoteAttribution* by = nearest(found, r.first); by != nullptr) a.speaker = by->speaker;
            if (a.speaker.empty()) {
                if (const auto subject = opening_subject(frame)) a.speaker = subject->items;
            }
            a.confidence = a.speaker.empty() ? 0.4F : 0.6F;
            Quote quote = blank(QuoteType::indirect, a);
            const std::uint32_t last = clause_last(frame, s);
            add_parts(quote, {r.first, last});
            if (quote.parts.empty()) continue;
            quotes_.push_back(std::move(quote));
            nested(frame, {r.first, last}, a);
            while (s + 1 < frame.last_segment && text_.segments[s + 1].items.first < last) ++s;
        }
    }

    [[nodiscard]] bool reports_at_end(const Segment& segment) const {
        const Item& lead = item(segment.items.first);
        const Item& verb = item(segment.items.last - 1);
        const bool clause = is_relative_clause(text_, segment) || (segment.before == ',' && lead.is_word() && lead.is(subordinator));
        const auto begin = text_.items.begin() + segment.items.first;
        return clause && verb.is_word() && !verb.capital && verb.is(subjunctive) &&
               std::none_of(begin, begin + std::min(segment.items.size(), 8U), [](const Item& word) { return word.is(first_person); });
    }

    [[nodiscard]] static bool is_content(const std::vector<QuoteAttribution>& found, std::uint32_t at) {
        return std::ranges::any_of(found, [&](const QuoteAttribution& a) {
            return !a.judged && std::ranges::any_of(a.content, [&](ItemRange c) { return c.first <= at && at < c.last; });
        });
    }

    // Behind the clause in segment `s` and what depends on it, up to where the main clause goes on with its verb.
    [[nodiscard]] std::uint32_t clause_last(const Frame& frame, std::uint32_t s) const {
        for (std::uint32_t next = s + 1; next < frame.last_segment; ++next) {
            const Item& lead = item(text_.segments[next].items.first);
            const bool goes_on = is_finite(lead) || (lead.is_word() && (lead.is(subjunctive) || lead.is(coordinator)));
            if (goes_on || text_.segments[next].before != ',') return text_.segments[next - 1].items.last;
        }
        return content_end(text_, frame);
    }

    // Quoted stretches that no attribution took.
    void loose_stretches(const Frame& frame) {
        const bool alone = only_quoted(text_, frame.items);
        for (std::uint32_t i = frame.items.first; i < frame.items.last; ++i) {
            if (item(i).kind != ItemKind::quoted || used_[item(i).quoted]) continue;
            if (alone) take_alone(frame, i);
            else take_loose(frame, i);
        }
    }

    // A sentence that is all quoted goes on with the speaker before it.
    void take_alone(const Frame& frame, std::uint32_t i) {
        const bool same = last_ && last_->passage == frame.passage && follows_last(frame, 2);
        if (!is_utterance(text_, frame, i) && !same) return;
        Quote quote;
        quote.parts = {text_.stretches[item(i).quoted].inner};
        const bool next = !same && !frame.heading && follows_last(frame, 1);
        if (same) {
            quote.speaker = last_->speaker;
            quote.via = last_->via;
        }
        if (next) quote.speaker = last_->speaker;
        quote.confidence = same ? 0.8F : (next ? 0.55F : 0.45F);
        used_[item(i).quoted] = true;
        if (frame.heading && quote.speaker.empty()) headings_.push_back({quotes_.size(), true});
        quotes_.push_back(std::move(quote));
        if (same || next) touch(frame);
    }

    void take_loose(const Frame& frame, std::uint32_t i) {
        const bool colon = i > frame.items.first && item(i - 1).mark == ':';
        if (!is_utterance(text_, frame, i) && !(frame.heading && words_in(text_, item(i)) >= 3)) return;
        Quote quote;
        quote.parts = {text_.stretches[item(i).quoted].inner};
        quote.confidence = 0.45F;
        if (colon) {
            if (const auto who = before_colon(frame, i - 1)) {
                const bool of_last = item(who->items.first).is(possessive) && follows_last(frame, 2);  // "Seine Begründung: …"
                quote.speaker = of_last ? last_->speaker : std::vector<Span>{text_.span_of(who->items)};
                quote.confidence = 0.65F;
            }
        }
        if (!colon && !frame.heading && last_ && last_->frame == frame_index_) quote.speaker = last_->speaker;
        used_[item(i).quoted] = true;
        if (colon) remember(frame, quote);
        if (frame.heading) headings_.push_back({quotes_.size(), is_utterance(text_, frame, i)});
        quotes_.push_back(std::move(quote));
    }

    // Words in a heading that the text below gives to somebody are that one's; others stay when they are an utterance.
    void name_headings() {
        constexpr std::size_t most = 32;
        std::vector<std::size_t> dropped;
        for (std::size_t h = 0; h < std::min(headings_.size(), most); ++h) {
            Quote& heading = quotes_[headings_[h].quote];
            const std::string_view words = text_.words(heading.parts.front());
            const auto source = std::ranges::find_if(quotes_, [&](const Quote& q) {
                return q.type == QuoteType::direct && !q.speaker.empty() && q.parts.front() != heading.parts.front() &&
                       std::ranges::any_of(q.parts, [&](Span part) { return text_.words(part).find(words) != std::string_view::npos; });
            });
            if (source != quotes_.end()) {
                heading.speaker = source->speaker;
                heading.confidence = 0.7F;
            } else if (!headings_[h].utterance) {
                dropped.push_back(headings_[h].quote);
            }
        }
        for (std::size_t i = dropped.size(); i-- > 0;) quotes_.erase(quotes_.begin() + static_cast<std::ptrdiff_t>(dropped[i]));
    }

    // "Am Abend meldete sich der Hafenkapitän zu Wort: …", "Die Ministerin: …"
    [[nodiscard]] std::optional<Phrase> before_colon(const Frame& frame, std::uint32_t colon) const {
        std::uint32_t s = frame.first_segment;
        while (s + 1 < frame.last_segment && text_.segments[s + 1].items.first < colon) ++s;
        const ItemRange r = text_.segments[s].items;
        for (std::uint32_t i = r.first + 1; i < r.last; ++i) {  // "Fragen wies er zurück"
            if (item(i).is_word() && item(i).is(subject_pronoun)) return Phrase{{i, i + 1}, false};
        }
        const Item& first = item(r.first);
        const bool nominative_start = first.is_word() && !first.is(preposition) && (!first.is(determiner) || first.is(nominative));
        auto phrase = nominative_start ? noun_phrase(text_, r.first, r.last) : std::nullopt;
        if (phrase && s == frame.first_segment + 1 && text_.segments[s].before == ',' && phrase->items.last == r.last) {
            const ItemRange name = text_.segments[frame.first_segment].items;  // "Ada Krey, Präsidentin des Rats: …"
            const auto whole = noun_phrase(text_, name.first, name.last);
            if (whole && whole->name && whole->items.last == name.last) phrase->items.first = name.first;
        }
        if (!phrase) phrase = subject_behind(text_, r.first, r.last);
        if (phrase && !item(phrase->items.first).is_word() && is_utterance(text_, frame, phrase->items.first)) return std::nullopt;
        if (!phrase || item(phrase->items.first).is(possessive) || may_speak(text_, *phrase)) return phrase;
        return behind_thing(*phrase);
    }

    // "Das Fazit der Forscherin: …", "Der Rat von Kai Wulff: …": who stands behind the first noun, when that one may speak.
    [[nodiscard]] std::optional<Phrase> behind_thing(const Phrase& thing) const {
        for (std::uint32_t i = thing.items.first + 1; i < thing.items.last; ++i) {
            if (!item(i).is_word() || item(i).capital || !(item(i).is(genitive) || item(i).is(attributive_behind))) continue;
            const auto who = noun_phrase(text_, item(i).is(determiner) ? i : i + 1, thing.items.last);
            if (who && may_speak(text_, *who)) return who;
            return std::nullopt;
        }
        return std::nullopt;
    }

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

}  // namespace

std::vector<Quote> find_utterances(const QuoteText& text) { return Collector(text).run(); }

}  // namespace depesche
