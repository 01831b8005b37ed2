// Pieces that come in batches, and pieces that go: the same stories as when all are grouped at once.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "stories/regroup.h"

namespace depesche {
namespace {

const Languages& languages() {
    static const Languages made;
    return made;
}

using Places = std::map<std::string, std::pair<std::string, std::string>>;  // piece -> story, topic

Places group_at_once(const std::vector<Piece>& pieces) {
    const auto placements = group_pieces(pieces, languages(), 1);
    Places places;
    for (std::size_t i = 0; i < pieces.size(); ++i) places[pieces[i].id] = {pieces[placements[i].story].id, pieces[placements[i].topic].id};
    return places;
}

// A store in memory, which does with a regrouping what regroup.h says.
class InMemory : public PlacedPieces {
public:
    Result<PieceDay> next_day(std::int32_t day) override {
        PieceDay found;
        for (const auto& [id, placed] : pieces_) {
            const PieceDay of = piece_day(placed.piece);
            if (of && *of >= day && (!found || *of < *found)) found = of;
        }
        return found;
    }
    Result<std::vector<PlacedPiece>> pieces_of(PieceDay day) override {
        std::vector<PlacedPiece> found;
        for (const auto& [id, placed] : pieces_) {
            if (piece_day(placed.piece) == day) found.push_back(placed);
        }
        std::ranges::reverse(found);
        return found;
    }

    Regrouping add(const std::vector<Piece>& batch) {
        std::vector<PieceDay> changed;
        for (const Piece& piece : batch) {
            pieces_[piece.id] = {piece, {}, {}};
            changed.push_back(piece_day(piece));
        }
        return update(changed);
    }
    Regrouping take_away(const std::vector<std::string>& ids) {
        std::vector<PieceDay> changed;
        for (const std::string& id : ids) {
            changed.push_back(piece_day(pieces_.at(id).piece));
            pieces_.erase(id);
        }
        return update(changed);
    }
    [[nodiscard]] Places places() const {
        Places found;
        for (const auto& [id, placed] : pieces_) found[id] = {placed.story, placed.topic};
        return found;
    }
    [[nodiscard]] std::vector<Piece> pieces() const {
        std::vector<Piece> found;
        for (const auto& [id, placed] : pieces_) found.push_back(placed.piece);
        return found;
    }

private:
    Regrouping update(const std::vector<PieceDay>& changed) {
        const auto result = regroup(*this, changed, languages(), 1);
        EXPECT_TRUE(result);
        const Places before = places();
        for (const Renaming& renaming : result->renamings) {
            for (auto& [id, placed] : pieces_) {
                const PieceDay day = piece_day(placed.piece);
                if (!day || *day < renaming.from || *day >= renaming.until) continue;
                const auto& [story, topic] = before.at(id);
                if (renaming.topic && topic == renaming.before) placed.topic = renaming.after;
                if (!renaming.topic && story == renaming.before) placed.story = renaming.after;
            }
        }
        for (const MovedPiece& moved : result->moved) {
            pieces_.at(moved.id).story = moved.story;
            pieces_.at(moved.id).topic = moved.topic;
        }
        return *result;
    }

    std::map<std::string, PlacedPiece> pieces_;
};

// Headlines of few invented words, so that stories touch and chain, over twenty days with gaps.
std::vector<Piece> made_stream(std::mt19937& random, std::size_t count, bool articles) {
    static const std::vector<std::string> words = {"Seilbahn",   "Oberkelling", "Fahrgäste",   "Wiesfurt", "Hallenbad",
                                                   "Torhüter",   "Velten",      "Brünnlingen", "Brand",    "Stadtrat",
                                                   "Bergretter", "Minister",    "Rücktritt",   "Kraukel"};
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.id = "p" + std::to_string(random() % 1000) + "-" + std::to_string(i);
        piece.outlet = "outlet" + std::to_string(random() % 4);
        piece.language = "de";
        const std::size_t matter = random() % 5;  // a piece has mostly words of one matter
        for (std::size_t k = 0; k < 5; ++k)
            piece.title += words[(matter * 3 + random() % (random() % 4 == 0 ? 9 : 4)) % words.size()] + " ";
        if (articles && random() % 2 == 0) {
            for (std::size_t k = 0; k < 40; ++k) piece.text += words[(matter * 3 + random() % 6) % words.size()] + " ";
        }
        Moment seen{2026, 3, static_cast<int>(1 + random() % 20), static_cast<int>(random() % 24), 0, 0, 0};
        if (random() % 30 != 0) piece.first_seen = seen;
        pieces.push_back(piece);
    }
    return pieces;
}

void expect_any_batches(std::uint32_t seed, bool articles) {
    std::mt19937 random(seed);
    std::vector<Piece> pieces = made_stream(random, 60 + random() % 60, articles);
    std::ranges::shuffle(pieces, random);
    InMemory stored;
    for (std::size_t at = 0; at < pieces.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % (random() % 3 == 0 ? 60 : 6), pieces.size() - at);
        (void)stored.add({pieces.begin() + static_cast<std::ptrdiff_t>(at), pieces.begin() + static_cast<std::ptrdiff_t>(at + size)});
        at += size;
        ASSERT_EQ(stored.places(), group_at_once(stored.pieces())) << "seed " << seed << " after " << at;
    }
}

