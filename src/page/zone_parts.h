// Parts of lines: a credit behind a caption, a wire credit at the end of a paragraph, a dateline before it, a date beside a byline.
#pragma once

#include <string_view>
#include <vector>

#include "page/article.h"
#include "page/line_look.h"

namespace depesche {

// "Möwenoog (dpa/lno) - " at the begin of a paragraph: a place, agencies in brackets, a dash. Empty when there is none; a place
// without agency ("Seoul – ", "SUMVAUN. ") is none. The span ends before the first word of the text.
[[nodiscard]] Span dateline_in(std::string_view paragraph, const BylineReader& bylines);

// "(nak/dpa)" at the end of a paragraph: brackets with nothing but agencies and initials. Empty when there is none.
[[nodiscard]] Span end_credit_in(std::string_view paragraph, const BylineReader& bylines);

// The zones of one line, in order: `whole` cut where a part of it is another zone. `line` is the text of whole.span.
[[nodiscard]] std::vector<Zone> parts_of(const Zone& whole, std::string_view line, const LineLook& look, const LineReader& reader);

}  // namespace depesche
