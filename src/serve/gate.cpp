#include "serve/gate.h"

#include <array>

#include <fmt/format.h>

#include "base/utf8.h"

namespace depesche {
namespace {

bool is_own_host(std::string_view host, const ApiRequest& request, const GateRules& rules) {
    const std::string asked = to_lower(host);
    const std::array<std::string_view, 5> addresses = {"localhost", "127.0.0.1", "::1", rules.bound, request.local_address};
    for (const std::string_view address : addresses) {
        if (address.empty()) continue;
        if (asked == host_of(address, rules.port)) return true;
        if (rules.port == 80 && asked + ":80" == host_of(address, 80)) return true;
    }
    return false;
}

// Takes as long for any two texts of one length, so that nothing is learnt from the time.
bool same_secret(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    unsigned differ = 0;
    for (std::size_t i = 0; i < left.size(); ++i) differ |= static_cast<unsigned>(left[i] ^ right[i]);
    return differ == 0;
}

bool has_token(const ApiRequest& request, const GateRules& rules) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view sent = request.authorization;
    return !rules.token.empty() && sent.starts_with(scheme) && same_secret(sent.substr(scheme.size()), rules.token);
}

bool is_api(const ApiRequest& request) { return !request.path.empty() && request.path.front() == "api"; }

}  // namespace

bool is_loopback(std::string_view address) {
    if (address.starts_with("::ffff:")) address.remove_prefix(7);
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

std::string host_of(std::string_view address, int port) {
    return address.find(':') == std::string_view::npos ? fmt::format("{}:{}", address, port) : fmt::format("[{}]:{}", address, port);
}

std::optional<ApiAnswer> refuse(const ApiRequest& request, const GateRules& rules, bool writes) {
    if (!is_own_host(request.host, request, rules)) return error_answer(403, "this server is not asked by that name");
    constexpr std::string_view scheme = "http://";
    const std::string_view origin = request.origin;
    if (!origin.empty() && !(origin.starts_with(scheme) && is_own_host(origin.substr(scheme.size()), request, rules)))
        return error_answer(403, "another site's page may not ask this server");
    if ((request.site == "cross-site" || request.site == "same-site") && (writes || is_api(request)))
        return error_answer(403, "another site's page may not ask this server");
    const bool from_afar = !is_loopback(request.remote_address) && is_api(request);
    if ((writes || from_afar) && !has_token(request, rules)) {
        ApiAnswer answer = error_answer(401, writes ? "writing needs the token that was printed at the start"
                                                    : "reading from another machine needs the token that was printed at the start");
        answer.headers.emplace_back("WWW-Authenticate", "Bearer");
        return answer;
    }
    return std::nullopt;
}

}  // namespace depesche
