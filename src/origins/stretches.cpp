#include "origins/stretches.h"

#include <algorithm>
#include <optional>

#include "origins/paraphrase.h"

namespace depesche {
namespace {

constexpr float whole_share = 0.5F;    // of a sentence's weight matched: the sentence was taken over
constexpr float right_share = 0.4F;    // of the other side's weight between the first and last match
constexpr float anchor_weight = 6.0F;  // evidence that a sentence gives by itself
constexpr float beside_weight = 2.5F;  // evidence that is enough beside an anchor
constexpr float same_share = 0.9F;     // of both sentences' weight: the same sentence
constexpr float same_weight = 4.8F;    // evidence enough for the same sentence
constexpr float same_outside = 0.9F;   // of it outside the marks: a word that says who spoke or what of
constexpr float quote_outside = 3.5F;  // matched outside the marks: the quotation's introduction was taken over with it

struct Tally {
    float matched = 0;
    float total = 0;
    float outside_matched = 0;
    float outside_total = 0;
    float quoted_matched = 0;
};

Tally tally_of(const ReuseText& left, const ReuseSentence& sentence, std::span<const WordMatch> matches) {
    Tally tally;
    for (std::uint32_t i = sentence.first_word; i < sentence.last_word; ++i) {
        const ReuseWord& word = left.words[i];
        tally.total += weight_of(word);
        if (!word.quoted && !word.speech) tally.outside_total += weight_of(word);
    }
    for (const WordMatch& match : matches) {
        const ReuseWord& word = left.words[match.left];
        const float weight = weight_of(word) * match.likeness;
        tally.matched += weight;
        if (word.quoted) tally.quoted_matched += weight;
        else if (!word.speech) tally.outside_matched += weight;
    }
    return tally;
}

float right_density(const ReuseText& right, std::span<const WordMatch> matches) {
    float matched = 0;
    float total = 0;
    for (const WordMatch& match : matches) matched += weight_of(right.words[match.right]) * match.likeness;
    for (std::uint32_t i = matches.front().right; i <= matches.back().right; ++i) total += weight_of(right.words[i]);
    return total > 0 ? matched / total : 0;
}

// True when the sentence is a sentence of the other side nearly word for word.
bool is_same_sentence(const ReuseText& right, const Tally& tally, std::span<const WordMatch> matches) {
    if (tally.matched < same_share * tally.total) return false;
    const std::uint32_t s = right.words[matches.front().right].sentence;
    if (right.words[matches.back().right].sentence != s) return false;
    float matched = 0;
    float total = 0;
    for (std::uint32_t i = right.sentences[s].first_word; i < right.sentences[s].last_word; ++i) total += weight_of(right.words[i]);
    for (const WordMatch& match : matches) matched += weight_of(right.words[match.right]) * match.likeness;
    return matched >= same_share * total;
}

// The right side: whole sentences where most of the sentence was matched, else from the first to the last matched word.
Span right_span(const ReuseText& right, std::span<const WordMatch> matches, std::uint32_t first, std::uint32_t last) {
    Span span{right.words[matches.front().right].span.begin, right.words[matches.back().right].span.end};
    for (const std::uint32_t s : {first, last}) {
        const ReuseSentence& sentence = right.sentences[s];
        float total = 0;
        float matched = 0;
        for (std::uint32_t i = sentence.first_word; i < sentence.last_word; ++i) total += weight_of(right.words[i]);
        for (const WordMatch& match : matches) {
            if (right.words[match.right].sentence == s) matched += weight_of(right.words[match.right]) * match.likeness;
        }
        if (matched < whole_share * total) continue;
        span.begin = std::min(span.begin, sentence.span.begin);
        span.end = std::max(span.end, sentence.span.end);
    }
    return span;
}

float exact_share(const ReuseText& left, const ReuseText& right, std::span<const WordMatch> matches, Span span) {
    std::size_t same = 0;
    for (const WordMatch& match : matches) {
        const Span a = left.words[match.left].span;
        const Span b = right.words[match.right].span;
        if (left.text.substr(a.begin, a.size()) == right.text.substr(b.begin, b.size())) same += a.size() + 1;
    }
    return static_cast<float>(same) / static_cast<float>(std::max(1U, span.size()));
}

// The longest part of the matches that is dense: no more than two unmatched words of weight between two matches.
std::span<const WordMatch> densest(const ReuseText& left, std::span<const WordMatch> matches) {
    std::span<const WordMatch> best;
    float best_weight = 0;
    std::size_t begin = 0;
    float weight = 0;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (i > 0 && (matches[i].left - matches[i - 1].left > 3 || matches[i].right - matches[i - 1].right > 3)) {
            begin = i;
            weight = 0;
        }
        weight += weight_of(left.words[matches[i].left]) * matches[i].likeness;
        if (weight > best_weight) {
            best_weight = weight;
            best = matches.subspan(begin, i + 1 - begin);
        }
    }
    return best;
}

std::optional<Stretch> judge_sentence(const ReuseText& left, const ReuseText& right, std::uint32_t s, std::span<const WordMatch> matches) {
    const ReuseSentence& sentence = left.sentences[s];
    Tally tally = tally_of(left, sentence, matches);
    Stretch stretch;
    stretch.left_sentence = s;
    stretch.whole = tally.matched >= whole_share * tally.total && right_density(right, matches) >= right_share;
    if (!stretch.whole) {
        matches = densest(left, matches);
        if (matches.empty()) return std::nullopt;
        tally = tally_of(left, sentence, matches);
        if (tally.matched < anchor_weight) return std::nullopt;
    }
    stretch.right_first = right.words[matches.front().right].sentence;
    stretch.right_last = right.words[matches.back().right].sentence;
    stretch.left =
        stretch.whole ? sentence.span : Span{left.words[matches.front().left].span.begin, left.words[matches.back().left].span.end};
    stretch.right = right_span(right, matches, stretch.right_first, stretch.right_last);
    stretch.weight = tally.matched;
    stretch.outside = tally.outside_matched;
    stretch.exact = exact_share(left, right, matches, stretch.left);
    const bool half_outside = tally.outside_matched >= 0.5F * tally.outside_total;
    const bool quoting = tally.quoted_matched > tally.outside_matched;
    const bool same = stretch.whole && is_same_sentence(right, tally, matches);
    stretch.quote_alone = quoting && (tally.outside_matched < (same ? same_outside : quote_outside) || !half_outside);
    stretch.anchor = !stretch.quote_alone && stretch.weight >= (same ? same_weight : anchor_weight);
    if (quoting && !half_outside) stretch.outside = 0;
    return stretch;
}

// The better of two stretches of one sentence.
bool better(const Stretch& a, const Stretch& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    return a.right.begin < b.right.begin;
}

// True for a quotation whose sentence was taken over as far as one can see: all that stands outside the marks was matched too.
bool quotation_follows(const ReuseText& left, const Stretch& stretch) {
    const ReuseSentence& sentence = left.sentences[stretch.left_sentence];
    float outside = 0;
    for (std::uint32_t i = sentence.first_word; i < sentence.last_word; ++i) {
        if (!left.words[i].quoted && !left.words[i].speech) outside += weight_of(left.words[i]);
    }
    return stretch.whole && stretch.outside >= 0.5F * outside;
}

// Sentences of an anchored pair that alignment left over and that share most of their words in another order.
void add_paraphrases(const ReuseText& left, const ReuseText& right, std::span<const Spread> spread, std::vector<Stretch>& copies) {
    std::vector<bool> taken(left.sentences.size(), false);
    for (const Stretch& stretch : copies) taken[stretch.left_sentence] = taken[stretch.left_sentence] || stretch.whole;
    std::vector<std::uint32_t> left_over;
    for (std::uint32_t s = 0; s < left.sentences.size(); ++s) {
        if (!taken[s] && (spread.empty() || spread[s] == Spread::few)) left_over.push_back(s);
    }
    if (left_over.empty()) return;
    const SentenceWords words(right);
    std::vector<Stretch> found;
    for (const std::uint32_t s : left_over) {
        const auto paraphrase = words.find(left, s);
        if (!paraphrase) continue;
        Stretch stretch;
        stretch.left = left.sentences[s].span;
        stretch.right = {right.sentences[paraphrase->right_first].span.begin, right.sentences[paraphrase->right_last].span.end};
        stretch.left_sentence = s;
        stretch.right_first = paraphrase->right_first;
        stretch.right_last = paraphrase->right_last;
        stretch.weight = paraphrase->weight;
        stretch.exact = std::min(1.0F, paraphrase->exact / static_cast<float>(stretch.left.size()));
        stretch.whole = true;
        found.push_back(stretch);
    }
    for (const Stretch& stretch : found) {
        std::erase_if(copies, [&](const Stretch& other) { return other.left_sentence == stretch.left_sentence; });
    }
    copies.insert(copies.end(), found.begin(), found.end());
    std::ranges::sort(copies, {}, &Stretch::left_sentence);
}

}  // namespace

