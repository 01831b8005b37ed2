#include "cli/store_input.h"

#include <fmt/format.h>

#include "base/moment.h"
#include "base/utf8.h"
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
    return {[](std::string& text) -> std::string {
                const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
                const bool written = text.size() == 10 && text[4] == '-' && text[7] == '-' && digit(0) && digit(5) && digit(8);
                if (!written) return fmt::format("{}: a day is written 2024-06-18", text);
                return parse_iso(text) ? "" : fmt::format("{}: there is no such day", text);
            },
            "DAY"};
}

CLI::Validator limit_validator() {
    return {[](std::string& text) -> std::string {
                constexpr std::size_t most_digits = 9;
                const bool number =
                    !text.empty() && text.size() <= most_digits && text.find_first_not_of("0123456789") == std::string::npos;
                return number ? "" : fmt::format("{}: a number from 0 to 999999999 is needed", text);
            },
            "NUMBER"};
}

CLI::Validator language_validator() {
    return {[](std::string& text) -> std::string {
                text = to_lower(text);
                const std::size_t letters = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
                const bool code = (text.size() == 2 || text.size() == 3) && letters == std::string::npos;
                return code ? "" : fmt::format("{}: a language is written de, without a country", text);
            },
            "LANGUAGE"};
}

void add_store_filters(CLI::App& command, StoreFilter& filter) {
    command.add_option("--since", filter.since, "Leave out what was published before this day; what has no date stays")
        ->check(day_validator());
    command.add_option("--until", filter.until, "Leave out what was published after this day; what has no date stays")
        ->check(day_validator());
    command.add_option("--outlet", filter.outlet, "Only of this outlet, in any case and spelling of umlauts");
    command.add_option("--language", filter.language, "Only in this language, such as de")->transform(language_validator());
    command.add_option("--limit", filter.limit, "At most so many; 0 means all")->check(limit_validator());
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

void tell_notes(const UpdatedStories& updated) {
    if (updated.not_joined) warn(*updated.not_joined);
    if (updated.behind) warn(*updated.behind);
}

int told(const Result<UpdatedStories>& updated) {
    if (updated) tell_notes(*updated);
    else warn(updated.error());
    return updated ? status_good : status_failed;
}

Error reader_left() { return {Problem::cannot_read, {}, {}, {}}; }

int status_of(const Result<bool>& done) {
    if (done || done.error().reason.empty()) return 0;
    warn(done.error());
    return 1;
}

}  // namespace depesche::cli
