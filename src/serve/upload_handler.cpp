// Adding pages: the bytes of one page or archive, read as a file of the disk would be.
#include <algorithm>
#include <optional>

#include "base/begin_of.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "read/memory_file.h"
#include "read/page_stream.h"
#include "serve/answer_json.h"
#include "serve/handlers.h"
#include "serve/upload_label.h"
#include "show/clean_text.h"
#include "show/problem_names.h"
#include "store/ingest.h"

namespace depesche {
namespace {

constexpr std::size_t told_problems = 100;

struct Uploaded {
    IngestCounts counts;
    std::vector<Error> problems;
};

// Pages are read and marked before the store is written to, batch by batch as `ingest` does.
Result<Uploaded> take_in(const Database& database, const Stages& stages, const std::string& label, const std::string& bytes) {
    Uploaded uploaded;
    const MemoryFile files(label, bytes);
    PageStream stream({label}, files, {});
    auto ingest = Ingest::make(database, stages, IngestOptions{true, false}, [](const auto&) { return true; });
    if (!ingest) return ingest.error();
    while (auto next = stream.next()) {
        if (!*next) {
            uploaded.problems.push_back(next->error());
            continue;
        }
        TakenPage page = take_page(std::move((*next)->page), stages, true);
        uploaded.problems.insert(uploaded.problems.end(), page.problems.begin(), page.problems.end());
        if (auto added = ingest->add({std::move(page), {}, {}, 0}); !added) return added.error();
    }
    if (auto done = ingest->finish(); !done) return done.error();
    uploaded.counts = ingest->counts();
    return uploaded;
}

}  // namespace

std::string upload_label(std::string_view name, std::string_view bytes) {
    constexpr std::size_t most_bytes = 120;
    std::string label = clean_line(name);
    std::ranges::replace_if(
        label, [](char c) { return c == '/' || c == '\\' || c == '#' || c == '@'; }, '_');
    while (label.starts_with('.')) label.erase(0, 1);
    label.resize(begin_of(label, most_bytes).size());
    if (label.empty()) label = "page";
    return "added/" + sha256_hex(bytes).substr(0, 12) + "/" + label;
}

ApiAnswer post_page(const RoutedRequest& routed, ServedStore& store) {
    if (auto good = check_names(routed.request, {"name"}); !good) return error_answer(good.error());
    if (routed.request.body.empty()) return error_answer(400, "the body has the bytes of one page or archive");
    const std::string label = upload_label(routed.request.value("name"), routed.request.body);
    std::optional<Uploaded> uploaded;
    const auto done = store.write([&](const Database& database) -> Result<bool> {
        auto taken = take_in(database, store.stages(), label, routed.request.body);
        if (!taken) return taken.error();
        uploaded = std::move(*taken);
        return true;
    });
    if (!done) return error_answer(done.error());
    AnswerJson json;
    json.number("stored", uploaded->counts.stored);
    json.number("known", uploaded->counts.known);
    json.number("refused", uploaded->counts.refused);
    json.number("kept_out", uploaded->counts.kept_out);
    json.begin_list("problems");
    for (std::size_t i = 0; i < std::min(uploaded->problems.size(), told_problems); ++i) {
        const Error& problem = uploaded->problems[i];
        json.begin_object();
        json.text("problem", name_of(problem.problem));
        json.text("reason", problem.reason);
        json.known("place", problem.place);
        json.end_object();
    }
    json.end_list();
    return json.answer();
}

}  // namespace depesche
