// MarkupWords: what the names that a page gives its elements (class, id, role, itemprop) say of the text inside them.
//
// Content systems and themes share a vocabulary: "related-teaser", "commentList", "entry-content". The words lie in
// data/page/markup-words.tsv. A name is cut at what is no letter and before a capital behind a small letter; two words in a row are
// looked up together as well ("most-read" is "mostread"). Handles: English and German words. Does not handle: names made by
// machines ("css-1x2y3z"), which say nothing. Test: tests/page/markup_words_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace depesche {

enum class MarkupCue : unsigned char {
    article,
    text,
    main,
    navigation,
    header,
    footer,
    side,
    teaser,
    share,
    newsletter,
    pay,
    cookie,
    advert,
    comment,
    author,
    date,
    tags,
    meta,
    caption,
    credit,
    picture,
    gallery,
    player,
    headline,
    kicker,
    standfirst,
    keypoints,
    button,
    form,
    hidden,
    box,
    quote,
    list,
    item
};
inline constexpr std::size_t markup_cue_count = 34;
using MarkupCues = std::uint64_t;  // a bit a cue

[[nodiscard]] std::string_view name_of(MarkupCue cue);
[[nodiscard]] constexpr MarkupCues bit_of(MarkupCue cue) { return MarkupCues{1} << static_cast<unsigned>(cue); }
[[nodiscard]] constexpr bool has(MarkupCues cues, MarkupCue cue) { return (cues & bit_of(cue)) != 0; }

// Made once, read-only.
class MarkupWords {
public:
    MarkupWords();

    // The cues of one attribute's value, ASCII letters alone; linear in it, its first 512 bytes count.
    [[nodiscard]] MarkupCues cues_of(std::string_view name) const;

private:
    struct Slot {
        std::string_view word;
        MarkupCues cues = 0;
    };
    [[nodiscard]] MarkupCues look_up(std::string_view word) const;
    [[nodiscard]] std::size_t place_of(std::string_view word) const;

    std::vector<Slot> slots_;  // open addressing, a power of two
};

}  // namespace depesche
