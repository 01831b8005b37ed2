#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"
#include "store/corrections.h"
#include "store/page_rows.h"
#include "store/piece_list.h"
#include "store/store_brief.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    std::string what;
    std::vector<std::string> words;
    unsigned threads = 0;
};

Error usage(std::string reason) { return {Problem::wrong_usage, std::move(reason), {}, {}}; }

std::optional<std::uint32_t> number_of(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// "166-221", as a brief shows it.
Result<Span> bytes_of(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto begin = number_of(text.substr(0, dash));
    const auto end = dash == std::string_view::npos ? std::nullopt : number_of(text.substr(dash + 1));
    if (!begin || !end || *begin >= *end) return usage(fmt::format("{} are no bytes of a page; they are written 166-221", text));
    return Span{*begin, *end};
}

// Whether a quote stands there as things are: a correction of nothing is a slip of the hand.
Result<bool> check_quote(const Database& database, const Correction& correction, unsigned threads) {
    const auto story = find_story(database, correction.page);
    if (!story) return story.error();
    const Stages stages;
    const auto brief = brief_from_store(database, std::span(&*story, 1), stages, threads);
    if (!brief) return brief.error();
    const auto page = find_piece(database, correction.page);
    if (!page) return page.error();
    const auto stored = load_page(database, page->row);
    if (!stored) return stored.error();
    if (correction.bytes.end > stored->bytes.size())
        return Error{Problem::not_found, fmt::format("the page has {} bytes", stored->bytes.size()), correction.page,
                     fmt::format("{}-{}", correction.bytes.begin, correction.bytes.end)};
    for (const Story& one : brief->stories) {
        for (const BriefQuote& quote : one.quotes) {
            for (const QuoteVersion& version : quote.versions) {
                if (brief->pages[version.words.page].sha256 == correction.page && version.words.bytes.overlaps(correction.bytes))
                    return true;
            }
        }
    }
    return Error{Problem::not_found,
                 fmt::format("no quote stands at bytes {} to {}", correction.bytes.begin, correction.bytes.end),
                 correction.page,
                 {}};
}

// Says what was understood, and how it is taken back.
Result<bool> add_and_tell(const Database& database, const Correction& correction, const Options& options) {
    if (auto done = add_correction(database, correction); !done) return done;
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    const std::string text = text_of(correction);
    const auto number = 1 + (std::ranges::find(*corrections, text, text_of) - corrections->begin());
    print(fmt::format("corrected: {} (`depesche correct --store {} undo {}` takes it back)\n", text, options.store, number));
    return true;
}

Result<bool> correct_stories(const Database& database, const Options& options) {
    Correction correction;
    if (options.words.size() != 2) return usage("two pieces are needed, each by the begin of its hash");
    correction.kind = options.what == "join" ? CorrectionKind::join : CorrectionKind::move;
    auto page = find_page(database, options.words[0]);
    if (!page) return page.error();
    correction.page = *page;
    if (options.what == "join" || options.words[1] != "alone") {
        auto other = find_page(database, options.words[1]);
        if (!other) return other.error();
        correction.other = *other;
    }
    return add_and_tell(database, correction, options);
}

Result<bool> correct_quote(const Database& database, const Options& options) {
    const bool speaker = options.what == "speaker";
    if (options.words.size() != (speaker ? 3U : 2U))
        return usage(speaker ? "a page, bytes and a name are needed: speaker PAGE 166-221 'Marlene Gröger'"
                             : "a page and bytes are needed: no-quote PAGE 166-221");
    Correction correction;
    correction.kind = speaker ? CorrectionKind::speaker : CorrectionKind::no_quote;
    auto page = find_page(database, options.words[0]);
    if (!page) return page.error();
    correction.page = *page;
    const auto bytes = bytes_of(options.words[1]);
    if (!bytes) return bytes.error();
    correction.bytes = *bytes;
    if (speaker) correction.value = options.words[2];
    if (auto there = check_quote(database, correction, options.threads); !there) return there;
    return add_and_tell(database, correction, options);
}

Result<bool> list(const Database& database) {
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    std::size_t number = 0;
    for (const Correction& correction : *corrections) print(fmt::format("{:>4}  {}\n", ++number, text_of(correction)));
    return true;
}

Result<bool> undo(const Database& database, const Options& options) {
    const auto number = options.words.size() == 1 ? number_of(options.words[0]) : std::nullopt;
    if (!number) return usage("undo needs the number that `correct list` shows");
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    if (auto done = undo_correction(database, *number); !done) return done;
    print(fmt::format("taken back: {}\n", text_of((*corrections)[*number - 1])));
    return true;
}

int run(const Options& options) {
    if (!open_current_store(options.store, options.threads)) return status_failed;
    const auto database = open_store(options.store, options.what == "list" ? OpenMode::read : OpenMode::write);
    if (!database) {
        warn(database.error());
        return status_failed;
    }
    Result<bool> done = true;
    if (options.what == "list") done = list(*database);
    else if (options.what == "undo") done = undo(*database, options);
    else if (options.what == "join" || options.what == "move") done = correct_stories(*database, options);
    else done = correct_quote(*database, options);
    if (!done && done.error().problem == Problem::wrong_usage) {
        warn(done.error());
        return status_usage;
    }
    return status_of(done);
}

}  // namespace

Action add_correct(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("correct",
                           "Correct what a store says; corrections are kept apart, survive every later run, and can be taken back.\n"
                           "  join PIECE PIECE         the stories of the two are one\n"
                           "  move PIECE PIECE|alone   the first belongs to the story of the second, or to none\n"
                           "  no-quote PAGE BYTES      what stands there is no quote\n"
                           "  speaker PAGE BYTES NAME  who said what stands there\n"
                           "  list, undo NUMBER        what was corrected; take one back\n"
                           "Example: depesche correct --store news.db speaker ba9269ec039b 1319-1431 'Marlene Gröger'");
    command->add_option("WHAT", options->what, "join, move, no-quote, speaker, list or undo")
        ->required()
        ->check(CLI::IsMember({"join", "move", "no-quote", "speaker", "list", "undo"}));
    command->add_option("ARGUMENTS", options->words, "Pieces by the begin of their hash, bytes of the page as a brief shows them, a name");
    command->add_option("--store", options->store, "The store")->required();
    command->add_option("--threads", options->threads, "Threads for finding stories anew; 0 means all cores");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
