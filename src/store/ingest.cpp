#include "store/ingest.h"

namespace depesche {
namespace {

// Small enough that little is done twice after a kill, large enough that waiting for the disk costs little (bench/store/measure.py).
constexpr std::size_t batch_pages = 64;
constexpr std::size_t batch_bytes = std::size_t{8} * 1024 * 1024;  // packed

}  // namespace

Result<Ingest> Ingest::make(const Database& database, const Stages& stages, IngestOptions options, Report report) {
    auto writer = PageWriter::make(database, stages, options);
    if (!writer) return writer.error();
    return Ingest(database, std::move(*writer), std::move(report));
}

Result<std::map<std::string, UnfinishedArchive>> unfinished_archives(const Database& database) {
    std::map<std::string, UnfinishedArchive> all;
    auto statement = database.prepare("SELECT path, size, next FROM unfinished");
    if (!statement) return statement.error();
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        all[std::string(row.text(0))] = {static_cast<std::uint64_t>(row.number(1)), std::string(row.text(2))};
        return true;
    });
    if (!done) return done.error();
    return all;
}

Result<bool> Ingest::add(IncomingPage page) {
    batch_bytes_ += page.page.packed.size();
    batch_.push_back(std::move(page));
    if (batch_.size() < batch_pages && batch_bytes_ < batch_bytes) return true;
    return write_batch();
}

Result<bool> Ingest::write_progress() const {
    std::map<std::string_view, const IncomingPage*> last;
    for (const IncomingPage& incoming : batch_) {
        if (!incoming.next.empty()) last[incoming.archive] = &incoming;
    }
    for (const auto& [archive, incoming] : last) {
        auto done = database_->run("INSERT OR REPLACE INTO unfinished VALUES(?, ?, ?)", archive, incoming->archive_size, incoming->next);
        if (!done) return done;
    }
    return true;
}

Result<bool> Ingest::write_batch() {
    std::vector<PageReport> reports;
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return transaction.error();
    for (const IncomingPage& incoming : batch_) {
        const auto fate = writer_.add(incoming.page);
        if (!fate) return fate.error();
        reports.push_back({*fate, incoming.page.sha256, incoming.page.place.path});
    }
    if (auto done = write_progress(); !done) return done;
    if (auto done = transaction->commit(); !done) return done;
    for (const PageReport& report : reports) {
        switch (report.fate) {
            case PageFate::stored:
                ++counts_.stored;
                break;
            case PageFate::known:
                ++counts_.known;
                break;
            case PageFate::refused:
                ++counts_.refused;
                break;
            case PageFate::kept_out:
                ++counts_.kept_out;
                break;
        }
    }
    batch_.clear();
    batch_bytes_ = 0;
    return report_(reports);
}

Result<bool> Ingest::finish(std::span<const std::string> archives) {
    if (!batch_.empty()) {
        if (auto wanted = write_batch(); !wanted || !*wanted) return wanted;
    }
    for (const std::string& archive : archives) {
        if (auto done = database_->run("DELETE FROM unfinished WHERE path = ?", archive); !done) return done;
    }
    return true;
}

}  // namespace depesche
