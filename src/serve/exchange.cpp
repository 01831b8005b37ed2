#include "serve/exchange.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "show/json_writer.h"

namespace depesche {
namespace {

Error refused(std::string reason) { return {Problem::wrong_usage, std::move(reason), {}, {}}; }

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!take_utf8(text, at)) return false;
    }
    return true;
}

// A plus is a blank in a query, and itself in a path.
Result<std::string> decoded(std::string_view text, bool plus_is_blank) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus_is_blank) {
            out += ' ';
        } else if (text[at] != '%') {
            out += text[at];
        } else {
            const int high = at + 2 < text.size() ? digit(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? digit(text[at + 2]) : -1;
            if (high < 0 || low < 0) return refused("a percent sign is followed by two digits");
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    if (out.find('\0') != std::string::npos) return refused("an address has no NUL");
    if (!is_utf8(out)) return refused("an address is UTF-8");
    return out;
}

std::string_view take_until(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

Result<bool> parse_path(std::string_view path, ApiRequest& request) {
    if (!path.starts_with('/')) return refused("an address begins with a slash");
    path.remove_prefix(1);
    while (!path.empty()) {
        const bool more = path.find('/') != std::string_view::npos;
        auto segment = decoded(take_until(path, '/'), false);
        if (!segment) return segment.error();
        if (segment->empty() || *segment == "." || *segment == ".." || (more && path.empty()))
            return refused("an address has no empty parts and no dots alone");
        request.path.push_back(std::move(*segment));
    }
    return true;
}

}  // namespace

std::string_view ApiRequest::value(std::string_view name) const {
    const auto found = std::ranges::find(query, name, [](const auto& pair) -> std::string_view { return pair.first; });
    return found == query.end() ? std::string_view() : std::string_view(found->second);
}

ApiAnswer error_answer(int status, std::string_view reason, std::string_view place) {
    JsonWriter json;
    json.begin_object(JsonLayout::one_line);
    json.key("error");
    json.begin_object(JsonLayout::one_line);
    json.key("reason");
    json.value(reason);
    json.key("place");
    place.empty() ? json.null() : json.value(place);
    json.end_object();
    json.end_object();
    ApiAnswer answer;
    answer.status = status;
    answer.body = json.take();
    return answer;
}

ApiAnswer error_answer(const Error& error) {
    switch (error.problem) {
        case Problem::not_found:
            return error_answer(404, error.reason, error.place);
        case Problem::wrong_usage:
            return error_answer(400, error.reason, error.place);
        case Problem::too_large:
            return error_answer(413, error.reason, error.place);
        case Problem::no_rights:
            return error_answer(403, error.reason);  // no place: that is a path of the server
        default:
            return error_answer(500, error.reason);
    }
}

Result<ApiRequest> parse_target(std::string_view target) {
    ApiRequest request;
    std::string_view rest = target;
    const std::string_view path = take_until(rest, '?');
    if (auto done = parse_path(path, request); !done) return done.error();
    rest = take_until(rest, '#');
    while (!rest.empty()) {
        std::string_view pair = take_until(rest, '&');
        if (pair.empty()) continue;
        auto name = decoded(take_until(pair, '='), true);
        if (!name) return name.error();
        auto value = decoded(pair, true);
        if (!value) return value.error();
        request.query.emplace_back(std::move(*name), std::move(*value));
    }
    return request;
}

}  // namespace depesche
