// What the commands read: pages from paths, lines from files or standard input.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "read/json_lines.h"

namespace depesche::cli {

struct LoadedPages {
    std::vector<PageBytes> pages;
    std::vector<Error> problems;
};

// All pages below the paths, with what the --meta file knows of them ("" for none). Error: the meta file cannot be read or parsed.
[[nodiscard]] Result<LoadedPages> load_pages(const std::vector<std::string>& paths, const std::string& meta);

// All bytes of a file, or of standard input for "-", at most `limit`.
[[nodiscard]] Result<std::string> load_file(const std::string& path, std::size_t limit);

// Records of a JSON-lines file with the named fields present; others are problems. Lines in the order of the file.
struct LoadedRecords {
    std::vector<Record> records;
    std::vector<Error> problems;
};
[[nodiscard]] Result<LoadedRecords> load_records(const std::string& path, const std::vector<std::string>& required);

}  // namespace depesche::cli
