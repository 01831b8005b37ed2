#include "fetch/watch.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "fetch/scripted.h"
#include "store/forget.h"
#include "store/made_store.h"

namespace depesche {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string entry(const std::string& address, const std::string& date = {}) {
    return "<item><title>Meldung</title><link>" + address + "</link>" + (date.empty() ? "" : "<date>" + date + "</date>") + "</item>";
}
std::string feed(const std::string& entries) { return "<rss><channel>" + entries + "</channel></rss>"; }

class WatchTest : public StoreTest {
protected:
    // One run of the program on these feeds.
    WatchCounts watch(const std::vector<std::string>& feeds, bool once = true, std::size_t most_pages = 500) {
        const Database database = open();
        Polite polite(transport, clock, "depesche", Manners{});
        const auto tell = [&](std::string_view place, std::string_view sentence) {
            told.push_back(std::string(place) + ": " + std::string(sentence));
        };
        const auto report = [&](const std::vector<PageReport>& reports) {
            for (const PageReport& one : reports) reported.push_back(one.path);
            return true;
        };
        auto pages = NewPages::make(database, stages(), false, tell, report);
        WatchOptions options{minutes(10), once};
        options.most_pages = most_pages;
        Watch watch(polite, clock, database, std::move(*pages), options, {tell, report, [&]() -> Result<bool> {
                                                                              ++settled;
                                                                              return true;
                                                                          }});
        std::vector<WebAddress> addresses;
        for (const std::string& text : feeds) addresses.push_back(*parse_address(text));
        const auto counts = watch.run(addresses);
        EXPECT_TRUE(counts);
        return *counts;
    }

    [[nodiscard]] std::size_t times_asked(const std::string& address) const {
        return static_cast<std::size_t>(std::ranges::count(transport.addresses(), address));
    }
    void put_page(const std::string& address, const std::string& title) { transport.put(address, made_page({}, title).bytes); }
    static WebAnswer with_etag(std::string body, std::string etag) {
        WebAnswer answer = ScriptedTransport::status(200);
        answer.body = std::move(body);
        answer.etag = std::move(etag);
        return answer;
    }

