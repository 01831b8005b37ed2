#include "read/mime.h"

#include <algorithm>
#include <array>

#include "read/header_fields.h"

namespace depesche {
namespace {

constexpr int deepest = 3;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

int base64_digit(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

std::string decode_part(std::string_view body, std::string_view encoding) {
    const std::string name = media_type(encoding);
    if (name == "quoted-printable") return decode_quoted_printable(body);
    if (name == "base64") return decode_base64(body);
    return std::string(body);
}

// The line end before a boundary belongs to the boundary.
std::string_view without_last_line_end(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

// Where the line of the next boundary begins, at or behind `from`; npos when there is none.
std::size_t find_boundary(std::string_view message, const std::string& dashed, std::size_t from) {
    for (std::size_t at = message.find(dashed, from); at != std::string_view::npos; at = message.find(dashed, at + 1)) {
        if (at == 0 || message[at - 1] == '\n') return at;
    }
    return std::string_view::npos;
}

struct Search {
    std::string_view wanted;  // "text/html" or "text/"
    bool cut_off = false;     // a part of that type is there, its end is not
};

std::optional<MainPart> find_part(std::string_view message, int depth, Search& search);

std::optional<MainPart> find_in_parts(std::string_view message, const std::string& boundary, int depth, Search& search) {
    const std::string dashed = "--" + boundary;
    std::size_t at = find_boundary(message, dashed, 0);
    while (at != std::string_view::npos) {
        const std::size_t line_end = message.find('\n', at);
        if (line_end == std::string_view::npos || message.substr(at + dashed.size()).starts_with("--")) return std::nullopt;
        const std::size_t next = find_boundary(message, dashed, line_end);
        const bool whole = next != std::string_view::npos;
        const std::string_view part = message.substr(line_end + 1, whole ? next - line_end - 1 : std::string_view::npos);
        auto found = find_part(without_last_line_end(part), depth + 1, search);
        if (found && whole) return found;
        if (found) search.cut_off = true;
        at = next;
    }
    return std::nullopt;
}

std::optional<MainPart> find_part(std::string_view message, int depth, Search& search) {
    const auto size = header_size(message);
    if (!size) return std::nullopt;
    const HeaderFields fields(message.substr(0, *size));
    const std::string_view type = fields.get("content-type");
    const std::string media = media_type(type);
    const std::string_view body = message.substr(*size);
    if (media.starts_with("multipart/")) {
        const std::string boundary = header_parameter(type, "boundary");
        if (boundary.empty() || depth >= deepest) return std::nullopt;
        return find_in_parts(body, boundary, depth, search);
    }
    if (!media.starts_with(search.wanted)) return std::nullopt;
    MainPart part;
    part.body = decode_part(body, fields.get("content-transfer-encoding"));
    part.charset = header_parameter(type, "charset");
    part.url = fields.get("content-location");
    return part;
}

}  // namespace

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            out += text[at];
            continue;
        }
        const std::string_view rest = text.substr(at + 1, 2);
        if (rest.starts_with('\n')) at += 1;
        else if (rest == "\r\n") at += 2;
        else if (rest.size() == 2 && hex_digit(rest[0]) >= 0 && hex_digit(rest[1]) >= 0) {
            out += static_cast<char>(hex_digit(rest[0]) * 16 + hex_digit(rest[1]));
            at += 2;
        } else if (!rest.empty()) out += '=';
    }
    return out;
}

std::string decode_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    unsigned held = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == '=') break;
        const int digit = base64_digit(c);
        if (digit < 0) continue;
        held = (held << 6U | static_cast<unsigned>(digit)) & 0xFFFFFFU;
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>(held >> static_cast<unsigned>(bits) & 0xFFU);
    }
    return out;
}

bool looks_like_mhtml(std::string_view head) {
    const std::size_t colon = head.find_first_of(": \n<{");
    if (colon == std::string_view::npos || colon == 0 || head[colon] != ':') return false;
    const HeaderFields fields(head.substr(0, header_size(head).value_or(head.size())));
    const std::string type = media_type(fields.get("content-type"));
    return type.starts_with("multipart/") || (!fields.get("mime-version").empty() && type.starts_with("text/"));
}

Result<MainPart> main_part(std::string_view message) {
    const HeaderFields fields(message.substr(0, header_size(message).value_or(0)));
    Search search;
    for (const std::string_view wanted : {std::string_view("text/html"), std::string_view("text/")}) {
        search.wanted = wanted;
        auto part = find_part(message, 0, search);
        if (!part) continue;
        const std::string_view snapshot = fields.get("snapshot-content-location");
        if (!snapshot.empty()) part->url = snapshot;
        if (part->url.find("://") == std::string::npos) part->url.clear();
        part->date = fields.get("date");
        return std::move(*part);
    }
    if (search.cut_off) return Error{Problem::truncated, "the message ends inside its page", {}, {}};
    return Error{Problem::bad_format, "the message has no HTML or text part", {}, {}};
}

}  // namespace depesche
