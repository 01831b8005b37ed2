// Ingest: taking pages into a store batch by batch. What a batch reports is on the disk; a run that is killed loses at most the batch it
// was at.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"
#include "store/page_rows.h"
#include "store/taken_page.h"

namespace depesche {

// A page on its way, and for a page of an archive its path and size in bytes and where reading may go on (empty for a file of its own).
struct IncomingPage {
    TakenPage page;
    std::string archive;
    std::string next;
    std::uint64_t archive_size = 0;
};

// How far an archive was read by a run that did not finish. Another size: another archive by now.
struct UnfinishedArchive {
    std::uint64_t size = 0;
    std::string next;
};
// By path.
[[nodiscard]] Result<std::map<std::string, UnfinishedArchive>> unfinished_archives(const Database& database);

struct PageReport {
    PageFate fate = PageFate::refused;
    std::string sha256;
    std::string path;
};

struct IngestCounts {
    std::size_t stored = 0;
    std::size_t known = 0;
    std::size_t refused = 0;
    std::size_t kept_out = 0;
};

// The one writer of a run. Pages come in any order and from one thread at a time.
class Ingest {
public:
    // Called with the pages of a batch once it is on the disk; false ends the run.
    using Report = std::function<bool(const std::vector<PageReport>&)>;

    [[nodiscard]] static Result<Ingest> make(const Database& database, const Stages& stages, IngestOptions options, Report report);

    // False: the report wants no more. After an error no page may be added; what was reported stays stored.
    [[nodiscard]] Result<bool> add(IncomingPage page);
    // Writes what is left, and forgets how far these archives were read.
    [[nodiscard]] Result<bool> finish(std::span<const std::string> archives = {});

    [[nodiscard]] const IngestCounts& counts() const { return counts_; }

private:
    Ingest(const Database& database, PageWriter writer, Report report)
        : database_(&database), writer_(std::move(writer)), report_(std::move(report)) {}
    [[nodiscard]] Result<bool> write_batch();
    [[nodiscard]] Result<bool> write_progress() const;

    const Database* database_;
    PageWriter writer_;
    Report report_;
    std::vector<IncomingPage> batch_;
    std::size_t batch_bytes_ = 0;
    IngestCounts counts_;
};

}  // namespace depesche
