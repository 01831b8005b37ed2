#include "marks/quote_lexicon.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/begin_of.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t key_size = 4;  // bytes of a noun's end that it is looked up by

constexpr std::array class_names{std::string_view{"determiner"},
                                 std::string_view{"nominative"},
                                 std::string_view{"dative"},
                                 std::string_view{"genitive"},
                                 std::string_view{"feminine"},
                                 std::string_view{"masculine"},
                                 std::string_view{"pronoun"},
                                 std::string_view{"reflexive"},
                                 std::string_view{"demonstrative"},
                                 std::string_view{"preposition"},
                                 std::string_view{"attributive-behind"},
                                 std::string_view{"adverb"},
                                 std::string_view{"pro-adverb"},
                                 std::string_view{"auxiliary"},
                                 std::string_view{"passive"},
                                 std::string_view{"be"},
                                 std::string_view{"modal"},
                                 std::string_view{"content"},
                                 std::string_view{"question"},
                                 std::string_view{"subordinator"},
                                 std::string_view{"relative"},
                                 std::string_view{"coordinator"},
                                 std::string_view{"and"},
                                 std::string_view{"how"},
                                 std::string_view{"so"},
                                 std::string_view{"as"},
                                 std::string_view{"infinitive-marker"},
                                 std::string_view{"source-before"},
                                 std::string_view{"source-after"},
                                 std::string_view{"source-noun-before"},
                                 std::string_view{"source-word"},
                                 std::string_view{"name-particle"},
                                 std::string_view{"toward"},
                                 std::string_view{"with"},
                                 std::string_view{"subjunctive"},
                                 std::string_view{"conditional"},
                                 std::string_view{"cue-noun"},
                                 std::string_view{"support"},
                                 std::string_view{"source-noun"},
                                 std::string_view{"document-noun"},
                                 std::string_view{"own"},
                                 std::string_view{"media-noun"},
                                 std::string_view{"title-noun"},
                                 std::string_view{"named"},
                                 std::string_view{"weekday"},
                                 std::string_view{"talk-noun"},
                                 std::string_view{"impersonal"},
                                 std::string_view{"addressing"},
                                 std::string_view{"first-person"},
                                 std::string_view{"indefinite"},
                                 std::string_view{"written"},
                                 std::string_view{"weak-conditional"},
                                 std::string_view{"casualty"},
                                 std::string_view{"purpose"},
                                 std::string_view{"listing"},
                                 std::string_view{"origin"},
                                 std::string_view{"subject-pronoun"},
                                 std::string_view{"slogan"},
                                 std::string_view{"personal"},
                                 std::string_view{"plural-too"},
                                 std::string_view{"feminine-pronoun"},
                                 std::string_view{"possessive"},
                                 std::string_view{"anybody"},
                                 std::string_view{"agent"}};
static_assert(class_names.size() == static_cast<std::size_t>(WordClass::count));

std::optional<WordClass> class_named(std::string_view name) {
    const auto it = std::ranges::find(class_names, name);
    if (it == class_names.end()) return std::nullopt;
    return static_cast<WordClass>(it - class_names.begin());
}

template <class Use>
void for_each_word(std::string_view cell, const Use& use) {
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(' '), cell.size());
        if (end > 0) use(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
}

std::string table(const Language& language, std::string_view name) {
    return "languages/" + language.code + "/" + std::string(name) + ".tsv";
}

bool has_end(std::string_view word, std::span<const std::string_view> ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return word.size() >= end.size() && word.ends_with(end); });
}

}  // namespace

QuoteLexicon::QuoteLexicon(const Language& language) : code_(language.code) {
    entries_.reserve(4096);
    index_.reserve(4096);
    read_words(language);
    read_verbs(language);
    for (const Row& row : data_rows(table(language, "given-names"))) {
        if (row.size() > 1 && row[1].size() == 1) given_names_.emplace(row[0], row[1].front());
    }
}

char QuoteLexicon::sex_of_given_name(std::string_view lower) const {
    const auto at = given_names_.find(lower);
    return at == given_names_.end() ? '-' : at->second;
}

std::string_view QuoteLexicon::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

WordEntry& QuoteLexicon::entry(std::string_view lower) {
    const auto [it, added] = index_.try_emplace(lower, static_cast<std::uint32_t>(entries_.size()));
    if (added) entries_.emplace_back();
    filter_.add(lower);
    return entries_[it->second];
}

void QuoteLexicon::read_words(const Language& language) {
    for (const Row& row : data_rows(table(language, "speech-words"))) {
        if (row.size() < 2) continue;
        if (row[0] == "setting") {
            subject_first_ = subject_first_ || row[1] == "subject-first";
            small_nouns_ = small_nouns_ || row[1] == "small-nouns";
            continue;
        }
        if (std::vector<std::string_view>* ends = ends_named(row[0]); ends != nullptr) {
            for_each_word(row[1], [&](std::string_view end) { ends->push_back(end); });
            continue;
        }
        const auto found = class_named(row[0]);
        if (!found) continue;
        for_each_word(row[1], [&](std::string_view word) {
            const bool noun = begins_upper(word);
            const std::string_view lower = noun ? keep(to_lower(word)) : word;
            entry(lower).classes |= bit(*found);
            if (!noun || lower.size() < key_size) return;
            const std::string_view end = lower.substr(lower.size() - key_size);
            ends_[end].push_back({lower, bit(*found)});
            ends_filter_.add(end);
        });
    }
}

