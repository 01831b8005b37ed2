// The program: names the subcommands, parses the command line, runs the one that was named.
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <depesche/depesche.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace depesche::cli {
namespace {

int run(int count, char** arguments) {
    CLI::App app{
        "Reads piles of stored news pages and gives back the stories in them: what happened, when, who says so,\n"
        "who copied whom, and where reports differ. Every line leads back to the bytes it came from.\n\n"
        "Example: depesche brief pages/ --html brief.html --json brief.json"};
    app.set_version_flag("--version", fmt::format("depesche {}", version()));
    app.require_subcommand(1);
    app.get_formatter()->column_width(36);
    using Add = Action (*)(CLI::App&);
    std::vector<std::pair<const char*, Add>> adders = {
        {"brief", add_brief},     {"read", add_read},       {"marks", add_marks},   {"stories", add_stories},
        {"origins", add_origins}, {"trace", add_trace},     {"verify", add_verify}, {"ingest", add_ingest},
        {"watch", add_watch},     {"list", add_list},       {"show", add_show},     {"search", add_search},
        {"export", add_export},   {"correct", add_correct}, {"forget", add_forget}, {"serve", add_serve}};
    std::vector<std::pair<const char*, Action>> actions;
    for (const auto& [name, add] : adders) actions.emplace_back(name, add(app));
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? status_good : status_usage;
    }
    for (const auto& [name, action] : actions) {
        if (app.got_subcommand(name)) return action();
    }
    return status_usage;
}

}  // namespace
}  // namespace depesche::cli

int main(int count, char** arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away ends the output, not the program
    try {
        return depesche::cli::run(count, arguments);
    } catch (const std::exception& error) {
        depesche::cli::warn(fmt::format("ended by an unexpected problem: {}", error.what()));
        return depesche::cli::status_failed;
    }
}
