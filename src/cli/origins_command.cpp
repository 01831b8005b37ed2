#include <algorithm>
#include <map>
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

// The earliest articles that an article's stretches come from, largest share first: from each copy back to a text that took
// nothing there.
std::vector<std::uint32_t> earliest(std::span<const Copy> copies, std::uint32_t article) {
    std::map<std::uint32_t, std::size_t> share;
    for (const Copy& copy : copies) {
        if (copy.to != article || !copy.from) continue;
        std::uint32_t at = *copy.from;
        Span span = copy.from_span;
        for (std::size_t steps = 0; steps < copies.size(); ++steps) {
            const auto before = std::ranges::find_if(copies, [&](const Copy& c) { return c.to == at && c.from && c.span.overlaps(span); });
            if (before == copies.end() || *before->from == article) break;
            at = *before->from;
            span = before->from_span;
        }
        share[at] += copy.span.size();
    }
    std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
    for (const auto& [source, size] : share) ranked.emplace_back(size, source);
    std::ranges::sort(ranked, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    std::vector<std::uint32_t> sources;
    for (const auto& [size, source] : ranked) sources.push_back(source);
    if (sources.empty()) sources.push_back(article);
    return sources;
}

int run(const Options& options) {
    const auto loaded = load_records(options.file, {"id", "text"});
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    std::vector<SourceText> sources;
    std::vector<std::string> ids;
    for (const Record& record : loaded->records) {
        sources.push_back(decode(record.get("text"), Encoding::utf8).source);
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
    for (std::uint32_t i = 0; i < ids.size(); ++i) {
        OriginsLine line{ids[i], {}};
        for (const std::uint32_t source : earliest(copies, i)) line.origins.emplace_back(ids[source]);
        if (!print(origins_line(line, copies, ids, sources, i) + "\n")) break;
    }
    return report(loaded->problems);
}

}  // namespace

Action add_origins(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("origins", "Find who copied what from whom. Offsets count UTF-8 bytes of the article's text.\n"
                                                      "Example: depesche origins articles.jsonl    with lines {\"id\", \"outlet\", \"published\", \"title\", \"text\"}");
    command->add_option("FILE", options->file, "JSON lines with id, text and, where known, outlet, published, title; - for standard input")->required();
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
