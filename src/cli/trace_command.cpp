#include <memory>

#include <fmt/format.h>

#include "brief/prepare.h"
#include "brief/report.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "origins/trace.h"
#include "store/store_file.h"
#include "store/trace_pages.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string text;
    PageInput input;
    std::string store;
    unsigned threads = 0;
};

// The wording found, with what differs from the text asked for: *put in*, [left out].
std::string wording_of(const TraceHit& hit, std::string_view asked, std::string_view text) {
    std::string out;
    for (const WordingPart& part : hit.wording) {
        if (!out.empty()) out += ' ';
        const std::string found(text.substr(part.found.begin, part.found.size()));
        if (part.same) out += found;
        else if (part.found.empty()) out += fmt::format("[{}]", asked.substr(part.asked.begin, part.asked.size()));
        else out += fmt::format("*{}*", found);
    }
    return out;
}

std::string line_of(const TraceHit& hit, std::string_view asked, const PreparedPages& pages, std::span<const OriginText> articles) {
    const Prepared& report = *pages.reports[hit.article];
    const Span bytes = report.page.source.to_page(hit.span);
    const OriginText& article = articles[hit.article];
    std::string out = fmt::format("{}  {}  {:.0f} %  {}:{}-{}\n", article.published ? to_iso(*article.published) : "date unknown",
                                  article.outlet.empty() ? "outlet unknown" : article.outlet, static_cast<double>(hit.likeness) * 100,
                                  article.id, bytes.begin, bytes.end);
    out += fmt::format("    {}\n", wording_of(hit, asked, article.text));
    if (hit.from)
        out += fmt::format("    {} {}\n", hit.direction_known ? "taken from" : "taken from, or given to:", articles[*hit.from].id);
    return out;
}

// The pages of the store that may have the words; those alone are read.
Result<LoadedPages> load_from_store(const Options& options) {
    const auto database = open_store(options.store, OpenMode::read);
    if (!database) return database.error();
    auto found = pages_that_may_have(*database, options.text);
    if (!found) return found.error();
    if (found->cut) warn(fmt::format("more pages share these words; the {} that share most of them were looked at", found->pages.size()));
    return LoadedPages{std::move(found->pages), {}};
}

int run(const Options& options) {
    if (options.input.paths.empty() == options.store.empty()) {
        warn("trace needs pages, or --store FILE, and not both");
        return status_usage;
    }
    Progress progress(PrintedMeanwhile::nothing);
    auto loaded = options.store.empty() ? load_pages(options.input, progress) : load_from_store(options);
    progress.clear();
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    const Stages stages;
    const PreparedPages pages = prepare_pages(std::move(loaded->pages), stages, options.threads);
    std::vector<OriginText> articles;
    for (const auto& report : pages.reports) {
        const Prepared* one = report.get();
        articles.push_back(make_origin_text(StoryReports{std::span(&one, 1), {}}, 0));
    }
    const auto hits = trace_text(options.text, detect_language(options.text), stages.languages(), articles);
    std::string out;
    for (const TraceHit& hit : hits) out += line_of(hit, options.text, pages, articles);
    print(hits.empty() ? "No page has these words or a near form of them.\n" : out);
    std::vector<Error> problems = std::move(loaded->problems);
    if (options.store.empty()) problems.insert(problems.end(), pages.problems.begin(), pages.problems.end());
    return report(problems);
}

}  // namespace

Action add_trace(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("trace",
                           "Find who has a quote or a claim, word for word or nearly, earliest first, and who took it from whom.\n"
                           "Example: depesche trace \"Wir haben jede Kabine einzeln abgeseilt\" pages/");
    command->add_option("TEXT", options->text, "The words to look for")->required();
    add_page_input(*command, options->input);
    command->get_option("PATH")->required(false);
    command->add_option("--store", options->store, "Ask the pages of this store instead: as fast for a hundred thousand as for a hundred");
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
