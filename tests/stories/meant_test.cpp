// What a piece's vector is made from, and what it does to the judging of a pair.
#include <gtest/gtest.h>

#include "stories/explain.h"
#include "stories/grouping.h"

namespace depesche {
namespace {

// Vectors that say which text they were asked for: its length in the first number.
class LengthMeaning final : public Meaning {
public:
    std::vector<MeaningVector> of(std::span<const std::string> texts, unsigned /*threads*/) const override {
        std::vector<MeaningVector> vectors(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) vectors[i].scale = static_cast<float>(texts[i].size());
        return vectors;
    }
};

std::shared_ptr<const MeaningVector> direction(std::size_t axis) {
    std::array<float, meaning_size> numbers{};
    numbers.at(axis) = 1;
    return std::make_shared<const MeaningVector>(pack_meaning(numbers));
}

Piece piece(std::string id, std::string title, std::string teaser) {
    Piece made;
    made.id = std::move(id);
    made.title = std::move(title);
    made.teaser = std::move(teaser);
    made.language = "de";
    made.first_seen = parse_iso("2026-01-02T08:00:00Z");
    return made;
}

TEST(Meant, IsHeadlineAndBeginOfTheLead) {
    EXPECT_EQ(meant_text(piece("a", "Titel", "")), "Titel");
    EXPECT_EQ(meant_text(piece("a", "Titel", "Mehr")), "Titel. Mehr");
    Piece article = piece("a", "Titel", "");
    article.text.push_back('x');
    for (int i = 0; i < 500; ++i) article.text += "ä";
    EXPECT_EQ(meant_text(article).size(), 7U + 399U);  // 400 would be within a letter
}

TEST(Meant, PiecesKeepTheMeaningTheyHave) {
    std::vector<Piece> pieces = {piece("a", "Titel", ""), piece("b", "Zwei", "")};
    pieces[0].meaning = direction(3);
    add_meaning(pieces, LengthMeaning(), 1);
    EXPECT_EQ(*pieces[0].meaning, *direction(3));
    EXPECT_EQ(pieces[1].meaning->scale, 4);
}

TEST(Meant, ClosenessSpeaksForOneHappening) {
    const Languages languages;
    std::vector<Piece> pieces = {piece("a", "Brand in Lagerhalle in Ostheim", "Die Feuerwehr ist mit vielen Kräften im Einsatz."),
                                 piece("b", "Feuer zerstört Lagerhalle am Hafen", "In Ostheim stieg dichter Rauch auf.")};
    pieces[0].meaning = direction(0);
    pieces[1].meaning = direction(0);
    const auto close = explain(pieces, 0, 1, languages, 1);
    pieces[1].meaning = direction(1);
    const auto far = explain(pieces, 0, 1, languages, 1);
    ASSERT_TRUE(close && far && close->candidates && far->candidates);
    EXPECT_GT(close->alone, far->alone + 0.1F);
}

}  // namespace
}  // namespace depesche
