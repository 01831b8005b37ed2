#include "page/declared.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/moment.h"
#include "base/utf8.h"

namespace depesche {
namespace {

enum class Meaning : unsigned char { title, author, outlet, section, language, published, updated };

struct Tag {
    std::string_view name;  // of name, property or itemprop, lower case
    Meaning meaning;
    int rank;  // smaller is believed more
};

// Sorted by name. Ranks: 1 made for articles, 2 common, 3 often about something else.
constexpr std::array<Tag, 32> tags = {{
    {"article:author", Meaning::author, 2},
    {"article:modified_time", Meaning::updated, 1},
    {"article:published_time", Meaning::published, 1},
    {"article:section", Meaning::section, 1},
    {"author", Meaning::author, 1},
    {"citation_author", Meaning::author, 2},
    {"citation_publication_date", Meaning::published, 2},
    {"date", Meaning::published, 2},
    {"datemodified", Meaning::updated, 2},
    {"datepublished", Meaning::published, 1},
    {"dc.creator", Meaning::author, 2},
    {"dc.date", Meaning::published, 2},
    {"dc.date.issued", Meaning::published, 2},
    {"dc.title", Meaning::title, 3},
    {"dcterms.created", Meaning::published, 3},
    {"dcterms.date", Meaning::published, 2},
    {"dcterms.modified", Meaning::updated, 2},
    {"headline", Meaning::title, 1},
    {"last-modified", Meaning::updated, 3},
    {"og:article:author", Meaning::author, 2},
    {"og:article:published_time", Meaning::published, 1},
    {"og:published_time", Meaning::published, 2},
    {"og:site_name", Meaning::outlet, 1},
    {"og:title", Meaning::title, 2},
    {"og:updated_time", Meaning::updated, 2},
    {"parsely-author", Meaning::author, 1},
    {"parsely-pub-date", Meaning::published, 1},
    {"parsely-title", Meaning::title, 2},
    {"pubdate", Meaning::published, 1},
    {"publish-date", Meaning::published, 1},
    {"sailthru.date", Meaning::published, 2},
    {"twitter:title", Meaning::title, 3},
}};

struct Candidate {
    Meaning meaning;
    int rank;
    std::string value;
    Span place;  // of the decoded page
    std::string how;
};

void add_tag(const HtmlPage& html, const HtmlElement& element, HtmlName name_from, HtmlName value_from, std::vector<Candidate>& out) {
    const std::string name = to_lower(html.attribute(element, name_from));
    const auto tag = std::ranges::lower_bound(tags, std::string_view(name), {}, &Tag::name);
    if (tag == tags.end() || tag->name != name) return;
    const Span place = html.attribute_span(element, value_from);
    const std::string value(trim(decode_references(html.decoded.view(place))));
    if (!value.empty() && value.size() <= 1000) out.push_back({tag->meaning, tag->rank, value, place, name});
}

void add_tags(const HtmlPage& html, std::vector<Candidate>& out) {
    for (const HtmlElement& element : html.elements) {
        if (element.name == "meta") {
            for (const HtmlName name : {HtmlName::property, HtmlName::name, HtmlName::itemprop})
                add_tag(html, element, name, HtmlName::content, out);
        } else if (element.name == "time") {
            add_tag(html, element, HtmlName::itemprop, HtmlName::datetime, out);
        }
    }
}

void add_json_ld(const HtmlPage& html, std::vector<Candidate>& out) {
    JsonLd json;
    for (const HtmlScript& script : html.scripts) {
        if (html.decoded.view(script.type).find("ld+json") != std::string_view::npos)
            read_json_ld(html.decoded.view(script.text), script.text.begin, json);
    }
    const auto add = [&](const std::vector<Found>& found, Meaning meaning, const char* how) {
        for (const Found& f : found) out.push_back({meaning, 0, std::string(trim(decode_references(f.value))), f.place, how});
    };
    add(json.titles, Meaning::title, "JSON-LD headline");
    add(json.authors, Meaning::author, "JSON-LD author");
    add(json.outlets, Meaning::outlet, "JSON-LD publisher");
    add(json.sections, Meaning::section, "JSON-LD articleSection");
    add(json.languages, Meaning::language, "JSON-LD inLanguage");
    add(json.published, Meaning::published, "JSON-LD datePublished");
    add(json.updated, Meaning::updated, "JSON-LD dateModified");
}

std::vector<Field>& list_for(Declared& declared, Meaning meaning) {
    switch (meaning) {
        case Meaning::title:
            return declared.titles;
        case Meaning::author:
            return declared.authors;
        case Meaning::outlet:
            return declared.outlets;
        case Meaning::section:
            return declared.sections;
        default:
            return declared.languages;
    }
}

}  // namespace

Declared read_declared(const Page& page) {
    Declared declared;
    if (!page.html) return declared;
    std::vector<Candidate> candidates;
    add_json_ld(*page.html, candidates);
    add_tags(*page.html, candidates);
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    for (const Candidate& candidate : candidates) {
        const Evidence evidence{{}, candidate.how, page.html->decoded.to_page(candidate.place)};
        if (candidate.meaning == Meaning::published || candidate.meaning == Meaning::updated) {
            const auto moment = parse_iso(candidate.value);
            if (moment && moment->has_day())
                (candidate.meaning == Meaning::published ? declared.published : declared.updated).push_back({*moment, {evidence}});
        } else {
            list_for(declared, candidate.meaning).push_back({candidate.value, {evidence}});
        }
    }
    return declared;
}

}  // namespace depesche
