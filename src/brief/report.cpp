#include "brief/report.h"

#include <algorithm>

#include "brief/cite.h"

namespace depesche {
namespace {

const InferredDate* inferred_for(const StoryReports& story, std::size_t index) {
    const auto it = std::ranges::find(story.inferred, index, &InferredDate::report);
    return it == story.inferred.end() ? nullptr : &*it;
}

std::vector<Mention> cite_all(const Prepared& report, std::span<const Evidence> evidence) {
    std::vector<Mention> mentions;
    for (const Evidence& e : evidence) {
        if (!e.bytes.empty()) mentions.push_back(cite_bytes(report, e.bytes));
        else if (!e.span.empty()) mentions.push_back(cite(report, e.span));
    }
    return mentions;
}

PublicationTime inferred_publication(const StoryReports& story, const InferredDate& inferred) {
    PublicationTime time{to_iso(inferred.day), true, {}, inferred.how};
    for (const auto& [report, span] : inferred.evidence) time.evidence.push_back(cite(story[report], span));
    return time;
}

std::vector<std::string> values_of(std::span<const Field> fields) {
    std::vector<std::string> values;
    for (const Field& field : fields) values.push_back(field.value);
    return values;
}

std::string name_or_empty(const std::optional<Field>& field) { return field ? field->value : std::string(); }

}  // namespace

PublicationTime publication_time(const Prepared& report, const DateField& field) {
    return {to_iso(field.value), false, cite_all(report, field.evidence), field.evidence.front().how};
}

BriefPage make_brief_page(const Prepared& report) {
    const Page& page = report.page;
    return {page.stored.path,
            page.id,
            page.stored.url,
            page.stored.crawled,
            name_or_empty(report.article.outlet),
            std::string(name_of(page.encoding)),
            page.source.text()};
}

Report make_report(const StoryReports& story, std::size_t index) {
    const Prepared& report = story[index];
    const Article& article = report.article;
    Report out;
    out.page = report.page_index;
    out.outlet = name_or_empty(article.outlet);
    out.title = name_or_empty(article.title);
    if (article.title && !article.title->evidence.front().span.empty()) out.title_at = cite(report, article.title->evidence.front().span);
    out.authors = values_of(article.authors);
    out.agencies = values_of(article.agencies);
    if (article.published) out.published = publication_time(report, *article.published);
    else if (const InferredDate* inferred = inferred_for(story, index)) out.published = inferred_publication(story, *inferred);
    if (article.updated) out.updated = publication_time(report, *article.updated);
    return out;
}

std::optional<Moment> published_of(const StoryReports& story, std::size_t index) {
    if (story[index].article.published) return story[index].article.published->value;
    const InferredDate* inferred = inferred_for(story, index);
    return inferred != nullptr ? std::optional(inferred->day) : std::nullopt;
}

OriginText make_origin_text(const StoryReports& story, std::size_t index) {
    const Prepared& report = story[index];
    const Article& article = report.article;
    OriginText text;
    text.id = report.page.stored.path;
    text.outlet = name_or_empty(article.outlet);
    text.published = published_of(story, index);
    text.text = report.page.source.text();
    text.language = article.language;
    bool standfirst = false;  // the first one is a heading; what is taken for a second one is text
    for (const Zone& zone : article.zones) {
        if (!is_article_text(zone.kind)) continue;
        text.passages.push_back(zone.span);
        const bool heading = zone.kind != ZoneKind::body && !(zone.kind == ZoneKind::standfirst && standfirst);
        if (heading) text.headings.push_back(zone.span);
        standfirst = standfirst || zone.kind == ZoneKind::standfirst;
    }
    text.has_author = !article.authors.empty();
    for (const Field& agency : article.agencies) {
        text.agencies.push_back(agency.value);
        text.agency_spans.push_back(agency.evidence.front().span);
    }
    if (article.translated_from) {
        text.translated_from = article.translated_from->value;
        text.translated_span = article.translated_from->evidence.front().span;
    }
    if (article.release) {
        text.release_of = article.release->value;
        text.release_span = article.release->evidence.front().span;
    }
    return text;
}

std::vector<BriefOrigin> make_brief_origins(const StoryReports& story, const Lineage& lineage) {
    std::vector<BriefOrigin> origins;
    for (const Origin& origin : lineage.origins) {
        BriefOrigin out{origin.name, std::string(name_of(origin.kind)), {}, {}};
        for (const std::uint32_t carrier : origin.carriers) out.reports.push_back(story[carrier].page_index);
        std::ranges::sort(out.reports);
        for (const auto& [report, span] : origin.evidence) {
            if (!span.empty()) out.evidence.push_back(cite(story[report], span));
        }
        origins.push_back(std::move(out));
    }
    return origins;
}

std::vector<BriefCopy> make_brief_copies(const StoryReports& story, const Lineage& lineage) {
    std::vector<BriefCopy> copies;
    for (const Copy& copy : lineage.copies) {
        BriefCopy out;
        out.to = story[copy.to].page_index;
        out.taken = cite(story[copy.to], copy.span);
        if (copy.from) {
            out.from = story[*copy.from].page_index;
            out.source = cite(story[*copy.from], copy.from_span);
        }
        out.direction_known = copy.direction_known;
        if (const auto origin = origin_at(lineage, copy.to, copy.span)) out.origin = lineage.origins[*origin].name;
        copies.push_back(std::move(out));
    }
    return copies;
}

}  // namespace depesche
