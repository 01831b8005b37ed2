#include "stories/regroup.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "stories/walk.h"

namespace depesche {
namespace {

// Names of stories and topics as numbers that no number of a piece is.
class NameLabels {
public:
    static constexpr std::uint32_t first_label = 1U << 31U;
    std::uint32_t label_of(const std::string& name) {
        const auto [at, fresh] = labels_.try_emplace(name, first_label + static_cast<std::uint32_t>(names_.size()));
        if (fresh) names_.push_back(name);
        return at->second;
    }
    [[nodiscard]] const std::string& name_of(std::uint32_t label) const { return names_[label - first_label]; }

private:
    std::unordered_map<std::string, std::uint32_t> labels_;
    std::vector<std::string> names_;
};

// Old names beside new ones: true when each goes with one other alone.
class OneToOne {
public:
    void add(const std::string& before, const std::string& after) {
        right_ = right_ && !before.empty() && forth_.try_emplace(before, after).first->second == after &&
                 back_.try_emplace(after, before).first->second == before;
    }
    [[nodiscard]] bool right() const { return right_; }
    [[nodiscard]] const std::unordered_map<std::string, std::string>& forth() const { return forth_; }

private:
    std::unordered_map<std::string, std::string> forth_;
    std::unordered_map<std::string, std::string> back_;
    bool right_ = true;
};

struct Names {
    std::string story;
    std::string topic;
};

// A day that the walk holds.
struct LoadedDay {
    PieceDay day;
    std::uint32_t begin = 0;
    std::vector<PlacedPiece> pieces;  // in order of time
    std::vector<Names> now;
};

class Regrouper {
public:
    Regrouper(PlacedPieces& stored, const Languages& languages, unsigned threads)
        : stored_(stored), languages_(languages), threads_(threads) {}

    Result<Regrouping> run(std::span<const PieceDay> changed) {
        std::vector<std::int32_t> days;
        bool undated = false;
        for (const PieceDay day : changed) {
            if (day) days.push_back(*day);
            else undated = true;
        }
        std::ranges::sort(days);
        for (std::size_t next = 0; next < days.size();) {
            if (auto done = walk_from(days, next); !done) return done.error();
        }
        if (undated) {
            begin_walk();
            if (auto done = place(std::nullopt); !done) return done.error();
        }
        return std::move(result_);
    }

private:
    // Walks from days[next] until all goes as it went; `next` becomes the first changed day that was not reached.
    Result<bool> walk_from(std::span<const std::int32_t> days, std::size_t& next) {
        const std::int32_t start = days[next];
        begin_walk();
        close_renamings(start);
        for (std::int32_t at = start - window_days;;) {
            const auto day = stored_.next_day(at);
            if (!day) return day.error();
            if (!*day || **day >= start) break;
            if (auto done = carry(**day); !done) return done;
            at = **day + 1;
        }
        std::int32_t last_changed = start;
        for (std::int32_t at = start;;) {
            const auto day = stored_.next_day(at);
            if (!day) return day.error();
            while (next < days.size() && (!*day || days[next] <= **day)) last_changed = days[next++];
            if (!*day) return true;
            if (**day - window_days > last_changed && settled(**day)) return true;
            if (auto done = place(**day); !done) return done;
            at = **day + 1;
        }
    }

    void begin_walk() {
        walk_.emplace(languages_, models_, threads_);
        loaded_.clear();
        ids_.clear();
    }

    Result<bool> load(PieceDay day) {
        auto pieces = stored_.pieces_of(day);
        if (!pieces) return pieces.error();
        const auto key = [](const PlacedPiece& p) { return piece_minute(p.piece); };
        std::ranges::sort(*pieces, [&](const PlacedPiece& a, const PlacedPiece& b) {
            return key(a) != key(b) ? key(a) < key(b) : a.piece.id < b.piece.id;
        });
        while (!loaded_.empty() && !days_near(loaded_.front().day, day)) loaded_.pop_front();
        loaded_.push_back({day, static_cast<std::uint32_t>(ids_.size()), std::move(*pieces), {}});
        for (const PlacedPiece& piece : loaded_.back().pieces) ids_.push_back(piece.piece.id);
        return true;
    }

    [[nodiscard]] std::vector<const Piece*> pointers() const {
        std::vector<const Piece*> pieces;
        for (const PlacedPiece& piece : loaded_.back().pieces) pieces.push_back(&piece.piece);
        return pieces;
    }

