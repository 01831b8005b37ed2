// Stream: pieces read, weighed and put beside their candidates, day by day in order of time. What grouping works on, and what its models
// are learnt from.
//
// Only the days around the current one are held in full, so memory grows with the pieces' bare words alone. Pieces without a day come
// last and are near every day; a stream that has such pieces is held in full to its end.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "stories/articles.h"
#include "stories/candidates.h"
#include "stories/features.h"
#include "stories/profile.h"

namespace depesche {

// Two candidates, first before second in order of time.
struct PiecePair {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    float likeness = 0;
    std::uint32_t place_of_second = 0;  // in first's list of neighbours
    std::uint32_t place_of_first = 0;
};

// The pieces of one day, [begin, end) in order of time, and the days whose pieces may be one story with them, itself included.
struct StreamDay {
    std::int32_t day = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<std::uint32_t> near;  // indices of days, ascending

    [[nodiscard]] std::uint32_t last_near() const { return near.back(); }
};

class Stream {
public:
    // Reads all pieces. `keep`: days that are done with are held all the same. All arguments must outlive the stream.
    Stream(std::span<const Piece> pieces, const Languages& languages, const ArticleModel& articles, unsigned threads, bool keep);

    // Goes on to the next day (at first to the first); false when there is none.
    [[nodiscard]] bool next();

    // Candidates whose second piece is of the current day, ascending.
    [[nodiscard]] std::span<const PiecePair> pairs() const { return pairs_; }
    [[nodiscard]] std::uint32_t day() const { return static_cast<std::uint32_t>(next_day_ - 1); }
    [[nodiscard]] std::span<const StreamDay> days() const { return days_; }

    // Index of a piece in order of time (first_seen, unknown last, then id) to its index in the pieces given.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }
    [[nodiscard]] const ReadPiece& read(std::uint32_t piece) const { return reads_[piece]; }
    [[nodiscard]] const Profile& profile(std::uint32_t piece) const { return profiles_[piece - held_from_]; }

    // The pair, when it was handed out or would be; only in a stream that keeps its days.
    [[nodiscard]] std::optional<PiecePair> pair_of(std::uint32_t first, std::uint32_t second) const;

    // Of a pair that was handed out: until all days near its second piece's day are done.
    [[nodiscard]] Features features_of(const PiecePair& pair) const;
    [[nodiscard]] ArticleFeatures article_features_of(const PiecePair& pair) const;

private:
    [[nodiscard]] Profile& held(std::uint32_t piece) { return profiles_[piece - held_from_]; }
    [[nodiscard]] const std::vector<Neighbour>& neighbours_of(std::uint32_t piece) const { return neighbours_[piece - held_from_]; }
    void weigh(std::uint32_t day);
    void find_day_neighbours();
    void pair_up();
    void forget();

    const ArticleModel& articles_;
    unsigned threads_;
    bool keep_;
    WordTable words_;
    std::vector<std::uint32_t> order_;
    std::vector<ReadPiece> reads_;
    std::deque<Profile> profiles_;                   // of the pieces of the days that are held
    std::deque<std::vector<Neighbour>> neighbours_;  // of the same
    std::uint32_t held_from_ = 0;                    // first piece that is held
    std::vector<StreamDay> days_;
    std::vector<DayCounts> counts_;                 // of each day
    std::vector<std::optional<DayIndex>> indices_;  // of the days that are held
    std::vector<PiecePair> pairs_;
    std::size_t weighed_ = 0;  // days
    std::size_t next_day_ = 0;
    std::size_t forgotten_ = 0;  // days
};

}  // namespace depesche
