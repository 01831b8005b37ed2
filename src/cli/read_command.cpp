#include <memory>

#include "base/parallel.h"
#include "brief/prepare.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "page/read_article.h"
#include "show/lines.h"

namespace depesche::cli {
namespace {

struct Options {
    std::vector<std::string> paths;
    std::string meta;
    unsigned threads = 0;
};

struct Outcome {
    std::string line;
    std::vector<Error> problems;
};

Outcome read_one(PageBytes stored, const ArticleReader& articles) {
    const auto page = make_page(std::move(stored));
    if (!page) return {{}, {page.error()}};
    Outcome outcome;
    if (page->damage) outcome.problems.push_back(*page->damage);
    const Article article = articles.read(*page);
    if (!article.has_article())
        outcome.problems.push_back({Problem::no_article, "nothing on the page reads like a piece of news", page->stored.path, {}});
    outcome.line = page_line(*page, article) + "\n";
    return outcome;
}

int run(const Options& options) {
    auto loaded = load_pages(options.paths, options.meta);
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    const Languages languages;
    const ArticleReader articles(languages);
    std::vector<Outcome> outcomes(loaded->pages.size());
    for_each_index(outcomes.size(), options.threads, [&](std::size_t i) { outcomes[i] = read_one(std::move(loaded->pages[i]), articles); });
    std::vector<Error> problems = std::move(loaded->problems);
    for (const Outcome& outcome : outcomes) {
        problems.insert(problems.end(), outcome.problems.begin(), outcome.problems.end());
        if (!outcome.line.empty() && !print(outcome.line)) break;
    }
    return report(problems);
}

}  // namespace

Action add_read(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("read",
                                           "Read pages and print each one's article as a line of JSON: zones, metadata, evidence.\n"
                                           "Offsets count bytes of the stored page.\nExample: depesche read pages/ > articles.jsonl");
    command->add_option("PATH", options->paths, "Pages, or folders of pages")->required();
    command->add_option("--meta", options->meta, "CSV with the columns page, url, outlet, crawled: what the crawler knows");
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
