#include "marks/name_shown.h"

#include <algorithm>
#include <map>

namespace depesche {
namespace {

// "Putins" counts as "Putin" when both stand in the group.
std::map<std::string, std::uint32_t> counts_of(std::span<const CountedForm> forms) {
    std::map<std::string, std::uint32_t> counts;
    for (const CountedForm& f : forms) counts[f.form->shown] += f.count;
    for (const CountedForm& f : forms) {
        const std::string& shown = f.form->shown;
        if (!f.form->maybe_genitive || shown.size() < 3) continue;
        const auto base = counts.find(shown.substr(0, shown.size() - 1));
        const auto own = counts.find(shown);
        if (base == counts.end() || own == counts.end()) continue;
        base->second += own->second;
        counts.erase(own);
    }
    return counts;
}

// "Jong-un" is two words as "Jong Un" is: which of them stands is told by how often.
std::size_t words_in(const std::string& shown) {
    return static_cast<std::size_t>(std::ranges::count_if(shown, [](char c) { return c == ' ' || c == '-'; })) + 1;
}

}  // namespace

std::vector<std::pair<std::string, std::uint32_t>> spellings_of(std::span<const CountedForm> forms) {
    const auto counts = counts_of(forms);
    std::vector<std::pair<std::string, std::uint32_t>> out(counts.begin(), counts.end());
    std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

std::string fullest_form(std::span<const CountedForm> forms) {
    for (const CountedForm& f : forms) {
        if (f.form->key.starts_with('=')) return f.form->key.substr(1);
    }
    std::string best;
    std::size_t words = 0;
    for (const auto& [shown, count] : spellings_of(forms)) {
        const std::size_t here = words_in(shown);
        if (here <= words) continue;
        words = here;
        best = shown;
    }
    return best;
}

}  // namespace depesche
