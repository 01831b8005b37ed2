#include "read/source_text.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "read/encoding.h"

namespace depesche {
namespace {

// The slow twin: for every text byte the page bytes of its unit, kept one by one while appending.
struct SlowMap {
    std::vector<Span> page_of;
    Span to_page(Span span) const { return {page_of[span.begin].begin, page_of[span.end - 1].end}; }
};

struct Built {
    SourceText text;
    SlowMap slow;
};

std::uint32_t below(std::mt19937& chance, std::uint32_t limit) { return static_cast<std::uint32_t>(chance() % limit); }

Built build(std::mt19937& chance, int units) {
    Built built;
    std::uint32_t page = 0;
    for (int i = 0; i < units; ++i) {
        page += below(chance, 3) == 0 ? below(chance, 4) : 0;  // something that is on the page alone
        const std::string unit(1 + below(chance, 3), 'x');
        const std::uint32_t size = 1 + below(chance, 5);
        built.text.append(unit, page, size);
        for (std::size_t b = 0; b < unit.size(); ++b) built.slow.page_of.push_back({page, page + size});
        page += size;
    }
    return built;
}

TEST(SourceText, SpansLeadToTheSameBytesAsTheSlowTwin) {
    std::mt19937 chance(3);
    for (int round = 0; round < 300; ++round) {
        const Built built = build(chance, 1 + static_cast<int>(chance() % 12));
        const auto size = static_cast<std::uint32_t>(built.text.text().size());
        for (std::uint32_t begin = 0; begin < size; ++begin) {
            for (std::uint32_t end = begin + 1; end <= size; ++end) {
                ASSERT_EQ(built.text.to_page({begin, end}), built.slow.to_page({begin, end}));
            }
        }
    }
}

TEST(SourceText, PageBytesLeadBackToATextThatCoversThem) {
    std::mt19937 chance(5);
    for (int round = 0; round < 300; ++round) {
        const Built built = build(chance, 8);
        const auto size = static_cast<std::uint32_t>(built.text.text().size());
        for (std::uint32_t begin = 0; begin < size; ++begin) {
            const Span page = built.text.to_page({begin, size});
            const Span back = built.text.from_page(page);
            ASSERT_LE(back.begin, begin);
            ASSERT_EQ(back.end, size);
            ASSERT_EQ(built.text.to_page(back), page);
        }
    }
}

TEST(SourceText, EmptySpansStayEmpty) {
    SourceText text;
    EXPECT_TRUE(text.to_page({0, 0}).empty());
    text.append_verbatim("abc", 10);
    EXPECT_EQ(text.to_page({1, 1}), (Span{11, 11}));
    EXPECT_EQ(text.to_page({3, 3}), (Span{13, 13}));
    EXPECT_TRUE(text.from_page({0, 5}).empty());
}

TEST(SourceText, PlainTextIsOneRun) {
    const Decoded decoded = decode("Ein ganz gewöhnlicher Satz.", Encoding::utf8);
    EXPECT_LE(decoded.source.runs().size(), 3U);
}

}  // namespace
}  // namespace depesche
