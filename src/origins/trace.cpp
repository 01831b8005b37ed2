#include "origins/trace.h"

#include <algorithm>
#include <map>

#include "origins/direction.h"
#include "origins/fingerprints.h"
#include "origins/local_alignment.h"

namespace depesche {
namespace {

constexpr std::size_t small_pile = 300;       // so few articles are all read
constexpr std::size_t most_asked = 400;       // words of the question
constexpr std::size_t most_article = 50'000;  // words of an article that are aligned
constexpr std::size_t most_postings = 400;

void cut(ReuseText& text, std::size_t words) {
    if (text.words.size() > words) text.words.resize(words);
}

// All word runs of the question, not only the winnowed ones: what an article has kept is then among them.
std::vector<std::uint64_t> all_runs(const ReuseText& asked) {
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i + fingerprint_words <= asked.words.size(); ++i) {
        hashes.push_back(fingerprints_of(std::span(asked.words).subspan(i, fingerprint_words)).front().hash);
    }
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

std::vector<std::uint32_t> likely_articles(const ReuseText& asked, const FingerprintIndex& index, std::size_t articles, std::size_t most) {
    std::vector<std::uint32_t> likely;
    if (articles <= small_pile) {
        for (std::uint32_t n = 0; n < articles; ++n) likely.push_back(n);
        return likely;
    }
    std::map<std::uint32_t, std::uint32_t> counts;
    std::vector<std::uint32_t> postings;
    for (const std::uint64_t hash : all_runs(asked)) {
        postings.clear();
        (void)index.find(hash, most_postings, postings);
        for (const std::uint32_t article : postings) ++counts[article];
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
    for (const auto& [article, count] : counts) ranked.emplace_back(count, article);
    std::ranges::sort(ranked, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    if (ranked.size() > most) ranked.resize(most);
    for (const auto& [count, article] : ranked) likely.push_back(article);
    std::ranges::sort(likely);
    return likely;
}

Span words_span(const ReuseText& text, std::size_t first, std::size_t last) {
    if (first == last) return {};
    return {text.words[first].span.begin, text.words[last - 1].span.end};
}

// Runs of matched words, and between them what each side has instead.
std::vector<WordingPart> side_by_side(const ReuseText& asked, const ReuseText& article, std::span<const WordMatch> matches) {
    std::vector<WordingPart> parts;
    const auto differ = [&](std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
        if (a < a_end || b < b_end) parts.push_back({words_span(asked, a, a_end), words_span(article, b, b_end), false});
    };
    std::size_t a = 0;
    std::size_t b = matches.front().right;
    for (std::size_t m = 0; m < matches.size();) {
        differ(a, matches[m].left, b, matches[m].right);
        std::size_t end = m + 1;
        while (end < matches.size() && matches[end].left == matches[end - 1].left + 1 && matches[end].right == matches[end - 1].right + 1 &&
               (matches[end].likeness == 1) == (matches[m].likeness == 1)) {
            ++end;
        }
        a = matches[end - 1].left + 1;
        b = matches[end - 1].right + 1;
        parts.push_back({words_span(asked, matches[m].left, a), words_span(article, matches[m].right, b), matches[m].likeness == 1});
        m = end;
    }
    differ(a, asked.words.size(), b, b);
    return parts;
}

float likeness(const ReuseText& asked, std::span<const WordMatch> matches) {
    float total = 0;
    float found = 0;
    for (const ReuseWord& word : asked.words) total += weight_of(word);
    for (const WordMatch& match : matches) found += match.likeness * weight_of(asked.words[match.left]);
    return total > 0 ? found / total : 0;
}

// From whom each took it, among the articles that have it.
void add_sources(std::span<const OriginText> articles, const Languages& languages, std::span<TraceHit> hits) {
    for (const Copy& copy : find_copies(articles, languages, 1)) {
        TraceHit& hit = hits[copy.to];
        if (!copy.from || !copy.span.overlaps(hit.span)) continue;
        hit.from = hits[*copy.from].article;
        hit.direction_known = copy.direction_known;
    }
}

}  // namespace

std::vector<TraceHit> trace_text(std::string_view asked, std::string_view language, const Languages& languages,
                                 const FingerprintIndex& index, std::size_t articles, const ArticleLoader& load,
                                 const TraceOptions& options) {
    const ReuseLexicon lexicon(languages);
    ReuseReader reader(lexicon);
    ReuseText question = reader.read(asked, {}, language);
    cut(question, most_asked);
    std::vector<TraceHit> hits;
    std::vector<OriginText> texts;
    if (question.words.empty()) return hits;
    for (const std::uint32_t number : likely_articles(question, index, articles, options.most_hits)) {
        OriginText article = load(number);
        ReuseText words = reader.read(article.text, article.passages, article.language);
        cut(words, most_article);
        const LocalAlignment found = align_locally(question, words);
        const float like = likeness(question, found.matches);
        if (found.matches.empty() || like < options.least_likeness) continue;
        const Span span = words_span(words, found.matches.front().right, found.matches.back().right + 1);
        hits.push_back({number, span, like, side_by_side(question, words, found.matches), std::nullopt, true});
        texts.push_back(std::move(article));
    }
    add_sources(texts, languages, hits);
    std::vector<std::pair<std::int64_t, std::size_t>> order;
    for (std::size_t i = 0; i < hits.size(); ++i) order.emplace_back(minutes_of(texts[i].published).value_or(INT64_MAX), i);
    std::ranges::sort(order);
    std::vector<TraceHit> sorted;
    for (const auto& [time, at] : order) sorted.push_back(std::move(hits[at]));
    return sorted;
}

std::vector<TraceHit> trace_text(std::string_view asked, std::string_view language, const Languages& languages,
                                 std::span<const OriginText> articles, const TraceOptions& options) {
    MemoryFingerprintIndex index;
    index_articles(articles, 0, languages, index);
    index.settle();
    return trace_text(
        asked, language, languages, index, articles.size(), [&](std::uint32_t number) { return articles[number]; }, options);
}

void index_articles(std::span<const OriginText> articles, std::uint32_t first, const Languages& languages, FingerprintIndex& index) {
    const ReuseLexicon lexicon(languages);
    ReuseReader reader(lexicon);
    std::vector<std::uint64_t> hashes;
    for (const OriginText& article : articles) {
        hashes.clear();
        for (const Fingerprint& f : fingerprints_of(reader.read(article.text, article.passages, article.language).words))
            hashes.push_back(f.hash);
        index.add(first++, hashes);
    }
}

}  // namespace depesche
