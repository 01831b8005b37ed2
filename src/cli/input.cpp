#include "cli/input.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "read/files.h"
#include "read/limits.h"

namespace depesche::cli {
namespace {

constexpr std::size_t lines_bytes = std::size_t{4} * 1024 * 1024 * 1024 - 1;  // a JSON-lines file, all of it in memory

Result<std::string> load_standard_input(std::size_t limit) {
    std::string bytes;
    std::string block(1U << 16U, '\0');
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), stdin)) {
        bytes.append(block, 0, got);
        if (bytes.size() > limit)
            return Error{Problem::too_large, fmt::format("there are more than {} bytes, the limit", limit), "standard input", {}};
    }
    return bytes;
}

}  // namespace

Result<std::string> load_file(const std::string& path, std::size_t limit) {
    return path == "-" ? load_standard_input(limit) : disk().read(path, limit);
}

Result<LoadedPages> load_pages(const std::vector<std::string>& paths, const std::string& meta) {
    std::vector<MetaRow> rows;
    if (!meta.empty()) {
        const auto csv = load_file(meta, limits::page_bytes);
        if (!csv) return csv.error();
        auto parsed = parse_meta(*csv, meta);
        if (!parsed) return parsed.error();
        rows = std::move(*parsed);
    }
    FoundFiles found = find_files(paths, disk());
    LoadedPages loaded;
    loaded.problems = std::move(found.problems);
    for (std::string& path : found.paths) {
        auto bytes = disk().read(path, limits::page_bytes);
        if (!bytes) {
            loaded.problems.push_back(bytes.error());
            continue;
        }
        PageBytes page;
        page.path = std::move(path);
        page.bytes = std::move(*bytes);
        apply_meta(page, rows);
        loaded.pages.push_back(std::move(page));
    }
    return loaded;
}

Result<LoadedRecords> load_records(const std::string& path, const std::vector<std::string>& required) {
    const auto bytes = load_file(path, lines_bytes);
    if (!bytes) return bytes.error();
    LoadedRecords loaded;
    for_each_record(
        *bytes, path,
        [&](Record record, std::size_t line) {
            const auto missing = std::ranges::find_if(required, [&](const std::string& name) { return record.get(name).empty(); });
            if (missing != required.end()) {
                loaded.problems.push_back(
                    {Problem::bad_format, fmt::format("the object has no \"{}\"", *missing), fmt::format("{}:{}", path, line), {}});
            } else {
                loaded.records.push_back(std::move(record));
            }
        },
        [&](Error error) { loaded.problems.push_back(std::move(error)); });
    return loaded;
}

}  // namespace depesche::cli
