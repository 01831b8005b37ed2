// Which of the declared and the visible values an article takes.
//
// The rule: what a reader sees wins where both say the same (the title's evidence is then the visible headline); where they differ,
// what was declared for articles wins for dates, outlet and section (a template fills them in, a reader's line may be a box's), and for
// the title only when no visible heading says it. Authors are taken from what was declared when it names a person. A day after
// the crawl is not believed, whoever says it. Test: tests/page/declared_test.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "page/declared.h"
#include "page/metadata.h"

namespace depesche {
namespace {

// Letters and digits alone, folded: titles are compared by them.
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

// "Brücke gesperrt | Hafenblick" -> "Brücke gesperrt": the last part is cut off when it is the outlet's name.
std::string without_outlet(const std::string& title, std::span<const Field> outlets) {
    for (const std::string_view mark : {" | ", " – ", " - ", " — ", " :: ", " • "}) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string::npos || at == 0) continue;
        const std::string last = bare(std::string_view(title).substr(at + mark.size()));
        const bool named = std::ranges::any_of(outlets, [&](const Field& o) {
            const std::string outlet = bare(o.value);
            return !outlet.empty() &&
                   (last.find(outlet) != std::string::npos || (last.size() > 2 && outlet.find(last) != std::string::npos));
        });
        if (named) return title.substr(0, at);
    }
    return title;
}

struct Heading {
    std::string_view text;
    Span span;
};

std::vector<Heading> headings(const Page& page, std::string_view name) {
    std::vector<Heading> found;
    for (const HtmlElement& element : page.html->elements) {
        if (element.name != name || element.hidden || element.text.empty()) continue;
        const std::string_view all = page.source.view(element.text);
        const std::string_view text = trim(all);
        if (text.empty() || text.find('\n') != std::string_view::npos) continue;
        const auto begin = element.text.begin + static_cast<std::uint32_t>(text.data() - all.data());
        found.push_back({text, {begin, begin + static_cast<std::uint32_t>(text.size())}});
    }
    return found;
}

// The heading that says the declared title, whole or with a kicker in front or behind.
const Heading* saying(const std::vector<Heading>& all, const std::string& title) {
    const std::string wanted = bare(title);
    if (wanted.size() < 8) return nullptr;
    const auto same = std::ranges::find_if(all, [&](const Heading& h) { return bare(h.text) == wanted; });
    return same == all.end() ? nullptr : &*same;
}

void apply_title(const Page& page, const Declared& declared, Article& article) {
    const std::vector<Heading> first = headings(page, "h1");
    for (const Field& title : declared.titles) {
        const std::string value = without_outlet(title.value, declared.outlets);
        if (const Heading* heading = saying(first, value)) {
            article.title =
                Field{std::string(heading->text), {{heading->span, "heading that says the declared title"}, title.evidence.front()}};
            return;
        }
    }
    if (first.size() == 1) {
        article.title = Field{std::string(first.front().text), {{first.front().span, "the page's one first heading"}}};
    } else if (!declared.titles.empty()) {
        article.title = Field{without_outlet(declared.titles.front().value, declared.outlets), declared.titles.front().evidence};
    } else if (!article.title && !page.html->title.empty()) {
        const std::string value(trim(decode_references(page.html->decoded.view(page.html->title))));
        if (!value.empty())
            article.title =
                Field{without_outlet(value, declared.outlets), {{{}, "title of the page", page.html->decoded.to_page(page.html->title)}}};
    }
}

void apply_dates(const Page& page, const Declared& declared, Article& article) {
    const auto choose = [&](const std::vector<DateField>& dates, std::optional<DateField>& field) {
        const auto date = std::ranges::find_if(dates, [&](const DateField& d) { return is_believed(d.value, page); });
        if (date != dates.end()) field = *date;
    };
    choose(declared.published, article.published);
    choose(declared.updated, article.updated);
}

void apply_authors(const Declared& declared, const LineReader& reader, Article& article) {
    std::vector<Field> people;
    for (const Field& author : declared.authors) {
        const Byline byline = reader.bylines().read(author.value, {});
        for (const LineName& person : byline.people) {
            const bool outlet = std::ranges::any_of(declared.outlets, [&](const Field& o) { return bare(o.value) == bare(person.name); });
            const bool known = std::ranges::any_of(people, [&](const Field& f) { return bare(f.value) == bare(person.name); });
            if (!outlet && !known) people.push_back({person.name, author.evidence});
        }
        for (const LineName& agency : byline.agencies) {
            const bool known = std::ranges::any_of(article.agencies, [&](const Field& f) { return f.value == agency.name; });
            if (!known) article.agencies.push_back({agency.name, author.evidence});
        }
    }
    if (!people.empty()) article.authors = std::move(people);
}

}  // namespace

void apply_declared(const Page& page, const LineReader& reader, Article& article) {
    if (!page.html) return;
    const Declared declared = read_declared(page);
    apply_title(page, declared, article);
    apply_dates(page, declared, article);
    apply_authors(declared, reader, article);
    if (page.stored.outlet.empty() && !declared.outlets.empty()) article.outlet = declared.outlets.front();
    if (!declared.sections.empty()) article.section = declared.sections.front();
    if (article.language.empty() && !declared.languages.empty()) article.language = to_lower(declared.languages.front().value).substr(0, 2);
}

}  // namespace depesche
