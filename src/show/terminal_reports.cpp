// Head, reports and origins of a story in the terminal.
#include <algorithm>

#include <fmt/format.h>

#include "show/clean_text.h"
#include "show/human_time.h"
#include "show/origin_tree.h"
#include "show/pile_view.h"
#include "show/terminal_parts.h"
#include "show/terminal_story.h"
#include "show/version_text.h"

namespace depesche {
namespace {

constexpr std::size_t deepest = 5;        // levels of the tree that are indented further
constexpr std::size_t most_passages = 3;  // passages of a copy that are shown with their references

void put_values(const TerminalParts& parts, std::string_view name, const std::vector<DifferenceValue>& values, bool are_times) {
    constexpr unsigned name_columns = 7;
    std::string first = padded(std::string(parts.labels[name]), name_columns);
    for (const DifferenceValue& value : values) {
        const std::string text = are_times ? human_time(clean_line(value.value), parts.labels) : clean_line(value.value);
        parts.sheet.paragraph(first, std::string(name_columns, ' '), {{text, Ink::plain}},
                              references_of(first_of_each_page(value.mentions)));
        first = std::string(name_columns, ' ');
    }
}

std::string time_text(const TerminalParts& parts, const Report& report) {
    const Labels& labels = parts.labels;
    if (report.published.value.empty()) return std::string(labels["unknown date"]);
    std::string text = human_time(clean_line(report.published.value), labels);
    if (report.published.inferred) text += fmt::format(" ({})", labels["inferred"]);
    if (!report.updated.value.empty())
        text += fmt::format(", {}",
                            labels.with("updated", {human_time_beside(clean_line(report.updated.value), report.published.value, labels)}));
    return text;
}

std::vector<Mention> time_evidence(const Report& report) {
    std::vector<Mention> all = report.published.evidence;
    all.insert(all.end(), report.updated.evidence.begin(), report.updated.evidence.end());
    return all;
}

void put_report(const TerminalParts& parts, const Report& report, unsigned outlet_columns) {
    const Labels& labels = parts.labels;
    const std::string indent = "     ";
    const std::string outlet = report.outlet.empty() ? outlet_of(parts.brief, report.page, labels) : clean_line(report.outlet);
    const std::string first = fmt::format("{:>3}  {}", page_number(report.page), padded(outlet, outlet_columns));
    parts.sheet.paragraph(first, std::string(5 + outlet_columns, ' '), {{time_text(parts, report), Ink::plain}},
                          or_page(references_of(time_evidence(report)), report.page));
    Line title{{known(report.title, labels["untitled"]), Ink::plain}};
    std::string details;
    if (!report.authors.empty()) details += fmt::format(" · {}", labels.with("authors", {join(report.authors)}));
    if (!report.agencies.empty()) details += fmt::format(" · {}", labels.with("agencies", {join(report.agencies)}));
    title.push_back({details, Ink::faint});
    parts.sheet.paragraph(indent, indent, title,
                          or_page(report.title_at ? references_of({&*report.title_at, 1}) : std::vector<std::string>(), report.page));
    if (const std::string versions = version_text(report, labels); !versions.empty())
        parts.sheet.paragraph(indent, indent, {{versions, Ink::plain}}, or_page(references_of(version_places(report)), report.page));
}

std::vector<std::string> copy_references(const std::vector<const BriefCopy*>& copies) {
    std::vector<Mention> places;
    for (const BriefCopy* copy : copies) {
        if (places.size() >= 2 * most_passages) break;
        places.push_back(copy->taken);
        if (copy->source) places.push_back(*copy->source);
    }
    std::vector<std::string> references = references_of(places, 2 * most_passages);
    if (copies.size() > most_passages) references.push_back(fmt::format("[+{}]", copies.size() - most_passages));
    return references;
}

std::string taken_text(const TerminalParts& parts, const std::vector<const BriefCopy*>& copies) {
    const std::string words = parts.labels.count("word", words_in(copies));
    const std::string passages = copies.size() > 1 ? fmt::format(" ({})", parts.labels.count("place", copies.size())) : std::string();
    const std::string amount = words + passages;
    const auto from = copies.front()->from;
    if (!from) return parts.labels.with("taken outside", {amount});
    const char* key = copies.front()->direction_known ? "taken from" : "shared with";
    return parts.labels.with(key, {amount, page_name(parts.brief, *from, parts.labels)});
}

// "│  " for every level above that goes on, then the branch itself.
std::string branch_lines(const std::vector<bool>& goes_on, bool last, bool first_line) {
    std::string lines = "  ";
    for (const bool on : goes_on) lines += on ? "│  " : "   ";
    if (first_line) return lines + (last ? "└─ " : "├─ ");
    return lines + (last ? "   " : "│  ");
}

void put_step(const TerminalParts& parts, const OriginStep& step, const std::vector<bool>& goes_on) {
    Line line = page_and_outlet(parts, step.page);
    std::vector<std::string> references;
    for (const auto* copies : {&step.taken, &step.besides}) {
        if (copies->empty()) continue;
        line.push_back({fmt::format("{} {}", references.empty() ? ":" : ";", taken_text(parts, *copies)), Ink::plain});
        const auto more = copy_references(*copies);
        references.insert(references.end(), more.begin(), more.end());
    }
    parts.sheet.paragraph(branch_lines(goes_on, step.last, true), branch_lines(goes_on, step.last, false), line,
                          or_page(std::move(references), step.page));
}

void put_branch(const TerminalParts& parts, const OriginBranch& branch) {
    const Labels& labels = parts.labels;
    Line name;
    std::vector<std::string> references;
    if (branch.origin != nullptr) {
        name = {{origin_name(parts.brief, *branch.origin, labels), Ink::strong},
                {fmt::format(" · {}", kind_text("kind", branch.origin->kind, labels)), Ink::faint}};
        references = references_of(branch.origin->evidence, 4);
    } else {
        name = {{std::string(labels["other copies"]), Ink::strong}};
    }
    parts.sheet.paragraph("  ", "  ", name, references);
    std::vector<bool> goes_on;
    for (const OriginStep& step : branch.steps) {
        goes_on.resize(std::min<std::size_t>(step.depth, deepest));
        put_step(parts, step, goes_on);
        goes_on.push_back(!step.last);
    }
}

}  // namespace

void put_story_head(const TerminalParts& parts, const Story& story) {
    const std::string headline = known(story.headline, parts.labels["untitled"]);
    const std::vector<std::string> at =
        story.headline_at ? std::vector<std::string>{reference(*story.headline_at)} : std::vector<std::string>{};
    parts.sheet.paragraph("", "", {{headline, Ink::strong}}, at);
    if (!story.topic.empty() && clean_line(story.topic) != headline) {
        parts.sheet.paragraph("", "", {{fmt::format("{}: {}", parts.labels["topic"], clean_line(story.topic)), Ink::faint}}, {});
    }
    if (!story.when.empty() || !story.where.empty()) parts.sheet.blank();
    put_values(parts, "when", story.when, true);
    put_values(parts, "where", story.where, false);
}

void put_reports(const TerminalParts& parts, const Story& story) {
    const Labels& labels = parts.labels;
    unsigned columns = 0;
    for (const Report& report : story.reports) {
        const std::string outlet = report.outlet.empty() ? outlet_of(parts.brief, report.page, labels) : clean_line(report.outlet);
        columns = std::max(columns, columns_of(outlet) + 2);
    }
    parts.sheet.heading(reports_text(story, labels));
    for (const Report& report : story.reports) put_report(parts, report, std::min(columns, 26U));
}

void put_origins(const TerminalParts& parts, const Story& story) {
    if (story.origins.empty() && story.copies.empty()) return;
    parts.sheet.heading(parts.labels.count("origin", story.origins.size()));
    for (const OriginBranch& branch : origin_tree(story)) put_branch(parts, branch);
}

}  // namespace depesche
