#include "stories/stream.h"

#include <algorithm>
#include <numeric>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::int32_t no_day = INT32_MAX;

// Indices of the pieces by time, unknown last, then id.
std::vector<std::uint32_t> order_of(std::span<const Piece> pieces, std::span<const ReadPiece> reads) {
    std::vector<std::uint32_t> order(pieces.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t left = reads[a].minute.value_or(INT64_MAX);
        const std::int64_t right = reads[b].minute.value_or(INT64_MAX);
        if (left != right) return left < right;
        return pieces[a].id != pieces[b].id ? pieces[a].id < pieces[b].id : a < b;
    });
    return order;
}

DayCounts count_day(std::span<const ReadPiece> pieces, std::int32_t day) {
    DayCounts counts{day, static_cast<std::uint32_t>(pieces.size()), {}};
    std::vector<std::uint32_t> terms;
    for (const ReadPiece& piece : pieces) terms.insert(terms.end(), piece.terms.begin(), piece.terms.end());
    std::ranges::sort(terms);
    for (std::size_t i = 0; i < terms.size();) {
        const std::size_t begin = i;
        while (i < terms.size() && terms[i] == terms[begin]) ++i;
        counts.terms.emplace_back(terms[begin], static_cast<std::uint32_t>(i - begin));
    }
    counts.terms.shrink_to_fit();
    return counts;
}

bool days_near(std::int32_t a, std::int32_t b) { return a == no_day || b == no_day || std::abs(a - b) <= window_days; }

std::vector<StreamDay> days_of(std::span<const ReadPiece> reads) {
    std::vector<StreamDay> days;
    for (std::uint32_t i = 0; i < reads.size(); ++i) {
        const std::int32_t day = reads[i].day.value_or(no_day);
        if (days.empty() || days.back().day != day) days.push_back({day, i, i, {}});
        days.back().end = i + 1;
    }
    for (std::uint32_t d = 0; d < days.size(); ++d) {
        const std::uint32_t from = days[d].day == no_day || d < window_days ? 0 : d - window_days;
        for (std::uint32_t other = from; other < days.size(); ++other) {
            if (days_near(days[d].day, days[other].day)) days[d].near.push_back(other);
            else if (other > d) break;
        }
        const auto last = static_cast<std::uint32_t>(days.size() - 1);
        if (days.back().day == no_day && days[d].near.back() != last) days[d].near.push_back(last);
    }
    return days;
}

}  // namespace

Stream::Stream(std::span<const Piece> pieces, const Languages& languages, const ArticleModel& articles, unsigned threads, bool keep)
    : articles_(articles), threads_(threads), keep_(keep), words_(languages) {
    std::vector<ReadPiece> reads;
    reads.reserve(pieces.size());
    for (const Piece& piece : pieces) reads.push_back(read_piece(piece, words_, languages));
    order_ = order_of(pieces, reads);
    reads_.reserve(pieces.size());
    for (const std::uint32_t i : order_) reads_.push_back(std::move(reads[i]));
    days_ = days_of(reads_);
    indices_.resize(days_.size());
    counts_.resize(days_.size());
    for_each_index(days_.size(), threads_, [&](std::size_t d) {
        const auto of_day = std::span(reads_).subspan(days_[d].begin, days_[d].end - days_[d].begin);
        counts_[d] = count_day(of_day, days_[d].day);
        for (ReadPiece& piece : of_day) piece.terms = {};
    });
}

// Profiles and index of a day, with the rarities of its own window.
void Stream::weigh(std::uint32_t day) {
    const StreamDay& of = days_[day];
    std::vector<const DayCounts*> window;
    for (const std::uint32_t near : of.near) {
        if ((days_[near].day == no_day) == (of.day == no_day)) window.push_back(&counts_[near]);
    }
    const WindowCounts counts(window, words_.background_pieces());
    profiles_.resize(of.end - held_from_);
    neighbours_.resize(of.end - held_from_);
    for_each_index(of.end - of.begin, threads_, [&](std::size_t i) {
        ReadPiece& read = reads_[of.begin + i];
        held(static_cast<std::uint32_t>(of.begin + i)) = make_profile(read, words_, counts);
        read.tokens = {};
    });
    std::vector<const Vector*> vectors;
    for (std::uint32_t i = of.begin; i < of.end; ++i) vectors.push_back(held(i).text.empty() ? &held(i).parts : &held(i).text);
    indices_[day].emplace(of.begin, vectors, counts);
}

bool Stream::next() {
    if (next_day_ == days_.size()) return false;
    const StreamDay& day = days_[next_day_++];
    // The days to come that this one is near to, and with them those in between.
    for (const std::uint32_t near : day.near) {
        for (; weighed_ <= near; ++weighed_) weigh(static_cast<std::uint32_t>(weighed_));
    }
    find_day_neighbours();
    pair_up();
    if (!keep_) forget();
    return true;
}

