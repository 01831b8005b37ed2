// A word brings the same features to a sum wherever it stands at the same place: half of all features are of single words, and words come
// again. So their weights are added up once for each word and place, and only features of several words are looked up anew. The sums are of
// whole numbers: the order of adding does not matter. A text of ever new words costs as much as without. Test: NameScorer.
#include "marks/name_scorer.h"

#include <algorithm>

#include "marks/name_hash.h"

namespace depesche {
namespace {

constexpr std::size_t most_words = 32000;  // kept between sentences; some 8 MB, of which the common words stay in the nearer caches
constexpr std::size_t first_slots = 4096;
constexpr std::size_t words_at_once = 32;  // whose joint features, some 25 each, are looked up together

}  // namespace

NameMemory::NameMemory() { clear(); }

void NameMemory::clear() {
    entries_.clear();
    slots_.assign(first_slots, 0);
    entries_.push_back({{}, no_word(), {}, 0});
}

void NameMemory::shrink() {
    if (entries_.size() > most_words) clear();
}

void NameMemory::grow() {
    slots_.assign(slots_.size() * 2, 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t e = 1; e < entries_.size(); ++e) {
        std::size_t slot = entries_[e].word.word & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = e + 1;
    }
}

std::uint32_t NameMemory::find(std::string_view word, const NameLexicon& lexicon) {
    const std::uint64_t hash = hash_word(word);
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
        const Entry& entry = entries_[slots_[slot] - 1];
        if (entry.word.word == hash && entry.text == word) return slots_[slot] - 1;
    }
    const auto added = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({std::string(word), name_word(word, lexicon), {}, 0});
    slots_[slot] = added + 1;
    if (entries_.size() * 2 > slots_.size()) grow();
    return added;
}

const NameMemory::WordSums& NameMemory::sums(std::uint32_t entry, WordPlace place, const NameModel& model) {
    Entry& e = entries_[entry];
    const auto index = static_cast<std::size_t>(place);
    if ((e.known >> index & 1U) == 0) {
        scratch_.clear();
        append_place_features(e.word, e.text, place, scratch_.features);
        scratch_.end_word();
        LabelSums sums{};
        model.add_sums(scratch_, std::span(&sums, 1));
        std::ranges::transform(sums, e.sums[index].begin(), [](std::int32_t sum) { return static_cast<std::int16_t>(sum); });
        e.known = static_cast<std::uint8_t>(e.known | 1U << index);
    }
    return e.sums[index];
}

std::unique_ptr<NameMemory> NameMemories::take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<NameMemory>();
    std::unique_ptr<NameMemory> memory = std::move(free_.back());
    free_.pop_back();
    return memory;
}

void NameMemories::give_back(std::unique_ptr<NameMemory> memory) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(memory));
}

void NameScorer::read(std::string_view text, std::span<const Word> words) {
    memory_.shrink();
    words_.clear();
    entries_.clear();
    for (const Word& word : words) {
        const Span span = name_span(text, word.span);
        entries_.push_back(memory_.find(text.substr(span.begin, span.size()), lexicon_));
        NameWord& w = words_.emplace_back(memory_.word(entries_.back()));
        w.begin = span.begin;
        w.end = span.end;
    }
    mark_leads(words_);
}

std::uint32_t NameScorer::entry(std::size_t i, int by) const {
    const auto at = static_cast<std::ptrdiff_t>(i) + by;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(entries_.size()) ? NameMemory::outside : entries_[static_cast<std::size_t>(at)];
}

std::span<const LabelScores> NameScorer::scores(std::size_t first, std::size_t last) {
    sums_.assign(last - first, {});
    for (std::size_t begin = first; begin < last; begin += words_at_once) {
        const std::size_t end = std::min(last, begin + words_at_once);
        joint_.clear();
        for (std::size_t i = begin; i < end; ++i) {
            append_joint_features(words_, i, joint_.features);
            joint_.end_word();
        }
        model_.add_sums(joint_, std::span(sums_).subspan(begin - first, end - begin));
    }
    scores_.clear();
    for (std::size_t i = first; i < last; ++i) {
        add_single_words(i, sums_[i - first]);
        scores_.push_back(model_.scaled(sums_[i - first]));
    }
    return scores_;
}

void NameScorer::add_single_words(std::size_t i, LabelSums& sums) {
    const auto add = [&](std::uint32_t from, WordPlace place) {
        const NameMemory::WordSums& more = memory_.sums(from, place, model_);
        for (std::size_t l = 0; l < label_count; ++l) sums[l] += more[l];
    };
    add(entries_[i], WordPlace::own);
    add(entries_[i], i == 0 ? WordPlace::opening : WordPlace::inside);
    add(entry(i, -1), WordPlace::before);
    add(entry(i, -2), WordPlace::second_before);
    add(entry(i, 1), WordPlace::behind);
    add(entry(i, 2), WordPlace::second_behind);
}

}  // namespace depesche
