// Dates of single lines, as newsrooms print them.
#include <gtest/gtest.h>

#include "page/line_dates.h"

namespace depesche {
namespace {

class LineDates : public ::testing::Test {
protected:
    std::string read(std::string_view line) const {
        std::string out;
        for (const LineDate& date : reader_.read(line)) {
            if (!out.empty()) out += ' ';
            if (date.kind == LineDate::Kind::published) out += "published:";
            if (date.kind == LineDate::Kind::updated) out += "updated:";
            if (date.value.has_day()) out += to_iso(date.value);
            else out += std::to_string(date.value.hour) + ":" + std::to_string(date.value.minute);
        }
        return out;
    }
    Languages languages_;
    Wording wording_{data_languages()};
    DateReader reader_{languages_, wording_};
};

TEST_F(LineDates, ReadsTheFormsOfGermanDateLines) {
    EXPECT_EQ(read("14.02.2026, 18.55 Uhr"), "2026-02-14T18:55");
    EXPECT_EQ(read("Do 25.04.24 | 14:07 Uhr"), "2024-04-25T14:07");
    EXPECT_EQ(read("06. 01. 2026, 14:59 Uhr"), "2026-01-06T14:59");
    EXPECT_EQ(read("3. November 2026 – 20:15 Uhr"), "2026-11-03T20:15");
    EXPECT_EQ(read("5. März 2025"), "2025-03-05");
    EXPECT_EQ(read("Veröffentlicht am 13. Mai 2026 um 15:44"), "published:2026-05-13T15:44");
    EXPECT_EQ(read("2026-01-27 12:13:17"), "2026-01-27T12:13");
}

TEST_F(LineDates, ReadsEnglishDates) {
    EXPECT_EQ(read("November 05, 2025, 5:09"), "2025-11-05T05:09");
    EXPECT_EQ(read("Updated 7 March 2024 at 09:30"), "updated:2024-03-07T09:30");
}

TEST_F(LineDates, AShortNameOfATimeZoneBelongsToItsClock) {
    const std::string_view line = "Wed 7 Oct 2026 13.30 CEST";
    const auto dates = reader_.read(line);
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(dates[0].span.end, line.size());
    EXPECT_FALSE(dates[0].value.offset_minutes.has_value());
    EXPECT_EQ(reader_.read("7 Oct 2026 13.30 est ouvert")[0].span.end, std::string_view("7 Oct 2026 13.30").size());
}

TEST_F(LineDates, PartsDatesThatRunIntoEachOther) {
    EXPECT_EQ(read("19.06.2024, 12:2819.06.2024, 14:13"), "2024-06-19T12:28 2024-06-19T14:13");
    EXPECT_EQ(read("17.02.2026 06:3017.02.2026 14:52"), "2026-02-17T06:30 2026-02-17T14:52");
}

TEST_F(LineDates, SaysWhichIsAnUpdate) {
    EXPECT_EQ(read("05.11.26, 13:22 Uhr (aktualisiert: 17:05 Uhr)"), "2026-11-05T13:22 updated:17:5");
    EXPECT_EQ(read("Letztes Update: 14.10.2026, 16:20 Uhr"), "updated:2026-10-14T16:20");
}

TEST_F(LineDates, LeavesOutWhatIsNoDate) {
    EXPECT_EQ(read("31.02.2026"), "");
    EXPECT_EQ(read("Die Preise stiegen um 3.11 Prozent"), "");
    EXPECT_EQ(read("7/3/2025"), "");
    EXPECT_EQ(read("Telefon 030 1234567"), "");
    EXPECT_EQ(read(std::string(10000, '1')), "");
}

}  // namespace
}  // namespace depesche
