// HTML tokens with their places: lexbor's tokenizer behind a small interface.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <depesche/span.h>

#include "read/html.h"

namespace depesche {

enum class HtmlTokenKind : unsigned char { text, open, close };

struct HtmlToken {
    HtmlTokenKind kind = HtmlTokenKind::text;
    std::string_view name;  // of a tag, lower case; "?" when the standard does not know it
    bool self_closing = false;
    Span span;              // of the decoded page: the raw token
    std::string_view text;  // of a text token: references decoded
    std::vector<HtmlAttribute> attributes;
};

// Gets every text and tag token in page order; comments and doctypes are passed over. The token is valid during the call.
class HtmlTokenSink {
public:
    virtual ~HtmlTokenSink() = default;
    // False ends the tokenizing.
    virtual bool take(const HtmlToken& token) = 0;
};

// False when the page was cut before a tag with more attributes than limits.h allows.
bool tokenize_html(std::string_view page, HtmlTokenSink& sink);

}  // namespace depesche
