#include "store/trace_pages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "store/page_rows.h"
#include "store/search_words.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

constexpr std::size_t most_asked = 400;       // words of the text; trace_text looks at no more
constexpr std::size_t most_looked_up = 16;    // words that the index is asked for
constexpr std::int64_t most_places = 20'000;  // pieces that these may stand in, all together, beyond the first three
constexpr std::size_t read_for_one_kept = 4;  // pieces whose text is compared
constexpr double least_share = 0.45;

// The different words of the text, as the index has them; of a longer text those of its begin.
std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::size_t count = 0;
    for_each_search_word(text, [&](const SearchWord& word) {
        if (count++ < most_asked) words.insert(word.folded);
    });
    return words;
}

// The word, in the language of FTS5; it is letters and digits alone.
std::string in_text(const std::string& word) { return "{title text} : \"" + word + "\""; }

struct AskedWord {
    std::string word;
    std::int64_t pieces = 0;  // of the store that have it, counted up to most_places + 1
    double weight = 0;
};

// The different words of the text that the store has, rarest first.
Result<std::vector<AskedWord>> look_up(const Database& database, std::string_view asked) {
    const auto all = database.number("SELECT count(*) FROM pieces");
    if (!all) return all.error();
    auto statement = database.prepare("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)");
    if (!statement) return statement.error();
    std::vector<AskedWord> found;
    for (const std::string& word : words_of(asked)) {
        statement->with(in_text(word), most_places + 1);
        const auto row = statement->step();
        if (!row) return row.error();
        const std::int64_t pieces = statement->number(0);
        found.push_back({word, pieces, std::log(static_cast<double>(*all + 1) / static_cast<double>(pieces + 1)) + 0.1});
    }
    std::ranges::stable_sort(found, {}, &AskedWord::pieces);
    return found;
}

// Any of the rarest words, in the language of FTS5.
std::string match_of(const std::vector<AskedWord>& words) {
    std::string match;
    std::int64_t places = 0;
    std::size_t count = 0;
    for (const AskedWord& word : words) {
        if (word.pieces == 0) continue;
        places += word.pieces;
        if (count >= most_looked_up || (count >= 3 && places > most_places)) break;
        match += (match.empty() ? "{title text} : (\"" : " OR \"") + word.word + "\"";
        ++count;
    }
    return match.empty() ? match : match + ")";
}

// How much of the asked weight stands in the text, 0 to 1.
double share_in(std::string_view text, const std::map<std::string, double>& weights, double all) {
    std::set<std::string_view> seen;
    double share = 0;
    for_each_search_word(text, [&](const SearchWord& word) {
        const auto found = weights.find(word.folded);
        if (found != weights.end() && seen.insert(found->first).second) share += found->second;
    });
    return share / all;
}

struct Kept {
    double share = 0;
    std::string sha256;
};

// The pieces that `match` finds and that share enough with the asked words, best first.
Result<std::vector<Kept>> compare(const Database& database, const std::vector<AskedWord>& words, const std::string& match,
                                  std::size_t most) {
    std::map<std::string, double> weights;
    double all = 0;
    for (const AskedWord& word : words) all += weights[word.word] = word.weight;
    auto statement = database.prepare(
        "SELECT sha256, title || char(10) || text FROM (SELECT rowid AS hit FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?) "
        "JOIN pieces ON page = hit JOIN pages ON id = page");
    if (!statement) return statement.error();
    statement->with(match, most * read_for_one_kept);
    std::vector<Kept> kept;
    auto done = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        const double share = share_in(row.text(1), weights, all);
        if (share >= least_share) kept.push_back({share, std::string(row.text(0))});
        return true;
    });
    if (!done) return done.error();
    std::ranges::sort(kept, [](const Kept& a, const Kept& b) { return a.share != b.share ? a.share > b.share : a.sha256 < b.sha256; });
    return kept;
}

}  // namespace

Result<TracePages> pages_that_may_have(const Database& database, std::string_view asked, std::size_t most) {
    TracePages out;
    const auto words = look_up(database, asked);
    if (!words) return words.error();
    const std::string match = match_of(*words);
    if (match.empty()) return out;
    auto kept = compare(database, *words, match, most);
    if (!kept) return kept.error();
    out.cut = kept->size() > most;
    if (out.cut) kept->resize(most);
    std::set<std::string> paths;
    for (const Kept& one : *kept) {
        auto page = find_stored_page(database, one.sha256);
        if (!page) return page.error();
        if (!paths.insert(page->path).second) page->path.append("@").append(one.sha256, 0, shown_digits);
        out.pages.push_back(std::move(*page));
    }
    return out;
}

}  // namespace depesche
