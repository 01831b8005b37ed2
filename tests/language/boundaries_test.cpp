// The fast way of finding boundaries against ICU's, on sentences and on seeded random text.
#include "language/boundaries.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "base/utf8.h"

namespace depesche {
namespace {

void expect_same(const std::string& text) {
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    Boundaries fast, plain;
    find_boundaries(text, all, fast);
    find_boundaries_by_icu(text, all, plain);
    EXPECT_EQ(fast.words, plain.words) << text;
    EXPECT_EQ(fast.sentences, plain.sentences) << text;
}

// Text of letters drawn from `alphabet`.
std::string random_text(std::mt19937& random, const std::vector<char32_t>& alphabet, std::size_t most) {
    std::string text;
    const std::size_t length = random() % most;
    for (std::size_t i = 0; i < length; ++i) append_utf8(text, alphabet[random() % alphabet.size()]);
    return text;
}

TEST(Boundaries, OfSentencesAreThoseOfIcu) {
    for (const char* text :
         {"", " ", ".", "Die Fähre sank um 18.55 Uhr. „War’s das?“, fragte er.", "Es kostet 1,5 Mio. Euro (ca.) insgesamt. Zu viel?!",
          "U.S. officials said 3.5 p.m. e.g. nothing... Nothing.) Then", "a:b 10:30 x_y _ __1 1_a a.b a.1 1.a 1;2 a;b",
          "Eins.\r\nZwei\n\nDrei\r", "Ende. . , ; (x) danach. \t5. Juni… so“. 『", "Α. β. Ω; Да. нет! Он сказал: «Да.» И ушёл.",
          "e\u0301in A\u200Dn", "שלום. ירושלים", "東京は。大阪", "Wort\u00ADtrennung \U0001F600 ok. \U0001F1E9\U0001F1EA",
          "\u2028x\u2029 \u0085 Ende.\u2028nein"})
        expect_same(text);
}

TEST(Boundaries, OfRandomTextAreThoseOfIcu) {
    std::mt19937 random(11);
    const std::vector<char32_t> common = {U'a', U'B', U'ä', U'Ö',  U'ß',  U'1',      U'2',      U' ', U' ', U' ', U'.', U'.', U',',
                                          U':', U';', U'!', U'?',  U'"',  U'\'',     U'’',      U'„', U'“', U'»', U'(', U')', U'-',
                                          U'–', U'_', U'…', U'\n', U'\r', U'\u00A0', U'\u2028', U'%', U'@', U'€', U'/'};
    std::vector<char32_t> plain;
    for (char32_t c = 1; c < 0x590; ++c) plain.push_back(c);
    for (char32_t c = 0x1E00; c < 0x2C00; ++c) plain.push_back(c);
    for (int round = 0; round < 20000; ++round) expect_same(random_text(random, common, 24));
    for (int round = 0; round < 20000; ++round) {
        std::vector<char32_t> few = common;
        for (int i = 0; i < 20; ++i) few.push_back(plain[random() % plain.size()]);
        expect_same(random_text(random, few, 24));
    }
    for (int round = 0; round < 2000; ++round) {
        std::vector<char32_t> few = common;
        for (int i = 0; i < 8; ++i) few.push_back(static_cast<char32_t>(random() % 0x11000));
        expect_same(random_text(random, few, 24));
    }
}

TEST(Boundaries, OfAPassageAreOffsetsOfTheText) {
    const std::string text = "Vorn. Hier und da. Hinten";
    Boundaries found;
    find_boundaries(text, {6, 18}, found);
    EXPECT_EQ(found.sentences, (std::vector<std::uint32_t>{6, 18}));
    EXPECT_EQ(found.words, (std::vector<std::uint32_t>{6, 10, 11, 14, 15, 17, 18}));
}

}  // namespace
}  // namespace depesche
