// What corrections make of the stories that were computed.
#include <algorithm>
#include <climits>
#include <map>
#include <set>

#include "store/corrections.h"
#include "store/stored_stream.h"
#include "store/update_stories.h"

namespace depesche {
namespace {

// A piece of a story that a correction touches.
struct Member {
    std::int64_t row = 0;
    std::string sha256;
    std::int64_t minute = 0;  // unknown last
    std::size_t group = 0;    // index into the groups
};

// The touched stories as groups of pieces that corrections join and move pieces between. Only pieces of stories that some correction names
// are loaded. Joins come first, then moves in the order they were made: a piece may be moved into a story that was joined.
class CorrectedGroups {
public:
    Result<bool> load(const Database& database, std::span<const Correction> corrections) {
        for (const Correction& correction : corrections) {
            if (correction.kind != CorrectionKind::join && correction.kind != CorrectionKind::move) continue;
            for (const std::string& piece : {correction.page, correction.other}) {
                if (piece.empty()) continue;
                auto story = computed_story_of(database, piece);
                if (!story) return story.error();
                if (story->empty() || !loaded_.insert(*story).second) continue;
                if (auto done = load_story(database, *story); !done) return done;
            }
        }
        return true;
    }

    void apply(std::span<const Correction> corrections) {
        for (const Correction& c : corrections) {
            Member* page = find(c.page);
            Member* other = find(c.other);
            if (c.kind == CorrectionKind::join && page != nullptr && other != nullptr) join(page->group, other->group);
        }
        for (const Correction& c : corrections) {
            Member* page = find(c.page);
            if (c.kind != CorrectionKind::move || page == nullptr) continue;
            if (c.other.empty()) page->group = groups_++;
            else if (const Member* other = find(c.other)) page->group = other->group;
        }
    }

    // Each group is named after its earliest piece, as every story is.
    Result<bool> write(const Database& database) {
        std::map<std::size_t, const Member*> earliest;
        for (const Member& member : members_) {
            const Member*& first = earliest[member.group];
            if (first == nullptr || std::pair(member.minute, member.sha256) < std::pair(first->minute, first->sha256)) first = &member;
        }
        auto statement = database.prepare("UPDATE story_pieces SET shown = ?, corrected = 1 WHERE page = ? AND shown <> ?1");
        if (!statement) return statement.error();
        for (const Member& member : members_) {
            if (auto done = statement->with(earliest[member.group]->sha256, member.row).run(); !done) return done;
        }
        return true;
    }

private:
    static Result<std::string> computed_story_of(const Database& database, const std::string& sha256) {
        auto statement = database.prepare("SELECT shown FROM story_pieces JOIN pages ON pages.id = page WHERE sha256 = ?");
        if (!statement) return statement.error();
        auto found = statement->with(sha256).step();
        if (!found) return found.error();
        return *found ? std::string(statement->text(0)) : std::string();
    }

    Result<bool> load_story(const Database& database, const std::string& story) {
        const std::size_t group = groups_++;
        return for_each_piece_of(database, story, [&](const ListedPiece& listed) -> Result<bool> {
            by_hash_[listed.sha256] = members_.size();
            members_.push_back({listed.row, listed.sha256, piece_minute(piece_of(listed)).value_or(INT64_MAX), group});
            return true;
        });
    }

    Member* find(const std::string& sha256) {
        const auto it = by_hash_.find(sha256);
        return it == by_hash_.end() ? nullptr : &members_[it->second];
    }

    void join(std::size_t a, std::size_t b) {
        for (Member& member : members_) {
            if (member.group == b) member.group = a;
        }
    }

    std::set<std::string> loaded_;
    std::vector<Member> members_;
    std::map<std::string, std::size_t> by_hash_;
    std::size_t groups_ = 0;
};

}  // namespace

Result<bool> apply_story_corrections(const Database& database) {
    // From here on `shown` is what was computed, until the groups are written.
    const auto reset = database.run(
        "UPDATE story_pieces SET corrected = 0, shown = ifnull((SELECT joined FROM joined_stories AS j WHERE j.story = "
        "story_pieces.story), "
        "story) WHERE corrected");
    if (!reset) return reset;
    const auto corrections = load_corrections(database);
    if (!corrections) return corrections.error();
    CorrectedGroups groups;
    if (auto done = groups.load(database, *corrections); !done) return done;
    groups.apply(*corrections);
    return groups.write(database);
}

}  // namespace depesche
