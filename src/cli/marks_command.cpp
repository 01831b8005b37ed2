#include <memory>

#include "base/parallel.h"
#include "brief/prepare.h"
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

// Every line of the text is a passage of its own: paragraphs, headings.
std::vector<Passage> line_passages(std::string_view text) {
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    return passages;
}

std::string marks_of(const Record& record, const Languages& languages, const MarkFinder& finder) {
    const SourceText source = decode(record.get("text"), Encoding::utf8).source;
    const Language& language = language_for(detect_language(source.text()), languages);
    const MarkText text = make_mark_text(source.text(), line_passages(source.text()), parse_iso(record.get("published")), language);
    return marks_line(record.get("id"), source, finder.find(text, language)) + "\n";
}

int run(const Options& options) {
    const auto loaded = load_records(options.file, {"id", "text"});
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    const Languages languages;
    const MarkFinder finder(languages);
    std::vector<std::string> lines(loaded->records.size());
    for_each_index(lines.size(), options.threads, [&](std::size_t i) { lines[i] = marks_of(loaded->records[i], languages, finder); });
    for (const std::string& line : lines) {
        if (!print(line)) break;
    }
    return report(loaded->problems);
}

}  // namespace

Action add_marks(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("marks",
                           "Find quotes, times, names and figures in texts. Offsets count UTF-8 bytes of the text.\n"
                           "Example: depesche marks texts.jsonl    with lines {\"id\": .., \"text\": .., \"published\": ..}");
    command->add_option("FILE", options->file, "JSON lines with id, text and, where known, published; - for standard input")->required();
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
