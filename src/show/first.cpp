// First versions, to be replaced by terminal.cpp and html.cpp (delete this file then).
#include <depesche/depesche.h>

namespace depesche {

std::string to_terminal(const Brief& brief, OutputLanguage, unsigned, bool) {
    std::string out;
    for (const Story& story : brief.stories) out += story.headline + "\n";
    return out;
}
std::string to_html(const Brief& brief, OutputLanguage language) { return to_terminal(brief, language, 100, false); }

}  // namespace depesche
