// Brief: what a desk reads about a pile of pages. A plain value: terminal, HTML and JSON are all made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/result.h>
#include <depesche/span.h>

namespace depesche {

// A place on a stored page that supports what is said.
struct Mention {
    std::uint32_t page = 0;  // index into Brief::pages
    Span bytes;              // of the page as stored
    Span in_text;            // of BriefPage::text
    std::string text;        // exactly those bytes, as UTF-8, markup included; what cannot be decoded as U+FFFD
    std::string shown;       // what a reader sees there; differs from text by markup, entities, invisible characters

    friend bool operator==(const Mention&, const Mention&) = default;
};

struct BriefPage {
    std::string page;    // path as reached from the argument
    std::string sha256;  // of the stored bytes
    std::string url;
    std::string crawled;
    std::string outlet;  // empty when unknown
    std::string encoding;
    std::string text;  // as a reader sees it, clean UTF-8
};

struct PublicationTime {
    std::string value;  // ISO 8601 cut to what is known; empty when unknown
    bool inferred = false;
    std::vector<Mention> evidence;  // empty only when unknown or known from outside the page
    std::string how;                // the rule, in a few English words
};

// Words that one version of a piece has and the one before it had not, or the other way round.
struct ReportChange {
    std::optional<Mention> before;  // on the older page; absent: put in
    std::optional<Mention> after;   // on the newer page; absent: taken out
};

// One stored page of a piece.
struct ReportVersion {
    std::uint32_t page = 0;
    std::string crawled;  // empty when unknown
    PublicationTime published;
    PublicationTime updated;
    std::vector<ReportChange> changes;  // against the next older version; empty for the oldest
};

struct Report {
    std::uint32_t page = 0;  // of the newest version
    std::string outlet;
    std::string title;
    std::optional<Mention> title_at;
    std::vector<std::string> authors;
    std::vector<std::string> agencies;
    PublicationTime published;
    PublicationTime updated;
    std::vector<ReportVersion> versions{};  // newest first, all of the piece's pages; empty for a piece that was stored once
};

struct BriefOrigin {
    std::string name;                    // empty when unknown
    std::string kind;                    // "agency", "outlet", "translation", "release", "unknown"
    std::vector<std::uint32_t> reports;  // pages
    std::vector<Mention> evidence;
};

struct BriefCopy {
    std::optional<std::uint32_t> from;  // page; absent: a text that is not in the pile
    std::uint32_t to = 0;
    Mention taken;                  // in `to`
    std::optional<Mention> source;  // in `from`
    std::string origin;             // name of the origin it belongs to, empty when unknown
    bool direction_known = true;    // false: nothing tells who of the two was first; `from` is the likelier one
};

struct KeyPoint {
    std::string text;
    std::vector<Mention> support;  // first the one that `text` is
    std::uint32_t origins = 0;     // independent origins among the support
    std::vector<std::string> origin_names;
};

struct QuoteVersion {
    Mention words;  // first part; further parts in `more`
    std::vector<Mention> more;
    std::string via;
    std::string addressee;
    std::vector<Mention> speaker_at;
    float confidence = 0;
};

struct BriefQuote {
    std::string speaker;  // empty when unsure
    std::string role;
    std::string type;  // "direct", "indirect"
    bool drift = false;
    std::vector<std::string> changes;  // words that differ, "keine → eine"
    std::vector<QuoteVersion> versions;
};

struct DifferenceValue {
    std::string value;
    std::vector<Mention> mentions;
};

struct Difference {
    std::string kind;  // "figure", "date", "place", "name", "speaker", "other"
    std::string about;
    std::vector<DifferenceValue> values;
};

struct TimelineEntry {
    std::string when;  // ISO 8601 cut to what is known
    bool background = false;
    std::string text;
    std::vector<Mention>
        mentions;  // of the sentences that give the time, first of `text`; of one that gives several, the part around this one
    std::vector<Mention> times;  // the words that give the time
};

struct NamedThing {
    std::string name;
    std::string role;
    std::vector<std::string> spellings;
    std::vector<Mention> mentions;
};

struct Gap {
    std::string kind;  // "no date", "inferred date", "no outlet", "no source named", "only copied"
    std::string text;  // English; show/ translates by kind
    std::vector<Mention> mentions;
    std::optional<std::uint32_t> page;
};

struct Story {
    std::string id;
    std::string headline;
    std::optional<Mention> headline_at;
    std::string topic;
    std::vector<DifferenceValue> when;   // what the reports say about the day of the happening, each with mentions
    std::vector<DifferenceValue> where;  // and its place
    std::vector<Report> reports;
    std::vector<BriefOrigin> origins;
    std::vector<BriefCopy> copies;
    std::vector<KeyPoint> keypoints;
    std::vector<BriefQuote> quotes;
    std::vector<Difference> differences;
    std::vector<Difference> unsure;
    std::vector<Difference> updates;  // counts that rose while the happening was reported; values in the order they were told
    std::vector<TimelineEntry> timeline;
    std::vector<NamedThing> people;
    std::vector<NamedThing> places;
    std::vector<Gap> gaps;
};

struct Brief {
    std::vector<BriefPage> pages;  // by path
    std::vector<Story> stories;    // most reports first, then newest, then id
    std::vector<Error> problems;   // what was read with loss or not at all
};

}  // namespace depesche
