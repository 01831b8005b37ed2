#include "marks/quote_cues.h"

#include <algorithm>

#include "marks/quote_content.h"

namespace depesche {
namespace {

using enum WordClass;

constexpr std::uint32_t reach = 40;  // items between the parts of a verb

class CueFinder {
public:
    CueFinder(const QuoteText& text, const Frame& frame) : text_(text), frame_(frame) {}

    std::vector<SpeechCue> run() {
        for (std::uint32_t s = frame_.first_segment; s < frame_.last_segment; ++s) {
            segment_ = s;
            range_ = text_.segments[s].items;
            for (std::uint32_t i = range_.first; i < range_.last; ++i) look_at(i);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] const Item& item(std::uint32_t i) const { return text_.items[i]; }

    void look_at(std::uint32_t i) {
        const Item& it = item(i);
        if (i == range_.first && is_unknown_verb(it)) return add_unknown(i);
        if (!it.is_word() || it.entry == nullptr || (taken_ != 0 && i == taken_)) return;
        if (i > range_.first && item(i - 1).is(infinitive_marker) && i + 1 == range_.last) return;  // "alle zu bitten"
        if ((it.is(auxiliary) || it.is(passive)) && look_at_compound(i)) return;
        if (it.is(modal) && look_at_modal(i)) return;
        const bool noun = text_.lexicon->small_nouns() && i > range_.first && item(i - 1).is(determiner) && !item(i - 1).is(pronoun);
        if (noun) return;  // "The report found", where "report" is a verb too
        if (it.capital && (i != range_.first || text_.words(it).ends_with("n"))) return;  // "Fragen" is a noun
        const VerbReading* best = nullptr;
        std::uint32_t particle = 0;
        std::uint32_t particle_segment = segment_;
        for (const VerbReading& reading : it.entry->readings) {
            const SpeechVerb& verb = text_.lexicon->verb(reading.verb);
            if (reading.form == VerbForm::finite_joined) best = &reading;
            if (reading.form != VerbForm::finite) continue;
            if (verb.particle.empty()) {
                if (best == nullptr) best = &reading;
            } else if (i > range_.first && text_.words(item(i - 1)) == verb.particle && !item(i - 1).is(infinitive_marker) &&
                       i + 1 >= range_.last && is_subordinate()) {
                best = &reading;  // "wie bekannt wurde"
                break;
            } else if (const auto at = find_particle(i, verb.particle, particle_segment); at != 0) {
                best = &reading;
                particle = at;
                break;
            }
        }
        if (best != nullptr) add_simple(i, *best, particle, particle_segment);
    }

    // „…“, raunt der Diplomat: whatever word stands right behind a quoted stretch and a comma says it.
    [[nodiscard]] bool is_unknown_verb(const Item& it) const {
        if (segment_ == frame_.first_segment || !it.is_word() || it.capital || it.unusual || it.classes != 0) return false;
        if (it.entry != nullptr && !it.entry->readings.empty()) return false;
        const ItemRange before = text_.segments[segment_ - 1].items;
        const bool small_follows = range_.size() < 2;
        return !small_follows && text_.segments[segment_].before == ',' && item(before.last - 1).kind == ItemKind::quoted &&
               only_quoted(text_, before);
    }

    void add_unknown(std::uint32_t i) {
        SpeechCue cue;
        cue.verb.direct = true;
        cue.finite = i;
        cue.segment = segment_;
        cue.last_segment = segment_;
        cue.words = {i};
        found_.push_back(std::move(cue));
    }

    void add_simple(std::uint32_t i, VerbReading reading, std::uint32_t particle, std::uint32_t particle_segment) {
        SpeechCue cue;
        cue.verb = text_.lexicon->verb(reading.verb);
        cue.finite = i;
        cue.segment = segment_;
        cue.last_segment = particle != 0 ? particle_segment : segment_;
        cue.words = {i};
        const std::uint32_t end = particle != 0 ? particle : range_.last;
        if (end > i + 1 && item(end - 1).is(pro_adverb)) cue.words.push_back(end - 1);
        if (particle != 0) cue.words.push_back(particle);
        const bool at_end = i + 1 >= range_.last || ends_clause(i + 1);
        if (reading.form == VerbForm::finite_joined || (at_end && is_subordinate())) cue.place = CuePlace::final;
        if (reading.form == VerbForm::finite_joined && !at_end) return;
        found_.push_back(std::move(cue));
    }

    [[nodiscard]] bool ends_clause(std::uint32_t i) const {
        const Item& it = item(i);
        return it.kind == ItemKind::mark || it.kind == ItemKind::quoted || it.is(auxiliary) || it.is(passive) || it.is(conjunction_and);
    }

    // The segment begins with a word that sends the verb to the end.
    [[nodiscard]] bool is_subordinate() const {
        const Item& first = item(range_.first);
        if (!first.is_word()) return false;
        if (first.is(content) || first.is(subordinator) || first.is(how) || first.is(question)) return true;
        if (text_.segments[segment_].before != ',' || first.capital) return false;
        const bool prepositional = range_.size() > 3 && first.is(preposition) && item(range_.first + 1).is(relative);  // "in dem die Werft"
        return first.is(relative) || (prepositional && !item(range_.first + 2).capital);
    }

    // "mit" at the end of the clause, or opening the next segments behind inserted dates ("teilte am Montag, dem 3. Mai, mit").
    [[nodiscard]] std::uint32_t find_particle(std::uint32_t from, std::string_view particle, std::uint32_t& segment) const {
        for (std::uint32_t s = segment_; s < std::min(frame_.last_segment, segment_ + 4); ++s) {
            const ItemRange r = text_.segments[s].items;
            const std::uint32_t begin = s == segment_ ? from + 1 : r.first;
            if (s > segment_ && text_.segments[s].before != ',') break;
            for (std::uint32_t i = begin; i < std::min(r.last, begin + reach); ++i) {
                const Item& it = item(i);
                if (!it.is_word() || text_.words(it) != particle) continue;
                const bool end = i + 1 == r.last || (ends_clause(i + 1) && !it.is(infinitive_marker)) || i == r.first;
                const bool clause_goes_on =
                    i + 1 < r.last && !ends_clause(i + 1) && item(i + 1).is(preposition) && !item(i).is(preposition);
                if (!end && !clause_goes_on) continue;
                segment = s;
                return i;
            }
        }
        return 0;
    }

    // "hat … erklärt", "wurde … bekannt gegeben", and at a clause's end "mitgeteilt hat".
    bool look_at_compound(std::uint32_t i) {
        const bool passive_form = item(i).is(passive);
        if (i > range_.first) {
            const Item& before = item(i - 1);
            if (const VerbReading* r = participle(i - 1); r != nullptr && (is_subordinate() || i + 1 == range_.last) && before.is_word()) {
                add_compound(*r, i - 1, i, CuePlace::final, passive_form);
                return true;
            }
        }
        const std::uint32_t reached = text_.lexicon->subject_first() ? 1 : 4;  // segments that a verb's parts may stand apart
        for (std::uint32_t s = segment_; s < std::min(frame_.last_segment, segment_ + reached); ++s) {
            const ItemRange r = text_.segments[s].items;
            const std::uint32_t begin = s == segment_ ? i + 1 : r.first;
            if (s > segment_ && (text_.segments[s].before != ',' || begins_content(r.first))) break;
            for (std::uint32_t k = begin; k < std::min(r.last, begin + reach); ++k) {
                const VerbReading* reading = participle(k);
                const bool beside = text_.lexicon->subject_first() && s == segment_ && !passive_form && k + 1 < r.last &&
                                    (k == i + 1 || item(k + 1).is(content));  // "a déclaré la maire"
                const bool ends = k + 1 == r.last || beside || ends_clause(k + 1);
                if (reading == nullptr || !ends) continue;
                const bool was = k + 1 < r.last && item(k + 1).is(passive);
                add_compound(*reading, i, k, CuePlace::second, passive_form || was);
                found_.back().last_segment = s;
                return true;
            }
        }
        return false;
    }

    // "musste … einräumen": the infinitive that closes the clause of a modal verb. "wollte nicht bestätigen" is no cue.
    bool look_at_modal(std::uint32_t i) {
        if (text_.lexicon->subject_first()) return false;
        for (std::uint32_t k = i + 1; k < std::min(range_.last, i + reach); ++k) {
            if (k + 1 < range_.last && !ends_clause(k + 1)) continue;
            const Item& verb = item(k);
            if (!verb.is_word() || verb.capital || verb.entry == nullptr) continue;
            for (const VerbReading& r : verb.entry->readings) {
                if (r.form != VerbForm::infinitive) continue;
                if (text_.lexicon->is_told_modal(text_.words(item(i)))) add_compound(r, i, k, CuePlace::second, false);
                taken_ = k;
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool begins_content(std::uint32_t i) const {
        const Item& it = item(i);
        return it.is(content) || it.is(question) || it.is(subordinator);
    }

    [[nodiscard]] const VerbReading* participle(std::uint32_t i) const {
        const Item& it = item(i);
        if (!it.is_word() || it.capital || it.entry == nullptr) return nullptr;
        for (const VerbReading& r : it.entry->readings) {
            if (r.form != VerbForm::participle) continue;
            const std::string_view particle = text_.lexicon->verb(r.verb).particle;
            if (particle.empty() || text_.words(it).starts_with(particle)) return &r;
            if (i > 0 && text_.words(item(i - 1)) == particle) return &r;
        }
        return nullptr;
    }

    void add_compound(VerbReading reading, std::uint32_t first, std::uint32_t second, CuePlace place, bool passive_form) {
        SpeechCue cue;
        cue.verb = text_.lexicon->verb(reading.verb);
        cue.finite = place == CuePlace::second ? first : second;
        cue.segment = segment_;
        cue.last_segment = segment_;
        cue.words = {first, second};
        taken_ = second;
        const std::uint32_t told = place == CuePlace::second ? second : first;
        const std::string_view particle = cue.verb.particle;
        if (!particle.empty() && told > 0 && text_.words(item(told - 1)) == particle)
            cue.words.insert(std::ranges::find(cue.words, told), told - 1);
        cue.place = place;
        cue.passive = passive_form;
        found_.push_back(std::move(cue));
    }

    const QuoteText& text_;
    const Frame& frame_;
    std::uint32_t segment_ = 0;
    std::uint32_t taken_ = 0;  // the last word of a compound that was found
    ItemRange range_;
    std::vector<SpeechCue> found_;
};

}  // namespace

std::vector<SpeechCue> find_cues(const QuoteText& text, const Frame& frame) { return CueFinder(text, frame).run(); }

}  // namespace depesche
