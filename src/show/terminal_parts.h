// Small things the sections of the terminal output share.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <depesche/brief.h>

#include "show/terminal_story.h"

namespace depesche {

// References of the mentions, at most `most`; what is left out is counted in the last one ("+12"). The JSON has them all.
[[nodiscard]] std::vector<std::string> references_of(std::span<const Mention> mentions, std::size_t most = 8);

// The references, or the page as a whole ("[2]") where there are none.
[[nodiscard]] std::vector<std::string> or_page(std::vector<std::string> references, std::uint32_t page);

// "2 Küstenkurier", with the page's number strong.
[[nodiscard]] Line page_and_outlet(const TerminalParts& parts, std::uint32_t page);

// `text` filled up with blanks to `columns`, at least one.
[[nodiscard]] std::string padded(std::string text, unsigned columns);

void append(Line& line, Line more);

}  // namespace depesche
