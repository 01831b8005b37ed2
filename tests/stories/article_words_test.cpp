// What of an article is compared: which of its words are names, which of its numbers are figures.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "stories/article_words.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages made;
    return made;
}

struct Read {
    explicit Read(std::string title, std::string text, std::string language = "de") : words(languages()) {
        piece.title = std::move(title);
        piece.text = std::move(text);
        piece.teaser.assign(1, '.');
        piece.language = std::move(language);
        const std::vector<const Piece*> pieces = {&piece};
        const std::vector<ReadPiece> reads = read_pieces(pieces, words, languages(), 1);
        const std::vector<const std::vector<std::uint32_t>*> terms = {&reads[0].terms};
        found = article_words(reads[0].tokens, words, DayCounts(terms, words.background_pieces()), reads[0].day);
    }
    [[nodiscard]] bool names(std::string_view word) {
        const std::uint32_t term = words[words.index_of(word, *languages().find(piece.language))].term;
        return std::ranges::binary_search(found.names, term, {}, &Weighted::term);
    }
    Piece piece;
    WordTable words;
    ArticleWords found;
};

std::size_t common_figures(const Read& left, const Read& right) {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(left.found.figures, right.found.figures, std::back_inserter(both));
    return both.size();
}

TEST(ArticleWords, PeopleAndPlacesAreNamesAndNounsBehindTheirArticleAreNot) {
    Read read("Brand in Hohenlinnich",
              "Gestern sagte Ulf Dressel in Hohenlinnich, der Pfeiler sei alt. Mit Dressel sprach Karaman über Pfeiler.");
    EXPECT_TRUE(read.names("Hohenlinnich"));
    EXPECT_TRUE(read.names("Dressel"));
    EXPECT_TRUE(read.names("Karaman"));
    EXPECT_FALSE(read.names("Pfeiler"));
    EXPECT_FALSE(read.names("Gestern"));
}

TEST(ArticleWords, InEnglishACapitalInsideASentenceMakesAName) {
    Read read("Jet lands at Calderness", "She met Imogen Trask at Calderness. The Trask family was there.", "en");
    EXPECT_TRUE(read.names("Trask") || read.names("Imogen"));
    EXPECT_TRUE(read.names("Calderness"));
    EXPECT_FALSE(read.names("family"));
}

TEST(ArticleWords, CompoundsOfKnownWordsAreNoNames) {
    Read read("Lage in Wettersen", "In Wettersen fehlte Schneekonzert, sagte Thorn.");
    EXPECT_FALSE(read.names("Schneekonzert"));
    EXPECT_TRUE(read.names("Thorn"));
}

TEST(ArticleWords, FiguresAreKnownInEveryWritingAndYearsAreNone) {
    const Read one("Zahlen", "Es kamen 2.814 Gäste und 11 Hunde, wie schon 2019.");
    EXPECT_EQ(common_figures(one, Read("Mehr Zahlen", "Gezählt wurden 2814 Besucher.")), 1U);
    EXPECT_EQ(common_figures(one, Read("Hunde", "Dort bellten 11 Hunde.")), 1U);
    EXPECT_EQ(common_figures(one, Read("Katzen", "Dort schliefen 11 Katzen, im Jahr 2019.")), 0U);
}

TEST(ArticleWords, AnArticleWithoutWordsHasNothing) {
    const Read read("…", "—");
    EXPECT_TRUE(read.found.words.empty());
    EXPECT_TRUE(read.found.names.empty());
    EXPECT_TRUE(read.found.figures.empty());
    EXPECT_TRUE(read.found.phrases.empty());
}

}  // namespace
}  // namespace depesche
