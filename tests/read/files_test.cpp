#include "read/files.h"

#include <gtest/gtest.h>

#include <map>

namespace depesche {
namespace {

// A file system of names alone, in which folders can be made unreadable.
class MadeUpFiles final : public FileSystem {
public:
    std::map<std::string, std::vector<std::string>> folders;
    std::map<std::string, std::string> files;
    std::string locked;

    [[nodiscard]] FileKind kind(const std::string& path) const override {
        if (folders.contains(path)) return FileKind::folder;
        return files.contains(path) ? FileKind::file : FileKind::none;
    }
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& folder) const override {
        if (folder == locked) return Error{Problem::no_rights, "no right to read it", folder, {}};
        return folders.at(folder);
    }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t) const override { return files.at(path); }
    [[nodiscard]] Result<std::uint64_t> size(const std::string& path) const override { return std::uint64_t{files.at(path).size()}; }
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const override {
        return source_of(files.at(path).substr(offset), offset);
    }
};

TEST(FindFiles, WalksFoldersAndSortsByBytes) {
    MadeUpFiles files;
    files.folders = {{"p", {"b.txt", "sub", ".hidden"}}, {"p/sub", {"a.txt"}}};
    files.files = {{"p/b.txt", ""}, {"p/sub/a.txt", ""}, {"p/.hidden", ""}, {"single", ""}};
    const std::vector<std::string> arguments = {"single", "p", "p/b.txt"};
    const FoundFiles found = find_files(arguments, files);
    EXPECT_EQ(found.paths, (std::vector<std::string>{"p/b.txt", "p/sub/a.txt", "single"}));
    EXPECT_TRUE(found.problems.empty());
}

TEST(FindFiles, NamesWhatIsNotThereEmptyOrLocked) {
    MadeUpFiles files;
    files.folders = {{"empty", {}}, {"locked", {}}};
    files.locked = "locked";
    const FoundFiles found = find_files(std::vector<std::string>{"away", "empty", "locked"}, files);
    ASSERT_EQ(found.problems.size(), 3U);
    EXPECT_EQ(found.problems[0].problem, Problem::not_found);
    EXPECT_EQ(found.problems[1].problem, Problem::empty);
    EXPECT_EQ(found.problems[2].problem, Problem::no_rights);
}

TEST(FindFiles, AFolderInsideItselfEnds) {
    MadeUpFiles files;
    std::string path = "a";
    for (int i = 0; i < 100; ++i, path += "/a") files.folders[path] = {"a"};
    const FoundFiles found = find_files(std::vector<std::string>{"a"}, files);
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_EQ(found.problems[0].problem, Problem::too_large);
}

TEST(Meta, ReadsColumnsInAnyOrderWithQuotesAndLineEnds) {
    const auto rows = parse_meta("outlet,page,other\r\n\"Bote, Der\",a.txt,x\r\n\"Er \"\"sagt\"\"\",b.txt,\r\n", "meta.csv");
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[0].outlet, "Bote, Der");
    EXPECT_EQ((*rows)[1].outlet, "Er \"sagt\"");
    EXPECT_EQ((*rows)[1].url, "");
}

TEST(Meta, SaysWhereItIsBroken) {
    EXPECT_EQ(parse_meta("", "m.csv").error().problem, Problem::bad_format);
    EXPECT_EQ(parse_meta("url\nx\n", "m.csv").error().place, "m.csv:1");
    EXPECT_EQ(parse_meta("page,url\na,b\nc,\"d\n", "m.csv").error().place, "m.csv:3");
}

TEST(Meta, AWholePathBeatsAFileName) {
    const auto rows = parse_meta("page,outlet\na.txt,Name\nfolder/a.txt,Pfad\n", "m.csv");
    PageBytes whole{"folder/a.txt", {}, {}, {}, {}};
    apply_meta(whole, *rows);
    EXPECT_EQ(whole.outlet, "Pfad");
    PageBytes named{"elsewhere/a.txt", {}, {}, {}, {}};
    apply_meta(named, *rows);
    EXPECT_EQ(named.outlet, "Name");
}

}  // namespace
}  // namespace depesche
