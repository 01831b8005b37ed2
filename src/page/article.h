// Article: what a reader would call the piece on a page, as zones and metadata with evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "base/moment.h"

namespace depesche {

// Newsroom terms; doc/design.md says what each holds. The order is that of the names in zone_names.
enum class ZoneKind : unsigned char {
    kicker,
    headline,
    standfirst,
    byline,
    section,
    date,
    body,
    crosshead,
    caption,
    credit,
    agency,
    keypoint,
    note,
    comment,
    other,
    boilerplate
};
inline constexpr std::size_t zone_kinds = 16;

[[nodiscard]] std::string_view name_of(ZoneKind kind);
[[nodiscard]] std::optional<ZoneKind> zone_named(std::string_view name);

// True for what the article itself says: standfirst, body, crosshead, keypoint.
[[nodiscard]] bool is_article_text(ZoneKind kind);

// One line of the page or a part of it (a credit behind a caption, "SUMVAUN." before the first sentence stays body).
// Text offsets; zones are sorted and do not overlap; white space at the ends is not in them.
struct Zone {
    ZoneKind kind = ZoneKind::boilerplate;
    Span span;
    float confidence = 0;  // 0 to 1
};

// Where a value was read from: text offsets, and the rule that read it ("byline after Von", "date line", "meta file").
// A value from outside the page (--meta, its address) has an empty span.
struct Evidence {
    Span span;
    std::string how;
    Span bytes{};  // of the stored page, for what does not stand in the visible text: tags and scripts of an HTML page
};

struct Field {
    std::string value;
    std::vector<Evidence> evidence;  // never empty
};

struct DateField {
    Moment value;
    std::vector<Evidence> evidence;
};

// Unknown stays unknown: an absent field was not on the page.
struct Article {
    std::string language;  // ISO 639-1, empty when the page is too short to tell
    std::vector<Zone> zones;
    std::optional<Field> title;
    std::optional<Field> outlet;
    std::optional<Field> section;
    std::vector<Field> authors;   // people only, one entry a person, without role or "Von"
    std::vector<Field> agencies;  // by their usual short name: "dpa", "APA", "Keystone-SDA"
    std::optional<DateField> published;
    std::optional<DateField> updated;
    std::optional<Field> translated_from;    // the paper whose text this is, when a note says so
    std::optional<Field> release;            // who issued it, when the page says that it is a press release
    std::optional<Field> declared_language;  // as the page declares it: "de-AT"; `language` is what the text is in
    std::optional<Field> canonical;          // the address that the page calls its own
    std::optional<Field> amp;                // the address of its AMP page
    std::vector<Field> keywords;             // as declared, at most 64
    std::optional<Field> access;             // "free", "paywall"; absent when the page does not say
    std::optional<Field> kind;               // "report", "live blog", "gallery", "video", "comment", "interview", "press release"

    // True when there is something to report: a headline or body.
    [[nodiscard]] bool has_article() const;
};

}  // namespace depesche
