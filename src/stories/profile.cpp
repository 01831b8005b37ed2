#include "stories/profile.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/sort_distinct.h"
#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t letter_group = 5;
constexpr float head_weight = 1.4F;  // of headline and lead within the whole text

// Collects weighted terms, then sums doubles and scales to length one.
class VectorMaker {
public:
    void add(std::uint32_t term, float weight) {
        if (term != 0 && weight > 0) vector_.push_back({term, weight});
    }
    // A term counts once, with its greatest weight.
    Vector once() {
        std::ranges::sort(vector_,
                          [](const Weighted& a, const Weighted& b) { return a.term != b.term ? a.term < b.term : a.weight > b.weight; });
        const auto rest =
            std::unique(vector_.begin(), vector_.end(), [](const Weighted& a, const Weighted& b) { return a.term == b.term; });
        vector_.erase(rest, vector_.end());
        vector_.shrink_to_fit();
        return std::move(vector_);
    }
    Vector unit() { return scaled(once()); }
    // Each occurrence counts, with the logarithm of how many there are.
    Vector unit_counted() {
        std::ranges::sort(vector_,
                          [](const Weighted& a, const Weighted& b) { return a.term != b.term ? a.term < b.term : a.weight > b.weight; });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < vector_.size();) {
            const Weighted first = vector_[i];
            const std::size_t begin = i;
            while (i < vector_.size() && vector_[i].term == first.term) ++i;
            vector_[kept++] = {first.term, first.weight * (1 + std::log(static_cast<float>(i - begin)))};
        }
        vector_.resize(kept);
        return scaled(std::move(vector_));
    }

private:
    static Vector scaled(Vector vector) {
        float squares = 0;
        for (const Weighted& w : vector) squares += w.weight * w.weight;
        if (squares > 0) {
            for (Weighted& w : vector) w.weight /= std::sqrt(squares);
        }
        return vector;
    }
    Vector vector_;
};

// Groups of letters of a word with its ends marked; together they weigh what the word weighs.
void add_letters(VectorMaker& letters, const std::string& folded, float rarity) {
    const std::string marked = "_" + folded + "_";
    if (marked.size() <= letter_group) {
        letters.add(term_of(marked), rarity);
        return;
    }
    const std::size_t count = marked.size() - letter_group + 1;
    const float weight = rarity / std::sqrt(static_cast<float>(count));
    for (std::size_t i = 0; i < count; ++i) letters.add(term_of(std::string_view(marked).substr(i, letter_group)), weight);
}

struct Makers {
    VectorMaker title, all, rarities, parts, letters, address, quoted, text, places, capitals;
};

void add_token(Makers& to, const Token& token, const WordFacts& facts, const DayCounts& counts) {
    if (facts.stop) return;
    const float rarity = counts.rarity(facts.term, facts.background);
    if (token.field == PieceField::address) return to.address.add(facts.term, rarity);
    to.text.add(facts.term, token.field == PieceField::text ? rarity : head_weight * rarity);
    if (token.field == PieceField::text) return;
    to.all.add(facts.term, rarity);
    to.rarities.add(facts.term, rarity);
    if (token.quoted) to.quoted.add(facts.term, rarity);
    if (token.capital) to.capitals.add(facts.term, rarity);
    for (std::size_t p = 0; p < 2; ++p) {
        if (facts.parts[p] != 0) to.parts.add(facts.parts[p], counts.rarity(facts.parts[p], facts.part_counts[p]));
    }
    if (facts.parts[0] == 0) to.parts.add(facts.term, rarity);
    if (token.field != PieceField::title) return;
    to.title.add(facts.term, rarity);
    if (!token.number) add_letters(to.letters, facts.folded, rarity);
}

void add_keys(std::vector<KeyWord>& keys, const Token& token, const WordFacts& facts) {
    if (token.number || token.field > PieceField::lead) return;
    for (const KeyTerm& key : facts.keys) {
        if (key.term != 0) keys.push_back({key, token.field == PieceField::title, token.capital});
    }
}

