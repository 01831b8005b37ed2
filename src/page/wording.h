// Wording: what the words of one line say about it, whatever page or markup it stands in.
//
// Phrases come from data/languages/<code>/page-words.tsv; those of all languages are looked for together, because a German
// page may have English buttons. A language is added by adding its table.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <depesche/span.h>

#include "language/language.h"

namespace depesche {

// What a phrase hints at; the names are those of the tables' first column.
enum class Cue : unsigned char {
    navigation,  // menus, legal lines, login
    button,      // buttons, sharing, forms
    player,      // audio and video players
    gallery,     // "Bild 1 von 14"
    cookie,      // consent, embedded content
    advert,
    pay,  // subscription, donation
    newsletter,
    related,      // heading above other pieces
    more,         // button of a teaser: "Zur Story"
    topics,       // heading above keywords, sources, programme notes
    comments,     // heading above readers' comments
    commentmark,  // buttons and counters of a comment
    ago,          // "vor 2 Std."
    keypoints,    // heading above the main points
    authorbox,    // heading above the lines about the author
    authorabout,  // "ist Redakteurin"
    note,         // the desk's own remark
    translated,   // words of translation or of a first publication elsewhere
    byline,       // "Von", "Aufgeschrieben von"
    published,    // "Veröffentlicht"
    updated,      // "Aktualisiert"
    readtime,     // "Lesedauer"
    credit,       // "Foto:"
    captionmark,  // "Archivbild", "links"
    release,      // "Pressemitteilung"
    source,       // "Quelle:", "mit Material von"
    section,      // name of a desk: "Ausland"
    address,      // words to the reader: "Ihre", "dir"
    consent,      // sentences that only consent dialogs and embedded content have
    copyright,    // "© 2024", "alle Rechte vorbehalten"
    appendix,     // heading behind a text's news: "Originalpublikation", "Pressekontakt"
    sender        // on a press release, heading above who sends it: "Über die Reederei"
};
inline constexpr std::size_t cue_count = 33;
using Cues = std::bitset<cue_count>;

[[nodiscard]] std::string_view name_of(Cue cue);
[[nodiscard]] inline bool has(const Cues& cues, Cue cue) { return cues[static_cast<std::size_t>(cue)]; }

// The first words of a line in lower case, letters only; a run of digits is "#".
struct LineWords {
    std::vector<char> letters;  // owns what `words` shows; moved, never copied
    std::vector<std::string_view> words;
    std::vector<Span> places;   // bytes of the line where each stands
    std::vector<bool> capital;  // begins with a capital and is not the first of a sentence
    std::size_t numbers = 0;    // how many are "#"

    LineWords() = default;
    LineWords(LineWords&&) noexcept = default;
    LineWords& operator=(LineWords&&) noexcept = default;
    LineWords(const LineWords&) = delete;
    LineWords& operator=(const LineWords&) = delete;
};
[[nodiscard]] LineWords words_of_line(std::string_view line, std::size_t most_words);

// All phrases, ready to look up; made once, read-only.
class Wording {
public:
    explicit Wording(const std::vector<std::string_view>& languages);

    // The cues of a line, from its first and last words (a cue in the midst of a long paragraph says nothing). Linear in the line.
    [[nodiscard]] Cues cues_of(const LineWords& line) const;

    // The same; `of_words` becomes the cues that each word is part of.
    [[nodiscard]] Cues cues_of(const LineWords& line, std::vector<Cues>& of_words) const;

private:
    enum class Place : unsigned char { whole, begin, end, has };
    struct Phrase {
        Cue cue;
        Place place;
        bool capital;  // "Ihr" is not "ihr"
        std::vector<std::string_view> words;
    };
    void read_table(std::string_view language);
    [[nodiscard]] static bool stands(const Phrase& phrase, const LineWords& line, std::size_t at);

    std::unordered_map<std::string, std::vector<Phrase>, TextHash, std::equal_to<>> by_first_word_;
};

}  // namespace depesche
