#include "fetch/robots.h"

#include <string>

#include <gtest/gtest.h>

namespace depesche {
namespace {

Robots robots(std::string_view text) { return Robots::parse(text, "depesche"); }

TEST(Robots, AnEmptyFileForbidsNothing) {
    EXPECT_TRUE(robots("").allows("/"));
    EXPECT_TRUE(robots("User-agent: *\nDisallow:\n").allows("/a"));
    EXPECT_TRUE(robots("<html>not found</html>").allows("/a"));
}

TEST(Robots, TheGroupThatNamesTheProgramCountsBeforeThatForAll) {
    const Robots rules = robots("User-agent: *\nDisallow: /\n\nUser-agent: Depesche/2.0\nDisallow: /intern\n");
    EXPECT_TRUE(rules.allows("/news"));
    EXPECT_FALSE(rules.allows("/intern/1"));
    EXPECT_FALSE(robots("User-agent: depeschenbot\nAllow: /\nUser-agent: *\nDisallow: /").allows("/"));
}

TEST(Robots, GroupsOfTheSameNameArePutTogether) {
    const Robots rules =
        robots("User-agent: depesche\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: DEPESCHE\nDisallow: /c\n");
    EXPECT_FALSE(rules.allows("/a"));
    EXPECT_TRUE(rules.allows("/b"));
    EXPECT_FALSE(rules.allows("/c"));
}

TEST(Robots, AGroupMayHaveSeveralNames) {
    const Robots rules = robots("User-agent: other\nSitemap: https://blatt.example/s.xml\nUser-agent: depesche\nDisallow: /a\n");
    EXPECT_FALSE(rules.allows("/a"));
}

TEST(Robots, AnEmptyGroupThatNamesTheProgramAllowsAll) {
    EXPECT_TRUE(robots("User-agent: *\nDisallow: /\nUser-agent: depesche\nDisallow:\n").allows("/a"));
}

TEST(Robots, TheLongestPatternDecidesAndAtEqualLengthTheOneThatAllows) {
    const Robots rules = robots("User-agent: *\nDisallow: /archiv\nAllow: /archiv/2026\nDisallow: /p\nAllow: /p\n");
    EXPECT_FALSE(rules.allows("/archiv/2025"));
    EXPECT_TRUE(rules.allows("/archiv/2026/1"));
    EXPECT_TRUE(rules.allows("/p"));
}

TEST(Robots, StarsAndEndsInPatterns) {
    const Robots rules = robots("User-agent: *\nDisallow: /*.php$\nDisallow: *sid=\nDisallow: /a*b*c\nDisallow: /fish*\nDisallow: /e$\n");
    EXPECT_FALSE(rules.allows("/x/y.php"));
    EXPECT_TRUE(rules.allows("/x/y.php?z"));
    EXPECT_FALSE(rules.allows("/page?sid=7"));
    EXPECT_FALSE(rules.allows("/a1b2c3"));
    EXPECT_TRUE(rules.allows("/a1c2b3"));
    EXPECT_FALSE(rules.allows("/fish.html"));
    EXPECT_FALSE(rules.allows("/e"));
    EXPECT_TRUE(rules.allows("/e/"));
    EXPECT_FALSE(robots("User-agent: *\nDisallow: /*a$").allows("/ba/a"));
    EXPECT_FALSE(robots("User-agent: *\nDisallow: /$").allows("/"));
    EXPECT_TRUE(robots("User-agent: *\nDisallow: /$").allows("/a"));
}

TEST(Robots, PercentEscapesAreComparedInOneForm) {
    const Robots rules = robots("User-agent: *\nDisallow: /%7Ejoe/\nDisallow: /straße\nDisallow: /a%2fb\nDisallow: /stern-%2A\n");
    EXPECT_FALSE(rules.allows("/~joe/x"));
    EXPECT_FALSE(rules.allows("/%7ejoe/x"));
    EXPECT_FALSE(rules.allows("/stra%C3%9Fe"));
    EXPECT_FALSE(rules.allows("/stra%c3%9fe"));
    EXPECT_FALSE(rules.allows("/a%2Fb"));
    EXPECT_TRUE(rules.allows("/a/b"));
    EXPECT_FALSE(rules.allows("/stern-*"));
    EXPECT_TRUE(rules.allows("/stern-x"));
}

TEST(Robots, LineEndsCommentsBlanksAndCasesAreTaken) {
    const Robots rules = robots("\xEF\xBB\xBF# all\rUSER-AGENT :  *  # us\r\n  disALLOW:/a#b\rnonsense\n\nDisallow: /c");
    EXPECT_FALSE(rules.allows("/a"));
    EXPECT_FALSE(rules.allows("/c"));
    EXPECT_TRUE(rules.allows("/d"));
}

TEST(Robots, RulesOutsideOfAnyGroupAreNone) { EXPECT_TRUE(robots("Disallow: /\n").allows("/a")); }

TEST(Robots, RobotsTxtItselfIsAlwaysAllowed) { EXPECT_TRUE(robots("User-agent: *\nDisallow: /").allows("/robots.txt")); }

TEST(Robots, TheCrawlDelayIsThatOfTheOwnGroup) {
    using std::chrono::milliseconds;
    EXPECT_EQ(robots("User-agent: *\nCrawl-delay: 7\n").crawl_delay(), milliseconds(7000));
    EXPECT_EQ(robots("User-agent: *\nCrawl-delay: 7\nUser-agent: depesche\nCrawl-delay: 0.5").crawl_delay(), milliseconds(500));
    EXPECT_EQ(robots("User-agent: *\nCrawl-delay: 1e99\n").crawl_delay(), std::chrono::hours(24));
    for (const char* wrong : {"-1", "nan", "viel", "inf", ""})
        EXPECT_EQ(robots(std::string("User-agent: *\nCrawl-delay: ") + wrong).crawl_delay(), std::nullopt) << wrong;
}

TEST(Robots, HostileFilesCostLittle) {
    std::string text = "User-agent: *\n";
    for (int i = 0; i < 20'000; ++i) text += "Disallow: /*a*a*a*a*b\n";
    const Robots rules = robots(text);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(rules.allows("/" + std::string(2000, 'a')));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace depesche
