#include "store/story_catalog.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "brief/versions.h"
#include "store/people_list.h"
#include "store/row_lists.h"

namespace depesche {
namespace {

// The columns stand in the index pieces_listed, so that no text is read.
constexpr const char* list_query =
    "SELECT shown, ifnull((SELECT joined FROM joined_topics AS j WHERE j.topic = s.topic), s.topic), p.page, outlet, language, published, "
    "day, title, url FROM story_pieces AS s JOIN pieces AS p INDEXED BY pieces_listed ON p.page = s.page";

std::int32_t number_of_day(std::string_view day) {
    std::int32_t number = 0;
    if (day.size() != 10) return 0;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) number = number * 10 + (day[at] - '0');
    return number;
}

std::uint64_t marker_of_piece(const Statement& row) {
    std::string text = fmt::format("{}", row.number(2));
    for (const int column : {3, 5, 7, 8}) text.append(1, '\n').append(row.text(column));
    return hash64(text);
}

// Pieces may come in any order: their marks are added.
std::uint64_t whole_marker(std::uint64_t sum, std::string_view version) {
    return hash64(version, sum) >> 1U;  // SQLite's numbers have a sign
}

// Publication of pieces, earliest first; unknown last.
bool earlier(std::string_view left, std::string_view right) {
    return std::make_tuple(left.empty(), left) < std::make_tuple(right.empty(), right);
}

// Numbers names in the order they are met.
class Names {
public:
    explicit Names(std::vector<std::string>& names) : names_(names) {}
    std::uint32_t number(std::string_view name) {
        const auto [place, fresh] = numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
        if (fresh) names_.emplace_back(name);
        return place->second;
    }

private:
    std::vector<std::string>& names_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

std::string iso_day(std::int32_t number) {
    return number == 0 ? std::string() : fmt::format("{:04}-{:02}-{:02}", number / 10000, number / 100 % 100, number % 100);
}

Result<std::string> hash_of(const Database& database, std::int64_t page) {
    auto statement = database.prepare("SELECT sha256 FROM pages WHERE id = ?");
    if (!statement) return statement.error();
    auto row = statement->with(page).step();
    if (!row) return row.error();
    return std::string(*row ? statement->text(0) : std::string_view());
}

}  // namespace

// Stories on their way into the list: pieces by story, and of each the earliest piece that has a headline.
struct StoryCatalog::Loading {
    struct Headed {
        std::string published;
        std::int64_t page = 0;
    };
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::vector<Piece>> pieces;
    std::vector<std::set<std::string>> addresses;  // of pieces that have one: stored versions of a piece are one report
    std::vector<Headed> headed;
};

Result<std::int64_t> change_of_store(const Database& database) { return database.number("SELECT sum(value) FROM counters"); }

Result<std::uint64_t> story_marker(const Database& database, const std::string& story, std::string_view version) {
    auto statement = database.prepare(fmt::format("{} WHERE shown = ?", list_query));
    if (!statement) return statement.error();
    std::uint64_t sum = 0;
    auto done = for_each_row(statement->with(story), [&](const Statement& row) -> Result<bool> {
        sum += marker_of_piece(row);
        return true;
    });
    if (!done) return done.error();
    return sum == 0 ? 0 : whole_marker(sum, version);
}

Result<bool> write_story_counts(const Database& database, const std::string& story, std::uint64_t marker, const StoryCounts& counts) {
    return database.run("INSERT OR REPLACE INTO story_counts VALUES(?, ?, ?, ?, ?, ?)", story, marker, counts.origins, counts.took,
                        as_list(counts.taken_from), as_list(counts.places));
}

Result<StoryCatalog> StoryCatalog::load(const Database& database, std::string_view version) {
    if (auto begun = database.run("BEGIN"); !begun) return begun.error();  // one state of the store for all that is read
    StoryCatalog list;
    Loading loading;
    Names outlets(list.outlets_);
    Names languages(list.languages_);
    auto done = [&]() -> Result<bool> {
        auto statement = database.prepare(list_query);
        if (!statement) return statement.error();
        auto read = for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
            const auto [place, fresh] =
                loading.numbers.try_emplace(std::string(row.text(0)), static_cast<std::uint32_t>(list.stories_.size()));
            if (fresh) {
                StoryEntry story;
                story.name = row.text(0);
                story.topic = row.text(1);
                list.stories_.push_back(std::move(story));
                loading.pieces.emplace_back();
                loading.addresses.emplace_back();
                loading.headed.emplace_back();
            }
            StoryEntry& story = list.stories_[place->second];
            const std::string_view published = row.text(5);
            if (row.text(1) < story.topic) story.topic = row.text(1);
            if (!published.empty() && (story.first.empty() || published < story.first)) story.first = published;
            if (published > story.last) story.last = published;
            story.marker += marker_of_piece(row);
            loading.pieces[place->second].push_back(
                {number_of_day(row.text(6)), outlets.number(row.text(3)), languages.number(row.text(4))});
            const std::string address = address_key(row.text(8));
            if (address.empty() || loading.addresses[place->second].insert(address).second) ++story.reports;
            Loading::Headed& headed = loading.headed[place->second];
            if (row.text(7).empty()) return true;
            bool first = story.headline.empty() || earlier(published, headed.published);
            if (!first && published == headed.published) {
                const auto mine = hash_of(database, row.number(2));
                const auto others = hash_of(database, headed.page);
                if (!mine || !others) return mine ? others.error() : mine.error();
                first = *mine < *others;
            }
            if (first) {
                story.headline = row.text(7);
                headed = {std::string(published), row.number(2)};
            }
            return true;
        });
        if (!read) return read;
        return list.sort_out(loading, database, version);
    }();
    static_cast<void>(database.run("COMMIT"));
    if (!done) return done.error();
    return list;
}

