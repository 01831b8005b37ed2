// First version, to be replaced by html.cpp (delete this file then).
#include <depesche/depesche.h>

namespace depesche {

std::string to_html(const Brief& brief, OutputLanguage language) { return to_terminal(brief, language, 100, false); }

}  // namespace depesche
