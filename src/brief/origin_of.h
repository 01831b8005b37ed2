// Where a stretch of a report was first written, as far as its lineage tells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "brief/prepared.h"
#include "origins/lineage.h"

namespace depesche {

class OriginFinder {
public:
    OriginFinder(const Lineage& lineage, std::size_t reports);

    // Index into lineage.origins, or, when no origin is known for the report, lineage.origins.size() + report: each such report
    // counts as an origin of its own. A copied stretch has the origin of what it was copied from.
    [[nodiscard]] std::uint32_t origin_of(std::uint32_t report, Span span) const;

    // Empty for an unknown one.
    [[nodiscard]] std::string name_of(std::uint32_t origin) const;

    // True when the stretch was taken over from elsewhere, by more than half of its bytes.
    [[nodiscard]] bool is_copied(std::uint32_t report, Span span) const;

private:
    [[nodiscard]] const Copy* copy_at(std::uint32_t report, Span span) const;

    const Lineage* lineage_;
    std::vector<std::vector<std::uint32_t>> copies_;  // report -> indices into lineage.copies, by span
    std::vector<std::uint32_t> own_;                  // report -> origin of what it wrote itself
    std::vector<std::uint32_t> wire_;                 // report -> origin of what it took from outside the pile
};

}  // namespace depesche
