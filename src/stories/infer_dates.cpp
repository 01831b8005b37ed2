#include "stories/infer_dates.h"

#include <algorithm>
#include <optional>

#include "stories/day_clues.h"

namespace depesche {
namespace {

using Days = std::chrono::sys_days;

constexpr int nearest_report = 3;  // days between a dated report and the day that a weekday near it can mean

// A report of the story that shows its date.
struct DatedReport {
    std::uint32_t report = 0;
    Days day;
    std::vector<Span> spans;  // where the page shows it
};

std::vector<DatedReport> dated_reports(std::span<const ReportDates> story) {
    std::vector<DatedReport> dated;
    for (std::uint32_t i = 0; i < story.size(); ++i) {
        const auto& published = story[i].article->published;
        if (!published) continue;
        const auto day = day_of(published->value);
        if (!day) continue;
        dated.push_back({i, *day, {}});
        for (const Evidence& evidence : published->evidence) {
            if (!evidence.span.empty()) dated.back().spans.push_back(evidence.span);
        }
    }
    return dated;
}

// The day of that weekday next to `day`, at most three days off.
Days nearest_weekday(Days day, int weekday) {
    int ahead = ((weekday - weekday_of(day)) % 7 + 7) % 7;
    if (ahead > nearest_report) ahead -= 7;
    return day + std::chrono::days(ahead);
}

class Inference {
public:
    Inference(std::uint32_t report, const DayClues& clues, std::span<const DatedReport> dated) : clues_(clues), dated_(dated) {
        result_.report = report;
    }

    std::optional<InferredDate> run() {
        if (clues_.counted.empty()) return from_bare_weekday();
        // All counted weekdays must lead to the same day of publication.
        const int weekday = clues_.counted.front().published;
        if (std::ranges::any_of(clues_.counted, [&](const CountedWeekday& c) { return c.published != weekday; })) return std::nullopt;
        const auto by_report = day_near_reports(weekday);
        const auto by_date = day_by_named_date();
        if (by_report && by_date && *by_report != *by_date) return std::nullopt;
        if (!by_report && !by_date) return std::nullopt;
        for (const CountedWeekday& c : clues_.counted) result_.evidence.emplace_back(result_.report, c.span);
        if (by_report) cite_reports([&](const DatedReport& d) { return d.day == closest_; });
        if (by_date) cite_named_dates();
        return finished(by_report ? *by_report : *by_date, by_report ? "weekday counted from publication and a dated report"
                                                                     : "weekday counted from publication and its date");
    }

private:
    // The day of that weekday nearest to the dated reports; nothing when two are equally near.
    std::optional<Days> day_near_reports(int weekday) {
        std::optional<Days> best;
        int best_distance = nearest_report + 1;
        bool tied = false;
        for (const DatedReport& report : dated_) {
            const Days day = nearest_weekday(report.day, weekday);
            const int distance = std::abs(static_cast<int>((day - report.day).count()));
            if (distance < best_distance) {
                best = day;
                best_distance = distance;
                closest_ = report.day;
                tied = false;
            } else if (distance == best_distance && day != *best) {
                tied = true;
            }
        }
        return tied ? std::nullopt : best;
    }

    // "Gestern, am Samstag" and elsewhere "Samstag, 14. Februar 2026".
    std::optional<Days> day_by_named_date() const {
        std::optional<Days> found;
        for (const NamedDay& named : clues_.named) {
            for (const CountedWeekday& counted : clues_.counted) {
                const auto day = day_of(named.day);
                if (!day || named.weekday != counted.named || weekday_of(*day) != named.weekday) continue;
                const Days published = *day - std::chrono::days(counted.days);
                if (found && *found != published) return std::nullopt;
                found = published;
            }
        }
        return found;
    }

    // "Am Dienstag reist …" and a report of that Tuesday, none earlier: the page cannot be later than the day it speaks of as coming, and
    // the story is not known to be older. What is told as over could have been told on any later day: nothing.
    std::optional<InferredDate> from_bare_weekday() {
        const auto first = std::ranges::find_if(clues_.bare, &BareWeekday::lead);
        if (first == clues_.bare.end()) return std::nullopt;
        for (const BareWeekday& bare : clues_.bare) {
            const int later = ((bare.weekday - first->weekday) % 7 + 7) % 7;
            if (bare.lead && (bare.over || later != 0)) return std::nullopt;
            if (bare.over && later > 0 && later <= nearest_report) return std::nullopt;
        }
        std::optional<Days> day;
        for (const DatedReport& report : dated_) {
            if (weekday_of(report.day) != first->weekday) continue;
            if (day && *day != report.day) return std::nullopt;
            day = report.day;
        }
        if (!day || std::ranges::any_of(dated_, [&](const DatedReport& d) { return d.day < *day; })) return std::nullopt;
        for (const BareWeekday& bare : clues_.bare) {
            if (bare.lead) result_.evidence.emplace_back(result_.report, bare.span);
        }
        cite_reports([&](const DatedReport& d) { return d.day == *day; });
        return finished(*day, "weekday on the page and a report of that day");
    }

    template <class Wanted>
    void cite_reports(Wanted wanted) {
        for (const DatedReport& report : dated_) {
            if (!wanted(report)) continue;
            for (const Span span : report.spans) result_.evidence.emplace_back(report.report, span);
        }
    }

    void cite_named_dates() {
        for (const NamedDay& named : clues_.named) {
            if (named.weekday == clues_.counted.front().named) result_.evidence.emplace_back(result_.report, named.span);
        }
    }

    InferredDate finished(Days day, const char* how) {
        result_.day = from_day(day);
        result_.how = how;
        return std::move(result_);
    }

    const DayClues& clues_;
    std::span<const DatedReport> dated_;
    Days closest_{};
    InferredDate result_;
};

}  // namespace

std::vector<InferredDate> infer_dates(std::span<const ReportDates> story) {
    std::vector<InferredDate> inferred;
    const std::vector<DatedReport> dated = dated_reports(story);
    for (std::uint32_t i = 0; i < story.size(); ++i) {
        const ReportDates& report = story[i];
        if (report.article->published || report.times.empty()) continue;
        const DayClues clues = find_day_clues(*report.text, report.times, ClueWords(report.article->language));
        if (auto date = Inference(i, clues, dated).run()) inferred.push_back(std::move(*date));
    }
    return inferred;
}

}  // namespace depesche