TEST(Regroup, AnyBatchesOfHeadlinesGiveTheStoriesOfTheWhole) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) expect_any_batches(seed, false);
}

TEST(Regroup, AnyBatchesOfArticlesAndHeadlinesGiveTheStoriesOfTheWhole) {
    for (std::uint32_t seed = 100; seed < 108; ++seed) expect_any_batches(seed, true);
}

TEST(Regroup, AnyBatchesOfDaysWithAffairsGiveTheTopicsOfTheWhole) {
    for (std::uint32_t seed = 300; seed < 306; ++seed) {
        std::mt19937 random(seed);
        std::vector<Piece> pieces = made_stream(random, 150, false);
        for (Piece& piece : pieces) {
            if (piece.first_seen) piece.first_seen->day = 1 + piece.first_seen->day % 6;
            if (random() % 4 == 0)
                piece.title = std::string(random() % 2 == 0 ? "Kraukelade " : "Sturzbachfest ") + piece.title.substr(0, 20);
        }
        InMemory stored;
        for (std::size_t at = 0; at < pieces.size(); at += 25) {
            (void)stored.add({pieces.begin() + static_cast<std::ptrdiff_t>(at), pieces.begin() + static_cast<std::ptrdiff_t>(at + 25)});
            ASSERT_EQ(stored.places(), group_at_once(stored.pieces())) << "seed " << seed << " after " << at;
        }
    }
}

TEST(Regroup, PiecesThatGoLeaveTheStoriesOfTheRest) {
    for (std::uint32_t seed = 200; seed < 208; ++seed) {
        std::mt19937 random(seed);
        InMemory stored;
        (void)stored.add(made_stream(random, 100, false));
        while (stored.pieces().size() > 20) {
            std::vector<std::string> gone;
            for (const Piece& piece : stored.pieces()) {
                if (random() % 20 == 0) gone.push_back(piece.id);
            }
            (void)stored.take_away(gone);
            ASSERT_EQ(stored.places(), group_at_once(stored.pieces())) << "seed " << seed;
        }
    }
}

Piece headline(std::string id, std::string_view seen, std::string title) {
    Piece piece;
    piece.id = std::move(id);
    piece.first_seen = parse_iso(seen);
    piece.title = std::move(title);
    piece.language = "de";
    return piece;
}

TEST(Regroup, AStoryKeepsItsNameWhenLaterPiecesCome) {
    InMemory stored;
    (void)stored.add({headline("b", "2026-03-10T08:00:00Z", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet")});
    const Regrouping later = stored.add({headline("a", "2026-03-11T08:00:00Z", "43 Fahrgäste aus Seilbahn in Oberkelling gerettet")});
    EXPECT_EQ(stored.places().at("a").first, "b");
    EXPECT_EQ(later.moved.size(), 1U);
    EXPECT_TRUE(later.renamings.empty());
}

TEST(Regroup, AnEarlierPieceGivesTheStoryItsName) {
    InMemory stored;
    (void)stored.add({headline("b", "2026-03-10T08:00:00Z", "Seilbahn in Oberkelling steht still: 43 Fahrgäste gerettet")});
    (void)stored.add({headline("a", "2026-03-09T08:00:00Z", "43 Fahrgäste aus Seilbahn in Oberkelling gerettet")});
    EXPECT_EQ(stored.places().at("b").first, "a");
}

TEST(Regroup, ThePiecesOfADayChangeNoEarlierDayAndWalkFewDays) {
    std::mt19937 random(5);
    InMemory stored;
    (void)stored.add(made_stream(random, 300, false));
    const Places before = stored.places();
    const Regrouping result = stored.add({headline("new", "2026-03-18T12:00:00Z", "Seilbahn Oberkelling Fahrgäste Wiesfurt Hallenbad")});
    EXPECT_LE(result.days_walked, 8U);
    std::set<std::string> early;
    for (const Piece& piece : stored.pieces()) {
        if (piece.first_seen && piece.first_seen->day < 18) early.insert(piece.id);
    }
    for (const MovedPiece& moved : result.moved) EXPECT_FALSE(early.contains(moved.id));
    for (const std::string& id : early) EXPECT_EQ(stored.places().at(id), before.at(id));
}

TEST(Regroup, NothingChangedWalksNothing) {
    InMemory stored;
    const auto result = regroup(stored, {}, languages(), 1);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->days_walked, 0U);
}

TEST(Regroup, AnErrorOfTheStoreIsHandedOn) {
    class Broken : public PlacedPieces {
        Result<PieceDay> next_day(std::int32_t) override { return Error{Problem::cannot_read, "the disk is gone", "store", {}}; }
        Result<std::vector<PlacedPiece>> pieces_of(PieceDay) override {
            return Error{Problem::cannot_read, "the disk is gone", "store", {}};
        }
    };
    Broken broken;
    const std::vector<PieceDay> dated = {5};
    const std::vector<PieceDay> undated = {std::nullopt};
    EXPECT_FALSE(regroup(broken, dated, languages(), 1));
    EXPECT_FALSE(regroup(broken, undated, languages(), 1));
}

}  // namespace
}  // namespace depesche
