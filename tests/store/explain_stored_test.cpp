#include "store/explain_stored.h"

#include "store/corrections.h"
#include "store/made_store.h"

namespace depesche {
namespace {

class ExplainStoredTest : public StoreTest {
protected:
    ExplainStoredTest() : database_(open()) {
        fill(database_,
             {page("a.txt", "Brücke über die Selt nach Sturm gesperrt", 14, 'a'),
              page("b.txt", "Sturm: Brücke über die Selt gesperrt", 14, 'b'), page("c.txt", "Haushalt im Rat beschlossen", 14, 'c')});
    }
    static PageBytes page(const std::string& name, const std::string& title, int day, char outlet) {
        PageBytes page = made_page(name, title, day);
        page.outlet = std::string("Blatt ") + outlet;
        page.url = "https://" + std::string(1, outlet) + ".example/" + name;
        return page;
    }
    [[nodiscard]] std::string hash_of(const std::string& path) const {
        auto statement = database_.prepare("SELECT sha256 FROM pages JOIN places ON page = id WHERE path = ?");
        EXPECT_TRUE(*statement->with(path).step());
        return std::string(statement->text(0));
    }
    [[nodiscard]] Result<StoredExplanation> explained(const std::string& a, const std::string& b) const {
        EXPECT_TRUE(update_stories(database_, stages().languages(), 1));
        return explain_stored(database_, hash_of(a), hash_of(b), stages().languages(), 1);
    }
    Database database_;
};

TEST_F(ExplainStoredTest, SaysWhatTheStoreSaysAndWhy) {
    const auto together = explained("a.txt", "b.txt");
    ASSERT_TRUE(together);
    EXPECT_TRUE(together->reasons.one_story);
    EXPECT_FALSE(together->reasons.reasons.empty());
    EXPECT_EQ(together->pieces[0].id, hash_of("a.txt"));
    for (const std::uint32_t witness : together->reasons.witnesses) EXPECT_LT(witness, together->pieces.size());
}

TEST_F(ExplainStoredTest, ACorrectionIsNamed) {
    ASSERT_TRUE(explained("a.txt", "b.txt"));
    ASSERT_TRUE(add_correction(database_, {0, CorrectionKind::move, hash_of("a.txt"), "", {}, {}}));
    const auto apart = explained("a.txt", "b.txt");
    EXPECT_FALSE(apart->reasons.one_story);
    EXPECT_TRUE(apart->corrected);
    EXPECT_FALSE(apart->joined);
}

TEST_F(ExplainStoredTest, AStreamOfManyDaysIsLookedAtAroundTheTwo) {
    std::vector<PageBytes> many;
    for (int i = 0; i < 310; ++i)
        many.push_back(
            page(fmt::format("{}.txt", i), fmt::format("Meldung {} aus Halle {}", i * 7, i), 1 + i % 28, static_cast<char>('d' + i % 20)));
    fill(database_, many);
    const auto together = explained("a.txt", "b.txt");
    ASSERT_TRUE(together);
    EXPECT_TRUE(together->reasons.candidates);
    const auto far = explained("a.txt", "0.txt");  // the first day of the month
    ASSERT_TRUE(far);
    EXPECT_FALSE(far->reasons.candidates);
}

TEST_F(ExplainStoredTest, OnePieceOrNoneIsRefused) {
    EXPECT_EQ(explained("a.txt", "a.txt").error().problem, Problem::wrong_usage);
    EXPECT_EQ(explain_stored(database_, hash_of("a.txt"), std::string(64, '0'), stages().languages(), 1).error().problem,
              Problem::not_found);
}

}  // namespace
}  // namespace depesche
