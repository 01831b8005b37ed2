#include "fetch/web_address.h"

#include <curl/urlapi.h>

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "base/utf8.h"
#include "fetch/limits.h"

namespace depesche {
namespace {

struct FreeAddress {
    void operator()(CURLU* handle) const { ::curl_url_cleanup(handle); }
};
using Handle = std::unique_ptr<CURLU, FreeAddress>;

Error refuse(std::string reason, std::string_view text) {
    return {Problem::wrong_usage, std::move(reason), std::string(text.substr(0, limits::address_bytes)), {}};
}

std::string part_of(const Handle& handle, CURLUPart part, unsigned flags = 0) {
    char* text = nullptr;
    if (::curl_url_get(handle.get(), part, &text, flags) != CURLUE_OK) return {};
    std::string out(text);
    ::curl_free(text);
    return out;
}

void to_lower(std::string& text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
}

// "mailto" of "mailto:a@b.example"; empty for a reference without scheme (RFC 3986, 3.1).
std::string scheme_of(std::string_view text) {
    const std::size_t end = text.find_first_of(":/?#");
    if (end == std::string_view::npos || text[end] != ':') return {};
    std::string scheme(text.substr(0, end));
    to_lower(scheme);
    return scheme;
}

// Percent escapes are written in capitals (RFC 3986, 6.2.2.1).
void capital_escapes(std::string& text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] != '%') continue;
        for (char* c : {&text[i + 1], &text[i + 2]}) {
            if (*c >= 'a' && *c <= 'f') *c = static_cast<char>(*c - 'a' + 'A');
        }
    }
}

// Takes the address apart. curl writes an IPv4 host in decimal, octal or hexadecimal numbers as four decimal ones.
Result<WebAddress> take_apart(const Handle& handle, std::string_view text) {
    WebAddress out;
    const std::string scheme = part_of(handle, CURLUPART_SCHEME);
    if (scheme != "http" && scheme != "https") return refuse("only http and https are fetched", text);
    if (!part_of(handle, CURLUPART_USER).empty() || !part_of(handle, CURLUPART_PASSWORD).empty())
        return refuse("an address with a user name or a password is not fetched", scheme + "://…");
    out.host = part_of(handle, CURLUPART_HOST);
    to_lower(out.host);
    if (out.host.empty()) return refuse("it has no host", text);
    const std::string port = part_of(handle, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
    if (!port.empty() && port != "80" && port != "443" && port.size() < 4)
        return refuse(fmt::format("port {} is for other things than pages", port), text);
    out.site = fmt::format("{}://{}{}{}", scheme, out.host, port.empty() ? "" : ":", port);
    const std::string query = part_of(handle, CURLUPART_QUERY);
    out.path = part_of(handle, CURLUPART_PATH);
    if (out.path.empty()) out.path.assign(1, '/');
    if (!query.empty()) out.path.append(1, '?').append(query);
    capital_escapes(out.path);
    out.text = out.site + out.path;
    if (out.text.size() > limits::address_bytes)
        return refuse(fmt::format("it has more than {} bytes, the limit", limits::address_bytes), text);
    return out;
}

Result<WebAddress> take(const WebAddress* base, std::string_view text) {
    text = trim(text);
    if (text.size() > limits::address_bytes)
        return refuse(fmt::format("it has more than {} bytes, the limit", limits::address_bytes), text);
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }))
        return refuse("it has control characters", text);
    const std::string scheme = scheme_of(text);
    if (!scheme.empty() && scheme != "http" && scheme != "https") return refuse("only http and https are fetched", text);
    const Handle handle(::curl_url());
    if (!handle) return refuse("there is no memory for it", text);
    const std::string written(text);
    constexpr unsigned flags = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME;
    CURLUcode code = CURLUE_OK;
    if (base != nullptr && scheme.empty()) code = ::curl_url_set(handle.get(), CURLUPART_URL, base->text.c_str(), flags);
    if (code == CURLUE_OK) code = ::curl_url_set(handle.get(), CURLUPART_URL, written.c_str(), flags);
    if (code != CURLUE_OK) return refuse("it is no address of the web", text);
    return take_apart(handle, text);
}

}  // namespace

Result<WebAddress> parse_address(std::string_view text) { return take(nullptr, text); }

Result<WebAddress> resolve_address(const WebAddress& base, std::string_view reference) { return take(&base, reference); }

}  // namespace depesche
