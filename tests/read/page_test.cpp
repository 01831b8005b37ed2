#include "read/page.h"

#include <gtest/gtest.h>

#include "read/limits.h"

namespace depesche {
namespace {

Result<Page> page_of(std::string bytes) {
    PageBytes stored;
    stored.path = "p.txt";
    stored.bytes = std::move(bytes);
    return make_page(std::move(stored));
}

TEST(MakePage, RefusesWhatIsNoPageWithTheReason) {
    EXPECT_EQ(page_of("").error().problem, Problem::empty);
    EXPECT_EQ(page_of(" \r\n\t").error().problem, Problem::empty);
    EXPECT_EQ(page_of(std::string(100, '\0')).error().problem, Problem::binary);
    EXPECT_EQ(page_of(std::string(limits::page_bytes + 1, 'x')).error().problem, Problem::too_large);
    EXPECT_EQ(page_of(std::string(limits::line_bytes + 1, 'x')).error().problem, Problem::too_large);
    EXPECT_EQ(page_of("").error().place, "p.txt");
}

TEST(MakePage, DamageIsToldAndDoesNotStopReading) {
    const auto page = page_of("Grüße aus K\xF6ln, mit vielen schönen Wörtern");
    ASSERT_TRUE(page);
    ASSERT_TRUE(page->damage);
    EXPECT_EQ(page->damage->problem, Problem::bad_encoding);
}

TEST(MakePage, TheIdIsThatOfTheBytes) { EXPECT_EQ(page_of("abc")->id, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); }

}  // namespace
}  // namespace depesche
