// The border between text offsets and stored bytes: the one place where a span of a text becomes a span of the page.
#pragma once

#include <depesche/brief.h>

#include "brief/prepared.h"

namespace depesche {

// A mention of text[span] of the report's page, with the stored bytes as UTF-8 and what a reader sees.
[[nodiscard]] Mention cite(const Prepared& report, Span span);

// A mention of stored bytes that a reader does not see: a tag or a script of an HTML page.
[[nodiscard]] Mention cite_bytes(const Prepared& report, Span bytes);

}  // namespace depesche
