#include <gtest/gtest.h>
#include <zip.h>

#include "read/archives.h"
#include "read/limits.h"

namespace depesche {
namespace {

using tests::AllPages;
using tests::gzip_of;
using tests::pages_of;
using tests::warc_response;

// A zip of members, stored as they are or packed.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members, bool packed) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : members) {
        const zip_int64_t index = zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0);
        zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    }
    zip_close(zip);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

const std::string one = warc_response("https://blatt.example/1", "", "<p>eins</p>");
const std::string two = warc_response("https://blatt.example/2", "", "<p>zwei</p>");

TEST(Zip, AWaczGivesThePagesOfItsWarcsUnderTheirNames) {
    const std::string warc = gzip_of(one) + gzip_of(two);
    const std::string bytes = zip_of({{"pages/pages.jsonl", "{}"}, {"archive/data.warc.gz", warc}, {"datapackage.json", "{}"}}, false);
    const AllPages all = pages_of(bytes);
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_TRUE(all.problems.empty());
    EXPECT_EQ(all.pages[1].page.path, "f/archive/data.warc.gz#" + std::to_string(gzip_of(one).size()));
    EXPECT_EQ(all.pages[1].page.url, "https://blatt.example/2");
    const tests::OneFile files(bytes);
    for (const StreamedPage& page : all.pages) {
        const auto again = read_page_at(page.page.path, files);
        ASSERT_TRUE(again) << again.error().reason;
        EXPECT_EQ(again->bytes, page.page.bytes);
    }
    StreamOptions options;
    options.begin_at = [&](const std::string& path) { return path == all.pages[0].archive ? all.pages[0].next : std::string(); };
    EXPECT_EQ(pages_of(bytes, std::move(options)).pages.size(), 1U);
}

TEST(Zip, AnyOtherIsLikeAFolder) {
    const AllPages all = pages_of(zip_of({{"b/x.html", "<p>b</p>"}, {"a.txt", "a"}}, true));
    ASSERT_EQ(all.pages.size(), 2U);
    EXPECT_EQ(all.pages[0].page.path, "f/b/x.html");
    EXPECT_EQ(all.pages[0].page.bytes, "<p>b</p>");
}

TEST(Zip, WhatIsBrokenIsToldAndABombEnds) {
    const std::string bytes = zip_of({{"a.txt", std::string(5000, 'a') + "b"}, {"b.txt", "b"}}, true);
    EXPECT_EQ(pages_of(bytes.substr(0, bytes.size() / 2)).problems.size(), 1U);
    std::string damaged = bytes;
    for (std::size_t i = 36; i < 44; ++i) damaged[i] = static_cast<char>(~damaged[i]);
    const AllPages all = pages_of(damaged);
    EXPECT_EQ(all.problems.size(), 1U);
    ASSERT_EQ(all.pages.size(), 1U);
    EXPECT_EQ(all.pages[0].page.bytes, "b");
    const AllPages bomb = pages_of(zip_of({{"a.jsonl", "{\"text\": \"" + std::string(limits::unpacked_free_bytes + 100, 'x')}}, true));
    EXPECT_TRUE(bomb.pages.empty());
    EXPECT_FALSE(bomb.problems.empty());
}

TEST(Zip, OneInsideAnotherIsNotOpened) {
    EXPECT_TRUE(pages_of(zip_of({{"inner.zip", zip_of({{"a.txt", "a"}}, true)}}, false)).pages.empty());
}

}  // namespace
}  // namespace depesche
