#include "fetch/web_address.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

std::string text_of(const char* text) {
    const auto address = parse_address(text);
    return address ? address->text : "refused: " + address.error().reason;
}

TEST(WebAddress, EqualAddressesAreEqualTexts) {
    EXPECT_EQ(text_of(" HTTPS://Blatt.Example:443/a/../b?x=1#part "), "https://blatt.example/b?x=1");
    EXPECT_EQ(text_of("http://blatt.example"), "http://blatt.example/");
    EXPECT_EQ(text_of("http://blatt.example:8080/a b/straße"), "http://blatt.example:8080/a%20b/stra%C3%9Fe");
}

TEST(WebAddress, ItsPartsAreThoseThatRobotsAndPaceNeed) {
    const auto address = parse_address("http://Blatt.example:8080/a?b#c");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->host, "blatt.example");
    EXPECT_EQ(address->site, "http://blatt.example:8080");
    EXPECT_EQ(address->path, "/a?b");
}

TEST(WebAddress, HostsInOtherNumbersAreTheSameHost) {
    for (const char* text : {"http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/", "http://0x7f.0.0.1/"})
        EXPECT_EQ(text_of(text), "http://127.0.0.1/") << text;
}

TEST(WebAddress, OtherSchemesPasswordsAndNonsenseAreRefused) {
    for (const char* text :
         {"file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "javascript:alert(1)", "data:text/html,x",
          "http://user@a.example/", "http://user:word@a.example/", "http://", "", "a.xml", "http://a.example:99999/",
          "http://a\nb.example/", "http://a.example/\r\nX: y", "http://a b.example/", "http://a.example:25/", "//a.example/x"})
        EXPECT_FALSE(parse_address(text)) << text;
    EXPECT_FALSE(parse_address("http://a.example/" + std::string(3000, 'a')));
}

TEST(WebAddress, ReferencesAreTakenFromTheirBase) {
    const auto base = parse_address("https://blatt.example/feeds/rss.xml?x");
    ASSERT_TRUE(base);
    EXPECT_EQ(resolve_address(*base, "../a")->text, "https://blatt.example/a");
    EXPECT_EQ(resolve_address(*base, "/b?c")->text, "https://blatt.example/b?c");
    EXPECT_EQ(resolve_address(*base, "//Other.example/b")->text, "https://other.example/b");
    EXPECT_EQ(resolve_address(*base, "http://other.example/b")->text, "http://other.example/b");
    EXPECT_FALSE(resolve_address(*base, "file:///etc/passwd"));
    EXPECT_FALSE(resolve_address(*base, "mailto:a@b.example"));
    EXPECT_FALSE(resolve_address(*base, "javascript:alert(1)"));
    EXPECT_FALSE(resolve_address(*base, "//user:word@other.example/"));
}

}  // namespace
}  // namespace depesche
