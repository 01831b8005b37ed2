#include "show/origin_tree.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "show/word_changes.h"

namespace depesche {
namespace {

using Copies = std::vector<const BriefCopy*>;

bool carries(const BriefOrigin& origin, std::uint32_t page) { return std::ranges::find(origin.reports, page) != origin.reports.end(); }

// Index of the origin a copy belongs to; origins.size() for none.
std::size_t origin_of(const BriefCopy& copy, std::span<const BriefOrigin> origins) {
    if (!copy.origin.empty()) {
        const auto named = std::ranges::find(origins, copy.origin, &BriefOrigin::name);
        if (named != origins.end()) return static_cast<std::size_t>(named - origins.begin());
    }
    const auto both = std::ranges::find_if(
        origins, [&](const BriefOrigin& origin) { return carries(origin, copy.to) && (!copy.from || carries(origin, *copy.from)); });
    return static_cast<std::size_t>(both - origins.begin());
}

std::uint64_t size_of(const Copies& copies) {
    std::uint64_t size = 0;
    for (const BriefCopy* copy : copies) size += copy->taken.in_text.size();
    return size;
}

// One origin's copies on the way to a tree.
class Branch {
public:
    Branch(std::vector<std::uint32_t> pages, const Copies& copies) : pages_(std::move(pages)) {
        for (const BriefCopy* copy : copies) {
            if (copy->from && *copy->from != copy->to) {
                taken_[copy->to][*copy->from].push_back(copy);
            } else {
                outside_[copy->to].push_back(copy);
            }
        }
        choose_parents();
    }

    std::vector<OriginStep> steps() {
        order_children();
        add_steps(roots_, std::nullopt, 0);
        return std::move(steps_);
    }

private:
    // The page it took most from, unless following parents from there leads back: then it is a root.
    void choose_parents() {
        for (const std::uint32_t page : pages_) {
            std::optional<std::uint32_t> best;
            std::uint64_t most = 0;
            for (const auto& [from, copies] : taken_[page]) {
                if (size_of(copies) > most && !leads_to(from, page)) {
                    best = from;
                    most = size_of(copies);
                }
            }
            if (best) parent_[page] = *best;
        }
    }

    [[nodiscard]] bool leads_to(std::uint32_t from, std::uint32_t page) const {
        for (std::uint32_t at = from;;) {
            if (at == page) return true;
            const auto up = parent_.find(at);
            if (up == parent_.end()) return false;
            at = up->second;
        }
    }

    void order_children() {
        for (const std::uint32_t page : pages_) {
            const auto up = parent_.find(page);
            (up == parent_.end() ? roots_ : children_[up->second]).push_back(page);
        }
    }

    void add_steps(const std::vector<std::uint32_t>& siblings, std::optional<std::uint32_t> parent, std::uint32_t depth) {
        for (std::size_t i = 0; i < siblings.size(); ++i) {
            steps_.push_back(step(siblings[i], parent, depth));
            steps_.back().last = i + 1 == siblings.size();
            const auto below = children_.find(siblings[i]);
            if (below != children_.end()) add_steps(below->second, siblings[i], depth + 1);
        }
    }

    OriginStep step(std::uint32_t page, std::optional<std::uint32_t> parent, std::uint32_t depth) {
        OriginStep step;
        step.page = page;
        step.depth = depth;
        Copies& outside = parent ? step.besides : step.taken;
        outside = outside_[page];
        for (const auto& [from, copies] : taken_[page]) {
            Copies& into = parent && *parent == from ? step.taken : step.besides;
            into.insert(into.end(), copies.begin(), copies.end());
        }
        return step;
    }

    std::vector<std::uint32_t> pages_;
    std::map<std::uint32_t, std::map<std::uint32_t, Copies>> taken_;  // to -> from -> copies
    std::map<std::uint32_t, Copies> outside_;
    std::map<std::uint32_t, std::uint32_t> parent_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> children_;
    std::vector<std::uint32_t> roots_;
    std::vector<OriginStep> steps_;
};

// The origin's reports and all that its copies name, in the order of the story's reports.
std::vector<std::uint32_t> pages_in(const Story& story, const BriefOrigin* origin, const Copies& copies) {
    std::set<std::uint32_t> named;
    if (origin != nullptr) named.insert(origin->reports.begin(), origin->reports.end());
    for (const BriefCopy* copy : copies) {
        named.insert(copy->to);
        if (copy->from) named.insert(*copy->from);
    }
    std::vector<std::uint32_t> pages;
    for (const Report& report : story.reports) {
        if (named.contains(report.page)) pages.push_back(report.page);
    }
    return pages;
}

}  // namespace

std::vector<OriginBranch> origin_tree(const Story& story) {
    std::vector<Copies> copies(story.origins.size() + 1);
    for (const BriefCopy& copy : story.copies) copies[origin_of(copy, story.origins)].push_back(&copy);
    std::vector<OriginBranch> branches;
    for (std::size_t i = 0; i < copies.size(); ++i) {
        const BriefOrigin* origin = i < story.origins.size() ? &story.origins[i] : nullptr;
        if (origin == nullptr && copies[i].empty()) continue;
        branches.push_back({origin, Branch(pages_in(story, origin, copies[i]), copies[i]).steps()});
    }
    return branches;
}

std::size_t words_in(std::span<const BriefCopy* const> copies) {
    std::size_t words = 0;
    for (const BriefCopy* copy : copies) {
        const std::string bare = bare_words(copy->taken.shown);
        if (!bare.empty()) words += 1 + static_cast<std::size_t>(std::ranges::count(bare, ' '));
    }
    return words;
}

}  // namespace depesche
