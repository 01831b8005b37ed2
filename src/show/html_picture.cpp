// The picture of origins: who took from whom, drawn as SVG.
#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/utf8.h"
#include "show/clean_text.h"
#include "show/html_story.h"
#include "show/human_time.h"
#include "show/origin_tree.h"
#include "show/pile_view.h"

namespace depesche {
namespace {

constexpr int lane_width = 30;
constexpr int first_lane = 34;
constexpr int origin_height = 26;
constexpr int report_height = 46;
constexpr int text_width = 270;
constexpr std::size_t most_reports = 40;
constexpr std::size_t most_letters = 34;

std::string shortened(const std::string& text) {
    std::size_t at = 0;
    for (std::size_t letters = 0; at < text.size(); ++letters) {
        if (letters == most_letters) return text.substr(0, at) + "…";
        static_cast<void>(next_code_point(text, at));
    }
    return text;
}

class Picture {
public:
    Picture(HtmlWriter& out, const Story& story) : out_(out), story_(story), branches_(origin_tree(story)) {
        for (std::size_t i = 0; i < story.reports.size(); ++i) row_[story.reports[i].page] = i;
    }

    void write(std::size_t number) {
        const int width = text_x() + text_width;
        const int height = report_y(story_.reports.size() - 1) + report_height / 2 + 4;
        const Labels& labels = out_.labels();
        out_.raw(fmt::format(
            "<svg class=\"picture\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-labelledby=\"s{2}pt s{2}pd\">",
            width, height, number));
        out_.raw(fmt::format("<title id=\"s{}pt\">", number)).label("picture").raw(fmt::format("</title><desc id=\"s{}pd\">", number));
        out_.text(labels.with("picture description", {labels.count("report", story_.reports.size())})).raw("</desc>\n");
        for (std::size_t lane = 0; lane < branches_.size(); ++lane) write_lane(lane);
        for (std::size_t lane = 0; lane < branches_.size(); ++lane) write_curves(lane);
        for (std::size_t i = 0; i < story_.reports.size(); ++i) write_row(i);
        for (std::size_t lane = 0; lane < branches_.size(); ++lane) write_nodes(lane);
        out_.raw("</svg>\n");
    }

private:
    [[nodiscard]] static int lane_x(std::size_t lane) { return first_lane + static_cast<int>(lane) * lane_width; }
    [[nodiscard]] static int origin_y(std::size_t lane) { return 16 + static_cast<int>(lane) * origin_height; }
    [[nodiscard]] int report_y(std::size_t row) const {
        return origin_y(branches_.size()) + report_height / 2 + static_cast<int>(row) * report_height;
    }
    [[nodiscard]] int text_x() const { return lane_x(branches_.size()) - 4; }
    [[nodiscard]] int y_of(std::uint32_t page) const {
        const auto it = row_.find(page);
        return it == row_.end() ? 0 : report_y(it->second);
    }
    [[nodiscard]] std::string color(std::size_t lane) const {
        return branches_[lane].origin == nullptr ? "c0" : HtmlWriter::color_class(lane);
    }

    // The origin's name at the top and its line down to the last report that carries it.
    void write_lane(std::size_t lane) {
        const OriginBranch& branch = branches_[lane];
        const int x = lane_x(lane);
        const int y = origin_y(lane);
        int last = y;
        for (const OriginStep& step : branch.steps) last = std::max(last, y_of(step.page));
        out_.raw(fmt::format("<g class=\"{}\"><path class=\"thread\" d=\"M{} {}V{}\"/>", color(lane), x, y, last));
        out_.raw(fmt::format("<path class=\"lead\" d=\"M{} {}H{}\"/><path class=\"source\" d=\"M{} {}l7 7l-7 7l-7-7z\"/>", x + 10, y,
                             text_x() - 6, x, y - 7));
        out_.raw(fmt::format("<text x=\"{}\" y=\"{}\">", text_x(), y + 4));
        if (branch.origin == nullptr) {
            out_.label("other copies");
        } else {
            const Labels& labels = out_.labels();
            out_.raw("<tspan class=\"name\">").text(shortened(origin_name(out_.brief(), *branch.origin, labels)));
            out_.raw("</tspan><tspan class=\"faint\" dx=\"6\">").text(kind_text("kind", branch.origin->kind, labels)).raw("</tspan>");
        }
        out_.raw("</text></g>\n");
    }

