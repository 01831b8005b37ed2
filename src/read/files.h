// From paths to stored pages: walking folders and reading files, through an interface that tests can make fail.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "read/byte_source.h"

namespace depesche {

enum class FileKind { none, file, folder, other };

// All contact with the file system. Implementations must be safe to call from several threads.
class FileSystem {
public:
    virtual ~FileSystem() = default;
    [[nodiscard]] virtual FileKind kind(const std::string& path) const = 0;
    // Names (not paths) of what is in a folder, in any order. Errors: no_rights, not_found, cannot_read.
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& folder) const = 0;
    // All bytes, at most `limit`. Errors: too_large, no_rights, not_found, cannot_read.
    [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::size_t limit) const = 0;
    // Bytes of a file. Errors: as read.
    [[nodiscard]] virtual Result<std::uint64_t> size(const std::string& path) const = 0;
    // The bytes from `offset` on, one after the other; "-" is standard input, which can be had once and from its begin only.
    [[nodiscard]] virtual Result<std::unique_ptr<ByteSource>> open(const std::string& path, std::uint64_t offset) const = 0;
};

// The machine's own file system. Lives as long as the program.
[[nodiscard]] const FileSystem& disk();

struct FoundFiles {
    std::vector<std::string> paths;  // sorted by bytes, each once; "-" stands for standard input
    std::vector<Error> problems;     // paths that are not there, folders that cannot be listed or have no files
};

// Expands folders recursively; a file's path is the argument joined with what was walked below it. Names that begin with a
// dot are left out, links to folders are followed at most 32 deep. Of a folder, only files that one of the patterns in `include` fits are
// taken, all when there is none: a pattern with "/" is for the path below the folder, any other for the file's name (as fnmatch(3)).
[[nodiscard]] FoundFiles find_files(std::span<const std::string> arguments, const FileSystem& files,
                                    std::span<const std::string> include = {});

// What the crawler knows of a page, from --meta: rows by page name. Columns page, url, outlet, crawled in any order.
struct MetaRow {
    std::string page;
    std::string url;
    std::string outlet;
    std::string crawled;
};

// RFC 4180 with a header line; unknown columns are left alone. Error: bad_format with the line as place.
[[nodiscard]] Result<std::vector<MetaRow>> parse_meta(std::string_view csv, const std::string& path);

// Fills in what `rows` know of the page, over what came with it: by its whole path, else by its file name.
void apply_meta(PageBytes& page, std::span<const MetaRow> rows);

}  // namespace depesche
