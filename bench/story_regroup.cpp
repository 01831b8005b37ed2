// How long pieces take that come to a stream which is grouped already.
//
//   story_regroup PIECES.jsonl COUNT   groups all but the last COUNT pieces (by first_seen), adds those, and prints how long that took,
//                                      by the clock and of the processor, the days held in memory. Checks that the result is that of
//                                      grouping all at once. Prints compiler and build type.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "stories/regroup.h"

namespace {

using namespace depesche;

std::vector<Piece> read_pieces_of(const char* path) {
    std::vector<Piece> pieces;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const nlohmann::json row = nlohmann::json::parse(line);
        const auto cell = [&](const char* name) {
            return row.contains(name) && row[name].is_string() ? row[name].get<std::string>() : std::string();
        };
        Piece piece;
        piece.id = cell("id");
        piece.url = cell("url");
        piece.outlet = cell("outlet");
        piece.section = cell("section");
        piece.first_seen = parse_iso(cell("first_seen"));
        piece.title = cell("title");
        piece.teaser = cell("teaser");
        pieces.push_back(std::move(piece));
    }
    std::ranges::stable_sort(pieces, {}, [](const Piece& p) { return piece_minute(p).value_or(INT64_MAX); });
    return pieces;
}

// The stream by days.
class InMemory : public PlacedPieces {
public:
    void add(PlacedPiece piece) {
        auto& day = days_[piece_day(piece.piece).value_or(INT32_MAX)];
        places_[piece.piece.id] = {piece_day(piece.piece).value_or(INT32_MAX), day.size()};
        day.push_back(std::move(piece));
    }
    Result<PieceDay> next_day(std::int32_t day) override {
        const auto at = days_.lower_bound(day);
        return at == days_.end() || at->first == INT32_MAX ? PieceDay() : PieceDay(at->first);
    }
    Result<std::vector<PlacedPiece>> pieces_of(PieceDay day) override { return days_[day.value_or(INT32_MAX)]; }
    void apply(const Regrouping& result) {
        for (const MovedPiece& moved : result.moved) {
            const auto [day, index] = places_.at(moved.id);
            days_[day][index].story = moved.story;
            days_[day][index].topic = moved.topic;
        }
    }
    [[nodiscard]] const PlacedPiece& find(const std::string& id) const {
        const auto [day, index] = places_.at(id);
        return days_.at(day)[index];
    }

private:
    std::map<std::int32_t, std::vector<PlacedPiece>> days_;
    std::unordered_map<std::string, std::pair<std::int32_t, std::size_t>> places_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: story_regroup PIECES.jsonl COUNT\n";
        return 2;
    }
    const Languages languages;
    const std::vector<Piece> pieces = read_pieces_of(arguments[1]);
    const std::size_t late = std::min(pieces.size(), static_cast<std::size_t>(std::stoul(arguments[2])));
    const std::span<const Piece> early(pieces.data(), pieces.size() - late);
    InMemory stored;
    const auto before = group_pieces(early, languages);
    for (std::size_t i = 0; i < early.size(); ++i) stored.add({early[i], early[before[i].story].id, early[before[i].topic].id});
    std::set<PieceDay> days;
    for (std::size_t i = early.size(); i < pieces.size(); ++i) {
        stored.add({pieces[i], {}, {}});
        days.insert(piece_day(pieces[i]));
    }
    const std::vector<PieceDay> changed(days.begin(), days.end());
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t busy = std::clock();
    const auto result = regroup(stored, changed, languages);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    const double processor = static_cast<double>(std::clock() - busy) / CLOCKS_PER_SEC;
    if (!result) return 1;
    stored.apply(*result);
    const auto whole = group_pieces(pieces, languages);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const PlacedPiece& placed = stored.find(pieces[i].id);
        if (placed.story == pieces[whole[i].story].id && placed.topic == pieces[whole[i].topic].id) continue;
        std::cerr << "another story than at once: " << pieces[i].id << '\n';
        return 1;
    }
    std::cout << pieces.size() << " pieces, the last " << late << " added in " << taken.count() << " s (" << processor
              << " s of the processor): " << result->days_walked << " days walked, " << result->moved.size()
              << " pieces placed, the same as at once (" << __VERSION__
#ifdef NDEBUG
              << ", release"
#endif
              << ")\n";
    return 0;
}
