#include "page/declared.h"

#include <algorithm>
#include <utility>

#include "base/moment.h"
#include "base/utf8.h"
#include "page/declared_dates.h"
#include "page/html_outlet.h"
#include "page/meta_tags.h"

namespace depesche {
namespace {

constexpr std::size_t most_values = 64;
constexpr std::size_t longest_value = 1000;

struct Candidate {
    TagMeaning meaning;
    int rank;
    std::string value;
    Span place;  // of the decoded page
    std::string how;
};
using Candidates = std::vector<Candidate>;

void put(Candidates& out, TagMeaning meaning, int rank, const HtmlPage& html, Span place, std::string how) {
    std::string value(trim(decode_references(html.decoded.view(place))));
    if (!value.empty() && value.size() <= longest_value) out.push_back({meaning, rank, std::move(value), place, std::move(how)});
}

void add_meta(const HtmlPage& html, const HtmlElement& element, Candidates& out) {
    for (const HtmlName from : {HtmlName::property, HtmlName::name, HtmlName::itemprop}) {
        const std::string_view name = html.attribute(element, from);
        if (name.empty()) continue;
        if (const auto tag = meta_tag(name))
            put(out, tag->meaning, tag->rank, html, html.attribute_span(element, HtmlName::content), to_lower(name));
    }
}

// <link rel="canonical" href>, <link rel="amphtml" href>, <html lang>.
void add_link(const HtmlPage& html, const HtmlElement& element, Candidates& out) {
    const std::string rel = to_lower(html.attribute(element, HtmlName::rel).substr(0, 40));
    const Span href = html.attribute_span(element, HtmlName::href);
    if (rel == "canonical") put(out, TagMeaning::address, 1, html, href, "canonical link");
    if (rel == "amphtml") put(out, TagMeaning::amp, 1, html, href, "amphtml link");
}

void add_tags(const HtmlPage& html, Candidates& out) {
    for (const HtmlElement& element : html.elements) {
        if (element.name == "meta") add_meta(html, element, out);
        else if (element.name == "link") add_link(html, element, out);
    }
}

// <html lang="de-AT">: reading keeps no lang attributes, of which a page may have many; the first tag's is looked up in its source.
Span html_language(const HtmlPage& html) {
    const std::string_view source = std::string_view(html.decoded.text()).substr(0, 8192);
    std::size_t tag = source.find("<html");
    if (tag == std::string_view::npos) tag = source.find("<HTML");
    if (tag == std::string_view::npos) return {};
    const std::string_view attributes = source.substr(tag, source.find('>', tag) - tag);
    const std::size_t lang = attributes.find(" lang=");
    if (lang == std::string_view::npos) return {};
    std::size_t begin = tag + lang + 6;
    if (begin < source.size() && (source[begin] == '"' || source[begin] == '\'')) ++begin;
    const std::size_t end = std::min(source.find_first_of("\"' >", begin), source.size());
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void add_json_ld(const HtmlPage& html, Candidates& out) {
    JsonLd json;
    for (const HtmlScript& script : html.scripts) {
        if (html.decoded.view(script.type).find("ld+json") != std::string_view::npos)
            read_json_ld(html.decoded.view(script.text), script.text.begin, json);
    }
    const auto add = [&](const std::vector<Found>& found, TagMeaning meaning, int rank, const char* how) {
        for (const Found& f : found) out.push_back({meaning, rank, std::string(trim(decode_references(f.value))), f.place, how});
    };
    add(json.titles, TagMeaning::title, 0, "JSON-LD headline");
    add(json.authors, TagMeaning::author, 0, "JSON-LD author");
    add(json.organizations, TagMeaning::organization, 0, "JSON-LD author, an organization");
    add(json.outlets, TagMeaning::outlet, 0, "JSON-LD publisher");
    add(json.sections, TagMeaning::section, 0, "JSON-LD articleSection");
    add(json.languages, TagMeaning::language, 0, "JSON-LD inLanguage");
    add(json.keywords, TagMeaning::keywords, 0, "JSON-LD keywords");
    add(json.kinds, TagMeaning::kind, 0, "JSON-LD type");
    add(json.page_kinds, TagMeaning::kind, 3, "JSON-LD type of the page");
    add(json.free, TagMeaning::free, 0, "JSON-LD isAccessibleForFree");
    add(json.addresses, TagMeaning::address, 3, "JSON-LD address");
    add(json.published, TagMeaning::published, 0, "JSON-LD datePublished");
    add(json.updated, TagMeaning::updated, 0, "JSON-LD dateModified");
    add(json.page_published, TagMeaning::published, 3, "JSON-LD datePublished of the page");
    add(json.page_updated, TagMeaning::updated, 3, "JSON-LD dateModified of the page");
}

std::vector<Field>& list_for(Declared& declared, TagMeaning meaning) {
    switch (meaning) {
        case TagMeaning::title:
            return declared.titles;
        case TagMeaning::author:
            return declared.authors;
        case TagMeaning::organization:
            return declared.organizations;
        case TagMeaning::outlet:
            return declared.outlets;
        case TagMeaning::section:
            return declared.sections;
        case TagMeaning::keywords:
            return declared.keywords;
        case TagMeaning::kind:
            return declared.kinds;
        case TagMeaning::free:
            return declared.free;
        case TagMeaning::address:
            return declared.addresses;
        case TagMeaning::amp:
            return declared.amp;
        default:
            return declared.languages;
    }
}

// "Hafen, Sturm; Brücke" as three values; each keeps the evidence of the whole.
void put_keywords(std::vector<Field>& keywords, std::string_view value, const Evidence& evidence) {
    while (!value.empty() && keywords.size() < most_values) {
        const std::size_t end = std::min(value.find_first_of(",;"), value.size());
        const std::string word(trim(value.substr(0, end)));
        const auto same = std::ranges::find(keywords, word, &Field::value);
        if (!word.empty() && same == keywords.end()) keywords.push_back({word, {evidence}});
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

}  // namespace

Declared read_declared(const Page& page, const DateReader& dates, const DateHints& hints) {
    Declared declared;
    if (!page.html) return declared;
    Candidates candidates;
    add_json_ld(*page.html, candidates);
    add_tags(*page.html, candidates);
    if (const Span language = html_language(*page.html); !language.empty())
        put(candidates, TagMeaning::language, 1, *page.html, language, "html lang");
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    for (const Candidate& candidate : candidates) {
        const Evidence evidence{{}, candidate.how, page.html->decoded.to_page(candidate.place)};
        if (candidate.meaning == TagMeaning::published || candidate.meaning == TagMeaning::updated) {
            std::vector<DateField>& list = candidate.meaning == TagMeaning::published ? declared.published : declared.updated;
            const auto moment = list.size() < most_values ? parse_declared_date(candidate.value, dates, hints) : std::nullopt;
            if (moment) list.push_back({*moment, {evidence}});
        } else if (candidate.meaning == TagMeaning::keywords) {
            put_keywords(declared.keywords, candidate.value, evidence);
        } else if (std::vector<Field>& list = list_for(declared, candidate.meaning); list.size() < most_values) {
            list.push_back({candidate.value, {evidence}});
        }
    }
    if (declared.outlets.empty()) {
        if (auto outlet = outlet_of_first_page(page)) declared.outlets.push_back(std::move(*outlet));
    }
    return declared;
}

}  // namespace depesche
