#include "page/html_dates.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/declared_dates.h"

namespace depesche {
namespace {

using Tier = ElementDate::Tier;

constexpr std::uint32_t lines_below = 12;
constexpr std::uint32_t lines_above = 6;
constexpr std::uint32_t lines_beside = 2;  // where no furniture stands
constexpr std::size_t longest_line = 300;
constexpr std::size_t most_dates = 200;  // of one page; a page with more is a list

class Search {
public:
    Search(const Page& page, const DateSearch& what)
        : page_(page), html_(*page.html), what_(what), headline_(block_of(what.headline.begin)), body_(block_of(what.body.begin)) {}

    std::vector<ElementDate> run() {
        for (const HtmlElement& element : html_.elements) {
            if (found_.size() >= most_dates) break;
            take_element(element);
        }
        for (std::size_t i = 0; i < html_.blocks.size() && found_.size() < 2 * most_dates; ++i) take_line(html_.blocks[i]);
        std::ranges::stable_sort(found_, [](const ElementDate& a, const ElementDate& b) {
            return a.tier != b.tier ? a.tier < b.tier : a.distance < b.distance;
        });
        return std::move(found_);
    }

private:
    // Index of the block at or behind the place.
    [[nodiscard]] std::size_t block_of(std::uint32_t at) const {
        const auto block = std::ranges::lower_bound(html_.blocks, at, {}, [](const HtmlBlock& b) { return b.text.end; });
        return static_cast<std::size_t>(block - html_.blocks.begin());
    }

    [[nodiscard]] bool holds_piece(const HtmlElement& element) const {
        const auto holds = [&](Span span) { return !span.empty() && element.text.begin <= span.begin && element.text.end >= span.end; };
        return holds(what_.headline) || holds(what_.body);
    }

    [[nodiscard]] bool beside_headline(std::uint32_t at) const {
        if (what_.headline.empty()) return false;
        const std::size_t block = block_of(at);
        if (!what_.body.empty() && block > body_) return false;
        return (block > headline_ ? block - headline_ : headline_ - block) <= lines_beside;
    }

    // In furniture: by the elements around it that do not hold the piece as well.
    [[nodiscard]] bool in_furniture(const HtmlElement& inner) const {
        const bool beside = beside_headline(inner.text.begin);
        const HtmlElement* element = &inner;
        for (int i = 0; i < 40 && !holds_piece(*element); ++i) {
            const std::string_view name = element->name;
            if (name == "aside" || name == "footer" || name == "nav" || name == "figure" || name == "header") return true;
            const bool root = name == "body" || name == "html" || name == "main";
            if (!root && !beside && what_.markup.says(html_, *element, FieldHint::furniture)) return true;
            if (element->parent == no_element) return false;
            element = &html_.elements[element->parent];
        }
        return false;
    }

    [[nodiscard]] bool marked(const HtmlBlock& block) const {
        std::uint32_t at = block.element;
        for (int i = 0; i < 3 && at != no_element && !holds_piece(html_.elements[at]); ++i) {
            if (what_.markup.says(html_, html_.elements[at], FieldHint::date)) return true;
            at = html_.elements[at].parent;
        }
        return false;
    }

    // Lines from the headline; `near` says whether that is few enough, or the first paragraph close below.
    std::uint32_t distance(std::uint32_t at, bool& near) const {
        const std::size_t block = block_of(at);
        const bool above_text = !what_.body.empty() && block <= body_ && body_ - block <= lines_above;
        if (what_.headline.empty()) {
            near = above_text || what_.body.empty();
            return static_cast<std::uint32_t>(block > body_ ? block - body_ : body_ - block);
        }
        const bool below = block >= headline_;
        const auto lines = static_cast<std::uint32_t>(below ? block - headline_ : headline_ - block);
        near = above_text || lines <= (below ? lines_below : lines_above);
        return below ? lines : 2 * lines;  // what stands below is the likelier
    }

    void put(ElementDate date, std::uint32_t at, Tier near_tier, Tier far_tier) {
        bool near = false;
        date.distance = distance(at, near);
        if (date.tier != Tier::published_element) date.tier = near ? near_tier : far_tier;
        found_.push_back(std::move(date));
    }

