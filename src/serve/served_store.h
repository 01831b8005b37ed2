// Served store: a store as many threads read it and one writes it, with its list of stories kept up to date.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <depesche/result.h>

#include "brief/prepare.h"
#include "serve/brief_cache.h"
#include "store/database.h"
#include "store/story_catalog.h"

namespace depesche {

// A connection for reading, given back when it goes.
class ReadLease {
public:
    ReadLease(Database database, std::function<void(Database)> give_back)
        : database_(std::make_unique<Database>(std::move(database))), give_back_(std::move(give_back)) {}
    ReadLease(ReadLease&&) = default;
    ReadLease& operator=(ReadLease&&) = delete;
    ReadLease(const ReadLease&) = delete;
    ReadLease& operator=(const ReadLease&) = delete;
    ~ReadLease() {
        if (database_) give_back_(std::move(*database_));
    }
    [[nodiscard]] const Database& operator*() const { return *database_; }

private:
    std::unique_ptr<Database> database_;
    std::function<void(Database)> give_back_;
};

class ServedStore {
public:
    // Opens it, brings it to today's version and its stories up to date where there is the right to write. Errors: those of open_store.
    [[nodiscard]] static Result<std::unique_ptr<ServedStore>> open(const std::string& path, const Stages& stages, unsigned threads);

    [[nodiscard]] Result<ReadLease> read();
    [[nodiscard]] std::shared_ptr<const StoryCatalog> stories() const;
    [[nodiscard]] bool writable() const { return writable_; }
    [[nodiscard]] const Stages& stages() const { return stages_; }

    // The brief of a story (whole hash) as the store has it now.
    [[nodiscard]] Result<SharedBrief> brief(const Database& database, const std::string& story);

    // One at a time: `use` has the one connection for writing; then the stories are brought up to date. Error: no_rights.
    [[nodiscard]] Result<bool> write(const std::function<Result<bool>(const Database&)>& use);

    // The store's number of changes now (StoryCatalog::change is that of the list).
    [[nodiscard]] Result<std::int64_t> change();

    // Whether anything changed since the list was made; if so finds the stories anew and makes a new list. While another program keeps
    // bringing pages the list has its pages in the stories last found, and the next refresh tries again.
    [[nodiscard]] Result<bool> refresh();

    // A place among the few downloads that may go on at a time, held as long as it lives; none when all are taken.
    [[nodiscard]] std::shared_ptr<void> begin_download();

    // Counts the origins and places of up to `most` stories that were not counted since they changed, those of two and more reports, newest
    // first; how many there were. The list knows of them after the next refresh. A story whose brief cannot be made (a damaged page) goes
    // to `tell`, once. For one thread alone.
    [[nodiscard]] Result<std::size_t> count_some(std::size_t most, const std::function<void(const Error&)>& tell);

private:
    ServedStore(std::string path, const Stages& stages, unsigned threads) : path_(std::move(path)), stages_(stages), threads_(threads) {}
    [[nodiscard]] Result<bool> find_stories();  // by who holds writing_
    [[nodiscard]] Result<bool> make_list();

    std::string path_;
    const Stages& stages_;
    unsigned threads_;
    bool writable_ = false;
    std::set<std::uint64_t> uncountable_;  // markers
    std::atomic<int> downloads_ = 0;
    BriefCache briefs_{std::size_t{64} * 1024 * 1024};

    std::mutex writing_;
    std::unique_ptr<Database> writer_;
    bool behind_ = false;  // another program brought pages while stories were found: they are to be found once more

    mutable std::mutex mutex_;  // for what stands below
    std::vector<Database> idle_;
    std::shared_ptr<const StoryCatalog> stories_;
    bool counted_ = false;  // counts came since the list was made
};

}  // namespace depesche
