// Downloads: a table of the store as CSV or JSON lines, written as it is made.
#include <algorithm>
#include <memory>
#include <optional>

#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "show/store_table.h"

namespace depesche {
namespace {

// "quotes.csv"
std::optional<TableAsked> download_named(std::string_view name) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    const std::string_view ending = name.substr(dot);
    const auto kind = table_named(name.substr(0, dot));
    if (!kind || (ending != ".csv" && ending != ".jsonl")) return std::nullopt;
    return TableAsked{*kind, ending == ".csv", {}};
}

bool send_table(ServedStore& store, const TableAsked& asked, const AnswerSink& give) {
    const auto lease = store.read();
    if (!lease) return false;
    const auto brief_of = [&](const std::string& story) { return store.brief(**lease, story); };
    const auto take = [&](const std::string& line) -> Result<bool> {
        if (give(line)) return true;
        return Error{Problem::cannot_read, "nobody reads on", {}, {}};
    };
    return static_cast<bool>(write_table(**lease, asked, brief_of, take));
}

}  // namespace

ApiAnswer get_export(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"since", "until", "outlet", "language", "limit"}); !good)
        return error_answer(good.error());
    auto asked = download_named(routed.values[0]);
    if (!asked) return error_answer(404, "tables are pieces, quotes, origins, copies and differences, each as .csv or .jsonl");
    const auto since = day_value(routed.request, "since");
    const auto until = day_value(routed.request, "until");
    const auto limit = number_value(routed.request, "limit", 0, 1'000'000'000, 0);
    if (!since) return error_answer(since.error());
    if (!until) return error_answer(until.error());
    if (!limit) return error_answer(limit.error());
    asked->filter.since = *since;
    asked->filter.until = *until;
    asked->filter.limit = static_cast<std::size_t>(*limit);
    asked->filter.outlet = routed.request.value("outlet");
    asked->filter.language = routed.request.value("language");
    const auto place = store.begin_download();
    if (!place) return error_answer(503, "other downloads are going on; ask again when they are done");
    ApiAnswer answer;
    answer.type = asked->csv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
    answer.headers.emplace_back("Content-Disposition", "attachment; filename=\"depesche-" + std::string(name_of(asked->kind)) +
                                                           (asked->csv ? ".csv\"" : ".jsonl\""));
    answer.stream = [&store, asked = *asked, place](const AnswerSink& give) { return send_table(store, asked, give); };
    return answer;
}

}  // namespace depesche
