#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "stories/grouping.h"

namespace depesche::cli {
namespace {

Piece make_piece(const Record& record) {
    Piece piece;
    piece.id = record.get("id");
    piece.url = record.get("url");
    piece.outlet = record.get("outlet");
    piece.section = record.get("section");
    piece.first_seen = parse_iso(record.get("first_seen"));
    piece.title = record.get("title");
    piece.teaser = record.get("teaser");
    piece.text = record.get("text");
    piece.language = record.get("language");
    return piece;
}

int run(const std::string& file) {
    auto loaded = load_records(file, {"id", "title"});
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    std::vector<Piece> pieces;
    pieces.reserve(loaded->records.size());
    for (Record& record : loaded->records) {
        pieces.push_back(make_piece(record));
        record = {};
    }
    const Languages languages;
    const std::vector<Placement> placements = group_pieces(pieces, languages);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        out += fmt::format("{}\t{}\t{}\n", pieces[i].id, pieces[placements[i].story].id, pieces[placements[i].topic].id);
    }
    print(out);
    return report(loaded->problems);
}

}  // namespace

Action add_stories(CLI::App& app) {
    auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("stories", "Group pieces (headlines with teasers, or articles) into stories and topics. Prints id, story, topic,\n"
                                                      "tab-separated; a story is named after its earliest piece.\nExample: depesche stories pieces.jsonl");
    command->add_option("FILE", *file, "JSON lines with id, title and, where known, url, outlet, section, first_seen, teaser, text; - for standard input")->required();
    return [file] { return run(*file); };
}

}  // namespace depesche::cli
