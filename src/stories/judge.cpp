#include "stories/judge.h"

#include <algorithm>
#include <charconv>

#include "base/parallel.h"

namespace depesche {
namespace {

constexpr std::size_t block = 256;  // pairs a thread takes at a time

template <class Work>
void for_each_pair(std::size_t count, unsigned threads, Work work) {
    for_each_index((count + block - 1) / block, threads, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(count, (b + 1) * block); ++i) work(i);
    });
}

bool both_whole(const Stream& stream, std::uint32_t a, std::uint32_t b) { return stream.read(a).full_text && stream.read(b).full_text; }

// A day's pairs that the first look left.
struct JudgedDay {
    std::vector<Link> links;  // Link::pair is an index into `pairs`
    std::vector<PiecePair> pairs;
};

class Judge {
public:
    Judge(Stream& stream, const StoryModels& models, unsigned threads, bool keep_alone)
        : stream_(stream), models_(models), threads_(threads), keep_alone_(keep_alone), days_(stream.days().size()) {}

    Verdict run() {
        while (stream_.next()) {
            look_alone();
            while (done_ < days_.size() && stream_.days()[done_].last_near() <= stream_.day()) look_together(done_++);
            let_go();
        }
        const auto ascending = [](const Link& a, const Link& b) { return std::pair(a.first, a.second) < std::pair(b.first, b.second); };
        std::ranges::sort(verdict_.alone, ascending);
        std::ranges::sort(verdict_.together, ascending);
        return std::move(verdict_);
    }

private:
    void look_alone() {
        JudgedDay& day = days_[stream_.day()];
        const auto pairs = stream_.pairs();
        std::vector<float> probabilities(pairs.size());
        for_each_pair(pairs.size(), threads_, [&](std::size_t i) { probabilities[i] = judge_alone(stream_, models_, pairs[i]); });
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (probabilities[i] < least_probability) continue;
            day.links.push_back({pairs[i].first, pairs[i].second, probabilities[i], static_cast<std::uint32_t>(day.pairs.size())});
            day.pairs.push_back(pairs[i]);
        }
        if (keep_alone_) verdict_.alone.insert(verdict_.alone.end(), day.links.begin(), day.links.end());
    }

    // The company of a day's pieces is complete with the days near them; that of their neighbours with the days near those.
    void look_together(std::uint32_t d) {
        const auto days = stream_.days();
        const std::uint32_t from = days[days[d].near.front()].near.front();
        const std::uint32_t to = days[d].last_near();
        std::vector<Link> around;
        for (std::uint32_t i = from; i <= to; ++i) around.insert(around.end(), days_[i].links.begin(), days_[i].links.end());
        std::uint32_t first = days[from].begin;
        for (const Link& link : around) first = std::min(first, link.first);
        const Company company(first, days[to].end - first, around);
        std::vector<Link> links = days_[d].links;
        for_each_pair(links.size(), threads_, [&](std::size_t i) {
            Link& link = links[i];
            if (both_whole(stream_, link.first, link.second)) return;
            link.probability =
                models_.together.probability(join(stream_.features_of(days_[d].pairs[link.pair]), company.features(days_[d].links[i])));
        });
        std::erase_if(links, [](const Link& link) { return link.probability < least_probability; });
        verdict_.together.insert(verdict_.together.end(), links.begin(), links.end());
    }

    // Days that no second look can ask for any more.
    void let_go() {
        const auto days = stream_.days();
        const std::uint32_t needed = done_ < days.size() ? days[days[done_].near.front()].near.front() : done_;
        for (; gone_ < needed; ++gone_) days_[gone_] = {};
    }

    Stream& stream_;
    const StoryModels& models_;
    unsigned threads_;
    bool keep_alone_;
    std::vector<JudgedDay> days_;
    Verdict verdict_;
    std::uint32_t done_ = 0;  // days with their second look
    std::uint32_t gone_ = 0;
};

}  // namespace

StoryModels::StoryModels()
    : articles("stories/article-model.tsv"),
      alone(data_bytes("stories/pair-model.tsv"), feature_names()),
      together(data_bytes("stories/company-model.tsv"), joint_feature_names()) {
    for (const Row& row : data_rows("stories/linkage.tsv")) {
        if (row.size() < 2) continue;
        double value = 1;
        std::from_chars(row[1].data(), row[1].data() + row[1].size(), value);
        if (row[0] == "story") story = value;
        if (row[0] == "topic") topic = value;
    }
}

std::span<const std::string_view> joint_feature_names() {
    static const auto names = [] {
        std::array<std::string_view, joint_feature_count> joint;
        std::ranges::copy(company_feature_names(), std::ranges::copy(feature_names(), joint.begin()).out);
        return joint;
    }();
    return names;
}

JointFeatures join(const Features& pair, const CompanyFeatures& company) {
    JointFeatures joint{};
    std::ranges::copy(company, std::ranges::copy(pair, joint.begin()).out);
    return joint;
}

float judge_alone(const Stream& stream, const StoryModels& models, const PiecePair& pair) {
    if (both_whole(stream, pair.first, pair.second)) return probability(models.articles, stream.article_features_of(pair));
    if (!worth_judging(stream.profile(pair.first), stream.profile(pair.second), pair.likeness)) return 0;
    return models.alone.probability(stream.features_of(pair));
}

Verdict judge(Stream& stream, const StoryModels& models, unsigned threads, bool keep_alone) {
    return Judge(stream, models, threads, keep_alone).run();
}

// The means at which average linkage joins never rise, so going on to a lower one only joins whole stories.
Grouped group(std::uint32_t pieces, std::span<const Link> links, const StoryModels& models) {
    return {link_average(pieces, links, models.story), link_average(pieces, links, models.topic)};
}

}  // namespace depesche
