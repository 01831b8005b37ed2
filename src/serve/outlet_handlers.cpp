// Outlets: all of a store, and of one how much it writes itself and whose text it carries.
#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "serve/story_json.h"
#include "store/piece_list.h"

namespace depesche {
namespace {

constexpr std::size_t most_stories = 100;  // whose briefs are made for one outlet: the newest

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

using Counts = std::map<std::string, std::size_t>;

// What the briefs of an outlet's stories say of it.
struct OutletShare {
    std::size_t own = 0;
    Counts shared;  // characters by kind of origin
    Counts agencies;
    Counts copied_from;
    Counts copied_by;
};

std::string kind_of(const Story& story, const BriefCopy& copy) {
    const auto origin = std::ranges::find(story.origins, copy.origin, &BriefOrigin::name);
    if (!copy.origin.empty() && origin != story.origins.end() && origin->kind != "outlet") return origin->kind;
    return copy.from ? "outlet" : "unknown";
}

class OutletCounter {
public:
    explicit OutletCounter(std::string_view outlet) : outlet_(fold(outlet)) {}

    Result<bool> add(const Database& database, const Brief& brief) {
        for (const Story& story : brief.stories) {
            for (const Report& report : story.reports) {
                if (fold(report.outlet) != outlet_) continue;
                if (auto done = add_report(database, brief, story, report); !done) return done;
            }
            add_takers(brief, story);
        }
        return true;
    }
    [[nodiscard]] const OutletShare& share() const { return share_; }

private:
    Result<bool> add_report(const Database& database, const Brief& brief, const Story& story, const Report& report) {
        const auto piece = find_piece(database, brief.pages[report.page].sha256);
        if (!piece) return piece.error();
        std::size_t taken = 0;
        std::set<std::string> from;
        for (const BriefCopy& copy : story.copies) {
            if (copy.to != report.page) continue;
            const std::size_t size = characters(copy.taken.shown);
            taken += size;
            share_.shared[kind_of(story, copy)] += size;
            if (copy.from && fold(brief.pages[*copy.from].outlet) != outlet_) from.insert(brief.pages[*copy.from].outlet);
        }
        for (const std::string& outlet : from) ++share_.copied_from[outlet];
        for (const std::string& agency : report.agencies) ++share_.agencies[agency];
        const std::size_t all = characters(piece->text);
        share_.own += all - std::min(all, taken);
        return true;
    }

    // Each report that took from this outlet, once.
    void add_takers(const Brief& brief, const Story& story) {
        std::set<std::uint32_t> takers;
        for (const BriefCopy& copy : story.copies) {
            if (!copy.from || fold(brief.pages[*copy.from].outlet) != outlet_ || fold(brief.pages[copy.to].outlet) == outlet_) continue;
            if (takers.insert(copy.to).second) ++share_.copied_by[brief.pages[copy.to].outlet];
        }
    }

    std::string outlet_;
    OutletShare share_;
};

// Most first, then by name.
void write_counts(AnswerJson& json, std::string_view list, std::string_view name, std::string_view count, const Counts& counts) {
    std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, std::greater(), [](const auto& pair) { return pair.second; });
    json.begin_list(list);
    for (const auto& [key, value] : sorted) {
        json.begin_object();
        json.known(name, key);
        json.number(count, value);
        json.end_object();
    }
    json.end_list();
}

void write_share(AnswerJson& json, const OutletShare& share) {
    json.number("own", share.own);
    json.begin_object("shared");
    for (const char* kind : {"agency", "outlet", "translation", "release", "unknown"}) {
        const auto found = share.shared.find(kind);
        json.number(kind, found == share.shared.end() ? 0 : found->second);
    }
    json.end_object();
    write_counts(json, "agencies", "name", "reports", share.agencies);
    write_counts(json, "copied_from", "outlet", "reports", share.copied_from);
    write_counts(json, "copied_by", "outlet", "reports", share.copied_by);
}

}  // namespace

ApiAnswer get_outlets(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"limit"}); !good) return error_answer(good.error());
    const auto limit = number_value(routed.request, "limit", 1, 5000, 1000);
    if (!limit) return error_answer(limit.error());
    auto outlets = store.stories()->outlets();
    outlets.resize(std::min(outlets.size(), static_cast<std::size_t>(*limit)));
    AnswerJson json;
    json.begin_list("outlets");
    for (const auto& [name, pages] : outlets) {
        json.begin_object();
        json.text("outlet", name);
        json.number("pages", pages);
        json.end_object();
    }
    json.end_list();
    return json.answer();
}

ApiAnswer get_outlet(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"since", "until"}); !good) return error_answer(good.error());
    StoryQuery query;
    const auto since = day_value(routed.request, "since");
    const auto until = day_value(routed.request, "until");
    if (!since || !until) return error_answer(since ? until.error() : since.error());
    query.since = *since;
    query.until = *until;
    query.outlet = routed.values[0];
    query.limit = most_stories;
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto list = store.stories();
    const Counts days = list->days_of(query);
    const auto page = list->page(**lease, query);
    if (!page) return error_answer(page.error());
    if (list->days_of({.outlet = query.outlet}).empty()) return error_answer(404, "the store has nothing of that outlet", query.outlet);
    OutletCounter counter(query.outlet);
    for (const StoryEntry* story : page->stories) {
        const auto brief = store.brief(**lease, story->name);
        if (!brief) return error_answer(brief.error());
        if (auto done = counter.add(**lease, **brief); !done) return error_answer(done.error());
    }
    AnswerJson json;
    json.text("outlet", query.outlet);
    std::size_t pages = 0;
    for (const auto& [day, count] : days) pages += count;
    json.number("pages", pages);
    json.begin_list("days");
    for (const auto& [day, count] : days) {
        json.begin_object();
        json.known("day", day);
        json.number("pages", count);
        json.end_object();
    }
    json.end_list();
    json.number("looked_at", page->stories.size());
    json.flag("cut", !page->next.empty());
    write_share(json, counter.share());
    write_story_links(json, page->stories);
    return json.answer();
}

}  // namespace depesche
