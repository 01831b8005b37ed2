// What must hold for every page that reading a file of any bytes gives.
#pragma once

#include <cstdlib>
#include <string>

#include "read/one_file.h"
#include "read/page_stream.h"

namespace depesche::fuzz {

// Reads all pages of the file. Each must be found again by its path, with the same bytes; the first few are looked for.
inline void read_all_pages(std::string bytes) {
    const tests::OneFile files(std::move(bytes));
    PageStream stream({"f"}, files, {});
    int looked_for = 0;
    while (auto page = stream.next()) {
        if (!*page || ++looked_for > 4) continue;
        const auto again = read_page_at((*page)->page.path, files);
        if (!again || again->bytes != (*page)->page.bytes) std::abort();
    }
}

}  // namespace depesche::fuzz
