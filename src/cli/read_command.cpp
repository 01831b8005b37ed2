#include <memory>

#include "base/in_order.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "page/read_article.h"
#include "show/lines.h"

namespace depesche::cli {
namespace {

struct Options {
    PageInput input;
    unsigned threads = 0;
};

struct Outcome {
    std::string line;
    std::vector<Error> problems;
};

Outcome read_one(Result<StreamedPage> streamed, const ArticleReader& articles) {
    if (!streamed) return {{}, {streamed.error()}};
    const auto page = make_page(std::move(streamed->page));
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
    Progress progress(PrintedMeanwhile::lines);
    const auto stream = open_stream(options.input, progress.files());
    if (!stream) {
        warn(stream.error());
        return status_failed;
    }
    progress.expect((*stream)->paths());
    const Languages languages;
    const ArticleReader articles(languages);
    ProblemTeller problems;
    bool reader_left = false;
    in_order<Result<StreamedPage>, Outcome>(
        options.threads, 4UL * threads_for(options.threads), [&] { return (*stream)->next(); },
        [&](Result<StreamedPage> page) { return read_one(std::move(page), articles); },
        [&](const Outcome& outcome) {
            if (!outcome.line.empty() && !print(outcome.line)) reader_left = true;
            if (!reader_left && !outcome.problems.empty()) {
                progress.clear();
                problems.tell(outcome.problems);
            }
            if (!reader_left) progress.page(outcome.line.empty());
            return !reader_left;
        });
    progress.clear();
    return reader_left ? status_good : problems.end();
}

}  // namespace

Action add_read(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("read",
                                           "Read pages and print each one's article as a line of JSON: zones, metadata, evidence.\n"
                                           "Offsets count bytes of the stored page.\nExample: depesche read pages/ > articles.jsonl");
    add_page_input(*command, options->input);
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
