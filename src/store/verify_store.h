// Verify: whether a store is whole, and whether what it says still stands in the bytes it keeps.
#pragma once

#include <functional>
#include <vector>

#include <depesche/result.h>

#include "store/database.h"

namespace depesche {

struct VerifiedStore {
    std::size_t pages = 0;
    std::size_t spans = 0;
    std::size_t failures = 0;
};

// Checks the file's own structure and its search index; each page's bytes against its hash; each recorded span, and the text of each
// piece, against the bytes; that every piece is in exactly one story when stories were found; that vectors can be read. Each failure goes
// to `tell` (mismatch or bad_format, with the page as place). Error: the file cannot be read on.
[[nodiscard]] Result<VerifiedStore> verify_store(const Database& database, const std::function<void(const Error&)>& tell);

}  // namespace depesche
