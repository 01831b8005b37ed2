#include <algorithm>
#include <array>

#include <simdjson.h>

#include "page/declared.h"

namespace depesche {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 16;  // objects inside objects that are looked through

constexpr std::array<std::string_view, 12> article_types = {"AdvertiserContentArticle",
                                                            "AnalysisNewsArticle",
                                                            "Article",
                                                            "BackgroundNewsArticle",
                                                            "BlogPosting",
                                                            "LiveBlogPosting",
                                                            "NewsArticle",
                                                            "OpinionNewsArticle",
                                                            "Report",
                                                            "ReportageNewsArticle",
                                                            "ReviewNewsArticle",
                                                            "SocialMediaPosting"};

bool is_article_type(std::string_view type) {
    type = type.substr(type.rfind('/') + 1);
    return std::ranges::binary_search(article_types, type);
}

bool is_article(object thing) {
    element type;
    if (thing["@type"].get(type) != simdjson::SUCCESS) return false;
    if (type.is_string()) return is_article_type(std::string_view(type));
    if (!type.is_array()) return false;
    return std::ranges::any_of(array(type), [](element one) { return one.is_string() && is_article_type(std::string_view(one)); });
}

class Reader {
public:
    Reader(std::string_view text, std::uint32_t place, JsonLd& out) : text_(text), place_(place), out_(out) {}

    void look_through(element value, int depth) {
        if (depth > deepest) return;
        if (value.is_array()) {
            for (const element item : array(value)) look_through(item, depth + 1);
        } else if (value.is_object()) {
            const object thing(value);
            if (is_article(thing)) take_article(thing);
            for (const auto field : thing) {
                if (field.value.is_object() || field.value.is_array()) look_through(field.value, depth + 1);
            }
        }
    }

private:
    void take_article(object article) {
        add(out_.titles, article, "headline");
        add(out_.published, article, "datePublished");
        add(out_.updated, article, "dateModified");
        add(out_.sections, article, "articleSection");
        add(out_.languages, article, "inLanguage");
        add_names(out_.authors, article, "author");
        add_names(out_.outlets, article, "publisher");
    }

    void add(std::vector<Found>& to, object from, std::string_view name) {
        element value;
        if (from[name].get(value) != simdjson::SUCCESS) return;
        if (value.is_array() && array(value).size() > 0) value = array(value).at(0);
        if (value.is_string()) put(to, std::string_view(value));
    }

    // A name, an object with a name, or a list of them.
    void add_names(std::vector<Found>& to, object from, std::string_view field) {
        element value;
        if (from[field].get(value) == simdjson::SUCCESS) add_name(to, value, 0);
    }

    void add_name(std::vector<Found>& to, element value, int depth) {
        if (value.is_string()) put(to, std::string_view(value));
        else if (value.is_object()) {
            element name;
            if (value["name"].get(name) == simdjson::SUCCESS && depth < deepest) add_name(to, name, depth + 1);
        } else if (value.is_array()) {
            for (const element item : array(value)) {
                if (depth < deepest) add_name(to, item, depth + 1);
            }
        }
    }

    void put(std::vector<Found>& to, std::string_view value) {
        if (value.empty() || value.size() > 1000) return;
        if (std::ranges::any_of(to, [&](const Found& f) { return f.value == value; })) return;
        const std::size_t at = text_.find(value);
        const Span whole{place_, place_ + static_cast<std::uint32_t>(text_.size())};
        const auto begin = place_ + static_cast<std::uint32_t>(at);
        to.push_back(
            {std::string(value), at == std::string_view::npos ? whole : Span{begin, begin + static_cast<std::uint32_t>(value.size())}});
    }

    std::string_view text_;
    std::uint32_t place_;
    JsonLd& out_;
};

}  // namespace

void read_json_ld(std::string_view text, std::uint32_t place, JsonLd& out) {
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(text.data(), text.size()).get(root) == simdjson::SUCCESS) {
        Reader(text, place, out).look_through(root, 0);
        return;
    }
    // Newsrooms write line ends into strings; with them made blanks (same places) most such scripts parse.
    std::string mended(text);
    for (char& c : mended) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    if (parser.parse(mended).get(root) == simdjson::SUCCESS) Reader(mended, place, out).look_through(root, 0);
}

}  // namespace depesche
