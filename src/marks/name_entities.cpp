#include "marks/name_entities.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "marks/name_join.h"
#include "marks/name_roles.h"
#include "marks/name_shown.h"
#include "marks/name_towns.h"

namespace depesche {
namespace {

// A capital word right behind a name in the same sentence is what the name's genitive belongs to; a role right before it takes the ending.
NameEnding ending_of(const MarkText& text, const FoundName& name, const NameWords& words) {
    if (name.kind == NameKind::person && name.first_word > 0) {
        const Span before = text.tokens.words[name.first_word - 1].span;
        const std::vector<Span> roles = roles_of(text.text, text.tokens, name, words);
        if (std::ranges::any_of(roles, [&](Span role) { return role.end == before.end; })) return NameEnding::none;
    }
    if (name.last_word >= text.tokens.words.size()) return NameEnding::open;
    const Word& next = text.tokens.words[name.last_word];
    const bool noun = next.capital && next.kind == WordKind::word && next.sentence == text.tokens.words[name.first_word].sentence;
    return noun ? NameEnding::before_noun : NameEnding::open;
}

std::vector<JoinItem> items_of(const MarkText& text, std::span<const FoundName> found, const NameWords& words, const NameLexicon& lexicon) {
    std::vector<JoinItem> items;
    items.reserve(found.size());
    for (const FoundName& name : found) {
        const std::string_view written = text.text.substr(name.span.begin, name.span.size());
        items.push_back({make_form(name.kind, written, ending_of(text, name, words), words, lexicon), 0, name.first_word, 1});
    }
    return items;
}

// "Freie Mitte (FM)": a name in brackets right behind one of an organisation is its short form.
void join_brackets(const MarkText& text, std::span<const FoundName> found, std::vector<std::uint32_t>& sets) {
    std::vector<std::uint32_t> parent(sets.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t set) {
        while (parent[set] != set) set = parent[set] = parent[parent[set]];
        return set;
    };
    for (std::size_t i = 1; i < found.size(); ++i) {
        if (found[i].kind != NameKind::organisation || found[i - 1].kind != NameKind::organisation) continue;
        const std::string_view between = text.text.substr(found[i - 1].span.end, found[i].span.begin - found[i - 1].span.end);
        if (between != " (" || text.text.substr(found[i].span.end, 1) != ")") continue;
        const std::uint32_t a = root(sets[i]);
        const std::uint32_t b = root(sets[i - 1]);
        parent[std::max(a, b)] = std::min(a, b);
    }
    for (std::uint32_t& set : sets) set = root(set);
}

}  // namespace

void join_entities(const MarkText& text, std::span<const FoundName> found, const NameWords& words, const NameLexicon& lexicon,
                   Marks& marks) {
    const std::vector<JoinItem> items = items_of(text, found, words, lexicon);
    std::vector<std::uint32_t> sets = join_names(items, JoinScope::text);
    join_brackets(text, found, sets);
    join_bare_towns(text.text, found, sets);
    std::vector<std::uint32_t> entity_of(found.size());
    std::vector<std::vector<CountedForm>> forms;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        if (sets[i] == i) {
            entity_of[i] = static_cast<std::uint32_t>(marks.entities.size());
            marks.entities.push_back({found[i].kind, {}, {}, {}});
            forms.emplace_back();
        }
        const std::uint32_t entity = entity_of[i] = entity_of[sets[i]];
        forms[entity].push_back({&items[i].form, 1});
        marks.entities[entity].names.push_back(static_cast<std::uint32_t>(marks.names.size()));
        marks.names.push_back({found[i].span, found[i].kind, entity, found[i].confidence});
        if (found[i].kind != NameKind::person) continue;
        for (const Span role : roles_of(text.text, text.tokens, found[i], words)) marks.entities[entity].roles.push_back(role);
    }
    for (std::size_t e = 0; e < forms.size(); ++e) marks.entities[e].name = fullest_form(forms[e]);
}

}  // namespace depesche
