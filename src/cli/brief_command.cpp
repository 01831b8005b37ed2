#include <cstdlib>
#include <memory>

#include <depesche/depesche.h>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"

namespace depesche::cli {
namespace {

struct Options {
    PageInput input;
    std::string json;
    std::string html;
    std::string lang;
    bool quiet = false;
    BriefOptions brief;
};

// --lang, else the user's locale: German for a German one, English for every other.
OutputLanguage output_language(const std::string& lang) {
    if (!lang.empty()) return lang == "de" ? OutputLanguage::german : OutputLanguage::english;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        return std::string_view(value).starts_with("de") ? OutputLanguage::german : OutputLanguage::english;
    }
    return OutputLanguage::english;
}

int write(const std::string& path, const std::string& bytes) {
    if (path.empty()) return status_good;
    if (path == "-") return print(bytes) ? status_good : status_failed;
    const auto written = write_file(path, bytes);
    if (written) return status_good;
    warn(written.error());
    return status_failed;
}

int run(const Options& options) {
    auto loaded = load_pages(options.input);
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    Brief brief = make_brief(std::move(loaded->pages), options.brief);
    const OutputLanguage language = output_language(options.lang);
    const bool to_stdout = options.json == "-" || options.html == "-";
    if (!to_stdout && !options.quiet && !brief.stories.empty()) print(to_terminal(brief, language, terminal_width(), terminal_has_color()));
    int status = status_good;
    if (!options.json.empty()) status = std::max(status, write(options.json, to_json(brief)));
    if (!options.html.empty()) status = std::max(status, write(options.html, to_html(brief, language)));
    std::vector<Error> problems = std::move(loaded->problems);
    problems.insert(problems.end(), brief.problems.begin(), brief.problems.end());
    if (brief.stories.empty()) warn("no page with an article was found");
    return std::max(status, report(problems));
}

void add_filters(CLI::App& command, BriefOptions& options) {
    const auto day = CLI::Validator(
        [](std::string& text) {
            return text.size() == 10 && text[4] == '-' && text[7] == '-' ? std::string() : std::string("a day is written 2024-06-18");
        },
        "DAY");
    command.add_option("--since", options.since, "Leave out reports published before this day; those without a date stay")->check(day);
    command.add_option("--until", options.until, "Leave out reports published after this day; those without a date stay")->check(day);
    command.add_option("--outlet", options.outlet, "Only reports of this outlet");
    command.add_option("--language", options.language, "Only articles in this language, such as de");
    command.add_option("--threads", options.threads, "Threads; 0 means all cores. The output does not depend on it");
}

}  // namespace

Action add_brief(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("brief",
                                           "The main job: read pages and print the stories in them, for a person.\n"
                                           "Example: depesche brief pages/ --meta crawl.csv --html brief.html --json brief.json");
    add_page_input(*command, options->input);
    command->add_option("--json", options->json, "Write everything, with all spans and evidence, to this file (- for standard output)");
    command->add_option("--html", options->html, "Write one self-contained page to this file (- for standard output)");
    command->add_option("--lang", options->lang, "Language of terminal and HTML: de or en; by default the locale's")
        ->check(CLI::IsMember({"de", "en"}));
    command->add_flag("--quiet", options->quiet, "Print no report to the terminal");
    add_filters(*command, options->brief);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
