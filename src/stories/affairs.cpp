#include "stories/affairs.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace depesche {
namespace {

constexpr std::size_t least_stories = 3;
constexpr std::size_t least_outlets = 3;
constexpr double least_day = 1000;        // pieces: on a smaller day a word counts as if the day had so many
constexpr double capital_share = 0.7;     // of the pieces with the word: else it is no noun or name
constexpr double words_a_piece = 11;      // of headline and lead, that are no stop words
constexpr double least_frequency = 1e-5;  // pieces with a word that German at large does not know
constexpr std::size_t most_keys = 500;    // of a day, the most likely ones
constexpr double general_words = 1e8;     // that KeyTerm::general counts among

// A word in a piece.
struct Use {
    KeyTerm key;
    std::uint32_t piece = 0;
    bool title = false;
    bool capital = false;
};

std::vector<Use> uses_of(std::span<const AffairPiece> day) {
    std::vector<Use> uses;
    for (std::uint32_t i = 0; i < day.size(); ++i) {
        for (const KeyWord& word : *day[i].keys) uses.push_back({word.key, i, word.title, word.capital});
    }
    std::ranges::sort(uses,
                      [](const Use& a, const Use& b) { return a.key.term != b.key.term ? a.key.term < b.key.term : a.piece < b.piece; });
    return uses;
}

// How many pieces each story has, by story.
class StorySizes {
public:
    explicit StorySizes(std::span<const AffairPiece> day) {
        for (const AffairPiece& piece : day) stories_.push_back(piece.story);
        std::ranges::sort(stories_);
    }
    [[nodiscard]] std::size_t of(std::uint32_t story) const {
        const auto [begin, end] = std::equal_range(stories_.begin(), stories_.end(), story);  // Clang 14 lacks that of std::ranges
        return static_cast<std::size_t>(end - begin);
    }

private:
    std::vector<std::uint32_t> stories_;
};

double burst_of(std::span<const Use> uses, std::size_t day) {
    const double here = static_cast<double>(uses.size()) / std::max(least_day, static_cast<double>(day));
    return std::log(here / (words_a_piece * uses.front().key.general / general_words + least_frequency));
}

// A word that one outlet has more often than all others together is a place it lies in, or a label of its own.
bool by_several(std::vector<std::uint32_t>& outlets) {
    std::ranges::sort(outlets);
    std::size_t different = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < outlets.size(); ++different) {
        const std::size_t begin = i;
        while (i < outlets.size() && outlets[i] == outlets[begin]) ++i;
        most = std::max(most, i - begin);
    }
    return different >= least_outlets && 2 * most <= outlets.size();
}

// The stories of one word's uses, those that it stands in at least half of the pieces of.
KeyCandidate candidate_of(std::span<const Use> uses, std::span<const AffairPiece> day, const StorySizes& sizes) {
    struct InStory {
        std::uint32_t story = 0;
        std::uint32_t outlet = 0;
        bool title = false;
    };
    std::vector<InStory> pieces;
    for (const Use& use : uses) pieces.push_back({day[use.piece].story, day[use.piece].outlet, use.title});
    std::ranges::stable_sort(pieces, {}, &InStory::story);
    KeyCandidate found{uses.front().key.term, {}, 0, burst_of(uses, day.size())};
    std::vector<std::uint32_t> outlets;
    for (std::size_t i = 0; i < pieces.size();) {
        const std::size_t begin = i;
        std::size_t titles = 0;
        for (; i < pieces.size() && pieces[i].story == pieces[begin].story; ++i) titles += pieces[i].title ? 1U : 0U;
        const std::size_t size = sizes.of(pieces[begin].story);
        if (2 * (i - begin) < size) continue;
        found.stories.push_back(pieces[begin].story);
        found.headline += static_cast<double>(titles) / static_cast<double>(size);
        for (std::size_t k = begin; k < i; ++k) outlets.push_back(pieces[k].outlet);
    }
    if (found.stories.size() < least_stories || !by_several(outlets)) return {};
    found.headline /= static_cast<double>(found.stories.size());
    return found;
}

bool overlap(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, double share) {
    std::size_t count = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i] == b[k]) ++count;
        if (a[i] <= b[k]) ++i;
        else ++k;
    }
    return count >= 2 && static_cast<double>(count) >= share * static_cast<double>(std::min(a.size(), b.size()));
}

}  // namespace

AffairModel::AffairModel(std::string_view table) {
    for (const Row& row : data_rows(table)) {
        if (row.size() < 2) continue;
        double value = 0;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "intercept") intercept = value;
        if (row[0] == "headline") headline = value;
        if (row[0] == "burst") burst = value;
        if (row[0] == "least") least = value;
        if (row[0] == "overlap") overlap = value;
    }
}

std::vector<KeyCandidate> key_candidates(std::span<const AffairPiece> day) {
    const std::vector<Use> uses = uses_of(day);
    const StorySizes sizes(day);
    std::vector<KeyCandidate> found;
    for (std::size_t i = 0; i < uses.size();) {
        const std::size_t begin = i;
        std::size_t capitals = 0;
        for (; i < uses.size() && uses[i].key.term == uses[begin].key.term; ++i) capitals += uses[i].capital ? 1U : 0U;
        const std::size_t count = i - begin;
        if (count < least_stories || static_cast<double>(capitals) < capital_share * static_cast<double>(count)) continue;
        KeyCandidate candidate = candidate_of(std::span(uses).subspan(begin, count), day, sizes);
        if (!candidate.stories.empty()) found.push_back(std::move(candidate));
    }
    return found;
}

Affairs::Affairs(std::span<const AffairPiece> day, const AffairModel& model) {
    const std::vector<KeyCandidate> candidates = key_candidates(day);
    std::vector<std::uint32_t> numbers;  // of the candidates that are key words
    std::vector<double> probabilities;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        const double odds = model.intercept + model.headline * candidates[i].headline + model.burst * candidates[i].burst;
        probabilities.push_back(1 / (1 + std::exp(-odds)));
        if (probabilities.back() >= model.least) numbers.push_back(i);
    }
    std::ranges::stable_sort(numbers, [&](std::uint32_t a, std::uint32_t b) { return probabilities[a] > probabilities[b]; });
    numbers.resize(std::min(numbers.size(), most_keys));
    std::ranges::sort(numbers);
    for (const std::uint32_t n : numbers) keys_.push_back({candidates[n].term, candidates[n].term, probabilities[n]});
    for (std::size_t a = 0; a < numbers.size(); ++a) {
        for (std::size_t b = a + 1; b < numbers.size(); ++b) {
            if (overlap(candidates[numbers[a]].stories, candidates[numbers[b]].stories, model.overlap))
                join(keys_[a].affair, keys_[b].affair);
        }
    }
}

// Two affairs become one, named by the smaller term.
void Affairs::join(std::uint32_t a, std::uint32_t b) {
    const auto [to, from] = std::minmax({a, b});
    for (Key& key : keys_) {
        if (key.affair == from) key.affair = to;
    }
}

std::uint32_t Affairs::of(std::span<const KeyWord> keys) const {
    std::uint32_t affair = 0;
    double best = 0;
    for (const KeyWord& word : keys) {
        const auto at = std::ranges::lower_bound(keys_, word.key.term, {}, &Key::term);
        if (at == keys_.end() || at->term != word.key.term) continue;
        const double weight = at->probability * (word.title ? 2 : 1);  // in the headline a word says twice as much
        if (weight > best) {
            best = weight;
            affair = at->affair;
        }
    }
    return affair;
}

}  // namespace depesche
