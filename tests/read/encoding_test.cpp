#include "read/encoding.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "read/raw_text.h"

namespace depesche {
namespace {

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
    std::string out;
    auto put = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFFU);
        const char high = static_cast<char>(unit >> 8U);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    };
    if (mark) put(0xFEFF);
    for (const char16_t unit : text) put(unit);
    return out;
}

std::string clean(std::string_view bytes) { return decode(bytes, *sniff_encoding(bytes)).source.text(); }

TEST(Encoding, IsToldByMarkZerosAndValidity) {
    EXPECT_EQ(sniff_encoding("Straße"), Encoding::utf8);
    EXPECT_EQ(sniff_encoding("\xEF\xBB\xBFStra\xC3\x9F"
                             "e"),
              Encoding::utf8);
    EXPECT_EQ(sniff_encoding("Stra\xDF"
                             "e in M\xFCnchen"),
              Encoding::windows_1252);
    EXPECT_EQ(sniff_encoding("\x84Nein\x93, sagte er"), Encoding::windows_1252);
    for (const bool big_endian : {false, true}) {
        for (const bool mark : {false, true}) {
            const auto expected = big_endian ? Encoding::utf16_be : Encoding::utf16_le;
            EXPECT_EQ(sniff_encoding(utf16(u"Am Montag in Köln", big_endian, mark)), expected);
        }
    }
    EXPECT_FALSE(sniff_encoding(std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)));
    EXPECT_FALSE(sniff_encoding("\x01\x02\x03\x04\x05\x06\x07 \x01\x02\x03"));
}

TEST(Encoding, TheSameWordsComeOutOfEveryEncoding) {
    const std::string expected = "„Grüße“ – 5 €";
    EXPECT_EQ(clean("„Grüße“ – 5 €"), expected);
    EXPECT_EQ(clean("\x84Gr\xFC\xDF"
                    "e\x93 \x96 5 \x80"),
              expected);
    EXPECT_EQ(clean(utf16(u"„Grüße“ – 5 €", false, true)), expected);
    EXPECT_EQ(clean(utf16(u"„Grüße“ – 5 €", true, true)), expected);
}

TEST(Encoding, LineEndsOfAllKindsBecomeOne) {
    EXPECT_EQ(clean("a\r\nb\rc\nd\xE2\x80\xA8"
                    "e\xC2\x85"
                    "f"),
              "a\nb\nc\nd\ne\nf");
    EXPECT_EQ(clean("a\r\n\r\nb\r\rc"), "a\n\nb\n\nc");
}

TEST(Encoding, WhatAReaderDoesNotSeeIsLeftOut) {
    EXPECT_EQ(clean("Kor\xC2\xADrek\xE2\x80\x8Btur\xEF\xBB\xBF"), "Korrektur");
    EXPECT_EQ(clean("ein\xC2\xA0Wort\xE2\x80\xAFmit"), "ein Wort mit");
    EXPECT_EQ(clean("u\xCC\x88"
                    "ber e\xCC\x81"),
              "über é");
}

TEST(Encoding, BrokenBytesAreCountedWithTheFirstPlace) {
    const Decoded decoded = decode(
        "ab\xFF"
        "cd\xC3",
        Encoding::utf8);
    EXPECT_EQ(decoded.broken, 2U);
    EXPECT_EQ(decoded.first_broken, 2U);
    EXPECT_EQ(decoded.source.text(), "ab\uFFFDcd\uFFFD");
}

// Eight bytes are looked at in one step; the slow twin takes them one by one.
TEST(Encoding, WhatStandsAnywhereInARunOfLettersIsFound) {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            for (int odd = 0; odd < 256; ++odd) {
                std::string bytes(size, 'a');
                bytes[at] = static_cast<char>(odd);
                const bool ascii = odd < 0x80;
                std::string expected;
                for (const char c : bytes) {
                    const auto byte = static_cast<unsigned char>(c);
                    if (byte >= 0x80) expected += "\xEF\xBF\xBD";
                    else if (byte == '\r') expected += '\n';
                    else if (byte != 0x7F && (byte >= 0x20 || byte == '\n' || byte == '\t')) expected += c;
                }
                const Decoded decoded = decode(bytes, Encoding::utf8);
                ASSERT_EQ(decoded.source.text(), expected) << size << " " << at << " " << odd;
                ASSERT_EQ(decoded.broken, ascii ? 0U : 1U);
                if (!ascii) {
                    ASSERT_EQ(sniff_encoding(bytes), Encoding::windows_1252);
                }
            }
        }
    }
}

TEST(Encoding, OddUtf16AndLoneSurrogatesAreBrokenNotFatal) {
    const Decoded decoded = decode(utf16(std::u16string{u'a', char16_t{0xD800}, u'b'}, false, false) + "x", Encoding::utf16_le);
    EXPECT_EQ(decoded.broken, 2U);
    EXPECT_EQ(decoded.source.text(), "a\uFFFDb\uFFFD");
}

// Slow twin: decode the span's own bytes anew and compare what a reader sees.
TEST(Encoding, EverySpanOfTheCleanTextReadsTheSameFromItsOwnBytes) {
    std::mt19937 chance(13);
    const std::vector<std::string> pieces = {"a",        "ß",         "\r\n",         "\r", "\n",       " ", "„",
                                             "\xC2\xAD", "u\xCC\x88", "\xEF\xBB\xBF", "😀",  "\xC2\xA0", "."};
    for (int round = 0; round < 400; ++round) {
        std::string bytes;
        for (unsigned i = 0; i < 1 + chance() % 9; ++i) bytes += pieces[chance() % pieces.size()];
        const Decoded decoded = decode(bytes, Encoding::utf8);
        const std::string& text = decoded.source.text();
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin;
            (void)next_code_point(text, end);
            const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            const Span page = decoded.source.to_page(span);
            ASSERT_EQ(decode(std::string_view(bytes).substr(page.begin, page.size()), Encoding::utf8).source.text(),
                      text.substr(begin, end - begin));
            begin = end;
        }
    }
}

TEST(RawText, GivesEveryByteBackAsItStands) {
    EXPECT_EQ(raw_text("a\xC2\xAD\r\nb", Encoding::utf8), "a\xC2\xAD\r\nb");
    EXPECT_EQ(raw_text("a\xFF", Encoding::utf8), "a\uFFFD");
    EXPECT_EQ(raw_text("\x80", Encoding::windows_1252), "€");
    EXPECT_EQ(raw_text(utf16(u"ä😀", true, false), Encoding::utf16_be), "ä😀");
}

}  // namespace
}  // namespace depesche
