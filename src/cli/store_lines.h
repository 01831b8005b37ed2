// Rows of a store as lines for a person and as JSON lines. Ends of lines included; control characters of pages are not let through.
#pragma once

#include <string>

#include "store/corrections.h"
#include "store/ingest.h"
#include "store/piece_list.h"
#include "store/search.h"
#include "store/story_rows.h"

namespace depesche::cli {

[[nodiscard]] std::string text_lines(const ListedStory& story);
[[nodiscard]] std::string text_lines(const ListedPiece& piece);
// Hits between [ and ], or in bold where there are colours.
[[nodiscard]] std::string text_lines(const SearchHit& hit, bool color);
// "speaker 7283424d970e 820-865 Marlene Gröger", as it is typed; no line end.
[[nodiscard]] std::string text_of(const Correction& correction);
[[nodiscard]] std::string json_line(const SearchHit& hit);
[[nodiscard]] std::string json_line(const ListedStory& story);
[[nodiscard]] std::string json_line(const ListedPiece& piece);
// page, sha256, state: of a page that is on the disk.
[[nodiscard]] std::string json_line(const PageReport& report);

}  // namespace depesche::cli
