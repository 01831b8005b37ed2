#include "store/schema.h"

#include <array>

#include <fmt/format.h>

namespace depesche {
namespace {

// Version 1. Numbers of rows (pages.id) are never shown. Unknown texts are "".
constexpr const char* version_1 = R"sql(
CREATE TABLE pages(
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,       -- of the stored bytes, hex
  size INTEGER NOT NULL,             -- of the stored bytes
  packed BLOB NOT NULL               -- the stored bytes, a zstd frame
) STRICT;
-- Where a page was met, and what came with it. One page may have been met at several places.
CREATE TABLE places(
  page INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  path TEXT NOT NULL, url TEXT NOT NULL, outlet TEXT NOT NULL, crawled TEXT NOT NULL,
  charset TEXT NOT NULL, title TEXT NOT NULL, published TEXT NOT NULL,
  PRIMARY KEY(page, path, url, outlet, crawled, charset, title, published)
) STRICT, WITHOUT ROWID;
CREATE INDEX places_by_path ON places(path);
CREATE INDEX places_by_url ON places(url) WHERE url <> '';
-- The article on a page; a page without one has no row.
CREATE TABLE pieces(
  page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE,
  path TEXT NOT NULL, url TEXT NOT NULL, crawled TEXT NOT NULL,
  outlet TEXT NOT NULL, language TEXT NOT NULL, section TEXT NOT NULL,
  title TEXT NOT NULL, teaser TEXT NOT NULL, text TEXT NOT NULL,
  published TEXT NOT NULL, updated TEXT NOT NULL,   -- ISO 8601, cut to what is known
  day TEXT NOT NULL,                                -- of publication, when it is known to the day
  authors TEXT NOT NULL, agencies TEXT NOT NULL,    -- one a line
  people TEXT NOT NULL,                             -- named in the text, one a line
  marked INTEGER NOT NULL,                          -- 1: its text was looked through for names
  stream_day INTEGER                                -- days since 1970, in UTC where that is known: the day that grouping counts it to
) STRICT;
CREATE INDEX pieces_by_day ON pieces(stream_day);
-- Where a value of a piece stands: bytes of the stored page, and what they say.
CREATE TABLE spans(
  page INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  field TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(page, field, first, last)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, text, people, outlet, content='pieces', content_rowid='page', tokenize='depesche');
-- The story of each piece: hash of the story's and of the topic's earliest page.
CREATE TABLE story_pieces(
  page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE,
  story TEXT NOT NULL, topic TEXT NOT NULL
) STRICT;
CREATE INDEX story_pieces_by_story ON story_pieces(story);
-- Archives that an ingest has not finished: where to go on.
CREATE TABLE unfinished(path TEXT PRIMARY KEY, size INTEGER NOT NULL, next TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Days (pieces.stream_day; the least number: unknown) to which pieces came or from which some went since stories were last found.
CREATE TABLE changed_days(day INTEGER PRIMARY KEY) STRICT;
-- Counters: changes (of pieces), grouped (the count of changes when stories were last found).
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO counters VALUES('changes', 0), ('grouped', 0);
)sql";

// Version 2: what users decide (corrections, pages that stay out), and what became of stories.
constexpr const char* version_2 = R"sql(
-- The story that is shown: the one that was computed, or what corrections make of it.
ALTER TABLE story_pieces ADD COLUMN shown TEXT NOT NULL DEFAULT '';
UPDATE story_pieces SET shown = story;
CREATE INDEX story_pieces_by_shown ON story_pieces(shown);
CREATE INDEX story_pieces_corrected ON story_pieces(page) WHERE shown <> story;
CREATE INDEX story_pieces_by_topic ON story_pieces(topic);
-- What users corrected; kept apart from what was computed. Pages are named by their hash, so that a correction outlives every later run.
CREATE TABLE corrections(
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,                             -- join, move, no-quote, speaker
  page TEXT NOT NULL,                             -- hash
  other TEXT NOT NULL,                            -- join, move: hash of a piece of the other story; "" for a story of its own
  first INTEGER NOT NULL, last INTEGER NOT NULL,  -- no-quote, speaker: bytes of the stored page
  value TEXT NOT NULL,                            -- speaker: the name
  UNIQUE(kind, page, other, first, last, value)
) STRICT;
-- Pages that were taken out for good: SHA-256 of their bytes or of their address, nothing else.
CREATE TABLE forgotten(sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
-- Joins, splits and new names of stories, in the order they were found; names are one a line.
CREATE TABLE story_events(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL) STRICT;
)sql";

// Version 3: the newest stories are listed without going through all; what watching feeds knows; what a server
// lists (the columns of a list without the texts beside them), what was counted of a story, and corrections counted as changes are.
constexpr const char* version_3 = R"sql(
CREATE INDEX pieces_by_published ON pieces(published);
-- Addresses that were asked for: feeds, and the pages they list.
CREATE TABLE fetched(
  address TEXT PRIMARY KEY,                        -- as it is listed
  target TEXT NOT NULL,                            -- where it led, when that is another address
  etag TEXT NOT NULL, modified TEXT NOT NULL,      -- what the server names that version by
  stamp INTEGER NOT NULL,                          -- the date its entry gave, seconds since 1970; 0: none
  fetched INTEGER NOT NULL,                        -- when, seconds since 1970
  failures INTEGER NOT NULL, next INTEGER NOT NULL -- failures in a row, and when it may be asked for again
) STRICT, WITHOUT ROWID;
CREATE INDEX fetched_by_target ON fetched(target) WHERE target <> '';
-- Hosts that failed or asked to be left alone: until when, seconds since 1970.
CREATE TABLE host_waits(host TEXT PRIMARY KEY, failures INTEGER NOT NULL, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX pieces_listed ON pieces(page, outlet, language, published, day, title, url);
-- What was counted of a story as it was when `marker` was its mark (StoryEntry::marker).
CREATE TABLE story_counts(
  story TEXT PRIMARY KEY,            -- hash of its earliest page
  marker INTEGER NOT NULL,
  origins INTEGER NOT NULL,          -- independent ones
  took INTEGER NOT NULL,             -- reports that took text from elsewhere
  taken_from TEXT NOT NULL,          -- of whom most, one a line
  places TEXT NOT NULL               -- folded, one a line
) STRICT, WITHOUT ROWID;
INSERT INTO counters VALUES('corrected', 0);
CREATE TRIGGER correction_made AFTER INSERT ON corrections BEGIN UPDATE counters SET value = value + 1 WHERE name = 'corrected'; END;
CREATE TRIGGER correction_undone AFTER DELETE ON corrections BEGIN UPDATE counters SET value = value + 1 WHERE name = 'corrected'; END;
)sql";

// Version 4: what pieces mean, and stories over language borders. Stories as words make them (story_pieces.story, topic) stay as they
// were; what joining makes of them stands beside.
constexpr const char* version_4 = R"sql(
-- What vectors were made with: the weights and the rule by which a text is taken from a piece.
CREATE TABLE encoders(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE meanings(
  page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE,
  encoder INTEGER NOT NULL REFERENCES encoders(id),
  vector BLOB NOT NULL                              -- meaning/vector.h: to_bytes
) STRICT;
-- Pieces of two languages that may report one happening, and how likely that is; of the days that are not in unpaired_days.
CREATE TABLE language_pairs(
  first INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE,
  probability REAL NOT NULL,
  PRIMARY KEY(first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX language_pairs_by_second ON language_pairs(second);
CREATE TABLE unpaired_days(day INTEGER PRIMARY KEY) STRICT;
-- Stories that are one with stories of other languages: each with the name and the topic that words gave it, and the name of them all.
CREATE TABLE joined_stories(story TEXT PRIMARY KEY, joined TEXT NOT NULL, topic TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX joined_stories_by_joined ON joined_stories(joined);
CREATE INDEX joined_stories_by_topic ON joined_stories(topic);
-- Topics that thereby are one.
CREATE TABLE joined_topics(topic TEXT PRIMARY KEY, joined TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX joined_topics_by_joined ON joined_topics(joined);
-- paired: the encoder whose vectors language_pairs is of; joined: the one by which stories were joined last. 0: none.
CREATE TABLE joining(what TEXT PRIMARY KEY, encoder INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO joining VALUES('paired', 0), ('joined', 0);
INSERT INTO counters VALUES('rejoined', 0);  -- how often that was done
-- Whether `shown` is what corrections make of the story.
ALTER TABLE story_pieces ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
UPDATE story_pieces SET corrected = 1 WHERE shown <> story;
DROP INDEX story_pieces_corrected;
CREATE INDEX story_pieces_corrected ON story_pieces(page) WHERE corrected;
)sql";

constexpr std::array<const char*, store_version> versions = {version_1, version_2, version_3, version_4};

}  // namespace

Result<bool> bring_to_version(const Database& database, std::int64_t version) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    const auto from = database.number("PRAGMA user_version");
    if (!from) return from.error();
    for (std::int64_t step = *from; step < version; ++step) {
        if (auto done = database.run(versions.at(static_cast<std::size_t>(step))); !done) return done;
    }
    const std::string marks = fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", store_application_id, version);
    if (auto done = database.run(marks.c_str()); !done) return done;
    return transaction->commit();
}

}  // namespace depesche
