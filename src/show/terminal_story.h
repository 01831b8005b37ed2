// One story for a terminal, section by section.
#pragma once

#include <string_view>

#include <depesche/brief.h>

#include "show/labels.h"
#include "show/sheet.h"

namespace depesche {

// What every section needs: the brief for its pages, the reader's language, and the sheet that is written on.
struct TerminalParts {
    const Brief& brief;
    const Labels& labels;
    Sheet& sheet;
};

// Headline, time and place, reports, origins.
void put_story_head(const TerminalParts& parts, const Story& story);
void put_reports(const TerminalParts& parts, const Story& story);
void put_origins(const TerminalParts& parts, const Story& story);

// What the reports say.
void put_keypoints(const TerminalParts& parts, const Story& story);
void put_quotes(const TerminalParts& parts, const Story& story);
void put_differences(const TerminalParts& parts, std::string_view heading, const std::vector<Difference>& differences);
void put_timeline(const TerminalParts& parts, const Story& story);
void put_names(const TerminalParts& parts, std::string_view heading, const std::vector<NamedThing>& names);
void put_gaps(const TerminalParts& parts, const Story& story);

}  // namespace depesche
