#include "cli/input.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

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

void add_fields(CLI::App& command, std::vector<std::string>& fields) {
    const auto assignment = CLI::Validator(
        [](std::string& text) {
            PageFields unused;
            return add_field(unused, text)
                       ? std::string()
                       : std::string("a field is named like text=Inhalt: html, text, title, url, outlet, published or crawled");
        },
        "NAME=FIELD");
    command
        .add_option("--field", fields,
                    "Of JSON lines: read NAME (html, text, title, url, outlet, published, crawled) from this field; may be given again")
        ->check(assignment);
}

PageFields page_fields(const std::vector<std::string>& assignments) {
    PageFields fields;
    for (const std::string& assignment : assignments) (void)add_field(fields, assignment);
    return fields;
}

void add_page_input(CLI::App& command, PageInput& input) {
    command.add_option("PATH", input.paths, "Pages, archives of pages, or folders of them; - for standard input")->required();
    command.add_option("--meta", input.meta, "CSV with the columns page, url, outlet, crawled: what the crawler knows");
    command.add_option("--include", input.include,
                       "Of folders, only files that this pattern fits, such as '*.warc.gz'; may be given again");
    add_fields(command, input.fields);
}

Result<std::unique_ptr<PageStream>> open_stream(const PageInput& input, const FileSystem& files,
                                                std::function<std::string(const std::string& path)> begin_at) {
    StreamOptions options;
    options.begin_at = std::move(begin_at);
    options.include = input.include;
    options.fields = page_fields(input.fields);
    if (!input.meta.empty()) {
        const auto csv = load_file(input.meta, limits::page_bytes);
        if (!csv) return csv.error();
        auto parsed = parse_meta(*csv, input.meta);
        if (!parsed) return parsed.error();
        options.meta = std::move(*parsed);
    }
    return std::make_unique<PageStream>(input.paths, files, std::move(options));
}

Result<LoadedPages> load_pages(const PageInput& input, Progress& progress) {
    auto stream = open_stream(input, progress.files());
    if (!stream) return stream.error();
    progress.expect((*stream)->paths());
    LoadedPages loaded;
    while (auto page = (*stream)->next()) {
        if (*page) loaded.pages.push_back(std::move((*page)->page));
        else loaded.problems.push_back(page->error());
        progress.page(!*page);
    }
    return loaded;
}

Result<std::string> load_lines(const std::string& path) { return load_file(path, lines_bytes); }

std::vector<Error> for_each_complete_record(std::string_view lines, const std::string& path, const std::vector<std::string>& required,
                                            const std::function<void(Record)>& use) {
    std::vector<Error> problems;
    for_each_record(
        lines, path,
        [&](Record record, std::size_t line) {
            const auto missing = std::ranges::find_if(required, [&](const std::string& name) { return record.get(name).empty(); });
            if (missing == required.end()) use(std::move(record));
            else
                problems.push_back(
                    {Problem::bad_format, fmt::format("the object has no \"{}\"", *missing), fmt::format("{}:{}", path, line), {}});
        },
        [&](Error error) { problems.push_back(std::move(error)); });
    return problems;
}

Result<LoadedRecords> load_records(const std::string& path, const std::vector<std::string>& required) {
    const auto bytes = load_lines(path);
    if (!bytes) return bytes.error();
    LoadedRecords loaded;
    loaded.problems = for_each_complete_record(*bytes, path, required, [&](Record record) { loaded.records.push_back(std::move(record)); });
    return loaded;
}

}  // namespace depesche::cli