    void take_element(const HtmlElement& element) {
        const std::string_view itemprop = html_.attribute(element, HtmlName::itemprop);
        const std::string_view property = html_.attribute(element, HtmlName::property);
        const std::string_view name = itemprop.empty() ? property : itemprop;
        const bool time = element.name == "time";
        const bool abbr = element.name == "abbr" && what_.markup.says(html_, element, FieldHint::date);
        const std::string lower = name.size() < 60 ? to_lower(name) : std::string();
        const bool publishes =
            lower.ends_with("datepublished") || lower.ends_with("datecreated") || lower.ends_with("dc:date") || lower == "pubdate";
        const bool updates = lower.ends_with("datemodified");
        if ((!time && !abbr && !publishes && !updates) || element.name == "meta" || in_furniture(element)) return;
        const std::string_view classes = html_.attribute(element, HtmlName::classes);
        const bool published =
            publishes || classes.find("publish") != std::string_view::npos || classes.find("entry-date") != std::string_view::npos;
        const HtmlName holder = time ? HtmlName::datetime : abbr ? HtmlName::title : HtmlName::content;
        Span place = html_.attribute_span(element, holder);
        if (place.empty()) place = html_.attribute_span(element, HtmlName::content);
        ElementDate date;
        date.how = std::string(element.name) + (name.empty() ? std::string() : " " + lower);
        if (const auto value = place.empty()
                                   ? std::nullopt
                                   : parse_declared_date(decode_references(html_.decoded.view(place)), what_.reader, what_.hints)) {
            date.value = *value;
            date.place = place;
        } else if (!element.text.empty() && element.text.size() < longest_line) {
            const std::string_view line = page_.source.view(element.text);
            for (const LineDate& seen : what_.reader.read(line, what_.hints)) {
                if (!seen.value.has_day()) continue;
                date.value = seen.value;
                date.text = {element.text.begin + seen.span.begin, element.text.begin + seen.span.end};
                break;
            }
        }
        if (!date.value.has_day()) return;
        date.updated = updates || (!published && (what_.markup.says(html_, element, FieldHint::update) || updated_before(element.text)));
        if (published) date.tier = Tier::published_element;
        put(std::move(date), element.text.begin, Tier::element_near, Tier::element_elsewhere);
    }

    // "Aktualisiert: " in the line before the element or at its begin.
    [[nodiscard]] bool updated_before(Span text) const {
        const std::size_t block = block_of(text.begin);
        if (block >= html_.blocks.size()) return false;
        const Span line = html_.blocks[block].text;
        if (line.begin > text.begin || line.size() > longest_line) return false;
        const auto dates = what_.reader.read(page_.source.view(line), what_.hints);
        const auto here = std::ranges::find_if(dates, [&](const LineDate& d) { return line.begin + d.span.begin >= text.begin; });
        return here != dates.end() && here->kind == LineDate::Kind::updated;
    }

    // True for a date and little else, or one at the begin of a line or behind the place of a dateline.
    [[nodiscard]] bool mostly_date(std::string_view line, const LineDate& date) const {
        const std::size_t rest = line.size() - date.span.size();
        return rest <= 60 || date.span.begin == 0 || (date.span.begin <= 24 && line.size() <= longest_line);
    }

    void take_line(const HtmlBlock& block) {
        const bool is_long = block.text.size() > longest_line;
        const std::string_view line = page_.source.view(block.text).substr(0, is_long ? 60 : longest_line);
        if (line.find_first_of("0123456789") == std::string_view::npos || line.find("©") != std::string_view::npos) return;
        const auto dates = what_.reader.read(line, what_.hints);
        const auto first = std::ranges::find_if(dates, [](const LineDate& d) { return d.value.has_day(); });
        if (first == dates.end() || (block.element != no_element && in_furniture(html_.elements[block.element]))) return;
        const bool says = first->kind != LineDate::Kind::plain || (block.element != no_element && marked(block));
        if (is_long ? first->span.begin > 24 : !says && !mostly_date(line, *first)) return;
        for (const LineDate& seen : dates) {
            if (!seen.value.has_day()) continue;
            ElementDate date;
            date.value = seen.value;
            date.text = {block.text.begin + seen.span.begin, block.text.begin + seen.span.end};
            date.updated = seen.kind == LineDate::Kind::updated;
            date.how = seen.kind == LineDate::Kind::plain ? "date line"
                       : date.updated                     ? "date behind a word for an update"
                                                          : "date behind a word for publishing";
            const bool strong = says && !is_long;
            bool near = false;
            (void)distance(block.text.begin, near);
            if (!near && !strong) continue;
            put(std::move(date), block.text.begin, strong ? Tier::marked_line_near : Tier::line_near, Tier::marked_line_elsewhere);
        }
    }

    const Page& page_;
    const HtmlPage& html_;
    const DateSearch& what_;
    std::size_t headline_;
    std::size_t body_;
    std::vector<ElementDate> found_;
};

}  // namespace

std::vector<ElementDate> dates_in_elements(const Page& page, const DateSearch& search) {
    if (!page.html) return {};
    return Search(page, search).run();
}

}  // namespace depesche
