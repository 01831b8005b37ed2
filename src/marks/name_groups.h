// One person, place or organisation over all texts of a pile.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "marks/find_marks.h"
#include "marks/marks.h"

namespace depesche {

// One text as grouping over a pile sees it. Views must outlive the call.
struct NamedText {
    const MarkText* text = nullptr;
    const Marks* marks = nullptr;
};

// The one thing that entities of several texts mean.
struct NameGroup {
    NameKind kind = NameKind::person;
    std::string name;                    // fullest form that the texts use, most frequent among equals, then first by bytes
    std::string role;                    // most frequent role that the texts bind to it ("Kremlchef"); empty when none does
    std::vector<std::string> spellings;  // as written, without inflection, most frequent first
    std::vector<std::pair<std::uint32_t, std::uint32_t>> members;  // text index, index into its Marks::entities; ascending
};

// What grouping over a pile needs to know of names; made once, read-only, for all threads.
class PileNames {
public:
    explicit PileNames(const Languages& languages);
    ~PileNames();
    PileNames(const PileNames&) = delete;
    PileNames& operator=(const PileNames&) = delete;

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *parts_; }

private:
    std::unique_ptr<Parts> parts_;
};

// Groups the entities of all texts across spellings, transcriptions ("Manturow", "Manturov"), order of the parts and short forms;
// two people of one surname who are both named in full stay apart. Every entity is in exactly one group. The result depends
// on the set of texts in the order given, not on threads. Groups are sorted by members.
[[nodiscard]] std::vector<NameGroup> group_names(std::span<const NamedText> texts, const PileNames& known);

}  // namespace depesche
