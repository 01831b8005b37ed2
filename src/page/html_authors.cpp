#include "page/html_authors.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t most_elements = 20;
constexpr std::uint32_t farthest = 1500;  // bytes of text between headline and name

// One of the words of a class attribute.
bool has_word(std::string_view classes, std::string_view word) {
    for (std::size_t at = classes.find(word); at != std::string_view::npos; at = classes.find(word, at + 1)) {
        const bool begins = at == 0 || classes[at - 1] == ' ';
        const bool ends = at + word.size() == classes.size() || classes[at + word.size()] == ' ';
        if (begins && ends) return true;
    }
    return false;
}

bool marks_author(const HtmlPage& html, const HtmlElement& element) {
    return has_word(html.attribute(element, HtmlName::rel), "author") || html.attribute(element, HtmlName::itemprop) == "author" ||
           has_word(html.attribute(element, HtmlName::classes), "author");
}

bool in_furniture(const HtmlPage& html, const FieldMarkup& markup, const HtmlElement& inner, Span headline) {
    const HtmlElement* element = &inner;
    for (int i = 0; i < 40; ++i) {
        if (!headline.empty() && element->text.begin <= headline.begin && element->text.end >= headline.end) return false;
        if (element->name == "aside" || element->name == "footer" || element->name == "nav" || element->name == "figure") return true;
        if (element->name != "body" && element->name != "html" && markup.says(html, *element, FieldHint::furniture)) return true;
        if (element->parent == no_element) return false;
        element = &html.elements[element->parent];
    }
    return false;
}

}  // namespace

std::vector<Span> author_elements(const Page& page, const FieldMarkup& markup, Span headline) {
    std::vector<Span> found;
    if (!page.html) return found;
    for (const HtmlElement& element : page.html->elements) {
        if (found.size() >= most_elements) break;
        if (element.text.empty() || element.text.size() > longest_name || element.hidden || !marks_author(*page.html, element)) continue;
        const bool inside = !found.empty() && element.text.begin < found.back().end;
        const bool far =
            !headline.empty() && (element.text.begin > headline.end + farthest || element.text.end + farthest < headline.begin);
        if (inside || far || in_furniture(*page.html, markup, element, headline)) continue;
        const Span text = trimmed(page.source.text(), element.text);
        if (!text.empty() && page.source.view(text).find('\n') == std::string_view::npos) found.push_back(text);
    }
    return found;
}

}  // namespace depesche
