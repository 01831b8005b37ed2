// Trace: who had these words first.
#include <algorithm>

#include "brief/cite.h"
#include "brief/prepare.h"
#include "brief/report.h"
#include "origins/trace.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "show/html_writer.h"
#include "store/story_rows.h"
#include "store/trace_pages.h"

namespace depesche {
namespace {

constexpr std::size_t most_bytes = 4000;  // of the words asked for

std::vector<TraceHit> hits_in(const PreparedPages& pages, std::string_view asked, const Stages& stages, std::vector<OriginText>& articles) {
    for (const auto& report : pages.reports) {
        const Prepared* one = report.get();
        articles.push_back(make_origin_text(StoryReports{std::span(&one, 1), {}}, 0));
    }
    return trace_text(asked, detect_language(asked), stages.languages(), articles);
}

void write_hit(AnswerJson& json, const Database& database, const TraceHit& hit, const Prepared& report, const OriginText& article) {
    const Mention mention = cite(report, hit.span);
    json.begin_object();
    json.text("page", report.page.id);
    json.known("outlet", article.outlet);
    json.known("published", article.published ? to_iso(*article.published) : std::string());
    json.known("title", report.article.title ? report.article.title->value : std::string());
    json.known("url", report.page.stored.url);
    const auto story = find_story(database, report.page.id);
    json.known("story", story ? std::string_view(*story).substr(0, shown_digits) : std::string_view());
    json.fraction("share", static_cast<unsigned>(hit.likeness * 100 + 0.5F));
    json.begin_object("span");
    json.text("page", report.page.id);
    json.number("begin", mention.bytes.begin);
    json.number("end", mention.bytes.end);
    json.text("text", mention.text);
    if (mention.shown != mention.text) json.text("shown", mention.shown);
    json.place("at", Utf16Places(report.page.source.text()), hit.span);
    json.end_object();
    json.end_object();
}

}  // namespace

ApiAnswer get_trace(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"text"}); !good) return error_answer(good.error());
    const std::string_view asked = routed.request.value("text");
    if (asked.empty()) return error_answer(400, "text has the words to look for");
    if (asked.size() > most_bytes) return error_answer(400, "text is at most 4000 bytes long");
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    auto found = pages_that_may_have(**lease, asked);
    if (!found) return error_answer(found.error());
    const PreparedPages pages = prepare_pages(std::move(found->pages), store.stages(), 1);
    std::vector<OriginText> articles;
    const auto hits = hits_in(pages, asked, store.stages(), articles);
    AnswerJson json;
    json.text("text", asked);
    json.begin_list("found");
    for (const TraceHit& hit : hits) write_hit(json, **lease, hit, *pages.reports[hit.article], articles[hit.article]);
    json.end_list();
    const bool known = !hits.empty() && articles[hits.front().article].published;
    json.known("earliest", known ? std::string_view(pages.reports[hits.front().article]->page.id) : std::string_view());
    json.flag("cut", found->cut);
    return json.answer();
}

}  // namespace depesche
