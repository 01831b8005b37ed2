// Direction: in a family of articles that share text, who had it first, and from whom each took its stretches.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "origins/reuse_pairs.h"

namespace depesche {

// A number to sort publication times by: minutes since 1970, in UTC where the page says an offset; a time without a clock
// is the begin of its day. Nothing without a day.
[[nodiscard]] std::optional<std::int64_t> minutes_of(const std::optional<Moment>& moment);

// The articles by time, those of unknown time last; of equal times by outlet, id and text. The same for any order of input.
[[nodiscard]] std::vector<std::uint32_t> order_by_time(std::span<const OriginText> articles);

// The articles of one family, first to last. Known times decide. An article without one is taken for the first when the
// others look like parts of it: it has what two of them share, and they leave out more of it than it leaves out of them; else it
// is put last. `members` are numbers of order_by_time, `pairs` all pairs among them.
[[nodiscard]] std::vector<std::uint32_t> order_family(std::span<const std::uint32_t> members, std::span<const ReusePair* const> pairs,
                                                      std::span<const OriginText> articles, std::span<const std::uint32_t> order);

// True when times alone say that `first` came before `second`.
[[nodiscard]] bool surely_before(const OriginText& first, const OriginText& second);

}  // namespace depesche
