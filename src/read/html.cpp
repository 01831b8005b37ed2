#include "read/html.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/html_references.h"
#include "read/html_text.h"
#include "read/html_tokens.h"
#include "read/limits.h"

namespace depesche {
namespace {

template <std::size_t count>
constexpr bool is_one_of(const std::array<std::string_view, count>& sorted, std::string_view name) {
    return std::ranges::binary_search(sorted, name);
}

constexpr std::array<std::string_view, 14> void_names = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                         "input", "link", "meta", "param", "source", "track", "wbr"};

// What interrupts a line of text when it is drawn.
constexpr std::array<std::string_view, 48> block_names = {
    "address", "article", "aside",   "blockquote", "body",     "br",         "button", "caption", "center", "dd",    "details", "dialog",
    "dir",     "div",     "dl",      "dt",         "fieldset", "figcaption", "figure", "footer",  "form",   "h1",    "h2",      "h3",
    "h4",      "h5",      "h6",      "header",     "hgroup",   "hr",         "html",   "li",      "main",   "menu",  "nav",     "ol",
    "p",       "pre",     "section", "summary",    "table",    "tbody",      "td",     "tfoot",   "th",     "thead", "tr",      "ul"};

// What is in them is not read as text.
constexpr std::array<std::string_view, 16> silent_names = {"audio",    "canvas",   "datalist", "head",   "iframe", "math",
                                                           "noscript", "object",   "script",   "select", "style",  "svg",
                                                           "template", "textarea", "title",    "video"};

constexpr std::array<std::string_view, 5> strong_names = {"b", "em", "i", "mark", "strong"};

// A start tag of the first kind ends an open element of the second (HTML Standard, optional tags).
bool ends_implicitly(std::string_view open, std::string_view starting) {
    if (open == "p") return starting != "br" && starting != "button" && is_one_of(block_names, starting);
    if (open == "li") return starting == "li";
    if (open == "dt" || open == "dd") return starting == "dt" || starting == "dd";
    if (open == "tr") return starting == "tr" || starting == "tbody" || starting == "tfoot";
    if (open == "td" || open == "th") return starting == "td" || starting == "th" || starting == "tr" || starting == "tbody";
    if (open == "head") return starting == "body";
    return false;
}

// Elements whose end tags are not looked for across: a cell's </li> does not close the list around the table.
bool is_boundary(std::string_view name) { return name == "table" || name == "td" || name == "th" || name == "html" || name == "body"; }

bool hides(std::string_view style) {
    const std::size_t at = style.find("display");
    if (at == std::string_view::npos) return false;
    std::string_view rest = style.substr(at + 7);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':')) rest.remove_prefix(1);
    return rest.starts_with("none");
}

class Builder final : public HtmlTokenSink {
public:
    explicit Builder(HtmlPage& page) : page_(page), text_(page.decoded) {}

    bool take(const HtmlToken& token) override {
        switch (token.kind) {
            case HtmlTokenKind::text:
                take_text(token);
                break;
            case HtmlTokenKind::open:
                return open(token);
            case HtmlTokenKind::close:
                close(token);
                break;
        }
        return true;
    }

    void finish() {
        end_block();
        while (!open_.empty()) pop();
        page_.source = text_.take();
    }

private:
    [[nodiscard]] std::string_view name_of(std::uint32_t element) const { return page_.elements[element].name; }
    [[nodiscard]] std::uint32_t current() const { return open_.empty() ? no_element : open_.back(); }

    void take_text(const HtmlToken& token) {
        const std::uint32_t inside = current();
        if (inside != no_element && name_of(inside) == "title" && page_.title.empty() && !in_drawing()) page_.title = token.span;
        if (inside != no_element && name_of(inside) == "script") take_script(token);
        if (silent_ > 0) return;
        const std::string_view raw = page_.decoded.view(token.span);
        if (raw.size() == token.text.size()) {
            put(token.text, token.span, true);
            return;
        }
        line_up_references(raw, token.text, [&](std::string_view decoded, std::size_t begin, std::size_t size, bool verbatim) {
            const auto at = token.span.begin + static_cast<std::uint32_t>(begin);
            put(decoded, {at, at + static_cast<std::uint32_t>(size)}, verbatim);
        });
    }

    // A <title> in an <svg> is that of a drawing.
    [[nodiscard]] bool in_drawing() const {
        return std::ranges::any_of(open_, [&](std::uint32_t e) { return name_of(e) == "svg"; });
    }

    void take_script(const HtmlToken& token) {
        const HtmlElement& script = page_.elements[current()];
        const Span type = page_.attribute_span(script, HtmlName::type);
        if (page_.decoded.view(type).find("json") != std::string_view::npos) page_.scripts.push_back({type, token.span});
    }

    void put(std::string_view text, Span place, bool verbatim) {
        const std::uint32_t begin = text_.put(text, place, verbatim);
        const std::uint32_t added = text_.size() - begin;
        if (added == 0) return;
        if (!in_block_) begin_block(begin);
        common_ = common_ancestor(common_, current());
        if (links_ > 0) page_.blocks.back().linked += added;
        if (strong_ > 0) page_.blocks.back().strong += added;
    }

    void begin_block(std::uint32_t begin) {
        in_block_ = true;
        common_ = current();
        page_.blocks.push_back({{begin, begin}, current(), 0, 0, false});
    }

    void end_block() {
        if (in_block_) {
            HtmlBlock& block = page_.blocks.back();
            block.text.end = text_.size();
            block.element = common_;
            block.hidden = common_ != no_element && page_.elements[common_].hidden;
            in_block_ = false;
        }
        text_.end_block();
    }

