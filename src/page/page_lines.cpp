#include "page/page_lines.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/language.h"
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
            lines.push_back(
                {{at, at + static_cast<std::uint32_t>(line.size())}, static_cast<std::uint32_t>(line.data() - whole.data()), blank, false});
            blank = false;
        }
        begin = end + 1;
    }
    if (!lines.empty()) lines.back().blank_after = true;
    return lines;
}

std::string language_of(std::string_view text, const std::vector<PageLine>& lines) {
    constexpr std::size_t long_line = 100;
    constexpr std::size_t enough = 1500;
    std::string sample;
    for (const PageLine& line : lines) {
        if (line.span.size() < long_line) continue;
        if (sample.size() >= enough) break;
        sample += text.substr(line.span.begin, std::min<std::size_t>(line.span.size(), enough));
        sample += '\n';
    }
    return detect_language(sample.size() < 300 ? text : std::string_view(sample));
}

}  // namespace depesche
