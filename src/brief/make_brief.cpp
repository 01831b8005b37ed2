// The whole way: pages to reports, reports to stories, each story to its brief.
#include <algorithm>
#include <map>

#include <depesche/depesche.h>

#include "base/parallel.h"
#include "base/utf8.h"
#include "brief/brief_of_stories.h"
#include "brief/cite.h"
#include "brief/differences.h"
#include "brief/gaps.h"
#include "brief/happening.h"
#include "brief/keypoints.h"
#include "brief/people.h"
#include "brief/prepare.h"
#include "brief/quotes.h"
#include "brief/report.h"
#include "brief/report_versions.h"
#include "brief/timeline.h"
#include "page/read_article.h"
#include "stories/grouping.h"
#include "stories/languages_join.h"

namespace depesche {
namespace {

bool wanted(const Prepared& report, const BriefOptions& options) {
    const Article& article = report.article;
    if (!options.language.empty() && article.language != options.language) return false;
    if (!options.outlet.empty() && (!article.outlet || to_lower(article.outlet->value) != to_lower(options.outlet))) return false;
    if (!article.published) return true;
    const std::string day = to_iso(article.published->value).substr(0, 10);
    return (options.since.empty() || day >= options.since) && (options.until.empty() || day <= options.until);
}

std::vector<std::string> names_of_kind(const Marks& marks, NameKind kind) {
    std::vector<std::string> names;
    for (const Entity& entity : marks.entities) {
        if (entity.kind == kind) names.push_back(entity.name);
    }
    return names;
}

Piece make_piece(const Prepared& report) {
    const Article& article = report.article;
    Piece piece;
    piece.id = report.page.stored.path;
    piece.url = report.page.stored.url;
    if (article.outlet) piece.outlet = article.outlet->value;
    if (article.section) piece.section = article.section->value;
    if (article.published) piece.first_seen = article.published->value;
    if (article.title) piece.title = article.title->value;
    for (const Zone& zone : article.zones) {
        if (zone.kind == ZoneKind::standfirst && piece.teaser.empty()) piece.teaser = report.page.source.view(zone.span);
    }
    piece.text = article_text(article, report.page.source);
    piece.language = article.language;
    piece.people = names_of_kind(report.marks, NameKind::person);
    piece.places = names_of_kind(report.marks, NameKind::place);
    for (const Time& time : report.marks.times) {
        if (!time.background && time.moment && time.moment->has_day()) piece.days.push_back(*time.moment);
    }
    return piece;
}

// Earliest first, unknown last, then by page.
std::vector<const Prepared*> in_order(std::vector<const Prepared*> reports) {
    std::ranges::sort(reports, [](const Prepared* left, const Prepared* right) {
        const bool left_known = left->article.published.has_value();
        const bool right_known = right->article.published.has_value();
        if (left_known != right_known) return left_known;
        if (left_known) {
            const auto order = compare_known(left->article.published->value, right->article.published->value);
            if (order != 0) return order < 0;
        }
        return left->page_index < right->page_index;
    });
    return reports;
}

std::vector<InferredDate> infer(std::span<const Prepared* const> reports) {
    std::vector<ReportDates> dates;
    for (const Prepared* report : reports) dates.push_back({&report->article, &report->text, report->marks.times});
    return infer_dates(dates);
}

// Relative times of a page whose date was inferred get their values now.
void resolve_times(std::span<const Prepared* const> reports, std::span<const InferredDate> inferred, PreparedPages& pages,
                   const Stages& stages) {
    for (const InferredDate& date : inferred) {
        Prepared& report = *pages.reports[reports[date.report]->page_index];
        report.text.published = date.day;
        report.marks.times = stages.marks().find_times(report.text, *report.language);
    }
}

// What the reports say, part by part.
void write_brief(const StoryReports& story, const Lineage& lineage, const Stages& stages, const BriefLexicon& lexicon, Story& out) {
    const StoryNames names(story, stages.names());
    const StoryText text(story, names, lexicon);
    const std::vector<Likeness> likenesses = find_likenesses(text);
    const OriginFinder origins(lineage, story.size());
    const std::size_t headline = choose_headline(text, out.reports).value_or(0);
    out.headline = out.reports[headline].title;
    out.headline_at = out.reports[headline].title_at;
    out.when = find_when(text);
    out.where = find_where(text);
    out.keypoints = find_keypoints(text, likenesses, origins);
    LinedUpQuotes quotes = line_up_quotes(text);
    out.quotes = std::move(quotes.quotes);
    out.differences = std::move(quotes.differences);
    out.unsure = std::move(quotes.unsure);
    Differences differences = find_differences(text, likenesses);
    std::ranges::move(differences.sure, std::back_inserter(out.differences));
    std::ranges::move(differences.unsure, std::back_inserter(out.unsure));
    out.updates = std::move(differences.updates);
    out.timeline = make_timeline(text, likenesses);
    out.people = find_named(text, NameKind::person);
    out.places = find_named(text, NameKind::place);
    out.gaps = find_gaps(text, out.reports, out.keypoints);
}

// The pages of a pile as pieces: of each piece the newest version stands for it.
struct PileVersions {
    explicit PileVersions(const PreparedPages& pages) : groups(versions_in(pages)), of_page(pages.reports.size()) {
        for (const auto& group : groups) {
            for (const std::uint32_t page : group) of_page[page] = &group;
        }
    }
    std::vector<std::vector<std::uint32_t>> groups;  // one a piece; page indices, newest first
    std::vector<const std::vector<std::uint32_t>*> of_page;
};

Story make_story(std::vector<const Prepared*> members, PreparedPages& pages, const PileVersions& versions, const Stages& stages,
                 const BriefLexicon& lexicon) {
    const std::vector<const Prepared*> reports = in_order(std::move(members));
    const std::vector<InferredDate> inferred = infer(reports);
    resolve_times(reports, inferred, pages, stages);
    const StoryReports story{reports, inferred};
    std::vector<OriginText> texts;
    for (std::size_t i = 0; i < story.size(); ++i) texts.push_back(make_origin_text(story, i));
    const Lineage lineage = trace_lineage(texts, stages.reuse());

    Story out;
    out.id = story[0].page.id.substr(0, 12);
    for (std::size_t i = 0; i < story.size(); ++i) {
        out.reports.push_back(make_report(story, i));
        out.reports.back().versions = make_versions(*versions.of_page[story[i].page_index], pages);
    }
    out.origins = make_brief_origins(story, lineage);
    out.copies = make_brief_copies(story, lineage);
    write_brief(story, lineage, stages, lexicon, out);
    return out;
}

std::string newest(const Story& story) {
    std::string latest;
    for (const Report& report : story.reports) latest = std::max(latest, report.published.value);
    return latest;
}

void sort_stories(std::vector<Story>& stories) {
    std::ranges::sort(stories, [](const Story& left, const Story& right) {
        if (left.reports.size() != right.reports.size()) return left.reports.size() > right.reports.size();
        if (const auto a = newest(left), b = newest(right); a != b) return a > b;
        return left.id < right.id;
    });
}

void drop_unwanted(PreparedPages& pages, const BriefOptions& options) {
    std::erase_if(pages.reports, [&](const auto& report) { return !wanted(*report, options); });
    for (std::uint32_t i = 0; i < pages.reports.size(); ++i) pages.reports[i]->page_index = i;
}

// Of the reports of each story, those that are the newest of their versions; a story of older versions alone is none.
std::vector<std::vector<const Prepared*>> newest_reports(const PreparedPages& pages, const PileVersions& versions,
                                                         std::span<const GroupedReports> stories) {
    std::vector<std::vector<const Prepared*>> members(stories.size());
    for (std::size_t i = 0; i < stories.size(); ++i) {
        for (const std::uint32_t report : stories[i].reports) {
            if (versions.of_page[report]->front() == report) members[i].push_back(pages.reports[report].get());
        }
    }
    return members;
}

Brief brief_of_versions(PreparedPages pages, const PileVersions& versions, std::span<const GroupedReports> stories, const Stages& stages,
                        unsigned threads) {
    const BriefLexicon lexicon(stages.languages());
    const std::vector<std::vector<const Prepared*>> members = newest_reports(pages, versions, stories);
    Brief brief;
    brief.stories.resize(stories.size());
    for_each_index(stories.size(), threads, [&](std::size_t i) {
        if (members[i].empty()) return;
        Story& story = brief.stories[i];
        story = make_story(members[i], pages, versions, stages, lexicon);
        story.topic = stories[i].topic;
        if (!stories[i].id.empty()) story.id = stories[i].id;
    });
    std::erase_if(brief.stories, [](const Story& story) { return story.reports.empty(); });
    sort_stories(brief.stories);
    for (const auto& report : pages.reports) brief.pages.push_back(make_brief_page(*report));
    brief.problems = std::move(pages.problems);
    return brief;
}

}  // namespace

Brief brief_of_stories(PreparedPages pages, std::span<const GroupedReports> stories, const Stages& stages, unsigned threads) {
    const PileVersions versions(pages);
    return brief_of_versions(std::move(pages), versions, stories, stages, threads);
}

Brief make_brief(std::vector<PageBytes> stored, const BriefOptions& options) {
    const Stages stages;
    PreparedPages pages = prepare_pages(std::move(stored), stages, options.threads);
    drop_unwanted(pages, options);
    const PileVersions versions(pages);
    std::vector<Piece> pieces;
    for (const auto& group : versions.groups) pieces.push_back(make_piece(*pages.reports[group.front()]));
    const JoinedLanguages joined = join_where_mixed(pieces, group_pile(pieces, stages.languages(), options.threads), PieceSet::pile,
                                                    stages.languages(), options.threads);
    const std::vector<Placement>& placements = joined.placements;
    if (joined.problem) pages.problems.push_back(*joined.problem);
    std::map<std::uint32_t, GroupedReports> groups;
    for (std::uint32_t i = 0; i < placements.size(); ++i) {
        GroupedReports& group = groups[placements[i].story];
        if (group.reports.empty()) group.topic = pieces[placements[i].topic].title;
        group.reports.push_back(versions.groups[i].front());
    }
    std::vector<GroupedReports> stories;
    for (auto& [first, group] : groups) stories.push_back(std::move(group));
    return brief_of_versions(std::move(pages), versions, stories, stages, options.threads);
}

}  // namespace depesche
