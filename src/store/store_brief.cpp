#include "store/store_brief.h"

#include <map>

#include "brief/brief_of_stories.h"
#include "store/corrections.h"
#include "store/page_rows.h"
#include "store/piece_list.h"
#include "store/story_rows.h"

namespace depesche {
namespace {

struct LoadedStories {
    std::vector<PageBytes> pages;
    std::map<std::string, std::size_t> story_of;  // path of the page -> index of its story
    std::vector<GroupedReports> groups;
};

Result<bool> load_story(const Database& database, const std::string& story, LoadedStories& loaded) {
    GroupedReports group;
    group.id = story.substr(0, shown_digits);
    std::string topic;
    auto done = for_each_piece_of(database, story, [&](const ListedPiece& piece) -> Result<bool> {
        auto page = load_page(database, piece.row);
        if (!page) return page.error();
        if (loaded.story_of.contains(page->path)) page->path.append("@").append(piece.sha256, 0, shown_digits);
        loaded.story_of[page->path] = loaded.groups.size();
        loaded.pages.push_back(std::move(*page));
        if (topic.empty()) topic = piece.topic;
        return true;
    });
    if (!done) return done;
    if (const auto first = find_piece(database, topic)) group.topic = first->title;
    loaded.groups.push_back(std::move(group));
    return true;
}

}  // namespace

Result<Brief> brief_from_store(const Database& database, std::span<const std::string> stories, const Stages& stages, unsigned threads) {
    LoadedStories loaded;
    for (const std::string& story : stories) {
        if (auto done = load_story(database, story, loaded); !done) return done.error();
    }
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    PreparedPages pages = prepare_pages(std::move(loaded.pages), stages, threads);
    leave_out_quotes(pages, *corrections);
    for (std::uint32_t i = 0; i < pages.reports.size(); ++i)
        loaded.groups[loaded.story_of.at(pages.reports[i]->page.stored.path)].reports.push_back(i);
    std::erase_if(loaded.groups, [](const GroupedReports& group) { return group.reports.empty(); });
    Brief brief = brief_of_stories(std::move(pages), loaded.groups, stages, threads);
    correct_brief(brief, *corrections);
    return brief;
}

}  // namespace depesche
