// Attributions by words that are no verbs of speech: prepositions, "so", "demnach".
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "marks/quote_attribution.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"
#include "marks/quote_source_phrases.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr float sure = 0.85F;
constexpr float doubtful = 0.45F;

class SourceFinder {
public:
    SourceFinder(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out) : text_(text), frame_(frame), out_(out) {}

    void run() {
        for (segment_ = frame_.first_segment; segment_ < frame_.last_segment; ++segment_) {
            range_ = text_.segments[segment_].items;
            for (std::uint32_t i = range_.first; i < range_.last; ++i) look_at(i);
        }
    }

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    [[nodiscard]] SourcePhrases phrases() const { return {text_, frame_, segment_}; }

    void look_at(std::uint32_t i) {
        const Item& it = item(i);
        if (!it.is_word() || it.classes == 0) return;
        if (it.is(source_noun_before) && i > range_.first && is_source_noun(item(i - 1))) {
            if (const auto phrase = phrases().before_postposition(i)) add(*phrase);  // "seiner Ansicht nach"
        } else if (it.is(source_before) || it.is(source_noun_before)) {
            if (const auto phrase = phrases().with_preposition(i)) add(*phrase);
        } else if (it.is(source_after)) {
            if (const auto phrase = phrases().before_postposition(i)) add(*phrase);
        } else if (it.is(so) && i == range_.first) {
            add_so(i);
        } else if (it.is(source_word)) {
            add_word(i);
        } else if (it.is(preposition) && text_.lexicon->is_opinion_preposition(to_lower(text_.words(it)))) {
            add_opinion(i);
        }
    }

    // "Für die Lehrer ist das „Wortbruch“": what a form of "to be" says in marks is the opinion of whoever stands behind "für".
    void add_opinion(std::uint32_t i) {
        constexpr float opinion = 0.6F;
        const auto who = noun_phrase(text_, i + 1, range_.last);
        if (!who || !may_speak(text_, *who) || (!who->name && !item(who->items.first).is(determiner))) return;
        std::uint32_t verb = range_.first;
        while (verb < range_.last && !item(verb).is(be)) ++verb;
        std::uint32_t said = std::max(verb, who->items.last);
        while (said < range_.last && item(said).kind != ItemKind::quoted) ++said;
        if (verb == range_.last || said >= range_.last) return;
        if (is_name_in_marks(text_, frame_, said) && !is_abstract_noun(text_, frame_, said)) return;
        QuoteAttribution a;
        a.cue = {i};
        a.speaker = who->items;
        a.content = {{said, said + 1}};
        a.judged = true;
        a.confidence = opinion;
        out_.push_back(std::move(a));
    }

    // "…, so die Ministerin"
    void add_so(std::uint32_t i) {
        if (segment_ == frame_.first_segment || i + 1 >= range_.last || range_.size() > 24) return;
        const auto subject = subject_behind(text_, i + 1, range_.last);
        if (!subject || subject->items.first > i + 2) return;
        if (subject->items.first == i + 2 && !item(i + 1).is(adverb)) return;  // "so definieren sie"
        const Item& lead = item(subject->items.first);
        if (subject->items.size() == 1 && !lead.capital && lead.is(determiner) && !lead.is(personal)) return;  // "so viele"
        if (behind_attributes(subject->items.last, range_.last) + 8 < range_.last) return;
        for (std::uint32_t k = i + 1; k < range_.last; ++k) {
            if (item(k).is(be) || item(k).is(auxiliary) || item(k).is(passive) || item(k).is(modal)) return;
        }
        for (const QuoteAttribution& a : out_) {
            if (!a.cue.empty() && a.cue.front() > i && a.cue.front() < range_.last) return;
        }
        QuoteAttribution a;
        a.cue = {i};
        a.speaker = subject->items;
        if (a.speaker.last == range_.last) a.speaker.last = end_with_apposition(text_, range_.last, frame_.items.last);
        std::uint32_t first = segment_;
        while (first > frame_.first_segment && text_.segments[first].before != ';') --first;
        if (first == segment_) first = segment_ - 1;
        a.content = {{text_.segments[first].items.first, text_.segments[segment_ - 1].items.last}};
        const std::uint32_t next = std::max(range_.last, a.speaker.last) + 1;  // behind the comma: „…“, so X, „…“
        if (next < frame_.items.last && item(next).kind == ItemKind::quoted && only_quoted(text_, a.content.front()))
            a.content.push_back({next, next + 1});
        else if (next < frame_.items.last && goes_on_behind(next)) a.content.push_back({next, content_end(text_, frame_)});
        a.confidence = sure;
        out_.push_back(std::move(a));
    }

