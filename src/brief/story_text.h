// StoryText: the sentences of a story's reports in the form that all parts of a brief compare them in.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "brief/brief_words.h"
#include "brief/prepared.h"
#include "brief/story_names.h"
#include "brief/vocabulary.h"

namespace depesche {

enum class UnitKind : unsigned char { word, name, figure, time };

// What lining up two sentences moves in one piece: a word, or a whole name, figure or time expression. Punctuation is no unit.
struct TextUnit {
    UnitKind kind = UnitKind::word;
    Span span;               // text of the report
    std::uint32_t id = 0;    // word: form; name: group; figure and time: index into the report's Marks
    std::uint32_t stem = 0;  // of a word
    bool stop = false;
    float weight = 0;  // 0 for stop words
};

// One sentence of one report.
struct Line {
    std::uint32_t report = 0;
    std::uint32_t sentence = 0;  // index into the report's tokens
    Span span;
    PassageKind kind = PassageKind::body;
    std::uint32_t place = 0;  // how many sentences of the report stand before it
    std::uint32_t first_unit = 0;
    std::uint32_t last_unit = 0;
    std::uint32_t wording = 0;  // index into wordings()
};

// What a sentence is about: a stem, a part of a compound, a name group, a number.
struct Term {
    std::uint32_t id = 0;
    float share = 1;  // 1 for a word, less for what only hints at one
};

// Sentences with the same words, whatever case, marks and spelling. Copied sentences are one wording, so that a story of a
// thousand copies costs as much as one of a few.
struct StoryWording {
    std::vector<std::uint32_t> lines;  // ascending
    std::vector<Term> terms;           // by id, each once
    float total = 0;                   // weight of its words and names
};

class StoryText {
public:
    StoryText(const StoryReports& reports, const StoryNames& names, const BriefLexicon& lexicon);

    [[nodiscard]] const StoryReports& reports() const { return *reports_; }
    [[nodiscard]] const StoryNames& names() const { return *names_; }
    [[nodiscard]] const BriefWords& words_of(std::uint32_t report) const { return *brief_words_[report]; }
    [[nodiscard]] const Concepts& concepts() const { return *concepts_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }

    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }  // by report, then text
    [[nodiscard]] const std::vector<StoryWording>& wordings() const { return wordings_; }
    [[nodiscard]] std::span<const TextUnit> units_of(const Line& line) const {
        return std::span(units_).subspan(line.first_unit, line.last_unit - line.first_unit);
    }
    [[nodiscard]] const Line& first_line(const StoryWording& wording) const { return lines_[wording.lines.front()]; }
    // The line that holds text offset `at` of the report; nullptr when none does.
    [[nodiscard]] const Line* line_at(std::uint32_t report, std::uint32_t at) const;

    // How much a term tells: rare ones in the story tell more. Natural logarithm of (wordings + 1) / (wordings with it + 0.5).
    [[nodiscard]] float weight(std::uint32_t term) const { return term_weights_[term]; }
    [[nodiscard]] std::uint32_t term_of_stem(std::uint32_t stem) const { return stem; }
    [[nodiscard]] std::uint32_t term_of_group(std::uint32_t group) const { return static_cast<std::uint32_t>(vocabulary_.stems()) + group; }

    // Forms of the words of text[span] of the report, marks left out.
    [[nodiscard]] std::vector<std::uint32_t> forms_in(std::uint32_t report, Span span) const;
    // The same with each word's place.
    [[nodiscard]] std::vector<Span> word_spans_in(std::uint32_t report, Span span) const;

private:
    void read_words();
    void make_lines();
    void make_units(const Prepared& report, std::uint32_t index, const Sentence& sentence);
    void make_wordings();
    std::vector<Term> terms_of(const Line& line) const;
    void weigh();

    const StoryReports* reports_;
    const StoryNames* names_;
    std::vector<const BriefWords*> brief_words_;
    const Concepts* concepts_;
    Vocabulary vocabulary_;
    std::vector<std::vector<std::uint32_t>> forms_;  // report -> one a token
    std::vector<Line> lines_;
    std::vector<std::uint32_t> first_line_;  // report -> its first line
    std::vector<TextUnit> units_;
    std::vector<StoryWording> wordings_;
    std::vector<float> term_weights_;
};

}  // namespace depesche
