#include "marks/name_places.h"

#include <gtest/gtest.h>

#include <string>

#include "language/language.h"

namespace depesche {
namespace {

TEST(NamePlaces, CapitalsByTheirGermanName) {
    const auto place = find_place("Pjöngjang");
    ASSERT_TRUE(place);
    EXPECT_EQ(place->country, "KP");
    EXPECT_NEAR(place->latitude, 39.0, 0.2);
    EXPECT_NEAR(place->longitude, 125.75, 0.2);
}

TEST(NamePlaces, OfTwoTheLargerOne) { EXPECT_EQ(find_place("Moskau")->country, "RU"); }

TEST(NamePlaces, ANameOfSeveralPlacesHasNoCoordinates) {
    for (const char* name : {"Halle", "Neustadt", "Kirchdorf", "Valencia", "Georgia"}) EXPECT_FALSE(find_place(name)) << name;
    const auto rothenburg = find_place("Rothenburg");  // two towns of one size in Germany
    ASSERT_TRUE(rothenburg);
    EXPECT_EQ(rothenburg->country, "DE");
    EXPECT_FALSE(rothenburg->located);
}

TEST(NamePlaces, WhatStandsBehindANameSaysWhichPlaceIsMeant) {
    EXPECT_NEAR(find_place("Halle (Saale)")->longitude, 11.98, 0.1);
    EXPECT_NEAR(find_place("Frankfurt (Oder)")->longitude, 14.55, 0.1);
    EXPECT_NEAR(find_place("Frankfurt an der Oder")->longitude, 14.55, 0.1);
    EXPECT_NEAR(find_place("Frankfurt am Main")->longitude, 8.68, 0.1);
    EXPECT_NEAR(find_place("Neustadt an der Weinstraße")->longitude, 8.14, 0.1);
}

TEST(NamePlaces, CountriesByTheirGermanName) { EXPECT_EQ(find_place("Österreich")->country, "AT"); }

TEST(NamePlaces, CountriesAndLandscapesAreWide) {
    for (const char* wide : {"Schweiz", "Graubünden", "Norddeutschland", "Westeuropa", "Ostafrika"})
        EXPECT_TRUE(is_wide_place(wide)) << wide;
    for (const char* narrow : {"", "Elmhafen", "Torsund", "Pjöngjang", "Ossenfleth", "\xFF\xFE"})
        EXPECT_FALSE(is_wide_place(narrow)) << narrow;
}

TEST(NamePlaces, NothingForWhatIsNoPlace) {
    EXPECT_FALSE(find_place(""));
    EXPECT_FALSE(find_place("#"));
    EXPECT_FALSE(find_place("Kremlchef"));
    EXPECT_FALSE(find_place("\xF4\x8F\xBF\xBF"));
}

// The slow twin: the table line by line.
TEST(NamePlaces, EveryLineIsFound) {
    const std::vector<Row> rows = data_rows("names/places.tsv");
    ASSERT_GT(rows.size(), 10000U);
    for (std::size_t i = 0; i < rows.size(); i += 7) {
        const auto place = find_place(rows[i].front());
        ASSERT_TRUE(place) << rows[i].front();
        EXPECT_EQ(place->country, rows[i][1]);
        EXPECT_EQ(place->located, !rows[i].at(2).empty());
    }
}

}  // namespace
}  // namespace depesche
