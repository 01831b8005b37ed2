#include "read/unpack.h"

#include <gtest/gtest.h>

#include <random>

#include "read/archives.h"
#include "read/limits.h"

namespace depesche {
namespace {

using tests::gzip_of;
using tests::zstd_of;

std::string noise(std::size_t count, unsigned seed) {
    std::mt19937 chance(seed);
    std::string out(count, '\0');
    for (char& c : out) c = static_cast<char>(chance() % 64 + 32);
    return out;
}

// All that a source gives, read in steps of `step` bytes, and the problems on the way.
struct Got {
    std::string bytes;
    std::vector<Error> problems;
};
Got read_all(ByteSource& source, std::size_t step) {
    Got got;
    std::string piece(step, '\0');
    while (got.problems.size() < 20) {
        const auto count = source.read(piece);
        if (!count) got.problems.push_back(count.error());
        else if (*count == 0) break;
        else got.bytes.append(piece, 0, *count);
    }
    return got;
}

TEST(Unpack, GivesTheBytesOfAllMembersWhateverTheSteps) {
    const std::string one = noise(100, 1);
    const std::string two = noise(200'000, 2);
    for (const std::size_t step : {1UL, 7UL, 4096UL, 1'000'000UL}) {
        const auto gzip = unpack_gzip(source_of(gzip_of(one) + gzip_of("") + gzip_of(two)), "f");
        const Got got = read_all(*gzip, step);
        EXPECT_EQ(got.bytes, one + two);
        EXPECT_TRUE(got.problems.empty());
        const auto zstd = unpack_zstd(source_of(zstd_of(one) + zstd_of(two)), "f");
        EXPECT_EQ(read_all(*zstd, step).bytes, one + two);
    }
}

TEST(Unpack, ZeroBytesBehindTheLastMemberAreNoDamage) {
    const auto gzip = unpack_gzip(source_of(gzip_of("text") + std::string(200'000, '\0')), "f");
    const Got got = read_all(*gzip, 100);
    EXPECT_EQ(got.bytes, "text");
    EXPECT_TRUE(got.problems.empty());
}

TEST(Unpack, TellsWhereItIsCutOff) {
    const std::string first = gzip_of("first");
    const std::string second = gzip_of(noise(5000, 3));
    const auto gzip = unpack_gzip(source_of(first + second.substr(0, second.size() / 2)), "f");
    const Got got = read_all(*gzip, 4096);
    EXPECT_TRUE(got.bytes.starts_with("first"));
    ASSERT_EQ(got.problems.size(), 1U);
    EXPECT_EQ(got.problems[0].problem, Problem::truncated);
    EXPECT_EQ(got.problems[0].place, "f#" + std::to_string(first.size()));
}

TEST(Unpack, GoesOnBehindABrokenMember) {
    for (auto* pack : {gzip_of, zstd_of}) {
        std::string broken = pack(noise(5000, 4));
        for (std::size_t i = broken.size() / 2; i < broken.size() / 2 + 20; ++i) broken[i] = static_cast<char>(~broken[i]);
        const std::string bytes = pack("first") + broken + pack("third");
        const auto source = pack == gzip_of ? unpack_gzip(source_of(bytes), "f") : unpack_zstd(source_of(bytes), "f");
        const Got got = read_all(*source, 4096);
        EXPECT_TRUE(got.bytes.starts_with("first"));
        EXPECT_TRUE(got.bytes.ends_with("third"));
        EXPECT_EQ(got.problems.size(), 1U);
    }
}

TEST(Unpack, ABombEndsWithAReason) {
    const std::string zeros(limits::unpacked_free_bytes + (1U << 20U), '\0');
    for (auto* pack : {gzip_of, zstd_of}) {
        const std::string bytes = pack(zeros) + pack("after");
        const auto source = pack == gzip_of ? unpack_gzip(source_of(bytes), "f") : unpack_zstd(source_of(bytes), "f");
        const Got got = read_all(*source, 1U << 16U);
        EXPECT_LT(got.bytes.size(), zeros.size());
        ASSERT_EQ(got.problems.size(), 1U);
        EXPECT_EQ(got.problems[0].problem, Problem::too_large);
    }
}

TEST(Unpack, APlaceLeadsToTheSameBytesAgain) {
    std::string packed;
    std::string all;
    for (unsigned i = 0; i < 30; ++i) {
        const std::string part = noise(i * 97 % 400, i);
        packed += gzip_of(part);
        all += part;
    }
    for (std::uint64_t position = 0; position < all.size(); position += 13) {
        ByteReader reader(unpack_gzip(source_of(packed), "f"));
        (void)reader.pass(position);
        const ArchivePlace place = reader.place();
        EXPECT_EQ(parse_place(to_string(place)), place);
        ByteReader again(unpack_gzip(source_of(packed.substr(place.member), place.member), "f"));
        (void)again.pass(place.skip);
        EXPECT_EQ(again.peek(all.size()), std::string_view(all).substr(position));
    }
}

TEST(Places, OnlyTheirOwnFormIsOne) {
    EXPECT_EQ(parse_place("12+3"), (ArchivePlace{12, 3}));
    for (const std::string_view text : {"", "x", "1+", "+1", "1+2+3", "-1", "99999999999999999999999"})
        EXPECT_FALSE(parse_place(text)) << text;
}

}  // namespace
}  // namespace depesche
