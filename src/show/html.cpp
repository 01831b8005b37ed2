// The brief as one self-contained HTML page: report, page texts, one style and one script, named by hash in the policy.
#include <utility>

#include <fmt/format.h>

#include <depesche/depesche.h>

#include "base/hash.h"
#include "language/language.h"
#include "show/clean_text.h"
#include "show/html_story.h"
#include "show/html_writer.h"
#include "show/labels.h"
#include "show/pile_view.h"
#include "show/problem_names.h"

namespace depesche {
namespace {

std::string title_of(const Brief& brief, const Labels& labels) {
    if (brief.stories.empty()) return "Depesche";
    return labels.with("document.title", {known(brief.stories.front().headline, labels["untitled"])});
}

// Nothing is loaded from anywhere; only our own style and script run, and the script may not write markup.
void write_head(HtmlWriter& out, std::string_view style, std::string_view script) {
    const Labels& labels = out.labels();
    out.raw(fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", labels.code()));
    out.raw(
        fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; script-src "
                    "'sha256-{}'; base-uri 'none'; "
                    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n",
                    sha256_base64(style), sha256_base64(script)));
    out.raw(
        "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
        "name=\"color-scheme\" content=\"light dark\">\n");
    out.raw("<title>").text(title_of(out.brief(), labels)).raw("</title>\n<style>").raw(style).raw("</style>\n</head>\n");
}

void write_contents(HtmlWriter& out) {
    const Brief& brief = out.brief();
    const Labels& labels = out.labels();
    out.raw("<header class=\"top\"><p class=\"brand\">Depesche</p><p class=\"small\">");
    out.text(labels.with("summary", {labels.count("story", brief.stories.size()), labels.count("page", brief.pages.size())}))
        .raw(". ")
        .label("reference note")
        .raw("</p>\n");
    if (brief.stories.size() > 1) {
        out.raw("<nav aria-label=\"").label("contents").raw("\"><ol>");
        std::size_t number = 0;
        for (const Story& story : brief.stories) {
            out.raw(fmt::format("<li><a href=\"#s{}\">", ++number))
                .text(known(story.headline, labels["untitled"]))
                .raw("</a> <span class=\"small\">");
            out.text(labels.count("report", story.reports.size())).raw("</span></li>");
        }
        out.raw("</ol></nav>\n");
    }
    out.raw("</header>\n");
}

// Links to the sections of a story, with how much is in each.
void write_sections(HtmlWriter& out, const Story& story, std::size_t number) {
    const std::pair<const char*, std::size_t> sections[] = {
        {"reports", story.reports.size()},         {"origins", story.origins.size()}, {"keypoints", story.keypoints.size()},
        {"differences", story.differences.size()}, {"quotes", story.quotes.size()},   {"timeline", story.timeline.size()},
        {"people", story.people.size()},           {"places", story.places.size()},   {"unsure", story.unsure.size()},
        {"updates", story.updates.size()},         {"gaps", story.gaps.size()}};
    out.raw("<nav class=\"sections\" aria-label=\"").label("contents").raw("\"><ul>");
    for (const auto& [name, count] : sections) {
        if (count > 0)
            out.raw(fmt::format("<li><a href=\"#s{}-{}\">", number, name)).label(name).raw(fmt::format("</a> <b>{}</b></li>", count));
    }
    out.raw("</ul></nav>\n");
}

void write_story(HtmlWriter& out, const Story& story, std::size_t number) {
    out.begin_story(number);
    out.raw(fmt::format("<article class=\"story\" id=\"s{0}\" aria-labelledby=\"s{0}h\">\n", number));
    write_story_head(out, story, number);
    write_sections(out, story, number);
    write_reports(out, story);
    write_origins(out, story, number);
    write_keypoints(out, story);
    write_differences(out, "differences", story.differences);
    write_differences(out, "updates", story.updates);
    write_quotes(out, story);
    write_timeline(out, story);
    write_names(out, "people", story.people);
    write_names(out, "places", story.places);
    write_differences(out, "unsure", story.unsure);
    write_gaps(out, story);
    out.raw("</article>\n");
}

void write_problems(HtmlWriter& out) {
    const Labels& labels = out.labels();
    if (out.brief().problems.empty()) return;
    out.raw("<section class=\"problems\"><h2>").label("problems").raw("</h2><ul>");
    for (const Error& error : out.brief().problems) {
        out.raw("<li><b>").text(error.place).raw("</b> ").text(kind_text("problem", name_of(error.problem), labels));
        if (!error.reason.empty()) out.raw(" <span class=\"small\" lang=\"en\">").text(error.reason).raw("</span>");
        out.raw("</li>");
    }
    out.raw("</ul></section>\n");
}

// The panel beside the report (below it without script): page texts, and what is marked in them.
void write_panel(HtmlWriter& out) {
    out.raw("<aside id=\"panel\" aria-label=\"")
        .label("panel")
        .raw("\" data-copied=\"")
        .label("copied")
        .raw("\" data-cite=\"")
        .label("cite")
        .raw("\" data-crawled=\"")
        .label("crawled at")
        .raw("\">\n");
    out.raw("<div class=\"bar\"><p class=\"place\" id=\"place\" role=\"status\" aria-live=\"polite\">").label("page hint").raw("</p>");
    out.raw("<button type=\"button\" id=\"copy\" hidden>")
        .label("copy")
        .raw("</button><button type=\"button\" id=\"close\" hidden>")
        .label("close")
        .raw("</button></div>\n");
    out.raw("<h2 class=\"panel-title\">").label("pages").raw("</h2><p class=\"small note\">").label("shared note").raw("</p>\n");
    write_pages(out);
    out.raw("</aside>\n");
}

}  // namespace

std::string to_html(const Brief& brief, OutputLanguage language) {
    const Labels labels(language);
    const std::string_view style = data_bytes("show/page.css");
    const std::string_view script = data_bytes("show/page.js");
    HtmlWriter out(brief, labels);
    write_head(out, style, script);
    out.raw("<body>\n<a class=\"skip\" href=\"#report\">").label("skip").raw("</a>\n<main id=\"report\">\n");
    write_contents(out);
    std::size_t number = 0;
    for (const Story& story : brief.stories) write_story(out, story, ++number);
    write_problems(out);
    out.raw("<footer class=\"small\">").text(labels.with("colophon", {"Depesche " + std::string(version())})).raw("</footer>\n</main>\n");
    write_panel(out);
    out.raw("<script>").raw(script).raw("</script>\n</body>\n</html>\n");
    return out.take();
}

}  // namespace depesche
