// The texts of the pages in the HTML brief: what references lead to.
#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/desk_changes.h"
#include "show/html_story.h"
#include "show/origin_tree.h"
#include "show/pile_view.h"

namespace depesche {
namespace {

// A stretch of a page's text that also stands on another page.
struct Shared {
    Span text;
    std::uint32_t other = 0;
    std::string color;  // of its origin
};

// What a page's text is marked with, beside the anchors.
struct PageMarks {
    std::vector<Shared> shared;
    std::vector<DeskChange> changes;
};

void add_shared(std::vector<PageMarks>& marks, const Brief& brief, const BriefCopy& copy, const std::string& color) {
    if (!copy.from || !copy.source) return;
    marks[copy.to].shared.push_back({copy.taken.in_text, *copy.from, color});
    marks[*copy.from].shared.push_back({copy.source->in_text, copy.to, color});
    auto changes = desk_changes(brief, copy);
    std::ranges::move(changes, std::back_inserter(marks[copy.to].changes));
}

std::vector<PageMarks> marks_of(const Brief& brief) {
    std::vector<PageMarks> marks(brief.pages.size());
    for (const Story& story : brief.stories) {
        std::size_t lane = 0;
        for (const OriginBranch& branch : origin_tree(story)) {
            const std::string color = branch.origin != nullptr ? HtmlWriter::color_class(lane++) : "c0";
            for (const OriginStep& step : branch.steps) {
                for (const BriefCopy* copy : step.taken) add_shared(marks, brief, *copy, color);
                for (const BriefCopy* copy : step.besides) add_shared(marks, brief, *copy, color);
            }
        }
    }
    return marks;
}

// Where the text is cut: at anchors, at words left out, and at both ends of shared and changed stretches.
struct Cut {
    std::uint32_t place = 0;
    int order = 0;  // ends before anchors before begins
    const Shared* shared = nullptr;
    const HtmlAnchor* anchor = nullptr;
    const DeskChange* change = nullptr;
};
constexpr int ends = 0;
constexpr int stands = 1;
constexpr int begins = 2;

std::vector<Cut> cuts_of(const std::string& text, const std::vector<HtmlAnchor>& anchors, const PageMarks& marks) {
    const auto end = static_cast<std::uint32_t>(text.size());
    std::vector<Cut> cuts;
    for (const HtmlAnchor& anchor : anchors) cuts.push_back({std::min(anchor.place, end), stands, nullptr, &anchor, nullptr});
    for (const Shared& stretch : marks.shared) {
        if (stretch.text.empty() || stretch.text.end > end) continue;
        cuts.push_back({stretch.text.begin, begins, &stretch, nullptr, nullptr});
        cuts.push_back({stretch.text.end, ends, &stretch, nullptr, nullptr});
    }
    for (const DeskChange& change : marks.changes) {
        if (change.words.empty()) cuts.push_back({change.words.begin, stands, nullptr, nullptr, &change});
        else {
            cuts.push_back({change.words.begin, begins, nullptr, nullptr, &change});
            cuts.push_back({change.words.end, ends, nullptr, nullptr, &change});
        }
    }
    std::ranges::stable_sort(
        cuts, [](const Cut& left, const Cut& right) { return std::pair(left.place, left.order) < std::pair(right.place, right.order); });
    return cuts;
}

class PageText {
public:
    PageText(HtmlWriter& out, std::uint32_t page) : out_(out), page_(page), text_(out.brief().pages[page].text) {}

    void write(const std::vector<HtmlAnchor>& anchors, const PageMarks& marks) {
        for (const Cut& cut : cuts_of(text_, anchors, marks)) {
            stretch(cut.place);
            close();
            if (cut.anchor != nullptr) {
                out_.raw(fmt::format("<a id=\"p{}-{}-{}\"></a>", page_ + 1, cut.anchor->bytes.begin, cut.anchor->bytes.end));
            } else if (cut.change != nullptr) {
                change(cut);
            } else {
                const auto other = std::pair(cut.shared->other, cut.shared);
                cut.order == begins ? void(others_.insert(other)) : void(others_.erase(other));
            }
        }
        stretch(static_cast<std::uint32_t>(text_.size()));
        close();
    }

private:
    void close() {
        if (open_) out_.raw("</span>");
        open_ = false;
    }

