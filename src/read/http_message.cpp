#include "read/http_message.h"

#include <charconv>

#include "read/content_coding.h"
#include "read/header_fields.h"
#include "read/limits.h"

namespace depesche {
namespace {

struct Head {
    HttpAnswer answer;
    HeaderFields fields;
    std::size_t size = 0;
};

Result<Head> read_head(std::string_view message) {
    const Error none{Problem::bad_format, "the record has no HTTP header", {}, {}};
    if (!message.starts_with("HTTP/")) return none;
    const std::string_view start = message.substr(0, limits::http_header_bytes);
    const auto size = header_size(start);
    if (!size && message.size() > start.size()) return none;
    const std::string_view block = size ? start.substr(0, *size) : start;
    Head head{{}, HeaderFields(block), block.size()};
    const std::size_t blank = block.find(' ');
    if (blank != std::string_view::npos && blank < block.find('\n'))
        std::from_chars(block.data() + blank + 1, block.data() + block.size(), head.answer.status);
    const std::string_view type = head.fields.get("content-type");
    head.answer.media_type = media_type(type);
    head.answer.charset = header_parameter(type, "charset");
    return head;
}

}  // namespace

Result<HttpAnswer> read_http_header(std::string_view message) {
    auto head = read_head(message);
    if (!head) return head.error();
    return std::move(head->answer);
}

Result<HttpAnswer> read_http(std::string_view message, std::size_t limit) {
    auto head = read_head(message);
    if (!head) return head.error();
    std::string body(message.substr(head->size));
    if (media_type(head->fields.get("transfer-encoding")).find("chunked") != std::string::npos) {
        auto joined = join_chunks(std::move(body));
        if (!joined) return joined.error();
        body = std::move(*joined);
    }
    auto decoded = decode_content(std::move(body), head->fields.get("content-encoding"), limit);
    if (!decoded) return decoded.error();
    head->answer.body = std::move(*decoded);
    return std::move(head->answer);
}

bool is_page_type(std::string_view media_type) {
    return media_type == "text/html" || media_type == "application/xhtml+xml" || media_type == "text/plain";
}

}  // namespace depesche
