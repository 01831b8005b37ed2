#include "show/sheet.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "show/clean_text.h"

namespace depesche {
namespace {

constexpr unsigned narrow = 64;
constexpr unsigned gutter = 2;  // between text and references

std::string_view code_of(Ink ink) {
    switch (ink) {
        case Ink::plain:
            break;
        case Ink::strong:
            return "\x1b[1m";
        case Ink::faint:
            return "\x1b[2m";
        case Ink::changed:
            return "\x1b[1;4m";
    }
    return {};
}

}  // namespace

// A piece of one ink that is not parted; `glued` when no blank stands before it.
struct Sheet::Word {
    std::string text;
    unsigned columns = 0;
    Ink ink = Ink::plain;
    bool glued = false;
};

Sheet::Sheet(unsigned width, unsigned reference_columns, bool color)
    : width_(std::max(width, 20U)),
      reference_columns_(reference_columns),
      color_(color),
      beside_(width_ >= std::max(narrow, reference_columns + 40)) {}

void Sheet::put(std::string_view text, Ink ink) {
    const std::string_view code = color_ ? code_of(ink) : std::string_view();
    out_ += code;
    out_ += text;
    if (!code.empty()) out_ += "\x1b[0m";
}

void Sheet::end_line() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    out_ += '\n';
}

void Sheet::blank() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Sheet::rule(char32_t letter) {
    std::string line;
    for (unsigned i = 0; i < width_; ++i) append_utf8(line, letter);
    put(line, Ink::faint);
    end_line();
}

void Sheet::heading(std::string_view text) {
    blank();
    paragraph("", "", {{std::string(text), Ink::strong}}, {});
}

std::vector<Sheet::Word> Sheet::words_of(const Line& text, unsigned columns) const {
    std::vector<Word> words;
    bool glued = false;
    for (const Inked& piece : text) {
        Word word{{}, 0, piece.ink, glued};
        const auto finish = [&](bool next_glued) {
            if (!word.text.empty()) words.push_back(word);
            word = {{}, 0, piece.ink, next_glued};
        };
        for (std::size_t at = 0; at < piece.text.size();) {
            const char32_t c = next_code_point(piece.text, at);
            if (c == ' ') {
                finish(false);
                continue;
            }
            if (word.columns + columns_of(c) > columns && !word.text.empty()) finish(true);
            append_utf8(word.text, c);
            word.columns += columns_of(c);
        }
        finish(true);
        if (!piece.text.empty()) glued = piece.text.back() != ' ';
    }
    return words;
}

// Greedy: a word goes to the next line when it does not fit; words that are glued to it go along while they fit on a line at all.
std::vector<std::vector<Sheet::Word>> Sheet::wrap(const Line& text, unsigned columns) const {
    const std::vector<Word> words = words_of(text, columns);
    std::vector<std::vector<Word>> lines(1);
    unsigned used = 0;
    for (std::size_t begin = 0; begin < words.size();) {
        std::size_t end = begin + 1;
        unsigned wide = words[begin].columns;
        while (end < words.size() && words[end].glued && wide + words[end].columns <= columns) wide += words[end++].columns;
        const unsigned space = used > 0 && !words[begin].glued ? 1 : 0;
        if (used > 0 && used + space + wide > columns) {
            lines.emplace_back();
            used = 0;
        }
        used += wide + (used > 0 ? space : 0);
        lines.back().insert(lines.back().end(), words.begin() + static_cast<std::ptrdiff_t>(begin),
                            words.begin() + static_cast<std::ptrdiff_t>(end));
        begin = end;
    }
    return lines;
}

void Sheet::put_words(const std::vector<Word>& words) {
    for (std::size_t begin = 0; begin < words.size();) {
        std::string run;
        std::size_t end = begin;
        for (; end < words.size() && words[end].ink == words[begin].ink; ++end) {
            if (end > 0 && !words[end].glued) end == begin ? void(out_ += ' ') : void(run += ' ');
            run += words[end].text;
        }
        put(run, words[begin].ink);
        begin = end;
    }
}

void Sheet::paragraph(std::string_view first, std::string_view rest, const Line& text, std::span<const std::string> references) {
    const unsigned room = width_ - (beside_ ? reference_columns_ + gutter : 0);
    if (columns_of(first) > room / 2 &&
        first.find_first_not_of(' ') != std::string_view::npos) {  // too little room beside it: it flows along
        const std::size_t letters = std::min(first.find_first_not_of(' '), first.size());
        Line whole{{std::string(first.substr(letters)), Ink::plain}};
        whole.insert(whole.end(), text.begin(), text.end());
        const std::string blanks(std::min<std::size_t>(letters + 2, 4), ' ');
        paragraph(first.substr(0, letters), blanks, whole, references);
        return;
    }
    Line flowing = text;
    if (!beside_) {
        for (const std::string& reference : references) flowing.push_back({" " + reference, Ink::faint});
    }
    const unsigned columns = room - std::max(columns_of(first), columns_of(rest));
    const auto lines = wrap(flowing, columns);
    const std::size_t beside = beside_ ? references.size() : 0;
    for (std::size_t i = 0; i < std::max(lines.size(), beside); ++i) {
        put(i == 0 ? first : rest, Ink::plain);
        unsigned used = columns_of(i == 0 ? first : rest);
        if (i < lines.size()) {
            put_words(lines[i]);
            for (std::size_t w = 0; w < lines[i].size(); ++w) used += lines[i][w].columns + (w > 0 && !lines[i][w].glued ? 1 : 0);
        }
        if (i < beside) {
            out_.append(width_ - reference_columns_ - std::min(used, width_ - reference_columns_), ' ');
            put(references[i], Ink::faint);
        }
        end_line();
    }
}

std::string Sheet::take() { return std::exchange(out_, {}); }

}  // namespace depesche
