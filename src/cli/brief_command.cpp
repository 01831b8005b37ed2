#include <algorithm>
#include <cstdlib>
#include <memory>

#include <depesche/depesche.h>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/store_input.h"
#include "cli/terminal.h"
#include "store/store_brief.h"
#include "store/story_rows.h"

namespace depesche::cli {
namespace {

struct Options {
    PageInput input;  // with a store its paths are names of stories
    std::string store;
    std::size_t limit = 0;
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

// Prints and writes what was asked for. Returns the exit status.
int give(const Brief& brief, const Options& options) {
    const OutputLanguage language = output_language(options.lang);
    const bool to_stdout = options.json == "-" || options.html == "-";
    if (!to_stdout && !options.quiet && !brief.stories.empty()) print(to_terminal(brief, language, terminal_width(), terminal_has_color()));
    int status = status_good;
    if (!options.json.empty()) status = std::max(status, write(options.json, to_json(brief)));
    if (!options.html.empty()) status = std::max(status, write(options.html, to_html(brief, language)));
    return status;
}

// The whole names of the stories that were named, or of all that the filters let through.
Result<std::vector<std::string>> stories_wanted(const Database& database, const Options& options) {
    std::vector<std::string> names;
    for (const std::string& begin : options.input.paths) {
        const auto name = find_story(database, begin);
        if (!name) return name.error();
        if (std::ranges::find(names, *name) == names.end()) names.push_back(*name);
    }
    if (!options.input.paths.empty()) return names;
    const BriefOptions& brief = options.brief;
    const StoreFilter filter{brief.since, brief.until, brief.outlet, brief.language, options.limit};
    auto done = for_each_story(database, filter, [&](const ListedStory& story) -> Result<bool> {
        names.push_back(story.name);
        return true;
    });
    if (!done) return done.error();
    return names;
}

int run_store(const Options& options) {
    const auto database = open_current_store(options.store, options.brief.threads);
    if (!database) return status_failed;
    const auto names = stories_wanted(*database, options);
    if (!names) {
        warn(names.error());
        return names.error().problem == Problem::wrong_usage ? status_usage : status_failed;
    }
    const Stages stages;
    const auto brief = brief_from_store(*database, *names, stages, options.brief.threads);
    if (!brief) {
        warn(brief.error());
        return status_failed;
    }
    if (brief->stories.empty()) warn("no story was found");
    return give(*brief, options);
}

int run(const Options& options) {
    if (!options.store.empty()) return run_store(options);
    if (options.input.paths.empty()) {
        warn("brief needs pages, or --store FILE");
        return status_usage;
    }
    Progress progress(PrintedMeanwhile::nothing);
    auto loaded = load_pages(options.input, progress);
    if (!loaded) {
        progress.clear();
        warn(loaded.error());
        return status_failed;
    }
    progress.stage("finding stories");
    const Brief brief = make_brief(std::move(loaded->pages), options.brief);
    progress.clear();
    const int status = give(brief, options);
    std::vector<Error> problems = std::move(loaded->problems);
    problems.insert(problems.end(), brief.problems.begin(), brief.problems.end());
    if (brief.stories.empty()) warn("no page with an article was found");
    return std::max(status, report(problems));
}

void add_filters(CLI::App& command, BriefOptions& options) {
    const CLI::Validator day = day_validator();
    command.add_option("--since", options.since, "Leave out reports published before this day; those without a date stay")->check(day);
    command.add_option("--until", options.until, "Leave out reports published after this day; those without a date stay")->check(day);
    command.add_option("--outlet", options.outlet, "Only reports of this outlet; with --store, whole stories that have one");
    command.add_option("--language", options.language, "Only articles in this language, such as de")->transform(language_validator());
    command.add_option("--threads", options.threads, "Threads; 0 means all cores. The output does not depend on it");
}

}  // namespace

Action add_brief(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("brief",
                                           "The main job: read pages and print the stories in them, for a person.\n"
                                           "Example: depesche brief pages/ --meta crawl.csv --html brief.html --json brief.json");
    add_page_input(*command, options->input);
    command->get_option("PATH")->required(false)->description(
        "Pages, archives of pages, or folders of them; - for standard input. With --store: stories, by the begin of their hash; all if "
        "none is named");
    command->add_option("--store", options->store, "Take the pages, and which story they are in, from this store");
    command->add_option("--limit", options->limit, "With --store: at most so many stories, newest first; 0 means all")
        ->check(limit_validator());
    command->add_option("--json", options->json, "Write everything, with all spans and evidence, to this file (- for standard output)");
    command->add_option("--html", options->html, "Write one self-contained page to this file (- for standard output)");
    command->add_option("--lang", options->lang, "Language of terminal and HTML: de or en; by default the locale's")
        ->check(CLI::IsMember({"de", "en"}));
    command->add_flag("--quiet", options->quiet, "Print no report to the terminal");
    add_filters(*command, options->brief);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
