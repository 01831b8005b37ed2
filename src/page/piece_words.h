// Words of newsrooms that say what kind of piece a page holds, and that the rest must be paid for; data/languages/<code>/piece-words.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depesche {

// All languages' words together, since a page's furniture may be in another. Made once, read-only.
class PieceWords {
public:
    PieceWords();

    // The kind that a whole line names ("Kommentar", "LIVEBLOG:"), marks and numbers aside; empty when it names none.
    [[nodiscard]] std::string_view kind_of(std::string_view line) const;

    // True for a line that says that the rest must be paid for. Only the first 300 bytes are read.
    [[nodiscard]] bool asks_to_pay(std::string_view line) const;

private:
    struct Phrase {
        std::string_view kind;
        std::string_view words;
    };
    std::vector<Phrase> kinds_;
    std::vector<std::string> pay_;  // with a blank on each side
};

}  // namespace depesche
