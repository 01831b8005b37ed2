// Forgetting: a page and all that came from it, out of the store for good.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>

#include "language/language.h"
#include "store/database.h"

namespace depesche {

struct ForgottenPages {
    std::size_t pages = 0;
    bool log_cleared = true;  // false: another program has the store open, and the log beside it keeps old bytes until it is closed
};

// Takes out all pages that `name` means: the begin of a hash (at least 12 digits), an address, or a path as it was ingested. Rows, index
// entries, corrections and notes of stories go with them; freed space is overwritten and the file is written anew, so that their bytes are
// neither in it nor in the log beside it. What stays is the SHA-256 of the bytes, and of the address when that was given or the page was
// fetched from it, so that they do not come in again. Errors: not_found; those of writing, also when the disk has no room for the new file:
// then the pages are out and not yet overwritten everywhere, and it is to be run again.
[[nodiscard]] Result<ForgottenPages> forget_pages(const Database& database, std::string_view name);

// True when these bytes, or pages of this address, are to stay out.
[[nodiscard]] Result<bool> is_forgotten(const Database& database, std::string_view sha256, std::string_view url);

// Lets them in again.
[[nodiscard]] Result<bool> allow_again(const Database& database, std::string_view sha256, std::string_view url);

}  // namespace depesche