    ScriptedClock clock;
    ScriptedTransport transport{clock};
    std::vector<std::string> told;
    std::vector<std::string> reported;
    int settled = 0;
};

TEST_F(WatchTest, NewPagesAreStoredOnceAndStoriesAreFoundAfterwards) {
    transport.put("http://a.example/f", feed(entry("/1") + entry("/2") + entry("/1")));
    put_page("http://a.example/1", "Brand im Hafen gelöscht");
    put_page("http://a.example/2", "Fähre läuft auf Grund");
    EXPECT_EQ(watch({"http://a.example/f"}).stored, 2U);
    EXPECT_EQ(reported, (std::vector<std::string>{"http://a.example/1", "http://a.example/2"}));
    EXPECT_EQ(settled, 1);
    EXPECT_EQ(watch({"http://a.example/f"}).stored, 0U);
    EXPECT_EQ(times_asked("http://a.example/1"), 1U);
}

TEST_F(WatchTest, PagesThatAnIngestBroughtAreNotFetched) {
    PageBytes page = made_page("a.txt", "Brand im Hafen gelöscht");
    page.url = "http://a.example/1";
    page.crawled = "2026-03-01T00:00:00Z";
    fill(open(), {page});
    transport.put("http://a.example/f", feed(entry("/1", "2026-02-28")));
    transport.put("http://a.example/f", feed(entry("/1", "2026-03-02")));
    put_page("http://a.example/1", "Brand im Hafen doch nicht gelöscht");
    EXPECT_EQ(watch({"http://a.example/f"}).stored, 0U);
    EXPECT_EQ(times_asked("http://a.example/1"), 0U);
    EXPECT_EQ(watch({"http://a.example/f"}).stored, 1U);
}

TEST_F(WatchTest, AFeedIsConditionalOnlyWhenAllItsPagesAreThere) {
    transport.put("http://a.example/f", with_etag(feed(entry("/1") + entry("/2")), "\"v1\""));
    put_page("http://a.example/1", "Brand im Hafen gelöscht");
    transport.put("http://a.example/2", ScriptedTransport::status(500));
    put_page("http://a.example/2", "Fähre läuft auf Grund");
    for (int run = 0; run < 3; ++run) {
        (void)watch({"http://a.example/f"});
        clock.wait_until(clock.now() + hours(1));
    }
    std::vector<std::string> etags;
    for (const auto& asked : transport.asked) {
        if (asked.request.address.path == "/f") etags.push_back(asked.request.etag);
    }
    EXPECT_EQ(etags, (std::vector<std::string>{"", "", "\"v1\""}));
}

TEST_F(WatchTest, APageThatIsAskedForAgainIsAskedForConditionally) {
    transport.put("http://a.example/f", feed(entry("/1", "2026-03-01")));
    transport.put("http://a.example/f", feed(entry("/1", "2026-03-02")));
    transport.put("http://a.example/1", with_etag(made_page({}, "Brand im Hafen gelöscht").bytes, "\"p\""));
    transport.put("http://a.example/1", ScriptedTransport::status(304));
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(watch({"http://a.example/f"}).known, 1U);
    EXPECT_EQ(transport.asked.back().request.etag, "\"p\"");
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(times_asked("http://a.example/1"), 2U);
}

TEST_F(WatchTest, AnIndexThatListsItselfOrManyOthersEnds) {
    std::string many;
    for (int i = 0; i < 200; ++i) many += "<sitemap><loc>/deep" + std::to_string(i) + ".xml</loc></sitemap>";
    const std::string index = "<sitemapindex><sitemap><loc>/index.xml</loc></sitemap>" + many + "</sitemapindex>";
    transport.put("http://a.example/index.xml", index);
    transport.put("http://a.example/deep0.xml", index);
    (void)watch({"http://a.example/index.xml"});
    EXPECT_LE(transport.asked.size(), 1U + 50U * 4U);
}

TEST_F(WatchTest, AHostThatHasToWaitHoldsUpNobody) {
    transport.put("http://slow.example/robots.txt", "User-agent: *\nCrawl-delay: 300\n");
    transport.put("http://slow.example/f", feed(entry("/1") + entry("http://quick.example/1") + entry("http://quick.example/2")));
    for (const char* address : {"http://slow.example/1", "http://quick.example/1", "http://quick.example/2"}) put_page(address, address);
    EXPECT_EQ(watch({"http://slow.example/f"}).stored, 3U);
    EXPECT_EQ(reported.back(), "http://slow.example/1");
    EXPECT_LT(transport.asked[4].time - transport.asked[1].time, seconds(10));
    EXPECT_GE(transport.asked.back().time - transport.asked[1].time, seconds(300));
}

TEST_F(WatchTest, WhatAServerAskedForOutlivesTheProgram) {
    transport.put("http://a.example/f", ScriptedTransport::status(429, "7200"));
    transport.put("http://a.example/f", feed(entry("/1")));
    put_page("http://a.example/1", "Brand im Hafen gelöscht");
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(watch({"http://a.example/f"}).left, 1U);
    EXPECT_EQ(times_asked("http://a.example/f"), 1U);
    clock.wait_until(clock.now() + hours(2));
    EXPECT_EQ(watch({"http://a.example/f"}).stored, 1U);
}

TEST_F(WatchTest, WhatFailedLongAgoIsKeptNoLonger) {
    transport.put("http://a.example/f", feed(entry("/1")));
    transport.put("http://a.example/f", feed(""));
    transport.put("http://a.example/1", ScriptedTransport::status(503));
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(*open().number("SELECT count(*) FROM fetched WHERE failures > 0"), 1);
    EXPECT_EQ(*open().number("SELECT count(*) FROM host_waits"), 1);
    clock.wait_until(clock.now() + hours(24 * 31));
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(*open().number("SELECT count(*) FROM fetched WHERE failures > 0"), 0);
    EXPECT_EQ(*open().number("SELECT count(*) FROM host_waits"), 0);
}

TEST_F(WatchTest, FeedsAreLookedAtInTheirIntervalUntilTheUserEndsIt) {
    transport.put("http://a.example/f", feed(entry("/1")));
    transport.put("http://a.example/f", feed(entry("/1") + entry("/2")));
    put_page("http://a.example/1", "Brand im Hafen gelöscht");
    put_page("http://a.example/2", "Fähre läuft auf Grund");
    clock.end = clock.now() + minutes(35);
    EXPECT_EQ(watch({"http://a.example/f"}, false).stored, 2U);
    EXPECT_EQ(times_asked("http://a.example/f"), 4U);
}

TEST_F(WatchTest, TheLatestPagesComeFirstAndTheOthersLater) {
    transport.put("http://a.example/f", feed(entry("/1", "2026-03-01") + entry("/3", "2026-03-03") + entry("/2", "2026-03-02")));
    for (const char* address : {"http://a.example/1", "http://a.example/2", "http://a.example/3"}) put_page(address, address);
    EXPECT_EQ(watch({"http://a.example/f"}, true, 2).left, 1U);
    EXPECT_EQ(reported, (std::vector<std::string>{"http://a.example/3", "http://a.example/2"}));
    EXPECT_EQ(watch({"http://a.example/f"}, true, 2).stored, 1U);
}

TEST_F(WatchTest, AForgottenPageIsNotFetchedUnderAnyOfItsAddresses) {
    transport.put("http://a.example/f", feed(entry("/old")));
    transport.put("http://a.example/f", feed(entry("/old", "2026-03-02") + entry("/1", "2026-03-02")));
    transport.put("http://a.example/old", ScriptedTransport::redirect("/1"));
    put_page("http://a.example/1", "Brand im Hafen gelöscht");
    (void)watch({"http://a.example/f"});
    ASSERT_TRUE(forget_pages(open(), "http://a.example/1"));
    (void)watch({"http://a.example/f"});
    EXPECT_EQ(times_asked("http://a.example/old"), 1U);
    EXPECT_EQ(times_asked("http://a.example/1"), 1U);
}

TEST_F(WatchTest, APageThatFailsIsTriedAgainLaterAndLater) {
    transport.put("http://a.example/f", feed(entry("/1")));
    transport.put("http://a.example/1", ScriptedTransport::status(503));
    clock.end = clock.now() + hours(24);
    (void)watch({"http://a.example/f"}, false);
    const std::size_t tries = times_asked("http://a.example/1");
    EXPECT_GE(tries, 5U);
    EXPECT_LE(tries, 8U);
}

}  // namespace
}  // namespace depesche
