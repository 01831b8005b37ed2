#include "store/people_list.h"

#include "store/made_store.h"

namespace depesche {
namespace {

class PeopleListTest : public StoreTest {
protected:
    PeopleListTest() : database_(open()) {
        fill(database_, {made_page("a.txt", "Kran stürzt auf Bahngleis"), made_page("b.txt", "Bibliothek öffnet am Sonntag", 20)}, true);
        EXPECT_TRUE(update_stories(database_, stages().languages(), 1));
    }
    [[nodiscard]] std::vector<std::string> names(std::string_view typed) const {
        std::vector<std::string> all;
        const auto people = people_named(database_, typed, 10);
        EXPECT_TRUE(people) << people.error().reason;
        for (const ListedPerson& person : *people) all.push_back(person.name);
        return all;
    }
    Database database_;
};

TEST_F(PeopleListTest, FindsANameByTheBeginOfItsWordsInAnySpelling) {
    const std::vector<std::string> found = {"Marlene Gröger"};
    for (const char* typed : {"", "Gr", "marl", "GROEGER", "gro", "Gröger Mar"}) EXPECT_EQ(names(typed), found) << typed;
    EXPECT_EQ(people_named(database_, "", 10)->at(0).pages, 2U);
    EXPECT_TRUE(names("Brandt").empty());
}

TEST_F(PeopleListTest, WhatIsTypedIsNoLanguageOfTheIndex) {
    for (const char* typed : {"\"", "*", "a OR b", "people:", "(", "NEAR(a b)", "-", "'; DROP TABLE pieces", "^x"})
        static_cast<void>(names(typed));
    EXPECT_EQ(names("Gröger").size(), 1U);
}

TEST_F(PeopleListTest, StoriesAreFoundByAllWordsOfANameInARow) {
    EXPECT_EQ(stories_naming(database_, "Marlene Gröger")->size(), 2U);
    EXPECT_EQ(stories_naming(database_, "gröger")->size(), 2U);
    EXPECT_TRUE(stories_naming(database_, "Gröger Marlene")->empty());
    EXPECT_TRUE(stories_naming(database_, "\"")->empty());
}

}  // namespace
}  // namespace depesche
