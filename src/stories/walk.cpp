#include "stories/walk.h"

namespace depesche {

StoryWalk::StoryWalk(const Languages& languages, const StoryModels& models, unsigned threads)
    : models_(models), threads_(threads), stream_(languages, models.articles, threads) {}

FirstLook StoryWalk::look() {
    FirstLook first = look_alone(stream_, models_, threads_);
    stream_.keep_links(first.links);
    // The stream lets go of days from the front; the last day has no places yet.
    while (places_.size() + 1 > stream_.days().size()) places_.pop_front();
    return first;
}

std::span<const Placement> StoryWalk::place_last() {
    links_ = look_together(stream_, look(), models_, threads_);
    std::vector<Placement> placed;
    for (const auto& day : places_) placed.insert(placed.end(), day.begin(), day.end());
    const HeldDay& last = stream_.days().back();
    places_.push_back(place_day(stream_.days().front().begin, placed, last.end - last.begin, links_, {models_.story, models_.topic}));
    return places_.back();
}

std::span<const Placement> StoryWalk::place(PieceDay day, std::span<const Piece* const> pieces) {
    stream_.take(day, pieces);
    return place_last();
}

std::span<const Placement> StoryWalk::place_pile(std::span<const Piece* const> pieces) {
    stream_.take_pile(pieces);
    return place_last();
}

void StoryWalk::carry(PieceDay day, std::span<const Piece* const> pieces, std::vector<Placement> places) {
    stream_.take(day, pieces);
    (void)look();
    links_.clear();
    places_.push_back(std::move(places));
}

}  // namespace depesche
