// The program: names the subcommands, parses the command line, runs the one that was named.
#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <depesche/depesche.h>

#include "brief/edits.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace depesche::cli {
namespace {

// What is wrong with a line that names no command of ours.
std::string no_command(const CLI::App& app, std::string_view first) {
    if (first.empty()) return "a command is needed";
    if (first.starts_with('-')) return fmt::format("{}: there is no such option before a command", first);
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const auto apart = [&](const CLI::App* command) { return edits_between(first, command->get_name()); };
    const CLI::App* nearest = *std::ranges::min_element(commands, {}, apart);
    const std::string meant = apart(nearest) <= 2 ? fmt::format("; did you mean {}?", nearest->get_name()) : "";
    return fmt::format("{}: there is no such command{}", first, meant);
}

// Wrong usage, with the command's own example.
int tell_usage(const CLI::App& app, const CLI::ParseError& error, std::string_view first) {
    const std::vector<CLI::App*> named = app.get_subcommands();
    const CLI::App& command = named.empty() ? app : *named.front();
    warn(named.empty() ? no_command(app, first) : fmt::format("{}: {}", command.get_name(), error.what()));
    const std::string description = command.get_description();
    const std::size_t example = description.find("Example: ");
    if (example != std::string::npos) warn(description.substr(example, description.find('\n', example) - example));
    warn(fmt::format("`depesche {}--help` says more", named.empty() ? "" : command.get_name() + " "));
    return status_usage;
}

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
        if (error.get_exit_code() != 0) return tell_usage(app, error, count > 1 ? arguments[1] : "");
        return app.exit(error);
    }
    for (const auto& [name, action] : actions) {
        if (!app.got_subcommand(name)) continue;
        const int status = action();
        return std::max(status, output_status());
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
