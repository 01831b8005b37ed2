// Full names first: each is compared with those that share the consonants of a part with it, the last few only, so that
// a text of a hundred thousand Müllers stays linear. Then short forms, which are ambiguous: "Kim" belongs to the Kim who was
// named near and often. Why it works: newsrooms name a person in full before the surname stands alone, and keep two
// people of one surname apart by first names. Handled: "Kim" between "Kim Jong Un" (often) and "Lami Kim" (once).
// Not handled: a surname that changes its bearer without a full name in between. Tests: NameGroups, NameJoin.
#include "marks/name_join.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/disjoint_sets.h"
#include "base/utf8.h"
#include "marks/name_hash.h"

namespace depesche {
namespace {

constexpr std::size_t most_candidates = 24;  // that an item is compared with by one key
constexpr double near_words = 30;
constexpr double not_yet_named = 200;  // words that a name further down counts as further away

std::uint64_t key(const NameForm& form, std::uint64_t field, std::string_view value) {
    return hash_pair(hash_pair(static_cast<std::uint64_t>(form.kind) + 1, field), hash_word(value));
}

std::string joined(const NameForm& form) {
    std::string out;
    for (const NamePart& part : form.parts) out += part.folded;
    if (out.ends_with('s')) out.pop_back();
    return out;
}

std::string initials(const NameForm& form) {
    std::string out;
    for (const std::string& word : form.words) out += fold(word).substr(0, 1);
    return out;
}

std::string capital_initials(const NameForm& form) {
    std::string out;
    for (const std::string& word : form.words) {
        std::size_t at = 0;
        if (is_upper(next_code_point(word, at))) out += fold(word).substr(0, 1);
    }
    return out;
}

// Under which keys a full form is filed: short forms and other spellings look there.
std::vector<std::uint64_t> keys_of(const NameForm& form) {
    std::vector<std::uint64_t> keys{key(form, 1, joined(form))};
    if (form.kind == NameKind::person) {
        keys.push_back(key(form, 2, form.parts.front().consonants));
        keys.push_back(key(form, 2, form.parts.back().consonants));
    } else if (form.kind == NameKind::organisation) {
        keys.push_back(key(form, 2, form.parts.front().folded.substr(0, 4)));
        keys.push_back(key(form, 2, form.parts.back().folded.substr(0, 4)));
        keys.push_back(key(form, 3, initials(form)));
        keys.push_back(key(form, 3, capital_initials(form)));
    }
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<std::uint64_t> keys_of_short(const NameForm& form) {
    const NamePart& part = form.parts.front();
    std::vector<std::uint64_t> keys;
    if (form.kind == NameKind::person) {
        keys = {key(form, 2, part.consonants)};
        if (part.consonants.ends_with('s'))
            keys.push_back(key(form, 2, std::string_view(part.consonants).substr(0, part.consonants.size() - 1)));
    } else if (form.kind == NameKind::organisation) {
        keys = {key(form, 2, part.folded.substr(0, 4)), key(form, 3, part.folded)};
    }
    return keys;
}

using Files = std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;

class Joiner {
public:
    Joiner(std::span<const JoinItem> items, JoinScope scope)
        : items_(items), scope_(scope), sets_(items.size()), weight_(items.size(), 0), last_(items.size(), 0) {}

    std::vector<std::uint32_t> run() {
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            if (!items_[i].form.parts.empty()) join_full(i);
        }
        join_slips();
        for (std::uint32_t i = 0; i < items_.size(); ++i) weight_[sets_.find(i)] += items_[i].weight;
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            if (!items_[i].form.parts.empty() && items_[i].form.is_short()) join_short(i);
            last_[sets_.find(i)] = items_[i].position;
        }
        std::vector<std::uint32_t> out(items_.size());
        for (std::uint32_t i = 0; i < items_.size(); ++i) out[i] = sets_.find(i);
        return out;
    }

private:
    void join_full(std::uint32_t i) {
        const NameForm& form = items_[i].form;
        const bool settled = form.kind == NameKind::place || form.key.starts_with('=');  // nothing shorter or longer to weigh
        if (form.kind != NameKind::person && (settled || !form.is_short()) && join_by_key(i)) return;
        if (form.is_short()) return;
        bool known = false;
        for (const std::uint64_t k : keys_of(form)) known = join_with(i, files_[k]) || known;
        if (known) return;  // a spelling that is filed already
        for (const std::uint64_t k : keys_of(form)) files_[k].push_back(i);
    }

