// Viterbi and forward-backward against all sequences of labels, on a small made-up model.
#include "marks/name_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <string>

namespace depesche {
namespace {

std::string model_bytes(std::mt19937& random) {
    std::string bytes = "DNM3";
    const std::uint32_t rows = 1;
    const float scale = 1;
    bytes.append(reinterpret_cast<const char*>(&rows), 4);
    bytes.append(reinterpret_cast<const char*>(&scale), 4);
    for (std::size_t i = 0; i < label_count * label_count; ++i) {
        const float weight = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
        bytes.append(reinterpret_cast<const char*>(&weight), 4);
    }
    return bytes + std::string(11, '\0');
}

struct Slow {
    double best = -1e9, total = 0;
    std::vector<std::size_t> path;
    std::vector<LabelScores> mass;  // of each label at each word

    Slow(const NameModel& model, const std::vector<LabelScores>& emissions) : mass(emissions.size()) {
        std::vector<std::size_t> labels(emissions.size());
        walk(model, emissions, labels, 0, 0);
    }
    void walk(const NameModel& model, const std::vector<LabelScores>& emissions, std::vector<std::size_t>& labels, std::size_t i,
              double score) {
        if (i == labels.size()) {
            score += static_cast<double>(model.transition(labels.back(), 0));
            if (score > best) {
                best = score;
                path = labels;
            }
            total += std::exp(score);
            for (std::size_t k = 0; k < labels.size(); ++k) mass[k][labels[k]] += static_cast<float>(std::exp(score));
            return;
        }
        const std::size_t before = i == 0 ? 0 : labels[i - 1];
        for (std::size_t l = 0; l < label_count; ++l) {
            if (!may_follow(before, l)) continue;
            labels[i] = l;
            walk(model, emissions, labels, i + 1, score + static_cast<double>(model.transition(before, l) + emissions[i][l]));
        }
    }
};

TEST(NameModel, BestLabelsAreTheBestOfAllSequences) {
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        const std::string bytes = model_bytes(random);
        const NameModel model(bytes);
        ASSERT_FALSE(model.empty());
        std::vector<LabelScores> emissions(1 + random() % 4);
        for (LabelScores& scores : emissions) {
            for (float& s : scores) s = static_cast<float>(random() % 4001) / 1000.0F - 2.0F;
        }
        const Slow slow(model, emissions);
        const std::vector<Labelled> fast = best_labels(model, emissions);
        for (std::size_t i = 0; i < emissions.size(); ++i) {
            EXPECT_EQ(static_cast<std::size_t>(fast[i].label), slow.path[i]);
            if (slow.path[i] == 0) continue;  // nobody asks how sure it is that a word is no name
            EXPECT_NEAR(static_cast<double>(fast[i].confidence), static_cast<double>(slow.mass[i][slow.path[i]]) / slow.total, 1e-3);
        }
    }
}

TEST(NameModel, BrokenBytesAreAnEmptyModel) {
    EXPECT_TRUE(NameModel("").empty());
    EXPECT_TRUE(NameModel("DNM3").empty());
    EXPECT_TRUE(NameModel(std::string(500, 'x')).empty());
}

}  // namespace
}  // namespace depesche
