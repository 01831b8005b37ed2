#include "page/page_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/limits.h"

namespace depesche {

std::vector<PageLine> lines_of(std::string_view text) {
    std::vector<PageLine> lines;
    bool blank = true;
    for (std::size_t begin = 0; begin < text.size() && lines.size() < limits::page_lines;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view whole = text.substr(begin, end - begin);
        const std::string_view line = trim(whole);
        if (line.empty()) {
            if (!lines.empty()) lines.back().blank_after = true;
            blank = true;
        } else {
            const auto at = static_cast<std::uint32_t>(line.data() - text.data());
            lines.push_back({{at, at + static_cast<std::uint32_t>(line.size())}, static_cast<std::uint32_t>(line.data() - whole.data()), blank, false});
            blank = false;
        }
        begin = end + 1;
    }
    if (!lines.empty()) lines.back().blank_after = true;
    return lines;
}

}  // namespace depesche
