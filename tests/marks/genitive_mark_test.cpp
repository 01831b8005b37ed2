// The mark of a genitive behind a name.
#include "marks/genitive_mark.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

TEST(GenitiveMark, IsStraightOrCurlyAndWithAnSOrBehindOne) {
    EXPECT_EQ(genitive_mark_length("Lunn's"), 2U);
    EXPECT_EQ(genitive_mark_length("Lunn\u2019s"), 4U);
    EXPECT_EQ(genitive_mark_length("Hans'"), 1U);
    EXPECT_EQ(genitive_mark_length("Grass\u2019"), 3U);
    EXPECT_EQ(genitive_mark_length("Voß'"), 1U);
}

TEST(GenitiveMark, IsNoneBehindOtherLettersOrWithoutAName) {
    EXPECT_EQ(genitive_mark_length("Lunns"), 0U);
    EXPECT_EQ(genitive_mark_length("rock'n'"), 0U);
    EXPECT_EQ(genitive_mark_length("'s"), 0U);
    EXPECT_EQ(genitive_mark_length(""), 0U);
}

}  // namespace
}  // namespace depesche
