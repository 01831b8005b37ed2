// What the neighbours of a pair say about it.
#include <random>

#include <gtest/gtest.h>

#include "stories/company.h"

namespace depesche {
namespace {

float value(const CompanyFeatures& features, CompanyFeature feature) { return features[static_cast<std::size_t>(feature)]; }

TEST(Company, AThirdPieceLikeBothIsAWitness) {
    const std::vector<Link> links = {{10, 11, 0.25F}, {10, 12, 0.75F}, {11, 12, 0.5F}};
    const CompanyFeatures features = Company(10, 3, links).features(links[0]);
    EXPECT_EQ(value(features, CompanyFeature::alone), 0.25F);
    EXPECT_EQ(value(features, CompanyFeature::witness), 0.5F);
    EXPECT_EQ(value(features, CompanyFeature::second_witness), 0.0F);
    EXPECT_EQ(value(features, CompanyFeature::witnesses), 0.375F);
    EXPECT_EQ(value(features, CompanyFeature::company), 0.75F);
    EXPECT_EQ(value(features, CompanyFeature::company_less), 0.5F);
    EXPECT_EQ(value(features, CompanyFeature::nearest), 0.75F);
}

TEST(Company, TwoCirclesWithoutCommonFriendsSpeakAgainst) {
    const std::vector<Link> links = {{0, 1, 0.5F}, {0, 2, 0.5F}, {1, 3, 0.5F}};
    const CompanyFeatures features = Company(0, 4, links).features(links[0]);
    EXPECT_EQ(value(features, CompanyFeature::witness), 0.0F);
    EXPECT_EQ(value(features, CompanyFeature::agreement), 0.0F);
    EXPECT_EQ(value(features, CompanyFeature::shared), 0.0F);
    EXPECT_EQ(value(features, CompanyFeature::company_less), 0.5F);
}

TEST(Company, APairAloneHasNone) {
    const std::vector<Link> links = {{0, 1, 0.5F}};
    const CompanyFeatures features = Company(0, 2, links).features(links[0]);
    EXPECT_EQ(value(features, CompanyFeature::shared), -1.0F);
    EXPECT_EQ(value(features, CompanyFeature::company), 0.0F);
}

// Plainly right: a matrix, and every third piece looked at.
TEST(Company, AgreesWithAPlainMatrixOnRandomGraphs) {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::uint32_t>(2 + random() % 9);
        std::vector<std::vector<float>> matrix(count, std::vector<float>(count, 0));
        std::vector<Link> links;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (random() % 2 == 0) continue;
                const float probability = static_cast<float>(1 + random() % 16) / 16.0F;
                links.push_back({a, b, probability});
                matrix[a][b] = matrix[b][a] = probability;
            }
        }
        const Company company(0, count, links);
        for (const Link& link : links) {
            float witness = 0;
            float products = 0;
            float company_a = 0;
            float nearest_a = 0;
            for (std::uint32_t c = 0; c < count; ++c) {
                if (c == link.first || c == link.second) continue;
                const float a = matrix[link.first][c];
                const float b = matrix[link.second][c];
                witness = std::max(witness, std::min(a, b));
                products += a * b;
                company_a += a;
                nearest_a = std::max(nearest_a, a);
            }
            const CompanyFeatures features = company.features(link);
            EXPECT_EQ(value(features, CompanyFeature::witness), witness);
            EXPECT_EQ(value(features, CompanyFeature::witnesses), products);
            EXPECT_TRUE(value(features, CompanyFeature::company) == company_a ||
                        value(features, CompanyFeature::company_less) == company_a);
            EXPECT_TRUE(value(features, CompanyFeature::nearest) == nearest_a ||
                        value(features, CompanyFeature::nearest_less) == nearest_a);
        }
    }
}

}  // namespace
}  // namespace depesche
