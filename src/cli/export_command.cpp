#include <memory>

#include "brief/prepare.h"
#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/terminal.h"
#include "show/table_lines.h"
#include "store/store_brief.h"
#include "store/story_rows.h"
#include "store/tables.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string what = "pieces";
    std::string format = "jsonl";
    StoreFilter filter;
    unsigned threads = 0;
};

class TableWriter {
public:
    TableWriter(TableKind kind, bool csv) : columns_(table_columns(kind)), csv_(csv) {}

    [[nodiscard]] Result<bool> begin() const { return csv_ ? give(csv_line(columns_)) : Result<bool>(true); }

    [[nodiscard]] Result<bool> row(const TableRow& cells) const {
        return give(csv_ ? csv_line(std::vector<std::string_view>(cells.begin(), cells.end())) : json_table_line(columns_, cells));
    }

private:
    static Result<bool> give(const std::string& line) {
        if (print(line)) return true;
        return reader_left();
    }

    std::vector<std::string_view> columns_;
    bool csv_;
};

TableKind kind_named(std::string_view name) {
    for (std::size_t i = 0; i < table_kinds; ++i) {
        if (name_of(static_cast<TableKind>(i)) == name) return static_cast<TableKind>(i);
    }
    return TableKind::pieces;
}

// One story after the other, so that memory does not grow with the store.
Result<bool> write_findings(const Database& database, TableKind kind, const Options& options, const TableWriter& table) {
    const Stages stages;
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    std::vector<std::string> stories;
    auto listed = for_each_story(database, options.filter, [&](const ListedStory& story) -> Result<bool> {
        stories.push_back(story.name);
        return true;
    });
    if (!listed) return listed;
    for (const std::string& story : stories) {
        const auto brief = brief_from_store(database, std::span(&story, 1), stages, options.threads);
        if (!brief) return brief.error();
        for (const TableRow& row : rows_of(kind, *brief, *corrections)) {
            if (auto done = table.row(row); !done) return done;
        }
    }
    return true;
}

int run(const Options& options) {
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    const TableKind kind = kind_named(options.what);
    const TableWriter table(kind, options.format == "csv");
    auto done = table.begin();
    if (done) {
        done = kind == TableKind::pieces
                   ? for_each_piece_row(*database, options.filter, [&](const TableRow& row) { return table.row(row); })
                   : write_findings(*database, kind, options, table);
    }
    return status_of(done);
}

}  // namespace

Action add_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("export",
                           "Write a table of a store: its pieces, or the quotes, origins, copies or differences in its stories.\n"
                           "Example: depesche export quotes --store news.db --format csv > quotes.csv");
    command->add_option("WHAT", options->what, "pieces (if nothing is said), quotes, origins, copies or differences")
        ->check(CLI::IsMember({"pieces", "quotes", "origins", "copies", "differences"}));
    command->add_option("--store", options->store, "The store")->required();
    command->add_option("--format", options->format, "jsonl (if nothing is said) or csv")->check(CLI::IsMember({"jsonl", "csv"}));
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    add_store_filters(*command, options->filter);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
