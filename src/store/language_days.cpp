#include "store/language_days.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "store/stored_stream.h"

namespace depesche {
namespace {

// Of the whole only what is compared is kept: a week of articles may be long.
Piece shortened(Piece piece) {
    piece.text = std::string(meant_lead(piece));
    piece.teaser.clear();
    piece.people.clear();
    return piece;
}

bool more_than_one(const std::set<std::string>& a, const std::set<std::string>& b) {
    return a.size() > 1 || b.size() > 1 || (!a.empty() && !b.empty() && *a.begin() != *b.begin());
}

// First and last days of stretches that hold all days given and their windows.
std::vector<std::pair<std::int32_t, std::int32_t>> stretches_of(std::span<const PieceDay> days) {
    std::vector<std::int32_t> known;
    for (const PieceDay day : days) {
        if (day) known.push_back(*day);
    }
    std::ranges::sort(known);
    std::vector<std::pair<std::int32_t, std::int32_t>> stretches;
    for (const std::int32_t day : known) {
        if (!stretches.empty() && day - window_days <= stretches.back().second) stretches.back().second = day + window_days;
        else stretches.emplace_back(day - window_days, day + window_days);
    }
    return stretches;
}

// Whether the rows, of one column, have two values that are not "".
Result<bool> has_two(Statement& statement) {
    std::string first;
    for (;;) {
        auto row = statement.step();
        if (!row || !*row) return row;
        const std::string_view language = statement.text(0);
        if (first.empty()) first = language;
        if (!language.empty() && language != first) return true;
    }
}

}  // namespace

Result<LanguageDays::Day*> LanguageDays::load(PieceDay day) {
    const auto [place, fresh] = days_.try_emplace(day);
    Day& loaded = place->second;
    if (!fresh) return &loaded;
    std::vector<std::pair<std::int64_t, Piece>> pieces;
    auto done = for_each_piece_on(database_, day, [&](const ListedPiece& listed) -> Result<bool> {
        if (!listed.language.empty()) pieces.emplace_back(listed.row, shortened(piece_of(listed)));
        return true;
    });
    if (!done) return done.error();
    std::ranges::sort(pieces, [](const auto& a, const auto& b) {
        const auto key = [](const Piece& piece) { return piece_minute(piece).value_or(INT64_MAX); };
        return key(a.second) != key(b.second) ? key(a.second) < key(b.second) : a.second.id < b.second.id;
    });
    for (auto& [row, piece] : pieces) {
        loaded.rows.push_back(row);
        loaded.languages.insert(piece.language);
        loaded.pieces.push_back(std::move(piece));
    }
    return &loaded;
}

// Vectors and sides of a day that meets another language.
Result<bool> LanguageDays::prepare(Day& day) {
    if (std::exchange(day.compared, true)) return true;
    std::vector<MeantPiece> meant;
    for (std::size_t i = 0; i < day.pieces.size(); ++i) meant.push_back({day.rows[i], meant_text(day.pieces[i]), nullptr});
    if (auto done = meanings_.give(meant); !done) return done;
    std::vector<LanguageSide> sides(day.pieces.size());
    for_each_index(sides.size(), threads_,
                   [&](std::size_t i) { sides[i] = language_side(day.pieces[i], languages_.find(day.pieces[i].language)); });
    for (std::size_t i = 0; i < day.pieces.size(); ++i) {
        if (meant[i].vector->known()) day.spoken[day.pieces[i].language].push_back({day.rows[i], std::move(sides[i]), meant[i].vector});
    }
    day.pieces.clear();
    return true;
}

Result<bool> LanguageDays::compare(Day& one, Day& other, std::vector<LikelyPair>& pairs) {
    if (!more_than_one(one.languages, other.languages)) return true;
    for (Day* day : {&one, &other}) {
        if (auto done = prepare(*day); !done) return done;
    }
    const std::vector<LikelyPair> some = likely_pairs(one.spoken, other.spoken, model_, threads_);
    pairs.insert(pairs.end(), some.begin(), some.end());
    return true;
}

Result<std::vector<LikelyPair>> LanguageDays::pairs_of(std::span<const PieceDay> days) {
    const std::set<PieceDay> wanted(days.begin(), days.end());  // no day first
    std::vector<LikelyPair> pairs;
    for (const PieceDay day : wanted) {
        const auto own = load(day);
        if (!own) return own.error();
        if (auto done = compare(**own, **own, pairs); !done) return done.error();
        if (!day) continue;
        days_.erase(days_.begin(), days_.lower_bound(*day - window_days));
        for (std::int32_t near = *day - window_days; near <= *day + window_days; ++near) {
            if (near == *day || (near < *day && wanted.contains(near))) continue;
            const auto other = load(near);
            if (!other) return other.error();
            if (auto done = compare(**own, **other, pairs); !done) return done.error();
        }
    }
    return pairs;
}

Result<bool> languages_meet(const Database& database, std::span<const PieceDay> days) {
    auto statement = database.prepare("SELECT language FROM pieces WHERE stream_day BETWEEN ? AND ?");
    if (!statement) return statement.error();
    for (const auto& [first, last] : stretches_of(days)) {
        const auto found = has_two(statement->with(first, last));
        if (!found || *found) return found;
    }
    if (std::ranges::find(days, PieceDay()) == days.end()) return false;
    auto undated = database.prepare("SELECT language FROM pieces WHERE stream_day IS NULL");
    if (!undated) return undated.error();
    return has_two(*undated);
}

}  // namespace depesche
