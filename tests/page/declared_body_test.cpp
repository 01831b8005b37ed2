#include "page/declared_body.h"

#include <gtest/gtest.h>

#include "pages.h"

namespace {

using namespace depesche;
using namespace depesche::test;

Page with_script(const std::string& script) {
    return page_of(
        "<!doctype html><html><head><meta name=\"description\" content=\"Der Deich h&auml;lt, sagt der Verband.\"><script "
        "type=\"application/ld+json\">" +
        script + "</script></head><body><p>Text</p></body></html>");
}

const std::string body =
    R"({"@type":"NewsArticle","articleBody" : "Der Deich bei Suderb\u00fcll h\u00e4lt.\nDas sagte der \"Verband\" am Montag.)"
    R"( &bdquo;Wir sind froh&ldquo;, hie\u00df es dort am Abend weiter, als das Wasser wieder fiel und die Helfer nach Hause gingen.","x":1})";

TEST(DeclaredBody, lines_are_found_in_it_whatever_their_marks) {
    const Page page = with_script(body);
    const DeclaredBody declared(*page.html);
    EXPECT_TRUE(declared.given());
    EXPECT_FLOAT_EQ(declared.body_share("Der Deich bei Suderbüll hält."), 1);
    EXPECT_FLOAT_EQ(declared.body_share("Das sagte der „Verband“ am Montag."), 1);
    EXPECT_FLOAT_EQ(declared.body_share("»Wir sind froh«, hieß es dort"), 1);
    EXPECT_FLOAT_EQ(declared.body_share("Das Rathaus wird im Mai saniert."), 0);
    EXPECT_FLOAT_EQ(declared.description_share("Der Deich hält, sagt der Verband."), 1);
}

TEST(DeclaredBody, short_lines_and_pages_without_one_have_none) {
    const Page page = with_script(body);
    EXPECT_FLOAT_EQ(DeclaredBody(*page.html).body_share("Der Deich"), 0);
    const Page without = with_script("{}");
    EXPECT_FALSE(DeclaredBody(*without.html).given());
    EXPECT_FLOAT_EQ(DeclaredBody(*without.html).body_share("Der Deich bei Suderbüll hält."), 0);
}

TEST(DeclaredBody, broken_scripts_do_no_harm) {
    for (const char* script :
         {"{\"articleBody\":\"offen \\u12", "{\"articleBody\":", "{\"articleBody\":\"\\", "\"articleBody\"", "{\"articleBody\":{}}"}) {
        const Page page = with_script(script);
        EXPECT_FALSE(DeclaredBody(*page.html).given()) << script;
    }
}

}  // namespace
