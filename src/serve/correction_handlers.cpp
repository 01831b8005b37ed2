// Corrections: what users know better, listed, made and taken back.
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "read/json_lines.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "store/corrections.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

Error usage(std::string reason) { return {Problem::wrong_usage, std::move(reason), {}, {}}; }

std::optional<CorrectionKind> kind_named(std::string_view name) {
    for (const CorrectionKind kind : {CorrectionKind::join, CorrectionKind::move, CorrectionKind::no_quote, CorrectionKind::speaker}) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

bool is_about_stories(CorrectionKind kind) { return kind == CorrectionKind::join || kind == CorrectionKind::move; }

void write_correction(AnswerJson& json, std::size_t number, const Correction& correction) {
    json.number("number", number);
    json.text("kind", name_of(correction.kind));
    json.text("page", correction.page);
    json.known("other", correction.other);
    const bool bytes = !is_about_stories(correction.kind);
    bytes ? json.number("begin", correction.bytes.begin) : json.null("begin");
    bytes ? json.number("end", correction.bytes.end) : json.null("end");
    json.known("value", correction.value);
}

// Whether a quote stands there as things are: a correction of nothing is a slip of the hand.
Result<bool> check_quote(const Database& database, ServedStore& store, const Correction& correction) {
    const auto story = find_story(database, correction.page);
    if (!story) return story.error();
    const auto brief = store.brief(database, *story);
    if (!brief) return brief.error();
    for (const Story& one : (*brief)->stories) {
        for (const BriefQuote& quote : one.quotes) {
            for (const QuoteVersion& version : quote.versions) {
                if ((*brief)->pages[version.words.page].sha256 == correction.page && version.words.bytes.overlaps(correction.bytes))
                    return true;
            }
        }
    }
    return Error{Problem::not_found,
                 fmt::format("no quote stands at bytes {} to {}", correction.bytes.begin, correction.bytes.end),
                 correction.page,
                 {}};
}

// One JSON object, on one line or several.
Result<Record> body_of(std::string body) {
    std::ranges::replace_if(
        body, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    std::optional<Record> record;
    for_each_record(
        body, "body", [&](Record found, std::size_t) { record = std::move(found); }, [](const Error&) {});
    if (!record) return usage("the body is one JSON object");
    return std::move(*record);
}

std::optional<std::uint32_t> number_of(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && code == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// What the body asks for, its pages found in the store.
Result<Correction> correction_asked(const ApiRequest& request, const Database& database, ServedStore& store) {
    const auto body = body_of(request.body);
    if (!body) return body.error();
    Correction correction;
    const auto kind = kind_named(body->get("kind"));
    if (!kind) return usage("kind is join, move, no-quote or speaker");
    correction.kind = *kind;
    auto page = find_page(database, body->get("page"));
    if (!page) return page.error();
    correction.page = *page;
    if (is_about_stories(*kind)) {
        const std::string_view other = body->get("other");
        if (other.empty() && *kind == CorrectionKind::join) return usage("a join names the other page");
        if (other.empty()) return correction;
        auto found = find_page(database, other);
        if (!found) return found.error();
        correction.other = *found;
        return correction;
    }
    const auto begin = number_of(body->get("begin"));
    const auto end = number_of(body->get("end"));
    if (!begin || !end || *begin >= *end) return usage("begin and end are bytes of the stored page");
    correction.bytes = {*begin, *end};
    if (*kind == CorrectionKind::speaker) {
        correction.value = body->get("value");
        if (correction.value.empty() || correction.value.size() > 300) return usage("value is the speaker's name");
    }
    if (auto there = check_quote(database, store, correction); !there) return there.error();
    return correction;
}

bool same(const Correction& a, const Correction& b) {
    return a.kind == b.kind && a.page == b.page && a.other == b.other && a.bytes == b.bytes && a.value == b.value;
}

}  // namespace

ApiAnswer get_corrections(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto lease = store.read();
    if (!lease) return error_answer(lease.error());
    const auto corrections = load_corrections(**lease);
    if (!corrections) return error_answer(corrections.error());
    AnswerJson json;
    json.begin_list("corrections");
    for (std::size_t i = 0; i < corrections->size(); ++i) {
        json.begin_object();
        write_correction(json, i + 1, (*corrections)[i]);
        json.end_object();
    }
    json.end_list();
    return json.answer();
}

ApiAnswer post_correction(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    std::optional<AnswerJson> json;
    const auto done = store.write([&](const Database& database) -> Result<bool> {
        const auto correction = correction_asked(routed.request, database, store);
        if (!correction) return correction.error();
        if (auto added = add_correction(database, *correction); !added) return added;
        const auto all = load_corrections(database);
        if (!all) return all.error();
        const auto place = std::ranges::find_if(*all, [&](const Correction& one) { return same(one, *correction); });
        json.emplace();
        write_correction(*json, static_cast<std::size_t>(place - all->begin()) + 1, *correction);
        return true;
    });
    return done ? json->answer(201) : error_answer(done.error());
}

ApiAnswer delete_correction(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {}); !good) return error_answer(good.error());
    const auto number = number_of(routed.values[0]);
    if (!number || *number == 0) return error_answer(400, "a correction is named by its number");
    const auto done = store.write([&](const Database& database) { return undo_correction(database, *number); });
    if (!done) return error_answer(done.error());
    ApiAnswer answer;
    answer.status = 204;
    return answer;
}

}  // namespace depesche
