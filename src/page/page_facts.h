// What kind of piece a page holds, whether all of it can be read, and what else a page declares: keywords, language, addresses.
#pragma once

#include "page/article.h"
#include "page/declared.h"
#include "page/piece_words.h"
#include "read/page.h"

namespace depesche {

// Fills kind, access, keywords, declared_language, canonical and amp of an article that has its other fields:
//
// - kind: "press release" when the page names who issued it; else a declared type that says more than "article" (live blog, comment,
// gallery,
//   video); else the kicker, the section line or the title's part before a colon, bar or dash, when it is a word for a kind; else "report"
//   when the page is declared to be an article. Never guessed from the text.
// - access: what isAccessibleForFree and article:content_tier declare; else "paywall" when a line behind the headline says that the rest
// must be
//   paid for. "free" is never guessed.
// - canonical: the canonical link before og:url before JSON-LD.
// Works on plain text too, with `declared` empty. Test: tests/page/page_facts_test.cpp.
void read_facts(const Page& page, const Declared& declared, const PieceWords& words, Article& article);

}  // namespace depesche
