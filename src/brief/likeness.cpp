#include "brief/likeness.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace depesche {
namespace {

constexpr float least_of_smaller = 0.25F;  // less is chance
constexpr float least_rare = 0.15F;        // of the smaller, by rare terms alone: cheaper to find, so looked at first

std::vector<std::vector<std::uint32_t>> wordings_by_term(const StoryText& text) {
    std::vector<std::vector<std::uint32_t>> lists(text.vocabulary().stems() + text.names().groups().size());
    for (std::uint32_t w = 0; w < text.wordings().size(); ++w) {
        for (const Term& term : text.wordings()[w].terms) lists[term.id].push_back(w);
    }
    return lists;
}

// Of one wording's candidates the likest, by a fixed order.
void keep_likest(std::vector<Likeness>& found) {
    const auto likest_first = [](const Likeness& a, const Likeness& b) {
        return a.of_both != b.of_both ? a.of_both > b.of_both : a.left != b.left ? a.left < b.left : a.right < b.right;
    };
    std::ranges::sort(found, likest_first);
    if (found.size() > likeness_limit) found.resize(likeness_limit);
}

void add(std::vector<Likeness>& found, const Likeness& likeness) {
    constexpr std::size_t most_kept = 8 * likeness_limit;  // before the list is cut in between, so that memory stays bounded
    found.push_back(likeness);
    if (found.size() > most_kept) keep_likest(found);
}

}  // namespace

Likeness compare(const StoryText& text, std::uint32_t left, std::uint32_t right) {
    const StoryWording& a = text.wordings()[left];
    const StoryWording& b = text.wordings()[right];
    Likeness likeness{std::min(left, right), std::max(left, right), 0, 0, 0, 0, 0};
    for (auto i = a.terms.begin(), j = b.terms.begin(); i != a.terms.end() && j != b.terms.end();) {
        if (i->id < j->id) ++i;
        else if (j->id < i->id) ++j;
        else {
            likeness.shared += text.weight(i->id) * std::min(i->share, j->share);
            likeness.terms += i->share == 1 || j->share == 1 ? 1U : 0U;
            ++i;
            ++j;
        }
    }
    const auto [smaller, greater] = std::minmax(a.total, b.total);
    if (smaller <= 0) return likeness;
    likeness.of_smaller = std::min(1.0F, likeness.shared / smaller);
    likeness.of_greater = std::min(1.0F, likeness.shared / greater);
    likeness.of_both = std::min(1.0F, likeness.shared / std::sqrt(a.total * b.total));
    return likeness;
}

std::vector<Likeness> find_likenesses(const StoryText& text) {
    const auto lists = wordings_by_term(text);
    const auto count = static_cast<std::uint32_t>(text.wordings().size());
    std::vector<std::vector<Likeness>> of_wording(count);
    std::vector<float> shared(count, 0);  // with the current wording, over rare terms
    std::vector<std::uint32_t> touched;
    for (std::uint32_t w = 0; w < count; ++w) {
        const StoryWording& wording = text.wordings()[w];
        for (const Term& term : wording.terms) {
            if (lists[term.id].size() > list_limit) continue;
            for (const std::uint32_t other : lists[term.id]) {
                if (other >= w) break;
                if (shared[other] == 0) touched.push_back(other);
                shared[other] += text.weight(term.id);
            }
        }
        for (const std::uint32_t other : touched) {
            const bool may_be = std::exchange(shared[other], 0.0F) >= least_rare * std::min(wording.total, text.wordings()[other].total);
            if (!may_be) continue;
            const Likeness likeness = compare(text, w, other);
            if (likeness.of_smaller < least_of_smaller) continue;
            add(of_wording[w], likeness);
            add(of_wording[other], likeness);
        }
        touched.clear();
    }
    std::vector<Likeness> all;
    for (std::vector<Likeness>& found : of_wording) {
        keep_likest(found);
        all.insert(all.end(), found.begin(), found.end());
    }
    const auto order = [](const Likeness& l) { return std::pair(l.left, l.right); };
    std::ranges::sort(all, {}, order);
    all.erase(std::unique(all.begin(), all.end(), [&](const Likeness& a, const Likeness& b) { return order(a) == order(b); }), all.end());
    return all;
}

}  // namespace depesche
