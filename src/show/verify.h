// Verify: whether what a brief says still stands in the stored pages, byte for byte.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <depesche/page_bytes.h>
#include <depesche/result.h>

namespace depesche {

struct Verified {
    std::size_t pages = 0;        // found with the recorded hash
    std::size_t spans = 0;        // compared
    std::vector<Error> failures;  // mismatch or not_found, in the order of the file; empty: all is as recorded
};

// A stored page, bytes and charset, by its recorded path and SHA-256, or why they cannot be had. Bytes of another hash are mismatch.
using PageLookup = std::function<Result<PageBytes>(const std::string& path, const std::string& sha256)>;

// Checks every page, mention and copy in what to_json wrote. A mention's bytes are decoded anew, twice: as they are (its text) and as
// a reader sees them (shown). Errors: bad_format when `json` is no brief of a format this version knows.
[[nodiscard]] Result<Verified> verify_brief(const std::string& json, const PageLookup& lookup);

}  // namespace depesche
