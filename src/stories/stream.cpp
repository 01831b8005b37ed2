#include "stories/stream.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t most_words = 200'000;  // kept from day to day

// A day's pieces and those of the last day as each other's neighbours.
struct DaysBeside {
    NeighbourLists forth;
    NeighbourLists back;
    std::vector<PiecePair> pairs;
};

NearDays near_days(const HeldDay& day, const HeldDay& last, const DaysBeside& beside) {
    if (&day == &last) return {{day.begin, &day.own, nullptr}, {last.begin, &last.own, nullptr}};
    return {{day.begin, &day.own, &beside.forth}, {last.begin, &last.own, &beside.back}};
}

DaysBeside put_beside(const HeldDay& day, const HeldDay& last, unsigned threads) {
    DaysBeside beside;
    if (&day != &last) {
        beside.forth = find_neighbours(*day.index, *last.index, threads);
        beside.back = find_neighbours(*last.index, *day.index, threads);
    }
    beside.pairs = pair_days(near_days(day, last, beside));
    return beside;
}

}  // namespace

Stream::Stream(const Languages& languages, const ArticleModel& articles, unsigned threads)
    : languages_(languages), articles_(articles), threads_(threads), words_(languages) {}

// Reads the pieces, and makes profiles and index with the rarities of the day.
void Stream::weigh(HeldDay& day, std::span<const Piece* const> pieces) {
    if (words_.size() > most_words) words_.clear();
    day.reads = read_pieces(pieces, words_, languages_, threads_);
    for (const Piece* piece : pieces) day.meanings.push_back(piece->meaning);
    std::vector<const std::vector<std::uint32_t>*> terms;
    for (const ReadPiece& read : day.reads) terms.push_back(&read.terms);
    const DayCounts counts(terms, words_.background_pieces());
    day.profiles.resize(pieces.size());
    for_each_index(pieces.size(), threads_, [&](std::size_t i) {
        day.profiles[i] = make_profile(day.reads[i], words_, counts);
        day.reads[i].tokens = {};
        day.reads[i].terms = {};
    });
    std::vector<const Vector*> vectors;
    for (const Profile& profile : day.profiles) vectors.push_back(profile.text.empty() ? &profile.parts : &profile.text);
    day.index.emplace(day.begin, vectors, counts);
}

void Stream::take(PieceDay day, std::span<const Piece* const> pieces) {
    const std::uint32_t begin = days_.empty() ? 0 : days_.back().end;
    while (!days_.empty() && !days_near(days_.front().day, day)) days_.pop_front();
    days_.push_back({day, begin, begin + static_cast<std::uint32_t>(pieces.size()), {}, {}, {}, {}, {}, {}});
    weigh(days_.back(), pieces);
    pair_up({});
}

void Stream::take_pile(std::span<const Piece* const> pieces) {
    days_.clear();
    days_.push_back({std::nullopt, 0, static_cast<std::uint32_t>(pieces.size()), {}, {}, {}, {}, {}, {}});
    weigh(days_.back(), pieces);
    pair_up([&](std::uint32_t a, std::uint32_t b) {
        const PieceDay left = read(a).day;
        const PieceDay right = read(b).day;
        return !left || !right || days_near(left, right);
    });
}

// Pairs within the last day, and between it and each day before it.
void Stream::pair_up(const MayBeNear& may) {
    HeldDay& last = days_.back();
    last.own = find_neighbours(*last.index, *last.index, threads_, may);
    std::vector<DaysBeside> beside(days_.size());
    for_each_index(days_.size(), threads_, [&](std::size_t d) { beside[d] = put_beside(days_[d], last, threads_); });
    pairs_.clear();
    article_features_.clear();
    for (std::size_t d = 0; d < days_.size(); ++d) {
        compare_articles(near_days(days_[d], last, beside[d]), beside[d].pairs);
        // Ascending as a whole: the first pieces of a day's pairs come before those of the next day's.
        pairs_.insert(pairs_.end(), beside[d].pairs.begin(), beside[d].pairs.end());
    }
}

// Weighs the articles of these pairs once more, against their neighbours in the two days.
void Stream::compare_articles(const NearDays& days, std::span<PiecePair> pairs) {
    std::map<std::uint32_t, std::size_t> numbers;  // of the pieces to weigh, in each day
    std::vector<PiecePair*> whole;
    for (PiecePair& pair : pairs) {
        if (profile(pair.first).text.empty() || profile(pair.second).text.empty()) continue;
        whole.push_back(&pair);
        numbers.emplace(pair.first, 0);
        numbers.emplace(pair.second, 0);
    }
    std::vector<std::uint32_t> pieces;
    for (auto& [piece, number] : numbers) {
        number = pieces.size();
        pieces.push_back(piece);
    }
    std::vector<Vector> weighed(pieces.size());
    for_each_index(pieces.size(), threads_, [&](std::size_t i) {
        std::vector<const Vector*> others;
        for (const Neighbour& n : neighbours_in_both(pieces[i] < days.later.begin ? days.earlier : days.later, pieces[i])) {
            if (!profile(n.piece).text.empty()) others.push_back(&profile(n.piece).article.words);
        }
        weighed[i] = contrasted(profile(pieces[i]).article.words, others, articles_.contrast);
    });
    const std::size_t begin = article_features_.size();
    article_features_.resize(begin + whole.size());
    for_each_index(whole.size(), threads_, [&](std::size_t i) {
        PiecePair& pair = *whole[i];
        pair.articles = static_cast<std::uint32_t>(begin + i);
        article_features_[begin + i] = article_features({read(pair.first), profile(pair.first), weighed[numbers.at(pair.first)]},
                                                        {read(pair.second), profile(pair.second), weighed[numbers.at(pair.second)]});
    });
}

const HeldDay& Stream::holding(std::uint32_t piece) const {
    return *std::ranges::find_if(days_, [&](const HeldDay& day) { return piece < day.end; });
}

const ReadPiece& Stream::read(std::uint32_t piece) const {
    const HeldDay& day = holding(piece);
    return day.reads[piece - day.begin];
}

const Profile& Stream::profile(std::uint32_t piece) const {
    const HeldDay& day = holding(piece);
    return day.profiles[piece - day.begin];
}

float Stream::meaning_of(const PiecePair& pair) const {
    const auto vector = [&](std::uint32_t piece) {
        const HeldDay& day = holding(piece);
        return day.meanings[piece - day.begin].get();
    };
    const MeaningVector* first = vector(pair.first);
    const MeaningVector* second = vector(pair.second);
    return first != nullptr && second != nullptr && first->known() && second->known() ? cosine(*first, *second) : -1;
}

Features Stream::features_of(const PiecePair& pair) const {
    const Side first{&read(pair.first), &profile(pair.first), pair.best_of_first, pair.place_of_second};
    const Side second{&read(pair.second), &profile(pair.second), pair.best_of_second, pair.place_of_first};
    Features features = pair_features(first, second, pair.likeness);
    features[static_cast<std::size_t>(Feature::meaning)] = meaning_of(pair);
    return features;
}

}  // namespace depesche
