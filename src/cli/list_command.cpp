#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string what = "stories";
    StoreFilter filter;
    bool json = false;
    unsigned threads = 0;
};

int run(const Options& options) {
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    const auto give = [](const std::string& text) -> Result<bool> {
        if (print(text)) return true;
        return reader_left();
    };
    const auto done =
        options.what == "pages"
            ? for_each_piece(*database, options.filter,
                             [&](const ListedPiece& piece) { return give(options.json ? json_line(piece) : text_lines(piece)); })
            : for_each_story(*database, options.filter,
                             [&](const ListedStory& story) { return give(options.json ? json_line(story) : text_lines(story)); });
    return status_of(done);
}

}  // namespace

Action add_list(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("list",
                           "List the stories of a store, newest first, or its pages. Two stores with the same pages list the\n"
                           "same, however they were filled.\nExample: depesche list --store news.db --since 2026-03-01 --limit 20");
    command->add_option("WHAT", options->what, "stories (if nothing is said) or pages")->check(CLI::IsMember({"stories", "pages"}));
    command->add_option("--store", options->store, "The store")->required();
    command->add_flag("--json", options->json, "One line of JSON each");
    command->add_option("--threads", options->threads, "Threads for finding stories anew; 0 means all cores");
    add_store_filters(*command, options->filter);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