void Stream::find_day_neighbours() {
    const StreamDay& day = days_[next_day_ - 1];
    std::vector<const DayIndex*> near;
    for (const std::uint32_t other : day.near) near.push_back(&*indices_[other]);
    std::vector<std::vector<Neighbour>> found = find_neighbours(*indices_[next_day_ - 1], near, threads_);
    std::ranges::move(found, neighbours_.begin() + (day.begin - held_from_));
    // Articles are weighed once more, against their neighbours.
    for_each_index(day.end - day.begin, threads_, [&](std::size_t i) {
        const auto piece = static_cast<std::uint32_t>(day.begin + i);
        Profile& own = held(piece);
        if (own.text.empty()) return;
        std::vector<const Vector*> others;
        for (const Neighbour& n : neighbours_of(piece)) {
            if (!profile(n.piece).text.empty()) others.push_back(&profile(n.piece).text);
        }
        own.neighbours = static_cast<std::uint32_t>(others.size());
        own.contrasted = contrasted(own.text, others, articles_.contrast);
    });
}

// Both directions of neighbourhood between this day and the days up to it as one list of pairs.
void Stream::pair_up() {
    pairs_.clear();
    const StreamDay& day = days_[next_day_ - 1];
    const auto of_day = [&](std::uint32_t piece) { return piece >= day.begin && piece < day.end; };
    for (const std::uint32_t near : day.near) {
        if (near >= next_day_) continue;
        for (std::uint32_t i = days_[near].begin; i < days_[near].end; ++i) {
            const std::vector<Neighbour>& list = neighbours_of(i);
            for (std::uint32_t place = 0; place < list.size(); ++place) {
                const Neighbour& n = list[place];
                if (n.piece >= day.end || (!of_day(i) && !of_day(n.piece))) continue;
                PiecePair pair{std::min(i, n.piece), std::max(i, n.piece), n.likeness, most_neighbours, most_neighbours};
                (i < n.piece ? pair.place_of_second : pair.place_of_first) = place;
                pairs_.push_back(pair);
            }
        }
    }
    const auto key = [](const PiecePair& p) { return std::pair(p.first, p.second); };
    std::ranges::sort(pairs_, [&](const PiecePair& a, const PiecePair& b) {
        return key(a) != key(b) ? key(a) < key(b) : a.place_of_second < b.place_of_second;
    });
    std::size_t kept = 0;
    for (const PiecePair& pair : pairs_) {
        if (kept == 0 || key(pairs_[kept - 1]) != key(pair)) {
            pairs_[kept++] = pair;
            continue;
        }
        PiecePair& same = pairs_[kept - 1];
        same.place_of_first = std::min(same.place_of_first, pair.place_of_first);
        same.place_of_second = std::min(same.place_of_second, pair.place_of_second);
        same.likeness = std::max(same.likeness, pair.likeness);
    }
    pairs_.resize(kept);
}

std::optional<PiecePair> Stream::pair_of(std::uint32_t first, std::uint32_t second) const {
    PiecePair pair{first, second, 0, most_neighbours, most_neighbours};
    const auto look = [&](std::uint32_t from, std::uint32_t to, std::uint32_t& place) {
        const std::vector<Neighbour>& list = neighbours_of(from);
        const auto at = std::ranges::find(list, to, &Neighbour::piece);
        if (at == list.end()) return;
        place = static_cast<std::uint32_t>(at - list.begin());
        pair.likeness = std::max(pair.likeness, at->likeness);
    };
    look(first, second, pair.place_of_second);
    look(second, first, pair.place_of_first);
    return pair.likeness > 0 ? std::optional(pair) : std::nullopt;
}

// Lets go of the days that no pair can ask for any more: all days near to them, and the days near to those, were done before this one.
void Stream::forget() {
    for (; forgotten_ < next_day_; ++forgotten_) {
        const StreamDay& day = days_[forgotten_];
        if (days_[day.last_near()].last_near() + 1 >= next_day_) return;
        const std::ptrdiff_t pieces = day.end - held_from_;
        profiles_.erase(profiles_.begin(), profiles_.begin() + pieces);
        neighbours_.erase(neighbours_.begin(), neighbours_.begin() + pieces);
        held_from_ = day.end;
        counts_[forgotten_] = {};
        indices_[forgotten_].reset();
    }
}

Features Stream::features_of(const PiecePair& pair) const {
    const auto best = [&](std::uint32_t piece) { return neighbours_of(piece).empty() ? 0 : neighbours_of(piece).front().likeness; };
    const Side first{&reads_[pair.first], &profile(pair.first), best(pair.first), pair.place_of_second};
    const Side second{&reads_[pair.second], &profile(pair.second), best(pair.second), pair.place_of_first};
    return pair_features(first, second, pair.likeness);
}

ArticleFeatures Stream::article_features_of(const PiecePair& pair) const {
    return article_features(reads_[pair.first], profile(pair.first), reads_[pair.second], profile(pair.second));
}

}  // namespace depesche