    // A day before the changed one: its pieces stay where they are, as far as this run has not moved them already.
    Result<bool> carry(std::int32_t day) {
        if (auto done = load(day); !done) return done;
        LoadedDay& last = loaded_.back();
        std::vector<Placement> places;
        for (const PlacedPiece& piece : last.pieces) {
            last.now.push_back(names_now(piece, day));
            places.push_back({labels_.label_of(last.now.back().story), labels_.label_of(last.now.back().topic)});
        }
        walk_->carry(day, pointers(), std::move(places));
        return true;
    }

    [[nodiscard]] Names names_now(const PlacedPiece& piece, std::int32_t day) const {
        const auto walked = walked_.find(piece.piece.id);
        if (walked != walked_.end()) return walked->second;
        Names names{piece.story, piece.topic};
        if (day < renamed_from_) return names;
        if (const auto at = renamed_stories_.find(piece.story); at != renamed_stories_.end()) names.story = at->second;
        if (const auto at = renamed_topics_.find(piece.topic); at != renamed_topics_.end()) names.topic = at->second;
        return names;
    }

    Result<bool> place(PieceDay day) {
        if (auto done = load(day); !done) return done;
        LoadedDay& last = loaded_.back();
        ++result_.days_walked;
        const auto places = walk_->place(day, pointers());
        for (std::size_t i = 0; i < places.size(); ++i) {
            const PlacedPiece& piece = last.pieces[i];
            const Names now{name_of(places[i].story), name_of(places[i].topic)};
            if (now.story != piece.story || now.topic != piece.topic) result_.moved.push_back({piece.piece.id, now.story, now.topic});
            walked_.insert_or_assign(piece.piece.id, now);
            last.now.push_back(now);
        }
        return true;
    }

    [[nodiscard]] const std::string& name_of(std::uint32_t label) const {
        return label < NameLabels::first_label ? ids_[label] : labels_.name_of(label);
    }

    // True when the pieces that `day` may go on from are grouped as they were; then later days differ by names alone.
    bool settled(std::int32_t day) {
        OneToOne stories;
        OneToOne topics;
        for (const LoadedDay& loaded : loaded_) {
            if (!days_near(loaded.day, day)) continue;
            for (std::size_t i = 0; i < loaded.pieces.size(); ++i) {
                stories.add(loaded.pieces[i].story, loaded.now[i].story);
                topics.add(loaded.pieces[i].topic, loaded.now[i].topic);
            }
        }
        if (!stories.right() || !topics.right()) return false;
        add_renamings(stories, false, day);
        add_renamings(topics, true, day);
        // A later walk of this run begins behind this day, and looks back no further than this walk went.
        renamed_from_ = day;
        renamed_stories_ = stories.forth();
        renamed_topics_ = topics.forth();
        return true;
    }

    void add_renamings(const OneToOne& names, bool topic, std::int32_t from) {
        std::vector<Renaming> added;
        for (const auto& [before, after] : names.forth()) {
            if (before != after) added.push_back({before, after, topic, from, INT32_MAX});
        }
        std::ranges::sort(added, {}, &Renaming::before);
        std::ranges::move(added, std::back_inserter(result_.renamings));
    }

    void close_renamings(std::int32_t until) {
        for (Renaming& renaming : result_.renamings) renaming.until = std::min(renaming.until, until);
    }

    PlacedPieces& stored_;
    const Languages& languages_;
    unsigned threads_;
    StoryModels models_;
    std::optional<StoryWalk> walk_;
    std::deque<LoadedDay> loaded_;  // of this walk, as far back as its window
    std::vector<std::string> ids_;  // of its pieces, by number
    NameLabels labels_;
    std::unordered_map<std::string, Names> walked_;  // pieces placed in this run
    std::int32_t renamed_from_ = INT32_MAX;          // by the walk before this one
    std::unordered_map<std::string, std::string> renamed_stories_;
    std::unordered_map<std::string, std::string> renamed_topics_;
    Regrouping result_;
};

}  // namespace

Result<Regrouping> regroup(PlacedPieces& stored, std::span<const PieceDay> changed, const Languages& languages, unsigned threads) {
    return Regrouper(stored, languages, threads).run(changed);
}

}  // namespace depesche
