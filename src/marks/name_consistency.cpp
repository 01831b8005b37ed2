// Newsrooms introduce a name once with all that makes it plain (first name, role) and repeat it bare. So a word that is the
// surname of a person named in full, or that was surely a name once, is a name of that kind wherever it stands with a capital
// letter. Handled: "Beat Zurbriggen … Zurbriggen feierte". Not handled: a surname that is also a common noun behind an
// article ("der Koch"), which stays a noun. Tests: NameConsistency.
#include "marks/name_consistency.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "marks/name_features.h"
#include "marks/name_hash.h"
#include "marks/name_media.h"
#include "marks/name_places.h"
#include "marks/name_roles.h"
#include "marks/name_titles.h"

namespace depesche {
namespace {

constexpr float sure = 0.8F;
constexpr float likely = 0.5F;

using Weights = std::array<float, 3>;  // by NameKind
using Seen = std::unordered_map<std::uint64_t, Weights>;

std::string_view piece(std::string_view text, const Word& word) {
    const Span span = name_span(text, word.span);
    return text.substr(span.begin, span.size());
}

std::size_t index(NameKind kind) { return static_cast<std::size_t>(kind); }

std::string_view without_s(std::string_view word) { return word.size() > 3 && word.back() == 's' ? word.substr(0, word.size() - 1) : word; }

bool has_accents(std::string_view word) {
    constexpr std::size_t longest = 60;
    return word.size() <= longest && std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Surnames of people in full, and words that are a name by themselves, each with how sure it is by kind.
Seen collect(std::string_view text, const Tokens& tokens, const NameWords& words, std::span<const FoundName> found) {
    Seen seen;
    for (const FoundName& name : found) {
        const bool single = name.last_word - name.first_word == 1;
        const bool person = name.kind == NameKind::person;
        if (!single && !person) continue;
        if (name.confidence < (single ? sure : likely)) continue;
        const std::string_view first = piece(text, tokens.words[name.first_word]);
        const bool family_first = !single && words.family_first.contains(first);
        const std::string_view word = single || family_first ? first : piece(text, tokens.words[name.last_word - 1]);
        if (word.size() < 3 && !family_first) continue;
        const float weight = single ? name.confidence : 2 * name.confidence;
        seen[hash_word(word)][index(name.kind)] += weight;
        if (person && !single && !has_accents(word)) seen[hash_word(fold(word))][index(name.kind)] += weight;
        if (without_s(word).size() != word.size()) seen[hash_word(without_s(word))][index(name.kind)] += 0.1F;
    }
    return seen;
}

const Weights* weights_of(std::string_view word, const Seen& seen) {
    auto entry = seen.find(hash_word(word));
    if (entry == seen.end() && without_s(word).size() != word.size()) entry = seen.find(hash_word(without_s(word)));
    if (entry == seen.end() && has_accents(word)) entry = seen.find(hash_word(fold(word)));  // "Kovač" of "Niko Kovac"
    return entry == seen.end() ? nullptr : &entry->second;
}

NameKind best_kind(const Weights& weights) { return static_cast<NameKind>(std::ranges::max_element(weights) - weights.begin()); }

bool is_plain_noun(std::string_view text, const Tokens& tokens, std::uint32_t i, const NameLexicon& lexicon) {
    constexpr std::uint8_t mostly_small = 1;
    const NameWordFacts facts = lexicon.find(hash_word(piece(text, tokens.words[i])));
    const bool opens = i == 0 || tokens.words[i - 1].sentence != tokens.words[i].sentence;
    if (opens && facts.letter_case == mostly_small) return true;  // "Green groups were sceptical", where a Green is named
    if ((facts.lists & list_noun) == 0) return false;
    if (opens) return true;
    const Word& before = tokens.words[i - 1];
    return before.kind != WordKind::mark && !before.capital;
}

FoundName repeated(std::string_view text, const Tokens& tokens, std::uint32_t i, NameKind kind) {
    return {name_span(text, tokens.words[i].span), kind, likely, i, i + 1};
}

// "Putins Schwenk" is the genitive of a person known by surname with the noun that belongs to it, not a name of two words.
void cut_genitive(std::string_view text, const Tokens& tokens, const Seen& seen, FoundName& name) {
    if (name.kind != NameKind::person || name.last_word - name.first_word != 2) return;
    const std::string_view first = piece(text, tokens.words[name.first_word]);
    if (without_s(first).size() == first.size()) return;
    const auto entry = seen.find(hash_word(without_s(first)));
    if (entry == seen.end() || best_kind(entry->second) != NameKind::person) return;
    const auto genitive = seen.find(hash_word(first));  // found alone too: the surname is the one that stands oftener
    if (genitive != seen.end() && genitive->second[index(NameKind::person)] >= entry->second[index(NameKind::person)]) return;
    --name.last_word;
    name.span.end = tokens.words[name.first_word].span.end;
}

// "Lunn's Volvo": a person's name ends where the mark of a genitive says so.
void cut_at_mark(std::string_view text, const Tokens& tokens, FoundName& name) {
    if (name.kind != NameKind::person) return;
    for (std::uint32_t i = name.first_word; i + 1 < name.last_word; ++i) {
        const Span bare = name_span(text, tokens.words[i].span);
        if (bare.end == tokens.words[i].span.end) continue;
        name.last_word = i + 1;
        name.span.end = bare.end;
    }
}

// A name in small letters without blanks and hyphens: "Kim Jong-un" and "Kim Jong Un" are one.
std::string run_together(std::string_view name) {
    std::string out = to_lower(name);
    std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '.'; });
    return out;
}

using LongNames = std::unordered_set<std::string>;

// People's names of three parts or more, run together.
LongNames long_names(std::string_view text, std::span<const FoundName> found) {
    LongNames names;
    for (const FoundName& name : found) {
        const std::string_view written = text.substr(name.span.begin, name.span.size());
        if (name.kind == NameKind::person && written.size() < 64 &&
            std::ranges::count_if(written, [](char c) { return c == ' ' || c == '-'; }) > 1)
            names.insert(run_together(written));
    }
    return names;
}

// "Kim Jong" before "Il": behind a family name that stands first and a syllable a short capital word that is no noun.
bool is_third_syllable(std::string_view text, const Tokens& tokens, const NameWords& words, const NameLexicon& lexicon,
                       const FoundName& name) {
    constexpr std::size_t longest = 5;
    const std::string_view next = piece(text, tokens.words[name.last_word]);
    if (name.last_word - name.first_word != 2 || next.size() > longest || next.ends_with('.')) return false;
    if (tokens.words[name.last_word].sentence != tokens.words[name.first_word].sentence) return false;
    const std::string_view second = piece(text, tokens.words[name.first_word + 1]);
    if (!words.family_first.contains(piece(text, tokens.words[name.first_word])) || second.size() > longest) return false;
    return (lexicon.find(hash_word(next)).lists & list_noun) == 0;
}

// "Kim Jong" of "Kim Jong Uns": the word behind makes it a longer name that the text has elsewhere.
void extend_cut(std::string_view text, const Tokens& tokens, const NameWords& lists, const NameLexicon& lexicon, const LongNames& known,
                FoundName& name, std::uint32_t stop) {
    constexpr std::uint32_t longest = 6;  // words of a person's name
    const std::uint32_t words = name.last_word - name.first_word;
    if (name.kind != NameKind::person || words < 2 || words > longest || name.last_word >= stop) return;
    const Word& next = tokens.words[name.last_word];
    if (!next.capital || next.kind != WordKind::word || next.span.begin != name.span.end + 1) return;
    std::string_view longer = text.substr(name.span.begin, next.span.end - name.span.begin);
    if (longer.ends_with('.')) longer.remove_suffix(1);
    const std::string together = run_together(longer.substr(0, std::min<std::size_t>(longer.size(), 64)));
    const bool genitive = together.ends_with('s') && known.contains(together.substr(0, together.size() - 1));
    if (!genitive && !known.contains(together) && !is_third_syllable(text, tokens, lists, lexicon, name)) return;
    ++name.last_word;
    name.span.end = name.span.begin + static_cast<std::uint32_t>(longer.size());
}

// An agency that the list has or a noun announces is no person: "die Staatsagentur Tass".
void settle_agencies(std::string_view text, const Tokens& tokens, const NameWords& words, std::vector<FoundName>& found) {
    for (FoundName& name : found) {
        if (name.kind == NameKind::organisation || name.last_word - name.first_word != 1) continue;
        const std::uint32_t i = name.first_word;
        const bool announced =
            i > 0 && tokens.words[i - 1].sentence == tokens.words[i].sentence && is_agency_noun(piece(text, tokens.words[i - 1]), words);
        if (announced || (name.kind == NameKind::person && words.agencies.contains(piece(text, tokens.words[i]))))
            name.kind = NameKind::organisation;
    }
}

// "aus dem Weißen Haus": two capital words that the table of aliases knows as one name.
bool is_alias(std::string_view text, const Tokens& tokens, const NameWords& words, std::uint32_t i, std::uint32_t stop) {
    if (i + 1 >= stop || tokens.words[i + 1].sentence != tokens.words[i].sentence) return false;
    const Word& next = tokens.words[i + 1];
    if (!next.capital || next.kind != WordKind::word || next.span.begin != tokens.words[i].span.end + 1) return false;
    return words.aliases.contains(text.substr(tokens.words[i].span.begin, next.span.end - tokens.words[i].span.begin));
}

// Its kind: that of the same thing under another of its names where the text has one; else a place when its short form is one ("USA").
FoundName alias_at(std::string_view text, const Tokens& tokens, const NameWords& words, const NameLexicon& lexicon,
                   std::span<const FoundName> found, std::uint32_t i) {
    constexpr std::size_t looked_at = 64;
    const Span span{tokens.words[i].span.begin, tokens.words[i + 1].span.end};
    const std::string_view shown = words.aliases.find(text.substr(span.begin, span.size()))->second;
    for (const FoundName& name : found.first(std::min(found.size(), looked_at))) {
        const auto other = words.aliases.find(text.substr(name.span.begin, name.span.size()));
        if (other != words.aliases.end() && other->second == shown) return {span, name.kind, likely, i, i + 2};
    }
    const bool place = (lexicon.find(hash_word(shown)).lists & (list_country | list_region)) != 0;
    return {span, place ? NameKind::place : NameKind::organisation, likely, i, i + 2};
}

// One thing is of one kind: names that the table of aliases shows as one take the kind of the surest of them.
void settle_aliases(std::string_view text, const NameWords& words, std::vector<FoundName>& found) {
    const auto alias_of = [&](const FoundName& name) { return words.aliases.find(text.substr(name.span.begin, name.span.size())); };
    std::unordered_map<std::string_view, const FoundName*> surest;
    for (const FoundName& name : found) {
        const auto alias = alias_of(name);
        if (alias == words.aliases.end()) continue;
        const FoundName*& best = surest[alias->second];
        if (best == nullptr || name.confidence > best->confidence) best = &name;
    }
    for (FoundName& name : found) {
        const auto alias = alias_of(name);
        if (alias != words.aliases.end()) name.kind = surest[alias->second]->kind;
    }
}

// "Hotelerbin Paris Hilton", "Paris Hilton … Hilton": two words, of which the first is a town, are a person when a role stands before them
// or when the second alone is one.
bool is_person_named_like_a_town(std::string_view text, const Tokens& tokens, const NameWords& words, const Seen& seen,
                                 const FoundName& name) {
    if (name.kind != NameKind::place || name.last_word - name.first_word != 2) return false;
    if (!find_place(piece(text, tokens.words[name.first_word])) || find_place(text.substr(name.span.begin, name.span.size()))) return false;
    const std::string_view last = piece(text, tokens.words[name.last_word - 1]);
    if (find_place(last)) return false;
    const Weights* weights = weights_of(last, seen);
    if (weights != nullptr && best_kind(*weights) == NameKind::person) return true;
    FoundName person = name;
    person.kind = NameKind::person;
    const std::vector<Span> roles = roles_of(text, tokens, person, words);
    return std::ranges::any_of(roles, [&](Span role) { return role.end + 1 == name.span.begin; });
}

void settle_kind(std::string_view text, const Tokens& tokens, const NameWords& words, const Seen& seen, FoundName& name) {
    if (is_person_named_like_a_town(text, tokens, words, seen, name)) name.kind = NameKind::person;
    if (name.last_word - name.first_word != 1) return;
    const Weights* weights = weights_of(piece(text, tokens.words[name.first_word]), seen);
    if (weights == nullptr) return;
    const NameKind best = best_kind(*weights);
    if (best != name.kind && (*weights)[index(best)] > name.confidence + (*weights)[index(name.kind)]) name.kind = best;
}

}  // namespace