    // "Doch sei es, so der Pfarrer, ein Haufen Leute gewesen": the clause goes on where it was broken off, unless another cue stands there.
    [[nodiscard]] bool goes_on_behind(std::uint32_t next) const {
        if (segment_ + 1 >= frame_.last_segment || text_.segments[segment_ + 1].before != ',') return false;
        return std::ranges::none_of(out_, [&](const QuoteAttribution& a) { return !a.cue.empty() && a.cue.back() >= next; });
    }

    // "X in einem Beitrag auf der Website der Zeitung Y": behind the phrases with a preposition that follow one another from `at` on.
    [[nodiscard]] std::uint32_t behind_attributes(std::uint32_t at, std::uint32_t last) const {
        while (at + 1 < last && item(at).is_word() && item(at).is(preposition)) {
            const auto phrase = noun_phrase(text_, at + 1, last);
            if (!phrase) break;
            at = phrase->items.last;
        }
        return at;
    }

    // "Demnach …": the word itself stands for a source named before, as a pronoun would; too open to be shown as sure.
    void add_word(std::uint32_t i) {
        const ItemRange clause = clause_around(i);
        QuoteAttribution a;
        a.cue = {i};
        a.speaker = {i, i + 1};
        const ItemRange named = i == range_.first ? named_before() : ItemRange{};
        if (!named.empty()) a.speaker = named;
        if (clause.first < i) a.content.push_back({clause.first, i});
        if (i + 1 < clause.last) a.content.push_back({i + 1, clause.last});
        a.confidence = doubtful;
        if (!a.content.empty()) out_.push_back(std::move(a));
    }

    // "eine Schätzung des Amts, wonach …": the phrase that the clause before ends with; empty when it ends otherwise.
    [[nodiscard]] ItemRange named_before() const {
        constexpr std::uint32_t longest = 14;
        if (segment_ == frame_.first_segment || text_.segments[segment_].before != ',') return {};
        const ItemRange before = text_.segments[segment_ - 1].items;
        for (std::uint32_t i = before.last > before.first + longest ? before.last - longest : before.first; i < before.last; ++i) {
            const Item& lead = item(i);
            if (!lead.is_word() || lead.is(preposition) || !(lead.is(determiner) || lead.capital)) continue;
            const auto phrase = noun_phrase(text_, i, before.last);
            if (phrase && phrase->items.last == before.last) return phrase->items;
        }
        return {};
    }

    // The clauses that a source phrase in this segment covers: a subordinate clause of its own, else all from the begin, the
    // last semicolon or the begin of another attribution's content to the end.
    [[nodiscard]] ItemRange clause_around(std::uint32_t at) const {
        constexpr std::uint32_t farthest = 64;
        const Item& lead = item(range_.first);
        const bool relative_clause =
            segment_ > frame_.first_segment && text_.segments[segment_].before == ',' && lead.is_word() && !lead.capital &&
            (lead.is(subordinator) || lead.is(content) || (lead.is(relative) && range_.first != at && relative_verb_last()));
        if (relative_clause) return range_;
        std::uint32_t first = segment_;
        while (first > frame_.first_segment && text_.segments[first].before != ';' && text_.segments[first].before != ':' &&
               segment_ - first < farthest)
            --first;
        std::uint32_t begin = text_.segments[first].items.first;
        for (const QuoteAttribution& a : out_) {
            if (a.judged) continue;
            for (const ItemRange c : a.content) {
                if (c.first <= at && at < c.last) begin = std::max(begin, c.first);
            }
            if (!a.cue.empty() && a.cue.back() < at) begin = std::max(begin, std::min(at, text_.segments[segment_].items.first));
        }
        return {begin, content_end(text_, frame_, segment_)};
    }

    [[nodiscard]] bool relative_verb_last() const {
        const Item& last = item(range_.last - 1);
        return last.is_word() && !last.capital;
    }

