#include "marks/figure_lexicon.h"

#include <algorithm>
#include <cstdlib>

namespace depesche {
namespace {

struct RoleName {
    std::string_view name;
    FigureRole role;
};

constexpr RoleName role_names[] = {
    {"unit", FigureRole::unit},
    {"currency", FigureRole::currency},
    {"age-unit", FigureRole::age_unit},
    {"scale", FigureRole::scale},
    {"fraction", FigureRole::fraction},
    {"share", FigureRole::whole_share},
    {"update", FigureRole::update},
    {"update-after", FigureRole::update_after},
    {"share-article", FigureRole::share_article},
    {"difference", FigureRole::difference},
    {"bare-before", FigureRole::bare_before},
    {"no-figure", FigureRole::no_figure},
    {"range", FigureRole::range},
    {"between", FigureRole::between},
    {"joint", FigureRole::joint},
    {"article", FigureRole::article},
    {"half", FigureRole::half},
    {"hedged", FigureRole::hedged},
    {"minus", FigureRole::minus},
    {"plus", FigureRole::plus},
    {"vague", FigureRole::vague},
    {"onward", FigureRole::onward},
    {"money-scale", FigureRole::money_scale},
    {"genitive", FigureRole::genitive},
    {"amount-of", FigureRole::amount_of},
    {"noun", FigureRole::noun},
    {"predicate", FigureRole::predicate},
    {"degree", FigureRole::degree},
    {"of-them", FigureRole::of_them},
    {"headed", FigureRole::headed},
    {"no-number", FigureRole::no_number},
};

constexpr std::pair<std::string_view, FigureKind> hedge_names[] = {
    {"about", FigureKind::about}, {"atleast", FigureKind::at_least}, {"atmost", FigureKind::at_most}, {"exactly", FigureKind::exact}};

double number_in(std::string_view cell) { return std::strtod(std::string(cell).c_str(), nullptr); }

}  // namespace

// Rows: hedge KIND is the first cell itself ("about rund"); units "unit FORM UNIT FACTOR"; nouns "noun FORM LEMMA person|single".
void FigureLexicon::read(const Row& row) {
    FigureSense sense;
    for (const auto& [name, kind] : hedge_names) {
        if (row[0] != name) continue;
        sense.role = FigureRole::hedge;
        sense.kind = kind;
        entries_.push_back({row[1], sense});
        return;
    }
    const auto it = std::ranges::find(role_names, row[0], &RoleName::name);
    if (it == std::end(role_names)) return;
    sense.role = it->role;
    if (row.size() > 2) {
        sense.text = row[2];
        sense.number = number_in(row[2]);
    }
    const bool measure = sense.role == FigureRole::unit || sense.role == FigureRole::currency;
    if (measure) sense.number = row.size() > 3 ? number_in(row[3]) : 1;
    if (!measure && row.size() > 3) {
        sense.single = row[3] == "single";
        sense.person = sense.single || row[3] == "person";
    }
    entries_.push_back({row[1], sense});
}

FigureLexicon::FigureLexicon(const Language& language) : numbers_(language) {
    for (const Row& row : data_rows("languages/" + language.code + "/figures.tsv")) {
        if (row.size() < 2) continue;
        if (row[0] == "capital-nouns") capital_nouns_ = row[1] == "yes";
        if (row[0] == "headed") headed_.push_back(row[1]);
        if (row[0] == "plural-ending") plurals_.push_back(row[1]);
        if (row[0] == "ending") endings_.push_back({row[1], row.size() > 2 ? row[2] : std::string_view{}});
        read(row);
    }
    std::ranges::stable_sort(entries_, {}, &Entry::phrase);
    for (const Entry& entry : entries_) {
        auto& place = phrases_.try_emplace(entry.phrase, static_cast<std::uint32_t>(senses_.size()), 0U).first->second;
        senses_.push_back(entry.sense);
        filter_.add(entry.phrase);
        ++place.second;
    }
    entries_.clear();
}

std::span<const FigureSense> FigureLexicon::senses(std::string_view phrase) const {
    if (!filter_.may_have(phrase)) return {};
    const auto it = phrases_.find(phrase);
    if (it == phrases_.end()) return {};
    return std::span(senses_).subspan(it->second.first, it->second.second);
}

const FigureSense* FigureLexicon::find(std::string_view phrase, FigureRole role) const {
    for (const FigureSense& sense : senses(phrase)) {
        if (sense.role == role) return &sense;
    }
    return nullptr;
}

bool FigureLexicon::is_plural(std::string_view lower) const {
    return std::ranges::any_of(plurals_, [&](std::string_view ending) { return lower.size() > ending.size() && lower.ends_with(ending); });
}

std::string_view FigureLexicon::heads_in(std::string_view lower) const {
    for (const std::string_view ending : headed_) {
        if (lower.size() > ending.size() && lower.ends_with(ending)) return lower.substr(0, lower.size() - ending.size());
    }
    return {};
}

const FigureSense* FigureLexicon::compound(std::string_view lower, std::string& lemma) const {
    constexpr std::size_t least_before = 3, least_end = 4;  // bytes: "Sekunden" are no customers
    for (std::size_t cut = least_before; cut + least_end <= lower.size(); ++cut) {
        if ((static_cast<unsigned char>(lower[cut]) & 0xC0U) == 0x80U) continue;
        const FigureSense* noun = find(lower.substr(cut), FigureRole::noun);
        if (noun == nullptr) continue;
        lemma = std::string(lower.substr(0, cut)).append(noun->text);
        return noun;
    }
    return nullptr;
}

std::string FigureLexicon::lemma(std::string_view lower) const {
    for (const Ending& ending : endings_) {
        if (lower.size() <= ending.from.size() + 2 || !lower.ends_with(ending.from)) continue;
        std::string made(lower.substr(0, lower.size() - ending.from.size()));
        made += ending.to;
        return made;
    }
    return std::string(lower);
}

}  // namespace depesche
