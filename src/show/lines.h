// One JSON object a line: what each stage found, for `read`, `marks` and `origins` (doc/formats.md).
#pragma once

#include <span>
#include <string>

#include "marks/find_marks.h"
#include "marks/marks.h"
#include "origins/lineage.h"
#include "page/article.h"
#include "read/page.h"

namespace depesche {

// A page as `depesche read` prints it, without line end. Offsets are bytes of the stored page.
[[nodiscard]] std::string page_line(const Page& page, const Article& article);

// A text's marks as `depesche marks` prints them. Offsets are UTF-8 bytes of the text that was given; `text` is its clean form.
// Kinds that are not asked for have no member.
[[nodiscard]] std::string marks_line(std::string_view id, const SourceText& text, const Marks& marks, MarkKinds kinds = {});

// What one article took over, as `depesche origins` prints it; `copies` are its own alone (copies_of). Offsets as above.
struct OriginsLine {
    std::string_view id;
    std::vector<std::string_view> origins;  // earliest articles, largest share first
};
[[nodiscard]] std::string origins_line(const OriginsLine& line, std::span<const Copy> copies, std::span<const std::string> ids,
                                       std::span<const SourceText> texts);

}  // namespace depesche
