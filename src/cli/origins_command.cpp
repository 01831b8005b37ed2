#include <memory>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "show/lines.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string file;
    unsigned threads = 0;
};

int run(const Options& options) {
    auto loaded = load_records(options.file, {"id", "text"});
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    std::vector<SourceText> sources;
    std::vector<std::string> ids;
    for (Record& record : loaded->records) {
        sources.push_back(decode(record.take("text"), Encoding::utf8).source);
        ids.emplace_back(record.get("id"));
    }
    std::vector<OriginText> articles(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Record& record = loaded->records[i];
        articles[i].id = ids[i];
        articles[i].outlet = record.get("outlet");
        articles[i].published = parse_iso(record.get("published"));
        articles[i].text = sources[i].text();
    }
    const Languages languages;
    const std::vector<Copy> copies = find_copies(articles, languages, options.threads);
    const auto origins = origin_ids(copies, ids.size());
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
        OriginsLine line{ids[i], {}};
        for (const std::uint32_t source : origins[i]) line.origins.emplace_back(ids[source]);
        if (!print(origins_line(line, copies_of(copies, i), ids, sources) + "\n")) break;
    }
    return report(loaded->problems);
}

}  // namespace

Action add_origins(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "origins",
        "Find who copied what from whom. Offsets count UTF-8 bytes of the article's text.\n"
        "Example: depesche origins articles.jsonl    with lines {\"id\", \"outlet\", \"published\", \"title\", \"text\"}");
    command->add_option("FILE", options->file, "JSON lines with id, text and, where known, outlet, published, title; - for standard input")
        ->required();
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
