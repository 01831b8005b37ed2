// The index from fingerprints to the articles that have them. It grows with the pile.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace depesche {

// What reuse asks of an index; implemented in memory here, and by a store.
class FingerprintIndex {
public:
    virtual ~FingerprintIndex() = default;

    // Adds an article's fingerprints (40-bit hashes; the same one twice counts once). Articles are numbered below 2^24,
    // and no article is added twice.
    virtual void add(std::uint32_t article, std::span<const std::uint64_t> hashes) = 0;

    // Appends articles that have the fingerprint, ascending: all, or when there are more than `limit` the first and the last
    // limit/2 each. Returns how many there are. Safe for several threads as long as nobody adds.
    virtual std::size_t find(std::uint64_t hash, std::size_t limit, std::vector<std::uint32_t>& articles) const = 0;
};

// Sorted runs of (hash, article) in one 64-bit number each, merged as they grow, like a log-structured merge tree (O'Neil and
// others 1996): 8 bytes an entry, and an entry is moved O(log n) times while the pile grows. A directory over the hashes'
// leading bits, which are spread evenly, finds an entry in constant time.
class MemoryFingerprintIndex final : public FingerprintIndex {
public:
    void add(std::uint32_t article, std::span<const std::uint64_t> hashes) override;
    std::size_t find(std::uint64_t hash, std::size_t limit, std::vector<std::uint32_t>& articles) const override;

    // Sorts what was added since; find() sees only what was settled. Called after a batch.
    void settle();

    void reserve(std::size_t entries) { pending_.reserve(entries); }
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Run {
        std::vector<std::uint64_t> entries;    // hash << 24 | article, ascending
        std::vector<std::uint32_t> directory;  // first entry of each leading-bits value; one more at the end
        unsigned shift = 64;
    };
    static void make_directory(Run& run);
    static std::pair<std::size_t, std::size_t> range(const Run& run, std::uint64_t hash);

    std::vector<Run> runs_;  // largest first
    std::vector<std::uint64_t> pending_;
};

}  // namespace depesche
