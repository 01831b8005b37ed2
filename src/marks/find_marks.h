// From an article's text to its marks.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "base/moment.h"
#include "language/language.h"
#include "language/tokens.h"
#include "marks/marks.h"

namespace depesche {

enum class PassageKind : unsigned char { headline, standfirst, crosshead, keypoint, body };

// A stretch of text that the article itself says: one zone.
struct Passage {
    Span span;
    PassageKind kind = PassageKind::body;
};

// The text that marks are looked for in. Only what lies in passages is looked at.
struct MarkText {
    std::string_view text;
    std::vector<Passage> passages;    // sorted, not overlapping
    std::optional<Moment> published;  // what "am Dienstag" is counted from; absent: relative times get no value
    Tokens tokens;                    // of the passages, one tokens passage each
};

[[nodiscard]] MarkText make_mark_text(std::string_view text, std::vector<Passage> passages, std::optional<Moment> published,
                                      const Language& language);

// Which marks are asked for. What one kind needs of another (figures of times, quotes of names) is found and not given.
struct MarkKinds {
    bool quotes = true;
    bool times = true;
    bool names = true;
    bool figures = true;
};

// Everything that finding marks needs beside the text; made once, read-only, for all threads.
class MarkFinder {
public:
    explicit MarkFinder(const Languages& languages);
    ~MarkFinder();
    MarkFinder(const MarkFinder&) = delete;
    MarkFinder& operator=(const MarkFinder&) = delete;

    [[nodiscard]] Marks find(const MarkText& text, const Language& language) const;

    // The kinds asked for alone; the lists of others stay empty. A quote's `speaker_entity` is known only with names.
    [[nodiscard]] Marks find(const MarkText& text, const Language& language, MarkKinds kinds) const;

    // The times alone, resolved anew against another publication date (one that was inferred from the story).
    [[nodiscard]] std::vector<Time> find_times(const MarkText& text, const Language& language) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
