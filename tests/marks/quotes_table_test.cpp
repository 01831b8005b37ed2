// The table tests/marks/data/quotes.jsonl: own sentences with the quotes that stand in them, and quoted words that nobody said.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "marks/find_marks.h"
#include "marks/quotes.h"

namespace depesche {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

const Languages& languages() {
    static const Languages all;
    return all;
}

const QuoteFinder& finder() {
    static const QuoteFinder one(languages());
    return one;
}

std::vector<Passage> lines_of(std::string_view text) {
    std::vector<Passage> passages;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) passages.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, PassageKind::body});
        begin = end + 1;
    }
    return passages;
}

struct Found {
    std::string type;
    Words words, speaker, cue, via, addressee;
};

Words texts(std::string_view text, const std::vector<Span>& spans) {
    Words words;
    for (const Span span : spans) words.emplace_back(text.substr(span.begin, span.size()));
    return words;
}

std::vector<Found> find(const Json& row, const std::string& text) {
    const Language& language = *languages().find(row["language"].get<std::string>());
    std::vector<Found> found;
    for (const Quote& q : finder().find(make_mark_text(text, lines_of(text), {}, language), language, {})) {
        found.push_back({std::string(name_of(q.type)), texts(text, q.parts), texts(text, q.speaker), texts(text, q.cue), texts(text, q.via),
                         texts(text, q.addressee)});
    }
    return found;
}

std::vector<Json> table(const std::string& name = "quotes.jsonl") {
    std::ifstream file(DEPESCHE_SOURCE_DIR "/tests/marks/data/" + name);
    std::vector<Json> rows;
    for (std::string line; std::getline(file, line);) rows.push_back(Json::parse(line));
    return rows;
}

struct Score {
    int right = 0;
    int asked = 0;
    std::string wrong;

    void count(bool good, const std::string& what) {
        ++asked;
        if (good) ++right;
        if (!good) wrong += "\n  " + what;
    }
    [[nodiscard]] double share() const { return asked == 0 ? 0.0 : static_cast<double>(right) / asked; }
};

const Found* match(const std::vector<Found>& found, const Json& quote) {
    for (const Found& f : found) {
        if (f.type == quote["type"] && f.words == quote["words"].get<Words>()) return &f;
    }
    return nullptr;
}

// Counts each field of every quote of the table; a field the table does not give is not judged.
void judge(const Json& row, Score& quotes, Score& fields) {
    const std::string text = row["text"];
    const std::vector<Found> found = find(row, text);
    for (const Json& quote : row["quotes"]) {
        const Found* f = match(found, quote);
        quotes.count(f != nullptr, quote.dump() + " in " + text);
        if (f == nullptr) continue;
        const auto field = [&](const char* name, const Words& is) {
            if (quote.contains(name))
                fields.count(is == quote[name].get<Words>(), std::string(name) + ": " + Json(is).dump() + " of " + quote.dump());
        };
        field("speaker", f->speaker);
        field("cue", f->cue);
        field("via", f->via);
        field("addressee", f->addressee);
    }
}

TEST(QuotesTable, FindsTheQuotesWithSpeakerCueViaAndAddressee) {
    Score quotes, fields;
    for (const Json& row : table()) judge(row, quotes, fields);
    EXPECT_GE(quotes.asked, 85);
    EXPECT_GE(quotes.share(), 1.0) << quotes.wrong;
    EXPECT_GE(fields.share(), 1.0) << fields.wrong;
}

TEST(QuotesTable, LeavesOutWhatNobodySaid) {
    Score left_out;
    for (const Json& row : table()) {
        const std::string text = row["text"];
        const std::vector<Found> found = find(row, text);
        for (const Json& words : row["none"]) {
            const auto said = std::ranges::any_of(found, [&](const Found& f) {
                return std::ranges::any_of(f.words, [&](const std::string& part) {
                    return f.type == "Direct" && part.find(words.get<std::string>()) != std::string::npos;
                });
            });
            left_out.count(!said, words.dump() + " in " + text);
        }
    }
    EXPECT_GE(left_out.asked, 20);
    EXPECT_GE(left_out.share(), 0.95) << left_out.wrong;
}

TEST(QuotesTable, FindsNothingElse) {
    Score rest;
    for (const Json& row : table()) {
        const std::string text = row["text"];
        for (const Found& f : find(row, text)) {
            const bool known = std::ranges::any_of(
                row["quotes"], [&](const Json& q) { return f.type == q["type"] && f.words == q["words"].get<Words>(); });
            rest.count(known, f.type + " " + Json(f.words).dump() + " in " + text);
        }
    }
    EXPECT_GE(rest.share(), 0.9) << rest.wrong;
}

// Of French there are tables and nothing else.
TEST(QuotesTable, ALanguageOfTablesAloneGetsItsSentencesRight) {
    Score quotes, fields;
    for (const Json& row : table("quotes-french.jsonl")) judge(row, quotes, fields);
    EXPECT_GE(quotes.asked, 10);
    EXPECT_GE(quotes.share(), 1.0) << quotes.wrong;
    EXPECT_GE(fields.share(), 1.0) << fields.wrong;
}

}  // namespace
}  // namespace depesche
