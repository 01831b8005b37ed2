#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/store_input.h"
#include "cli/terminal.h"
#include "store/explain_stored.h"
#include "store/piece_list.h"
#include "store/story_rows.h"
#include "stories/explain.h"
#include "stories/grouping.h"
#include "stories/languages_join.h"

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

struct Options {
    std::string file;
    std::string store;
    StoreFilter filter;
    std::vector<std::string> explain;
    bool meaning = false;
    unsigned threads = 0;
};

// What a number of the pair says, as data/stories/feature-labels.tsv has it.
std::string_view label_of(std::string_view feature, const std::vector<Row>& labels) {
    const auto row = std::ranges::find_if(labels, [&](const Row& r) { return r.size() > 1 && r[0] == feature; });
    return row == labels.end() ? feature : (*row)[1];
}

std::string describe(const Piece& piece) {
    const std::string when = piece.first_seen ? to_iso(*piece.first_seen) : "no time";
    return fmt::format("  {}  {}  {}  {}\n", piece.id, piece.outlet.empty() ? "no outlet" : piece.outlet, when, piece.title);
}

// The reasons that raised or lowered the odds most.
std::string reasons_of(const Explanation& e) {
    constexpr std::size_t most_reasons = 12;
    const std::vector<Row> labels = data_rows("stories/feature-labels.tsv");
    std::string out = "What speaks for one happening (+) and against it (-), in log odds, and the number it is read from:\n";
    for (const Reason& reason : std::span(e.reasons).first(std::min(most_reasons, e.reasons.size())))
        out += fmt::format("  {:>+6.2f}  {}: {:.2f}\n", reason.contribution, label_of(reason.feature, labels), reason.value);
    if (e.reasons.size() <= most_reasons) return out;
    float rest = 0;
    for (const Reason& reason : std::span(e.reasons).subspan(most_reasons)) rest += reason.contribution;
    return out + fmt::format("  {:>+6.2f}  {} smaller ones together\n", rest, e.reasons.size() - most_reasons);
}

std::string sentence(const Explanation& e, std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b) {
    std::string out = e.one_story ? "One story" : fmt::format("Two stories{}", e.one_topic ? ", one topic" : "");
    out += ":\n" + describe(pieces[a]) + describe(pieces[b]);
    if (!e.candidates) {
        out += "They have no rare word in common, or are too many days apart; they were not compared.\n";
        return e.one_story ? out + "What keeps them together are others between them.\n" : out;
    }
    out += fmt::format("Probability of one happening {:.2f} alone, {:.2f} in their company; {:.2f} on average is asked within a story.\n",
                       e.alone, e.in_company, e.threshold);
    if (e.regular_apart)
        out += "One of them comes regularly and reports nothing, and the other is not the same piece elsewhere: they stay apart.\n";
    out += reasons_of(e);
    if (!e.common.empty()) out += "Words in common, rarest first:";
    for (const CommonWord& word : e.common) out += fmt::format(" {} ({:.2f})", word.word, word.rarity);
    if (!e.common.empty()) out += '\n';
    for (const std::uint32_t witness : e.witnesses)
        out += fmt::format("Likely the same happening as both: {} {}\n", pieces[witness].id, pieces[witness].title);
    return out;
}

int explain_pair(const Options& options, std::span<const Piece> pieces, const Languages& languages) {
    std::array<std::uint32_t, 2> pair{};
    for (std::size_t i = 0; i < pair.size(); ++i) {
        const auto it = std::ranges::find(pieces, options.explain[i], &Piece::id);
        if (it == pieces.end()) {
            warn(fmt::format("there is no piece {} in {}", options.explain[i], options.file));
            return status_usage;
        }
        pair.at(i) = static_cast<std::uint32_t>(it - pieces.begin());
    }
    const auto explanation = explain(pieces, pair[0], pair[1], languages, options.threads);
    if (!explanation) {
        warn("two different pieces are needed");
        return status_usage;
    }
    print(sentence(*explanation, pieces, pair[0], pair[1]));
    return status_good;
}

int usage_or_failure(const Error& error) {
    warn(error);
    return error.problem == Problem::wrong_usage ? status_usage : status_failed;
}

struct LoadedPieces {
    std::vector<Piece> pieces;
    std::vector<Error> problems;
};