// The rest: what was corrected, what was counted, the orders, the whole store's figures.
Result<bool> StoryCatalog::sort_out(Loading& loading, const Database& database, std::string_view version) {
    std::vector<std::uint32_t> order(stories_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const StoryEntry& a = stories_[left];
        const StoryEntry& b = stories_[right];
        return a.last != b.last ? a.last > b.last : a.name < b.name;
    });
    std::vector<StoryEntry> sorted;
    sorted.reserve(order.size());
    for (const std::uint32_t at : order) {
        StoryEntry& story = sorted.emplace_back(std::move(stories_[at]));
        story.marker = whole_marker(story.marker, version);
        story.first_piece = static_cast<std::uint32_t>(pieces_.size());
        story.pieces = static_cast<std::uint32_t>(loading.pieces[at].size());
        pieces_.insert(pieces_.end(), loading.pieces[at].begin(), loading.pieces[at].end());
    }
    stories_ = std::move(sorted);
    by_name_.reserve(stories_.size());
    for (std::uint32_t i = 0; i < stories_.size(); ++i) by_name_[stories_[i].name] = i;
    auto corrected = database.prepare(
        "SELECT DISTINCT shown FROM corrections AS c JOIN pages ON sha256 = c.page OR (c.other <> '' AND sha256 = c.other) "
        "JOIN story_pieces AS s ON s.page = pages.id");
    if (!corrected) return corrected.error();
    auto marked = for_each_row(*corrected, [&](const Statement& row) -> Result<bool> {
        if (const auto place = by_name_.find(row.text(0)); place != by_name_.end()) stories_[place->second].corrected = true;
        return true;
    });
    if (!marked) return marked;
    if (auto counted = add_counts(database); !counted) return counted;
    const auto change = change_of_store(database);
    const auto pages = database.number("SELECT count(*) FROM pages");
    if (!change || !pages) return change ? pages.error() : change.error();
    change_ = *change;
    pages_ = *pages;
    for (const StoryEntry& story : stories_) {
        if (!story.first.empty() && (first_.empty() || story.first.substr(0, 10) < first_)) first_ = story.first.substr(0, 10);
        if (story.last.substr(0, 10) > last_) last_ = story.last.substr(0, 10);
    }
    set_orders();
    return true;
}

