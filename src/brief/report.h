// A report and its place of origin as the brief shows them.
#pragma once

#include <vector>

#include <depesche/brief.h>

#include "brief/prepared.h"
#include "origins/lineage.h"

namespace depesche {

[[nodiscard]] BriefPage make_brief_page(const Prepared& report);

// A date of the page with its mentions.
[[nodiscard]] PublicationTime publication_time(const Prepared& report, const DateField& field);

// What the page says of itself; a publication date that it does not show is taken from `story.inferred`.
[[nodiscard]] Report make_report(const StoryReports& story, std::size_t index);

// What origins/ looks at: the article text without the headline, and the credits. Views into the report.
[[nodiscard]] OriginText make_origin_text(const StoryReports& story, std::size_t index);

[[nodiscard]] std::vector<BriefOrigin> make_brief_origins(const StoryReports& story, const Lineage& lineage);
[[nodiscard]] std::vector<BriefCopy> make_brief_copies(const StoryReports& story, const Lineage& lineage);

// Publication as far as known, from the page or inferred; nothing when unknown.
[[nodiscard]] std::optional<Moment> published_of(const StoryReports& story, std::size_t index);

}  // namespace depesche
