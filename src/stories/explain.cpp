#include "stories/explain.h"

#include <algorithm>
#include <cmath>

#include "stories/walk.h"

namespace depesche {
namespace {

constexpr std::size_t most_witnesses = 5;

const Link* find_link(std::span<const Link> links, std::uint32_t first, std::uint32_t second) {
    const auto key = [](const Link& link) { return std::pair(link.first, link.second); };
    const auto at = std::ranges::lower_bound(links, std::pair(first, second), {}, key);
    return at != links.end() && key(*at) == std::pair(first, second) ? &*at : nullptr;
}

// A stream walked up to the day of the later of two pieces.
struct Walked {
    StoryWalk walk;
    std::vector<std::uint32_t> order;  // index of each piece by its number in the walk
    std::vector<Placement> places;     // by number
    std::vector<Link> links;           // of all days, after the second look

    std::uint32_t number_of(std::uint32_t index) const {
        return static_cast<std::uint32_t>(std::ranges::find(order, index) - order.begin());
    }
};

enum class Looked : unsigned char { day_by_day, as_a_whole };

// Walks on; true when both pieces have been placed.
bool walk_day(Walked& walked, std::span<const Piece> pieces, const DayOfPieces& day, Looked looked, std::uint32_t a, std::uint32_t b) {
    std::vector<const Piece*> pointers;
    for (const std::uint32_t i : day.pieces) pointers.push_back(&pieces[i]);
    walked.order.insert(walked.order.end(), day.pieces.begin(), day.pieces.end());
    const auto places = looked == Looked::as_a_whole ? walked.walk.place_pile(pointers) : walked.walk.place(day.day, pointers);
    walked.places.insert(walked.places.end(), places.begin(), places.end());
    const auto links = walked.walk.links();
    walked.links.insert(walked.links.end(), links.begin(), links.end());
    return walked.number_of(a) < walked.order.size() && walked.number_of(b) < walked.order.size();
}

void add_article_reasons(Explanation& to, const ArticleModel& model, const ArticleFeatures& features) {
    to.start = model.intercept;
    for (const ArticleReason& reason : article_reasons(model, features))
        to.reasons.push_back({reason.feature, reason.value, reason.contribution});
}

void add_reasons(Explanation& to, const TreeModel& model, std::span<const std::string_view> names, std::span<const float> values) {
    std::vector<float> parts(values.size(), 0);
    to.start = model.explain(values, parts);
    for (std::size_t f = 0; f < values.size(); ++f) to.reasons.push_back({names[f], values[f], parts[f]});
}

void sort_reasons(std::vector<Reason>& reasons) {
    std::erase_if(reasons, [](const Reason& r) { return r.contribution == 0; });
    std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) { return std::abs(a.contribution) > std::abs(b.contribution); });
}

std::vector<CommonWord> common_words(const Piece& piece, const Profile& left, const Profile& right, const Languages& languages) {
    const Language* known = languages.find(piece.language);
    WordTable words(languages);
    std::vector<CommonWord> common;
    std::vector<std::uint32_t> seen;
    for (const std::string* text : {&piece.title, &piece.teaser}) {
        for (const PlainWord& word : plain_words(*text, 100)) {
            const std::uint32_t term = words[words.index_of(word.text, known != nullptr ? *known : languages.fallback())].term;
            const auto in = [&](const Vector& vector) { return std::ranges::lower_bound(vector, term, {}, &Weighted::term); };
            const auto a = in(left.rarities);
            const auto b = in(right.rarities);
            const bool both = a != left.rarities.end() && a->term == term && b != right.rarities.end() && b->term == term;
            if (!both || std::ranges::find(seen, term) != seen.end()) continue;
            seen.push_back(term);
            common.push_back({std::string(word.text), std::min(a->weight, b->weight)});
        }
    }
    std::ranges::stable_sort(common, [](const CommonWord& a, const CommonWord& b) { return a.rarity > b.rarity; });
    return common;
}