// What was counted of a story as it is now.
Result<bool> StoryCatalog::add_counts(const Database& database) {
    auto statement = database.prepare("SELECT story, marker, origins, took, taken_from, places FROM story_counts");
    if (!statement) return statement.error();
    return for_each_row(*statement, [&](const Statement& row) -> Result<bool> {
        const auto place = by_name_.find(row.text(0));
        if (place == by_name_.end()) return true;
        StoryEntry& story = stories_[place->second];
        if (static_cast<std::int64_t>(story.marker) != row.number(1)) return true;
        story.counts = StoryCounts{static_cast<std::uint32_t>(row.number(2)), static_cast<std::uint32_t>(row.number(3)),
                                   entries_of_list(row.text(4)), entries_of_list(row.text(5))};
        return true;
    });
}

void StoryCatalog::set_orders() {
    by_reports_.resize(stories_.size());
    std::iota(by_reports_.begin(), by_reports_.end(), 0U);
    by_origins_ = by_reports_;
    std::ranges::stable_sort(by_reports_, std::greater(), [&](std::uint32_t at) { return stories_[at].reports; });
    std::ranges::stable_sort(by_origins_, std::greater(),
                             [&](std::uint32_t at) { return stories_[at].counts ? stories_[at].counts->origins : 0U; });
}

namespace {

// A story's place in an order: count, then newest, then name.
struct OrderKey {
    std::uint32_t count = 0;
    std::string_view last;
    std::string_view name;
};

std::uint32_t count_of(const StoryEntry& story, StoryOrder order) {
    if (order == StoryOrder::reports) return story.reports;
    return order == StoryOrder::origins && story.counts ? story.counts->origins : 0;
}

bool comes_after(const OrderKey& one, const OrderKey& other) {
    if (one.count != other.count) return one.count < other.count;
    return one.last != other.last ? one.last < other.last : one.name > other.name;
}

std::string text_of(const OrderKey& key) { return fmt::format("{}_{}_{}", key.count, key.last, key.name); }

Result<OrderKey> key_of(std::string_view text) {
    OrderKey key;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), key.count);
    const std::size_t first = static_cast<std::size_t>(end - text.data());
    const std::size_t second = text.rfind('_');
    if (code != std::errc() || second == std::string_view::npos || second <= first || text[first] != '_')
        return Error{Problem::wrong_usage, "after is what next said", {}, {}};
    key.last = text.substr(first + 1, second - first - 1);
    key.name = text.substr(second + 1);
    return key;
}

}  // namespace

// A query with its names looked up once.
struct StoryCatalog::Wanted {
    std::int32_t since = 0;
    std::int32_t until = 0;
    std::vector<bool> outlets;  // by number; empty: any
    std::optional<std::uint32_t> language;
    std::optional<std::unordered_set<std::string>> named;  // stories that name the person
    std::string place;
    std::string_view topic;
    std::string topic_folded;

    [[nodiscard]] bool takes(const Piece& piece) const {
        return (outlets.empty() || outlets[piece.outlet]) && (!language || piece.language == *language) &&
               ((since == 0 && until == 0) || (piece.day != 0 && piece.day >= since && (until == 0 || piece.day <= until)));
    }
    [[nodiscard]] bool takes(const StoryEntry& story, std::string_view headline, std::span<const Piece> pieces) const {
        if (!topic.empty() && !story.topic.starts_with(topic) && fold(headline) != topic_folded) return false;
        if (!place.empty() && (!story.counts || std::ranges::find(story.counts->places, place) == story.counts->places.end())) return false;
        if (named && !named->contains(story.name)) return false;
        return std::ranges::any_of(pieces, [&](const Piece& piece) { return takes(piece); });
    }
};

