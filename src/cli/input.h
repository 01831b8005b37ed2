// What the commands read: pages from paths, lines from files or standard input.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

#include "cli/progress.h"
#include "read/json_lines.h"
#include "read/page_stream.h"

namespace depesche::cli {

// What commands that take pages are told about them on the command line.
struct PageInput {
    std::vector<std::string> paths;
    std::string meta;
    std::vector<std::string> include;
    std::vector<std::string> fields;
};
// Adds --field to `command`.
void add_fields(CLI::App& command, std::vector<std::string>& fields);
// The usual names and those that --field gave.
[[nodiscard]] PageFields page_fields(const std::vector<std::string>& assignments);
// Adds PATH, --meta, --include and --field to `command`.
void add_page_input(CLI::App& command, PageInput& input);

// The stream of those pages; `begin_at` as in StreamOptions. Error: the meta file cannot be read or parsed.
[[nodiscard]] Result<std::unique_ptr<PageStream>> open_stream(const PageInput& input, const FileSystem& files = disk(),
                                                              std::function<std::string(const std::string& path)> begin_at = {});

struct LoadedPages {
    std::vector<PageBytes> pages;
    std::vector<Error> problems;
};

// All pages of the stream at once, for what needs them all. Error: the meta file cannot be read or parsed.
[[nodiscard]] Result<LoadedPages> load_pages(const PageInput& input, Progress& progress);

// All bytes of a file, or of standard input for "-", at most `limit`.
[[nodiscard]] Result<std::string> load_file(const std::string& path, std::size_t limit);

// All bytes of a JSON-lines file, or of standard input for "-".
[[nodiscard]] Result<std::string> load_lines(const std::string& path);

// Calls `use` with each record of `lines` that has the named fields, in order; returns what is wrong with the other lines, `path` as their
// place.
[[nodiscard]] std::vector<Error> for_each_complete_record(std::string_view lines, const std::string& path,
                                                          const std::vector<std::string>& required, const std::function<void(Record)>& use);

// Records of a JSON-lines file with the named fields present; others are problems. Lines in the order of the file.
struct LoadedRecords {
    std::vector<Record> records;
    std::vector<Error> problems;
};
[[nodiscard]] Result<LoadedRecords> load_records(const std::string& path, const std::vector<std::string>& required);

}  // namespace depesche::cli
