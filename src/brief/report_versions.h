// The versions of a pile's pages, and what a report shows of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <depesche/brief.h>

#include "brief/prepare.h"
#include "brief/versions.h"

namespace depesche {

// What find_versions looks at; views into the report.
[[nodiscard]] VersionInput make_version_input(const Prepared& report);

// find_versions over the reports of a pile, by page index.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> versions_in(const PreparedPages& pages);

// One entry a page of the group, newest first, each with its changes against the next older; nothing for a piece that was stored once.
[[nodiscard]] std::vector<ReportVersion> make_versions(std::span<const std::uint32_t> group, const PreparedPages& pages);

}  // namespace depesche
