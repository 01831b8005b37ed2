#include "stories/stream.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/parallel.h"

namespace depesche {
namespace {

std::int64_t minute_or_last(const ReadPiece& piece) { return piece.minute.value_or(INT64_MAX); }

// Sorts the pieces and their reading by time, then id.
void put_in_order(Stream& stream, std::span<const Piece> pieces) {
    stream.order.resize(pieces.size());
    std::iota(stream.order.begin(), stream.order.end(), 0U);
    std::ranges::sort(stream.order, [&](std::uint32_t a, std::uint32_t b) {
        const std::int64_t left = minute_or_last(stream.reads[a]);
        const std::int64_t right = minute_or_last(stream.reads[b]);
        return left != right ? left < right : pieces[a].id < pieces[b].id;
    });
    std::vector<ReadPiece> sorted;
    sorted.reserve(pieces.size());
    for (const std::uint32_t i : stream.order) sorted.push_back(std::move(stream.reads[i]));
    stream.reads = std::move(sorted);
}

constexpr std::int32_t no_day = INT32_MAX;

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
    return counts;
}

// The days of the stream: [begin, end) of the sorted pieces each.
struct Day {
    std::int32_t day = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Day> days_of(std::span<const ReadPiece> reads) {
    std::vector<Day> days;
    for (std::size_t i = 0; i < reads.size(); ++i) {
        const std::int32_t day = reads[i].day.value_or(no_day);
        if (days.empty() || days.back().day != day) days.push_back({day, i, i});
        days.back().end = i + 1;
    }
    return days;
}

// Weighs all pieces, each in its own window; windows[i] belongs to days[i].
void weigh(Stream& stream, std::span<const Day> days, const WordTable& words, unsigned threads) {
    std::vector<DayCounts> counts(days.size());
    for_each_index(days.size(), threads, [&](std::size_t d) {
        counts[d] = count_day(std::span(stream.reads).subspan(days[d].begin, days[d].end - days[d].begin), days[d].day);
    });
    for (std::size_t d = 0; d < days.size(); ++d) {
        std::vector<const DayCounts*> near;
        for (const DayCounts& other : counts) {
            const bool dated = days[d].day != no_day && other.day != no_day;
            if (dated ? std::abs(other.day - days[d].day) <= window_days : other.day == days[d].day) near.push_back(&other);
        }
        stream.windows.emplace_back(near, words.background_pieces());
    }
    stream.profiles.resize(stream.reads.size());
    for (std::size_t d = 0; d < days.size(); ++d) {
        for_each_index(days[d].end - days[d].begin, threads, [&](std::size_t i) {
            stream.profiles[days[d].begin + i] = make_profile(stream.reads[days[d].begin + i], words, stream.windows[d]);
        });
    }
}

// Both directions of neighbourhood as one list of pairs.
void pair_up(Stream& stream, const std::vector<std::vector<Neighbour>>& neighbours) {
    for (std::uint32_t i = 0; i < neighbours.size(); ++i) {
        stream.best_likeness.push_back(neighbours[i].empty() ? 0 : neighbours[i].front().likeness);
        for (std::uint32_t place = 0; place < neighbours[i].size(); ++place) {
            const Neighbour& n = neighbours[i][place];
            PiecePair pair{std::min(i, n.piece), std::max(i, n.piece), n.likeness, most_neighbours, most_neighbours};
            (i < n.piece ? pair.place_of_second : pair.place_of_first) = place;
            stream.pairs.push_back(pair);
        }
    }
    const auto key = [](const PiecePair& p) { return std::pair(p.first, p.second); };
    std::ranges::sort(stream.pairs, [&](const PiecePair& a, const PiecePair& b) { return key(a) != key(b) ? key(a) < key(b) : a.place_of_second < b.place_of_second; });
    std::size_t kept = 0;
    for (const PiecePair& pair : stream.pairs) {
        if (kept == 0 || key(stream.pairs[kept - 1]) != key(pair)) {
            stream.pairs[kept++] = pair;
            continue;
        }
        PiecePair& same = stream.pairs[kept - 1];
        same.place_of_first = std::min(same.place_of_first, pair.place_of_first);
        same.place_of_second = std::min(same.place_of_second, pair.place_of_second);
        same.likeness = std::max(same.likeness, pair.likeness);
    }
    stream.pairs.resize(kept);
}

// Articles are weighed once more, against their neighbours.
void contrast(Stream& stream, const std::vector<std::vector<Neighbour>>& neighbours, const ArticleModel& model, unsigned threads) {
    for_each_index(stream.profiles.size(), threads, [&](std::size_t i) {
        Profile& profile = stream.profiles[i];
        if (profile.text.empty()) return;
        std::vector<const Vector*> others;
        for (const Neighbour& n : neighbours[i]) {
            if (!stream.profiles[n.piece].text.empty()) others.push_back(&stream.profiles[n.piece].text);
        }
        profile.neighbours = static_cast<std::uint32_t>(others.size());
        profile.contrasted = contrasted(profile.text, others, model.contrast);
    });
}

}  // namespace

Stream make_stream(std::span<const Piece> pieces, const Languages& languages, const ArticleModel& articles, unsigned threads) {
    Stream stream;
    WordTable words(languages);
    for (const Piece& piece : pieces) stream.reads.push_back(read_piece(piece, words, languages));
    put_in_order(stream, pieces);
    const std::vector<Day> days = days_of(stream.reads);
    weigh(stream, days, words, threads);
    std::vector<IndexedPiece> indexed;
    for (std::size_t d = 0; d < days.size(); ++d) {
        for (std::size_t i = days[d].begin; i < days[d].end; ++i) {
            const Profile& profile = stream.profiles[i];
            indexed.push_back({profile.text.empty() ? &profile.parts : &profile.text, stream.reads[i].day, &stream.windows[d]});
        }
    }
    const auto neighbours = find_neighbours(indexed, threads);
    contrast(stream, neighbours, articles, threads);
    pair_up(stream, neighbours);
    return stream;
}

Features features_of(const Stream& stream, const PiecePair& pair) {
    const Side first{&stream.reads[pair.first], &stream.profiles[pair.first], stream.best_likeness[pair.first], pair.place_of_second};
    const Side second{&stream.reads[pair.second], &stream.profiles[pair.second], stream.best_likeness[pair.second], pair.place_of_first};
    return pair_features(first, second, pair.likeness);
}

ArticleFeatures article_features_of(const Stream& stream, const PiecePair& pair) {
    return article_features(stream.reads[pair.first], stream.profiles[pair.first], stream.reads[pair.second], stream.profiles[pair.second]);
}

}  // namespace depesche
