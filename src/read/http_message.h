// An HTTP answer as a WARC record holds it: header and body as they came over the line (RFC 9112).
#pragma once

#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

struct HttpAnswer {
    int status = 0;
    std::string media_type;  // "text/html", lower case; empty when it was not sent
    std::string charset;     // as sent
    std::string body;        // chunks joined, content codings taken off
};

// What its header says; `body` is empty.  Error: bad_format when the message has no HTTP header.
[[nodiscard]] Result<HttpAnswer> read_http_header(std::string_view message);

// Header and body. Errors as decode_content and join_chunks name them, without place. `limit` is for the decoded body.
[[nodiscard]] Result<HttpAnswer> read_http(std::string_view message, std::size_t limit);

// True for what a page may be: HTML, XHTML, plain text.
[[nodiscard]] bool is_page_type(std::string_view media_type);

}  // namespace depesche
