#include "brief/vocabulary.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::size_t shortest_part = 4;  // bytes of a folded stem; shorter ones stand in too many words by chance
constexpr std::size_t longest_word = 60;  // bytes; longer ones are addresses and the like, which have no parts
constexpr std::size_t shortest_base = 3;  // of a word with its ending taken off

// "11.000", "11 000", "11’000" -> "11000"; the decimal mark stays.
std::string plain_digits(std::string_view digits, const Language& language) {
    std::string out;
    for (const char c : digits) {
        if (language.group_marks.find(c) == std::string::npos) out += c;
    }
    return out;
}

bool is_number(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9' &&
           word.find_first_not_of("0123456789.,' ") == std::string_view::npos;
}

}  // namespace

const Stemmer& Vocabulary::stemmer_of(const Language& language) {
    std::unique_ptr<Stemmer>& stemmer = stemmers_[language.code];
    if (!stemmer) stemmer = std::make_unique<Stemmer>(language);
    return *stemmer;
}

std::uint32_t Vocabulary::add(std::string_view word, const Language& language) {
    std::string key = language.code;
    key += ' ';
    key += word;
    const auto known = by_word_.find(key);
    if (known != by_word_.end()) return known->second;
    const std::uint32_t id = add_folded(word, language);
    by_word_.emplace(std::move(key), id);
    return id;
}

std::uint32_t Vocabulary::add_folded(std::string_view word, const Language& language) {
    WordForm form;
    const std::string lower = to_lower(word);
    form.folded = fold(word);
    if (is_number(word)) {
        form.folded = plain_digits(word, language);
        form.number = true;
    } else if (const auto value = language.numbers.find(lower); value != language.numbers.end() && value->second > 1) {
        form.folded = std::to_string(value->second);
        form.number = true;
    }
    if (form.folded.empty()) form.folded = lower;
    if (const auto known = by_folded_.find(form.folded); known != by_folded_.end()) return known->second;
    form.stop = !form.number && language.stop_words.contains(lower);
    const std::string stem = form.number || word.size() > longest_word ? form.folded : fold(stemmer_of(language)(lower));
    const auto [at, fresh] = stems_.emplace(stem, static_cast<std::uint32_t>(stems_.size()));
    if (fresh) {
        stem_texts_.push_back(stem);
        stop_stems_.push_back(form.stop || form.number);
    }
    form.stem = at->second;
    const auto id = static_cast<std::uint32_t>(forms_.size());
    by_folded_.emplace(form.folded, id);
    forms_.push_back(std::move(form));
    return id;
}

void Vocabulary::find_parts() {
    parts_.assign(stem_texts_.size(), {});
    const auto part = [&](const std::string& text) -> std::optional<std::uint32_t> {
        const auto at = stems_.find(text);
        if (at == stems_.end() || stop_stems_[at->second]) return std::nullopt;
        return at->second;
    };
    for (std::uint32_t s = 0; s < stem_texts_.size(); ++s) {
        const std::string& whole = stem_texts_[s];
        if (whole.size() < 2 * shortest_part || whole.size() > longest_word) continue;
        std::optional<std::uint32_t> head;
        std::optional<std::uint32_t> tail;
        for (std::size_t cut = shortest_part; cut < whole.size(); ++cut) {
            if (const auto found = part(whole.substr(0, cut)); found) head = found;            // the longest one
            if (!tail && whole.size() - cut >= shortest_part) tail = part(whole.substr(cut));  // the longest one
        }
        if (head) parts_[s].push_back(*head);
        if (tail && tail != head) parts_[s].push_back(*tail);
    }
}

bool differ_by_ending(std::string_view left, std::string_view right) {
    constexpr std::array<std::string_view, 8> endings = {"", "e", "en", "er", "es", "em", "n", "s"};
    const auto [l, r] = std::ranges::mismatch(left, right);
    const auto common = static_cast<std::size_t>(l - left.begin());
    const auto is_ending = [&](std::string_view rest) { return std::ranges::find(endings, rest) != endings.end(); };
    for (std::size_t base = common; base >= shortest_base && base + 2 >= common; --base) {
        if (is_ending(left.substr(base)) && is_ending(right.substr(base))) return true;
    }
    return false;
}

}  // namespace depesche