    // Words left out stand in an attribute, so that the text of the element stays the page's own.
    void change(const Cut& cut) {
        if (cut.order == begins) ++changed_;
        if (cut.order == ends) --changed_;
        if (cut.order != stands) return;
        const std::string words = clean_line(cut.change->left_out);
        out_.raw("<span class=\"lo\" data-words=\"").text(words).raw("\" title=\"");
        out_.text(out_.labels().with("left out", {words})).raw("\"></span>");
    }

    // The text up to `end`, tinted when another page has it too.
    void stretch(std::uint32_t end) {
        if (end <= at_) return;
        if (!others_.empty() && !open_) {
            std::string names;
            std::uint32_t last = ~0U;
            for (const auto& [page, shared] : others_) {
                if (page == last) continue;
                names += (names.empty() ? "" : ", ") + page_name(out_.brief(), page, out_.labels());
                last = page;
            }
            const std::string label = changed_ > 0 ? "reworded in" : "also in";
            out_.raw(fmt::format("<span class=\"sh {}{}\" title=\"", others_.begin()->second->color, changed_ > 0 ? " rw" : ""))
                .text(out_.labels().with(label, {names}))
                .raw("\">");
            open_ = true;
        }
        out_.raw(escape_html(clean_page(std::string_view(text_).substr(at_, end - at_))));
        at_ = end;
    }

    HtmlWriter& out_;
    std::uint32_t page_;
    const std::string& text_;
    std::uint32_t at_ = 0;
    bool open_ = false;
    int changed_ = 0;  // stretches of other wording that are open
    std::set<std::pair<std::uint32_t, const Shared*>> others_;
};

void write_fact(HtmlWriter& out, std::string_view label, const std::string& value) {
    if (!value.empty()) out.raw("<dt>").label(label).raw("</dt><dd>").text(value).raw("</dd>");
}

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

void write_citation(HtmlWriter& out, const BriefPage& page) {
    out.raw("<dl class=\"cite\">");
    write_fact(out, "file", page.page);
    if (is_web_address(page.url)) {
        out.raw("<dt>")
            .label("url")
            .raw("</dt><dd><a rel=\"noopener noreferrer\" href=\"")
            .text(page.url)
            .raw("\">")
            .text(page.url)
            .raw("</a></dd>");
    } else {
        write_fact(out, "url", page.url);
    }
    write_fact(out, "crawled", page.crawled);
    write_fact(out, "sha256", page.sha256);
    out.raw("</dl>");
}

// Headlines by page; empty for pages in no story.
std::vector<std::string> titles_of(const Brief& brief) {
    std::vector<std::string> titles(brief.pages.size());
    for (const Story& story : brief.stories) {
        for (const Report& report : story.reports) titles[report.page] = report.title;
    }
    return titles;
}

void write_page(HtmlWriter& out, std::uint32_t number, const std::string& title, const PageMarks& marks) {
    const BriefPage& page = out.brief().pages[number];
    out.raw(fmt::format("<article class=\"page\" id=\"p{0}\" tabindex=\"-1\" aria-labelledby=\"p{0}h\" data-name=\"", number + 1));
    out.text(page.outlet.empty() ? title : page.outlet)
        .raw("\" data-path=\"")
        .text(page.page)
        .raw("\" data-sha=\"")
        .text(page.sha256)
        .raw("\" data-url=\"")
        .text(page.url);
    out.raw("\" data-crawled=\"")
        .text(page.crawled)
        .raw(fmt::format("\">\n<h3 id=\"p{0}h\"><b>{0}</b> ", number + 1))
        .text(outlet_of(out.brief(), number, out.labels()));
    if (!title.empty()) out.raw(" <span class=\"role\">").text(title).raw("</span>");
    out.raw("</h3>\n");
    write_citation(out, page);
    out.raw("\n<pre class=\"text\" dir=\"auto\">\n");
    PageText(out, number).write(out.anchors(number), marks);
    out.raw("</pre></article>\n");
}

}  // namespace

void write_pages(HtmlWriter& out) {
    const auto marks = marks_of(out.brief());
    const std::vector<std::string> titles = titles_of(out.brief());
    for (std::uint32_t page = 0; page < out.brief().pages.size(); ++page) write_page(out, page, titles[page], marks[page]);
}

}  // namespace depesche
