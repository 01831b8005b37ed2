#include "serve/served_store.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include <depesche/depesche.h>

#include "base/utf8.h"
#include "store/store_brief.h"
#include "store/store_file.h"
#include "store/update_stories.h"

namespace depesche {
namespace {

StoryCounts count_story(const Brief& brief) {
    constexpr std::size_t most_named = 3;
    StoryCounts counts;
    std::map<std::string, std::size_t> taken_from;
    for (const Story& story : brief.stories) {
        std::set<std::uint32_t> takers;
        for (const BriefCopy& copy : story.copies) {
            takers.insert(copy.to);
            const std::string& from = copy.from ? brief.pages[*copy.from].outlet : copy.origin;
            if (!from.empty()) taken_from[from] += copy.taken.shown.size();
        }
        counts.origins += static_cast<std::uint32_t>(story.origins.size());
        counts.took += static_cast<std::uint32_t>(takers.size());
        for (const NamedThing& place : story.places) counts.places.push_back(fold(place.name));
    }
    std::vector<std::pair<std::string, std::size_t>> sorted(taken_from.begin(), taken_from.end());
    std::ranges::stable_sort(sorted, std::greater(), [](const auto& pair) { return pair.second; });
    for (std::size_t i = 0; i < std::min(sorted.size(), most_named); ++i) counts.taken_from.push_back(sorted[i].first);
    return counts;
}

}  // namespace

Result<std::unique_ptr<ServedStore>> ServedStore::open(const std::string& path, const Stages& stages, unsigned threads) {
    std::unique_ptr<ServedStore> store(new ServedStore(path, stages, threads));
    auto writer = open_store(path, OpenMode::write);
    if (!writer && writer.error().problem != Problem::no_rights) return writer.error();
    store->writable_ = static_cast<bool>(writer);
    if (writer) {
        store->writer_ = std::make_unique<Database>(std::move(*writer));
        if (auto done = store->find_stories(); !done) return done.error();
    }
    if (auto done = store->make_list(); !done) return done.error();
    return store;
}

Result<ReadLease> ServedStore::read() {
    const auto give_back = [this](Database database) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(database));
    };
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            Database database = std::move(idle_.back());
            idle_.pop_back();
            return ReadLease(std::move(database), give_back);
        }
    }
    auto database = open_store(path_, OpenMode::read);
    if (!database) return database.error();
    return ReadLease(std::move(*database), give_back);
}

std::shared_ptr<const StoryCatalog> ServedStore::stories() const {
    const std::lock_guard lock(mutex_);
    return stories_;
}

Result<SharedBrief> ServedStore::brief(const Database& database, const std::string& story) {
    const auto marker = story_marker(database, story, version());
    if (!marker) return marker.error();
    const auto corrected = database.number("SELECT value FROM counters WHERE name = 'corrected'");
    if (!corrected) return corrected.error();
    return briefs_.get(fmt::format("{} {} {}", story, *marker, *corrected),
                       [&] { return brief_from_store(database, std::span(&story, 1), stages_, threads_); });
}

Result<bool> ServedStore::write(const std::function<Result<bool>(const Database&)>& use) {
    const std::lock_guard lock(writing_);
    if (!writer_) return Error{Problem::no_rights, "there is no right to write to the store", path_, {}};
    if (auto done = use(*writer_); !done) return done;
    // What was to be written is. Where stories cannot be found, since another program keeps writing, refresh() does it later.
    static_cast<void>(find_stories());
    return make_list();
}

Result<std::int64_t> ServedStore::change() {
    const auto lease = read();
    if (!lease) return lease.error();
    return change_of_store(**lease);
}

Result<bool> ServedStore::refresh() {
    const auto now = change();
    if (!now) return now.error();
    bool counted = false;
    {
        const std::lock_guard lock(mutex_);
        counted = std::exchange(counted_, false);
    }
    const std::lock_guard lock(writing_);
    if (*now == stories()->change() && !counted && !behind_) return false;
    if (writer_) {
        if (auto done = find_stories(); !done) return done;
    }
    if (auto done = make_list(); !done) return done;
    return true;
}

Result<bool> ServedStore::find_stories() {
    const auto updated = update_stories(*writer_, stages_.languages(), threads_);
    if (!updated) return updated.error();
    behind_ = updated->behind.has_value();
    return true;
}

Result<bool> ServedStore::make_list() {
    const auto lease = read();
    if (!lease) return lease.error();
    auto list = StoryCatalog::load(**lease, version());
    if (!list) return list.error();
    auto shared = std::make_shared<const StoryCatalog>(std::move(*list));
    const std::lock_guard lock(mutex_);
    if (stories_ && shared->pages() < stories_->pages()) briefs_.clear();  // what was forgotten is not kept in memory either
    stories_ = std::move(shared);
    return true;
}

Result<std::size_t> ServedStore::count_some(std::size_t most, const std::function<void(const Error&)>& tell) {
    struct Counted {
        std::string story;
        std::uint64_t marker = 0;
        StoryCounts counts;
    };
    std::vector<Counted> all;
    const auto lease = read();
    if (!lease) return lease.error();
    const auto list = stories();
    for (const StoryEntry& story : list->stories()) {
        if (all.size() == most || !writable_) break;
        if (story.reports < 2 || story.counts) continue;
        const auto marker = story_marker(**lease, story.name, version());
        if (!marker) return marker.error();
        if (uncountable_.contains(*marker)) continue;
        const auto one = brief(**lease, story.name);
        if (!one) {
            uncountable_.insert(*marker);
            tell(one.error());
            continue;
        }
        all.push_back({story.name, *marker, count_story(**one)});
    }
    if (all.empty()) return std::size_t{0};
    const std::lock_guard lock(writing_);
    auto transaction = Transaction::begin(*writer_);
    if (!transaction) return transaction.error();
    for (const Counted& one : all) {
        if (auto done = write_story_counts(*writer_, one.story, one.marker, one.counts); !done) return done.error();
    }
    if (auto done = transaction->commit(); !done) return done.error();
    const std::lock_guard state(mutex_);
    counted_ = true;
    return all.size();
}

std::shared_ptr<void> ServedStore::begin_download() {
    constexpr int most_downloads = 3;  // fewer than there are workers
    if (downloads_.fetch_add(1) >= most_downloads) {
        --downloads_;
        return nullptr;
    }
    return {static_cast<void*>(this), [this](void*) { --downloads_; }};
}

}  // namespace depesche
