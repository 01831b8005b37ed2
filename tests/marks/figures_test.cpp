#include "marks/figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include <nlohmann/json.hpp>

#include "base/processor_time.h"
#include "marks/figure_digits.h"
#include "marks/times.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages all;
    return all;
}

std::vector<Figure> find(const std::string& text, const std::string& code) {
    static const TimeFinder times(languages());
    static const FigureFinder figures(languages());
    const Language& language = *languages().find(code);
    const MarkText marked =
        make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, parse_iso("2024-06-18"), language);
    return figures.find(marked, language, times.find(marked, language));
}

struct Wanted {
    std::size_t begin = 0, end = 0;
    std::string kind, unit, of;
    double value = 0, upper = 0;
    bool update = false;
};

struct Judged {
    std::string language, text;
    std::vector<Wanted> figures;
};

// "[Rund 200|about|200|person|soldat] Soldaten": words, kind (+ for an update), value or low..high, unit, what is counted.
Wanted read_figure(const std::string& inner, std::string& text) {
    std::vector<std::string> cells(1);
    for (const char c : inner) {
        if (c == '|') cells.emplace_back();
        else cells.back() += c;
    }
    Wanted wanted;
    wanted.begin = text.size();
    text += cells.at(0);
    wanted.end = text.size();
    wanted.update = cells.at(1).ends_with('+');
    wanted.kind = cells.at(1).substr(0, cells.at(1).size() - (wanted.update ? 1 : 0));
    wanted.value = std::stod(cells.at(2));
    const std::size_t dots = cells.at(2).find("..");
    if (dots != std::string::npos) wanted.upper = std::stod(cells.at(2).substr(dots + 2));
    wanted.unit = cells.at(3);
    wanted.of = cells.at(4);
    return wanted;
}

Judged read_judged(const std::string& line) {
    const auto json = nlohmann::json::parse(line);
    const std::string marked = json.at("marked").get<std::string>();
    Judged judged{json.at("language").get<std::string>(), {}, {}};
    for (std::size_t at = 0; at < marked.size(); ++at) {
        const std::size_t end = marked[at] == '[' ? marked.find(']', at) : std::string::npos;
        if (end == std::string::npos) {
            judged.text += marked[at];
            continue;
        }
        judged.figures.push_back(read_figure(marked.substr(at + 1, end - at - 1), judged.text));
        at = end;
    }
    return judged;
}

bool matches(const Figure& found, const Wanted& wanted) {
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); };
    return found.span.begin == wanted.begin && found.span.end == wanted.end && name_of(found.kind) == wanted.kind &&
           near(found.value, wanted.value) && near(found.upper.value_or(0), wanted.upper) && found.unit == wanted.unit &&
           found.of == wanted.of && found.update == wanted.update;
}

std::string shown(const Figure& figure, const std::string& text) {
    std::string out(text, figure.span.begin, figure.span.size());
    for (const std::string& cell : {std::string(name_of(figure.kind)), std::to_string(figure.value), figure.unit, figure.of})
        out.append("|").append(cell);
    return std::string(" <").append(out).append(figure.update ? "+>" : ">");
}

// Of all figures of a file, marked or found: how many are right.
void expect_right(const std::string& path, int least, double asked) {
    std::ifstream file(DEPESCHE_SOURCE_DIR + path);
    int marked = 0, found = 0, right = 0;
    std::string wrong;
    for (std::string line; std::getline(file, line);) {
        const Judged judged = read_judged(line);
        const auto answer = find(judged.text, judged.language);
        int here = 0;
        for (const Figure& figure : answer)
            here += std::ranges::any_of(judged.figures, [&](const Wanted& wanted) { return matches(figure, wanted); }) ? 1 : 0;
        marked += static_cast<int>(judged.figures.size());
        found += static_cast<int>(answer.size());
        right += here;
        if (here == static_cast<int>(judged.figures.size()) && answer.size() == judged.figures.size()) continue;
        wrong += "\n  " + judged.text;
        for (const Figure& figure : answer) wrong += shown(figure, judged.text);
    }
    std::printf("%s: F1 %.3f of %d figures\n", path.c_str(), 2.0 * right / (marked + found), marked);
    EXPECT_GE(marked, least);
    EXPECT_GE(2.0 * right / (marked + found), asked) << marked << " marked, " << found << " found, " << right << " right" << wrong;
}

TEST(Figures, JudgedFiguresAreRightInSpanKindValueUnitAndWhatIsCounted) { expect_right("/tests/marks/data/figures.jsonl", 200, 0.95); }
// Texts that a newcomer wrote: one half was read while rules were mended, the other was only measured.
TEST(Figures, NewsroomTextsThatWereRead) { expect_right("/tests/marks/data/newsroom-figures.jsonl", 80, 0.95); }
TEST(Figures, NewsroomTextsThatWereNeverRead) { expect_right("/tests/marks/data/newsroom-figures-unseen.jsonl", 80, 0.85); }

