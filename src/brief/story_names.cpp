#include "brief/story_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "brief/edits.h"

namespace depesche {
namespace {

std::string last_part(std::string_view name) {
    const std::string_view whole = trim(name);
    const std::size_t blank = whole.rfind(' ');
    return fold(blank == std::string_view::npos ? whole : whole.substr(blank + 1));
}

}  // namespace

StoryNames::StoryNames(const StoryReports& reports, const PileNames& known) {
    std::vector<NamedText> texts;
    texts.reserve(reports.size());
    for (const Prepared* report : reports.reports) texts.push_back({&report->text, &report->marks});
    groups_ = group_names(texts, known);
    for (const Prepared* report : reports.reports) group_of_.emplace_back(report->marks.entities.size(), 0);
    for (std::uint32_t g = 0; g < groups_.size(); ++g) {
        reports_of_.emplace_back();
        surnames_.push_back(groups_[g].kind == NameKind::person ? last_part(groups_[g].name) : std::string());
        for (const auto& [report, entity] : groups_[g].members) {
            group_of_[report][entity] = g;
            if (reports_of_[g].empty() || reports_of_[g].back() != report) reports_of_[g].push_back(report);
        }
    }
}

bool StoryNames::may_be_one(std::uint32_t left, std::uint32_t right) const {
    if (left == right) return true;
    if (surnames_[left].empty() || surnames_[right].empty()) return false;
    return 4 * edits_between(surnames_[left], surnames_[right]) <= std::min(surnames_[left].size(), surnames_[right].size());
}

}  // namespace depesche
