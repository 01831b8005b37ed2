#include "language/language.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

TEST(Languages, GermanAndEnglishHaveTheirTables) {
    const Languages languages;
    const Language* german = languages.find("de");
    const Language* english = languages.find("en");
    ASSERT_NE(german, nullptr);
    ASSERT_NE(english, nullptr);
    EXPECT_EQ(german->months.at("jänner"), 1);
    EXPECT_EQ(german->weekdays.at("sonnabend"), 5);
    EXPECT_EQ(english->weekdays.at("sunday"), 6);
    EXPECT_EQ(german->numbers.at("zwölf"), 12);
    EXPECT_EQ(languages.find("xx"), nullptr);
    EXPECT_EQ(languages.fallback().code, "de");
}

TEST(Languages, EveryTableIsWellFormed) {
    for (const std::string_view code : data_languages()) {
        const auto rows = data_rows("languages/" + std::string(code) + "/language.tsv");
        EXPECT_FALSE(rows.empty()) << code;
        for (const Row& row : rows) EXPECT_GE(row.size(), 2U) << code;
    }
    EXPECT_TRUE(data_rows("languages/de/no-such-table.tsv").empty());
}

TEST(DetectLanguage, TellsGermanFromEnglish) {
    EXPECT_EQ(detect_language("Die Stadt hat am Montag die Brücke gesperrt, weil ein Kahn sie getroffen hatte."), "de");
    EXPECT_EQ(detect_language("The city closed the bridge on Monday after it had been hit by a barge."), "en");
    EXPECT_EQ(detect_language("1 2 3"), "");
}

TEST(Stemmer, MakesFormsOfOneWordAlike) {
    const Languages languages;
    const Stemmer german(*languages.find("de"));
    EXPECT_EQ(german("Häuser"), german("Hauses"));
    EXPECT_NE(german("Haus"), german("Hose"));
}

}  // namespace
}  // namespace depesche
