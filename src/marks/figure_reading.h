// Reading the figures of one text, word by word.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "marks/figure_lexicon.h"
#include "marks/find_marks.h"

namespace depesche {

// A number as it stands: digits or words, with what multiplies or divides it.
struct Quantity {
    double value = 0;
    std::uint32_t end = 0;       // word behind it
    std::uint32_t text_end = 0;  // byte behind it
    double scale = 1;            // "Millionen"; already in value
    bool article = false;        // "ein"
    bool share = false;          // "zwei Drittel"
    bool heads = false;          // "zwölfköpfig"
    bool about = false;          // "ein knappes Drittel"
    std::string_view unit;       // when the unit is part of the word: "44-Jährige"
};

class FigureReading {
public:
    FigureReading(const MarkText& text, const Language& language, const FigureLexicon& lexicon, std::span<const Time> times)
        : text_(text), language_(language), lexicon_(lexicon), words_(text.tokens.words), times_(times) {}

    // All figures, by span. Each word begins at most one attempt, and an attempt looks at no more than a dozen words around it.
    [[nodiscard]] std::vector<Figure> run();

private:
    struct Draft {
        Figure figure;
        std::uint32_t first = 0;  // first word of the number
        std::uint32_t end = 0;    // word behind number and unit
        bool article = false;
        bool share = false;
        bool digits = false;
        bool single = false;   // the noun is one of which one is news
        bool of_them = false;  // it counts what the figure before it does
        bool dashed = false;   // a range written with a dash
        double scale = 1;
    };

    [[nodiscard]] std::string_view piece(std::uint32_t at) const;
    [[nodiscard]] std::string lower(std::uint32_t at) const;
    [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] bool touching(std::uint32_t at) const;  // nothing between it and the word before
    [[nodiscard]] const FigureSense* sense(std::uint32_t at, FigureRole role) const;
    [[nodiscard]] std::string phrase(std::uint32_t first, std::uint32_t count) const;
    bool in_time(std::uint32_t at);

    [[nodiscard]] std::optional<Quantity> quantity(std::uint32_t at) const;
    [[nodiscard]] std::optional<Quantity> digits(std::uint32_t at) const;
    [[nodiscard]] std::optional<Quantity> mixed_word(std::uint32_t at) const;
    [[nodiscard]] std::optional<Quantity> number_word(std::uint32_t at) const;
    [[nodiscard]] std::optional<double> hyphened_fraction(std::string_view word) const;
    [[nodiscard]] bool is_zero_of_unit(std::uint32_t at) const;
    bool take_share_of_scale(Quantity& found) const;
    void take_and_a_half(Quantity& found) const;
    void extend(Quantity& found) const;  // scales, halves, fractions
    [[nodiscard]] bool is_vague(std::uint32_t first, const Quantity& number) const;
    [[nodiscard]] bool takes_unit_of_next(Draft& draft) const;

    [[nodiscard]] std::optional<Figure> figure_at(std::uint32_t at);
    void take_range(Draft& draft, const Quantity& first) const;
    void take_currency(Draft& draft) const;
    void take_unit(Draft& draft) const;
    void take_hedge(Draft& draft) const;
    void take_counted(Draft& draft) const;
    void take_part_of(Draft& draft) const;
    void take_amount_of(Draft& draft) const;
    void take_predicate(Draft& draft) const;
    void take_of_them(Draft& draft) const;
    bool take_noun(Draft& draft, std::uint32_t at, bool listed_only) const;
    [[nodiscard]] bool accepts(const Draft& draft) const;
    [[nodiscard]] bool is_update(const Draft& draft) const;
    [[nodiscard]] bool is_name_or_score(std::uint32_t at, std::uint32_t end) const;

    const MarkText& text_;
    const Language& language_;
    const FigureLexicon& lexicon_;
    std::span<const Word> words_;
    std::span<const Time> times_;
    std::size_t time_ = 0;
    static constexpr std::uint32_t longest_word = 60;  // bytes
    std::uint32_t previous_first_ = 0;                 // first word of the last figure
    bool previous_difference_ = false;                 // the last figure was one: "stieg um 20"
    std::uint32_t previous_end_ = 0;                   // word behind the last figure
    std::uint32_t resume_ = 0;
    Figure counted_before_;  // the last figure
};

}  // namespace depesche
