#include "cli/store_input.h"

#include "cli/commands.h"
#include "cli/terminal.h"
#include "language/language.h"

namespace depesche::cli {
namespace {

// False, told, when stories cannot be found; true also where nothing can be written.
bool bring_up_to_date(const std::string& path, unsigned threads) {
    const auto writable = open_store(path, OpenMode::write);
    if (!writable) {
        if (writable.error().problem == Problem::no_rights) {
            warn("stories are to be found anew, and there is no right to write to the store; they are shown as they were last found");
            return true;
        }
        warn(writable.error());
        return false;
    }
    return told(update_stories(*writable, Languages(), threads)) == status_good;
}

}  // namespace

CLI::Validator day_validator() {
    return {[](std::string& text) {
                return text.size() == 10 && text[4] == '-' && text[7] == '-' ? std::string() : std::string("a day is written 2024-06-18");
            },
            "DAY"};
}

void add_store_filters(CLI::App& command, StoreFilter& filter) {
    command.add_option("--since", filter.since, "Leave out what was published before this day; what has no date stays")
        ->check(day_validator());
    command.add_option("--until", filter.until, "Leave out what was published after this day; what has no date stays")
        ->check(day_validator());
    command.add_option("--outlet", filter.outlet, "Only of this outlet, in any case and spelling of umlauts");
    command.add_option("--language", filter.language, "Only in this language, such as de");
    command.add_option("--limit", filter.limit, "At most so many; 0 means all");
}

std::optional<Database> open_current_store(const std::string& path, unsigned threads) {
    auto database = open_store(path, OpenMode::read);
    if (!database) {
        warn(database.error());
        return std::nullopt;
    }
    const auto current = stories_are_current(*database);
    if (!current) {
        warn(current.error());
        return std::nullopt;
    }
    if (!*current && !bring_up_to_date(path, threads)) return std::nullopt;
    return std::move(*database);
}

int told(const Result<UpdatedStories>& updated) {
    if (updated && updated->not_joined) warn(*updated->not_joined);
    if (updated && updated->behind) warn(*updated->behind);
    if (!updated) warn(updated.error());
    return updated ? status_good : status_failed;
}

Error reader_left() { return {Problem::cannot_read, {}, {}, {}}; }

int status_of(const Result<bool>& done) {
    if (done || done.error().reason.empty()) return 0;
    warn(done.error());
    return 1;
}

}  // namespace depesche::cli
