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

// The affairs of the window's pieces, by the key words of the last day, whose stories are given.
std::vector<std::uint32_t> StoryWalk::affairs(std::span<const std::uint32_t> stories) const {
    const HeldDay& last = stream_.days().back();
    std::vector<AffairPiece> pieces;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        // What reports nothing is of no affair.
        static const std::vector<KeyWord> none;
        pieces.push_back({stories[i], last.reads[i].outlet, last.reads[i].regular ? &none : &last.profiles[i].keys});
    }
    const Affairs found(pieces, models_.affairs);
    std::vector<std::uint32_t> affairs;
    for (const HeldDay& day : stream_.days()) {
        for (std::size_t i = 0; i < day.profiles.size(); ++i) affairs.push_back(day.reads[i].regular ? 0 : found.of(day.profiles[i].keys));
    }
    return affairs;
}

std::span<const Placement> StoryWalk::place_last(const FindAffairs& affairs, const JoinStories& join) {
    links_ = look_together(stream_, look(), models_, threads_);
    std::vector<Placement> placed;
    for (const auto& day : places_) placed.insert(placed.end(), day.begin(), day.end());
    const HeldDay& last = stream_.days().back();
    places_.push_back(place_day(stream_.days().front().begin, placed, last.end - last.begin, links_,
                                {models_.story, models_.topic, models_.topic_articles}, affairs, join));
    return places_.back();
}

// Of a pile, whose pieces are numbered from 0.
std::vector<std::uint32_t> StoryWalk::with_sidebars(std::span<const std::uint32_t> story) const {
    std::vector<std::uint8_t> no_day;
    for (std::uint32_t i = 0; i < story.size(); ++i) no_day.push_back(stream_.profile(i).article.weekday ? 0 : 1);
    std::vector<ArticleTie> ties;
    for (const PiecePair& pair : stream_.pairs()) {
        if (!pair.articles) continue;
        const ArticleFeatures& features = stream_.article_features_of(pair);
        ties.push_back({pair.first, pair.second, probability(models_.articles, features), features.names});
    }
    return join_sidebars(story, no_day, ties, models_.sidebars);
}

std::span<const Placement> StoryWalk::place(PieceDay day, std::span<const Piece* const> pieces) {
    stream_.take(day, pieces);
    return place_last([this](std::span<const std::uint32_t> stories) { return affairs(stories); });
}

std::span<const Placement> StoryWalk::place_pile(std::span<const Piece* const> pieces) {
    stream_.take_pile(pieces);
    // No affairs: the pieces of a pile were chosen for what they share.
    return place_last({}, [this](std::span<const std::uint32_t> story) { return with_sidebars(story); });
}

void StoryWalk::carry(PieceDay day, std::span<const Piece* const> pieces, std::vector<Placement> places) {
    stream_.take(day, pieces);
    (void)look();
    links_.clear();
    places_.push_back(std::move(places));
}

}  // namespace depesche
