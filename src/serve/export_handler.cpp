// Downloads: a table of the store as CSV or JSON lines, written as it is made.
#include <algorithm>
#include <memory>
#include <optional>

#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "show/table_lines.h"
#include "store/story_rows.h"
#include "store/tables.h"

namespace depesche {
namespace {

struct ExportAsked {
    TableKind kind = TableKind::pieces;
    bool csv = false;
    StoreFilter filter;
};

// "quotes.csv"
std::optional<ExportAsked> table_named(std::string_view name) {
    const std::size_t dot = std::min(name.find('.'), name.size());
    const std::string_view ending = name.substr(dot);
    if (ending != ".csv" && ending != ".jsonl") return std::nullopt;
    for (std::size_t i = 0; i < table_kinds; ++i) {
        const auto kind = static_cast<TableKind>(i);
        if (name_of(kind) == name.substr(0, dot)) return ExportAsked{kind, ending == ".csv", {}};
    }
    return std::nullopt;
}

Error reader_left() { return {Problem::cannot_read, "nobody reads on", {}, {}}; }

class TableSender {
public:
    TableSender(const ExportAsked& asked, const AnswerSink& give) : csv_(asked.csv), columns_(table_columns(asked.kind)), give_(give) {}

    [[nodiscard]] Result<bool> begin() const { return csv_ ? send(csv_line(columns_)) : Result<bool>(true); }
    [[nodiscard]] Result<bool> row(const TableRow& cells) const {
        return send(csv_ ? csv_line(std::vector<std::string_view>(cells.begin(), cells.end())) : json_table_line(columns_, cells));
    }

private:
    [[nodiscard]] Result<bool> send(const std::string& line) const {
        if (give_(line)) return true;
        return reader_left();
    }
    bool csv_;
    std::vector<std::string_view> columns_;
    const AnswerSink& give_;
};

// One story after the other; each brief is made, sent and forgotten.
Result<bool> send_findings(const Database& database, ServedStore& store, const ExportAsked& asked, const TableSender& table) {
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    std::vector<std::string> stories;
    auto listed = for_each_story(database, asked.filter, [&](const ListedStory& story) -> Result<bool> {
        stories.push_back(story.name);
        return true;
    });
    if (!listed) return listed;
    for (const std::string& story : stories) {
        const auto brief = store.brief(database, story);
        if (!brief) return brief.error();
        for (const TableRow& row : rows_of(asked.kind, **brief, *corrections)) {
            if (auto done = table.row(row); !done) return done;
        }
    }
    return true;
}

bool send_table(ServedStore& store, const ExportAsked& asked, const AnswerSink& give) {
    const auto lease = store.read();
    if (!lease) return false;
    const TableSender table(asked, give);
    auto done = table.begin();
    if (done) {
        done = asked.kind == TableKind::pieces
                   ? for_each_piece_row(**lease, asked.filter, [&](const TableRow& row) { return table.row(row); })
                   : send_findings(**lease, store, asked, table);
    }
    return static_cast<bool>(done);
}

}  // namespace

ApiAnswer get_export(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"since", "until", "outlet", "language", "limit"}); !good)
        return error_answer(good.error());
    auto asked = table_named(routed.values[0]);
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
