// What the reports of a story say, as HTML: key points, quotes, differences, timeline, names, gaps.
#include <algorithm>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/html_story.h"
#include "show/human_time.h"
#include "show/pile_view.h"
#include "show/word_changes.h"

namespace depesche {
namespace {

void write_words(HtmlWriter& out, const std::vector<WordPiece>& pieces) {
    const Labels& labels = out.labels();
    for (const WordPiece& piece : pieces) {
        const std::size_t blanks = std::min(piece.text.find_first_not_of(' '), piece.text.size());
        if (piece.state == WordState::same) {
            out.raw(escape_html(piece.text));
        } else if (piece.state == WordState::changed) {
            if (blanks > 0) out.raw(" ");
            out.raw("<em class=\"ch\">").text(piece.text.substr(blanks)).raw("</em>");
        } else {
            out.raw(" <span class=\"miss\" tabindex=\"0\" role=\"note\" title=\"").text(labels.with("missing", {piece.text}));
            out.raw("\" aria-label=\"").text(labels.with("missing", {piece.text})).raw("\">‸</span>");
        }
    }
}

void write_carriers(HtmlWriter& out, const BriefQuote& quote, const ShownWording& wording) {
    out.raw("<p class=\"small\">");
    if (quote.type != "direct") out.label("indirect").raw(" · ");
    bool first = true;
    for (const Carrier& carrier : carriers_of(wording, out.labels())) {
        if (!first) out.raw(" · ");
        first = false;
        out.page_link(carrier.page).text(carrier.how);
    }
    out.raw("</p>");
}

void write_wording(HtmlWriter& out, const BriefQuote& quote, const ShownWording& wording, const std::vector<WordPiece>& pieces) {
    const bool direct = quote.type == "direct";
    std::vector<Mention> places;
    for (const QuoteVersion* version : wording.versions) {
        places.push_back(version->words);
        places.insert(places.end(), version->more.begin(), version->more.end());
    }
    out.raw("<div class=\"l\"><div><p class=\"said\">");
    if (direct) out.raw("<span class=\"qm\">").label("quote.open").raw("</span>");
    write_words(out, pieces);
    if (direct) out.raw("<span class=\"qm\">").label("quote.close").raw("</span>");
    out.raw("</p>");
    write_carriers(out, quote, wording);
    out.raw("</div>").references(places).raw("</div>\n");
}

void write_quote(HtmlWriter& out, const BriefQuote& quote) {
    const std::vector<ShownWording> wordings = wordings_of(quote);
    std::vector<std::string> texts;
    for (const ShownWording& wording : wordings) texts.push_back(wording.text);
    const auto lines = line_up(texts);
    out.raw(quote.drift ? "<div class=\"drift\">" : "<div>");
    if (quote.drift) {
        out.raw("<p class=\"changes\"><span class=\"badge warn\">")
            .label("drift")
            .raw("</span> ")
            .text(drift_text(quote, out.labels()))
            .raw("</p>\n");
    }
    for (std::size_t i = 0; i < wordings.size(); ++i) {
        write_wording(out, quote, wordings[i], quote.drift ? lines[i] : std::vector<WordPiece>{{texts[i], WordState::same}});
    }
    out.raw("</div>\n");
}

void write_speaker(HtmlWriter& out, const Speaker& speaker) {
    out.raw("<div class=\"quote\"><div class=\"speaker\">")
        .raw(speaker.name.empty() ? "<h4 class=\"unknown\">" : "<h4>")
        .text(known(speaker.name, out.labels()["unknown speaker"]));
    if (!speaker.role.empty()) out.raw(" <span class=\"role\">").text(speaker.role).raw("</span>");
    out.raw("</h4>").references(speaker.mentions, 4).raw("</div>\n");
    for (const BriefQuote* quote : speaker.quotes) write_quote(out, *quote);
    out.raw("</div>\n");
}

void write_value(HtmlWriter& out, const Difference& difference, const DifferenceValue& value) {
    const std::string name = clean_line(value.value);
    out.raw("<div class=\"value\"><p class=\"figure\">")
        .text(difference.kind == "date" ? human_time(name, out.labels()) : name)
        .raw("</p>");
    for (const Mention& mention : first_of_each_page(value.mentions)) {
        out.raw("<div class=\"l\"><span><span class=\"said\">")
            .label("quote.open")
            .text(mention.shown)
            .label("quote.close")
            .raw("</span> ");
        out.page_link(mention.page).raw("</span>").references({&mention, 1}).raw("</div>");
    }
    out.raw("</div>\n");
}

void write_entry(HtmlWriter& out, const TimelineEntry& entry) {
    const std::vector<Mention> places = first_of_each_page(entry.mentions.empty() ? entry.times : entry.mentions);
    out.raw("<li><div class=\"date\">")
        .text(human_time(clean_line(entry.when), out.labels()))
        .raw("</div><div class=\"l\"><span class=\"said\">")
        .text(entry.text);
    out.raw("</span>").references(places, 5).raw("</div></li>\n");
}

}  // namespace

void write_keypoints(HtmlWriter& out, const Story& story) {
    if (story.keypoints.empty()) return;
    out.section("keypoints").raw("<ol>");
    for (const KeyPoint& point : story.keypoints) {
        out.raw("<li><div class=\"l\"><div><p class=\"said\">")
            .text(point.text)
            .raw("</p><p class=\"small\">")
            .text(support_text(out.brief(), point, out.labels()));
        out.raw("</p></div>").references(point.support).raw("</div></li>\n");
    }
    out.raw("</ol></section>\n");
}

void write_quotes(HtmlWriter& out, const Story& story) {
    if (story.quotes.empty()) return;
    out.section("quotes");
    for (const Speaker& speaker : speakers_of(story)) write_speaker(out, speaker);
    out.raw("</section>\n");
}

void write_differences(HtmlWriter& out, std::string_view heading, const std::vector<Difference>& differences) {
    if (differences.empty()) return;
    out.section(heading);
    for (const Difference& difference : differences) {
        out.raw("<div class=\"difference\"><h4>").text(known(difference.about, kind_text("difference", difference.kind, out.labels())));
        out.raw(" <span class=\"role\">")
            .text(kind_text("difference", difference.kind, out.labels()))
            .raw("</span></h4>\n<div class=\"values\">");
        for (const DifferenceValue& value : difference.values) write_value(out, difference, value);
        out.raw("</div></div>\n");
    }
    out.raw("</section>\n");
}

void write_timeline(HtmlWriter& out, const Story& story) {
    if (story.timeline.empty()) return;
    out.section("timeline");
    for (const bool background : {false, true}) {
        const auto in_part = [&](const TimelineEntry& entry) { return entry.background == background; };
        if (std::ranges::none_of(story.timeline, in_part)) continue;
        if (background) out.raw("<h4>").label("background").raw("</h4>");
        out.raw(background ? "<ol class=\"back\">" : "<ol>");
        for (const TimelineEntry& entry : story.timeline) {
            if (in_part(entry)) write_entry(out, entry);
        }
        out.raw("</ol>\n");
    }
    out.raw("</section>\n");
}

void write_names(HtmlWriter& out, std::string_view heading, const std::vector<NamedThing>& names) {
    if (names.empty()) return;
    out.section(heading).raw("<ul>");
    for (const NamedThing& thing : names) {
        std::vector<std::string> others = thing.spellings;
        std::erase(others, thing.name);
        out.raw("<li><div class=\"l\"><span><b>").text(thing.name).raw("</b>");
        if (!thing.role.empty()) out.raw(" <span class=\"role\">").text(thing.role).raw("</span>");
        if (!others.empty()) out.raw(" <span class=\"small\">").text(out.labels().with("spellings", {join(others)})).raw("</span>");
        out.raw("</span>").references(first_of_each_page(thing.mentions), 4).raw("</div></li>\n");
    }
    out.raw("</ul></section>\n");
}

void write_gaps(HtmlWriter& out, const Story& story) {
    if (story.gaps.empty()) return;
    out.section("gaps").raw("<ul>");
    for (const Gap& gap : story.gaps) {
        out.raw("<li><div class=\"l\"><span>");
        if (gap.page) out.page_link(*gap.page).raw(": ");
        out.text(gap_text(gap, out.labels()));
        if (!gap.mentions.empty())
            out.raw(" <span class=\"said\">").label("quote.open").text(gap.mentions.front().shown).label("quote.close").raw("</span>");
        out.raw("</span>").references(gap.mentions).raw("</div></li>\n");
    }
    out.raw("</ul></section>\n");
}

}  // namespace depesche