    // True when a form with that key stood before.
    bool join_by_key(std::uint32_t i) {
        const auto [entry, fresh] = by_key_.try_emplace(key(items_[i].form, 4, items_[i].form.key), i);
        if (!fresh) sets_.join(entry->second, i);
        return !fresh;
    }

    // True when a form with the same parts is filed already.
    bool join_with(std::uint32_t i, const std::vector<std::uint32_t>& candidates) {
        const std::size_t count = std::min(candidates.size(), most_candidates);
        for (std::size_t c = 0; c < count; ++c) {
            const std::uint32_t other = candidates[candidates.size() - 1 - c];
            const Sameness sameness = compare_forms(items_[i].form, items_[other].form);
            if (sameness == Sameness::same) sets_.join(i, other);
            if (sameness == Sameness::slip) slips_.emplace_back(i, other);
            if (items_[i].form.parts == items_[other].form.parts) return true;
        }
        return false;
    }

    // A spelling one letter off is the same name unless a text has both.
    void join_slips() {
        if (slips_.empty()) return;
        std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> texts;  // of a set, ascending
        for (std::uint32_t i = 0; i < items_.size(); ++i) {
            std::vector<std::uint32_t>& of_set = texts[sets_.find(i)];
            if (of_set.empty() || of_set.back() != items_[i].text) of_set.push_back(items_[i].text);
        }
        for (const auto& [a, b] : slips_) {
            const std::uint32_t x = sets_.find(a);
            const std::uint32_t y = sets_.find(b);
            if (x == y) continue;
            std::vector<std::uint32_t>& longer = texts[x].size() < texts[y].size() ? texts[y] : texts[x];
            std::vector<std::uint32_t>& shorter = texts[x].size() < texts[y].size() ? texts[x] : texts[y];
            if (std::ranges::any_of(shorter, [&](std::uint32_t t) { return std::ranges::binary_search(longer, t); })) continue;
            std::vector<std::uint32_t> both;
            std::ranges::merge(longer, shorter, std::back_inserter(both));
            sets_.join(x, y);
            texts[sets_.find(x)] = std::move(both);
        }
    }

    void join_short(std::uint32_t i) {
        const std::uint32_t owner = best_owner(i);
        if (owner != i) return sets_.join(i, owner);
        if (items_[i].form.kind != NameKind::person) {
            join_by_key(i);
            return;
        }
        std::vector<std::uint32_t>& alike = shorts_[key(items_[i].form, 5, items_[i].form.parts.front().folded.substr(0, 1))];
        const std::size_t count = std::min(alike.size(), most_candidates);
        for (std::size_t c = 0; c < count; ++c) {
            const std::uint32_t other = alike[alike.size() - 1 - c];
            if (compare(items_[i].form.parts.front(), items_[other].form.parts.front()) < SpellingLikeness::transcription) continue;
            sets_.join(i, other);
            if (items_[i].form.parts == items_[other].form.parts) return;
            break;
        }
        alike.push_back(i);
    }

    // The full name that a short form belongs to, or the item itself.
    std::uint32_t best_owner(std::uint32_t i) {
        std::uint32_t best = i;
        double best_score = 0;
        for (const std::uint64_t k : keys_of_short(items_[i].form)) {
            const auto filed = files_.find(k);
            if (filed == files_.end()) continue;
            const std::size_t count = std::min(filed->second.size(), most_candidates);
            for (std::size_t c = 0; c < count; ++c) {
                const std::uint32_t other = filed->second[filed->second.size() - 1 - c];
                const int fit = short_form_fit(items_[i].form, items_[other].form);
                if (fit == 0) continue;
                const double score = 100.0 * fit + closeness(i, other);
                if (score > best_score) {
                    best_score = score;
                    best = other;
                }
            }
        }
        return best;
    }

    double closeness(std::uint32_t i, std::uint32_t other) {
        const std::uint32_t set = sets_.find(other);
        const double often = std::log(1.0 + weight_[set]);
        if (scope_ == JoinScope::pile) return often;
        const std::uint32_t here = items_[i].position;
        const std::uint32_t there = set <= i ? last_[set] : items_[set].position;
        const double distance = there > here ? not_yet_named + there - here : here - there;
        return 2.0 * std::exp(-distance / near_words) + often;
    }

    std::span<const JoinItem> items_;
    JoinScope scope_;
    DisjointSets sets_;
    std::vector<std::uint32_t> weight_;
    std::vector<std::uint32_t> last_;
    Files files_;
    Files shorts_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> slips_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_key_;
};

}  // namespace

std::vector<std::uint32_t> join_names(std::span<const JoinItem> items, JoinScope scope) { return Joiner(items, scope).run(); }

}  // namespace depesche
