// The people, places and organisations of one story: which name in which report means whom.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "brief/prepared.h"
#include "marks/name_groups.h"

namespace depesche {

class StoryNames {
public:
    StoryNames(const StoryReports& reports, const PileNames& known);

    [[nodiscard]] const std::vector<NameGroup>& groups() const { return groups_; }

    // Index into groups(). `entity` is an index into the report's Marks::entities.
    [[nodiscard]] std::uint32_t group_of(std::uint32_t report, std::uint32_t entity) const { return group_of_[report][entity]; }

    // The last part of the group's name, folded: "fankhauser" of "Luis Fankhauser". Empty for places and organisations.
    [[nodiscard]] std::string_view surname(std::uint32_t group) const { return surnames_[group]; }

    // Reports that have a name of the group, ascending, each once.
    [[nodiscard]] const std::vector<std::uint32_t>& reports_of(std::uint32_t group) const { return reports_of_[group]; }

    // One and the same person as far as names tell: the same group, or people of one surname, a letter in four written otherwise. "Luis
    // Fankhauser" here and "Lukas Fankhauser" there may be one man whom two desks name differently; whether they are is for
    // find_differences to say.
    [[nodiscard]] bool may_be_one(std::uint32_t left, std::uint32_t right) const;

private:
    std::vector<NameGroup> groups_;
    std::vector<std::vector<std::uint32_t>> group_of_;
    std::vector<std::string> surnames_;
    std::vector<std::vector<std::uint32_t>> reports_of_;
};

}  // namespace depesche
