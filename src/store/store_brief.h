// Briefs of stories that a store holds, made anew from the stored bytes.
#pragma once

#include <functional>
#include <span>
#include <string>

#include <depesche/brief.h>
#include <depesche/result.h>

#include "brief/prepare.h"
#include "store/database.h"

namespace depesche {

// The brief of these stories (whole names, as find_story gives them), corrections applied. Pages are named by their path; where several
// have the same, all but the first also by their hash. The stages must be those of the program; the result does not depend on `threads`.
[[nodiscard]] Result<Brief> brief_from_store(const Database& database, std::span<const std::string> stories, const Stages& stages,
                                             unsigned threads);

}  // namespace depesche
