// PageBytes: one page as a crawler or an archive stored it, the input of everything.
#pragma once

#include <string>

namespace depesche {

// What the page does not say itself (address, crawl time, outlet) may be known to the crawler; empty means unknown.
struct PageBytes {
    std::string path;   // how the page was reached; names it in all output
    std::string bytes;  // as stored, before character decoding
    std::string url;
    std::string outlet;   // the outlet's name as the crawler knows it
    std::string crawled;  // ISO 8601
    // What came with the page: in the answer it was fetched with, or beside it in an export. Empty when unknown.
    std::string charset = {};  // its encoding as the server named it: "iso-8859-1"
    std::string title = {};
    std::string published = {};  // as it was written there
};

}  // namespace depesche