PairStretches judge_pair(const ReuseText& left, const ReuseText& right, std::span<const AlignedBlock> blocks,
                         std::span<const Spread> spread) {
    std::vector<Stretch> found;
    for (const AlignedBlock& block : blocks) {
        const std::span<const WordMatch> matches = block.matches;
        for (std::size_t begin = 0; begin < matches.size();) {
            const std::uint32_t s = left.words[matches[begin].left].sentence;
            std::size_t end = begin;
            while (end < matches.size() && left.words[matches[end].left].sentence == s) ++end;
            const Spread spread_here = spread.empty() ? Spread::few : spread[s];
            if (spread_here != Spread::many) {
                const auto stretch = judge_sentence(left, right, s, matches.subspan(begin, end - begin));
                if (stretch && (spread_here == Spread::few || stretch->weight >= anchor_weight)) found.push_back(*stretch);
            }
            begin = end;
        }
    }
    std::ranges::stable_sort(found, [](const Stretch& a, const Stretch& b) {
        return a.left_sentence != b.left_sentence ? a.left_sentence < b.left_sentence : better(a, b);
    });
    const auto same_sentence = [](const Stretch& a, const Stretch& b) { return a.left_sentence == b.left_sentence; };
    found.erase(std::unique(found.begin(), found.end(), same_sentence), found.end());
    const bool anchored = std::ranges::any_of(found, [](const Stretch& s) { return s.anchor; });
    PairStretches pair;
    for (const Stretch& stretch : found) {
        const bool copy = anchored && stretch.weight >= beside_weight && (!stretch.quote_alone || quotation_follows(left, stretch));
        if (copy) {
            pair.copies.push_back(stretch);
        } else if (stretch.quote_alone && stretch.weight >= beside_weight) {
            pair.quotes.push_back(stretch);
        }
    }
    if (anchored) add_paraphrases(left, right, spread, pair.copies);
    for (const Stretch& stretch : pair.copies) pair.weight += stretch.weight;
    return pair;
}

}  // namespace depesche
