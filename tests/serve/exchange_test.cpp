#include "serve/exchange.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "serve/upload_label.h"

namespace depesche {
namespace {

using Path = std::vector<std::string>;

TEST(Target, IsPathAndValues) {
    const auto request = parse_target("/api/v1/people/J%C3%B6rg%20W%2Fe?q=a+b%2B&q=second&empty=&alone#part");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->path, (Path{"api", "v1", "people", "Jörg W/e"}));
    EXPECT_EQ(request->value("q"), "a b+");
    EXPECT_EQ(request->value("empty"), "");
    EXPECT_EQ(request->value("missing"), "");
    EXPECT_EQ(request->query.size(), 4U);
    EXPECT_TRUE(parse_target("/")->path.empty());
    EXPECT_EQ(parse_target("/a+b")->path, Path{"a+b"});
}

TEST(Target, RefusesTricksWithPaths) {
    for (const char* target :
         {"",        "api",     "http://localhost/", "*",           "//",       "//a",    "/a//b", "/a/",    "/.",   "/..",
          "/a/../b", "/%2e",    "/%2e%2e",           "/a/%2E%2e/b", "/.%2e/x",  "/a%00b", "/%",    "/%4",    "/%zz", "/%ff",
          "/%c3",    "/%c0%af", "/%ed%a0%80",        "/a?%ff",      "/a?x=%00", "/a?x=%", "?x",    "\\..\\x"})
        EXPECT_FALSE(parse_target(target)) << target;
}

TEST(Target, DotsWithinANameAreANameAndNothingElse) {
    EXPECT_EQ(parse_target("/...")->path, Path{"..."});
    EXPECT_EQ(parse_target("/..%2f..%2fetc")->path, Path{"../../etc"}) << "one name, which is compared and never opened";
}

TEST(UploadLabel, IsNoPath) {
    const auto is_label = [](const std::string& label) {
        const std::string name = label.substr(label.rfind('/') + 1);
        return label.starts_with("added/") && std::count(label.begin(), label.end(), '/') == 2 && !name.empty() && name[0] != '.' &&
               label.find('\\') == std::string::npos && label.find('\n') == std::string::npos && label.size() < 200;
    };
    for (const char* name : {"", ".", "..", "../../etc/passwd", "/etc/passwd", "C:\\x\\y.html", "a\nb", "a\x1b[31m", "\xff\xfe",
                             "\xE2\x80\xAEtxt.exe", "seite.html"})
        EXPECT_TRUE(is_label(upload_label(name, "x"))) << upload_label(name, "x");
    EXPECT_TRUE(is_label(upload_label(std::string(5000, 'x'), "x")));
    EXPECT_TRUE(upload_label("seite.html", "x").ends_with("/seite.html"));
    EXPECT_NE(upload_label("seite.html", "x"), upload_label("seite.html", "y")) << "two pages of one name are two pages";
}

}  // namespace
}  // namespace depesche
