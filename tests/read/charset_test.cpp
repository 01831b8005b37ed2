// Which encoding a page is read in, and that every letter leads to its bytes, also through ICU's tables.
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <random>

#include "base/utf8.h"
#include "read/archives.h"
#include "read/encoding.h"
#include "read/page.h"
#include "read/raw_text.h"

namespace depesche {
namespace {

const std::string latin = "<html><meta charset=windows-1251><p>\xE4\xF6\xFC";

TEST(ChooseEncoding, FollowsMarkThenTransportThenDeclarationThenGuess) {
    EXPECT_EQ(choose_encoding("\xEF\xBB\xBF<meta charset=koi8-r>", "windows-1251"), Encoding::utf8);
    EXPECT_EQ(choose_encoding(latin, "ISO-8859-2"), Encoding::iso_8859_2);
    EXPECT_EQ(choose_encoding(latin, ""), Encoding::windows_1251);
    EXPECT_EQ(choose_encoding(latin, "no-such-thing"), Encoding::windows_1251);
    EXPECT_EQ(choose_encoding("<p>\xE4\xF6\xFC", ""), Encoding::windows_1252);
    EXPECT_EQ(choose_encoding("<p>\xC3\xA4", "latin1"), Encoding::windows_1252);
}

TEST(ChooseEncoding, ADeclarationThatTheBytesContradictIsNotBelieved) {
    EXPECT_EQ(choose_encoding("<meta charset=iso-8859-1><p>\xC3\xA4rger", ""), Encoding::utf8);
    EXPECT_EQ(choose_encoding("<meta charset=utf-8><p>\xE4rger und \xFC"
                              "bel",
                              ""),
              Encoding::windows_1252);
    EXPECT_EQ(choose_encoding("<meta charset=utf-16le><p>plain", ""), Encoding::utf8);
}

TEST(DeclaredCharset, IsFoundInAllItsForms) {
    for (const std::string_view head :
         {"<meta charset=\"koi8-r\">", "<META CHARSET = 'koi8-r' />", "<!-- <meta charset=big5> --><meta charset=koi8-r>",
          "\n<html><meta http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">",
          "<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>"})
        EXPECT_EQ(declared_charset(head), "koi8-r") << head;
    EXPECT_EQ(declared_charset("charset=koi8-r"), "");
    EXPECT_EQ(declared_charset("<p>charset=koi8-r"), "");
    EXPECT_EQ(declared_charset("<meta charset=nonsense>"), "");
}

TEST(EncodingLabels, NamesAndOldNamesAreKnown) {
    for (std::size_t i = 0; i < encodings; ++i) EXPECT_EQ(encoding_labelled(name_of(static_cast<Encoding>(i))), static_cast<Encoding>(i));
    EXPECT_EQ(encoding_labelled(" Latin1 "), Encoding::windows_1252);
    EXPECT_EQ(encoding_labelled("iso-8859-9"), Encoding::windows_1254);
    EXPECT_EQ(encoding_labelled("gb2312"), Encoding::gbk);
    for (const std::string_view label : {"", " ", "latin", "utf-8 utf8", "utf-7"}) EXPECT_FALSE(encoding_labelled(label)) << label;
}

// The slow twin: ICU converts all of a string at once, without offsets.
std::string by_icu(const std::string& bytes, const char* name) {
    std::string out;
    icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), name).toUTF8String(out);
    return out;
}

TEST(TableDecoder, LettersAreThoseOfTheSlowTwinAndLeadToTheirBytes) {
    const std::vector<std::pair<Encoding, const char*>> tables = {{Encoding::windows_1251, "windows-1251"},
                                                                  {Encoding::iso_8859_2, "iso-8859-2"},
                                                                  {Encoding::koi8_r, "koi8-r"},
                                                                  {Encoding::gb18030, "gb18030"},
                                                                  {Encoding::shift_jis, "ibm-943_P15A-2003"},
                                                                  {Encoding::euc_kr, "windows-949-2000"},
                                                                  {Encoding::big5, "windows-950-2000"},
                                                                  {Encoding::euc_jp, "euc-jp"}};
    std::mt19937 chance(20310305);
    for (const auto& [encoding, name] : tables) {
        for (const std::size_t size : {1UL, 2UL, 50UL, 40'000UL}) {
            std::string bytes(size, '\0');
            for (char& c : bytes) c = static_cast<char>(chance() % 3 == 0 ? 'a' + chance() % 26 : 0x80 + chance() % 0x80);
            EXPECT_EQ(raw_text(bytes, encoding), by_icu(bytes, name)) << name << ' ' << size;
            const SourceText source = decode(bytes, encoding).source;
            const std::string& text = source.text();
            for (std::size_t at = 0, units = 0; at < text.size() && units < 300; ++units) {
                const auto begin = static_cast<std::uint32_t>(at);
                (void)next_code_point(text, at);
                const Span page = source.to_page({begin, static_cast<std::uint32_t>(at)});
                const Span whole = source.from_page(page);
                const SourceText again = decode(std::string_view(bytes).substr(page.begin, page.size()), encoding).source;
                EXPECT_EQ(source.view(whole), again.text()) << name << " at " << begin;
            }
        }
    }
}

TEST(TransportCharset, APageFromAnArchiveIsReadAsItsServerSaid) {
    const std::string http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"windows-1251\"\r\n\r\n<html><p>\xC1\xF0\xE8\xE4\xE6</p>";
    const auto all = tests::pages_of(tests::warc_record("response", "https://a.example/", "application/http", http));
    ASSERT_EQ(all.pages.size(), 1U);
    const auto page = make_page(all.pages[0].page);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->source.text(), "Бридж");
    EXPECT_EQ(page->source.to_page({2, 4}), (Span{10, 11}));
}

}  // namespace
}  // namespace depesche
