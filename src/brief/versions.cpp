#include "brief/versions.h"

#include <algorithm>
#include <tuple>

#include "base/disjoint_sets.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "brief/version_words.h"

namespace depesche {
namespace {

constexpr std::size_t shingle_words = 4;
constexpr std::size_t sketch_size = 16;
constexpr std::size_t least_words = 40;
constexpr std::size_t compared_before = 8;
constexpr double shared_of_shorter = 0.8;
constexpr std::size_t longer_at_most = 2;

// The hashes of all four-word shingles, sorted, each once.
std::vector<std::uint64_t> shingles_of(const VersionInput& input) {
    const std::vector<VersionWord> words = version_words(input);
    std::vector<std::uint64_t> hashes;
    if (words.size() < least_words) return hashes;
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = i; j < i + shingle_words; ++j)
            hash = hash64({reinterpret_cast<const char*>(&words[j].hash), sizeof(std::uint64_t)}, hash);
        hashes.push_back(hash);
    }
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

bool nearly_same(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    const std::size_t longer = std::max(a.size(), b.size());
    if (shorter == 0 || longer > longer_at_most * shorter) return false;
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) ++shared, ++i, ++j;
        else if (a[i] < b[j]) ++i;
        else ++j;
    }
    return static_cast<double>(shared) >= shared_of_shorter * static_cast<double>(shorter);
}

void join_by_address(std::span<const VersionInput> inputs, DisjointSets& sets) {
    std::vector<std::pair<std::string, std::uint32_t>> keys;
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
        if (std::string key = address_key(inputs[i].address); !key.empty()) keys.emplace_back(std::move(key), i);
    }
    std::ranges::sort(keys);
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i].first == keys[i - 1].first) sets.join(keys[i].second, keys[i - 1].second);
    }
}

void join_by_text(std::span<const VersionInput> inputs, DisjointSets& sets) {
    std::vector<std::vector<std::uint64_t>> shingles(inputs.size());
    std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint32_t>> postings;  // outlet, shingle, input
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
        const std::string outlet = fold(inputs[i].outlet);
        if (outlet.empty()) continue;
        shingles[i] = shingles_of(inputs[i]);
        for (std::size_t j = 0; j < std::min(sketch_size, shingles[i].size()); ++j)
            postings.emplace_back(hash64(outlet), shingles[i][j], i);
    }
    std::ranges::sort(postings);
    for (std::size_t i = 1; i < postings.size(); ++i) {
        const auto& [outlet, shingle, input] = postings[i];
        for (std::size_t back = 1; back <= std::min(i, compared_before); ++back) {
            const auto& [other_outlet, other_shingle, other] = postings[i - back];
            if (other_outlet != outlet || other_shingle != shingle) break;
            if (sets.find(other) != sets.find(input) && nearly_same(shingles[other], shingles[input])) sets.join(other, input);
        }
    }
}

// Minutes since 1970 in UTC as far as known; a clock without offset counts as UTC.
std::int64_t minutes_of(const std::optional<Moment>& moment) {
    const auto day = moment ? day_of(*moment) : std::nullopt;
    if (!day) return INT64_MIN;
    const std::int64_t clock = moment->has_clock() ? moment->hour * 60 + std::max(moment->minute, 0) : 0;
    return std::int64_t{day->time_since_epoch().count()} * 24 * 60 + clock - moment->offset_minutes.value_or(0);
}

auto age_key(const VersionInput& input) {
    return std::tuple(std::max(minutes_of(input.published), minutes_of(input.updated)), input.crawled, input.page_id);
}

}  // namespace

std::string address_key(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find('#'));
    if (address.starts_with("www.")) address.remove_prefix(4);
    const std::size_t query = address.find('?');
    std::string_view parameters = query == std::string_view::npos ? std::string_view{} : address.substr(query + 1);
    address = address.substr(0, query);
    while (address.ends_with('/')) address.remove_suffix(1);
    std::string key(address);
    bool own = address.find('/') != std::string_view::npos;
    while (!parameters.empty()) {
        const std::size_t end = std::min(parameters.find('&'), parameters.size());
        const std::string_view one = parameters.substr(0, end);
        const bool counts = one.starts_with("utm_") || one.starts_with("fbclid") || one.starts_with("gclid") || one.starts_with("ref=");
        if (!counts && !one.empty()) {
            key += '&';
            key += one;
            own = true;
        }
        parameters.remove_prefix(std::min(end + 1, parameters.size()));
    }
    return own ? key : std::string();
}

std::vector<std::vector<std::uint32_t>> find_versions(std::span<const VersionInput> inputs) {
    DisjointSets sets(inputs.size());
    join_by_address(inputs, sets);
    join_by_text(inputs, sets);
    std::vector<std::vector<std::uint32_t>> groups;
    std::vector<std::uint32_t> group_of(inputs.size());
    for (std::uint32_t i = 0; i < inputs.size(); ++i) {
        const std::uint32_t first = sets.find(i);
        if (first == i) {
            group_of[i] = static_cast<std::uint32_t>(groups.size());
            groups.emplace_back();
        }
        groups[group_of[first]].push_back(i);
    }
    for (auto& group : groups)
        std::ranges::sort(group, [&](std::uint32_t a, std::uint32_t b) { return age_key(inputs[a]) > age_key(inputs[b]); });
    return groups;
}

}  // namespace depesche
