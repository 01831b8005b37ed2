#include "fetch/new_pages.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "fetch/limits.h"
#include "read/header_fields.h"
#include "store/forget.h"

namespace depesche {
namespace {

// What a refusal costs: robots.txt and networks change, but seldom.
constexpr std::int64_t refused_seconds = 24L * 60 * 60;

bool may_be_page(const std::string& content_type) {
    const std::string type = media_type(content_type);
    return type.empty() || type.starts_with("text/") || type == "application/xhtml+xml" || type == "application/xml";
}

}  // namespace

Result<NewPages> NewPages::make(const Database& database, const Stages& stages, bool marks, Tell tell, Ingest::Report report) {
    auto states = AddressStates::make(database);
    if (!states) return states.error();
    return NewPages(database, std::move(*states), stages, marks, std::move(tell), std::move(report));
}

Result<Wanted> NewPages::wants(const ListedAddress& listed, WatchTime now) {
    const auto state = states_.find(listed.address.text);
    if (!state) return state.error();
    if (state->is_forgotten) return Wanted::no;
    if (const auto& row = state->fetched) {
        if (row->next == 0) return listed.stamp > (row->stamp != 0 ? row->stamp : row->fetched) ? Wanted::yes : Wanted::no;
        if (row->next <= seconds_of(now)) return Wanted::yes;
        return row->failures > 0 ? Wanted::later : Wanted::no;
    }
    if (!state->crawled) return Wanted::yes;
    const auto when = seconds_of_date(*state->crawled);
    return when && listed.stamp > *when ? Wanted::yes : Wanted::no;
}

Result<PageEnd> NewPages::fetch(const ListedAddress& listed, Polite& polite, WatchClock& clock) {
    const std::string& address = listed.address.text;
    const auto found = find_fetched(*database_, address);
    if (!found) return found.error();
    FetchedAddress row = found->value_or(FetchedAddress{});
    std::optional<Error> failure;
    const auto leads_to_new = [&](const WebAddress& to) {
        if (to.text == address || to.text == row.target) return true;
        const auto wanted = wants({to, listed.stamp}, clock.now());
        if (!wanted) failure = wanted.error();
        return wanted && *wanted != Wanted::no;
    };
    Fetched fetched = polite.get({listed.address, row.etag, row.modified, limits::fetched_page_bytes}, leads_to_new);
    if (failure) return *failure;
    row.address = address;
    row.stamp = std::max(row.stamp, listed.stamp);
    row.fetched = seconds_of(clock.now());
    if (fetched.state == FetchState::answered || fetched.state == FetchState::unwanted)
        row.target = fetched.address.text == address ? "" : fetched.address.text;
    return take_answer(listed, std::move(fetched), std::move(row), clock);
}

Result<PageEnd> NewPages::take_answer(const ListedAddress& listed, Fetched fetched, FetchedAddress row, WatchClock& clock) {
    switch (fetched.state) {
        case FetchState::over:
        case FetchState::put_off:
            return PageEnd::to_come;
        case FetchState::failed:
            ++row.failures;
            row.next = seconds_of(clock.now() + retry_delay(row.failures));
            return lose(row, fetched.reason, PageEnd::failed);
        case FetchState::refused:
            row.failures = 0;
            row.next = seconds_of(clock.now()) + refused_seconds;
            return lose(row, fetched.reason);
        case FetchState::unwanted: {
            const auto done = keep_out(row);
            if (!done) return done.error();
            return PageEnd::known;
        }
        case FetchState::answered:
            break;
    }
    row.failures = 0;
    row.next = 0;
    const int status = fetched.answer.status;
    if (status == 304 && !(row.etag.empty() && row.modified.empty())) {
        if (auto done = save_fetched(*database_, row); !done) return done.error();
        tell_(listed.address.text, "not changed");
        return PageEnd::unchanged;
    }
    row.etag = fetched.answer.etag;
    row.modified = fetched.answer.modified;
    if (status != 200) return lose(row, fmt::format("the server answers {}", status));
    if (fetched.answer.cut) return lose(row, fmt::format("it has more than {} bytes, the limit", limits::fetched_page_bytes));
    if (!may_be_page(fetched.answer.content_type))
        return lose(row, fmt::format("it is no page but {}", media_type(fetched.answer.content_type)));
    return store(std::move(fetched), std::move(row));
}

// It leads to what is there already, or to what was forgotten: of that no address is kept either.
Result<bool> NewPages::keep_out(const FetchedAddress& row) {
    const auto forgotten = is_forgotten(*database_, {}, row.target);
    if (!forgotten) return forgotten;
    if (auto done = save_fetched(*database_, row); !done) return done;
    if (!*forgotten) return true;
    return keep_address_out(*database_, row.address);
}

Result<PageEnd> NewPages::lose(const FetchedAddress& row, const std::string& reason, PageEnd end) {
    tell_(row.address, reason);
    if (auto done = save_fetched(*database_, row); !done) return done.error();
    return end;
}

Result<PageEnd> NewPages::store(Fetched fetched, FetchedAddress row) {
    PageBytes page;
    page.path = fetched.address.text;
    page.url = fetched.address.text;
    page.bytes = std::move(fetched.answer.body);
    page.charset = header_parameter(fetched.answer.content_type, "charset");
    page.crawled = iso_of(WatchTime(std::chrono::seconds(row.fetched)));
    TakenPage taken = take_page(std::move(page), *stages_, marks_);
    for (const Error& problem : taken.problems) tell_(row.address, problem.reason);
    PageFate fate = PageFate::refused;
    auto ingest = Ingest::make(*database_, *stages_, IngestOptions{marks_, false}, [&](const std::vector<PageReport>& reports) {
        fate = reports.front().fate;
        return fate == PageFate::refused || report_(reports);
    });
    if (!ingest) return ingest.error();
    auto wanted = ingest->add({std::move(taken), {}, {}, 0});
    if (wanted) wanted = ingest->finish();
    if (!wanted) return wanted.error();
    auto done = save_fetched(*database_, row);
    if (done && fate == PageFate::kept_out) done = keep_address_out(*database_, row.address);
    if (!done) return done.error();
    if (!*wanted) return Error{Problem::cannot_read, "nobody reads the output any more", {}, {}};
    return fate == PageFate::stored ? PageEnd::stored : fate == PageFate::refused ? PageEnd::lost : PageEnd::known;
}

}  // namespace depesche
