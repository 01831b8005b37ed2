// One stored page: what was read from it, its text with zones, its bytes.
#include <algorithm>

#include "read/page.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "show/clean_text.h"
#include "show/desk_changes.h"
#include "show/html_writer.h"
#include "store/page_rows.h"
#include "store/piece_list.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

void write_piece(AnswerJson& json, const ListedPiece& piece) {
    json.text("page", piece.path);
    json.text("sha256", piece.sha256);
    json.text("path", piece.path);
    json.known("url", piece.url);
    json.known("outlet", piece.outlet);
    json.known("language", piece.language);
    json.known("title", piece.title);
    json.lines("authors", piece.authors);
    json.lines("agencies", piece.agencies);
    json.known("published", piece.published);
    json.known("updated", piece.updated);
    json.known("crawled", piece.crawled);
    json.known("story", std::string_view(piece.story).substr(0, shown_digits));
}

// What the desk changed in what it took over from other reports of its story.
void write_changes(AnswerJson& json, const Brief& brief, const std::string& sha256, const Utf16Places& places) {
    json.begin_list("changes");
    for (const Story& story : brief.stories) {
        for (const BriefCopy& copy : story.copies) {
            if (brief.pages[copy.to].sha256 != sha256) continue;
            for (const DeskChange& change : desk_changes(brief, copy)) {
                json.begin_object();
                json.place("at", places, change.words);
                json.known("left_out", change.left_out);
                json.end_object();
            }
        }
    }
    json.end_list();
}

ApiAnswer page_answer(const Database& database, ServedStore& store, const ListedPiece& piece, Page page) {
    const Article article = store.stages().articles().read(page);
    const std::string& text = page.source.text();
    const Utf16Places places(text);
    AnswerJson json;
    write_piece(json, piece);
    json.text("text", clean_page(text));
    json.begin_list("zones");
    for (const Zone& zone : article.zones) {
        json.begin_object();
        json.text("zone", name_of(zone.kind));
        json.place("at", places, zone.span);
        json.end_object();
    }
    json.end_list();
    if (!piece.story.empty()) {
        const auto brief = store.brief(database, piece.story);
        if (!brief) return error_answer(brief.error());
        write_changes(json, **brief, piece.sha256, places);
    }
    return json.answer();
}

}  // namespace

ApiAnswer get_page(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto sha256 = find_page(**lease, routed.values[0]);
    if (!sha256) return error_answer(sha256.error());
    const auto piece = find_piece(**lease, *sha256);
    if (!piece) return error_answer(piece.error());
    auto stored = find_stored_page(**lease, *sha256);
    if (!stored) return error_answer(stored.error());
    auto page = make_page(std::move(*stored));
    if (!page) return error_answer(page.error());
    return page_answer(**lease, store, *piece, std::move(*page));
}

ApiAnswer get_page_bytes(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto sha256 = find_page(**lease, routed.values[0]);
    if (!sha256) return error_answer(sha256.error());
    auto stored = find_stored_page(**lease, *sha256);
    if (!stored) return error_answer(stored.error());
    const auto page = make_page(*stored);
    ApiAnswer answer;
    answer.type = "text/plain; charset=" + std::string(page ? name_of(page->encoding) : "x-user-defined");
    answer.body = std::move(stored->bytes);
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + sha256->substr(0, shown_digits) + ".txt\"");
    return answer;
}

}  // namespace depesche
