#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"
#include "store/corrections.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string story;
    bool json = false;
    unsigned threads = 0;
};

std::string short_names(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name.substr(0, shown_digits);
    return out;
}

// The pieces of the story, what became of it, and what was corrected in it.
Result<bool> show(const Database& database, const std::string& story, bool as_json) {
    std::vector<std::string> pages;
    auto done = for_each_piece_of(database, story, [&](const ListedPiece& piece) -> Result<bool> {
        pages.push_back(piece.sha256);
        if (print(as_json ? json_line(piece) : text_lines(piece))) return true;
        return reader_left();
    });
    if (!done || as_json) return done;
    const auto events = events_of_story(database, story);
    if (!events) return events.error();
    for (const ListedStoryEvent& event : *events)
        print(fmt::format("{}: {} → {}\n", event.kind, short_names(event.before), short_names(event.after)));
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    for (const Correction& correction : *corrections) {
        if (std::ranges::find(pages, correction.page) != pages.end()) print(fmt::format("corrected: {}\n", text_of(correction)));
    }
    return true;
}

int run(const Options& options) {
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    const auto story = find_story(*database, options.story);
    if (!story) {
        warn(story.error());
        return story.error().problem == Problem::wrong_usage ? status_usage : status_failed;
    }
    return status_of(show(*database, *story, options.json));
}

}  // namespace

Action add_show(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("show",
                           "Show the pieces of one story, the joins and splits it comes from, and what was corrected in it.\n"
                           "Example: depesche show --store news.db ba9269ec039b");
    command->add_option("STORY", options->story, "The begin of the hash of the story, or of any page in it")->required();
    command->add_option("--store", options->store, "The store")->required();
    command->add_flag("--json", options->json, "One line of JSON for each piece");
    command->add_option("--threads", options->threads, "Threads for finding stories anew; 0 means all cores");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