    void add(const SourcePhrase& phrase) {
        for (QuoteAttribution& a : out_) {
            const bool same_clause = !a.judged && !a.cue.empty() && a.cue.front() >= range_.first && a.cue.front() < range_.last;
            const bool inside = std::ranges::any_of(a.content, [&](ItemRange c) { return c.first <= phrase.cue && phrase.cue < c.last; });
            if (!same_clause || inside) continue;
            if (a.weak) {  // "laut X zeigt der Besuch, wie": X says it, the verb does not
                a.weak = false;
                a.speaker = phrase.speaker;
                a.source = phrase.source;
                a.cue = {phrase.cue};
                return;
            }
            if (a.medium.empty()) a.medium = phrase.speaker;
            return;
        }
        const Item& who = item(phrase.speaker.first);
        const bool of_relative = phrase.speaker.size() == 1 && who.is_word() && !who.capital && who.is(relative);
        const ItemRange clause = of_relative ? range_ : clause_around(phrase.whole.first);  // "Studien, nach denen …"
        QuoteAttribution a;
        a.cue = {phrase.cue};
        a.source = phrase.source;
        a.speaker = phrase.speaker;
        if (says_of_itself(phrase.speaker)) {
            a.speaker = own_subject(phrase.whole);
            a.source = a.speaker.empty() ? ItemRange{} : phrase.speaker;
        }
        if (phrase.speaker.last == range_.last && phrase.cue < phrase.speaker.first) a.speaker.last = end_with_name(phrase.speaker);
        if (clause.first < phrase.whole.first) a.content.push_back({clause.first, phrase.whole.first});
        const std::uint32_t named = says_of_itself(phrase.speaker) ? phrase.speaker.last : a.speaker.last;
        const std::uint32_t behind = std::max({phrase.whole.last, phrase.cue + 1, named});
        if (behind < clause.last) a.content.push_back({behind, clause.last});
        a.confidence = sure;
        if (!a.content.empty()) out_.push_back(std::move(a));
    }

    // "eigenen Angaben"
    [[nodiscard]] bool says_of_itself(ItemRange speaker) const {
        return speaker.size() >= 2 && item(speaker.first).is(own) && is_source_noun(item(speaker.first + 1));
    }

    // Whose own words they are: the subject of the clause, in front of the source phrase ("hat Brelin eigenen Angaben zufolge", "die Firma
    // hat nach eigenen Angaben") or behind the verb that follows it ("Nach eigenen Angaben hat die Firma"). Empty when none is found.
    [[nodiscard]] ItemRange own_subject(ItemRange source) const {
        constexpr std::uint32_t longest = 8;
        const std::uint32_t lowest = std::max(range_.first, source.first > longest ? source.first - longest : 0);
        for (std::uint32_t from = lowest; from < source.first; ++from) {
            const auto phrase = noun_phrase(text_, from, source.first);
            const bool object = item(from).is_word() && item(from).is(determiner) && !item(from).is(nominative);
            if (phrase && !object && phrase->items.last == source.first && may_speak(text_, *phrase)) return phrase->items;
        }
        if (source.first > range_.first) {
            const auto phrase = subject_in_front(text_, {range_.first, source.first});
            return phrase && may_speak(text_, *phrase) ? phrase->items : ItemRange{};
        }
        const auto phrase = source.last + 1 < range_.last ? subject_behind(text_, source.last + 1, range_.last) : std::nullopt;
        return phrase && may_speak(text_, *phrase) ? phrase->items : ItemRange{};
    }

    // "nach den Worten der Sprecherin der Partei, Jutta Brandis, …", "laut Peter Brandis, dem Dekan, …": the apposition between
    // two commas that begins with a name or in the dative.
    [[nodiscard]] std::uint32_t end_with_name(ItemRange speaker) const {
        if (segment_ + 1 >= frame_.last_segment || text_.segments[segment_ + 1].before != ',') return speaker.last;
        const ItemRange next = text_.segments[segment_ + 1].items;
        if (next.last < frame_.items.last && item(next.last).mark != ',') return speaker.last;
        const auto phrase = noun_phrase(text_, next.first, next.last);
        if (!phrase) return speaker.last;
        const bool office =
            item(next.first).is_word() && item(next.first).capital && text_.lexicon->ends_personal(text_.words(item(next.first)));
        if (office && behind_attributes(phrase->items.last, next.last) == next.last)
            return next.last;  // ", Vorsitzender des Ausschusses im Senat,"
        if (phrase->items.last != next.last) return speaker.last;
        const Item& lead = item(next.first);
        const bool dative_lead = lead.is_word() && lead.is(determiner) && lead.is(dative) && !lead.capital;
        const bool name_lead = phrase->name && lead.capital;
        return dative_lead || name_lead ? next.last : speaker.last;
    }

    const QuoteText& text_;
    const Frame& frame_;
    std::vector<QuoteAttribution>& out_;
    std::uint32_t segment_ = 0;
    ItemRange range_;
};

}  // namespace

void find_sources(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out) { SourceFinder(text, frame, out).run(); }

}  // namespace depesche
