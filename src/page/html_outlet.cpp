#include "page/html_outlet.h"

#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "page/html_titles.h"

namespace depesche {
namespace {

constexpr std::size_t most_links = 400;
constexpr std::size_t longest_name = 60;  // bytes

// "/", "./", "https://hafenblick.example", "https://hafenblick.example/".
bool is_first_page(std::string_view address) {
    if (address == "/" || address == "./") return true;
    const std::size_t host = address.find("://");
    if (host == std::string_view::npos) return false;
    const std::size_t path = address.find_first_of("/?#", host + 3);
    return path == std::string_view::npos ? address.size() > host + 3 : address.substr(path) == "/";
}

// The parts at both ends of the raw title.
std::vector<Span> ends_of(std::string_view decoded, Span title) {
    constexpr std::array<std::string_view, 7> marks = {" | ", " – ", " - ", " — ", " :: ", " • ", " · "};
    const std::string_view raw = decoded.substr(title.begin, title.size());
    std::vector<Span> ends;
    for (const std::string_view mark : marks) {
        const std::size_t last = raw.rfind(mark);
        if (last == std::string_view::npos) continue;
        ends.push_back({title.begin + static_cast<std::uint32_t>(last + mark.size()), title.end});
        ends.push_back({title.begin, title.begin + static_cast<std::uint32_t>(raw.find(mark))});
    }
    return ends;
}

// What the links to the first page say, without blanks and marks.
std::vector<std::string> first_page_names(const Page& page) {
    const HtmlPage& html = *page.html;
    std::vector<std::string> names;
    std::size_t links = 0;
    std::uint32_t home = no_element;  // the last link to the first page
    for (std::uint32_t i = 0; i < html.elements.size() && links < most_links; ++i) {
        const HtmlElement& element = html.elements[i];
        if (element.name == "a") {
            ++links;
            home = is_first_page(trim(html.attribute(element, HtmlName::href))) ? i : no_element;
            if (home == no_element) continue;
            if (!element.text.empty() && element.text.size() <= longest_name) names.push_back(bare(page.source.view(element.text)));
            names.push_back(bare(decode_references(html.attribute(element, HtmlName::title))));
            names.push_back(bare(decode_references(html.attribute(element, HtmlName::aria_label))));
        } else if (element.name == "img" && home != no_element) {
            std::uint32_t around = element.parent;
            for (int up = 0; up < 4 && around != no_element && around != home; ++up) around = html.elements[around].parent;
            if (around == home) names.push_back(bare(decode_references(html.attribute(element, HtmlName::alt))));
        }
    }
    return names;
}

// The name, or the name with a word more at an end: "Hafenblick Logo", "Zur Startseite von Hafenblick".
bool says(const std::string& link, const std::string& name) {
    constexpr std::size_t most_more = 20;  // bytes
    if (link == name) return true;
    return name.size() > 3 && link.size() <= name.size() + most_more && (link.starts_with(name) || link.ends_with(name));
}

}  // namespace

std::optional<Field> outlet_of_first_page(const Page& page) {
    const HtmlPage& html = *page.html;
    if (html.title.empty()) return std::nullopt;
    const std::vector<std::string> links = first_page_names(page);
    for (const Span end : ends_of(html.decoded.text(), html.title)) {
        const std::string value(trim(decode_references(html.decoded.view(end))));
        const std::string name = bare(value);
        if (name.size() < 2 || value.size() > longest_name) continue;
        for (const std::string& link : links) {
            if (says(link, name)) return Field{value, {{{}, "end of the title and link to the first page", html.decoded.to_page(end)}}};
        }
    }
    return std::nullopt;
}

}  // namespace depesche
