#include "page/piece_words.h"

#include <algorithm>

#include "language/language.h"
#include "page/wording.h"

namespace depesche {
namespace {

// " dieser artikel ist ": the words in lower case with a blank around each.
std::string joined(std::string_view line, std::size_t most_words) {
    const LineWords words = words_of_line(line, most_words);
    std::string out = " ";
    for (const std::string_view word : words.words) {
        if (word == "#") continue;
        out += word;
        out += ' ';
    }
    return out;
}

}  // namespace

PieceWords::PieceWords() {
    for (const std::string_view language : data_languages()) {
        for (const Row& row : data_rows("languages/" + std::string(language) + "/piece-words.tsv")) {
            if (row.size() < 2) continue;
            if (row[0] == "paywall") pay_.push_back(std::string(" ").append(row[1]).append(" "));
            else kinds_.push_back({row[0], row[1]});
        }
    }
}

std::string_view PieceWords::kind_of(std::string_view line) const {
    if (line.empty() || line.size() > 60) return {};
    const std::string words = joined(line, 5);
    const auto found = std::ranges::find_if(kinds_, [&](const Phrase& p) {
        return words.size() == p.words.size() + 2 && std::string_view(words).substr(1, p.words.size()) == p.words;
    });
    return found == kinds_.end() ? std::string_view{} : found->kind;
}

bool PieceWords::asks_to_pay(std::string_view line) const {
    const std::string words = joined(line.substr(0, 300), 40);
    return std::ranges::any_of(pay_, [&](const std::string& phrase) { return words.find(phrase) != std::string::npos; });
}

}  // namespace depesche
