#include <algorithm>
#include <array>
#include <unordered_map>

#include <simdjson.h>

#include "base/utf8.h"
#include "page/declared.h"

namespace depesche {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 16;  // objects inside objects that are looked through
constexpr std::size_t most_values = 64;
constexpr std::size_t longest_value = 1000;

// Sorted.
constexpr std::array<std::string_view, 16> article_types = {"AdvertiserContentArticle",
                                                            "AnalysisNewsArticle",
                                                            "Article",
                                                            "AskPublicNewsArticle",
                                                            "BackgroundNewsArticle",
                                                            "BlogPosting",
                                                            "LiveBlogPosting",
                                                            "NewsArticle",
                                                            "OpinionNewsArticle",
                                                            "Report",
                                                            "ReportageNewsArticle",
                                                            "ReviewNewsArticle",
                                                            "SatiricalArticle",
                                                            "ScholarlyArticle",
                                                            "SocialMediaPosting",
                                                            "TechArticle"};

// What is below these fields belongs to other pieces. Sorted.
constexpr std::array<std::string_view, 16> other_pieces = {
    "about",          "associatedMedia", "citation",        "comment",     "hasPart", "isBasedOn", "isPartOf",        "itemListElement",
    "liveBlogUpdate", "mentions",        "potentialAction", "relatedLink", "review",  "subjectOf", "suggestedAnswer", "video"};

// Things that a page may be about as a whole, with a date of their own. Sorted.
constexpr std::array<std::string_view, 18> page_types = {
    "AboutPage",      "AudioObject",  "ClaimReview", "CreativeWork", "Dataset",        "DiscussionForumPosting",
    "HowTo",          "ImageGallery", "ItemPage",    "MediaGallery", "MusicRecording", "NewsMediaObject",
    "PodcastEpisode", "QAPage",       "Recipe",      "Review",       "VideoObject",    "WebPage"};

bool is_article_type(std::string_view type) {
    type = type.substr(type.find_last_of("/:") + 1);
    return std::ranges::binary_search(article_types, type);
}

template <class Take>
void for_each_type(object thing, Take take) {
    element type;
    if (thing["@type"].get(type) != simdjson::SUCCESS) return;
    if (type.is_string()) take(std::string_view(type));
    if (!type.is_array()) return;
    for (const element one : array(type)) {
        if (one.is_string()) take(std::string_view(one));
    }
}

bool is_article(object thing) {
    bool article = false;
    for_each_type(thing, [&](std::string_view type) { article = article || is_article_type(type); });
    return article;
}

bool is_page(object thing) {
    bool page = false;
    for_each_type(thing, [&](std::string_view type) {
        page = page || std::ranges::binary_search(page_types, type.substr(type.find_last_of("/:") + 1));
    });
    return page;
}

bool is_organization(object thing) {
    bool organization = false;
    for_each_type(thing, [&](std::string_view type) {
        organization = organization || type.ends_with("Organization") || type.ends_with("Corporation");
    });
    return organization;
}

class Reader {
public:
    Reader(std::string_view text, std::uint32_t place, element root, JsonLd& out) : text_(text), place_(place), root_(root), out_(out) {}

    void run() { look_through(root_, 0); }

private:
    void look_through(element value, int depth) {
        if (depth > deepest) return;
        if (value.is_array()) {
            for (const element item : array(value)) look_through(item, depth + 1);
            return;
        }
        if (!value.is_object()) return;
        const object thing(value);
        if (is_article(thing)) take_article(thing);
        else if (is_page(thing)) take_page(thing);
        for (const auto field : thing) {
            if (std::ranges::binary_search(other_pieces, field.key)) continue;
            if (field.value.is_object() || field.value.is_array()) look_through(field.value, depth + 1);
        }
    }

    void take_article(object article) {
        add(out_.titles, article, "headline");
        add(out_.published, article, "datePublished");
        if (out_.published.empty()) add(out_.published, article, "dateCreated");
        add(out_.updated, article, "dateModified");
        add(out_.sections, article, "articleSection");
        add(out_.languages, article, "inLanguage");
        add(out_.free, article, "isAccessibleForFree");
        add(out_.addresses, article, "url");
        add_all(out_.keywords, article, "keywords");
        for_each_type(article, [&](std::string_view type) { put(out_.kinds, type); });
        if (out_.authors.empty() && out_.organizations.empty()) add_names(out_.authors, article, "author");
        if (out_.authors.empty() && out_.organizations.empty()) add_names(out_.authors, article, "creator");
        add_names(out_.outlets, article, "publisher");
    }

    void take_page(object thing) {
        add(out_.page_published, thing, "datePublished");
        if (out_.page_published.empty()) add(out_.page_published, thing, "uploadDate");
        add(out_.page_updated, thing, "dateModified");
        for_each_type(thing, [&](std::string_view type) { put(out_.page_kinds, type); });
    }