StoryCatalog::Wanted StoryCatalog::wanted_pieces(const StoryQuery& query) const {
    Wanted all;
    all.since = number_of_day(query.since);
    all.until = number_of_day(query.until);
    all.topic = query.topic;
    all.topic_folded = fold(query.topic);
    all.place = fold(query.place);
    if (!query.outlet.empty()) {
        const std::string folded = fold(query.outlet);
        for (const std::string& outlet : outlets_) all.outlets.push_back(fold(outlet) == folded);
    }
    if (!query.language.empty()) {
        const auto place = std::ranges::find(languages_, query.language);
        all.language = static_cast<std::uint32_t>(place - languages_.begin());
    }
    return all;
}

Result<StoryCatalog::Wanted> StoryCatalog::wanted(const Database& database, const StoryQuery& query) const {
    Wanted all = wanted_pieces(query);
    if (query.person.empty()) return all;
    const auto named = stories_naming(database, query.person);
    if (!named) return named.error();
    all.named.emplace(named->begin(), named->end());
    return all;
}

Result<StoryPage> StoryCatalog::page(const Database& database, const StoryQuery& query) const {
    std::optional<OrderKey> after;
    if (!query.after.empty()) {
        const auto key = key_of(query.after);
        if (!key) return key.error();
        after = *key;
    }
    const auto wanted_stories = wanted(database, query);
    if (!wanted_stories) return wanted_stories.error();
    const std::vector<std::uint32_t>& order = query.order == StoryOrder::origins ? by_origins_ : by_reports_;
    StoryPage page;
    for (std::size_t i = 0; i < stories_.size(); ++i) {
        const StoryEntry& story = stories_[query.order == StoryOrder::newest ? i : order[i]];
        if (after && !comes_after({count_of(story, query.order), story.last, story.name}, *after)) continue;
        const std::string_view topic = query.topic.empty() ? std::string_view() : topic_headline(story);
        if (!wanted_stories->takes(story, topic, std::span(pieces_).subspan(story.first_piece, story.pieces))) continue;
        if (page.stories.size() == query.limit) {
            const StoryEntry& last = *page.stories.back();
            page.next = text_of({count_of(last, query.order), last.last, last.name});
            break;
        }
        page.stories.push_back(&story);
    }
    return page;
}

std::vector<std::pair<std::string, std::size_t>> StoryCatalog::outlets() const {
    std::vector<std::size_t> counts(outlets_.size());
    for (const Piece& piece : pieces_) ++counts[piece.outlet];
    std::vector<std::pair<std::string, std::size_t>> all;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!outlets_[i].empty()) all.emplace_back(outlets_[i], counts[i]);
    }
    std::ranges::sort(all, [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
    return all;
}

std::map<std::string, std::size_t> StoryCatalog::days_of(const StoryQuery& query) const {
    const Wanted wanted = wanted_pieces(query);
    std::map<std::int32_t, std::size_t> numbers;
    for (const Piece& piece : pieces_) {
        if (wanted.takes(piece)) ++numbers[piece.day];
    }
    std::map<std::string, std::size_t> days;
    for (const auto& [day, count] : numbers) days[iso_day(day)] = count;
    return days;
}

const StoryEntry* StoryCatalog::find(std::string_view name) const {
    const auto place = by_name_.find(name);
    return place == by_name_.end() ? nullptr : &stories_[place->second];
}

std::string_view StoryCatalog::topic_headline(const StoryEntry& story) const {
    const StoryEntry* first = find(story.topic);
    return first == nullptr ? std::string_view() : std::string_view(first->headline);
}

std::vector<std::string> StoryCatalog::outlets_of(const StoryEntry& story) const {
    std::set<std::string> names;
    for (std::uint32_t i = 0; i < story.pieces; ++i) {
        const std::string& name = outlets_[pieces_[story.first_piece + i].outlet];
        if (!name.empty()) names.insert(name);
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> StoryCatalog::languages() const {
    std::set<std::string> names(languages_.begin(), languages_.end());
    names.erase("");
    return {names.begin(), names.end()};
}

}  // namespace depesche
