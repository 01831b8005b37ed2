#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/terminal.h"
#include "store/forget.h"
#include "store/update_stories.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::vector<std::string> names;
    unsigned threads = 0;
};

int run(const Options& options) {
    const auto database = open_store(options.store, OpenMode::write);
    if (!database) {
        warn(database.error());
        return status_failed;
    }
    int status = status_good;
    for (const std::string& name : options.names) {
        const auto forgotten = forget_pages(*database, name);
        if (!forgotten) {
            warn(forgotten.error());
            status = status_failed;
            continue;
        }
        print(fmt::format("{}: {} page{} taken out for good\n", name, forgotten->pages, forgotten->pages == 1 ? "" : "s"));
        if (!forgotten->log_cleared) {
            warn("another program has the store open: the log beside it may hold old bytes until that ends; run forget again then");
            status = status_failed;
        }
    }
    return std::max(status, told(update_stories(*database, Languages(), options.threads)));
}

}  // namespace

Action add_forget(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "forget",
        "Take a page and all that came from it out of a store for good: its bytes are overwritten, also in the search index. Its hash\n"
        "alone is kept, so that it does not come in again (ingest --again lets it).\n"
        "Example: depesche forget --store news.db https://anzeiger.example/artikel-17");
    command->add_option("PAGE", options->names, "Addresses, begins of hashes (12 digits or more), or paths as they were ingested")
        ->required();
    command->add_option("--store", options->store, "The store")->required();
    command->add_option("--threads", options->threads, "Threads for finding stories anew; 0 means all cores");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
