// The fast ways of the name model against plain ones, on seeded random input and on text.
#include "marks/name_scorer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "language/embedded.h"
#include "language/language.h"
#include "marks/name_hash.h"

namespace depesche {
namespace {

constexpr std::uint32_t rows = 997;

std::uint16_t check_of(std::uint64_t feature) { return static_cast<std::uint16_t>((feature >> 48U) == 0 ? 1 : feature >> 48U); }

// A table filled to nine tenths, so that searches are long and run over its end.
struct MadeModel {
    std::vector<std::uint64_t> features;
    std::vector<std::uint16_t> checks = std::vector<std::uint16_t>(rows, 0);
    std::vector<signed char> weights = std::vector<signed char>(rows * label_count, 0);
    std::string bytes = "DNM3";

    explicit MadeModel(std::mt19937_64& random) {
        while (features.size() < rows * 9 / 10) {
            const std::uint64_t feature = random();
            std::uint64_t slot = ((feature & 0xFFFFFFFFU) * rows) >> 32U;
            while (checks[slot] != 0) slot = (slot + 1) % rows;
            checks[slot] = check_of(feature);
            for (std::size_t l = 0; l < label_count; ++l) weights[slot * label_count + l] = static_cast<signed char>(random() % 255 - 127);
            features.push_back(feature);
        }
        const float scale = 1;
        const TransitionWeights transitions{};
        const auto append = [&](const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); };
        append(&rows, sizeof rows);
        append(&scale, sizeof scale);
        append(transitions.data(), sizeof transitions);
        append(checks.data(), 2 * checks.size());
        append(weights.data(), weights.size());
    }

    [[nodiscard]] LabelSums plain(const std::vector<std::uint64_t>& wanted) const {
        LabelSums sums{};
        for (const std::uint64_t feature : wanted) {
            std::uint64_t slot = ((feature & 0xFFFFFFFFU) * rows) >> 32U;
            for (int probe = 0; probe < 64 && checks[slot] != 0; ++probe, slot = (slot + 1) % rows) {
                if (checks[slot] != check_of(feature)) continue;
                for (std::size_t l = 0; l < label_count; ++l) sums[l] += weights[slot * label_count + l];
                break;
            }
        }
        return sums;
    }
};

TEST(NameScorer, SumsOfWeightsAreThoseOfAPlainSearch) {
    std::mt19937_64 random(7);
    const MadeModel made(random);
    const NameModel model(made.bytes);
    ASSERT_FALSE(model.empty());
    for (int round = 0; round < 300; ++round) {
        std::vector<std::uint64_t> features(random() % 200);
        for (std::uint64_t& feature : features) feature = random() % 2 == 0 ? random() : made.features[random() % made.features.size()];
        EXPECT_EQ(model.sums(features), made.plain(features));
    }
}

TEST(NameScorer, RememberedWordsScoreAsWordsSeenForTheFirstTime) {
    const Languages languages;
    const NameLexicon lexicon(data_bytes("names/de.words"));
    const NameModel model(data_bytes("names/de.model"));
    ASSERT_FALSE(model.empty());
    const std::string text =
        "Die Hafenmeisterin Jella Tammen sprach am Montag in Ossenfleth mit Tammen-Vertrauten. Jella Tammen! Der Ossenflether Rat und die "
        "Nordsee-Reederei AG stritten mit der Nordsee-Reederei AG um Ossenfleth, sagte Tammens Sprecher Onno Krey. A. B. C";
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = tokenize(text, std::span(&all, 1), languages.fallback());
    NameMemory memory;
    NameScorer scorer(lexicon, model, memory);
    for (int round = 0; round < 2; ++round) {
        for (const Sentence& sentence : tokens.sentences) {
            const auto words = name_words(text, tokens.words_of(sentence), lexicon);
            scorer.read(text, tokens.words_of(sentence));
            const std::size_t first = words.size() / 3;  // a stretch begins anywhere in its sentence
            const auto scores = scorer.scores(first, words.size());
            for (std::size_t i = 0; i < words.size(); ++i) {
                std::vector<std::uint64_t> features;
                append_features(text, words, i, features);
                EXPECT_EQ(scorer.words()[i].lead, words[i].lead);
                if (i < first) continue;
                EXPECT_EQ(scores[i - first], model.scores(features)) << text.substr(words[i].begin, words[i].end - words[i].begin);
            }
        }
    }
}

TEST(NameScorer, AMemoryOfManyWordsForgetsThemBetweenSentences) {
    const NameLexicon lexicon;
    NameMemory memory;
    for (int i = 0; i < 40000; ++i) {
        const std::string word = "Wort" + std::to_string(i);
        EXPECT_EQ(memory.word(memory.find(word, lexicon)).word, hash_word(word));
    }
    memory.shrink();
    EXPECT_EQ(memory.find("Wort39999", lexicon), NameMemory::outside + 1);
}

}  // namespace
}  // namespace depesche
