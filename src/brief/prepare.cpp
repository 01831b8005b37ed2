#include "brief/prepare.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/parallel.h"

namespace depesche {
namespace {

std::optional<PassageKind> passage_kind(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::headline:
            return PassageKind::headline;
        case ZoneKind::standfirst:
            return PassageKind::standfirst;
        case ZoneKind::crosshead:
            return PassageKind::crosshead;
        case ZoneKind::keypoint:
            return PassageKind::keypoint;
        case ZoneKind::body:
            return PassageKind::body;
        default:
            return std::nullopt;
    }
}

// One page on its way: a report, or nothing with the reasons why.
struct Attempt {
    std::unique_ptr<Prepared> report;
    std::vector<Error> problems;
};

Attempt prepare(PageBytes stored, const Stages& stages) {
    Attempt attempt;
    Result<Page> page = make_page(std::move(stored));
    if (!page) {
        attempt.problems.push_back(page.error());
        return attempt;
    }
    if (page->damage) attempt.problems.push_back(*page->damage);
    auto report = std::make_unique<Prepared>();
    report->page = std::move(*page);
    report->article = stages.articles().read(report->page);
    if (!report->article.has_article()) {
        attempt.problems.push_back({Problem::no_article, "nothing on the page reads like a piece of news", report->page.stored.path, {}});
        return attempt;
    }
    report->language = &language_for(report->article.language, stages.languages());
    const auto published = report->article.published ? std::optional(report->article.published->value) : std::nullopt;
    report->text = make_mark_text(report->page.source.text(), passages_of(report->article), published, *report->language);
    report->marks = stages.marks().find(report->text, *report->language);
    attempt.report = std::move(report);
    return attempt;
}

// Of pages with the same bytes, only the first by path is prepared; the others are named as copies of it.
std::vector<PageBytes> without_copies(std::vector<PageBytes> pages, std::vector<Error>& problems) {
    std::ranges::stable_sort(pages, {}, &PageBytes::path);
    std::map<std::string_view, std::size_t> first;
    std::vector<bool> again(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (pages[i].bytes.empty()) continue;
        const auto [it, fresh] = first.emplace(pages[i].bytes, i);
        if (fresh) continue;
        again[i] = true;
        problems.push_back({Problem::duplicate, fmt::format("a second copy of {}", pages[it->second].path), pages[i].path, {}});
    }
    first.clear();
    std::vector<PageBytes> kept;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!again[i]) kept.push_back(std::move(pages[i]));
    }
    return kept;
}

}  // namespace

struct Stages::Parts {
    Languages languages;
    ArticleReader articles{languages};
    MarkFinder marks{languages};
    PileNames names{languages};
    ReuseLexicon reuse{languages};
};

Stages::Stages() : parts_(std::make_unique<Parts>()) {}
Stages::~Stages() = default;
const Languages& Stages::languages() const { return parts_->languages; }
const ArticleReader& Stages::articles() const { return parts_->articles; }
const MarkFinder& Stages::marks() const { return parts_->marks; }
const PileNames& Stages::names() const { return parts_->names; }
const ReuseLexicon& Stages::reuse() const { return parts_->reuse; }

const Language& language_for(std::string_view code, const Languages& languages) {
    const Language* found = languages.find(code);
    return found != nullptr ? *found : languages.fallback();
}

std::vector<Passage> passages_of(const Article& article) {
    std::vector<Passage> passages;
    for (const Zone& zone : article.zones) {
        if (const auto kind = passage_kind(zone.kind)) passages.push_back({zone.span, *kind});
    }
    return passages;
}

PreparedPages prepare_pages(std::vector<PageBytes> pages, const Stages& stages, unsigned threads) {
    PreparedPages prepared;
    std::vector<PageBytes> kept = without_copies(std::move(pages), prepared.problems);
    std::vector<Attempt> attempts(kept.size());
    for_each_index(kept.size(), threads, [&](std::size_t i) { attempts[i] = prepare(std::move(kept[i]), stages); });
    for (Attempt& attempt : attempts) {
        std::ranges::move(attempt.problems, std::back_inserter(prepared.problems));
        if (!attempt.report) continue;
        attempt.report->page_index = static_cast<std::uint32_t>(prepared.reports.size());
        prepared.reports.push_back(std::move(attempt.report));
    }
    std::ranges::stable_sort(prepared.problems, {}, &Error::place);
    return prepared;
}

}  // namespace depesche
