// What the commands that work on a store share: its option, opening it with stories up to date, and what to leave out.
#pragma once

#include <optional>
#include <string>

#include <CLI/App.hpp>

#include "store/filter.h"
#include "store/store_file.h"
#include "store/update_stories.h"

namespace depesche::cli {

// Adds --since, --until, --outlet, --language and --limit.
void add_store_filters(CLI::App& command, StoreFilter& filter);

// Accepts a day as 2024-06-18.
[[nodiscard]] CLI::Validator day_validator();
// Accepts 0 to 999999999, written in digits: CLI11 alone takes -1 for the greatest number there is.
[[nodiscard]] CLI::Validator limit_validator();
// Accepts a code of two or three letters, in any case; makes it lower case.
[[nodiscard]] CLI::Validator language_validator();

// The exit status of bringing stories up to date, with a warning where there is something to tell.
[[nodiscard]] int told(const Result<UpdatedStories>& updated);
// What is to be told of stories that were found.
void tell_notes(const UpdatedStories& updated);

// Opens the store for reading; when pieces came since stories were last found, finds them first. Nothing, with a warning, when that fails.
// A store that may only be read is listed as it is.
[[nodiscard]] std::optional<Database> open_current_store(const std::string& path, unsigned threads);

// What a command's loop ends with when standard output is not read any more (`| head`); it is told to nobody.
[[nodiscard]] Error reader_left();

// The exit status of what was done, with a warning where there is something to tell.
[[nodiscard]] int status_of(const Result<bool>& done);

}  // namespace depesche::cli
