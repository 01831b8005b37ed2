#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"
#include "store/search.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::vector<std::string> words;
    StoreFilter filter;
    bool json = false;
    unsigned threads = 0;
};

int run(const Options& options) {
    std::string typed;
    for (const std::string& word : options.words) typed += (typed.empty() ? "" : " ") + word;
    const auto query = parse_search(typed);
    if (!query) {
        warn(query.error());
        return status_usage;
    }
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    const Languages languages;
    const ArticleReader articles(languages);
    const auto hits = search_store(*database, *query, options.filter, articles);
    if (!hits) {
        warn(hits.error());
        return status_failed;
    }
    for (const SearchHit& hit : *hits) {
        if (!print(options.json ? json_line(hit) : text_lines(hit, terminal_has_color()))) return status_good;
    }
    if (hits->empty() && !options.json) print("Nothing in the store has this.\n");
    if (hits->empty() && !query->unknown_field.empty())
        warn(fmt::format("{}: is no field and was looked for as a word; fields are person:, outlet:, from: and to:", query->unknown_field));
    return status_good;
}

}  // namespace

Action add_search(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->filter.limit = 20;
    CLI::App* command = app.add_subcommand(
        "search",
        "Find pieces in a store, best first, with the hits marked and their bytes on the stored page. All words must be there;\n"
        "case and accents do not matter, umlauts may be typed as ä, ae or a, ß as ss. Quotation marks keep words together, begin* finds\n"
        "all words that begin so; person:NAME, outlet:NAME, from:2026-03-01 and to:2026-03 narrow it down.\n"
        "Example: depesche search --store news.db 'seilbahn \"47 Fahrgäste\" person:Gröger from:2026-03'");
    command->add_option("QUERY", options->words, "What to look for; several words need no quotation marks")->required();
    command->add_option("--store", options->store, "The store")->required();
    command->add_flag("--json", options->json, "One line of JSON for each piece");
    command->add_option("--threads", options->threads, "Threads for finding stories anew; 0 means all cores");
    add_store_filters(*command, options->filter);
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
