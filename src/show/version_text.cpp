#include "show/version_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "show/clean_text.h"

namespace depesche {
namespace {

constexpr std::size_t most_changes = 4;
constexpr std::size_t most_letters = 60;

std::vector<const ReportChange*> latest_changes(const Report& report) {
    std::vector<const ReportChange*> changes;
    for (const ReportVersion& version : report.versions) {
        for (const ReportChange& change : version.changes) changes.push_back(&change);
    }
    return changes;
}

std::string quoted(const Mention& words) {
    const std::string line = clean_line(words.shown);
    std::size_t end = 0;
    for (std::size_t letters = 0; end < line.size() && letters < most_letters; ++letters) (void)next_code_point(line, end);
    return fmt::format("“{}{}”", line.substr(0, end), end < line.size() ? "…" : "");
}

std::string said(const ReportChange& change) {
    if (change.before && change.after) return fmt::format("{} → {}", quoted(*change.before), quoted(*change.after));
    return change.after ? fmt::format("+ {}", quoted(*change.after)) : fmt::format("− {}", quoted(*change.before));
}

}  // namespace

std::string version_text(const Report& report, const Labels& labels) {
    if (report.versions.empty()) return {};
    const std::string count = std::to_string(report.versions.size());
    const std::vector<const ReportChange*> changes = latest_changes(report);
    if (changes.empty()) return labels.with("versions same", {count});
    std::string list;
    for (std::size_t i = 0; i < std::min(changes.size(), most_changes); ++i)
        list += fmt::format("{}{}", i > 0 ? ", " : "", said(*changes[i]));
    if (changes.size() > most_changes)
        list += fmt::format(" {}", labels.with("more changes", {std::to_string(changes.size() - most_changes)}));
    return labels.with("versions", {count, list});
}

std::vector<Mention> version_places(const Report& report) {
    std::vector<Mention> places;
    for (const ReportChange* change : latest_changes(report)) {
        if (places.size() >= most_changes) break;
        places.push_back(change->after ? *change->after : *change->before);
    }
    return places;
}

}  // namespace depesche
