// Telling: which day an article's news is of, and which of its words stand in background alone.
//
// A report of what came of a happening (a search, a funeral, a vote) repeats the happening itself, often word by word, since it copies the
// first report. Newsrooms mark that by tense and day: the news stands in the first sentences with its weekday, what was before stands
// in the pluperfect or with an earlier weekday. So a clause is background when it has a pluperfect, or when its weekday is before the day
// of the article's news; a main clause takes the clauses behind it along.
// Handles: "Am Montag waren drei Menschen ums Leben gekommen" in Friday's report of the funeral. Does not handle: background in the present
// tense, days as dates alone, articles without a day of publication (tests/stories/telling_test.cpp).
#pragma once

#include <span>
#include <vector>

#include "stories/read_pieces.h"

namespace depesche {

struct Telling {
    PieceDay day;                        // of the news, when its first sentences name it and the day of publication is known
    std::optional<std::int8_t> weekday;  // the same as a day of the week, also without publication; Monday 0
    std::vector<bool> background;        // of each token
};

[[nodiscard]] Telling telling_of(std::span<const Token> tokens, const WordTable& words, PieceDay published);

}  // namespace depesche
