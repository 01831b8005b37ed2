#include "page/wording.h"

#include <algorithm>

#include "base/utf8.h"

namespace depesche {
namespace {

constexpr std::array<std::string_view, cue_count> cue_names = {
    "navigation", "button",  "player",    "gallery",     "cookie",   "advert",    "pay",         "newsletter",  "related",
    "more",       "topics",  "comments",  "commentmark", "ago",      "keypoints", "authorbox",   "authorabout", "note",
    "translated", "byline",  "published", "updated",     "readtime", "credit",    "captionmark", "release",     "source",
    "section",    "address", "consent",   "copyright",   "appendix", "sender"};

std::optional<Cue> cue_named(std::string_view name) {
    const auto it = std::ranges::find(cue_names, name);
    if (it == cue_names.end()) return std::nullopt;
    return static_cast<Cue>(it - cue_names.begin());
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

constexpr std::string_view number_word = "#";

// Never grows `out` beyond its capacity: views into it must stay.
void append_lower(std::vector<char>& out, std::string_view word) {
    const bool plain = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (plain) {
        for (const char c : word) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        return;
    }
    const std::string lower = to_lower(word);
    const std::size_t room = out.capacity() - out.size();
    out.insert(out.end(), lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(std::min(lower.size(), room)));
}

}  // namespace

std::string_view name_of(Cue cue) { return cue_names[static_cast<std::size_t>(cue)]; }

LineWords words_of_line(std::string_view line, std::size_t most_words) {
    LineWords out;
    out.letters.reserve(line.size() * 2);  // no lower-case letter is more than twice as long, so the views stay
    std::size_t at = 0;
    bool sentence_begins = true;
    while (at < line.size() && out.words.size() < most_words) {
        const std::size_t begin = at;
        const char32_t first = next_code_point(line, at);
        if (is_digit(first)) {
            for (std::size_t next = at; next < line.size() && is_digit(next_code_point(line, next)); at = next) {
            }
            out.words.push_back(number_word);
            ++out.numbers;
        } else if (is_letter(first)) {
            for (std::size_t next = at; next < line.size() && is_letter(next_code_point(line, next)); at = next) {
            }
            const std::size_t from = out.letters.size();
            append_lower(out.letters, line.substr(begin, at - begin));
            out.words.emplace_back(out.letters.data() + from, out.letters.size() - from);
        } else {
            if (first != U' ') sentence_begins = first != U',' && first != U'-' && first != U'/';
            continue;
        }
        out.capital.push_back(!sentence_begins && is_upper(first));
        sentence_begins = false;
        out.places.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    }
    return out;
}

Wording::Wording(const std::vector<std::string_view>& languages) {
    for (const std::string_view language : languages) read_table(language);
}

void Wording::read_table(std::string_view language) {
    for (const Row& row : data_rows("languages/" + std::string(language) + "/page-words.tsv")) {
        const auto cue = row.size() >= 3 ? cue_named(row[0]) : std::nullopt;
        if (!cue || row[2].empty()) continue;
        std::size_t at = 0;
        Phrase phrase{*cue, Place::has, is_upper(next_code_point(row[2], at)), split_at_blanks(row[2])};
        if (row[1] == "whole") phrase.place = Place::whole;
        if (row[1] == "begin") phrase.place = Place::begin;
        if (row[1] == "end") phrase.place = Place::end;
        if (phrase.words.empty()) continue;
        by_first_word_[to_lower(phrase.words.front())].push_back(std::move(phrase));
    }
}

bool Wording::stands(const Phrase& phrase, const LineWords& line, std::size_t at) {
    const std::size_t end = at + phrase.words.size();
    if (end > line.words.size()) return false;
    if (phrase.capital && !line.capital[at]) return false;
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {  // the first word was looked up
        if (line.words[at + i] != phrase.words[i]) return false;
    }
    const auto numbers_only = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            if (line.words[i] != number_word) return false;
        }
        return true;
    };
    switch (phrase.place) {
        case Place::has:
            return true;
        case Place::begin:
            return at == 0;
        case Place::end:
            return end == line.words.size();
        case Place::whole:
            return numbers_only(0, at) && numbers_only(end, line.words.size());
    }
    return false;
}

Cues Wording::cues_of(const LineWords& line) const {
    std::vector<Cues> of_words;
    return cues_of(line, of_words);
}

Cues Wording::cues_of(const LineWords& line, std::vector<Cues>& of_words) const {
    Cues cues;
    of_words.assign(line.words.size(), {});
    for (std::size_t at = 0; at < line.words.size(); ++at) {
        const auto found = by_first_word_.find(line.words[at]);
        if (found == by_first_word_.end()) continue;
        for (const Phrase& phrase : found->second) {
            if (!stands(phrase, line, at)) continue;
            cues.set(static_cast<std::size_t>(phrase.cue));
            for (std::size_t i = 0; i < phrase.words.size(); ++i) of_words[at + i].set(static_cast<std::size_t>(phrase.cue));
        }
    }
    return cues;
}

}  // namespace depesche
