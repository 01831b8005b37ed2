// Story catalog: the stories of a store as a server lists them, held in memory so that any page of any order is there at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

// What only a story's brief tells.
struct StoryCounts {
    std::uint32_t origins = 0;            // independent ones
    std::uint32_t took = 0;               // reports that took text from another report or from a text outside
    std::vector<std::string> taken_from;  // outlets and origins that they took most words from, most first, at most three
    std::vector<std::string> places;      // folded
};

// A story of the list. Numbers of outlets and languages lead into StoryCatalog's names.
struct StoryEntry {
    std::string name;   // the whole hash
    std::string topic;  // likewise
    std::string headline;
    std::string first;  // earliest and latest publication; empty when unknown
    std::string last;
    std::uint64_t marker = 0;           // changes when the story has other pieces, or a piece another outlet, date or title
    std::uint32_t first_piece = 0;      // its pieces in the catalog: from here on
    std::uint32_t pieces = 0;           // so many
    std::uint32_t reports = 0;          // stored versions of a piece, which have one address, counted once
    std::optional<StoryCounts> counts;  // absent: not counted since the story changed
    bool corrected = false;
};

enum class StoryOrder : unsigned char { newest, origins, reports };

// What of the list is wanted. A story is let through by one piece that all of since, until, outlet and language let through.
struct StoryQuery {
    std::string since{};     // ISO day, inclusive; leaves out pieces of unknown date
    std::string until{};     // ISO day, inclusive; likewise
    std::string outlet{};    // compared folded
    std::string language{};  // ISO 639-1
    std::string person{};    // a name that a text has, compared folded, whole words
    std::string place{};     // compared folded; only stories whose places were found (StoryCounts) are known to have it
    std::string topic{};     // the begin of the topic's hash, or its headline, compared folded
    StoryOrder order = StoryOrder::newest;
    std::size_t limit = 50;
    std::string after{};  // StoryPage::next of the page before
};

struct StoryPage {
    std::vector<const StoryEntry*> stories;  // live as long as the list
    std::string next;                        // empty at the end
};

// A list never changes once it is loaded; any thread may read it.
class StoryCatalog {
public:
    StoryCatalog(StoryCatalog&&) = default;
    StoryCatalog& operator=(StoryCatalog&&) = default;
    StoryCatalog(const StoryCatalog&) = delete;  // names are looked up where they stand
    StoryCatalog& operator=(const StoryCatalog&) = delete;
    ~StoryCatalog() = default;

    // Reads the whole list. `version`: of the program, since another one may count otherwise.
    [[nodiscard]] static Result<StoryCatalog> load(const Database& database, std::string_view version);

    // Stories in the order asked for; equal ones newest first, then by name; unknown dates and counts last. `database` is asked for people
    // alone. Errors: those of reading; wrong_usage for an `after` that is none.
    [[nodiscard]] Result<StoryPage> page(const Database& database, const StoryQuery& query) const;

    [[nodiscard]] const StoryEntry* find(std::string_view name) const;                 // whole hash
    [[nodiscard]] std::string_view topic_headline(const StoryEntry& story) const;      // of the story that the topic is named by
    [[nodiscard]] std::vector<std::string> outlets_of(const StoryEntry& story) const;  // each once, sorted
    [[nodiscard]] const std::vector<StoryEntry>& stories() const { return stories_; }  // newest first

    [[nodiscard]] std::int64_t change() const { return change_; }  // grows with every change of the store
    [[nodiscard]] std::int64_t pages() const { return pages_; }
    [[nodiscard]] const std::string& first() const { return first_; }  // days; empty when none is known
    [[nodiscard]] const std::string& last() const { return last_; }
    [[nodiscard]] std::vector<std::string> languages() const;  // sorted
    // Names and numbers of pieces, most first, then by name; without what is unknown.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> outlets() const;
    // Pieces that the query's since, until, outlet and language let through, by ISO day; "" for those of unknown day.
    [[nodiscard]] std::map<std::string, std::size_t> days_of(const StoryQuery& query) const;

private:
    StoryCatalog() = default;
    struct Piece {
        std::int32_t day = 0;  // year * 10000 + month * 100 + day; 0: unknown
        std::uint32_t outlet = 0;
        std::uint32_t language = 0;
    };
    struct Loading;
    struct Wanted;
    [[nodiscard]] Wanted wanted_pieces(const StoryQuery& query) const;
    [[nodiscard]] Result<Wanted> wanted(const Database& database, const StoryQuery& query) const;
    [[nodiscard]] Result<bool> add_counts(const Database& database);
    [[nodiscard]] Result<bool> sort_out(Loading& loading, const Database& database, std::string_view version);
    void set_orders();

    std::vector<StoryEntry> stories_;
    std::vector<Piece> pieces_;
    std::vector<std::string> outlets_;
    std::vector<std::string> languages_;
    std::vector<std::uint32_t> by_origins_;
    std::vector<std::uint32_t> by_reports_;
    std::unordered_map<std::string_view, std::uint32_t> by_name_;
    std::int64_t change_ = 0;
    std::int64_t pages_ = 0;
    std::string first_;
    std::string last_;
};

// The number that grows with every change of pieces, stories and corrections.
[[nodiscard]] Result<std::int64_t> change_of_store(const Database& database);

// Stores what was counted of a story when `marker` was its mark.
[[nodiscard]] Result<bool> write_story_counts(const Database& database, const std::string& story, std::uint64_t marker,
                                              const StoryCounts& counts);

// StoryEntry::marker of the story as it is in the store now; 0 when there is none of that name.
[[nodiscard]] Result<std::uint64_t> story_marker(const Database& database, const std::string& story, std::string_view version);

}  // namespace depesche
