#include "marks/name_groups.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "marks/name_join.h"
#include "marks/name_shown.h"

namespace depesche {

// An entity's name is without inflection already; the lists tell which part of it is the family name.
struct PileNames::Parts {
    explicit Parts(const Languages& languages)
        : words(name_words_of_all(languages)), lexicon(data_bytes("names/" + languages.fallback().code + ".words")) {}
    NameWords words;
    NameLexicon lexicon;
};

PileNames::PileNames(const Languages& languages) : parts_(std::make_unique<Parts>(languages)) {}
PileNames::~PileNames() = default;

namespace {

using Counts = std::map<std::string, std::uint32_t>;

std::string_view piece(const NamedText& text, Span span) { return text.text->text.substr(span.begin, span.size()); }

std::vector<JoinItem> items_of(std::span<const NamedText> texts, const PileNames::Parts& known,
                               std::vector<std::pair<std::uint32_t, std::uint32_t>>& members) {
    std::vector<JoinItem> items;
    for (std::uint32_t t = 0; t < texts.size(); ++t) {
        const std::vector<Entity>& entities = texts[t].marks->entities;
        for (std::uint32_t e = 0; e < entities.size(); ++e) {
            const auto weight = static_cast<std::uint32_t>(entities[e].names.size());
            items.push_back({make_form(entities[e].kind, entities[e].name, NameEnding::none, known.words, known.lexicon), t, e, weight});
            members.emplace_back(t, e);
        }
    }
    return items;
}

std::string most_frequent(const Counts& counts) {
    const auto best = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return best == counts.end() ? std::string() : best->first;
}

}  // namespace

std::vector<NameGroup> group_names(std::span<const NamedText> texts, const PileNames& known) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> members;
    const std::vector<JoinItem> items = items_of(texts, known.parts(), members);
    const std::vector<std::uint32_t> sets = join_names(items, JoinScope::pile);
    std::vector<NameGroup> groups;
    std::vector<std::vector<CountedForm>> forms;
    std::vector<Counts> roles;
    std::vector<std::size_t> group_of(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        if (sets[i] == i) {
            group_of[i] = groups.size();
            groups.push_back({items[i].form.kind, {}, {}, {}, {}});
            forms.emplace_back();
            roles.emplace_back();
        }
        const std::size_t g = group_of[i] = group_of[sets[i]];
        groups[g].members.push_back(members[i]);
        forms[g].push_back({&items[i].form, items[i].weight});
        const NamedText& text = texts[members[i].first];
        for (const Span role : text.marks->entities[members[i].second].roles) ++roles[g][std::string(piece(text, role))];
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        groups[g].name = fullest_form(forms[g]);
        groups[g].role = most_frequent(roles[g]);
        for (const auto& [spelling, count] : spellings_of(forms[g])) groups[g].spellings.push_back(spelling);
    }
    return groups;
}

}  // namespace depesche
