// The brief for a person in a terminal: one story after the other, then a legend of the pages.
#include <algorithm>

#include <fmt/format.h>

#include <depesche/depesche.h>

#include "show/clean_text.h"
#include "show/labels.h"
#include "show/pile_view.h"
#include "show/sheet.h"
#include "show/terminal_story.h"

namespace depesche {
namespace {

// Columns of the longest reference to these pages: "[12:10345-10466]".
unsigned reference_columns(const Brief& brief) {
    std::size_t longest = 0;
    for (const BriefPage& page : brief.pages) longest = std::max(longest, page.text.size());
    const std::string number = std::to_string(longest + longest / 4);  // markup makes stored pages longer than their text
    return static_cast<unsigned>(4 + std::to_string(brief.pages.size()).size() + 2 * number.size());
}

void put_page(Sheet& sheet, const Labels& labels, const Brief& brief, std::uint32_t number) {
    const BriefPage& page = brief.pages[number];
    const std::string indent = "     ";
    Line line{{outlet_of(brief, number, labels), Ink::strong}, {fmt::format(" · {}", clean_line(page.page)), Ink::plain}};
    const std::string mark = fmt::format("[{}]", page_number(number));
    sheet.paragraph(fmt::format("{:>4} ", mark), indent, line, {});
    if (!page.url.empty() || !page.crawled.empty()) {
        std::string from = clean_line(page.url);
        if (!page.crawled.empty()) from += (from.empty() ? "" : ", ") + labels.with("crawled at", {clean_line(page.crawled)});
        sheet.paragraph(indent, indent, {{from, Ink::faint}}, {});
    }
    sheet.paragraph(indent, indent, {{fmt::format("sha256 {}", clean_line(page.sha256)), Ink::faint}}, {});
}

void put_story(const TerminalParts& parts, const Story& story) {
    put_story_head(parts, story);
    put_reports(parts, story);
    put_origins(parts, story);
    put_keypoints(parts, story);
    put_quotes(parts, story);
    put_differences(parts, "differences", story.differences);
    put_differences(parts, "unsure", story.unsure);
    put_differences(parts, "updates", story.updates);
    put_timeline(parts, story);
    put_names(parts, "people", story.people);
    put_names(parts, "places", story.places);
    put_gaps(parts, story);
}

}  // namespace

std::string to_terminal(const Brief& brief, OutputLanguage language, unsigned width, bool color) {
    const Labels labels(language);
    const unsigned columns = reference_columns(brief);
    Sheet sheet(width, columns, color);
    std::size_t number = 0;
    for (const Story& story : brief.stories) {
        sheet.blank();
        sheet.rule(U'━');
        const std::string place = labels.with("story", {std::to_string(++number), std::to_string(brief.stories.size())});
        if (brief.stories.size() > 1) sheet.paragraph("", "", {{place, Ink::faint}}, {});
        put_story({brief, labels, sheet}, story);
    }
    sheet.blank();
    sheet.rule(U'━');
    sheet.paragraph("", "", {{std::string(labels["pages"]), Ink::strong}, {fmt::format("  {}", labels["legend"]), Ink::faint}}, {});
    for (std::uint32_t page = 0; page < brief.pages.size(); ++page) put_page(sheet, labels, brief, page);
    return sheet.take();
}

}  // namespace depesche
