#include "page/html_titles.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depesche {

std::string bare(std::string_view text) {
    std::string out;
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c)) out.append(folded, begin, at - begin);
    }
    return out;
}

namespace {

constexpr std::size_t longest_title = 400;
constexpr std::size_t most_headings = 50;

struct Heading {
    std::string_view text;  // its longest line
    Span span;
    std::uint32_t element = no_element;
    bool breadcrumb = false;
};

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        if (c != ' ' && !inside) ++words;
        inside = c != ' ';
    }
    return words;
}

bool names_outlet(std::string_view text, const Page& page, const Declared& declared) {
    const std::string name = bare(text);
    if (name.empty()) return true;
    if (std::ranges::any_of(declared.outlets, [&](const Field& o) { return bare(o.value) == name; })) return true;
    const std::string& url = page.stored.url.empty() && !declared.addresses.empty() ? declared.addresses.front().value : page.stored.url;
    const std::size_t host = url.find("://");
    if (host == std::string::npos) return false;
    return name.size() > 3 &&
           bare(std::string_view(url).substr(host + 3, url.find('/', host + 3) - host - 3)).find(name) != std::string::npos;
}

// "Brücke gesperrt | Hafenblick", "Hafenblick: Brücke gesperrt" -> "Brücke gesperrt": an end part is cut off when it is the outlet's name.
std::string without_outlet(const std::string& title, const Page& page, const Declared& declared) {
    constexpr std::array<std::string_view, 10> marks = {" | ", " – ", " - ", " — ", " :: ", " • ", " · ", " » ", " « ", ": "};
    const auto named = [&](std::string_view part) {
        if (names_outlet(part, page, declared)) return true;
        const std::string name = bare(part);
        return std::ranges::any_of(declared.outlets, [&](const Field& o) {
            const std::string outlet = bare(o.value);
            return !outlet.empty() &&
                   (name.find(outlet) != std::string::npos || (name.size() > 2 && outlet.find(name) != std::string::npos));
        });
    };
    for (const std::string_view mark : marks) {
        const std::size_t last = title.rfind(mark);
        if (last == std::string::npos || last == 0) continue;
        if (mark != ": " && named(std::string_view(title).substr(last + mark.size())))
            return without_outlet(title.substr(0, last), page, declared);
        const std::size_t first = title.find(mark);
        if (first > 0 && names_outlet(std::string_view(title).substr(0, first), page, declared)) return title.substr(first + mark.size());
    }
    return title;
}

class Headings {
public:
    Headings(const Page& page, const FieldMarkup& markup) : page_(page), html_(*page.html), markup_(markup) {
        for (std::uint32_t i = 0; i < html_.elements.size() && first_.size() + second_.size() < most_headings; ++i) {
            const HtmlElement& element = html_.elements[i];
            if (element.hidden || element.text.empty()) continue;
            if (element.name == "h1") add(i, first_);
            if (element.name == "h2") add(i, second_);
        }
        for (Heading& heading : first_) {
            const Heading* next = below(heading);
            heading.breadcrumb = next != nullptr && ends_path(heading.element, next->span.begin);
        }
    }

    // First headings that end no path, or what stands below those that do.
    [[nodiscard]] std::vector<Heading> headlines() const {
        std::vector<Heading> found;
        for (const Heading& heading : first_) {
            if (!heading.breadcrumb) found.push_back(heading);
        }
        if (found.empty() || first_.front().breadcrumb) {
            for (const Heading& heading : first_) {
                if (heading.breadcrumb) found.insert(found.begin(), *below(heading));
            }
        }
        return found;
    }
    [[nodiscard]] const std::vector<Heading>& second() const { return second_; }

private:
    void add(std::uint32_t index, std::vector<Heading>& to) const {
        const Span whole = html_.elements[index].text;
        Heading best;
        for (std::uint32_t begin = whole.begin; begin < whole.end;) {
            const std::string_view rest = page_.source.view({begin, whole.end});
            const auto end = begin + static_cast<std::uint32_t>(std::min(rest.find('\n'), rest.size()));
            const Span line = trimmed(page_.source.text(), {begin, end});
            if (line.size() > best.span.size()) best.span = line;
            begin = end + 1;
        }
        if (best.span.empty() || best.span.size() > longest_title) return;
        best.text = page_.source.view(best.span);
        best.element = index;
        to.push_back(best);
    }

