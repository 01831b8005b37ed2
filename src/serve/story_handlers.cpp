// The store's figures, its stories, and one story whole.
#include <fmt/format.h>

#include <depesche/depesche.h>

#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "serve/story_json.h"
#include "show/brief_json.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

Result<StoryQuery> story_query(const ApiRequest& request) {
    if (auto good = check_names(request, {"since", "until", "outlet", "person", "place", "topic", "language", "sort", "limit", "after"});
        !good)
        return good.error();
    StoryQuery query;
    const auto since = day_value(request, "since");
    const auto until = day_value(request, "until");
    const auto limit = number_value(request, "limit", 1, 500, 50);
    if (!since) return since.error();
    if (!until) return until.error();
    if (!limit) return limit.error();
    query.since = *since;
    query.until = *until;
    query.outlet = request.value("outlet");
    query.person = request.value("person");
    query.place = request.value("place");
    query.topic = request.value("topic");
    query.language = request.value("language");
    query.after = request.value("after");
    query.limit = static_cast<std::size_t>(*limit);
    const std::string_view sort = request.value("sort");
    if (sort == "origins") query.order = StoryOrder::origins;
    else if (sort == "reports") query.order = StoryOrder::reports;
    else if (!sort.empty() && sort != "newest") return Error{Problem::wrong_usage, "sort is newest, origins or reports", {}, {}};
    return query;
}

}  // namespace

void write_story(AnswerJson& json, const StoryCatalog& list, const StoryEntry& story) {
    json.text("id", std::string_view(story.name).substr(0, shown_digits));
    json.text("topic_id", std::string_view(story.topic).substr(0, shown_digits));
    json.known("topic", list.topic_headline(story));
    json.known("headline", story.headline);
    json.number("reports", story.reports);
    json.texts("outlets", list.outlets_of(story));
    story.counts ? json.number("origins", story.counts->origins) : json.null("origins");
    story.counts ? json.number("took", story.counts->took) : json.null("took");
    story.counts ? json.texts("taken_from", story.counts->taken_from) : json.null("taken_from");
    json.known("first", story.first);
    json.known("last", story.last);
    json.flag("corrected", story.corrected);
}

void write_story_links(AnswerJson& json, std::span<const StoryEntry* const> stories) {
    json.begin_list("stories");
    for (const StoryEntry* story : stories) {
        json.begin_object();
        json.text("id", std::string_view(story->name).substr(0, shown_digits));
        json.known("headline", story->headline);
        json.known("first", story->first);
        json.end_object();
    }
    json.end_list();
}

ApiAnswer get_status(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto list = store.stories();
    AnswerJson json;
    json.text("program", "depesche");
    json.text("version", version());
    json.number("pages", static_cast<std::uint64_t>(list->pages()));
    json.number("stories", list->stories().size());
    json.number("change", static_cast<std::uint64_t>(list->change()));
    json.texts("languages", list->languages());
    json.known("first", list->first());
    json.known("last", list->last());
    json.flag("writable", store.writable());
    return json.answer();
}

ApiAnswer get_stories(const RoutedRequest& routed, ServedStore& store) {
    const auto query = story_query(routed.request);
    if (!query) return error_answer(query.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto list = store.stories();
    const auto page = list->page(**lease, *query);
    if (!page) return error_answer(page.error());
    AnswerJson json;
    json.begin_list("stories");
    for (const StoryEntry* story : page->stories) {
        json.begin_object();
        write_story(json, *list, *story);
        json.end_object();
    }
    json.end_list();
    json.known("next", page->next);
    return json.answer();
}

ApiAnswer get_story(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto story = find_story(**lease, routed.values[0]);
    if (!story) return error_answer(story.error());
    const auto brief = store.brief(**lease, *story);
    if (!brief) return error_answer(brief.error());
    ApiAnswer answer;
    answer.body = to_json_with_places(**brief);
    return answer;
}

ApiAnswer get_events(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    ApiAnswer answer;
    answer.type = "text/event-stream";
    answer.events = true;
    answer.body = fmt::format("retry: 2000\nevent: change\ndata: {}\n\n", change_event(*store.stories()));
    return answer;
}

std::string change_event(const StoryCatalog& list) {
    return fmt::format(R"({{"change": {}, "pages": {}, "stories": {}}})", list.change(), list.pages(), list.stories().size());
}

}  // namespace depesche