    void add(std::vector<Found>& to, object from, std::string_view name) {
        element value;
        if (from[name].get(value) != simdjson::SUCCESS) return;
        if (value.is_array() && array(value).size() > 0) value = array(value).at(0);
        if (value.is_string()) put(to, std::string_view(value));
        else if (value.is_bool()) put(to, bool(value) ? "true" : "false");
    }

    void add_all(std::vector<Found>& to, object from, std::string_view name) {
        element value;
        if (from[name].get(value) != simdjson::SUCCESS) return;
        if (value.is_string()) put(to, std::string_view(value));
        if (!value.is_array()) return;
        for (const element item : array(value)) {
            if (item.is_string()) put(to, std::string_view(item));
        }
    }

    // A name, an object with a name, a reference to one, or a list of them.
    void add_names(std::vector<Found>& to, object from, std::string_view field) {
        element value;
        if (from[field].get(value) == simdjson::SUCCESS) add_name(to, value, 0);
    }

    void add_name(std::vector<Found>& to, element value, int depth) {
        if (depth > deepest || to.size() >= most_values) return;
        if (value.is_string()) {
            put(to, std::string_view(value));
        } else if (value.is_object()) {
            const object thing(value);
            element name;
            std::vector<Found>& list = &to == &out_.authors && is_organization(thing) ? out_.organizations : to;
            if (thing["name"].get(name) == simdjson::SUCCESS) add_name(list, name, depth + 1);
            else if (const element* other = referred(thing)) add_name(to, *other, depth + 1);
        } else if (value.is_array()) {
            for (const element item : array(value)) add_name(to, item, depth + 1);
        }
    }

    // The object with a name that has the id of `thing`.
    const element* referred(object thing) {
        element id;
        if (thing["@id"].get(id) != simdjson::SUCCESS || !id.is_string()) return nullptr;
        if (!indexed_) index(root_, 0);
        indexed_ = true;
        const auto found = by_id_.find(std::string_view(id));
        return found == by_id_.end() ? nullptr : &found->second;
    }

    void index(element value, int depth) {
        if (depth > deepest) return;
        if (value.is_array()) {
            for (const element item : array(value)) index(item, depth + 1);
        } else if (value.is_object()) {
            const object thing(value);
            element id;
            element name;
            const bool named = thing["name"].get(name) == simdjson::SUCCESS;
            if (named && thing["@id"].get(id) == simdjson::SUCCESS && id.is_string()) by_id_.emplace(std::string_view(id), value);
            for (const auto field : thing) index(field.value, depth + 1);
        }
    }

    void put(std::vector<Found>& to, std::string_view value) {
        if (value.empty() || value.size() > longest_value || to.size() >= most_values) return;
        if (std::ranges::any_of(to, [&](const Found& f) { return f.value == value; })) return;
        const std::size_t at = text_.find(value);
        const Span whole{place_, place_ + static_cast<std::uint32_t>(text_.size())};
        const auto begin = place_ + static_cast<std::uint32_t>(at);
        to.push_back(
            {std::string(value), at == std::string_view::npos ? whole : Span{begin, begin + static_cast<std::uint32_t>(value.size())}});
    }

    std::string_view text_;
    std::uint32_t place_;
    element root_;
    JsonLd& out_;
    bool indexed_ = false;
    std::unordered_map<std::string_view, element> by_id_;  // looked up alone
};

// What newsrooms' templates write into JSON that does not belong there, made blanks at the same places: control characters (line ends in
// strings) and a comma before a closing bracket.
std::string mended(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    std::size_t comma = std::string::npos;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i] == ' ') continue;
        if ((out[i] == ']' || out[i] == '}') && comma != std::string::npos) out[comma] = ' ';
        comma = out[i] == ',' ? i : std::string::npos;
    }
    return out;
}

// The JSON alone, without comments and CDATA marks around it and a semicolon behind it; empty when there is none.
std::string_view json_part(std::string_view text) {
    constexpr std::string_view cdata = "<![CDATA[";
    if (const std::size_t at = text.substr(0, 80).find(cdata); at != std::string_view::npos) text.remove_prefix(at + cdata.size());
    if (const std::size_t at = text.rfind("]]>"); at != std::string_view::npos && at + 20 > text.size()) text = text.substr(0, at);
    const std::size_t first = text.find_first_of("{[");
    const std::size_t last = text.find_last_of("}]");
    if (first == std::string_view::npos || last == std::string_view::npos || last < first) return {};
    return text.substr(first, last + 1 - first);
}

}  // namespace

void read_json_ld(std::string_view text, std::uint32_t place, JsonLd& out) {
    const std::string_view json = json_part(text);
    if (json.empty()) return;
    const auto begin = place + static_cast<std::uint32_t>(json.data() - text.data());
    simdjson::dom::parser parser;
    element root;
    if (parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS) {
        Reader(json, begin, root, out).run();
        return;
    }
    const std::string again = mended(json);
    if (parser.parse(again).get(root) == simdjson::SUCCESS) Reader(again, begin, root, out).run();
}

}  // namespace depesche
