// The words that quotes are found by: one language's tables speech-words.tsv and speech-verbs.tsv, made once.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "marks/word_filter.h"

namespace depesche {

// Classes a word may be in, each a bit. The names are those of the first cell in speech-words.tsv.
enum class WordClass : std::uint8_t {
    determiner,
    nominative,
    dative,
    genitive,
    feminine,
    masculine,
    pronoun,
    reflexive,
    demonstrative,
    preposition,
    attributive_behind,
    adverb,
    pro_adverb,
    auxiliary,
    passive,
    be,
    modal,
    content,
    question,
    subordinator,
    relative,
    coordinator,
    conjunction_and,
    how,
    so,
    as,
    infinitive_marker,
    source_before,
    source_after,
    source_noun_before,
    source_word,
    name_particle,
    toward,
    with,
    subjunctive,
    conditional,
    cue_noun,
    support,
    source_noun,
    document_noun,
    own,
    media_noun,
    title_noun,
    named,
    weekday,
    talk_noun,
    impersonal,
    addressing,
    first_person,
    indefinite,
    written,
    weak_conditional,
    casualty,
    purpose,
    listing,
    origin,
    subject_pronoun,
    slogan,
    personal,
    plural_too,
    feminine_pronoun,
    possessive,
    anybody,
    agent,
    count
};

static_assert(static_cast<unsigned>(WordClass::count) <= 64);

using ClassSet = std::uint64_t;
[[nodiscard]] constexpr ClassSet bit(WordClass c) { return ClassSet{1} << static_cast<unsigned>(c); }

// What a verb of speech may govern.
struct SpeechVerb {
    bool direct = false;            // quoted words
    bool clause = false;            // a clause with what is said
    bool infinitive = false;        // an infinitive that belongs to another
    bool object = false;            // an object alone is reported speech: "kritisierte die Kürzungen"
    bool judges = false;            // "nannte", "bezeichnete als"
    bool own_thing = false;         // with a reflexive it says nothing: "zeigte sich offen"
    bool cites = false;             // "zitiert": its subject passes on, its object spoke
    std::string_view particle;      // that stands apart in a main clause: "mit" of "teilte mit"; empty when none
    std::string_view prepositions;  // one of which an object alone needs: "von" of "sprach von einem Erfolg"; empty when none
};

enum class VerbForm : std::uint8_t { finite, finite_joined, participle, infinitive };

struct VerbReading {
    std::uint16_t verb = 0;
    VerbForm form = VerbForm::finite;
};

// What one word form may be.
struct WordEntry {
    ClassSet classes = 0;
    std::vector<VerbReading> readings;
    bool is_verb_form = false;  // ends like a finite form or participle: no noun looks so ("vermutet", "sagte")
};

class QuoteLexicon {
public:
    // Empty when the language has no tables: then only quotation marks are known.
    explicit QuoteLexicon(const Language& language);
    QuoteLexicon(const QuoteLexicon&) = delete;
    QuoteLexicon& operator=(const QuoteLexicon&) = delete;

    [[nodiscard]] std::string_view code() const { return code_; }

    // The entry of a word in lower case, nullptr when it is in no table.
    [[nodiscard]] const WordEntry* find(std::string_view lower) const;

    // Classes of a noun by its end ("polizeiangaben" as "angaben"), 0 when none fits.
    [[nodiscard]] ClassSet classes_by_end(std::string_view lower) const;

    [[nodiscard]] const SpeechVerb& verb(std::uint16_t index) const { return verbs_[index]; }
    // True for a word that ends as adverbs do ("beispielsweise"), told where a sentence begins and capitals say nothing.
    [[nodiscard]] bool ends_like_adverb(std::string_view word) const;

    // True for a preposition that puts a body of people in a place ("die Polizei in Ossenfleth").
    [[nodiscard]] bool is_place_preposition(std::string_view lower) const;

    // True for "für", behind which stands whose opinion it is.
    [[nodiscard]] bool is_opinion_preposition(std::string_view lower) const;

