// A story of the list in an answer, and the news that the list changed.
#pragma once

#include <span>
#include <string>

#include "serve/answer_json.h"
#include "store/story_catalog.h"

namespace depesche {

// The fields of one story, into an object that the caller opened.
void write_story(AnswerJson& json, const StoryCatalog& list, const StoryEntry& story);

// "stories": of each its id, headline and day.
void write_story_links(AnswerJson& json, std::span<const StoryEntry* const> stories);

// {"change", "pages", "stories"} on one line: the data of the event `change`.
[[nodiscard]] std::string change_event(const StoryCatalog& list);

}  // namespace depesche
