// EncoderWeights: a file that is not as expected is refused, with the piece that is wrong.
#include "meaning/weights.h"

#include <array>

#include <gtest/gtest.h>

#include "meaning/sentence_encoder.h"

namespace depesche {
namespace {

TEST(EncoderWeights, BrokenFilesAreRefused) {
    EXPECT_FALSE(read_weights(""));
    alignas(64) std::array<char, 128> bytes{};
    const std::string_view whole(bytes.data(), bytes.size());
    EXPECT_FALSE(read_weights(whole));
    std::string_view("DPMEAN01").copy(bytes.data(), 8);
    const auto none = read_weights(whole);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().piece, "table");
    bytes[8] = '\x7F';  // more sections than fit
    ASSERT_FALSE(read_weights(whole));
    EXPECT_EQ(read_weights(whole).error().piece, "head");
    // A section that reaches beyond the file.
    bytes = {};
    std::string_view("DPMEAN01\1\0\0\0\0\0\0\0table", 21).copy(bytes.data(), 21);
    bytes[33] = '\x10';  // rows
    bytes[37] = '\x02';  // columns: 512
    bytes[40] = '\x40';  // offset
    ASSERT_FALSE(read_weights(whole));
    EXPECT_EQ(read_weights(whole).error().piece, "table");
}

TEST(EncoderWeights, TheEmbeddedOnesAreWhole) {
    const std::string_view whole = embedded_encoder_weights();
    EXPECT_TRUE(read_weights(whole));
    EXPECT_FALSE(read_weights(whole.substr(0, whole.size() - 64)));
    EXPECT_FALSE(SentenceEncoder::make(whole, "no model"));
}

}  // namespace
}  // namespace depesche
