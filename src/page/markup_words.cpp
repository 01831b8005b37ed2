#include "page/markup_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "language/language.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, markup_cue_count> names = {
    "article",    "text",   "main",    "navigation", "header",  "footer",   "side",   "teaser",     "share",
    "newsletter", "pay",    "cookie",  "advert",     "comment", "author",   "date",   "tags",       "meta",
    "caption",    "credit", "picture", "gallery",    "player",  "headline", "kicker", "standfirst", "keypoints",
    "button",     "form",   "hidden",  "box",        "quote",   "list",     "item"};

constexpr std::size_t longest_word = 24;
constexpr std::size_t longest_name = 512;

std::uint32_t hash_of(std::string_view word) {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ (hash >> 15U);
}

std::optional<MarkupCues> cue_named(std::string_view name) {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return MarkupCues{1} << static_cast<unsigned>(at - names.begin());
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string_view name_of(MarkupCue cue) { return names[static_cast<std::size_t>(cue)]; }

MarkupWords::MarkupWords() {
    const std::vector<Row> rows = data_rows("page/markup-words.tsv");
    slots_.resize(std::bit_ceil(rows.size() * 4 + 4));
    for (const Row& row : rows) {
        const auto cue = row.size() > 1 ? cue_named(row[0]) : std::nullopt;
        if (!cue) continue;
        Slot& slot = slots_[place_of(row[1])];
        slot.word = row[1];
        slot.cues |= *cue;
    }
}

// Where the word is, or the free slot where it would be. The table is never more than a quarter full.
std::size_t MarkupWords::place_of(std::string_view word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash_of(word) & mask;
    while (!slots_[at].word.empty() && slots_[at].word != word) at = (at + 1) & mask;
    return at;
}

MarkupCues MarkupWords::look_up(std::string_view word) const {
    return word.size() < 2 || word.size() > longest_word ? 0 : slots_[place_of(word)].cues;
}

MarkupCues MarkupWords::cues_of(std::string_view name) const {
    std::array<char, longest_name + 1> letters{};  // the words one behind the other, in lower case
    std::size_t size = 0;
    std::size_t begin = 0;   // of the word that is being read
    std::size_t before = 0;  // of the word before it; the same when there is none
    MarkupCues cues = 0;
    const auto close = [&] {
        if (size == begin) return;
        cues |= look_up({&letters[begin], size - begin});
        if (before < begin) cues |= look_up({&letters[before], size - before});
        before = begin;
        begin = size;
    };
    name = name.substr(0, longest_name);
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char c = name[at];
        const bool capital = is_capital(c);
        if (capital && at > 0 && is_small(name[at - 1])) close();
        if (capital || is_small(c)) letters[size++] = capital ? static_cast<char>(c - 'A' + 'a') : c;
        else close();
        if (c == ' ') before = begin;
    }
    close();
    return cues;
}

}  // namespace depesche