// Line by line into pieces, so that a long stream is not held twice.
Result<LoadedPieces> load_pieces(const std::string& file) {
    const auto bytes = load_lines(file);
    if (!bytes) return bytes.error();
    LoadedPieces loaded;
    loaded.pieces.reserve(static_cast<std::size_t>(std::ranges::count(*bytes, '\n')) + 1);
    loaded.problems =
        for_each_complete_record(*bytes, file, {"id", "title"}, [&](const Record& record) { loaded.pieces.push_back(make_piece(record)); });
    return loaded;
}

int explain_in_store(const Options& options, const Database& database) {
    std::vector<std::string> hashes;
    for (const std::string& begin : options.explain) {
        auto hash = find_page(database, begin);
        if (!hash) return usage_or_failure(hash.error());
        hashes.push_back(std::move(*hash));
    }
    auto explained = explain_stored(database, hashes[0], hashes[1], Languages(), options.threads);
    if (!explained) return usage_or_failure(explained.error());
    for (Piece& piece : explained->pieces) piece.id = piece.id.substr(0, shown_digits);
    std::string out = sentence(explained->reasons, explained->pieces, 0, 1);
    if (explained->corrected) out += "A correction by hand put one of them where it is (`depesche correct --store FILE list`).\n";
    if (explained->joined) out += "Stories of different languages that are one happening were joined.\n";
    print(out);
    return status_good;
}

int run_store(const Options& options) {
    const auto database = open_current_store(options.store, options.threads);
    if (!database) return status_failed;
    if (!options.explain.empty()) return explain_in_store(options, *database);
    return status_of(for_each_piece(*database, options.filter, [](const ListedPiece& piece) -> Result<bool> {
        if (print(fmt::format("{}\t{}\t{}\n", piece.sha256, piece.story, piece.topic))) return true;
        return reader_left();
    }));
}

// False, with a word, when the program has no encoder.
bool give_meaning(std::vector<Piece>& pieces, unsigned threads) {
    const auto meaning = load_meaning();
    if (meaning) add_meaning(pieces, **meaning, threads);
    else warn(meaning.error());
    return static_cast<bool>(meaning);
}

int run(const Options& options) {
    if (options.file.empty() == options.store.empty()) {
        warn("stories needs either a file of pieces or --store FILE");
        return status_usage;
    }
    if (!options.store.empty()) return run_store(options);
    auto loaded = load_pieces(options.file);
    if (!loaded) {
        warn(loaded.error());
        return status_failed;
    }
    std::vector<Piece>& pieces = loaded->pieces;
    const Languages languages;
    if (options.meaning && !give_meaning(pieces, options.threads)) return status_usage;
    if (!options.explain.empty()) return std::max(report(loaded->problems), explain_pair(options, pieces, languages));
    const JoinedLanguages joined =
        join_where_mixed(pieces, group_pieces(pieces, languages, options.threads), PieceSet::stream, languages, options.threads);
    const std::vector<Placement>& placements = joined.placements;
    if (joined.problem) loaded->problems.push_back(*joined.problem);
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        out += fmt::format("{}\t{}\t{}\n", pieces[i].id, pieces[placements[i].story].id, pieces[placements[i].topic].id);
    }
    print(out);
    return report(loaded->problems);
}

}  // namespace

Action add_stories(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("stories",
                           "Group pieces (headlines with teasers, or articles) into stories and topics. Prints id, story, topic,\n"
                           "tab-separated; a story is named after its earliest piece.\nExample: depesche stories pieces.jsonl\n"
                           "         depesche stories --store news.db --explain ba9269ec039b 7283424d970e");
    command->add_option("FILE", options->file,
                        "JSON lines with id, title and, where known, url, outlet, section, first_seen, teaser, text; - for standard input");
    command->add_option("--store", options->store, "The pieces of a store instead; what came since it was last grouped is grouped first");
    add_store_filters(*command, options->filter);
    command
        ->add_option("--explain", options->explain,
                     "Say why these two pieces are in one story or not; with --store, begins of their hashes")
        ->expected(2)
        ->type_name("ID ID");
    command->add_flag("--meaning", options->meaning,
                      "Within a language, too, judge pairs by what they mean; slower. Needs a program built with the part Meaning");
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The output does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
