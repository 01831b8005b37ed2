#include "fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"

namespace depesche {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view text, std::string_view word) {
    return std::ranges::equal(text, word, [](char a, char b) { return lower(a) == b; });
}

bool is_letter_or_digit(unsigned char c) {
    return (c >= '0' && c <= '9') || (lower(static_cast<char>(c)) >= 'a' && lower(static_cast<char>(c)) <= 'z');
}

int hex_value(char c) {
    c = lower(c);
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Percent escapes in one form: none for what needs none, capitals in the others. `special` are escaped: in a path "*" and "$" mean
// themselves, in a pattern they do only when escaped.
std::string normal_form(std::string_view text, std::string_view special) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        bool escaped = false;
        if (c == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
            c = static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            escaped = true;
            i += 2;
        }
        const bool plain =
            is_letter_or_digit(c) || (c != 0 && std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos);
        const bool must = c <= 0x20 || c >= 0x7F || (c != 0 && special.find(static_cast<char>(c)) != std::string_view::npos);
        if (must || (escaped && !plain)) out += fmt::format("%{:02X}", c);
        else out += static_cast<char>(c);
    }
    return out;
}

// "*" stands for any characters: between two of them the first place that fits is as good as any, so one walk decides.
bool fits(std::string_view path, std::string_view pattern) {
    const bool anchored = pattern.ends_with('$');
    if (anchored) pattern.remove_suffix(1);
    bool first = true;
    while (true) {
        const std::size_t star = pattern.find('*');
        const std::string_view part = pattern.substr(0, star);
        const bool last = star == std::string_view::npos;
        if (last && anchored && !first) return path.ends_with(part);
        const std::size_t at = first ? (path.starts_with(part) ? 0 : std::string_view::npos) : path.find(part);
        if (at == std::string_view::npos) return false;
        path.remove_prefix(at + part.size());
        if (last) return !anchored || path.empty();
        pattern.remove_prefix(star + 1);
        first = false;
    }
}

struct Line {
    std::string_view key;
    std::string_view value;
};

// The next line of `text`, which is taken off; the key is empty for a line that has none.
Line take_line(std::string_view& text) {
    const std::size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    return {trim(line.substr(0, colon)), trim(line.substr(colon + 1))};
}

std::optional<std::chrono::milliseconds> delay_of(std::string_view text) {
    double seconds = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (code != std::errc() || !std::isfinite(seconds) || seconds < 0) return std::nullopt;
    constexpr double day = 24.0 * 60 * 60;
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::min(seconds, day) * 1000));
}

// Which of the two kinds of group the lines belong to that follow.
enum class Meant : unsigned char { nobody, all, us };

Meant meant_by(std::string_view agent, std::string_view product) {
    if (agent.starts_with('*')) return Meant::all;
    const auto end = std::ranges::find_if(agent, [](char c) { return lower(c) < 'a' || lower(c) > 'z' ? c != '_' && c != '-' : false; });
    return same_word(std::string_view(agent.begin(), end), product) ? Meant::us : Meant::nobody;
}

}  // namespace

Robots Robots::parse(std::string_view text, std::string_view product) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Robots ours;
    Robots for_all;
    bool named = false;
    bool us = false;
    bool all = false;
    bool in_names = false;
    while (!text.empty()) {
        const Line line = take_line(text);
        if (same_word(line.key, "user-agent")) {
            if (!in_names) us = all = false;
            in_names = true;
            const Meant meant = meant_by(line.value, product);
            us = us || meant == Meant::us;
            all = all || meant == Meant::all;
            named = named || us;
            continue;
        }
        const bool allow = same_word(line.key, "allow");
        const bool is_rule = allow || same_word(line.key, "disallow");
        const bool is_delay = same_word(line.key, "crawl-delay");
        if (!is_rule && !is_delay) continue;
        in_names = false;
        for (Robots* group : {us ? &ours : nullptr, all ? &for_all : nullptr}) {
            if (group == nullptr) continue;
            if (is_delay) group->crawl_delay_ = std::max(group->crawl_delay_, delay_of(line.value));
            else if (!line.value.empty()) group->rules_.push_back({normal_form(line.value, ""), allow});
        }
    }
    return named ? ours : for_all;
}

bool Robots::allows(std::string_view path) const {
    if (path == "/robots.txt") return true;
    const std::string written = normal_form(path, "*$");
    std::size_t length = 0;
    bool allowed = true;
    for (const Rule& rule : rules_) {
        if (rule.pattern.size() < length || (rule.pattern.size() == length && allowed)) continue;
        if (!fits(written, rule.pattern)) continue;
        length = rule.pattern.size();
        allowed = rule.allow;
    }
    return allowed;
}

}  // namespace depesche
