#include "origins/reuse_pairs.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/parallel.h"
#include "origins/candidates.h"

namespace depesche {
namespace {

constexpr std::size_t small_pile = 32;  // so few articles are compared each with each
constexpr std::size_t kept_texts = 48;  // texts that a thread keeps as words
constexpr std::size_t kept_bytes = std::size_t{1} << 22U;

bool joins(const SharedStretch& before, const Stretch& next) {
    return next.left.begin <= before.left.end + 3 && next.right.begin >= before.right.end && next.right.begin <= before.right.end + 3;
}

// One after the other on both sides becomes one.
std::vector<SharedStretch> joined(std::span<const Stretch> stretches) {
    std::vector<SharedStretch> out;
    for (const Stretch& s : stretches) {
        const float exact = s.exact * static_cast<float>(s.left.size());
        if (!out.empty() && joins(out.back(), s)) {
            out.back().left.end = s.left.end;
            out.back().right.end = s.right.end;
            out.back().exact += exact;
        } else {
            out.push_back({s.left, s.right, exact});
        }
    }
    return out;
}

// Of each sentence: what half of the fingerprints inside it are spread over.
std::vector<Spread> sentence_spread(const ReuseText& text, std::span<const Fingerprint> fingerprints, std::span<const Spread> spread) {
    struct Count {
        std::uint32_t all = 0;
        std::uint32_t some = 0;
        std::uint32_t many = 0;
    };
    std::vector<Count> counts(text.sentences.size());
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        const std::uint32_t s = text.words[fingerprints[i].word].sentence;
        if (fingerprints[i].word + fingerprint_words > text.sentences[s].last_word) continue;
        ++counts[s].all;
        counts[s].some += spread[i] == Spread::few ? 0U : 1U;
        counts[s].many += spread[i] == Spread::many ? 1U : 0U;
    }
    std::vector<Spread> out;
    for (const Count& count : counts) {
        out.push_back(count.many > 0 && count.many * 2 >= count.all   ? Spread::many
                      : count.some > 0 && count.some * 2 >= count.all ? Spread::some
                                                                      : Spread::few);
    }
    return out;
}

std::uint32_t own_bytes_of(const ReuseText& text, std::span<const Spread> spread) {
    std::uint32_t bytes = 0;
    for (std::size_t s = 0; s < spread.size(); ++s) bytes += spread[s] == Spread::many ? 0 : text.sentences[s].span.size() + 1;
    return bytes;
}

std::vector<ArticleFacts> make_facts(std::span<const OriginText> articles, std::span<const std::uint32_t> order) {
    std::vector<ArticleFacts> facts(order.size());
    for (std::size_t n = 0; n < order.size(); ++n) {
        const OriginText& article = articles[order[n]];
        const auto day = article.published ? day_of(*article.published) : std::nullopt;
        facts[n].day = day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : unknown_day;
        facts[n].outlet = article.outlet.empty() ? 0 : static_cast<std::uint32_t>(hash64(article.outlet)) | 1U;
    }
    return facts;
}

}  // namespace

struct ReuseTexts::Entry {
    ReuseText text;
    std::vector<Fingerprint> fingerprints;
    std::unique_ptr<RunTable> runs;
    std::uint64_t used = 0;
};

struct ReuseTexts::Parts {
    std::span<const OriginText> articles;
    std::span<const std::uint32_t> order;
    ReuseReader reader;
    std::map<std::uint32_t, Entry> entries;
    std::uint64_t clock = 0;
    std::size_t bytes = 0;

    void make_room(std::size_t size);
};

void ReuseTexts::Parts::make_room(std::size_t size) {
    while (!entries.empty() && (entries.size() >= kept_texts || bytes + size > kept_bytes)) {
        // Two are in use at a time: the two used last stay.
        if (entries.size() <= 2) break;
        const auto oldest = std::ranges::min_element(entries, {}, [](const auto& e) { return e.second.used; });
        bytes -= oldest->second.text.text.size();
        entries.erase(oldest);
    }
}

ReuseTexts::ReuseTexts(std::span<const OriginText> articles, std::span<const std::uint32_t> order, const ReuseLexicon& lexicon)
    : parts_(new Parts{articles, order, ReuseReader(lexicon), {}, 0, 0}) {}
ReuseTexts::~ReuseTexts() = default;

const ReuseTexts::Entry& ReuseTexts::get(std::uint32_t number) {
    auto it = parts_->entries.find(number);
    if (it == parts_->entries.end()) {
        const OriginText& article = parts_->articles[parts_->order[number]];
        parts_->make_room(article.text.size());
        Entry entry;
        entry.text = parts_->reader.read(article.text, article.passages, article.language);
        entry.fingerprints = fingerprints_of(entry.text.words);
        parts_->bytes += article.text.size();
        it = parts_->entries.emplace(number, std::move(entry)).first;
    }
    it->second.used = ++parts_->clock;
    return it->second;
}