    // True for a preposition that what a paper says stands behind, but not where somebody speaks: "auf der Webseite".
    [[nodiscard]] bool is_document_preposition(std::string_view lower) const;

    // True for a word in lower case that ends as no other form than the subjunctive does: "stagniere".
    [[nodiscard]] bool ends_subjunctive(std::string_view lower) const;

    // True for a noun that ends as words for women do ("Sprecherin", "Kauffrau"); for people of either sex.
    [[nodiscard]] bool ends_feminine(std::string_view noun) const;
    [[nodiscard]] bool ends_personal(std::string_view noun) const;

    // For nouns in lower case. A happening ("gipfeltreffen") shows something but does not speak; to bodies of people
    // ("kreistag") somebody may.
    [[nodiscard]] bool ends_as_event(std::string_view noun) const;

    // True for a noun in lower case that ends as words for what is thought or done do ("trickserei"): hardly a name.
    [[nodiscard]] bool ends_abstract(std::string_view noun) const;

    [[nodiscard]] bool ends_as_group(std::string_view noun) const;

    // 'f' or 'm' for a given name in lower case that women or men have, else '-'.
    [[nodiscard]] char sex_of_given_name(std::string_view lower) const;

    // "soll" of "soll gestohlen haben", and "haben": what is told on hearsay.
    [[nodiscard]] bool is_hearsay_modal(std::string_view word) const;
    [[nodiscard]] bool ends_hearsay(std::string_view word) const;

    // A preposition whose phrase never tells whose words they are: "laut X unter Berufung auf Y".
    [[nodiscard]] bool is_aside_preposition(std::string_view lower) const;

    // A modal verb behind which an infinitive was said: "musste einräumen"; with others it is only meant to be.
    [[nodiscard]] bool is_told_modal(std::string_view lower) const;

    // What may stand in front of "zu" within an infinitive: "zurückzuholen".
    [[nodiscard]] bool is_particle(std::string_view lower) const;

    // True for languages in which what is said may follow the verb bare ("said the school would reopen") and the speaker
    // stands before the verb behind what was said (", the driver said").
    [[nodiscard]] bool subject_first() const { return subject_first_; }

    // True for languages that write nouns small.
    [[nodiscard]] bool small_nouns() const { return small_nouns_; }

private:
    void read_words(const Language& language);
    std::vector<std::string_view>* ends_named(std::string_view name);
    void read_verbs(const Language& language);
    void add_form(std::string_view form, std::uint16_t verb, VerbForm kind);
    WordEntry& entry(std::string_view lower);
    std::string_view keep(std::string text);

    std::string code_;
    bool subject_first_ = false;
    bool small_nouns_ = false;
    std::deque<std::string> kept_;  // words that stand so in no table
    std::vector<WordEntry> entries_;
    WordMap<std::uint32_t> index_;
    WordFilter filter_;  // of index_
    std::vector<SpeechVerb> verbs_;
    WordSet particles_;
    WordMap<char> given_names_;
    std::vector<std::string_view> adverb_ends_;
    std::vector<std::string_view> place_prepositions_;
    std::vector<std::string_view> opinion_prepositions_;
    std::vector<std::string_view> document_prepositions_;
    std::vector<std::string_view> aside_prepositions_;
    std::vector<std::string_view> told_modals_;
    std::vector<std::string_view> hearsay_modals_;
    std::vector<std::string_view> hearsay_ends_;
    std::vector<std::string_view> infinitive_particles_;
    std::vector<std::string_view> subjunctive_ends_;
    std::vector<std::string_view> feminine_ends_;
    std::vector<std::string_view> personal_ends_;
    std::vector<std::string_view> event_ends_;
    std::vector<std::string_view> abstract_ends_;
    std::vector<std::string_view> group_ends_;
    struct NounEnd {
        std::string_view end;
        ClassSet classes = 0;
    };
    WordMap<std::vector<NounEnd>> ends_;  // by the last four bytes
    WordFilter ends_filter_;
};

}  // namespace depesche
