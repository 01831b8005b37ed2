// Sheet: lines for a terminal. Text is wrapped in a left column; what supports it stands in a right column beside it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace depesche {

enum class Ink { plain, strong, faint, changed };

// A stretch of clean text (show/clean_text.h) in one ink.
struct Inked {
    std::string text;
    Ink ink = Ink::plain;
};
using Line = std::vector<Inked>;

// Widths are terminal columns. No line is wider than the sheet, unless a single letter is; a word too long for the column is cut
// between letters. `first` and `rest` are indented by at most half of the column; a longer `first` flows along with the text. On a sheet
// under 64 columns references stand behind the text instead of beside it.
class Sheet {
public:
    // `reference_columns`: width of the longest reference there will be.
    Sheet(unsigned width, unsigned reference_columns, bool color);

    void blank();
    void rule(char32_t letter);           // a whole line of it
    void heading(std::string_view text);  // a blank line and the text, strong

    // `first` begins the first line, `rest` every further one; both are as wide as the text is to be indented.
    void paragraph(std::string_view first, std::string_view rest, const Line& text, std::span<const std::string> references);

    [[nodiscard]] std::string take();

private:
    struct Word;
    [[nodiscard]] std::vector<Word> words_of(const Line& text, unsigned columns) const;
    [[nodiscard]] std::vector<std::vector<Word>> wrap(const Line& text, unsigned columns) const;
    void put_words(const std::vector<Word>& words);
    void put(std::string_view text, Ink ink);
    void end_line();

    unsigned width_;
    unsigned reference_columns_;
    bool color_;
    bool beside_;
    std::string out_;
};

}  // namespace depesche
