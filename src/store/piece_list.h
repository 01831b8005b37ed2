// The pieces of a store, one after the other.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include <depesche/result.h>

#include "store/database.h"
#include "store/filter.h"

namespace depesche {

struct ListedPiece {
    std::int64_t row = 0;
    std::string sha256;
    std::string path;
    std::string url;
    std::string crawled;
    std::string outlet;
    std::string language;
    std::string section;
    std::string title;
    std::string teaser;
    std::string text;
    std::string published;
    std::string updated;
    std::string authors;   // one a line
    std::string agencies;  // one a line
    std::string story;     // name of its story, corrections included; empty when stories were not found since it came
    std::string topic;
    bool corrected = false;   // a correction put it into its story
    std::string words_story;  // as words make them, before stories are joined over language borders and corrected
    std::string words_topic;
};

// By time of publication, unknown last, then hash. `use` may end the list by an error.
[[nodiscard]] Result<bool> for_each_piece(const Database& database, const StoreFilter& filter,
                                          const std::function<Result<bool>(const ListedPiece&)>& use);

// The same for the pieces of one story (its full name).
[[nodiscard]] Result<bool> for_each_piece_of(const Database& database, const std::string& story,
                                             const std::function<Result<bool>(const ListedPiece&)>& use);

// The hashes of those of one story that the filter lets through; its limit is of no effect.
[[nodiscard]] Result<std::set<std::string>> pages_let_through(const Database& database, const std::string& story,
                                                              const StoreFilter& filter);

// And of one day of the grouped stream; no day: those without a time.
[[nodiscard]] Result<bool> for_each_piece_on(const Database& database, std::optional<std::int32_t> day,
                                             const std::function<Result<bool>(const ListedPiece&)>& use);

// The piece with this hash. Error: not_found.
[[nodiscard]] Result<ListedPiece> find_piece(const Database& database, const std::string& sha256);

}  // namespace depesche
