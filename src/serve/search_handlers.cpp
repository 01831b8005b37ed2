// Search: hits with what was found marked, and the newest of them as a feed.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/moment.h"
#include "read/page.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "show/clean_text.h"
#include "show/html_writer.h"
#include "store/page_rows.h"
#include "store/search.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

constexpr std::uint64_t most_hits = 1000;  // that are reached page by page
constexpr std::size_t feed_hits = 50;

struct SearchAsked {
    SearchQuery query;
    StoreFilter filter;
    std::size_t limit = 0;
    std::size_t after = 0;
};

Result<SearchAsked> search_asked(const ApiRequest& request) {
    SearchAsked asked;
    const auto query = parse_search(request.value("q"));
    const auto since = day_value(request, "since");
    const auto until = day_value(request, "until");
    const auto limit = number_value(request, "limit", 1, 100, 20);
    const auto after = number_value(request, "after", 0, most_hits, 0);
    if (!query) return query.error();
    if (!since) return since.error();
    if (!until) return until.error();
    if (!limit) return limit.error();
    if (!after) return after.error();
    asked.query = *query;
    asked.filter.since = *since;
    asked.filter.until = *until;
    asked.filter.outlet = request.value("outlet");
    asked.filter.language = request.value("language");
    asked.limit = static_cast<std::size_t>(*limit);
    asked.after = static_cast<std::size_t>(*after);
    return asked;
}

void write_snippet(AnswerJson& json, const MarkedText& text, bool cut_before, bool cut_behind) {
    json.begin_list("snippet");
    const auto part = [&](std::size_t begin, std::size_t end, bool hit) {
        if (begin >= end) return;
        json.begin_object();
        json.text("text", std::string_view(text.text).substr(begin, end - begin));
        json.flag("hit", hit);
        json.end_object();
    };
    const auto dots = [&](bool cut) {
        if (!cut) return;
        json.begin_object();
        json.text("text", " … ");
        json.flag("hit", false);
        json.end_object();
    };
    dots(cut_before);
    std::size_t at = 0;
    for (const Span& hit : text.hits) {
        part(at, hit.begin, false);
        part(hit.begin, hit.end, true);
        at = hit.end;
    }
    part(at, text.text.size(), false);
    dots(cut_behind);
    json.end_list();
}

// Where the first hit stands in the page's text; null when it stands elsewhere than in the text, or the page cannot be read.
void write_first_place(AnswerJson& json, const Database& database, const SearchHit& hit) {
    if (hit.text_bytes.empty()) return json.null("at");
    auto stored = load_page(database, hit.piece.row);
    if (!stored) return json.null("at");
    const auto page = make_page(std::move(*stored));
    const Span place = page ? page->source.from_page(hit.text_bytes.front()) : Span{};
    if (place.empty()) return json.null("at");
    json.place("at", Utf16Places(page->source.text()), place);
}

void write_hit(AnswerJson& json, const Database& database, const SearchHit& hit) {
    json.begin_object();
    json.text("page", hit.piece.sha256);
    json.known("story", std::string_view(hit.piece.story).substr(0, shown_digits));
    json.known("outlet", hit.piece.outlet);
    json.known("published", hit.piece.published);
    json.known("title", hit.piece.title);
    json.known("url", hit.piece.url);
    const bool in_text = !hit.text.text.empty();
    write_snippet(json, in_text ? hit.text : hit.title, in_text && hit.cut_before, in_text && hit.cut_behind);
    write_first_place(json, database, hit);
    json.begin_list("bytes");
    for (const Span& bytes : hit.text_bytes) {
        json.begin_object();
        json.number("begin", bytes.begin);
        json.number("end", bytes.end);
        json.end_object();
    }
    json.end_list();
    json.end_object();
}

// XML knows no control characters, not even written as numbers.
std::string xml_text(std::string_view text) { return escape_html(clean_line(text)); }

// A link leads only to the web: "javascript:" and the like are left out.
bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

// RFC 822, as RSS wants it; empty when the day is not known. Without an offset of its own a time is given as UTC.
std::string feed_date(std::string_view published) {
    const auto moment = parse_iso(published);
    if (!moment || !moment->has_day()) return {};
    constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int offset = moment->offset_minutes.value_or(0);
    const int size = offset < 0 ? -offset : offset;
    return fmt::format("{:02} {} {:04} {:02}:{:02}:{:02} {}{:02}{:02}", moment->day, months.at(static_cast<std::size_t>(moment->month - 1)),
                       moment->year, std::max(moment->hour, 0), std::max(moment->minute, 0), std::max(moment->second, 0),
                       offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::string item_of(const SearchHit& hit, std::string_view host) {
    const ListedPiece& piece = hit.piece;
    std::string item = fmt::format("<item><title>{}</title>", xml_text(piece.title));
    const std::string own = fmt::format("http://{}/#/story/{}", host, piece.story.substr(0, shown_digits));
    item += fmt::format("<link>{}</link>", xml_text(is_web_address(piece.url) ? piece.url : own));
    item += fmt::format("<guid isPermaLink=\"false\">{}</guid>", piece.sha256);
    if (const std::string date = feed_date(piece.published); !date.empty()) item += fmt::format("<pubDate>{}</pubDate>", date);
    if (!piece.outlet.empty()) item += fmt::format("<dc:creator>{}</dc:creator>", xml_text(piece.outlet));
    return item + fmt::format("<description>{}</description></item>\n", xml_text(hit.text.text.empty() ? piece.teaser : hit.text.text));
}

}  // namespace

ApiAnswer get_search(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"q", "since", "until", "outlet", "language", "limit", "after"}); !good)
        return error_answer(good.error());
    auto asked = search_asked(routed.request);
    if (!asked) return error_answer(asked.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    asked->filter.limit = asked->limit + 1;
    const auto hits = search_store(**lease, asked->query, asked->filter, store.stages().articles(), SearchOrder::best, asked->after);
    if (!hits) return error_answer(hits.error());
    AnswerJson json;
    json.begin_list("hits");
    const std::size_t shown = std::min(hits->size(), asked->limit);
    for (std::size_t i = 0; i < shown; ++i) write_hit(json, **lease, (*hits)[i]);
    json.end_list();
    const bool more = hits->size() > shown && asked->after + shown <= most_hits;
    json.known("next", more ? fmt::format("{}", asked->after + shown) : std::string());
    return json.answer();
}

ApiAnswer get_search_feed(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"q", "since", "until", "outlet", "language"}); !good) return error_answer(good.error());
    auto asked = search_asked(routed.request);
    if (!asked) return error_answer(asked.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    asked->filter.limit = feed_hits;
    const auto hits = search_store(**lease, asked->query, asked->filter, store.stages().articles(), SearchOrder::newest);
    if (!hits) return error_answer(hits.error());
    const std::string& host = routed.request.host;
    ApiAnswer answer;
    answer.type = "application/rss+xml; charset=utf-8";
    answer.body = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n"
        "<title>Depesche: {0}</title>\n<link>http://{1}/</link>\n<description>{0}</description>\n",
        xml_text(routed.request.value("q")), xml_text(host));
    for (const SearchHit& hit : *hits) answer.body += item_of(hit, host);
    answer.body += "</channel></rss>\n";
    return answer;
}

}  // namespace depesche
