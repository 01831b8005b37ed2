#include "read/saved_page.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/written_dates.h"

namespace depesche {
namespace {

constexpr std::size_t head_bytes = 64UL * 1024;  // where what is looked for stands
constexpr std::size_t comment_bytes = 4096;

// The next comment at or behind `at`, its marks included; empty at the end.
std::string_view next_comment(std::string_view text, std::size_t& at) {
    const std::size_t begin = text.find("<!--", at);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = text.find("-->", begin + 4);
    if (end == std::string_view::npos) return {};
    at = end + 3;
    return text.substr(begin, at - begin);
}

// What stands in a line behind `name`.
std::string_view line_value(std::string_view comment, std::string_view name) {
    const std::size_t at = comment.find(name);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = comment.substr(at + name.size());
    return trim(rest.substr(0, rest.find('\n')));
}

// "BEGIN ANY NAME INSERT", "WB Insert": a banner begins behind it.
enum class BannerMark { none, begin, end };
BannerMark banner_mark(std::string_view comment) {
    if (comment.size() > 100 || comment.size() < 8) return BannerMark::none;
    const std::string words = to_lower(trim(comment.substr(4, comment.size() - 7)));
    if (!words.ends_with(" insert")) return BannerMark::none;
    if (words.starts_with("end ")) return BannerMark::end;
    return words.starts_with("begin ") || words == "wb insert" ? BannerMark::begin : BannerMark::none;
}

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// An address that holds a stamp and the original, anywhere in `text`.
SavedPage stamped_address(std::string_view text) {
    for (std::size_t at = text.find("/http"); at != std::string_view::npos; at = text.find("/http", at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (!rest.starts_with("http://") && !rest.starts_with("https://")) continue;
        std::size_t digits_end = at;
        while (digits_end > 0 && at - digits_end < 4 &&
               (text[digits_end - 1] == '_' || (text[digits_end - 1] >= 'a' && text[digits_end - 1] <= 'z')))
            --digits_end;
        if (digits_end < 15 || text[digits_end - 15] != '/' || !all_digits(text.substr(digits_end - 14, 14))) continue;
        const std::string crawled = iso_of_stamp(text.substr(digits_end - 14, 14));
        if (crawled.empty()) continue;
        return {std::string(rest.substr(0, std::min<std::size_t>(rest.find_first_of("\"'<> \t\r\n"), 2048))), crawled};
    }
    return {};
}

SavedPage single_file(std::string_view head) {
    std::size_t at = 0;
    while (true) {
        const std::string_view comment = next_comment(head, at);
        if (comment.empty()) return {};
        if (comment.size() > comment_bytes || comment.find("saved with SingleFile") == std::string_view::npos) continue;
        SavedPage saved = original_address(line_value(comment, "url:"));
        if (saved.crawled.empty()) saved.crawled = iso_of_written_date(line_value(comment, "saved date:"));
        return saved;
    }
}

bool has_banner(std::string_view text) {
    std::size_t at = 0;
    while (true) {
        const std::string_view comment = next_comment(text, at);
        if (comment.empty()) return false;
        if (banner_mark(comment) != BannerMark::none) return true;
    }
}

}  // namespace

SavedPage original_address(std::string_view url) {
    SavedPage saved = stamped_address(url);
    if (saved.url.empty()) saved.url = url;
    return saved;
}

SavedPage how_saved(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, head_bytes);
    if (SavedPage saved = single_file(head); !saved.url.empty()) return saved;
    return has_banner(bytes) ? stamped_address(bytes) : SavedPage{};
}

SourceText without_banner(SourceText source) {
    const std::string_view text = source.text();
    SourceText rest;
    std::size_t at = 0;
    std::size_t kept = 0;
    bool inside = false;
    while (true) {
        const std::string_view comment = next_comment(text, at);
        if (comment.empty()) break;
        const BannerMark mark = banner_mark(comment);
        if (mark == BannerMark::begin && !inside) {
            inside = true;
            rest.append_from(source, {static_cast<std::uint32_t>(kept), static_cast<std::uint32_t>(at)});
            kept = at;
        } else if (mark == BannerMark::end && inside) {
            inside = false;
            kept = at;
        }
    }
    if (kept == 0) return source;
    rest.append_from(source, {static_cast<std::uint32_t>(kept), static_cast<std::uint32_t>(text.size())});
    return rest;
}

}  // namespace depesche
