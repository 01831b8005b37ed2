// Robots: what a site's robots.txt allows a program (RFC 9309).
//
// Of all groups that name the program, or else of all for "*", the rules are put together; of those that fit a path the longest pattern
// decides, at equal length the one that allows. Paths and patterns are compared with their percent escapes in one form.
// Handles: "*" and "$" in patterns, comments, byte order marks, any line ends, lines that are none of these. Does not handle: patterns that
// begin with neither "/" nor "*"; such fit nothing. Test: tests/fetch/robots_test.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace depesche {

class Robots {
public:
    // All is allowed.
    Robots() = default;
    // `product` is the program's name without its version, in lower case. Any bytes are taken; linear in `text`.
    [[nodiscard]] static Robots parse(std::string_view text, std::string_view product);

    // `path` as WebAddress::path. robots.txt itself is always allowed.
    [[nodiscard]] bool allows(std::string_view path) const;
    // Crawl-delay, at most a day; not in RFC 9309 but widely written.
    [[nodiscard]] std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

private:
    struct Rule {
        std::string pattern;
        bool allow = false;
    };
    std::vector<Rule> rules_;
    std::optional<std::chrono::milliseconds> crawl_delay_;
};

}  // namespace depesche
