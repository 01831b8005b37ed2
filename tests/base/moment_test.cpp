#include "base/moment.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

TEST(Moment, IsoTextGoesThereAndBack) {
    for (const char* text : {"2024", "2024-06", "2024-06-18", "2024-06-18T10:25", "2024-06-18T10:25:03", "2024-06-18T10:25+02:00",
                             "2024-06-18T10:25Z", "2024-02-29", "0001-01-01", "9999-12-31T23:59:59-11:30"}) {
        const auto moment = parse_iso(text);
        ASSERT_TRUE(moment) << text;
        EXPECT_EQ(to_iso(*moment), text);
    }
}

TEST(Moment, OtherWritingsOfTheSameAreRead) {
    EXPECT_EQ(to_iso(*parse_iso("2024-06-18 10:25")), "2024-06-18T10:25");
    EXPECT_EQ(to_iso(*parse_iso("2024-06-18T10:25:03.123456+0200")), "2024-06-18T10:25:03+02:00");
}

TEST(Moment, DatesThatDoNotExistAreNothing) {
    for (const char* text :
         {"", "24", "2024-00", "2024-13", "2024-02-30", "2023-02-29", "2024-06-00", "2024-06-31", "0000", "2024-06-18T25:00",
          "2024-06-18T10:60", "2024-06-18T10", "2024-6-18", "2024-06-18x", "18.06.2024", "2024-06-18T10:25+99:00"}) {
        EXPECT_FALSE(parse_iso(text)) << text;
    }
}

TEST(Moment, WeekdaysCountFromMonday) {
    EXPECT_EQ(weekday_of(*day_of(*parse_iso("2024-06-17"))), 0);
    EXPECT_EQ(weekday_of(*day_of(*parse_iso("2024-06-23"))), 6);
    EXPECT_EQ(weekday_of(*day_of(*parse_iso("1969-12-31"))), 2);
}

TEST(Moment, AMonthHasNoDay) {
    EXPECT_FALSE(day_of(*parse_iso("2024-06")));
    EXPECT_EQ(to_iso(from_day(*day_of(*parse_iso("2024-06-18T10:25")))), "2024-06-18");
}

TEST(Moment, OnlyWhatBothSidesKnowIsCompared) {
    auto order = [](const char* left, const char* right) { return compare_known(*parse_iso(left), *parse_iso(right)); };
    EXPECT_TRUE(order("2024-06-18", "2024-06-19") < 0);
    EXPECT_TRUE(order("2024-06-18", "2024-06") == 0);
    EXPECT_TRUE(order("2024-05", "2024-06") < 0);
    EXPECT_TRUE(order("2024-06-18T10:00", "2024-06-18") == 0);
    EXPECT_TRUE(order("2024-06-18T10:00+02:00", "2024-06-18T09:00Z") < 0);
    EXPECT_TRUE(order("2024-06-18T10:00", "2024-06-18T09:00Z") > 0);
}

}  // namespace
}  // namespace depesche
