#include "store/search.h"

#include "store/made_store.h"

namespace depesche {
namespace {

std::string match_of(std::string_view typed) {
    const auto query = parse_search(typed);
    return query ? query->match : "error: " + query.error().reason;
}

TEST(SearchQueryTest, WordsPhrasesBeginsAndFields) {
    EXPECT_EQ(match_of("brücke sperre"), R"({title text} : "brücke" AND {title text} : "sperre")");
    EXPECT_EQ(match_of("\"alte Brücke\" sperr*"), R"({title text} : "alte Brücke" AND {title text} : "sperr"*)");
    EXPECT_EQ(match_of("„alte Brücke“"), R"({title text} : "alte Brücke")");
    EXPECT_EQ(match_of("person:\"Marlene Gröger\" outlet:bote"),
              R"(people : "Marlene Gröger" AND {title text people} : "Marlene Gröger" AND outlet : "bote")");
    const auto dated = parse_search("hafen from:2026-03 to:2026-03-14");
    EXPECT_EQ(dated->from, "2026-03");
    EXPECT_EQ(dated->to, "2026-03-14");
}

TEST(SearchQueryTest, NothingThatIsTypedIsTheIndexsOwnLanguage) {
    EXPECT_EQ(match_of("a AND (b OR NEAR"),
              R"({title text} : "a" AND {title text} : "AND" AND {title text} : "(b" AND {title text} : "OR" AND {title text} : "NEAR")");
    EXPECT_EQ(match_of("title:x"), R"({title text} : "title:x")");
    EXPECT_EQ(match_of("offen \"nicht zu"), R"({title text} : "offen" AND {title text} : "nicht zu")");
}

TEST(SearchQueryTest, WrongUsageIsTold) {
    for (const std::string typed : {"", "   ", "– * !", "from:2026-03", "person:", "person:\"\" hafen", "hafen from:gestern",
                                    "hafen to:2026-02-31", "hafen from:2026-03-02 to:2026-03-01", "hafen from:2026-03 to:2025"}) {
        const auto query = parse_search(typed);
        ASSERT_FALSE(query) << typed;
        EXPECT_EQ(query.error().problem, Problem::wrong_usage);
    }
}

TEST(SearchQueryTest, FieldsAreNamedInAnyCase) {
    EXPECT_EQ(match_of("Outlet:bote"), R"(outlet : "bote")");
    EXPECT_EQ(parse_search("hafen FROM:2026-03")->from, "2026-03");
}

TEST(SearchQueryTest, WhatLooksLikeAFieldAndIsNoneIsNamed) {
    EXPECT_EQ(parse_search("author:gröger hafen")->unknown_field, "author");
    for (const char* typed : {"outlet:bote", "https://bote.example/", "12:30", "\"title:x\"", "hafen"})
        EXPECT_EQ(parse_search(typed)->unknown_field, "") << typed;
}

TEST(SearchQueryTest, AWordSaidTwiceIsAskedForOnce) { EXPECT_EQ(match_of("hafen hafen \"hafen\""), match_of("hafen")); }

TEST(SearchQueryTest, TooManyWordsAreRefused) {
    std::string typed;
    for (std::size_t i = 0; i < most_search_terms; ++i) typed += fmt::format("w{} ", i);
    EXPECT_TRUE(parse_search(typed));
    EXPECT_EQ(parse_search(typed + "zuviel").error().problem, Problem::wrong_usage);
}

TEST(BestPassage, IsWhereMostHitsAre) {
    const MarkedText text = read_marks(
        "Der \x02"
        "Hafen\x03 liegt im Norden und ist sehr alt und sehr schön.\nDie \x02"
        "Brücke\x03 zum \x02"
        "Hafen\x03 ist zu.");
    ASSERT_EQ(text.hits.size(), 3U);
    const Span passage = best_passage(text, 60);
    EXPECT_EQ(text.text.substr(passage.begin, passage.size()), "Die Brücke zum Hafen ist zu.");
    EXPECT_TRUE(best_passage({"ohne", {}}, 60).empty());
}

TEST(BestPassage, HoldsWithAnyText) {
    for (const std::size_t width : {1U, 10U, 240U}) {
        for (const std::string& text : {std::string("\x02x\x03"), "\x02" + std::string(5000, 'x') + "\x03",
                                        std::string(3000, 'x') + " \x02y\x03", std::string("\n\n\x02y\x03\n")}) {
            const MarkedText marked = read_marks(text);
            const Span passage = best_passage(marked, width);
            EXPECT_LE(passage.end, marked.text.size());
            EXPECT_TRUE(passage.contains(marked.hits[0]));
        }
    }
}

class SearchTest : public StoreTest {
protected:
    SearchTest() : database_(open()) {
        PageBytes other = made_page("muell.txt", "Müllabfuhr in der Großen Straße fällt aus", 20);
        other.outlet = "Straßenbote";
        other.bytes +=
            "\nDie Fahrer der Müllabfuhr streiken, teilte Sprecher Jörg Wäßle in Seltstadt mit. Das werde noch mindestens bis Freitag so "
            "bleiben, "
            "hieß es weiter aus dem Rathaus der Stadt.\n";
        fill(database_,
             {made_page("bruecke.txt", "Brücke über die Selt gesperrt", 14), made_page("hafen.txt", "Hafen wieder offen", 15), other},
             true);
    }
    // Titles found, best first.
    [[nodiscard]] std::vector<std::string> found(std::string_view typed, const StoreFilter& filter = {}) const {
        const auto query = parse_search(typed);
        EXPECT_TRUE(query) << typed;
        const auto hits = search_store(database_, *query, filter, stages().articles());
        EXPECT_TRUE(hits) << typed << ": " << hits.error().reason;
        std::vector<std::string> titles;
        for (const SearchHit& hit : *hits) titles.push_back(hit.piece.title);
        return titles;
    }
    const std::vector<std::string> bridge_{"Brücke über die Selt gesperrt"};
    const std::vector<std::string> rubbish_{"Müllabfuhr in der Großen Straße fällt aus"};
    Database database_;
};

TEST_F(SearchTest, UmlautsAsPeopleTypeThem) {
    for (const char* typed : {"Brücke", "bruecke", "BRUCKE", "brück*", "bruec*", "\"brucke uber die\""})
        EXPECT_EQ(found(typed), bridge_) << typed;
    for (const char* typed : {"straße", "strasse", "STRASSE müllabfuhr", "muellabfuhr", "mullabfuhr", "faellt"})
        EXPECT_EQ(found(typed), rubbish_) << typed;
}

TEST_F(SearchTest, PhrasesFieldsAndDates) {
    EXPECT_TRUE(found("\"gesperrt Brücke\"").empty());
    EXPECT_EQ(found("seltstadt").size(), 3U);
    EXPECT_EQ(found("seltstadt from:2026-03-20"), rubbish_);
    EXPECT_EQ(found("seltstadt to:2026-03-14"), bridge_);
    EXPECT_EQ(found("seltstadt from:2026-03 to:2026-03").size(), 3U);
    EXPECT_EQ(found("outlet:strassenbote"), rubbish_);
    EXPECT_EQ(found("person:wäßle"), rubbish_);
    EXPECT_EQ(found("person:\"marlene groeger\"").size(), 3U);
    EXPECT_TRUE(found("person:seltstadt").empty());
    EXPECT_EQ(found("seltstadt", {"", "", "STRAẞENBOTE", "", 0}), rubbish_);
    EXPECT_EQ(found("seltstadt", {"", "", "", "", 2}).size(), 2U);
}

TEST_F(SearchTest, HitsLeadBackToTheStoredBytes) {
    const auto hits = search_store(database_, *parse_search("muellabfuhr streiken"), {}, stages().articles());
    ASSERT_EQ(hits->size(), 1U);
    const SearchHit& hit = hits->front();
    ASSERT_FALSE(hit.text_bytes.empty());
    ASSERT_EQ(hit.text_bytes.size(), hit.text.hits.size());
    const auto page = load_page(database_, hit.piece.row);
    for (std::size_t i = 0; i < hit.text_bytes.size(); ++i) {
        const Span bytes = hit.text_bytes[i];
        EXPECT_EQ(page->bytes.substr(bytes.begin, bytes.size()), hit.text.text.substr(hit.text.hits[i].begin, hit.text.hits[i].size()));
    }
}

TEST_F(SearchTest, ThePersonAskedForIsMarkedInTheText) {
    const auto hits = search_store(database_, *parse_search("person:wäßle"), {}, stages().articles());
    ASSERT_EQ(hits->size(), 1U);
    const MarkedText& text = hits->front().text;
    ASSERT_FALSE(text.hits.empty());
    EXPECT_EQ(text.text.substr(text.hits[0].begin, text.hits[0].size()), "Wäßle");
    EXPECT_EQ(hits->front().text_bytes.size(), text.hits.size());
}

TEST_F(SearchTest, AnythingCanBeTyped) {
    for (const char* typed : {"\"", "a\"b", "^x", "-hafen", "hafen*brücke", "{title}", ":", "x:y:z", "\xFF\xFE hafen", "NEAR(a b)"}) {
        const auto query = parse_search(typed);
        if (!query) continue;
        EXPECT_TRUE(search_store(database_, *query, {}, stages().articles())) << typed;
    }
}

}  // namespace
}  // namespace depesche
