// Quotation marks paired to stretches: every convention, nested, mixed, broken, and random ones against a slow twin.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "marks/quote_units.h"

namespace depesche {
namespace {

std::vector<std::string> inner_of(const std::string& text) {
    std::vector<std::string> found;
    for (const QuotedStretch& s : pair_quotation_marks(text, {0, static_cast<std::uint32_t>(text.size())}).stretches) {
        found.push_back(text.substr(s.inner.begin, s.inner.size()));
    }
    return found;
}

using Words = std::vector<std::string>;

TEST(QuotesPairing, KnowsEveryConvention) {
    EXPECT_EQ(inner_of("Er sagte: „Ja.“ Dann ging er."), Words{"Ja."});
    EXPECT_EQ(inner_of("Er sagte: „Ja.” Dann ging er."), Words{"Ja."});
    EXPECT_EQ(inner_of("Er sagte: »Ja.« Dann ging er."), Words{"Ja."});
    EXPECT_EQ(inner_of("Er sagte: «Ja.» Dann ging er."), Words{"Ja."});
    EXPECT_EQ(inner_of("Er sagte: \"Ja.\" Dann ging er."), Words{"Ja."});
    EXPECT_EQ(inner_of("He said: “Yes.” Then he left."), Words{"Yes."});
    EXPECT_EQ(inner_of("Er sagte ‚ja‘ und ging."), Words{"ja"});
    EXPECT_EQ(inner_of("Il a dit : « Oui. » Puis il partit."), Words{"Oui."});
    EXPECT_EQ(inner_of("« C’est l’heure », dit-elle."), Words{"C’est l’heure"});
}

TEST(QuotesPairing, LeavesNestedMarksInside) {
    EXPECT_EQ(inner_of("„Er rief ‚Halt!‘, dann war Ruhe“, sagte sie."), Words{"Er rief ‚Halt!‘, dann war Ruhe"});
    EXPECT_EQ(inner_of("»Er rief ›Halt!‹, dann war Ruhe«, sagte sie."), Words{"Er rief ›Halt!‹, dann war Ruhe"});
}

TEST(QuotesPairing, TakesMixedMarks) {
    EXPECT_EQ(inner_of("„Wir warten\", sagte er. \"Noch lange“, sagte sie."), (Words{"Wir warten", "Noch lange"}));
    EXPECT_EQ(inner_of("“Ganz ruhig“, sagte er."), Words{"Ganz ruhig"});
}

TEST(QuotesPairing, IsNotFooledByApostrophes) {
    EXPECT_EQ(inner_of("Wie geht’s? „Gut“, sagt Hans’ Vater."), Words{"Gut"});
    EXPECT_EQ(inner_of("Die ’90er waren „anders“."), Words{"anders"});
}

TEST(QuotesPairing, TellsClosingMarksWithoutAnOpeningOne) {
    const std::string text = "Die Nacht war ruhig“, sagte sie. „Heute auch.“";
    const PairedMarks paired = pair_quotation_marks(text, {0, static_cast<std::uint32_t>(text.size())});
    ASSERT_EQ(paired.unopened.size(), 1U);
    EXPECT_EQ(paired.unopened.front().begin, text.find("“"));
    EXPECT_EQ(paired.stretches.size(), 1U);
}

TEST(QuotesPairing, DropsAnOpeningMarkWhenAnotherFollows) {
    EXPECT_EQ(inner_of("„Der Vertrag ist tot, sagte er. „Ja“, sagte sie."), Words{"Ja"});
}

// The plain way for „ and “ alone: the last „ before each “ pairs with it.
Words slow_twin(const std::string& text) {
    Words found;
    const std::string open = "„";
    const std::string close = "“";
    std::size_t at = 0;
    std::size_t opened = std::string::npos;
    while (at < text.size()) {
        if (text.compare(at, open.size(), open) == 0) {
            opened = at + open.size();
            at += open.size();
        } else if (text.compare(at, close.size(), close) == 0) {
            if (opened != std::string::npos && opened < at) found.push_back(text.substr(opened, at - opened));
            opened = std::string::npos;
            at += close.size();
        } else {
            ++at;
        }
    }
    return found;
}

TEST(QuotesPairing, AgreesWithTheSlowTwinOnGermanMarks) {
    std::mt19937 random(7);
    const Words pieces{"„", "“", "a", "ja ", ", ", ". ", "Haus "};
    for (int round = 0; round < 3000; ++round) {
        std::string text = "x ";
        const int length = static_cast<int>(random() % 14);
        for (int i = 0; i < length; ++i) {
            const std::string& piece = pieces[random() % pieces.size()];
            const bool after_letter = text.back() != ' ' && static_cast<unsigned char>(text.back()) < 0x80;
            if (piece == "“" && !after_letter) continue;  // where a closing mark may stand
            text += piece;
            if (piece == "“") text += " ";
        }
        EXPECT_EQ(inner_of(text), slow_twin(text)) << text;
    }
}

TEST(QuotesPairing, GivesSortedStretchesWithinTheParagraphForAnyMarks) {
    std::mt19937 random(11);
    const Words pieces{"„", "“", "”", "\"", "»", "«", "‚", "‘", "›", "‹", "'", "’", "a", " ", ",", "(", "."};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 24; ++i) text += pieces[random() % pieces.size()];
        std::uint32_t end = 0;
        for (const QuotedStretch& s : pair_quotation_marks(text, {0, static_cast<std::uint32_t>(text.size())}).stretches) {
            EXPECT_LE(end, s.outer.begin);
            EXPECT_LT(s.outer.begin, s.inner.begin);
            EXPECT_LT(s.inner.begin, s.inner.end);
            EXPECT_LT(s.inner.end, s.outer.end);
            end = s.outer.end;
        }
        EXPECT_LE(end, text.size());
    }
}

}  // namespace
}  // namespace depesche
