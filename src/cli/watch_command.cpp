#include <atomic>
#include <csignal>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <depesche/depesche.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"
#include "fetch/curl_transport.h"
#include "fetch/watch.h"
#include "store/store_file.h"
#include "store/update_stories.h"

namespace depesche::cli {
namespace {

struct Options {
    std::vector<std::string> feeds;
    std::string store;
    double every = 600;
    double delay = 1;
    std::size_t most_pages = 500;
    std::string allow_private;
    bool once = false;
    bool no_marks = false;
    bool no_stories = false;
    unsigned threads = 0;
};

std::atomic<bool> is_over = false;
static_assert(std::atomic<bool>::is_always_lock_free);

// The first signal ends the run when what is at hand is done; the second ends the program at once.
void take_signals() {
    struct sigaction action {};
    action.sa_handler = [](int) { is_over.store(true); };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

milliseconds seconds_to_time(double seconds) { return milliseconds(static_cast<std::int64_t>(seconds * 1000)); }

void tell(std::string_view place, std::string_view sentence) { warn(fmt::format("{}: {}", place, sentence)); }

bool print_reports(const std::vector<PageReport>& reports) {
    std::string lines;
    for (const PageReport& report : reports) {
        if (report.fate == PageFate::stored) lines += json_line(report);
        else tell(report.path, name_of(report.fate));
    }
    return lines.empty() || print(lines);
}

int fail(const Error& error) {
    warn(error);
    return status_failed;
}

int watch(const Options& options, const std::vector<WebAddress>& feeds, const AllowedNetworks& networks) {
    const auto database = open_store(options.store, OpenMode::create);
    if (!database) return fail(database.error());
    const Stages stages;
    take_signals();
    MachineClock clock(is_over);
    CurlTransport transport(fmt::format("depesche/{}", version()), networks, [] { return is_over.load(); });
    Polite polite(transport, clock, "depesche", Manners{seconds_to_time(options.delay)});
    auto pages = NewPages::make(*database, stages, !options.no_marks, tell, print_reports);
    if (!pages) return fail(pages.error());
    const auto settle = [&]() -> Result<bool> {
        if (options.no_stories) return true;
        const auto updated = update_stories(*database, stages.languages(), options.threads);
        if (!updated) return updated.error();
        tell_notes(*updated);
        return true;
    };
    WatchOptions watched{seconds_to_time(options.every), options.once};
    watched.most_pages = options.most_pages;
    Watch watch(polite, clock, *database, std::move(*pages), watched, {tell, print_reports, settle});
    const auto counts = watch.run(feeds);
    if (!counts) return fail(counts.error());
    warn(fmt::format("{} pages stored, {} were known, {} could not be had, {} left for later", counts->stored, counts->known, counts->lost,
                     counts->left));
    return options.once && counts->lost > 0 ? status_failed : status_good;
}

int run(const Options& options) {
    const auto networks = AllowedNetworks::parse(options.allow_private);
    std::vector<WebAddress> feeds;
    for (const std::string& text : options.feeds) {
        auto feed = parse_address(text);
        if (!feed) {
            warn(feed.error());
            return status_usage;
        }
        feeds.push_back(std::move(*feed));
    }
    if (!networks) {
        warn(networks.error());
        return status_usage;
    }
    return watch(options, feeds, *networks);
}

}  // namespace

Action add_watch(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "watch",
        "Look at feeds again and again and add what is new to a store: RSS, Atom, news sitemaps and indexes of sitemaps. robots.txt is\n"
        "obeyed, a server is left alone between two requests and longer when it fails. Prints a line of JSON for each new page; what else\n"
        "happens is told on standard error. Ends with Ctrl-C.\n"
        "Example: depesche watch --store news.db --every 10m https://anzeiger.example/feed.xml");
    const CLI::AsNumberWithUnit time(std::map<std::string, double>{{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}});
    command->add_option("FEED", options->feeds, "Addresses of feeds, http or https")->required();
    command->add_option("--store", options->store, "The store; made when it is not there")->required();
    command->add_option("--every", options->every, "How often each feed is looked at, such as 90s, 10m, 2h; 10m when not given")
        ->transform(time)
        ->check(CLI::Range(1.0, 30.0 * 86400));
    command->add_flag("--once", options->once, "Look at each feed once and end; for scripts. Status 1 when something could not be had");
    command->add_option("--delay", options->delay, "How long a server is left alone between two requests; 1s when not given")
        ->transform(time)
        ->check(CLI::Range(0.0, 3600.0));
    command->add_option("--at-most", options->most_pages, "New pages of one look at a feed; 500 when not given, the others come later");
    command->add_flag("--allow-private{any}", options->allow_private,
                      "Let it connect to private, loopback and other addresses that are not public: to all, or to those of\n"
                      "--allow-private=10.0.0.0/8,127.0.0.1");
    command->add_flag("--no-marks", options->no_marks, "Do not look for the people named");
    command->add_flag("--no-stories", options->no_stories, "Do not group into stories; the next command that needs them does");
    command->add_option("--threads", options->threads, "Threads for finding stories; 0 means all cores");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
