#include "marks/name_spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace depesche {
namespace {

SpellingLikeness likeness(std::string_view a, std::string_view b) { return compare(name_part(a), name_part(b)); }

TEST(NameSpelling, TranscriptionsMeet) {
    for (const auto& [a, b] : {std::pair{"Manturow", "Manturov"},
                               {"Tschuikow", "Chuykov"},
                               {"Khalid", "Chalid"},
                               {"Wolodymyr", "Wladimir"},
                               {"Sergej", "Sergei"},
                               {"Dmitri", "Dmitrij"},
                               {"Yusuf", "Jussuf"},
                               {"Yıldırım", "Yildirim"},
                               {"Đorđe", "Djordje"}}) {
        EXPECT_GE(likeness(a, b), SpellingLikeness::transcription) << a << " " << b;
    }
}

TEST(NameSpelling, DifferentNamesStayApart) {
    for (const auto& [a, b] :
         {std::pair{"Jan", "Jana"}, {"Mario", "Maria"}, {"Simon", "Simone"}, {"Peter", "Petra"}, {"Maurer", "Meier"}, {"Kim", "Kam"}}) {
        EXPECT_EQ(likeness(a, b), SpellingLikeness::different) << a << " " << b;
    }
}

TEST(NameSpelling, InflectionAndSlips) {
    EXPECT_EQ(likeness("Putins", "Putin"), SpellingLikeness::inflected);
    EXPECT_EQ(likeness("Brams’", "Brams"), SpellingLikeness::equal);
    EXPECT_EQ(likeness("Strässle", "Straessle"), SpellingLikeness::equal);
    EXPECT_EQ(likeness("Haberkorn", "Habekorn"), SpellingLikeness::slip);
    EXPECT_EQ(likeness("F.", "Frank"), SpellingLikeness::transcription);
}

TEST(NameSpelling, ComparingDoesNotDependOnTheOrder) {
    std::mt19937 random(7);
    const std::string letters = "aeiouhjknrstvwz";
    for (int i = 0; i < 3000; ++i) {
        std::string a;
        std::string b;
        for (std::size_t n = 1 + random() % 7; n > 0; --n) a += letters[random() % letters.size()];
        for (std::size_t n = 1 + random() % 7; n > 0; --n) b += letters[random() % letters.size()];
        EXPECT_EQ(likeness(a, b), likeness(b, a)) << a << " " << b;
    }
}

// The slow twin: the distance by its definition.
unsigned slow_distance(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return static_cast<unsigned>(a.size() + b.size());
    const unsigned replaced = slow_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0U : 1U);
    return std::min({replaced, slow_distance(a.substr(1), b) + 1, slow_distance(a, b.substr(1)) + 1});
}

TEST(NameSpelling, EditDistanceIsTheDefinition) {
    std::mt19937 random(11);
    for (int i = 0; i < 500; ++i) {
        std::string a;
        std::string b;
        for (std::size_t n = random() % 6; n > 0; --n) a += static_cast<char>('a' + random() % 3);
        for (std::size_t n = random() % 6; n > 0; --n) b += static_cast<char>('a' + random() % 3);
        for (unsigned most = 0; most < 4; ++most)
            EXPECT_EQ(edit_distance(a, b, most), std::min(slow_distance(a, b), most + 1)) << a << " " << b;
    }
}

}  // namespace
}  // namespace depesche