void QuoteLexicon::add_form(std::string_view form, std::uint16_t verb, VerbForm kind) {
    if (form == "-") return;
    WordEntry& found = entry(form);
    found.readings.push_back({verb, kind});
    found.is_verb_form = kind != VerbForm::infinitive && (form.ends_with("t") || form.ends_with("te") || form.ends_with("ed"));
}

void QuoteLexicon::read_verbs(const Language& language) {
    for (const Row& row : data_rows(table(language, "speech-verbs"))) {
        if (row.size() < 5) continue;
        SpeechVerb verb;
        const auto uses = [&](char use) { return row[0].find(use) != std::string_view::npos; };
        verb.direct = uses('d');
        verb.clause = uses('c');
        verb.infinitive = uses('z');
        verb.object = uses('r');
        verb.judges = uses('j');
        verb.cites = uses('m');
        verb.own_thing = uses('s');
        if (row[4] != "-") verb.particle = row[4];
        if (row.size() > 5) verb.prepositions = row[5];
        const auto index = static_cast<std::uint16_t>(verbs_.size());
        verbs_.push_back(verb);
        if (!verb.particle.empty()) particles_.insert(verb.particle);
        for_each_word(row[1], [&](std::string_view form) {
            add_form(form, index, VerbForm::finite);
            if (!verb.particle.empty()) add_form(keep(std::string(verb.particle) + std::string(form)), index, VerbForm::finite_joined);
        });
        for_each_word(row[2], [&](std::string_view form) { add_form(form, index, VerbForm::participle); });
        for_each_word(row[3], [&](std::string_view form) { add_form(form, index, VerbForm::infinitive); });
    }
}

const WordEntry* QuoteLexicon::find(std::string_view lower) const {
    if (!filter_.may_have(lower)) return nullptr;
    const auto it = index_.find(lower);
    return it == index_.end() ? nullptr : &entries_[it->second];
}

std::vector<std::string_view>* QuoteLexicon::ends_named(std::string_view name) {
    if (name == "adverb-end") return &adverb_ends_;
    if (name == "place-preposition") return &place_prepositions_;
    if (name == "opinion-of") return &opinion_prepositions_;
    if (name == "document-preposition") return &document_prepositions_;
    if (name == "aside-preposition") return &aside_prepositions_;
    if (name == "hearsay-modal") return &hearsay_modals_;
    if (name == "hearsay-end") return &hearsay_ends_;
    if (name == "told-modal") return &told_modals_;
    if (name == "infinitive-particle") return &infinitive_particles_;
    if (name == "subjunctive-end") return &subjunctive_ends_;
    if (name == "feminine-end") return &feminine_ends_;
    if (name == "personal-end") return &personal_ends_;
    if (name == "event-end") return &event_ends_;
    if (name == "abstract-end") return &abstract_ends_;
    if (name == "group-end") return &group_ends_;
    return nullptr;
}

bool QuoteLexicon::is_told_modal(std::string_view lower) const { return std::ranges::find(told_modals_, lower) != told_modals_.end(); }

bool QuoteLexicon::is_aside_preposition(std::string_view lower) const {
    return std::ranges::find(aside_prepositions_, lower) != aside_prepositions_.end();
}

bool QuoteLexicon::is_hearsay_modal(std::string_view word) const {
    return std::ranges::find(hearsay_modals_, word) != hearsay_modals_.end();
}
bool QuoteLexicon::ends_hearsay(std::string_view word) const { return std::ranges::find(hearsay_ends_, word) != hearsay_ends_.end(); }

bool QuoteLexicon::is_particle(std::string_view lower) const {
    return particles_.contains(lower) || std::ranges::find(infinitive_particles_, lower) != infinitive_particles_.end();
}

bool QuoteLexicon::ends_like_adverb(std::string_view word) const { return has_end(word, adverb_ends_); }
bool QuoteLexicon::is_opinion_preposition(std::string_view lower) const {
    return std::ranges::find(opinion_prepositions_, lower) != opinion_prepositions_.end();
}

bool QuoteLexicon::is_place_preposition(std::string_view lower) const {
    return std::ranges::find(place_prepositions_, lower) != place_prepositions_.end();
}
bool QuoteLexicon::is_document_preposition(std::string_view lower) const {
    return std::ranges::find(document_prepositions_, lower) != document_prepositions_.end();
}
bool QuoteLexicon::ends_subjunctive(std::string_view lower) const { return has_end(lower, subjunctive_ends_); }
bool QuoteLexicon::ends_feminine(std::string_view noun) const { return has_end(noun, feminine_ends_); }
bool QuoteLexicon::ends_personal(std::string_view noun) const { return has_end(noun, personal_ends_); }
bool QuoteLexicon::ends_abstract(std::string_view noun) const { return has_end(noun, abstract_ends_); }

bool QuoteLexicon::ends_as_event(std::string_view noun) const { return has_end(noun, event_ends_); }
bool QuoteLexicon::ends_as_group(std::string_view noun) const { return has_end(noun, group_ends_); }

ClassSet QuoteLexicon::classes_by_end(std::string_view lower) const {
    if (lower.size() <= key_size) return 0;
    const std::string_view end = lower.substr(lower.size() - key_size);
    if (!ends_filter_.may_have(end)) return 0;
    const auto it = ends_.find(end);
    if (it == ends_.end()) return 0;
    ClassSet classes = 0;
    for (const NounEnd& noun : it->second) {
        if (lower.ends_with(noun.end)) classes |= noun.classes;
    }
    return classes;
}

}  // namespace depesche