// Pieces linked with both, by the smaller of the two probabilities.
std::vector<std::uint32_t> witnesses(std::span<const Link> links, std::uint32_t first, std::uint32_t second) {
    std::vector<std::pair<float, std::uint32_t>> of_first;
    std::vector<std::pair<float, std::uint32_t>> found;
    const auto other = [](const Link& link, std::uint32_t piece) { return link.first == piece ? link.second : link.first; };
    for (const Link& link : links) {
        if (link.first == first || link.second == first) of_first.emplace_back(link.probability, other(link, first));
    }
    for (const Link& link : links) {
        if (link.first != second && link.second != second) continue;
        for (const auto& [probability, piece] : of_first) {
            if (piece == other(link, second)) found.emplace_back(-std::min(probability, link.probability), piece);
        }
    }
    std::ranges::sort(found);
    std::vector<std::uint32_t> pieces;
    for (std::size_t i = 0; i < std::min(found.size(), most_witnesses); ++i) pieces.push_back(found[i].second);
    return pieces;
}

std::optional<Explanation> explain_looked(std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b, Looked looked,
                                          const Languages& languages, unsigned threads) {
    if (a >= pieces.size() || b >= pieces.size() || a == b) return std::nullopt;
    const bool meant = std::ranges::any_of(pieces, [](const Piece& piece) { return piece.meaning != nullptr; });
    const StoryModels models(meant);
    Walked walked{{languages, models, threads}, {}, {}, {}};
    for (const DayOfPieces& day : looked == Looked::as_a_whole ? std::vector{as_one_day(pieces)} : split_by_day(pieces)) {
        if (walk_day(walked, pieces, day, looked, a, b)) break;
    }
    const Stream& stream = walked.walk.stream();
    const std::uint32_t first = std::min(walked.number_of(a), walked.number_of(b));
    const std::uint32_t second = std::max(walked.number_of(a), walked.number_of(b));

    Explanation result;
    result.one_story = walked.places[first].story == walked.places[second].story;
    result.one_topic = walked.places[first].topic == walked.places[second].topic;
    result.threshold = static_cast<float>(models.story);
    if (first < stream.days().front().begin) return result;
    result.common = common_words(pieces[walked.order[first]], stream.profile(first), stream.profile(second), languages);
    for (const std::uint32_t witness : witnesses(walked.links, first, second)) result.witnesses.push_back(walked.order[witness]);
    const auto pair = std::ranges::find_if(stream.pairs(), [&](const PiecePair& p) { return p.first == first && p.second == second; });
    if (pair == stream.pairs().end()) return result;
    result.candidates = true;
    const Link* before = find_link(stream.days().back().links, first, second);
    const Link* after = find_link(walked.walk.links(), first, second);
    if (before != nullptr) result.alone = before->probability;
    if (after != nullptr) result.in_company = after->probability;
    result.regular_apart = !pair->articles && regular_apart(stream.read(first), stream.read(second), stream.features_of(*pair));
    if (pair->articles) {
        add_article_reasons(result, models.articles, stream.article_features_of(*pair));
    } else if (before == nullptr) {
        add_reasons(result, models.alone, feature_names(), stream.features_of(*pair));
    } else {
        add_reasons(result, models.together, joint_feature_names(), join(stream.features_of(*pair), company_of(stream).features(*before)));
    }
    sort_reasons(result.reasons);
    return result;
}

}  // namespace

std::optional<Explanation> explain(std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b, const Languages& languages,
                                   unsigned threads) {
    return explain_looked(pieces, a, b, Looked::day_by_day, languages, threads);
}

std::optional<Explanation> explain_in_pile(std::span<const Piece> pieces, std::uint32_t a, std::uint32_t b, const Languages& languages,
                                           unsigned threads) {
    return explain_looked(pieces, a, b, Looked::as_a_whole, languages, threads);
}

}  // namespace depesche
