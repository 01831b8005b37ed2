#include <memory>

#include "brief/prepare.h"
#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/terminal.h"
#include "show/store_table.h"
#include "store/store_brief.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string what = "pieces";
    std::string format = "jsonl";
    StoreFilter filter;
    unsigned threads = 0;
};

int run(const Options& options) {
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    const Stages stages;
    const auto brief_of = [&](const std::string& story) -> Result<std::shared_ptr<const Brief>> {
        auto brief = brief_from_store(*database, std::span(&story, 1), stages, options.threads);
        if (!brief) return brief.error();
        return std::make_shared<const Brief>(std::move(*brief));
    };
    const auto take = [](const std::string& line) -> Result<bool> {
        if (print(line)) return true;
        return reader_left();
    };
    const TableAsked asked{table_named(options.what).value_or(TableKind::pieces), options.format == "csv", options.filter};
    return status_of(write_table(*database, asked, brief_of, take));
}

}  // namespace

Action add_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "export",
        "Write a table of a store: its pieces, or the quotes, origins, copies or differences in its stories. CSV is made for\n"
        "spreadsheets: a cell that one would run as a formula (= + - @) begins with an apostrophe; jsonl has all as it is.\n"
        "Example: depesche export quotes --store news.db --format csv > quotes.csv");
    command->add_option("WHAT", options->what, "pieces (if nothing is said), quotes, origins, copies or differences")
        ->check(CLI::IsMember({"pieces", "quotes", "origins", "copies", "differences"}));
    command->add_option("--store", options->store, "The store")->required();
    command->add_option("--format", options->format, "jsonl (if nothing is said) or csv")->check(CLI::IsMember({"jsonl", "csv"}));
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    add_store_filters(*command, options->filter);
    command->get_option("--limit")->description("At most so many pieces; of the other tables, the rows of so many stories. 0 means all");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
