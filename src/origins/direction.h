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

// What says that the article is an agency's own text: 2 for an outlet named as one ("Ticker dpa"), 1 for an agency alone in brackets
// at the head of the text, 0 for none or for one that a desk signed with ("dpa/red").
[[nodiscard]] double agency_marks(const OriginText& article, const ReuseLexicon& lexicon);

// The articles of one family, first to last. Known times decide. An article of unknown time is put before the others when
// the text says so: it has more than the earliest of its partners of what the others took, that one leaves out more of it than it
// leaves out, or it is an agency's own. Else it is put last.
// Handles: an undated wire with cut and reworded copies; an undated cut copy of a dated one. Does not: two whole texts with the
// same words, one of them without a date, which then counts as the copy.
// `members` are numbers of order_by_time, `pairs` all pairs among them, `own_bytes` as in ReusePairs.
[[nodiscard]] std::vector<std::uint32_t> order_family(std::span<const std::uint32_t> members, std::span<const ReusePair* const> pairs,
                                                      std::span<const OriginText> articles, std::span<const std::uint32_t> order,
                                                      std::span<const std::uint32_t> own_bytes, const ReuseLexicon& lexicon);

// True when times alone say that `first` came before `second`.
[[nodiscard]] bool surely_before(const OriginText& first, const OriginText& second);

}  // namespace depesche
