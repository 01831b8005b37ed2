#include "brief/gaps.h"

#include <algorithm>

#include "brief/cite.h"
#include "brief/stands_alone.h"

namespace depesche {
namespace {

constexpr std::size_t most_hearsay = 12;

void add_report_gaps(const std::vector<Report>& reports, std::vector<Gap>& gaps) {
    for (const Report& report : reports) {
        if (report.published.value.empty())
            gaps.push_back({"no date", "The page shows no publication date, and nothing supports one.", {}, report.page});
    }
    for (const Report& report : reports) {
        if (report.published.inferred)
            gaps.push_back({"inferred date", "The publication date is inferred: " + report.published.how + ".", report.published.evidence,
                            report.page});
    }
    for (const Report& report : reports) {
        if (report.outlet.empty()) gaps.push_back({"no outlet", "The page does not say which outlet it is from.", {}, report.page});
    }
}

// A quote with a speaker in the sentence is a source.
bool has_source(const Prepared& report, Span sentence) {
    return std::ranges::any_of(report.marks.quotes,
                               [&](const Quote& quote) { return !quote.speaker.empty() && quote.parts.front().overlaps(sentence); });
}

void add_hearsay(const StoryText& text, std::vector<Gap>& gaps) {
    std::size_t found = 0;
    for (const Line& line : text.lines()) {
        if (found == most_hearsay) return;
        const Prepared& report = text.reports()[line.report];
        if (!is_statement(line.kind) || quoted_share(report, line.span) > 0.5) continue;
        const std::vector<std::string> words =
            lower_words(report.text.text, report.text.tokens.words_of(report.text.tokens.sentences[line.sentence]));
        if (!text.words_of(line.report).hearsay.within(words) || has_source(report, line.span)) continue;
        gaps.push_back({"no source named", "The sentence names no source.", {cite(report, line.span)}, report.page_index});
        ++found;
    }
}

void add_copied(const std::vector<KeyPoint>& keypoints, std::vector<Gap>& gaps) {
    for (const KeyPoint& point : keypoints) {
        if (point.support.size() > 1 && point.origins == 1)
            gaps.push_back({"only copied", "Several reports have it from one origin.", point.support, std::nullopt});
    }
}

}  // namespace

std::vector<Gap> find_gaps(const StoryText& text, const std::vector<Report>& reports, const std::vector<KeyPoint>& keypoints) {
    std::vector<Gap> gaps;
    add_report_gaps(reports, gaps);
    add_hearsay(text, gaps);
    add_copied(keypoints, gaps);
    return gaps;
}

}  // namespace depesche
