// PageSurvey: what only the whole page tells of a line: where its running text stands, what repeats, what it is about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/line_look.h"
#include "page/page_lines.h"

namespace depesche {

// Made once a page, linear in the page. `lines` and `looks` must outlive it; indices are lines.
class PageSurvey {
public:
    PageSurvey(std::string_view text, const std::vector<PageLine>& lines, const std::vector<LineLook>& looks);

    [[nodiscard]] std::size_t size() const { return lines_.size(); }
    [[nodiscard]] std::string_view view(std::size_t i) const { return text_.substr(lines_[i].span.begin, lines_[i].span.size()); }
    [[nodiscard]] bool prose(std::size_t i) const { return i < run_.size() && run_[i] > 0; }

    // Paragraphs that stand in line i or behind it; i up to size().
    [[nodiscard]] std::uint32_t prose_from(std::size_t i) const { return prose_from_[i]; }
    // How many paragraphs follow each other where line i stands; 0 when it is none. i up to size().
    [[nodiscard]] std::uint32_t run(std::size_t i) const { return run_[i]; }
    // The middle length of the page's paragraphs, in letters.
    [[nodiscard]] std::uint32_t usual_paragraph() const { return usual_paragraph_; }
    // The indent that most paragraphs have.
    [[nodiscard]] std::uint32_t prose_indent() const { return prose_indent_; }
    // Lines that have an empty line above them.
    [[nodiscard]] std::size_t blanks() const { return blanks_; }
    // How often the line stands on the page, itself included.
    [[nodiscard]] std::size_t times(std::size_t i) const { return times_.at(view(i)); }

    // In a row of teasers: three or more short texts, each alone below a heading. A ticker's entries are none: they have a clock.
    [[nodiscard]] bool teaser_row(std::size_t i) const { return teaser_row_[i]; }
    // The core [begin, end): the stretch of lines with the most running text and the fewest other lines, as the subsequence with
    // the largest sum (Pasternack and Roth: Extracting article text from the web with maximum subsequence segmentation, 2009).
    // Empty at the end of the page when there is no running text.
    [[nodiscard]] std::size_t core_begin() const { return core_begin_; }
    [[nodiscard]] std::size_t core_end() const { return core_end_; }

    // The share of the line's words that stand in (other) paragraphs; below 0 when there are too few words or paragraphs to say.
    [[nodiscard]] double shared(std::size_t i) const;
    // True when most of the line stands word for word in another paragraph: a pull quote, a caption's twin.
    [[nodiscard]] bool cited(std::size_t i) const { return cited_[i]; }
    // The first people that lines of names give, at most six.
    [[nodiscard]] const std::vector<std::string>& authors() const { return authors_; }

private:
    void survey_layout();
    void survey_runs();
    void survey_subject();
    void survey_citations();
    void survey_teasers();
    void survey_core();

    std::string_view text_;
    const std::vector<PageLine>& lines_;
    const std::vector<LineLook>& looks_;
    std::vector<std::uint32_t> prose_from_;
    std::vector<std::uint32_t> run_;
    std::vector<bool> teaser_row_;
    std::vector<bool> cited_;
    std::unordered_map<std::string_view, std::size_t> times_;
    std::vector<std::vector<std::uint64_t>> words_;              // of each line, as hashes
    std::unordered_map<std::uint64_t, std::uint32_t> mentions_;  // paragraphs that have the word
    std::vector<std::string> authors_;
    std::uint32_t usual_paragraph_ = 0;
    std::uint32_t prose_indent_ = 0;
    std::size_t blanks_ = 0;
    std::size_t core_begin_ = 0;
    std::size_t core_end_ = 0;
};

}  // namespace depesche
