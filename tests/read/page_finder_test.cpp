#include "read/page_finder.h"

#include <gtest/gtest.h>

#include "read/archives.h"

namespace depesche {
namespace {

std::string lines(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "{\"text\": \"Zeile " + std::to_string(i) + "\"}\n";
    return out;
}

TEST(PageFinder, FindsPagesInAnyOrderAsTheSlowTwinDoes) {
    for (const std::string& bytes : {lines(60), tests::gzip_of(lines(30)) + tests::gzip_of(lines(30))}) {
        const tests::OneFile files(bytes);
        const auto all = tests::pages_of(bytes);
        PageFinder finder(files);
        for (std::size_t step = 1; step < 60; step += 7) {
            for (std::size_t i = step; i < 60; i += step) {
                const auto found = finder.find(all.pages[i].page.path);
                ASSERT_TRUE(found) << all.pages[i].page.path;
                EXPECT_EQ(found->bytes, all.pages[i].page.bytes);
                EXPECT_EQ(found->bytes, read_page_at(all.pages[i].page.path, files)->bytes);
            }
        }
    }
}

// Opens of the one file are counted: asked in order, a packed file is unpacked once and not again for every page.
class CountedFile final : public FileSystem {
public:
    explicit CountedFile(std::string bytes) : file_(std::move(bytes)) {}
    [[nodiscard]] FileKind kind(const std::string& path) const override { return file_.kind(path); }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& path) const override { return file_.list(path); }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override { return file_.read(path, limit); }
    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override { return file_.size(path); }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        ++opens;
        return file_.open(path, offset);
    }
    mutable int opens = 0;

private:
    tests::OneFile file_;
};

TEST(PageFinder, AskedInOrderItUnpacksOnce) {
    const std::string bytes = tests::gzip_of(lines(200));
    const CountedFile files(bytes);
    PageFinder finder(files);
    for (const StreamedPage& page : tests::pages_of(bytes).pages) ASSERT_TRUE(finder.find(page.page.path));
    EXPECT_LE(files.opens, 4);
}

TEST(PageFinder, WhatIsNotThereIsNotFound) {
    const tests::OneFile files(tests::gzip_of(lines(3)));
    PageFinder finder(files);
    for (const std::string path : {"g", "g#1", "f#0+7", "f#0+99999", "f#17", "f/x#0"}) EXPECT_FALSE(finder.find(path)) << path;
}

}  // namespace
}  // namespace depesche
