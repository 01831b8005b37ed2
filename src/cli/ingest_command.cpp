#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/in_order.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/progress.h"
#include "cli/store_input.h"
#include "cli/store_lines.h"
#include "cli/terminal.h"
#include "store/ingest.h"

namespace depesche::cli {
namespace {

struct Options {
    std::string store;
    PageInput input;
    unsigned threads = 0;
    bool no_marks = false;
    bool no_stories = false;
    bool again = false;
    bool json = false;
};

// The archives of this run, and where the run before stopped in them. Used by one thread at a time, as the stream is.
class ArchiveProgress {
public:
    explicit ArchiveProgress(std::map<std::string, UnfinishedArchive> unfinished) : unfinished_(std::move(unfinished)) {}

    std::string begin_at(const std::string& path) {
        seen_.insert(path);
        const auto it = unfinished_.find(path);
        return it != unfinished_.end() && it->second.size == size_of(path) ? it->second.next : std::string();
    }
    std::uint64_t size_of(const std::string& path) {
        if (path != path_) {
            std::error_code code;
            path_ = path;
            size_ = std::filesystem::file_size(path, code);
            if (code) size_ = 0;
        }
        return size_;
    }
    [[nodiscard]] std::vector<std::string> seen() const { return {seen_.begin(), seen_.end()}; }

private:
    std::map<std::string, UnfinishedArchive> unfinished_;
    std::set<std::string> seen_;
    std::string path_;  // the last one whose size was asked
    std::uint64_t size_ = 0;
};

// A page on its way to the writer, or the reason why there is none.
struct Outcome {
    std::optional<IncomingPage> page;
    std::vector<Error> problems;
};

class Intake {
public:
    Intake(const Options& options, const Database& database, const Stages& stages)
        : options_(options), database_(database), stages_(stages) {}

    // Reads and marks on all threads, writes on one at a time. Returns the exit status.
    int run(Progress& shown) {
        auto unfinished = unfinished_archives(database_);
        auto known = KnownPages::make(options_.store, !options_.no_marks);
        auto ingest = Ingest::make(database_, stages_, IngestOptions{!options_.no_marks, options_.again},
                                   [&](const auto& reports) { return tell(reports); });
        if (!unfinished || !known || !ingest) return fail(!unfinished ? unfinished.error() : !known ? known.error() : ingest.error());
        ArchiveProgress progress(options_.again ? std::map<std::string, UnfinishedArchive>() : std::move(*unfinished));
        auto stream = open_stream(options_.input, shown.files(), [&](const std::string& path) { return progress.begin_at(path); });
        if (!stream) return fail(stream.error());
        shown.expect((*stream)->paths());
        ProblemTeller problems;
        std::optional<Error> failure;
        using Incoming = std::pair<Result<StreamedPage>, std::uint64_t>;
        in_order<Incoming, Outcome>(
            options_.threads, 8UL * threads_for(options_.threads),
            [&]() -> std::optional<Incoming> {
                auto page = (*stream)->next();
                if (!page) return std::nullopt;
                const std::uint64_t size = *page && !(*page)->archive.empty() ? progress.size_of((*page)->archive) : 0;
                return Incoming{std::move(*page), size};
            },
            [&](Incoming page) { return take(std::move(page.first), page.second, *known); },
            [&](Outcome outcome) {
                if (!outcome.problems.empty()) {
                    shown.clear();
                    problems.tell(outcome.problems);
                }
                shown.page(!outcome.page);
                unread_ += std::ranges::count_if(outcome.problems, [&](const Error& e) { return !outcome.page && is_failure(e.problem); });
                if (!outcome.page) return true;
                const auto wanted = ingest->add(std::move(*outcome.page));
                if (!wanted) failure = wanted.error();
                return wanted && *wanted;
            });
        shown.clear();
        if (!failure) {
            if (const auto done = ingest->finish(progress.seen()); !done) failure = done.error();
        }
        counts_ = ingest->counts();
        const int status = problems.end();
        return failure ? fail(*failure) : status;
    }

    // Files and records that gave no page count as refused.
    [[nodiscard]] IngestCounts counts() const {
        IngestCounts counts = counts_;
        counts.refused += static_cast<std::size_t>(unread_);
        return counts;
    }

private:
    static int fail(const Error& error) {
        warn(error);
        return status_failed;
    }

    bool tell(const std::vector<PageReport>& reports) const {
        if (!options_.json) return true;
        std::string lines;
        for (const PageReport& report : reports) lines += json_line(report);
        return print(lines);
    }

    Outcome take(Result<StreamedPage> streamed, std::uint64_t archive_size, KnownPages& known) const {
        if (!streamed) return {std::nullopt, {streamed.error()}};
        Outcome outcome;
        const std::string sha256 = sha256_hex(streamed->page.bytes);
        TakenPage page = known.has(sha256) ? take_place(std::move(streamed->page), sha256)
                                           : take_page(std::move(streamed->page), stages_, !options_.no_marks);
        outcome.problems = std::move(page.problems);
        outcome.page = IncomingPage{std::move(page), std::move(streamed->archive), std::move(streamed->next), archive_size};
        return outcome;
    }

    const Options& options_;
    const Database& database_;
    const Stages& stages_;
    IngestCounts counts_;
    std::ptrdiff_t unread_ = 0;
};

int run(const Options& options) {
    const auto database = open_store(options.store, OpenMode::create);
    if (!database) {
        warn(database.error());
        return status_failed;
    }
    const Stages stages;
    Intake intake(options, *database, stages);
    Progress shown(options.json ? PrintedMeanwhile::lines : PrintedMeanwhile::nothing);
    const int status = intake.run(shown);
    const IngestCounts counts = intake.counts();
    if (!options.json)
        print(fmt::format("{} page{} stored, {} {} known, {} cannot be read{}\n", counts.stored, counts.stored == 1 ? "" : "s",
                          counts.known, counts.known == 1 ? "was" : "were", counts.refused,
                          counts.kept_out == 0 ? "" : fmt::format(", {} kept out as forgotten (--again lets them in)", counts.kept_out)));
    if (options.no_stories) return status;
    shown.stage("finding stories");
    const auto done = update_stories(*database, stages.languages(), options.threads);
    shown.clear();
    return std::max(status, told(done));
}

}  // namespace

Action add_ingest(CLI::App& app) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("ingest",
                           "Add pages to a store, a file that keeps them with what was found in them. What is there already is not added\n"
                           "again; a run that was interrupted is simply started again.\nExample: depesche ingest --store news.db pages/");
    command->add_option("--store", options->store, "The store; made when it is not there")->required();
    add_page_input(*command, options->input);
    command->add_flag("--no-marks", options->no_marks,
                      "Do not look for the people named (several times as fast); person: finds none of them");
    command->add_flag("--no-stories", options->no_stories, "Do not group into stories now; the next command that needs them does");
    command->add_flag("--again", options->again, "Let in what `forget` took out");
    command->add_flag("--json", options->json, "Print a line of JSON for each page once it is on the disk: page, sha256, state");
    command->add_option("--threads", options->threads, "Threads; 0 means all cores. The store does not depend on it");
    return [options] { return run(*options); };
}

}  // namespace depesche::cli