    // The last entry of a list of links, or one that classes around or before it call so, or one behind two links in the same line.
    // What holds the heading below as well (it begins at `next`) is no path.
    [[nodiscard]] bool ends_path(std::uint32_t index, std::uint32_t next) const {
        std::uint32_t around = index;
        for (int i = 0; i < 4 && around != no_element && html_.elements[around].text.end < next; ++i) {
            if (markup_.says(html_, html_.elements[around], FieldHint::breadcrumb)) return true;
            around = html_.elements[around].parent;
        }
        const std::uint32_t parent = html_.elements[index].parent;
        if (parent == no_element) return false;
        const bool list = html_.elements[parent].name == "li" && html_.elements[parent].parent != no_element;
        const std::uint32_t group = list ? html_.elements[parent].parent : parent;
        int links = 0;
        for (std::uint32_t i = group + 1; i < index; ++i) {
            const HtmlElement& element = html_.elements[i];
            if (element.parent == parent && markup_.says(html_, element, FieldHint::breadcrumb)) return true;
            links += element.name == "a" && (list || element.parent == parent) ? 1 : 0;
        }
        return links >= (list ? 1 : 2);
    }

    // The second-level heading within four lines below, of three words or more.
    [[nodiscard]] const Heading* below(const Heading& heading) const {
        const auto line_of = [&](std::uint32_t at) {
            return std::ranges::lower_bound(html_.blocks, at, {}, [](const HtmlBlock& b) { return b.text.end; }) - html_.blocks.begin();
        };
        for (const Heading& next : second_) {
            if (next.span.begin < heading.span.end) continue;
            if (line_of(next.span.begin) - line_of(heading.span.begin) > 5) return nullptr;
            const bool furniture = markup_.says(html_, html_.elements[next.element], FieldHint::furniture) ||
                                   (html_.elements[next.element].parent != no_element &&
                                    markup_.says(html_, html_.elements[html_.elements[next.element].parent], FieldHint::furniture));
            if (!furniture && count_words(next.text) >= 3) return &next;
        }
        return nullptr;
    }

    const Page& page_;
    const HtmlPage& html_;
    const FieldMarkup& markup_;
    std::vector<Heading> first_;
    std::vector<Heading> second_;
};

// A heading that says the declared title, or ends with it behind a kicker of at most 60 bytes.
std::optional<Field> saying(const Heading& heading, const std::string& value, const Field& declared) {
    const std::string wanted = bare(value);
    if (wanted.size() < 8) return std::nullopt;
    const std::string seen = bare(heading.text);
    if (seen == wanted)
        return Field{std::string(heading.text), {{heading.span, "heading that says the declared title"}, declared.evidence.front()}};
    if (!seen.ends_with(wanted) || count_words(value) < 3 || seen.size() - wanted.size() > 60) return std::nullopt;
    const std::size_t at = heading.text.rfind(value);
    const Span span =
        at == std::string_view::npos ? heading.span : Span{heading.span.begin + static_cast<std::uint32_t>(at), heading.span.end};
    return Field{value, {{span, "heading that ends with the declared title"}, declared.evidence.front()}};
}

std::optional<Field> page_title(const Page& page, const Declared& declared) {
    const HtmlPage& html = *page.html;
    const std::string value(trim(decode_references(html.decoded.view(html.title))));
    if (value.empty() || value.size() > longest_title) return std::nullopt;
    return Field{without_outlet(value, page, declared), {{{}, "title of the page", html.decoded.to_page(html.title)}}};
}

bool is_ticker(std::string_view text) { return text.find("+++") != std::string_view::npos; }

}  // namespace

std::optional<Field> title_of(const Page& page, const Declared& declared, const FieldMarkup& markup, const std::optional<Field>& by_zones) {
    const Headings headings(page, markup);
    const std::vector<Heading> headlines = headings.headlines();
    std::vector<Field> titles;
    for (const Field& title : declared.titles) titles.push_back({without_outlet(title.value, page, declared), title.evidence});
    if (auto title = page_title(page, declared)) titles.push_back(std::move(*title));
    for (const Field& title : titles) {
        for (const Heading& heading : headlines) {
            if (auto field = saying(heading, title.value, title)) return field;
        }
    }
    std::vector<Heading> possible;
    for (const Heading& heading : headlines) {
        if (!names_outlet(heading.text, page, declared)) possible.push_back(heading);
    }
    const auto seen = [](const Heading& heading, std::string how) {
        return Field{std::string(heading.text), {{heading.span, std::move(how)}}};
    };
    if (possible.size() == 1 && is_ticker(possible.front().text)) {
        const auto calm = std::ranges::find_if(titles, [](const Field& title) { return !is_ticker(title.value); });
        if (calm != titles.end()) return *calm;
    }
    if (possible.size() == 1) return seen(possible.front(), "the page's one first heading");
    for (const Heading& heading : possible) {
        const bool zone = by_zones && by_zones->evidence.front().span.begin < heading.span.end &&
                          heading.span.begin < by_zones->evidence.front().span.end;
        if (zone && count_words(heading.text) >= 2) return seen(heading, "first heading where the headline stands");
    }
    for (const Heading& heading : possible) {
        if (count_words(heading.text) >= 3) return seen(heading, "first of the first headings");
    }
    for (const Field& title : titles) {
        for (const Heading& heading : headings.second()) {
            if (auto field = saying(heading, title.value, title)) return field;
        }
    }
    if (!titles.empty()) return titles.front();
    return by_zones;
}

}  // namespace depesche
