// The brief as JSON for who shows pages beside it.
#pragma once

#include <string>

#include <depesche/brief.h>

namespace depesche {

// to_json with one field more in each mention: `at`, [begin, end] of the words in the page's text as a reader sees it (BriefPage::text), in
// UTF-16 units as a browser's script counts; null for what does not stand in that text.
[[nodiscard]] std::string to_json_with_places(const Brief& brief);

}  // namespace depesche
