// Bylines and wire credits: which people and which agencies a line names as makers of the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "language/language.h"
#include "page/wording.h"

namespace depesche {

// A person or an agency in a line.
struct LineName {
    Span span;         // bytes of the line
    std::string name;  // a person as written, without role; an agency by its short name
};

// What a line that may be a byline or a wire credit holds.
struct Byline {
    std::vector<LineName> people;
    std::vector<LineName> agencies;
    bool led = false;            // begins with a word that leads a byline: "Von"
    std::size_t rest_words = 0;  // words that are neither names nor leading words nor roles nor parts of dates
};

class BylineReader {
public:
    explicit BylineReader(const Languages& languages);

    // Reads a line as a byline: names apart from each other by commas, "und", "/", "|"; each two to four capitalised words with
    // particles and initials ("Wolf von der Mühlen", "J. P. Meier"), roles before or behind cut off. `dates`: spans of the line to
    // read over. Handles "Aus Seoul berichtet Leopold Haslinger", "Nina Zgraggen, Berlin", "dpa/Jana Ott"; does not handle names
    // of one word. Names without a mark between them are parted at the given names of the tables. Linear in the line.
    [[nodiscard]] Byline read(std::string_view line, const std::vector<Span>& dates) const;

    // Agencies named in a piece of text, by whole words; spans are bytes of it. With `pictures`, picture agencies too.
    [[nodiscard]] std::vector<LineName> agencies_in(std::string_view text, bool pictures = false) const;

    // True for a wire credit: nothing but agencies, initials of the desk and leading words ("(nak/dpa)", "Quelle: APA/sda",
    // "mit Material von AFP", "© dpa-infocom, dpa:261008-99-114207/2").
    [[nodiscard]] bool is_wire_credit(std::string_view line) const;

private:
    struct Piece;
    enum Kind : unsigned { lead = 1, role = 2, particle = 4, other = 8, wire = 16, filler = 32 };
    [[nodiscard]] unsigned kind_of(std::string_view lower_word) const;
    void read_piece(std::string_view line, Span piece, Byline& out) const;
    template <class Tokens>
    bool split_at_given_names(std::string_view line, const Tokens& tokens, std::size_t first, Byline& out) const;
    [[nodiscard]] bool is_name_word(std::string_view word, std::string_view lower) const;

    struct Spelling {
        std::string_view short_name;
        bool picture;
        std::vector<std::string_view> words;
    };
    WordMap<unsigned> kinds_;
    WordMap<std::vector<Spelling>> agencies_;  // by first word
    WordSet given_names_;
    WordSet never_names_;  // months, weekdays, stop words
};

}  // namespace depesche
