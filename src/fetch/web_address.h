// WebAddress: an address of the web in one form, so that equal addresses are equal texts.
#pragma once

#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

struct WebAddress {
    std::string text;  // "https://blatt.example/a?b=1": no fragment, host in lower case, the scheme's own port left out
    std::string host;  // "blatt.example", "127.0.0.1" (however it was written), "[::1]"
    std::string site;  // "https://blatt.example:8080": what one robots.txt holds for
    std::string path;  // "/a?b=1"
};

// Errors: wrong_usage for anything but http and https, for user names and passwords in it, for ports below 1000 but 80 and 443
// (mail, shells: no web servers), for what is no address or too long.
[[nodiscard]] Result<WebAddress> parse_address(std::string_view text);

// What `reference`, as a page or a redirect at `base` has it, leads to. Errors: as above.
[[nodiscard]] Result<WebAddress> resolve_address(const WebAddress& base, std::string_view reference);

}  // namespace depesche
