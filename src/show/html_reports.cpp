// Head, reports and origins of a story as HTML.
#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/html_story.h"
#include "show/human_time.h"
#include "show/origin_tree.h"
#include "show/pile_view.h"
#include "show/version_text.h"

namespace depesche {
namespace {

void write_values(HtmlWriter& out, std::string_view name, const std::vector<DifferenceValue>& values, bool are_times) {
    if (values.empty()) return;
    out.raw("<dt>").label(name).raw("</dt><dd>");
    for (const DifferenceValue& value : values) {
        const std::string clean = clean_line(value.value);
        out.raw("<div class=\"l\"><span>").text(are_times ? human_time(clean, out.labels()) : clean).raw("</span>");
        out.references(first_of_each_page(value.mentions)).raw("</div>");
    }
    out.raw("</dd>\n");
}

void write_time(HtmlWriter& out, const Report& report) {
    const Labels& labels = out.labels();
    const PublicationTime& time = report.published;
    if (time.value.empty()) {
        out.raw("<span class=\"unknown\">").label("unknown date").raw("</span>");
        return;
    }
    out.raw("<time>").text(human_time(clean_line(time.value), labels)).raw("</time>");
    if (time.inferred) out.raw(" <span class=\"badge\" title=\"").text(time.how).raw("\">").label("inferred").raw("</span>");
    if (report.updated.value.empty()) return;
    out.raw(", ").text(labels.with("updated", {human_time_beside(clean_line(report.updated.value), time.value, labels)}));
}

void write_report(HtmlWriter& out, const Report& report) {
    const Labels& labels = out.labels();
    std::vector<Mention> places = report.published.evidence;
    places.insert(places.end(), report.updated.evidence.begin(), report.updated.evidence.end());
    out.raw("<li><div class=\"l\"><span>").page_link(report.page);
    if (report.outlet.empty()) out.raw(" <span class=\"unknown\">").label("unknown outlet").raw("</span>");
    out.raw(" <span class=\"when\">");
    write_time(out, report);
    out.raw("</span></span>")
        .references(places)
        .raw("</div><div class=\"l\"><span class=\"said\">")
        .text(known(report.title, labels["untitled"]))
        .raw("</span>");
    if (report.title_at) out.references({&*report.title_at, 1});
    out.raw("</div>");
    std::string details;
    if (!report.authors.empty()) details = labels.with("authors", {join(report.authors)});
    if (!report.agencies.empty()) details += (details.empty() ? "" : " · ") + labels.with("agencies", {join(report.agencies)});
    if (!details.empty()) out.raw("<p class=\"small\">").text(details).raw("</p>");
    if (const std::string versions = version_text(report, labels); !versions.empty())
        out.raw("<p class=\"small\">").text(versions).references(version_places(report)).raw("</p>");
    out.raw("</li>\n");
}

void write_taken(HtmlWriter& out, const std::vector<const BriefCopy*>& copies) {
    if (copies.empty()) return;
    const Labels& labels = out.labels();
    std::string amount = labels.count("word", words_in(copies));
    if (copies.size() > 1) amount += fmt::format(" ({})", labels.count("place", copies.size()));
    const auto from = copies.front()->from;
    const char* key = copies.front()->direction_known ? "taken from" : "shared with";
    out.text(from ? labels.with(key, {amount, page_name(out.brief(), *from, labels)}) : labels.with("taken outside", {amount}));
    std::vector<Mention> places;
    for (const BriefCopy* copy : copies) {
        places.push_back(copy->taken);
        if (copy->source) places.push_back(*copy->source);
    }
    out.raw("</span>").references(places, 6).raw("</div><div class=\"l\"><span>");
}

void write_step(HtmlWriter& out, const OriginStep& step) {
    out.raw("<div class=\"l\"><span>").page_link(step.page).raw(" ");
    write_taken(out, step.taken);
    write_taken(out, step.besides);
    out.raw("</span></div>");
}

void write_branch(HtmlWriter& out, const OriginBranch& branch, std::size_t number) {
    const Labels& labels = out.labels();
    out.raw(fmt::format("<li class=\"origin {}\"><div class=\"l\"><span><i class=\"lane\"></i>",
                        branch.origin != nullptr ? HtmlWriter::color_class(number) : "c0"));
    if (branch.origin != nullptr) {
        out.raw("<b>")
            .text(origin_name(out.brief(), *branch.origin, labels))
            .raw("</b> <span class=\"small\">")
            .text(kind_text("kind", branch.origin->kind, labels))
            .raw("</span></span>");
        out.references(branch.origin->evidence, 4);
    } else {
        out.raw("<b>").label("other copies").raw("</b></span>");
    }
    out.raw("</div>");
    std::uint32_t open = 0;
    for (const OriginStep& step : branch.steps) {
        while (open > step.depth + 1) out.raw("</li></ul>"), --open;
        out.raw(open == step.depth + 1 ? "</li><li>" : "<ul><li>");
        open = step.depth + 1;
        write_step(out, step);
    }
    while (open > 0) out.raw("</li></ul>"), --open;
    out.raw("</li>\n");
}

}  // namespace

void write_story_head(HtmlWriter& out, const Story& story, std::size_t number) {
    const Labels& labels = out.labels();
    const std::string headline = known(story.headline, labels["untitled"]);
    out.raw("<header><p class=\"eyebrow\">")
        .text(labels.with("story", {std::to_string(number), std::to_string(out.brief().stories.size())}));
    const std::string topic = clean_line(story.topic);
    if (!topic.empty() && topic != headline) out.raw(" · ").label("topic").raw(": ").text(topic);
    out.raw(fmt::format("</p>\n<div class=\"l\"><h2 id=\"s{}h\">", number)).text(headline).raw("</h2>");
    if (story.headline_at) out.references({&*story.headline_at, 1});
    out.raw("</div>\n<p class=\"sum\">")
        .text(reports_text(story, labels))
        .raw(" · ")
        .text(labels.count("origin", story.origins.size()))
        .raw("</p>\n");
    if (!story.when.empty() || !story.where.empty()) {
        out.raw("<dl class=\"facts\">");
        write_values(out, "when", story.when, true);
        write_values(out, "where", story.where, false);
        out.raw("</dl>\n");
    }
    out.raw("</header>\n");
}

void write_reports(HtmlWriter& out, const Story& story) {
    out.section("reports").raw("<ol>");
    for (const Report& report : story.reports) write_report(out, report);
    out.raw("</ol></section>\n");
}

void write_origins(HtmlWriter& out, const Story& story, std::size_t number) {
    if (story.origins.empty() && story.copies.empty()) return;
    out.section("origins").raw("<div class=\"lineage\">");
    write_origin_picture(out, story, number);
    out.raw("<ul class=\"tree\">");
    std::size_t lane = 0;
    for (const OriginBranch& branch : origin_tree(story)) write_branch(out, branch, lane++);
    out.raw("</ul></div></section>\n");
}

}  // namespace depesche
