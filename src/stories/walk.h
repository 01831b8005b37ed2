// Walk: a stream grouped day by day.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "stories/judge.h"
#include "stories/placing.h"
#include "stories/stream.h"

namespace depesche {

class StoryWalk {
public:
    // All arguments must outlive the walk.
    StoryWalk(const Languages& languages, const StoryModels& models, unsigned threads);

    // Takes the next day, whose pieces (in order of time) are numbered on from the day before, and gives their places: stories and topics
    // that go on keep the names they were carried with, new ones are named by the number of their first piece.
    [[nodiscard]] std::span<const Placement> place(PieceDay day, std::span<const Piece* const> pieces);
    // The same for a pile, as the only day.
    [[nodiscard]] std::span<const Placement> place_pile(std::span<const Piece* const> pieces);
    // Takes the next day when it is placed already, one placement a piece.
    void carry(PieceDay day, std::span<const Piece* const> pieces, std::vector<Placement> places);

    [[nodiscard]] const Stream& stream() const { return stream_; }
    // Places of the pieces of the days held (stream().days()), day by day.
    [[nodiscard]] const std::deque<std::vector<Placement>>& places() const { return places_; }
    // Links of the day placed last, after the second look; ascending.
    [[nodiscard]] std::span<const Link> links() const { return links_; }

private:
    FirstLook look();
    [[nodiscard]] std::span<const Placement> place_last(const FindAffairs& affairs, const JoinStories& join = {});
    [[nodiscard]] std::vector<std::uint32_t> with_sidebars(std::span<const std::uint32_t> story) const;
    [[nodiscard]] std::vector<std::uint32_t> affairs(std::span<const std::uint32_t> stories) const;

    const StoryModels& models_;
    unsigned threads_;
    Stream stream_;
    std::deque<std::vector<Placement>> places_;
    std::vector<Link> links_;
};

}  // namespace depesche
