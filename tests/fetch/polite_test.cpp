#include "fetch/polite.h"

#include <gtest/gtest.h>

#include "fetch/scripted.h"

namespace depesche {
namespace {

using std::chrono::seconds;

class PoliteTest : public testing::Test {
protected:
    Fetched get(const std::string& address) {
        return polite.get({*parse_address(address), {}, {}, 1000}, [&](const WebAddress& to) { return to.text != unwanted; });
    }

    ScriptedClock clock;
    ScriptedTransport transport{clock};
    Polite polite{transport, clock, "depesche", Manners{}};
    std::string unwanted;
};

TEST_F(PoliteTest, RobotsIsAskedOnceASiteAndBeforeAnythingElse) {
    transport.put("http://a.example/1", "eins");
    EXPECT_EQ(get("http://a.example/1").answer.body, "eins");
    EXPECT_EQ(get("http://a.example/2").answer.status, 404);
    EXPECT_EQ(transport.addresses(), (std::vector<std::string>{"http://a.example/robots.txt", "http://a.example/1", "http://a.example/2"}));
}

TEST_F(PoliteTest, WhatRobotsForbidsIsNotAskedFor) {
    transport.put("http://a.example/robots.txt", "User-agent: depesche\nDisallow: /1\n");
    EXPECT_EQ(get("http://a.example/1").state, FetchState::refused);
    EXPECT_EQ(transport.asked.size(), 1U);
}

TEST_F(PoliteTest, RobotsIsReadAnewAfterADay) {
    (void)get("http://a.example/1");
    clock.wait_until(clock.now() + std::chrono::hours(25));
    (void)get("http://a.example/1");
    EXPECT_EQ(transport.asked.size(), 4U);
}

TEST_F(PoliteTest, AHostIsLeftAloneBetweenRequests) {
    transport.put("http://a.example/robots.txt", "User-agent: *\nCrawl-delay: 5\n");
    (void)get("http://a.example/1");
    (void)get("http://a.example/2");
    (void)get("http://b.example/1");
    EXPECT_EQ(transport.asked[1].time - transport.asked[0].time, seconds(1));
    EXPECT_EQ(transport.asked[2].time - transport.asked[1].time, seconds(5));
    EXPECT_EQ(transport.asked[3].time, transport.asked[2].time);
}

TEST_F(PoliteTest, AfterAFailureTheHostIsLeftAloneForAsLongAsItAsks) {
    transport.put("http://a.example/1", ScriptedTransport::status(503, "40"));
    EXPECT_EQ(get("http://a.example/1").state, FetchState::failed);
    EXPECT_EQ(polite.turn_of("a.example"), clock.now() + seconds(40));
    EXPECT_FALSE(polite.is_put_off("a.example"));
    transport.put("http://a.example/2", ScriptedTransport::status(429, "400"));
    EXPECT_EQ(get("http://a.example/2").state, FetchState::failed);
    EXPECT_TRUE(polite.is_put_off("a.example"));
    EXPECT_EQ(get("http://a.example/3").state, FetchState::put_off);
    EXPECT_EQ(transport.asked.size(), 3U);
}

TEST_F(PoliteTest, WhileRobotsFailsTheSiteIsNotAsked) {
    transport.put("http://a.example/robots.txt", ScriptedTransport::status(500));
    transport.put("http://a.example/robots.txt", Error{Problem::cannot_read, "no route", {}, {}});
    EXPECT_EQ(get("http://a.example/1").state, FetchState::failed);
    EXPECT_EQ(get("http://a.example/1").state, FetchState::failed);
    EXPECT_EQ(transport.addresses(), (std::vector<std::string>(2, "http://a.example/robots.txt")));
}

TEST_F(PoliteTest, EachStepOfARedirectIsLookedAtAnew) {
    transport.put("http://a.example/1", ScriptedTransport::redirect("http://b.example/1"));
    transport.put("http://b.example/1", ScriptedTransport::redirect("/2"));
    transport.put("http://b.example/2", "zwei");
    transport.put("http://a.example/no", ScriptedTransport::redirect("http://c.example/1"));
    transport.put("http://c.example/robots.txt", "User-agent: *\nDisallow: /\n");
    const Fetched found = get("http://a.example/1");
    EXPECT_EQ(found.answer.body, "zwei");
    EXPECT_EQ(found.address.text, "http://b.example/2");
    EXPECT_EQ(get("http://a.example/no").reason, "robots.txt forbids it");
    unwanted = "http://b.example/2";
    EXPECT_EQ(get("http://a.example/1").state, FetchState::unwanted);
}

TEST_F(PoliteTest, RedirectsEndAtTheirLimitAndAtOtherSchemes) {
    transport.put("http://a.example/loop", ScriptedTransport::redirect("/loop"));
    EXPECT_EQ(get("http://a.example/loop").state, FetchState::refused);
    EXPECT_EQ(transport.asked.size(), 7U);
    for (const char* target : {"file:///etc/passwd", "http://user:word@b.example/", "javascript:x"}) {
        transport.put(std::string("http://b.example/") + target[0], ScriptedTransport::redirect(target));
        EXPECT_EQ(get(std::string("http://b.example/") + target[0]).state, FetchState::refused) << target;
    }
}

TEST_F(PoliteTest, ARefusedNetworkIsNoFailureOfTheHost) {
    transport.put("http://a.example/robots.txt", Error{Problem::no_rights, "private", {}, {}});
    EXPECT_EQ(get("http://a.example/1").state, FetchState::refused);
    EXPECT_EQ(polite.turn_of("a.example"), WatchTime{});
}

TEST_F(PoliteTest, WhatIsRememberedOfSitesIsBounded) {
    for (int i = 0; i < 300; ++i) (void)get("http://h" + std::to_string(i) + ".example/1");
    (void)get("http://h299.example/2");
    EXPECT_EQ(transport.asked.size(), 601U);
    (void)get("http://h0.example/2");
    EXPECT_EQ(transport.asked.size(), 603U);
}

}  // namespace
}  // namespace depesche
