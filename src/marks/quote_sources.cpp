// Attributions by words that are no verbs of speech: prepositions, "so", "demnach", and nouns with a clause.
#include <algorithm>
#include <optional>

#include "marks/quote_attribution.h"
#include "marks/quote_content.h"
#include "marks/quote_phrases.h"
#include "marks/quote_said.h"
#include "marks/quote_subject.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr float sure = 0.85F;
constexpr float doubtful = 0.45F;

bool is_source_noun(const Item& item) { return item.is_word() && item.capital && (item.is(source_noun) || item.is(document_noun)); }

// What a source phrase says: where it stands, the source word and who.
struct SourcePhrase {
    ItemRange whole;   // with preposition
    ItemRange source;  // "Angaben"; empty when none
    ItemRange speaker;
    std::uint32_t cue = 0;
};

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

    void look_at(std::uint32_t i) {
        const Item& it = item(i);
        if (!it.is_word() || it.classes == 0) return;
        if (it.is(source_noun_before) && i > range_.first && is_source_noun(item(i - 1))) {
            if (const auto phrase = before_postposition(i)) add(*phrase);  // "seiner Ansicht nach"
        } else if (it.is(source_before) || it.is(source_noun_before)) {
            if (const auto phrase = with_preposition(i)) add(*phrase);
        } else if (it.is(source_after)) {
            if (const auto phrase = before_postposition(i)) add(*phrase);
        } else if (it.is(so) && i == range_.first) {
            add_so(i);
        } else if (it.is(source_word)) {
            add_word(i);
        }
    }

    // "laut der Polizei", "nach Angaben der Polizei", "according to the police"
    [[nodiscard]] std::optional<SourcePhrase> with_preposition(std::uint32_t i) const {
        std::uint32_t from = i + 1;
        if (from < range_.last && item(from).is(toward) && text_.lexicon->subject_first()) ++from;
        const bool clause_begins = i == range_.first && !item(i).capital && text_.segments[segment_].before == ',';
        if (from < range_.last && clause_begins && item(from).is(relative) && from + 1 < range_.last && !item(from + 1).capital) {
            if (!follows_source()) return std::nullopt;
            return SourcePhrase{{i, from + 1}, {}, {from, from + 1}, i};  // "Studien, nach denen …"
        }
        const auto phrase = source_name(from);
        if (!phrase) return std::nullopt;
        SourcePhrase found{{i, phrase->items.last}, {}, phrase->items, i};
        const std::uint32_t noun = source_noun_in(phrase->items);
        if (noun == 0) return item(i).is(source_before) ? std::optional(found) : std::nullopt;
        if (item(noun).is(weekday)) return std::nullopt;                      // "nach der Auszählung"
        const bool after_time = i > range_.first && item(i - 1).is(weekday);  // "zwei Monate nach dem Bericht"
        if (after_time && item(i).is(source_noun_before) && item(noun).is(document_noun)) return std::nullopt;
        return split(found, noun);
    }

    // The clause before names a source: "Studien, nach denen …", not "der Abend, nach dem …".
    [[nodiscard]] bool follows_source() const {
        constexpr std::uint32_t farthest = 6;  // "Studien der Universität Ossenfleth, nach denen"
        const ItemRange before = text_.segments[segment_ - 1].items;
        for (std::uint32_t i = before.last; i-- > before.first && before.last - i <= farthest;) {
            const Item& noun = item(i);
            if (!noun.is_word() || is_finite(noun)) return false;
            if (noun.is(source_noun) || noun.is(document_noun) || noun.is(cue_noun) || noun.is(media_noun)) return true;
        }
        return false;
    }

    // A medium in quotation marks, however it is spelled ("laut „nordkurier.example“"), else a noun phrase.
    [[nodiscard]] std::optional<Phrase> source_name(std::uint32_t from) const {
        constexpr std::uint32_t longest = 4;
        if (from < range_.last && item(from).kind == ItemKind::quoted && words_in(text_, item(from)) <= longest)
            return Phrase{{from, from + 1}, true};
        return noun_phrase(text_, from, range_.last);
    }

    // The source noun that is the phrase's head: before it only determiner, adjectives or a name in the genitive.
    [[nodiscard]] std::uint32_t source_noun_in(ItemRange phrase) const {
        for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
            if (is_source_noun(item(i))) return i;
            const bool capital = item(i).is_word() && item(i).capital;
            const bool genitive_name = capital && i + 1 < phrase.last && is_source_noun(item(i + 1));
            if (capital && !genitive_name && i > phrase.first) return 0;
            if (capital && !genitive_name && !item(i).is(determiner)) return 0;
            if (item(i).kind == ItemKind::quoted) return 0;
        }
        return 0;
    }

    // "Angaben" apart from "der Polizei"; a document ("Studie der Universität") and "Polizeiangaben" speak themselves.
    [[nodiscard]] SourcePhrase split(SourcePhrase found, std::uint32_t noun) const {
        std::uint32_t who = noun + 1;
        if (item(noun).is(document_noun) || who >= found.speaker.last) return found;
        if (item(who).is(attributive_behind) && who + 1 < found.speaker.last) ++who;
        found.source = {found.speaker.first, who};
        found.speaker.first = who;
        return found;
    }

    // "dem Landratsamt zufolge", "Polizeiangaben zufolge"
    [[nodiscard]] std::optional<SourcePhrase> before_postposition(std::uint32_t i) const {
        constexpr std::uint32_t longest = 14;
        if (i == range_.first + 1 && text_.segments[segment_].before == ',' && segment_ > frame_.first_segment &&
            item(range_.first).is(relative))
            return follows_source() ? std::optional(SourcePhrase{{range_.first, i + 1}, {}, {range_.first, i}, i}) : std::nullopt;
        const std::uint32_t lowest = std::max(range_.first, i > longest ? i - longest : 0);
        for (std::uint32_t from = lowest; from < i; ++from) {
            const Item& it = item(from);
            const bool begins = it.kind == ItemKind::quoted || it.kind == ItemKind::number ||
                                (it.is_word() && (it.capital || it.is(determiner) || is_dative_adjective(from)));
            if (!begins || (it.is(determiner) && !it.is(dative)) || stands_before_source(from)) continue;
            const bool taken =
                (from > range_.first && is_source_preposition(from - 1)) || (from + 1 < i && is_source_preposition(from + 1));
            if (taken) return std::nullopt;  // "wird Krey laut Amtsangaben nach Onnen reisen"
            const auto phrase = noun_phrase(text_, from, i);
            if (!phrase || end_with_place(phrase->items.last, i) != i) continue;
            SourcePhrase found{{from, i + 1}, {}, {from, i}, i};
            const std::uint32_t noun = source_noun_in(phrase->items);
            return noun == 0 ? found : split(found, noun);
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_source_preposition(std::uint32_t i) const {
        return item(i).is_word() && !item(i).capital && item(i).is(source_before);
    }

    // "Die Zahlen entstammen Zeitungsberichten zufolge …", "die Organisation Schätzungen zufolge": the word before the source
    // noun belongs to what is said, unless it is a name in the genitive.
    [[nodiscard]] bool stands_before_source(std::uint32_t at) const {
        if (!is_source_noun(item(at + 1)) || !item(at).is_word() || item(at).is(determiner) || item(at).is(own)) return false;
        if (std::any_of(text_.items.begin() + range_.first, text_.items.begin() + at, is_finite)) return false;  // "hat Onnen amtlichen"
        if (item(at).capital) return at > range_.first && !text_.words(item(at)).ends_with('s') && !is_dative_adjective(at);
        return at > range_.first && item(at - 1).is_word() && item(at - 1).capital && !item(at - 1).is(determiner);
    }

    // "den Behörden in Ossenfleth": a place before the postposition; where the phrase ends with it.
    [[nodiscard]] std::uint32_t end_with_place(std::uint32_t end, std::uint32_t last) const {
        if (end + 1 >= last || !item(end).is_word() || !item(end).is(preposition)) return end;
        const auto place = noun_phrase(text_, end + 1, last);
        return place ? place->items.last : end;
    }

    [[nodiscard]] bool is_dative_adjective(std::uint32_t i) const {
        const std::string_view word = text_.words(item(i));
        return i + 1 < range_.last && item(i + 1).capital && (item(i).classes == 0 || item(i).is(own)) &&
               (word.ends_with("en") || word.ends_with("er") || word.ends_with("em"));
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

// The cue noun at or near the end of a segment, with a genitive or "von" behind it at most.
std::uint32_t cue_noun_of(const QuoteText& text, ItemRange r) {
    constexpr std::uint32_t farthest = 10;
    const std::uint32_t lowest = r.last - r.first > farthest ? r.last - farthest : r.first;
    for (std::uint32_t i = r.last; i-- > lowest;) {
        if (text.items[i].is_word() && text.items[i].capital && text.items[i].is(cue_noun) && !text.items[i].is(weekday)) return i;
    }
    return r.last;
}

// Nothing but a genitive or a phrase with "von" stands between the noun and the end.
bool closes_phrase(const QuoteText& text, std::uint32_t noun, std::uint32_t last) {
    if (noun + 1 == last) return true;
    const auto phrase = noun_phrase(text, noun, last);
    if (phrase && phrase->items.last == last) return true;
    return text.items[last - 1].is_word() && !text.items[last - 1].capital && text.items[last - 1].is(support);
}

// "22 Prozent teilen die Meinung", "die Stadt begegnet dem mit dem Argument": the subject that opens the clause, when it may speak
// and a verb that no list has follows.
ItemRange holder_in_front(const QuoteText& text, ItemRange r, std::uint32_t noun) {
    const Item& lead = text.items[r.first];
    if (!lead.is_word() && lead.kind != ItemKind::number) return {};
    const auto subject = subject_in_front(text, {r.first, noun});
    if (!subject || subject->items.last + 1 >= noun || !may_speak(text, *subject)) return {};
    const Item& verb = text.items[subject->items.last];
    const bool may_be_verb = verb.is_word() && !verb.capital && (verb.classes == 0 || verb.is(auxiliary));
    return may_be_verb ? subject->items : ItemRange{};
}

void add_noun_cue(const QuoteText& text, const Frame& frame, std::uint32_t segment, std::vector<QuoteAttribution>& out) {
    const ItemRange r = text.segments[segment].items;
    const std::uint32_t noun = cue_noun_of(text, r);
    if (noun == r.last || segment + 1 >= frame.last_segment) return;
    const Content kind = content_kind(text, segment + 1);
    if (kind == Content::none || !closes_phrase(text, noun, r.last)) return;
    const Item& opening = text.items[text.segments[segment + 1].items.first];
    if (opening.is_word() && opening.is(question) && opening.is(relative)) return;  // "eine Botschaft, welche …"
    const std::uint32_t begin = text.segments[segment + 1].items.first;
    for (const QuoteAttribution& a : out) {
        for (const ItemRange c : a.content) {
            if (!a.judged && c.first <= begin && begin < c.last) return;
        }
    }
    QuoteAttribution a;
    a.cue = {noun};
    for (std::uint32_t i = r.first; i < noun; ++i) {
        if (!text.items[i].is_word() || text.items[i].capital || !text.items[i].is(support)) continue;
        const auto front = i > r.first && !man_behind(text, i, noun) ? subject_in_front(text, {r.first, i}) : std::nullopt;
        const auto subject = front ? front : subject_behind(text, i + 1, noun);
        if (subject && subject->items.last <= noun) a.speaker = subject->items;
        if (!a.speaker.empty()) a.cue = {i, noun};
        break;
    }
    if (a.speaker.empty() && noun + 1 < r.last) {
        const Item& next = text.items[noun + 1];
        if (next.is(genitive) || next.is(attributive_behind)) {
            if (const auto who = noun_phrase(text, next.is(determiner) ? noun + 1 : noun + 2, r.last)) a.speaker = who->items;
        }
    }
    if (a.speaker.empty() && kind != Content::quoted) a.speaker = holder_in_front(text, r, noun);
    if (a.speaker.empty() && kind == Content::quoted) {  // "warb mit den Worten: „…“"
        const Item& lead = text.items[r.first];
        const bool opens = lead.capital || lead.is(determiner) || lead.is(pronoun);  // not "deutete Onnen mit den Worten an"
        const bool front = lead.is_word() && opens && !lead.is(preposition) && (!lead.is(determiner) || lead.is(nominative));
        auto subject = front ? subject_in_front(text, r) : subject_behind(text, r.first, r.last);
        if (front && subject && man_behind(text, subject->items.last, r.last))
            subject = subject_behind(text, subject->items.last + 1, r.last);
        if (subject) a.speaker = subject->items;
    }
    a.content = {{begin, content_end(text, frame, segment + 1)}};
    a.confidence = a.speaker.empty() ? 0.45F : 0.65F;
    out.push_back(std::move(a));
}

}  // namespace

void find_sources(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out) { SourceFinder(text, frame, out).run(); }

void find_noun_cues(const QuoteText& text, const Frame& frame, std::vector<QuoteAttribution>& out) {
    for (std::uint32_t s = frame.first_segment; s < frame.last_segment; ++s) add_noun_cue(text, frame, s, out);
}

}  // namespace depesche
