#include "store/join_update.h"

#include "store/language_days.h"
#include "store/stored_stream.h"
#include "stories/languages_join.h"

namespace depesche {
namespace {

Result<std::int64_t> encoder_of(const Database& database, std::string_view what) {
    return database.number("SELECT encoder FROM joining WHERE what = ?", what);
}

Result<std::vector<PieceDay>> unpaired_days(const Database& database) {
    return days_of(database, "SELECT day FROM changed_days UNION SELECT day FROM unpaired_days");
}

// All pieces of the store with the stories that words made.
Result<std::vector<PlacedPiece>> all_placed(const Database& database) {
    const auto days = days_with_pieces(database);
    if (!days) return days.error();
    std::vector<PlacedPiece> all;
    StoredStream stream(database);
    for (const PieceDay day : *days) {
        auto some = stream.pieces_of(day);
        if (!some) return some;
        std::ranges::move(*some, std::back_inserter(all));
    }
    return all;
}

}  // namespace

Result<bool> joined_by(const Database& database, const MeaningSource& source) {
    const auto same =
        database.number("SELECT ifnull((SELECT name FROM encoders JOIN joining ON id = encoder WHERE what = 'joined'), '') = ?",
                        stored_encoder_name(source));
    if (!same) return same.error();
    return *same != 0;
}

Result<bool> JoinUpdate::find(bool pile) {
    pile_ = pile;
    if (source_.name.empty()) return find_problem();
    const auto encoder = stored_encoder(database_, source_);
    if (!encoder) return encoder.error();
    encoder_ = *encoder;
    if (pile) return find_pile_vectors();
    const auto paired = encoder_of(database_, "paired");
    if (!paired) return paired.error();
    all_days_ = *paired != encoder_;
    auto days = all_days_ ? days_with_pieces(database_) : unpaired_days(database_);
    if (!days) return days.error();
    days_ = std::move(*days);
    auto pairs = LanguageDays(database_, languages_, source_, threads_).pairs_of(days_);
    if (!pairs) return pairs.error();
    pairs_ = std::move(*pairs);
    return true;
}

// Told where languages meet on the days that changed, and where joins are taken back.
Result<bool> JoinUpdate::find_problem() {
    const auto joined = database_.number("SELECT EXISTS(SELECT 1 FROM joined_stories)");
    if (!joined) return joined.error();
    const auto days = days_of(database_, "SELECT day FROM changed_days");
    if (!days) return days.error();
    const auto meet = *joined != 0 ? Result<bool>(true) : languages_meet(database_, *days);
    if (!meet) return meet;
    if (*meet) problem_ = not_joined(source_.load().error());
    return true;
}

Result<bool> JoinUpdate::find_pile_vectors() {
    auto all = all_placed(database_);
    if (!all) return all.error();
    std::vector<Piece> pieces;
    for (PlacedPiece& placed : *all) pieces.push_back(std::move(placed.piece));
    if (!languages_mixed(languages_of(pieces, threads_))) return true;
    std::vector<MeantPiece> meant;
    for (const Piece& piece : pieces) {
        const auto row = database_.number("SELECT id FROM pages WHERE sha256 = ?", piece.id);
        if (!row) return row.error();
        meant.push_back({*row, meant_text(piece), nullptr});
    }
    if (auto done = StoredMeanings(database_, source_, threads_).give(meant); !done) return done;
    for (std::size_t i = 0; i < pieces.size(); ++i) vectors_[pieces[i].id] = meant[i].vector;
    return true;
}

Result<Rejoined> JoinUpdate::write(const std::set<std::string>& touched) {
    if (source_.name.empty()) return take_back();
    return pile_ ? write_pile() : write_stream(touched);
}

Result<bool> JoinUpdate::note_state(std::int64_t paired, std::int64_t joined) const {
    auto done = database_.run("UPDATE joining SET encoder = ? WHERE what = 'paired'", paired);
    if (done) done = database_.run("UPDATE joining SET encoder = ? WHERE what = 'joined'", joined);
    return done;
}

// Pairs that another program stored stay, and the days on which they are not right any more are kept for it.
Result<Rejoined> JoinUpdate::take_back() {
    if (auto done = database_.run("INSERT OR IGNORE INTO unpaired_days SELECT day FROM changed_days"); !done) return done.error();
    const auto paired = encoder_of(database_, "paired");
    if (!paired) return paired.error();
    if (auto done = note_state(*paired, 0); !done) return done.error();
    return replace_joins(database_, {});
}

// A pile is small, and looked at as a whole each time; no pairs are kept.
Result<Rejoined> JoinUpdate::write_pile() {
    auto all = all_placed(database_);
    if (!all) return all.error();
    std::vector<Piece> pieces;
    std::map<std::string, std::uint32_t> number;
    for (PlacedPiece& placed : *all) {
        const auto meaning = vectors_.find(placed.piece.id);
        if (meaning != vectors_.end()) placed.piece.meaning = meaning->second;
        number[placed.piece.id] = static_cast<std::uint32_t>(pieces.size());
        pieces.push_back(std::move(placed.piece));
    }
    std::vector<Placement> placements;
    for (const PlacedPiece& placed : *all) placements.push_back({number.at(placed.story), number.at(placed.topic)});
    const auto joined = join_languages(pieces, placements, languages_of(pieces, threads_), PieceSet::pile, languages_, threads_);
    std::map<std::uint32_t, JoinedStory> renamed;
    std::set<std::uint32_t> of_several;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        if (joined[i].story != placements[i].story) of_several.insert(joined[i].story);
    }
    std::vector<JoinedStory> joins;
    for (std::uint32_t i = 0; i < joined.size(); ++i) {
        if (placements[i].story == i && of_several.contains(joined[i].story))
            joins.push_back({pieces[i].id, pieces[joined[i].story].id, pieces[placements[i].topic].id});
    }
    for (const char* sql : {"DELETE FROM language_pairs", "DELETE FROM unpaired_days"}) {
        if (auto done = database_.run(sql); !done) return done.error();
    }
    if (auto done = note_state(0, encoder_); !done) return done.error();
    return replace_joins(database_, joins);
}

Result<Rejoined> JoinUpdate::write_stream(const std::set<std::string>& touched) {
    const auto joined = encoder_of(database_, "joined");
    if (!joined) return joined.error();
    if (all_days_) {
        if (auto done = database_.run("DELETE FROM language_pairs"); !done) return done.error();
    }
    if (auto done = write_language_pairs(database_, days_, pairs_); !done) return done.error();
    auto stories = *joined == encoder_ && !all_days_ ? stories_near(database_, days_) : stories_with_pairs(database_);
    if (!stories) return stories.error();
    stories->insert(touched.begin(), touched.end());
    if (auto done = database_.run("DELETE FROM unpaired_days"); !done) return done.error();
    if (auto done = note_state(encoder_, encoder_); !done) return done.error();
    return rejoin(database_, *stories);
}

}  // namespace depesche
