// Story rows: the stories of a store as a list, and what became of them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"
#include "store/filter.h"

namespace depesche {

// A story is named by the hash of its earliest piece, of which this many digits are shown.
inline constexpr std::size_t shown_digits = 12;

struct ListedStory {
    std::string name;  // the whole hash
    std::string topic;
    std::string headline;              // of its earliest piece that has one
    std::size_t reports = 0;           // pages of one address count once: they are versions
    std::vector<std::string> outlets;  // each once, sorted
    std::string first;                 // earliest and latest publication; empty when unknown
    std::string last;
    bool corrected = false;  // a correction is about one of its pieces
};

// Stories that have a piece which the filter lets through, newest first, those of unknown date last, then by name. The counts are of the
// whole story.
[[nodiscard]] Result<bool> for_each_story(const Database& database, const StoreFilter& filter,
                                          const std::function<Result<bool>(const ListedStory&)>& use);

// The story that has the piece whose hash begins so; any of a story's pieces names it. Errors: not_found, wrong_usage when several stories
// have such a piece or `begin` is too short (4 digits) or no hash.
[[nodiscard]] Result<std::string> find_story(const Database& database, std::string_view begin);

// The whole hash of the one piece whose hash begins so (at least 4 digits). Errors as find_story.
[[nodiscard]] Result<std::string> find_page(const Database& database, std::string_view begin);

// A join, a split or a new name, as it was found when pieces came.
struct ListedStoryEvent {
    std::string kind;  // "renamed", "joined", "split", "mixed"
    std::vector<std::string> before;
    std::vector<std::string> after;
};
// Those that this story is in, before or after, in the order they were found.
[[nodiscard]] Result<std::vector<ListedStoryEvent>> events_of_story(const Database& database, const std::string& story);

}  // namespace depesche
