// Invented sets of whole articles (tests/stories/articles): what one happening in many genres must give, and what only looks like it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "stories/grouping.h"

namespace depesche {
namespace {

struct ArticleSet {
    std::string name;
    std::vector<Piece> pieces;
    std::vector<std::string> happenings;  // of each piece
};

std::vector<std::string> cells(std::string line) {
    std::vector<std::string> found;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '|');) {
        const std::size_t begin = cell.find_first_not_of(' ');
        found.push_back(begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1));
    }
    return found;
}

// README.md in the folder describes the form.
ArticleSet read_set(const std::filesystem::path& path) {
    ArticleSet set{path.stem().string(), {}, {}};
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("== ")) {
            const std::vector<std::string> head = cells(line.substr(3));
            Piece& piece = set.pieces.emplace_back();
            piece.id = head[0];
            piece.outlet = head[2];
            piece.first_seen = parse_iso(head[3]);
            piece.language = head[4];
            set.happenings.push_back(head[1]);
            std::getline(in, piece.title);
            std::getline(in, piece.teaser);
        } else if (!set.pieces.empty()) {
            set.pieces.back().text += line + '\n';
        }
    }
    return set;
}

std::vector<ArticleSet> read_sets(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<ArticleSet> all;
    for (const auto& path : paths) all.push_back(read_set(path));
    return all;
}

const std::vector<ArticleSet>& sets() {
    static const std::vector<ArticleSet> read = read_sets(DEPESCHE_SOURCE_DIR "/tests/stories/articles");
    return read;
}

// Sets that nothing was learnt from.
const std::vector<ArticleSet>& held_sets() {
    static const std::vector<ArticleSet> read = read_sets(DEPESCHE_SOURCE_DIR "/tests/stories/held_articles");
    return read;
}

const Languages& languages() {
    static const Languages made;
    return made;
}

struct Tally {
    double right = 0, found = 0, wanted = 0;
    [[nodiscard]] double precision() const { return right / found; }
    [[nodiscard]] double recall() const { return right / wanted; }
};

// Pairs of one happening against those of one story.
void count(const ArticleSet& set, const std::vector<Placement>& placements, Tally& tally) {
    for (std::size_t a = 0; a < set.pieces.size(); ++a) {
        for (std::size_t b = a + 1; b < set.pieces.size(); ++b) {
            const bool found = placements[a].story == placements[b].story;
            const bool wanted = set.happenings[a] == set.happenings[b];
            tally.right += found && wanted ? 1 : 0;
            tally.found += found ? 1 : 0;
            tally.wanted += wanted ? 1 : 0;
        }
    }
}

Tally count_all(const std::vector<ArticleSet>& all) {
    Tally tally;
    for (const ArticleSet& set : all) count(set, group_pile(set.pieces, languages(), 1), tally);
    return tally;
}

// The shares asked here are those the model reaches on sets it was not learnt from, less a little (doc/measured/stories.md).
TEST(ArticleSets, MostArticlesOfOneHappeningAreOneStoryAndMostLookAlikesAreNot) {
    ASSERT_GE(sets().size(), 22U);
    const Tally tally = count_all(sets());
    RecordProperty("precision", std::to_string(tally.precision()));
    RecordProperty("recall", std::to_string(tally.recall()));
    EXPECT_GE(tally.precision(), 0.88);
    EXPECT_GE(tally.recall(), 0.8);
}

TEST(ArticleSets, WhatComesOfAHappeningDaysLaterIsAStoryOfItsOwn) {
    ASSERT_GE(held_sets().size(), 7U);
    const Tally tally = count_all(held_sets());
    RecordProperty("precision", std::to_string(tally.precision()));
    RecordProperty("recall", std::to_string(tally.recall()));
    EXPECT_GE(tally.precision(), 0.9);
    EXPECT_GE(tally.recall(), 0.8);
}

TEST(ArticleSets, ArticlesOfDifferentSetsAreNeverOneStory) {
    std::vector<Piece> pieces;
    std::vector<std::string> names;
    for (const ArticleSet& set : sets()) {
        for (Piece piece : set.pieces) {
            piece.id = set.name + "/" + piece.id;
            names.push_back(set.name);
            pieces.push_back(std::move(piece));
        }
    }
    const std::vector<Placement> placements = group_pile(pieces, languages(), 2);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        EXPECT_EQ(names[i], names[placements[i].story]) << pieces[i].id << " with " << pieces[placements[i].story].id;
    }
}

TEST(ArticleSets, TheOrderOfTheArticlesChangesNothing) {
    std::mt19937 random(5);
    for (const ArticleSet& set : sets()) {
        const std::vector<Placement> plain = group_pile(set.pieces, languages(), 1);
        std::vector<std::size_t> order(set.pieces.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::shuffle(order, random);
        std::vector<Piece> shuffled;
        for (const std::size_t i : order) shuffled.push_back(set.pieces[i]);
        const std::vector<Placement> other = group_pile(shuffled, languages(), 2);
        for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[other[i].story], plain[order[i]].story) << set.name;
    }
}

}  // namespace
}  // namespace depesche