void make_consistent(std::string_view text, const Tokens& tokens, const NameWords& words, const NameLexicon& lexicon,
                     std::vector<FoundName>& found) {
    settle_agencies(text, tokens, words, found);
    for (FoundName& name : found) {
        cut_at_mark(text, tokens, name);
        drop_titles(text, tokens, words, name);
    }
    const LongNames known = long_names(text, found);
    for (std::size_t n = 0; n < found.size(); ++n) {
        extend_cut(text, tokens, words, lexicon, known, found[n],
                   n + 1 < found.size() ? found[n + 1].first_word : static_cast<std::uint32_t>(tokens.words.size()));
    }
    const Seen first_seen = collect(text, tokens, words, found);
    for (FoundName& name : found) cut_genitive(text, tokens, first_seen, name);
    const Seen seen = collect(text, tokens, words, found);
    std::vector<FoundName> all;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < tokens.words.size(); ++i) {
        while (next < found.size() && found[next].last_word <= i) ++next;
        if (next < found.size() && found[next].first_word <= i) {
            if (found[next].first_word == i) {
                settle_kind(text, tokens, words, seen, found[next]);
                all.push_back(found[next]);
            }
            continue;
        }
        const Word& word = tokens.words[i];
        if (!word.capital || word.kind != WordKind::word) continue;
        const auto stop = next < found.size() ? found[next].first_word : static_cast<std::uint32_t>(tokens.words.size());
        if (is_alias(text, tokens, words, i, stop)) {
            all.push_back(alias_at(text, tokens, words, lexicon, found, i++));
            continue;
        }
        if (is_medium_here(text, tokens, words, i)) {
            all.push_back(repeated(text, tokens, i, NameKind::organisation));
            continue;
        }
        const Weights* weights = weights_of(piece(text, word), seen);
        if (weights != nullptr && !is_plain_noun(text, tokens, i, lexicon)) all.push_back(repeated(text, tokens, i, best_kind(*weights)));
    }
    found = std::move(all);
    settle_aliases(text, words, found);
}

}  // namespace depesche
