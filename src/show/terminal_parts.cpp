#include "show/terminal_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/pile_view.h"

namespace depesche {

std::vector<std::string> references_of(std::span<const Mention> mentions, std::size_t most) {
    std::vector<std::string> references;
    const std::size_t shown = mentions.size() > most ? most - 1 : mentions.size();
    for (const Mention& mention : mentions.first(shown)) {
        const std::string text = reference(mention);
        if (std::ranges::find(references, text) == references.end()) references.push_back(text);
    }
    if (shown < mentions.size()) references.push_back(fmt::format("[+{}]", mentions.size() - shown));
    return references;
}

std::vector<std::string> or_page(std::vector<std::string> references, std::uint32_t page) {
    if (references.empty()) references.push_back(fmt::format("[{}]", page_number(page)));
    return references;
}

Line page_and_outlet(const TerminalParts& parts, std::uint32_t page) {
    const std::string outlet = clean_line(parts.brief.pages[page].outlet);
    if (outlet.empty()) return {{page_name(parts.brief, page, parts.labels), Ink::strong}};
    return {{page_number(page), Ink::strong}, {fmt::format(" {}", outlet), Ink::plain}};
}

std::string padded(std::string text, unsigned columns) {
    const unsigned used = columns_of(text);
    text.append(used < columns ? columns - used : 1, ' ');
    return text;
}

void append(Line& line, Line more) { line.insert(line.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

}  // namespace depesche
