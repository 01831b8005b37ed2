// Sources: for each article of a pile, the stretches it took over and the article each came from directly.
#pragma once

#include <span>
#include <vector>

#include "origins/reuse_pairs.h"

namespace depesche {

// Copies among the articles, from their pairs. Each stretch of an article has one source: the earlier article that most of the
// article's text is closest to, then, for what that one does not have, the next (a merged piece). Of equally close ones the
// earliest. A copy of a copy is told from a copy of the first by the edits they share. By to, span; indices into `articles`.
[[nodiscard]] std::vector<Copy> choose_sources(std::span<const OriginText> articles, std::span<const std::uint32_t> order, ReusePairs found,
                                               const ReuseLexicon& lexicon);

}  // namespace depesche
