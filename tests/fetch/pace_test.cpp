#include "fetch/pace.h"

#include <string>

#include <gtest/gtest.h>

namespace depesche {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const WatchTime noon = std::chrono::sys_days(std::chrono::year(2026) / 3 / 14) + hours(12);

TEST(Pace, BackOffDoublesUpToAnHour) {
    EXPECT_EQ(back_off(1), seconds(30));
    EXPECT_EQ(back_off(2), seconds(60));
    EXPECT_EQ(back_off(5), seconds(480));
    EXPECT_EQ(back_off(8), hours(1));
    EXPECT_EQ(back_off(1'000'000), hours(1));
    EXPECT_EQ(retry_delay(1), minutes(10));
    EXPECT_EQ(retry_delay(1'000'000), hours(24));
}

TEST(Pace, RetryAfterIsSecondsOrADate) {
    EXPECT_EQ(retry_after("120", noon), seconds(120));
    EXPECT_EQ(retry_after("Sat, 14 Mar 2026 12:05:00 GMT", noon), minutes(5));
    EXPECT_EQ(retry_after("Sat, 14 Mar 2026 11:00:00 GMT", noon), seconds(0));
    EXPECT_EQ(retry_after("Fri, 14 Mar 2036 11:00:00 GMT", noon), hours(24));
    EXPECT_EQ(retry_after("99999999999999999999999", noon), hours(24));
    for (const char* wrong : {"", "-5", "bald", "1.5", "12 s"}) EXPECT_EQ(retry_after(wrong, noon), std::nullopt) << wrong;
}

TEST(Pace, AHostThatFailsIsLeftAloneLongerAndLongerUntilItAnswers) {
    HostPace host;
    host.failed(noon, std::nullopt);
    EXPECT_EQ(host.next, noon + seconds(30));
    host.failed(noon, std::nullopt);
    EXPECT_EQ(host.next, noon + seconds(60));
    host.failed(noon, minutes(30));
    EXPECT_EQ(host.next, noon + minutes(30));
    host.answered(noon, seconds(1));
    EXPECT_EQ(host.next, noon + seconds(1));
    host.failed(noon, std::nullopt);
    EXPECT_EQ(host.next, noon + seconds(30));
}

TEST(Pace, DatesBecomeSecondsInUtc) {
    EXPECT_EQ(seconds_of_date("1970-01-02"), 86400);
    EXPECT_EQ(seconds_of_date("1970-01-01T02:00:05+01:00"), 3605);
    EXPECT_EQ(seconds_of_date("Thu, 01 Jan 1970 00:01:00 GMT"), 60);
    EXPECT_EQ(seconds_of_date("1970-02"), std::nullopt);
    EXPECT_EQ(seconds_of_date("gestern"), std::nullopt);
    EXPECT_EQ(iso_of(noon + seconds(61)), "2026-03-14T12:01:01Z");
}

TEST(Pace, StatesThatPassAreToldFromThoseThatStay) {
    for (const int status : {408, 425, 429, 500, 502, 503, 504}) EXPECT_TRUE(is_for_later(status)) << status;
    for (const int status : {200, 304, 401, 403, 404, 410, 451}) EXPECT_FALSE(is_for_later(status)) << status;
}

}  // namespace
}  // namespace depesche
