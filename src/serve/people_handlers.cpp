// People: names for completion, and what one of them said, over time.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "serve/mention_json.h"
#include "serve/story_json.h"
#include "store/people_list.h"

namespace depesche {
namespace {

constexpr std::size_t most_stories = 60;  // whose briefs are made for one person

// "Gröger" and "Marlene Gröger" are taken for one: one name is the end of the other, by whole words.
bool same_person(std::string_view left, std::string_view right) {
    const std::string a = fold(left);
    const std::string b = fold(right);
    const auto ends = [](const std::string& whole, const std::string& end) {
        return whole.size() > end.size() && whole.ends_with(end) && whole[whole.size() - end.size() - 1] == ' ';
    };
    return !a.empty() && !b.empty() && (a == b || ends(a, b) || ends(b, a));
}

struct SaidQuote {
    std::string day;
    std::string story;
    SharedBrief brief;
    const BriefQuote* quote = nullptr;
};

std::string day_of_quote(const Story& story, const BriefQuote& quote) {
    std::string first;
    for (const QuoteVersion& version : quote.versions) {
        for (const Report& report : story.reports) {
            const std::string day = report.published.value.substr(0, 10);
            if (report.page == version.words.page && !day.empty() && (first.empty() || day < first)) first = day;
        }
    }
    return first;
}

void write_version(AnswerJson& json, const SaidQuote& said, const QuoteVersion& version, const Mention& part, bool continues) {
    json.begin_object();
    write_mention(json, *said.brief, part);
    json.flag("continues", continues);
    json.known("via", version.via);
    json.known("outlet", said.brief->pages[part.page].outlet);
    json.end_object();
}

void write_quote(AnswerJson& json, const SaidQuote& said) {
    json.begin_object();
    json.known("day", said.day);
    json.text("story", said.story);
    json.text("type", said.quote->type);
    json.flag("drift", said.quote->drift);
    json.known("role", said.quote->role);
    json.texts("changes", said.quote->changes);
    json.begin_list("versions");
    for (const QuoteVersion& version : said.quote->versions) {
        write_version(json, said, version, version.words, false);
        for (const Mention& part : version.more) write_version(json, said, version, part, true);
    }
    json.end_list();
    json.end_object();
}

Result<std::vector<SaidQuote>> quotes_of(const Database& database, ServedStore& store, std::span<const StoryEntry* const> stories,
                                         std::string_view person) {
    std::vector<SaidQuote> all;
    for (const StoryEntry* entry : stories) {
        const auto brief = store.brief(database, entry->name);
        if (!brief) return brief.error();
        for (const Story& story : (*brief)->stories) {
            for (const BriefQuote& quote : story.quotes) {
                if (same_person(quote.speaker, person)) all.push_back({day_of_quote(story, quote), story.id, *brief, &quote});
            }
        }
    }
    std::ranges::stable_sort(
        all, [](const SaidQuote& a, const SaidQuote& b) { return a.day.empty() != b.day.empty() ? b.day.empty() : a.day < b.day; });
    return all;
}

}  // namespace

ApiAnswer get_people(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"q", "limit"}); !good) return error_answer(good.error());
    const auto limit = number_value(routed.request, "limit", 1, 200, 20);
    if (!limit) return error_answer(limit.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto people = people_named(**lease, routed.request.value("q"), static_cast<std::size_t>(*limit));
    if (!people) return error_answer(people.error());
    AnswerJson json;
    json.begin_list("people");
    for (const ListedPerson& person : *people) {
        json.begin_object();
        json.text("name", person.name);
        json.number("pages", person.pages);
        json.end_object();
    }
    json.end_list();
    return json.answer();
}

ApiAnswer get_person(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const std::string& name = routed.values[0];
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto names = stories_naming(**lease, name);
    if (!names) return error_answer(names.error());
    const auto list = store.stories();
    std::vector<const StoryEntry*> stories;
    for (const std::string& story : *names) {
        if (const StoryEntry* entry = list->find(story)) stories.push_back(entry);
    }
    if (stories.empty()) return error_answer(404, "no text of this store names that person", name);
    std::ranges::sort(stories);  // the list's own order: newest first
    const std::size_t all = stories.size();
    stories.resize(std::min(all, most_stories));
    const auto quotes = quotes_of(**lease, store, stories, name);
    if (!quotes) return error_answer(quotes.error());
    AnswerJson json;
    json.text("name", name);
    json.number("stories_known", all);
    write_story_links(json, stories);
    json.begin_list("quotes");
    for (const SaidQuote& said : *quotes) write_quote(json, said);
    json.end_list();
    return json.answer();
}

}  // namespace depesche