void merge_keys(std::vector<KeyWord>& keys) {
    std::ranges::sort(keys, {}, [](const KeyWord& word) { return word.key.term; });
    std::size_t kept = 0;
    for (const KeyWord& word : keys) {
        if (kept == 0 || keys[kept - 1].key.term != word.key.term) {
            keys[kept++] = word;
            continue;
        }
        keys[kept - 1].title = keys[kept - 1].title || word.title;
        keys[kept - 1].capital = keys[kept - 1].capital || word.capital;
    }
    keys.resize(kept);
    keys.shrink_to_fit();
}

// What two neighbouring tokens say together: a name of two words, a number with what it counts.
void add_neighbours(Profile& profile, const Token& before, const Token& token, const WordTable& words, const DayCounts& counts) {
    if (!token.touches || token.field == PieceField::address || token.field == PieceField::text) return;
    const WordFacts& left = words[before.word];
    const WordFacts& right = words[token.word];
    if (left.stop || right.stop) return;
    if (before.capital && token.capital && !before.number && counts.rarity(right.term, right.background) > 4) {
        profile.names.push_back(pair_term(left.term, right.term));
    }
    if (before.number && !token.number) profile.counted.emplace_back(right.term, left.term);
}

}  // namespace

Profile make_profile(const ReadPiece& piece, const WordTable& words, const DayCounts& counts) {
    Profile profile;
    Makers makers;
    for (std::size_t i = 0; i < piece.tokens.size(); ++i) {
        const Token& token = piece.tokens[i];
        const WordFacts& facts = words[token.word];
        add_token(makers, token, facts, counts);
        add_keys(profile.keys, token, facts);
        if (token.number && token.field != PieceField::text && token.field != PieceField::address) profile.numbers.push_back(facts.term);
        if (token.field == PieceField::title) ++profile.title_words;
        if (token.field == PieceField::lead) profile.has_lead = true;
        if (facts.no_news && token.field == PieceField::title) profile.no_news = true;
        if (i == 0 || piece.tokens[i - 1].field != token.field) continue;
        add_neighbours(profile, piece.tokens[i - 1], token, words, counts);
        const bool place = token.capital && token.touches && words[piece.tokens[i - 1].word].before_place && !facts.stop;
        if (place && token.field <= PieceField::lead) makers.places.add(facts.term, counts.rarity(facts.term, facts.background));
    }
    profile.title = makers.title.unit();
    profile.all = makers.all.unit();
    profile.rarities = makers.rarities.once();
    profile.parts = makers.parts.unit();
    profile.letters = makers.letters.unit();
    profile.address = makers.address.unit();
    profile.quoted = makers.quoted.once();
    if (piece.full_text) {
        profile.text = makers.text.unit_counted();
        profile.article = article_words(piece.tokens, words, counts, piece.day);
    }
    profile.places = makers.places.unit();
    profile.capitals = makers.capitals.once();
    merge_keys(profile.keys);
    sort_distinct(profile.names);
    sort_distinct(profile.numbers);
    sort_distinct(profile.counted);
    return profile;
}

// Without branches but the loop's: where two lists of words meet cannot be foreseen.
float dot(const Vector& left, const Vector& right) {
    float sum = 0;
    const Weighted* a = left.data();
    const Weighted* b = right.data();
    const Weighted* const a_end = a + left.size();
    const Weighted* const b_end = b + right.size();
    while (a != a_end && b != b_end) {
        const std::uint32_t x = a->term;
        const std::uint32_t y = b->term;
        sum += a->weight * b->weight * static_cast<float>(x == y);
        a += static_cast<std::ptrdiff_t>(x <= y);
        b += static_cast<std::ptrdiff_t>(y <= x);
    }
    return sum;
}

}  // namespace depesche
