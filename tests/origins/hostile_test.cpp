#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "origins/articles.h"
#include "origins/words.h"

namespace depesche {
namespace {

using test::numbered;
using test::origin_texts;
using test::Piece;

// Far above what these take in a release build on one core (under four seconds each), far below what anything quadratic would.
constexpr auto bound = std::chrono::seconds(300);

template <class Work>
void within_bounds(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    EXPECT_LT(std::chrono::steady_clock::now() - start, bound);
}

TEST(Hostile, TenMegabytesTwiceAreACopyInBoundedTime) {
    std::mt19937 random(21);
    std::string text;
    while (text.size() < 10'000'000) text += test::made_text(random, 40, 4000) + "\n\n";
    const std::vector<Piece> pieces{{"a", "A", "2026-01-01T00:00Z", text}, {"b", "B", "2026-01-02T00:00Z", text}};
    within_bounds([&] {
        const auto origins = origin_ids(find_copies(origin_texts(pieces), Languages(), 1), 2);
        EXPECT_EQ(origins[1], std::vector<std::uint32_t>{0});
    });
}

TEST(Hostile, OneRepeatedSentenceIsReadInBoundedTime) {
    std::string text;
    while (text.size() < 3'000'000) text += "Der Hund des Nachbarn bellt die ganze Nacht vor dem Haus. ";
    const std::vector<Piece> pieces{{"a", "A", "2026-01-01T00:00Z", text}, {"b", "B", "2026-01-02T00:00Z", text}};
    within_bounds([&] {
        const auto origins = origin_ids(find_copies(origin_texts(pieces), Languages(), 1), 2);
        EXPECT_EQ(origins[1], std::vector<std::uint32_t>{0});
    });
}

TEST(Hostile, OneEndlessSentenceAndOneEndlessWordAreReadInBoundedTime) {
    std::mt19937 random(22);
    std::string text;
    while (text.size() < 1'000'000) text += test::made_word(random, 4000) + " ";
    const std::string word(1'000'000, 'a');
    const std::string digits(10'000, '7');
    const std::string marks(100'000, '"');
    const std::string lines(1'000'000, '\n');
    std::vector<Piece> pieces;
    for (const std::string& part : {text, word, digits, marks, lines}) {
        pieces.push_back({numbered("a", static_cast<int>(pieces.size())), "A", "2026-01-01T00:00Z", part});
        pieces.push_back({numbered("b", static_cast<int>(pieces.size())), "B", "2026-01-02T00:00Z", part + " Ende."});
    }
    within_bounds([&] {
        const auto texts = origin_texts(pieces);
        const Lineage lineage = trace_lineage(texts, Languages());
        for (const Copy& copy : lineage.copies) EXPECT_LE(copy.span.end, texts[copy.to].text.size());
        EXPECT_EQ(origin_ids(find_copies(texts, Languages(), 1), texts.size())[1], std::vector<std::uint32_t>{0});
    });
}

TEST(Hostile, AThousandReportsOfOneTextAreOneOrigin) {
    std::mt19937 random(23);
    const std::string text = test::made_text(random, 20, 4000);
    std::vector<Piece> pieces;
    for (int i = 0; i < 1000; ++i)
        pieces.push_back({numbered("p", i), numbered("Blatt ", i % 30), i % 5 == 0 ? "" : "2026-01-01T10:00Z", text});
    within_bounds([&] {
        const auto texts = origin_texts(pieces);
        EXPECT_EQ(trace_lineage(texts, Languages()).origins.size(), 1U);
    });
}

TEST(Hostile, DatesThatContradictTheCopyingAreBelievedAndBrokenBytesDoNoHarm) {
    std::mt19937 random(24);
    const std::string text = test::made_text(random, 12, 4000);
    const std::vector<Piece> pieces{{"whole", "A", "2026-01-05T00:00Z", text + " Dazu kam noch ein Satz aus dem eigenen Haus."},
                                    {"part", "B", "2026-01-01T00:00Z", text.substr(0, text.size() / 2)},
                                    {"broken", "C", "2026-01-06T00:00Z", "\xff\xfe" + text + "\xc3"}};
    const auto origins = origin_ids(find_copies(origin_texts(pieces), Languages(), 1), 3);
    EXPECT_EQ(origins[1], std::vector<std::uint32_t>{1});
    EXPECT_EQ(origins[0], std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace depesche
