// The scores of the name model for the words of a text, each word's own share worked out once.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/tokens.h"
#include "marks/name_features.h"
#include "marks/name_model.h"

namespace depesche {

// What is known of the words met so far: a NameWord each and the sums of weights it gives at each place. All of it follows from the word
// alone, so what was met before changes no result. Not thread-safe: one for each thread at work.
class NameMemory {
public:
    using WordSums = std::array<std::int16_t, label_count>;  // a word has at most some fifty features at one place, of weights below 128
    struct Entry {
        std::string text;
        NameWord word;
        std::array<WordSums, static_cast<std::size_t>(WordPlace::count)> sums{};
        std::uint8_t known = 0;  // which of the sums are worked out, a bit each
    };

    NameMemory();

    // The entry of a word; stays where it is until the memory is emptied.
    [[nodiscard]] std::uint32_t find(std::string_view word, const NameLexicon& lexicon);
    [[nodiscard]] const NameWord& word(std::uint32_t entry) const { return entries_[entry].word; }
    [[nodiscard]] const WordSums& sums(std::uint32_t entry, WordPlace place, const NameModel& model);

    // Forgets all words when there are more than most_words. Entries are then void.
    void shrink();

    static constexpr std::uint32_t outside = 0;  // the entry of no_word()

private:
    void grow();
    void clear();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  // entry + 1, 0 when free; by the word's hash
    FeatureLists scratch_;
};

// Memories that threads at work borrow.
class NameMemories {
public:
    [[nodiscard]] std::unique_ptr<NameMemory> take();
    void give_back(std::unique_ptr<NameMemory> memory);

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<NameMemory>> free_;
};

// One sentence under the model. The plain way, which it must agree with, is NameModel::scores over append_features.
class NameScorer {
public:
    NameScorer(const NameLexicon& lexicon, const NameModel& model, NameMemory& memory)
        : lexicon_(lexicon), model_(model), memory_(memory) {}

    // Sets the sentence at hand.
    void read(std::string_view text, std::span<const Word> words);
    [[nodiscard]] std::span<const NameWord> words() const { return words_; }
    // The scores of words()[first] to words()[last - 1]; good until the next call.
    [[nodiscard]] std::span<const LabelScores> scores(std::size_t first, std::size_t last);

private:
    [[nodiscard]] std::uint32_t entry(std::size_t i, int by) const;
    void add_single_words(std::size_t i, LabelSums& sums);

    const NameLexicon& lexicon_;
    const NameModel& model_;
    NameMemory& memory_;
    std::vector<NameWord> words_;
    std::vector<std::uint32_t> entries_;
    FeatureLists joint_;
    std::vector<LabelSums> sums_;
    std::vector<LabelScores> scores_;
};

}  // namespace depesche
