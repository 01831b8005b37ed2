#include "brief/claims.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "brief/cite.h"

namespace depesche {
namespace {

constexpr std::size_t most_mentions = 50;  // of one value

}  // namespace

std::uint32_t ClaimBook::index_of(const Claim& claim) {
    const auto [at, fresh] = known_.emplace(std::pair(claim.report, claim.span), static_cast<std::uint32_t>(claims_.size()));
    if (fresh) claims_.push_back(claim);
    return at->second;
}

void ClaimBook::add_difference(const Claim& left, const Claim& right, Trust trust, const std::string& about) {
    differences_.push_back({index_of(left), index_of(right), trust, about});
}

void ClaimBook::add_agreement(const Claim& left, const Claim& right) { agreements_.emplace_back(index_of(left), index_of(right)); }

Difference ClaimBook::make(const StoryText& text, std::vector<std::uint32_t> claims, const std::string& about) const {
    std::ranges::sort(claims, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(claims_[a].report, claims_[a].span) < std::pair(claims_[b].report, claims_[b].span);
    });
    Difference difference{kind_, about, {}};
    std::map<std::string, std::size_t> values;
    for (const std::uint32_t c : claims) {
        const Claim& claim = claims_[c];
        const auto [at, fresh] = values.emplace(claim.key, difference.values.size());
        if (fresh) difference.values.push_back({claim.label, {}});
        std::vector<Mention>& mentions = difference.values[at->second].mentions;
        if (mentions.size() < most_mentions) mentions.push_back(cite(text.reports()[claim.report], claim.span));
    }
    return difference;
}

void ClaimBook::write(const StoryText& text, std::vector<Difference>& sure, std::vector<Difference>& unsure) const {
    std::vector<std::uint32_t> parent(claims_.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t i) {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    };
    for (const Pair& pair : differences_) {
        const std::uint32_t a = root(pair.left);
        const std::uint32_t b = root(pair.right);
        parent[std::max(a, b)] = std::min(a, b);
    }
    struct Group {
        std::set<std::uint32_t> claims;
        Trust trust = Trust::none;
        std::string about;
    };
    std::map<std::uint32_t, Group> groups;
    for (const Pair& pair : differences_) {
        Group& group = groups[root(pair.left)];
        group.claims.insert({pair.left, pair.right});
        if (group.about.empty() || pair.trust > group.trust) group.about = pair.about;
        group.trust = std::max(group.trust, pair.trust);
    }
    for (const auto& [left, right] : agreements_) {
        const auto add = [&](std::uint32_t inside, std::uint32_t outside) {
            const auto group = groups.find(root(inside));
            if (group != groups.end() && group->second.claims.contains(inside) && !groups.contains(root(outside)))
                group->second.claims.insert(outside);
        };
        add(left, right);
        add(right, left);
    }
    for (const auto& [key, group] : groups) {
        Difference difference = make(text, {group.claims.begin(), group.claims.end()}, group.about);
        if (difference.values.size() < 2) continue;
        (group.trust == Trust::sure ? sure : unsure).push_back(std::move(difference));
    }
}

}  // namespace depesche