    [[nodiscard]] std::uint32_t common_ancestor(std::uint32_t a, std::uint32_t b) const {
        while (a != b) {
            if (a == no_element || b == no_element) return no_element;
            if (page_.elements[a].depth >= page_.elements[b].depth) a = page_.elements[a].parent;
            else b = page_.elements[b].parent;
        }
        return a;
    }

    bool open(const HtmlToken& token) {
        if (page_.elements.size() >= limits::html_elements) {
            page_.cut = true;
            return false;
        }
        while (!open_.empty() && ends_implicitly(name_of(current()), token.name)) pop();
        const bool block = is_one_of(block_names, token.name);
        if (block) end_block();
        else if (silent_ == 0) text_.meet({token.span.begin, token.span.end});
        add_element(token);
        if (is_one_of(void_names, token.name) || open_.size() >= limits::html_depth) return true;
        if (token.self_closing && silent_ > 0) return true;  // inside a drawing, where it means what it says
        open_.push_back(static_cast<std::uint32_t>(page_.elements.size() - 1));
        count(token.name, 1);
        return true;
    }

    void add_element(const HtmlToken& token) {
        HtmlElement element;
        element.name = token.name;
        element.parent = current();
        element.depth = static_cast<std::uint32_t>(open_.size());
        element.text = {text_.next(), text_.next()};
        element.first_attribute = static_cast<std::uint32_t>(page_.attributes.size());
        element.hidden = element.parent != no_element && page_.elements[element.parent].hidden;
        for (const HtmlAttribute& attribute : token.attributes) {
            if (page_.attributes.size() - element.first_attribute >= limits::html_attributes) break;
            page_.attributes.push_back(attribute);
            const std::string_view value = page_.decoded.view(attribute.value);
            element.hidden = element.hidden || attribute.name == HtmlName::hidden ||
                             (attribute.name == HtmlName::aria_hidden && value == "true") ||
                             (attribute.name == HtmlName::style && hides(value));
        }
        element.last_attribute = static_cast<std::uint32_t>(page_.attributes.size());
        page_.elements.push_back(element);
    }

    void close(const HtmlToken& token) {
        if (is_one_of(block_names, token.name) || token.name == "p") end_block();
        std::size_t at = open_.size();
        while (at > 0 && name_of(open_[at - 1]) != token.name) {
            if (is_boundary(name_of(open_[at - 1])) && !is_boundary(token.name)) return;
            --at;
        }
        if (at == 0) return;
        while (open_.size() >= at) pop();
    }

    void pop() {
        HtmlElement& element = page_.elements[open_.back()];
        if (is_one_of(block_names, element.name)) end_block();
        element.text.end = std::max(element.text.begin, text_.size());
        count(element.name, -1);
        open_.pop_back();
    }

    void count(std::string_view name, int step) {
        if (is_one_of(silent_names, name)) silent_ += step;
        if (name == "a") links_ += step;
        if (is_one_of(strong_names, name)) strong_ += step;
    }

    HtmlPage& page_;
    HtmlText text_;
    std::vector<std::uint32_t> open_;
    int silent_ = 0;
    int links_ = 0;
    int strong_ = 0;
    bool in_block_ = false;
    std::uint32_t common_ = no_element;
};

}  // namespace

Span HtmlPage::attribute_span(const HtmlElement& element, HtmlName name) const {
    for (std::uint32_t i = element.first_attribute; i < element.last_attribute; ++i) {
        if (attributes[i].name == name) return attributes[i].value;
    }
    return {};
}

std::string_view HtmlPage::attribute(const HtmlElement& element, HtmlName name) const {
    return decoded.view(attribute_span(element, name));
}

bool looks_like_html(std::string_view text) {
    constexpr std::size_t looked_at = 65536;
    text = trim(text.substr(0, looked_at));
    const bool xml = text.starts_with("<?xml");
    while (text.starts_with("<!--") || text.starts_with("<?xml")) {
        const std::size_t end = text.find(text.starts_with("<?xml") ? ">" : "-->");
        if (end == std::string_view::npos) return true;
        text = trim(text.substr(end + (text.starts_with("<?xml") ? 1 : 3)));
    }
    const std::string head = to_lower(text.substr(0, 16));
    constexpr std::array<std::string_view, 19> beginnings = {
        "<!doctype html", "<html",  "<head", "<body",   "<title", "<meta", "<script", "<div", "<article", "<section",
        "<style",         "<table", "<link", "<iframe", "<h1",    "<font", "<p>",     "<br",  "<center"};
    if (std::ranges::any_of(beginnings, [&](std::string_view begin) { return std::string_view(head).starts_with(begin); })) return true;
    // A program's warning or a style sheet above the page: any tag first, and the page's own soon behind it.
    if (xml || head.size() < 2 || head[0] != '<' || head[1] < 'a' || head[1] > 'z') return false;
    const std::string more = to_lower(text);
    constexpr std::array<std::string_view, 3> own = {"<!doctype html", "<html", "<body"};
    return std::ranges::any_of(own, [&](std::string_view tag) { return more.find(tag) != std::string::npos; });
}

HtmlPage read_html(SourceText decoded) {
    HtmlPage page;
    page.decoded = std::move(decoded);
    Builder builder(page);
    if (!tokenize_html(page.decoded.text(), builder)) page.cut = true;
    builder.finish();
    return page;
}

}  // namespace depesche
