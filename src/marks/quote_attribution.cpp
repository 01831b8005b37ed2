#include "marks/quote_attribution.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "marks/quote_behind.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr float sure = 0.9F;
constexpr float likely = 0.75F;
constexpr float doubtful = 0.5F;

class AttributionFinder {
public:
    AttributionFinder(const QuoteText& text, const Frame& frame) : text_(text), frame_(frame), subjects_(text, frame) {}

    std::vector<QuoteAttribution> run() {
        for (const SpeechCue& cue : find_cues(text_, frame_)) attribute(cue);
        return std::move(found_);
    }

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }
    [[nodiscard]] const Segment& segment(std::uint32_t s) const { return text_.segments[s]; }
    [[nodiscard]] std::uint32_t end_of_frame() const { return content_end(text_, frame_); }

    void attribute(const SpeechCue& cue) {
        if (cue.verb.own_thing && BehindCue(text_, frame_, cue).is_reflexive()) return only_quoted_words(cue);
        if (how_clause(cue)) return;
        if (backward(cue)) return;
        if (cue.place == CuePlace::final) {
            forward_from_clause(cue);
            return;
        }
        forward(cue);
    }

    // "zeigte sich „besorgt“ und entschlossen, …"
    void only_quoted_words(const SpeechCue& cue) {
        QuoteAttribution a;
        a.cue = cue.words;
        subjects_.find_subject(a, cue, found_);
        without_content(a, cue);
    }

    // ---- "wie die Polizei mitteilte"

    // The segment that opens the clause with "wie" and reaches to the cue; frame_.last_segment when there is none.
    [[nodiscard]] std::uint32_t how_segment(const SpeechCue& cue) const {
        const std::uint32_t lowest = std::max(frame_.first_segment, cue.segment >= 2 ? cue.segment - 2 : 0);
        for (std::uint32_t s = cue.segment + 1; s-- > lowest;) {
            if (item(segment(s).items.first).is_word() && item(segment(s).items.first).is(how)) return s;
            if (segment(s).before != ',') break;
        }
        return frame_.last_segment;
    }

    bool how_clause(const SpeechCue& cue) {
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

    // What stands before and behind the segments [first, last] of the frame.
    [[nodiscard]] std::vector<ItemRange> around(std::uint32_t first, std::uint32_t last) const {
        std::vector<ItemRange> content;
        const ItemRange before = items_before(first);
        if (!before.empty()) content.push_back(before);
        if (last + 1 < frame_.last_segment) content.push_back({segment(last + 1).items.first, end_of_frame()});
        return content;
    }

    // The items in front of a segment, from the last semicolon or earlier cue on, without marks at the end.
    [[nodiscard]] ItemRange items_before(std::uint32_t s) const {
        if (s == frame_.first_segment) return {};
        std::uint32_t first = s;
        while (first > frame_.first_segment && segment(first).before != ';' && (!used_ || first != *used_ + 1)) --first;
        if (first == s) return {};
        if (s > first + 1 && only_quoted(text_, segment(s - 1).items) && segment(s - 1).before == ':') first = s - 1;
        return {segment(first).items.first, segment(s - 1).items.last};
    }

    // ---- "…, sagte X"

    // "Rohan's father, Sunil, said the family had waited": where the subject comes first, what seems to be the speaker behind the verb is
    // the subject of what is said when a finite verb follows it. "said the agency, which has warned" is none.
    [[nodiscard]] bool goes_on_as_clause(const SpeechCue& cue, const Phrase& subject) const {
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

    bool backward(const SpeechCue& cue) {
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

    // "„Küstenblatt“ berichtet unter Berufung auf den Kapitän, dass …": a name in marks that no comma parts from its verb, and a clause
    // behind.
    [[nodiscard]] bool is_medium_in_marks(const SpeechCue& cue, std::uint32_t behind) const {
        constexpr std::uint32_t longest = 3;  // words
        const Item& name = item(behind - 1);
        if (name.kind != ItemKind::quoted || words_in(text_, name) > longest ||
            BehindCue(text_, frame_, cue).content().kind == Content::none)
            return false;
        const std::string_view words = trim(text_.words(text_.stretches[name.quoted].inner));
        return begins_upper(words) && !words.ends_with('.') && !words.ends_with('!') && !words.ends_with('?') && !words.ends_with(',');
    }

    // "Obwohl …, bestritt er": a subordinate clause alone is not what is said. "Während des Besuchs seien …" is none.
    [[nodiscard]] bool is_lone_clause(const SpeechCue& cue) const {
        const ItemRange clause = segment(cue.segment - 1).items;
        const Item& first = item(clause.first);
        if (first.is(preposition) && clause.size() > 2 && has_subjunctive(text_, {clause.first + 1, clause.last - 1})) return false;
        const bool alone = cue.segment == frame_.first_segment + 1 || segment(cue.segment - 1).before == ';';
        return alone && first.is_word() && (first.is(subordinator) || first.is(purpose));
    }

    // What is said follows, and what stands in front does not read like speech: "Am Montag, dem 3. Mai, sagte er: …"
    [[nodiscard]] bool says_what_follows(const SpeechCue& cue) const {
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

    // ", the driver said": the cue behind its subject, with what was said in front.
    bool backward_subject_first(const SpeechCue& cue) {
        const ItemRange r = segment(cue.segment).items;
        if (cue.finite == r.first) return false;
        std::uint32_t begin = r.first;
        while (begin < cue.finite && item(begin).kind == ItemKind::quoted) ++begin;
        const bool quoted_in_segment = begin > r.first;
        if (cue.segment == frame_.first_segment && !quoted_in_segment) return false;
        const auto subject = subject_in_front(text_, {begin, cue.finite});
        if (!subject || subject->items.last != cue.finite || BehindCue(text_, frame_, cue).bare_clause() != 0) return false;
        const ItemRange content = quoted_in_segment ? ItemRange{r.first, begin} : items_before(cue.segment);
        if (content.empty() || (!quoted_in_segment && quotes_behind(cue))) return false;
        QuoteAttribution a;
        a.cue = cue.words;
        a.speaker = subject->items;
        subjects_.object_receiver(a, cue.finite + 1, r.last);
        a.content = {content};
        add_continuation(a, cue);
        a.confidence = sure;
        used_ = cue.last_segment;
        found_.push_back(std::move(a));
        return true;
    }

    // "Asked if it had helped, Roche replied: “…”": what is said stands behind the verb, in marks, and nothing in marks before it.
    [[nodiscard]] bool quotes_behind(const SpeechCue& cue) const {
        for (std::uint32_t i = frame_.items.first; i < cue.finite; ++i) {
            if (item(i).kind == ItemKind::quoted) return false;
        }
        const std::uint32_t next = cue.last_segment + 1;
        if (next >= frame_.last_segment || (segment(next).before != ':' && segment(next).before != ',')) return false;
        return item(segment(next).items.first).kind == ItemKind::quoted;
    }

    // What is said goes on behind ", sagte X,": a quoted stretch, or a clause whose verb is in the subjunctive.
    void add_continuation(QuoteAttribution& a, const SpeechCue& cue) {
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

    // ---- "X sagte, …"

    void forward(const SpeechCue& cue) {
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

    void finish_forward(QuoteAttribution& a, const SpeechCue& cue) {
        if (cue.verb.cites) subjects_.turn_citation(a, cue);
        used_ = std::max(cue.last_segment, segment_of(a.content.back().last - 1, cue.last_segment));
        found_.push_back(std::move(a));
    }

    // "…, dass der Minister gesagt habe, …" and relative clauses: only with a clear clause behind.
    void forward_from_clause(const SpeechCue& cue) {
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

    // "Nachdem Behörden gewarnt hatten, hatte sich gezeigt, dass …": behind an opening clause the main one begins with its verb, and what
    // follows is said there.
    [[nodiscard]] bool main_clause_follows(const SpeechCue& cue) const {
        const std::uint32_t next = cue.last_segment + 1;
        if (cue.segment != frame_.first_segment || next >= frame_.last_segment || !item(segment(cue.segment).items.first).is(subordinator))
            return false;
        const Item& lead = item(segment(next).items.first);
        return is_finite(lead) || (lead.is_word() && (lead.is(conditional) || lead.is(subjunctive)));
    }

    // Where the subject of a clause may begin: behind its first word, or behind "in dem", "in dessen Folge".
    [[nodiscard]] std::uint32_t behind_relative(ItemRange r) const {
        const bool prepositional = r.size() > 3 && item(r.first).is(preposition) && item(r.first + 1).is(relative);
        if (!prepositional) return r.first + 1;
        return item(r.first + 2).capital && !item(r.first + 1).is(determiner) ? r.first + 3 : r.first + 2;
    }

    // "…, der sagte": the clause's own pronoun is who speaks.
    [[nodiscard]] bool is_relative_lead(ItemRange r) const {
        const Item& lead = item(r.first);
        return lead.is_word() && !lead.capital && lead.is(relative) && (lead.is(nominative) || lead.is(question)) && !lead.is(subordinator);
    }

    // "die als „gefährlich“ beschrieben wurde"
    [[nodiscard]] bool holds_quoted_predicate(ItemRange r) const {
        for (std::uint32_t i = r.first + 1; i < r.last; ++i) {
            if (item(i).kind == ItemKind::quoted && item(i - 1).is_word() && item(i - 1).is(as)) return true;
        }
        return false;
    }

    // "weil er den Plan als „teuer“ bezeichnete", "der die Wahl ein „Fest“ nannte": the relative pronoun is no speaker to show.
    void judge_clause(QuoteAttribution& a, const SpeechCue& cue) {
        const ItemRange r = segment(cue.segment).items;
        if (item(r.first).is(relative) && !item(r.first).is(subordinator)) a.speaker = {};
        a.judged = true;
        a.content = {r};
        a.confidence = a.speaker.empty() ? 0.4F : 0.6F;
        found_.push_back(std::move(a));
    }

    // The segment that holds an item, searched from `from` on.
    [[nodiscard]] std::uint32_t segment_of(std::uint32_t at, std::uint32_t from) const {
        std::uint32_t s = from;
        while (s + 1 < frame_.last_segment && segment(s + 1).items.first <= at) ++s;
        return s;
    }

    // Quoted stretches side by side from `first` on.
    [[nodiscard]] ItemRange quoted_run(std::uint32_t first) const {
        std::uint32_t last = first + 1;
        while (last < frame_.items.last && item(last).kind == ItemKind::quoted) ++last;
        return {first, last};
    }

    // ---- no clause behind

    void without_content(QuoteAttribution& a, const SpeechCue& cue) {
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

    const QuoteText& text_;
    const Frame& frame_;
    SubjectFinder subjects_;
    std::optional<std::uint32_t> used_;  // last segment of the last cue that was used
    std::vector<QuoteAttribution> found_;
};

}  // namespace

std::vector<QuoteAttribution> find_attributions(const QuoteText& text, const Frame& frame) {
    std::vector<QuoteAttribution> found = AttributionFinder(text, frame).run();
    find_noun_cues(text, frame, found);
    find_sources(text, frame, found);
    std::erase_if(found,
                  [&](const QuoteAttribution& a) { return a.weak && names_event(text, a.speaker); });  // "Das Treffen hat gezeigt, wie …"
    return found;
}

}  // namespace depesche