// Written when the rules were done.
TEST(Figures, NewsroomTextsThatCameLater) { expect_right("/tests/marks/data/newsroom-figures-later.jsonl", 40, 0.93); }

TEST(Figures, NumbersInDatesClocksAndDurationsAreNone) {
    EXPECT_TRUE(find("Am 19. Juni 2024 um 18.20 Uhr, seit drei Jahren und in zwei Wochen.", "de").empty());
    EXPECT_TRUE(find("On June 19, 2024 at 6:20 p.m., for three years.", "en").empty());
}

TEST(Figures, WhatIsCountedHasItsSpan) {
    const std::string text = "Drei schwer verletzte Bergleute und die Zahl der Toten stieg auf vier.";
    const auto figures = find(text, "de");
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(text.substr(figures[0].of_span.begin, figures[0].of_span.size()), "Bergleute");
    EXPECT_EQ(text.substr(figures[1].of_span.begin, figures[1].of_span.size()), "Toten");
    EXPECT_TRUE(figures[1].update);
}

TEST(Figures, SpansAreOrderedAndDoNotOverlap) {
    const auto figures = find(
        "Zwischen 40 und 50 Häuser, 3 bis 4 Boote, CHF 3'400, minus 12 Grad, zwei Drittel der Wähler, 20 Prozent und 3,5 Mrd. Euro.", "de");
    ASSERT_GE(figures.size(), 6U);
    for (std::size_t i = 1; i < figures.size(); ++i) EXPECT_GE(figures[i].span.begin, figures[i - 1].span.end);
}

TEST(Figures, AMarkBetweenTwoNumbersBelongsToOneOfThem) {
    for (const char* text : {"Es waren 0$4.5 und mehr.", "Er zahlte 5 CHF 3 oder 4 % - 3 %, zwei Drittel die Hälfte."}) {
        const auto figures = find(text, "de");
        ASSERT_FALSE(figures.empty()) << text;
        for (std::size_t i = 1; i < figures.size(); ++i) EXPECT_GE(figures[i].span.begin, figures[i - 1].span.end) << text;
    }
}

// The slow twin: take out the group marks, put a dot for the decimal mark, and let the library read it.
TEST(FigureDigits, AgreeWithReadingTheNumberWithoutItsMarks) {
    for (unsigned long n = 1; n < 100000000UL; n = n * 3 + 7) {
        std::string grouped = std::to_string(n);
        for (std::size_t at = grouped.size(); at > 3; at -= 3) grouped.insert(at - 3, 1, '.');
        grouped.append(",5");
        ASSERT_TRUE(digits_value(grouped, ",", ".' ")) << grouped;
        EXPECT_DOUBLE_EQ(*digits_value(grouped, ",", ".' "), static_cast<double>(n) + 0.5) << grouped;
    }
}

TEST(FigureDigits, WhatIsNoPlainNumberHasNoValue) {
    for (const char* text : {"0171", "18.06.2024", "1.2.3.4", "1,2,3", "12.34.56", "1..2", ""})
        EXPECT_FALSE(digits_value(text, ",", ".'")) << text;
    EXPECT_FALSE(digits_value(std::string(10000, '9'), ",", ".'"));
    EXPECT_DOUBLE_EQ(*digits_value("1.5", ",", ".'"), 1.5);
    EXPECT_DOUBLE_EQ(*digits_value("11\u2019000", ",", ".'\u2019"), 11000);
    EXPECT_DOUBLE_EQ(*digits_value("1,234.5", ".", ","), 1234.5);
}

TEST(Figures, TenThousandDigitsAreNoFigure) {
    EXPECT_TRUE(find(std::string(10000, '7').append(" Tote"), "de").empty());
    EXPECT_TRUE(find(std::string("Es gab ").append(std::string(10000, '1')).append(".000 Tote."), "de").empty());
}

double seconds_for(const std::string& text) {
    const Language& language = languages().fallback();
    static const FigureFinder finder(languages());
    const MarkText marked =
        make_mark_text(text, {{{0, static_cast<std::uint32_t>(text.size())}, PassageKind::body}}, std::nullopt, language);
    return processor_seconds([&] { EXPECT_FALSE(finder.find(marked, language, {}).empty()); });
}

TEST(Figures, TwiceTheLengthOfOneSentenceIsAboutTwiceTheTime) {
    std::string half;
    while (half.size() < 250000) half += "zwischen 3 und mehr als zwei neue große Zahl der 4,5 Mio. Euro auf vier ";
    EXPECT_LT(seconds_for(half + half), 3.5 * seconds_for(half) + 0.02);
}

}  // namespace
}  // namespace depesche
