// Depesche: from piles of stored news pages to the stories in them, each line traceable to its bytes.
//
//   std::vector<depesche::PageBytes> pages = …;           // path and bytes of each
//   const depesche::Brief brief = depesche::make_brief(std::move(pages));
//   for (const depesche::Story& story : brief.stories) …
//
// All functions are safe to call from several threads; none prints, exits, or reads a clock, a locale or the environment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <depesche/brief.h>
#include <depesche/page_bytes.h>
#include <depesche/result.h>
#include <depesche/span.h>

namespace depesche {

// "0.1.0"
[[nodiscard]] std::string_view version();

struct BriefOptions {
    unsigned threads = 0;  // 0: as many as the machine has cores. The result does not depend on it.
    std::string since;     // ISO day: reports published before are left out; those of unknown date stay
    std::string until;     // ISO day, inclusive
    std::string outlet;    // only reports of this outlet (compared without case); empty: all
    std::string language;  // only articles in this language (ISO 639-1); empty: all
};

// Reads the pages, finds their articles and stories, and writes the brief of each story. Pages that cannot be read, second
// copies and pages without an article are named in Brief::problems and cost only themselves.
[[nodiscard]] Brief make_brief(std::vector<PageBytes> pages, const BriefOptions& options = {});

enum class OutputLanguage { german, english };

// The same value for a person in a terminal (at most `width` columns, escape codes if `color`), as one self-contained HTML page,
// and as JSON (doc/formats.md).
[[nodiscard]] std::string to_terminal(const Brief& brief, OutputLanguage language, unsigned width = 100, bool color = false);
[[nodiscard]] std::string to_html(const Brief& brief, OutputLanguage language);
[[nodiscard]] std::string to_json(const Brief& brief);

}  // namespace depesche