ReusePair ReuseTexts::compare(std::uint32_t left, std::uint32_t right, std::span<const Spread> spread) {
    (void)get(left);
    (void)get(right);
    (void)get(left);  // both were used last now
    const Entry& a = get(left);
    Entry& b = parts_->entries.at(right);
    if (!b.runs) b.runs = std::make_unique<RunTable>(b.text.words);
    const PairStretches judged = judge_pair(a.text, b.text, align_words(a.text, b.text, *b.runs), spread);
    return {left, right, joined(judged.copies), joined(judged.quotes)};
}

float ReusePair::exact() const {
    float sum = 0;
    for (const SharedStretch& s : copies) sum += s.exact;
    return sum;
}

std::size_t ReusePair::left_bytes() const {
    std::size_t sum = 0;
    for (const SharedStretch& s : copies) sum += s.left.size();
    return sum;
}

std::size_t ReusePair::right_bytes() const {
    std::size_t sum = 0;
    for (const SharedStretch& s : copies) sum += s.right.size();
    return sum;
}

namespace {

// Work in blocks of neighbouring numbers: what was published together is compared together, and is read once.
struct Blocks {
    std::size_t size = 0;
    std::size_t count = 0;
    explicit Blocks(std::size_t articles) : size(std::clamp<std::size_t>(articles / 64, 16, 2048)), count((articles + size - 1) / size) {}
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> range(std::size_t block, std::size_t articles) const {
        return {static_cast<std::uint32_t>(block * size), static_cast<std::uint32_t>(std::min(articles, (block + 1) * size))};
    }
};

void fill_index(std::span<const OriginText> articles, std::span<const std::uint32_t> order, const ReuseLexicon& lexicon, unsigned threads,
                MemoryFingerprintIndex& index, std::vector<ArticleFacts>& facts) {
    const Blocks blocks(order.size());
    std::vector<std::vector<std::vector<std::uint64_t>>> hashes(blocks.count);
    for_each_index(blocks.count, threads, [&](std::size_t block) {
        ReuseReader reader(lexicon);
        const auto [begin, end] = blocks.range(block, order.size());
        for (std::uint32_t n = begin; n < end; ++n) {
            const OriginText& article = articles[order[n]];
            const auto fingerprints = fingerprints_of(reader.read(article.text, article.passages, article.language).words);
            facts[n].sketch = sketch_of(fingerprints);
            auto& mine = hashes[block].emplace_back();
            mine.reserve(fingerprints.size());
            for (const Fingerprint& f : fingerprints) mine.push_back(f.hash);
        }
    });
    std::size_t total = 0;
    for (const auto& block : hashes) {
        for (const auto& article : block) total += article.size();
    }
    index.reserve(total);
    std::uint32_t number = 0;
    for (auto& block : hashes) {
        for (const auto& article : block) index.add(number++, article);
        block = {};
    }
    index.settle();
}

}  // namespace

ReusePairs find_pairs(std::span<const OriginText> articles, std::span<const std::uint32_t> order, const ReuseLexicon& lexicon,
                      unsigned threads) {
    std::vector<ArticleFacts> facts = make_facts(articles, order);
    MemoryFingerprintIndex index;
    fill_index(articles, order, lexicon, threads, index, facts);
    const Blocks blocks(order.size());
    ReusePairs out;
    out.own_bytes.resize(order.size());
    std::vector<std::vector<ReusePair>> found(blocks.count);
    for_each_index(blocks.count, threads, [&](std::size_t block) {
        ReuseTexts texts(articles, order, lexicon);
        const auto [begin, end] = blocks.range(block, order.size());
        for (std::uint32_t n = begin; n < end; ++n) {
            const ReuseTexts::Entry& entry = texts.get(n);
            Candidates candidates = find_candidates(n, entry.fingerprints, index, facts);
            const std::vector<Spread> spread = sentence_spread(entry.text, entry.fingerprints, candidates.spread);
            out.own_bytes[n] = own_bytes_of(entry.text, spread);
            if (order.size() <= small_pile) {
                candidates.articles.clear();
                for (std::uint32_t other = 0; other < n; ++other) candidates.articles.push_back({other, 1});
            }
            for (const Candidate& candidate : candidates.articles) {
                ReusePair pair = texts.compare(n, candidate.article, spread);
                if (!pair.copies.empty() || !pair.quotes.empty()) found[block].push_back(std::move(pair));
            }
        }
    });
    for (auto& block : found) {
        std::ranges::move(block, std::back_inserter(out.pairs));
        block = {};
    }
    std::ranges::sort(out.pairs,
                      [](const ReusePair& a, const ReusePair& b) { return a.left != b.left ? a.left < b.left : a.right < b.right; });
    return out;
}

}  // namespace depesche
