// Pages that a person or a web archive saved: what was put around the original is told and left out.
//
// SingleFile writes a comment "Page saved with SingleFile" with lines "url:" and "saved date:". Web archives put their banner between two
// comments, "BEGIN … INSERT" and "END … INSERT" of any name (also "WB Insert" and "End WB Insert"), and name the original in an address
// that has the capture's stamp inside: "https://archive.example/web/20260305140211/https://blatt.example/1".
// Handles: banners that were saved along with SingleFile. Does not handle: copies without such comments, whose banner is
// like any other part of the page. Test: tests/read/saved_page_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "read/source_text.h"

namespace depesche {

struct SavedPage {
    std::string url;      // of the original; empty when nothing tells
    std::string crawled;  // ISO 8601
};

// What the markup of an HTML page says about how it was saved; both empty for a page as its server sent it. Linear in `bytes`.
[[nodiscard]] SavedPage how_saved(std::string_view bytes);

// An address inside a web archive as that of the original and its capture time; others come back alone.
[[nodiscard]] SavedPage original_address(std::string_view url);

// The page without the archive's banner; what is left keeps its places. `source` itself when there is none.
[[nodiscard]] SourceText without_banner(SourceText source);

}  // namespace depesche
