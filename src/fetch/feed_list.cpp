#include "fetch/feed_list.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "fetch/limits.h"
#include "fetch/pace.h"
#include "fetch/sitemap_index.h"
#include "read/content_coding.h"
#include "read/encoding.h"
#include "read/feed_piece.h"
#include "read/file_pages.h"
#include "read/header_fields.h"
#include "read/unpack.h"

namespace depesche {
namespace {

constexpr std::size_t problems_told = 20;

// The text as UTF-8. What the document declares counts before what the server says: feeds are written by programs that know, and sent by
// servers that guess.
Result<std::string> decoded(std::string bytes, const std::string& content_type, const WebAddress& base) {
    if (looks_like_gzip(bytes)) {
        auto unpacked = decode_content(std::move(bytes), "gzip", limits::fetched_feed_bytes);
        if (!unpacked) return Error{unpacked.error().problem, unpacked.error().reason, base.text, {}};
        bytes = std::move(*unpacked);
    }
    std::string charset = xml_charset(bytes);
    if (charset.empty()) charset = header_parameter(content_type, "charset");
    const auto encoding = choose_encoding(bytes, charset.empty() ? "utf-8" : charset);
    if (!encoding) return Error{Problem::bad_format, "it is no text", base.text, {}};
    return decode(bytes, *encoding).source.text();
}

class Collector {
public:
    Collector(const WebAddress& base, std::int64_t latest) : base_(base), latest_(latest) {}

    void add(std::vector<ListedAddress>& list, std::string_view reference, std::initializer_list<std::string_view> dates) {
        if (reference.empty()) return;
        auto address = resolve_address(base_, reference);
        if (!address) return problem(address.error());
        if (!seen_.insert(address->text).second) return;
        ListedAddress listed{std::move(*address), 0};
        for (const std::string_view date : dates) {
            const std::int64_t stamp = date.empty() ? 0 : seconds_of_date(date).value_or(0);
            if (stamp <= latest_) listed.stamp = std::max(listed.stamp, stamp);
        }
        list.push_back(std::move(listed));
    }
    void problem(const Error& error) {
        if (problems_.size() < problems_told) problems_.push_back(error);
    }
    [[nodiscard]] std::vector<Error> take_problems() { return std::move(problems_); }

private:
    const WebAddress& base_;
    std::int64_t latest_;
    std::set<std::string> seen_;
    std::vector<Error> problems_;
};

void add_pieces(std::string text, const WebAddress& base, Collector& collector, FeedList& list) {
    const auto pages = feed_pages(ByteReader(source_of(std::move(text))), base.text, "utf-8");
    while (auto page = pages->next()) {
        if (!*page) {
            collector.problem(page->error());
            continue;
        }
        if (list.pages.size() >= limits::feed_entries) {
            collector.problem({Problem::too_large, fmt::format("the feed has more than {} entries", limits::feed_entries), base.text, {}});
            return;
        }
        const auto piece = read_feed_piece((*page)->page.bytes, "utf-8");
        if (piece) collector.add(list.pages, piece->url, {piece->published.value, piece->updated.value, piece->last_modified});
    }
}

}  // namespace

Result<FeedList> read_feed_list(std::string bytes, const std::string& content_type, const WebAddress& base, std::int64_t latest) {
    auto text = decoded(std::move(bytes), content_type, base);
    if (!text) return text.error();
    FeedList list;
    Collector collector(base, latest);
    if (looks_like_sitemap_index(*text)) {
        const auto index = read_sitemap_index(*text, limits::feed_entries);
        if (!index) return Error{index.error().problem, index.error().reason, base.text, {}};
        for (const ListedSitemap& listed : *index) collector.add(list.sitemaps, listed.address, {listed.changed});
    } else if (looks_like_feed(*text)) {
        add_pieces(std::move(*text), base, collector, list);
    } else {
        return Error{Problem::bad_format, "it is no feed: neither RSS, RDF, Atom nor a sitemap", base.text, {}};
    }
    list.problems = collector.take_problems();
    for (auto* part : {&list.pages, &list.sitemaps}) std::ranges::stable_sort(*part, std::greater{}, &ListedAddress::stamp);
    return list;
}

}  // namespace depesche
