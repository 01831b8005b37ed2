#include "origins/fingerprints.h"

#include <algorithm>

namespace depesche {
namespace {

constexpr std::uint64_t hash_mask = (std::uint64_t{1} << 40U) - 1;

std::uint64_t mixed(std::uint64_t h) {
    h ^= h >> 33U;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33U;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33U);
}

std::vector<std::uint64_t> run_hashes(std::span<const ReuseWord> words) {
    std::vector<std::uint64_t> hashes;
    if (words.size() < fingerprint_words) return hashes;
    hashes.reserve(words.size());
    for (std::size_t i = 0; i + fingerprint_words <= words.size(); ++i) {
        std::uint64_t h = 0;
        for (std::size_t k = 0; k < fingerprint_words; ++k) h = h * 0x9E3779B97F4A7C15ULL + words[i + k].kin + 1;
        hashes.push_back(mixed(h) & hash_mask);
    }
    return hashes;
}

}  // namespace

std::vector<Fingerprint> fingerprints_of(std::span<const ReuseWord> words) {
    const std::vector<std::uint64_t> hashes = run_hashes(words);
    std::vector<Fingerprint> kept;
    if (hashes.empty()) return kept;
    const std::size_t window = std::min(fingerprint_window, hashes.size());
    kept.reserve(hashes.size() / 2 + 1);
    std::size_t best = hashes.size();  // none yet
    for (std::size_t begin = 0; begin + window <= hashes.size(); ++begin) {
        const std::size_t last = begin + window - 1;
        const bool stays = best != hashes.size() && best >= begin;
        if (stays && hashes[last] >= hashes[best]) continue;
        if (stays) {
            best = last;
        } else {
            best = begin;
            for (std::size_t i = begin + 1; i <= last; ++i) {
                if (hashes[i] <= hashes[best]) best = i;
            }
        }
        kept.push_back({hashes[best], static_cast<std::uint32_t>(best)});
    }
    return kept;
}

Sketch sketch_of(std::span<const Fingerprint> fingerprints) {
    Sketch sketch;
    sketch.fill(0xFFFF);
    for (const Fingerprint& f : fingerprints) {
        std::uint16_t& bin = sketch[f.hash % sketch.size()];
        bin = std::min(bin, static_cast<std::uint16_t>(f.hash >> 24U));
    }
    return sketch;
}

int equal_bins(const Sketch& left, const Sketch& right) {
    int equal = 0;
    for (std::size_t i = 0; i < left.size(); ++i) equal += left[i] == right[i] && left[i] != 0xFFFF ? 1 : 0;
    return equal;
}

}  // namespace depesche