    void write_curves(std::size_t lane) {
        for (const OriginStep& step : branches_[lane].steps) {
            std::map<std::uint32_t, std::vector<const BriefCopy*>> by_source;
            for (const auto* copies : {&step.taken, &step.besides}) {
                for (const BriefCopy* copy : *copies) {
                    if (copy->from && *copy->from != step.page) by_source[*copy->from].push_back(copy);
                }
            }
            for (const auto& [from, copies] : by_source) write_curve(lane, from, step.page, words_in(copies));
        }
    }

    void write_curve(std::size_t lane, std::uint32_t from, std::uint32_t to, std::size_t words) {
        if (!row_.contains(from) || !row_.contains(to)) return;
        const int x = lane_x(lane);
        const int bulge = std::min(20, 8 + 4 * std::abs(y_of(to) - y_of(from)) / report_height);
        const double stroke = std::min(5.0, 1.0 + std::log2(1.0 + static_cast<double>(words)) / 2);
        out_.raw(fmt::format("<g class=\"{}\"><path class=\"curve\" stroke-width=\"{:.1f}\" d=\"M{} {}C{} {} {} {} {} {}\"/>", color(lane),
                             stroke, x - 6, y_of(from), x - 6 - bulge, y_of(from), x - 6 - bulge, y_of(to), x - 12, y_of(to)));
        out_.raw(fmt::format("<path class=\"head\" d=\"M{} {}l-7-5v10z\"/></g>\n", x - 7, y_of(to)));
    }

    void write_row(std::size_t row) {
        const Report& report = story_.reports[row];
        const Labels& labels = out_.labels();
        const std::string time =
            report.published.value.empty() ? std::string(labels["unknown date"]) : human_time(clean_line(report.published.value), labels);
        const int y = report_y(row);
        int x = first_lane;
        for (std::size_t lane = 0; lane < branches_.size(); ++lane) {
            if (std::ranges::find(branches_[lane].steps, report.page, &OriginStep::page) != branches_[lane].steps.end()) x = lane_x(lane);
        }
        out_.raw(fmt::format("<path class=\"lead\" d=\"M{} {}H{}\"/>", x + 10, y, text_x() - 6));
        out_.raw(fmt::format("<text x=\"{}\" y=\"{}\"><tspan class=\"name\">", text_x(), y - 2))
            .text(shortened(page_name(out_.brief(), report.page, labels)));
        out_.raw(fmt::format("</tspan><tspan class=\"faint\" x=\"{}\" dy=\"15\">", text_x())).text(time);
        if (report.published.inferred) out_.raw(" (").label("inferred").raw(")");
        out_.raw("</tspan></text>\n");
    }

    // Full where the report is the first to carry the origin, a ring where it took it from another.
    void write_nodes(std::size_t lane) {
        for (const OriginStep& step : branches_[lane].steps) {
            if (!row_.contains(step.page)) continue;
            const bool took = std::ranges::any_of(step.taken, [](const BriefCopy* copy) { return copy->from.has_value(); });
            out_.raw(fmt::format("<g class=\"{}\"><circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"6\"/></g>\n", color(lane),
                                 took ? "ring" : "node", lane_x(lane), y_of(step.page)));
        }
    }

    HtmlWriter& out_;
    const Story& story_;
    std::vector<OriginBranch> branches_;
    std::map<std::uint32_t, std::size_t> row_;
};

}  // namespace

void write_origin_picture(HtmlWriter& out, const Story& story, std::size_t number) {
    if (story.reports.size() < 2 || story.reports.size() > most_reports) return;
    out.raw("<figure>");
    Picture(out, story).write(number);
    out.raw("</figure>\n");
}

}  // namespace depesche
