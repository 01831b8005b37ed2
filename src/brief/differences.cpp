#include "brief/differences.h"

#include <algorithm>

#include "brief/assertion_differences.h"
#include "brief/assertions.h"
#include "brief/claims.h"
#include "brief/count_differences.h"
#include "brief/name_differences.h"
#include "brief/slot_differences.h"
#include "brief/updates.h"

namespace depesche {
namespace {

constexpr std::size_t most_unsure = 20;    // more are no help
constexpr std::size_t most_mentions = 50;  // of one value of an update

}  // namespace

Differences find_differences(const StoryText& text, std::span<const Likeness> likenesses) {
    ClaimBook figures("figure");
    ClaimBook dates("date");
    ClaimBook places("place");
    ClaimBook names("name");
    const std::vector<Assertion> assertions = find_assertions(text);
    add_slot_differences(text, likenesses, assertions, {figures, dates, places, names});
    add_count_differences(text, assertions, figures);
    add_assertion_differences(text, assertions, {figures, dates});
    add_name_differences(text, names);
    Differences out;
    for (const ClaimBook* book : {&figures, &dates, &places, &names}) book->write(text, out.sure, out.unsure);
    const std::vector<Update> updates = find_updates(text);
    std::erase_if(out.sure, [&](const Difference& d) { return is_explained(d, updates); });
    std::erase_if(out.unsure, [&](const Difference& d) { return is_explained(d, updates); });
    for (const Update& update : updates) {
        out.updates.push_back(update.told);
        for (DifferenceValue& value : out.updates.back().values) value.mentions.resize(std::min(value.mentions.size(), most_mentions));
    }
    if (out.unsure.size() > most_unsure) out.unsure.resize(most_unsure);
    return out;
}

}  // namespace depesche
