#include "marks/name_forms.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "marks/genitive_mark.h"
#include "marks/name_hash.h"
#include "marks/name_places.h"

namespace depesche {
namespace {

constexpr std::size_t most_words = 12;  // of a name; what is longer is compared by its first words

std::vector<std::string_view> split_words(std::string_view written) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < written.size() && words.size() < most_words;) {
        const std::size_t end = std::min(written.find_first_of(" \t\n\r", at), written.size());
        if (end > at) words.push_back(written.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string_view without_genitive_mark(std::string_view word) { return word.substr(0, word.size() - genitive_mark_length(word)); }

bool is_known(std::string_view word, const NameLexicon& lexicon) {
    constexpr unsigned names = list_first_name | list_surname | list_country | list_big_place | list_place;
    return (lexicon.find(hash_word(word)).lists & names) != 0;
}

// The last word without the ending of the genitive, where the lists of names or what follows tell that it is one.
std::string_view uninflected(std::string_view word, NameEnding ending, const NameLexicon& lexicon, bool& maybe) {
    maybe = false;
    const std::string_view bare = without_genitive_mark(word);
    if (bare.size() != word.size()) return bare;
    if (word.size() < 4 || word.back() != 's' || word.ends_with("ss")) return word;
    const std::string_view stem = word.substr(0, word.size() - 1);
    const bool stem_known = is_known(stem, lexicon);
    const bool word_known = is_known(word, lexicon);
    maybe = !word_known;
    if (ending == NameEnding::none) return word;
    if (stem_known != word_known) return stem_known ? stem : word;
    return ending == NameEnding::before_noun && !word_known ? stem : word;
}

// Off with "s", then with one ending of an adjective: "Deutschen Wetterrats" and "Deutscher Wetterrat" have the same stems.
std::string stem_of(std::string folded) {
    constexpr std::size_t shortest = 4;
    if (folded.ends_with('s') && folded.size() > shortest) folded.pop_back();
    for (const std::string_view ending : {"en", "er", "em", "e", "n", "r"}) {
        if (folded.ends_with(ending) && folded.size() >= shortest + ending.size()) {
            folded.resize(folded.size() - ending.size());
            break;
        }
    }
    return folded;
}

bool has_upper_first(std::string_view word) {
    std::size_t at = 0;
    return is_upper(next_code_point(word, at));
}

// Syllables and letters of a given name as it is written behind an East Asian family name.
bool is_short_given(std::string_view word, const NameLexicon& lexicon, bool only) {
    if (word.size() > 9) return false;
    const unsigned lists = lexicon.find(hash_word(word)).lists;
    return !only || word.find('-') != std::string_view::npos || (lists & list_surname) == 0 || (lists & list_first_name) != 0;
}

bool puts_family_first(const std::vector<std::string_view>& words, const NameWords& known, const NameLexicon& lexicon) {
    if (words.size() < 2 || words.size() > 3 || !known.family_first.contains(words.front())) return false;
    return std::all_of(words.begin() + 1, words.end(), [&](std::string_view w) { return is_short_given(w, lexicon, words.size() == 2); });
}

void add_parts(const std::vector<std::string_view>& words, const NameWords& known, NameForm& form) {
    for (const std::string_view word : words) {
        const bool left_out = form.kind == NameKind::person ? known.particles.contains(word) || known.particles.contains(to_lower(word))
                                                            : form.kind == NameKind::organisation && known.legal_forms.contains(word);
        if (!left_out) form.parts.push_back(name_part(word));
    }
    if (form.parts.empty()) {
        for (const std::string_view word : words) form.parts.push_back(name_part(word));
    }
}

std::string key_of(const NameForm& form) {
    std::string key;
    for (const NamePart& part : form.parts) {
        NamePart stem = name_part(stem_of(part.folded));
        if (!key.empty()) key += ' ';
        key += form.kind == NameKind::place && !stem.sound.empty() ? stem.sound : stem.folded;
    }
    return key;
}

std::string joined(const NameForm& form) {
    std::string out;
    for (const NamePart& part : form.parts) out += part.folded;
    return out;
}

std::string joined_sorted(const NameForm& form) {
    std::vector<std::string_view> words;
    for (const NamePart& part : form.parts) words.push_back(part.folded);
    std::ranges::sort(words);
    std::string out;
    for (const std::string_view word : words) out += word;
    return out;
}

// Given names fit when they are one written together or apart, or when the shorter list's stand in the longer one in order.
SpellingLikeness compare_given(const NameForm& a, const NameForm& b) {
    std::vector<const NamePart*> x;
    std::vector<const NamePart*> y;
    const auto collect = [](const NameForm& form, std::vector<const NamePart*>& out) {
        for (const NamePart& part : form.parts) {
            if (&part != &form.family()) out.push_back(&part);
        }
    };
    collect(a, x);
    collect(b, y);
    std::string p;
    std::string q;
    for (const NamePart* part : x) p += part->folded;
    for (const NamePart* part : y) q += part->folded;
    if (p == q) return SpellingLikeness::equal;
    if (a.family_first || b.family_first)
        return std::max(compare(name_part(p), name_part(q)), SpellingLikeness::slip) == SpellingLikeness::slip
                   ? SpellingLikeness::different
                   : compare(name_part(p), name_part(q));
    if (x.size() > y.size()) std::swap(x, y);
    SpellingLikeness least = compare(*x.front(), *y.front());
    std::size_t at = 1;
    for (std::size_t i = 1; i < x.size() && least > SpellingLikeness::different; ++i) {
        SpellingLikeness found = SpellingLikeness::different;
        while (at < y.size() && found == SpellingLikeness::different) found = compare(*x[i], *y[at++]);
        least = std::min(least, found);
    }
    return least;
}

Sameness compare_people(const NameForm& a, const NameForm& b) {
    if (joined(a) == joined(b) || joined_sorted(a) == joined_sorted(b)) return Sameness::same;
    if (a.is_short() || b.is_short()) return Sameness::different;
    const SpellingLikeness family = compare(a.family(), b.family());
    if (family == SpellingLikeness::different) return Sameness::different;
    const SpellingLikeness given = compare_given(a, b);
    if (given >= SpellingLikeness::transcription && family >= SpellingLikeness::transcription) return Sameness::same;
    const bool one_slip = (given == SpellingLikeness::equal && family == SpellingLikeness::slip) ||
                          (given == SpellingLikeness::slip && family == SpellingLikeness::equal);
    return one_slip ? Sameness::slip : Sameness::different;
}

// "BFF" for "Bundesstelle für Flutschutz": the first letters of its capital words and of their parts.
bool is_acronym_of(const NameForm& short_form, const NameForm& full) {
    const std::string& letters = short_form.parts.front().folded;
    if (letters.size() < 2 || letters.size() > 6) return false;
    std::string initials;
    for (const std::string& word : full.words) {
        if (has_upper_first(word)) initials += fold(word).substr(0, 1);
    }
    if (initials == letters) return true;
    initials.clear();
    for (const std::string& word : full.words) initials += fold(word).substr(0, 1);
    return initials == letters;
}

bool is_all_capitals(std::string_view word) {
    return word.size() > 1 && to_lower(word) != word && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

int organisation_fit(const NameForm& short_form, const NameForm& full) {
    const NamePart& part = short_form.parts.front();
    if (is_all_capitals(short_form.words.front()) && is_acronym_of(short_form, full)) return 3;
    const std::string stem = stem_of(part.folded);
    if (stem == stem_of(full.parts.front().folded)) return 2;
    return stem == stem_of(full.parts.back().folded) && (is_all_capitals(full.words.front()) || full.parts.size() == 2) ? 1 : 0;
}

bool is_alias(const std::vector<std::string_view>& pieces, const NameWords& words) {
    std::string written;
    for (const std::string_view piece : pieces) {
        if (!written.empty()) written += ' ';
        written += piece;
    }
    return words.aliases.contains(written);
}

// Where the gazetteer has it: names of one town are one ("Kiew", "Kyjiw"). Empty for what it does not have, and for countries, whose
// coordinates are their capital's.
std::string town_key(std::string_view shown) {
    const auto fact = find_place(shown);
    if (!fact || !fact->located || fact->is_country) return {};
    constexpr double thousandths = 1000;
    std::string key = "@";
    key.append(fact->country).append(" ").append(std::to_string(std::lround(fact->latitude * thousandths)));
    return key.append(" ").append(std::to_string(std::lround(fact->longitude * thousandths)));
}

}  // namespace

NameForm make_form(NameKind kind, std::string_view written, NameEnding ending, const NameWords& words, const NameLexicon& lexicon) {
    NameForm form;
    form.kind = kind;
    std::vector<std::string_view> pieces = split_words(written);
    while (kind == NameKind::person && pieces.size() > 1 && words.titles.contains(pieces.front())) pieces.erase(pieces.begin());
    if (pieces.empty()) return form;
    if (kind == NameKind::person || !is_alias(pieces, words))  // "Weißen Haus" is no genitive of "Hau"
        pieces.back() = uninflected(pieces.back(), ending, lexicon, form.maybe_genitive);
    for (const std::string_view piece : pieces) {
        if (!form.shown.empty()) form.shown += ' ';
        form.shown += piece;
        form.words.emplace_back(piece);
    }
    add_parts(pieces, words, form);
    if (kind == NameKind::person) {
        form.family_first = puts_family_first(pieces, words, lexicon);
        return form;
    }
    const auto alias = words.aliases.find(form.shown);
    if (alias != words.aliases.end()) {
        form.key = '=';
        form.key += alias->second;
    } else {
        form.key = kind == NameKind::place ? town_key(form.shown) : std::string();
        if (form.key.empty()) form.key = key_of(form);
    }
    return form;
}

Sameness compare_forms(const NameForm& a, const NameForm& b) {
    if (a.kind != b.kind || a.parts.empty() || b.parts.empty()) return Sameness::different;
    if (a.kind == NameKind::person) return compare_people(a, b);
    return a.key == b.key ? Sameness::same : Sameness::different;
}

int short_form_fit(const NameForm& short_form, const NameForm& full) {
    if (short_form.kind != full.kind || short_form.parts.empty() || full.is_short()) return 0;
    if (full.kind == NameKind::organisation) return organisation_fit(short_form, full);
    if (full.kind == NameKind::place) return 0;
    const NamePart& part = short_form.parts.front();
    if (compare(part, full.family()) >= SpellingLikeness::transcription) return 3;
    const NamePart& first = full.parts.front();
    const NamePart& last = full.parts.back();
    return compare(part, first) >= SpellingLikeness::inflected || compare(part, last) >= SpellingLikeness::inflected ? 1 : 0;
}

}  // namespace depesche
