// Stream: pieces read, weighed and put beside their candidates, day by day. What grouping works on, and what its models are learnt from.
//
// A day is compared with itself and with the window_days before it, and only those are held, so memory does not grow with the stream.
// Words weigh by the background and the piece's own day; a pair's place among neighbours is that within the two pieces' days. So what is
// said of a pair depends on the pieces of two days, and later days change nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "stories/articles.h"
#include "stories/days.h"
#include "stories/features.h"
#include "stories/linkage.h"
#include "stories/near_days.h"
#include "stories/profile.h"

namespace depesche {

// A day that is held.
struct HeldDay {
    PieceDay day;
    std::uint32_t begin = 0;  // numbers of its pieces in the stream
    std::uint32_t end = 0;
    std::vector<ReadPiece> reads;
    std::vector<Profile> profiles;
    std::vector<std::shared_ptr<const MeaningVector>> meanings;  // null when unknown
    std::optional<DayIndex> index;
    NeighbourLists own;       // its pieces' neighbours within the day
    std::vector<Link> links;  // of the first look, second piece in this day: what the caller gave
};

class Stream {
public:
    // All arguments must outlive the stream.
    Stream(const Languages& languages, const ArticleModel& articles, unsigned threads);

    // Takes the next day (days.h): its pieces in order of time, numbered from where the day before ended. Lets go of days that are not
    // near it.
    void take(PieceDay day, std::span<const Piece* const> pieces);
    // Takes a pile as one day: within it pieces at most window_days apart are near each other, those without a time near all.
    void take_pile(std::span<const Piece* const> pieces);

    // Candidates whose second piece is of the day taken last, ascending.
    [[nodiscard]] std::span<const PiecePair> pairs() const { return pairs_; }
    // The days held, earliest first; the last is the one taken last.
    [[nodiscard]] const std::deque<HeldDay>& days() const { return days_; }
    // Keeps what the first look said of the last day's pairs, for the company of later ones.
    void keep_links(std::vector<Link> links) { days_.back().links = std::move(links); }

    [[nodiscard]] const ReadPiece& read(std::uint32_t piece) const;
    [[nodiscard]] const Profile& profile(std::uint32_t piece) const;
    // Of one of `pairs`.
    [[nodiscard]] Features features_of(const PiecePair& pair) const;
    // Of one of `pairs` whose pieces are both whole articles.
    [[nodiscard]] const ArticleFeatures& article_features_of(const PiecePair& pair) const { return article_features_[*pair.articles]; }

private:
    [[nodiscard]] float meaning_of(const PiecePair& pair) const;
    [[nodiscard]] const HeldDay& holding(std::uint32_t piece) const;
    void weigh(HeldDay& day, std::span<const Piece* const> pieces);
    void pair_up(const MayBeNear& may);
    void compare_articles(const NearDays& days, std::span<PiecePair> pairs);

    const Languages& languages_;
    const ArticleModel& articles_;
    unsigned threads_;
    WordTable words_;
    std::deque<HeldDay> days_;
    std::vector<PiecePair> pairs_;
    std::vector<ArticleFeatures> article_features_;
};

}  // namespace depesche
