#include "show/desk_changes.h"

#include <gtest/gtest.h>

#include "show/sample.h"

namespace depesche {
namespace {

// The copy of page 2's opening from page 1's, both of the sample.
BriefCopy opening_of_tagwerk(const Brief& brief) {
    BriefCopy copy;
    copy.from = 1;
    copy.to = 2;
    copy.taken = sample::at(brief, 2, "In einer Halle am Osthafen von Brunsiel ist am Mittwoch ein Feuer ausgebrochen.");
    copy.source = sample::at(brief, 1, "In einer Lagerhalle am Osthafen von Brunsiel ist am Mittwochmorgen ein Feuer ausgebrochen.");
    return copy;
}

TEST(DeskChanges, NamesEachWordThatTheDeskHasOtherwise) {
    const Brief brief = sample::brief();
    std::vector<std::string> words;
    for (const DeskChange& change : desk_changes(brief, opening_of_tagwerk(brief))) {
        EXPECT_TRUE(change.left_out.empty());
        words.push_back(brief.pages[2].text.substr(change.words.begin, change.words.size()));
    }
    EXPECT_EQ(words, (std::vector<std::string>{"Halle", "Mittwoch"}));
}

TEST(DeskChanges, NamesWhatTheDeskLeftOut) {
    Brief brief = sample::brief();
    BriefCopy copy = opening_of_tagwerk(brief);
    std::string& text = brief.pages[2].text;
    text.replace(text.find(" von Brunsiel"), std::string(" von Brunsiel").size(), "");
    copy.taken = sample::at(brief, 2, "In einer Halle am Osthafen ist am Mittwoch ein Feuer ausgebrochen.");
    const auto changes = desk_changes(brief, copy);
    ASSERT_EQ(changes.size(), 3U);
    EXPECT_EQ(changes[1].left_out, "von Brunsiel");
    EXPECT_EQ(changes[1].words, (Span{changes[1].words.begin, changes[1].words.begin}));
}

TEST(DeskChanges, SaysNothingOfATextThatIsNotInThePile) {
    const Brief brief = sample::brief();
    BriefCopy copy = opening_of_tagwerk(brief);
    copy.from.reset();
    copy.source.reset();
    EXPECT_TRUE(desk_changes(brief, copy).empty());
}

}  // namespace
}  // namespace depesche
