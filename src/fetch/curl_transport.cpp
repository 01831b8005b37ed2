#include "fetch/curl_transport.h"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "base/utf8.h"
#include "fetch/limits.h"

namespace depesche {
namespace {

// What the callbacks of one request put together.
struct Exchange {
    const AllowedNetworks& networks;
    const std::function<bool()>& is_over;
    std::size_t limit = 0;
    WebAnswer answer = {};
    std::size_t header_bytes = 0;
    bool is_refused = false;  // the address of the host
};

std::optional<MachineAddress> address_of(const curl_sockaddr& socket) {
    if (socket.family == AF_INET) {
        sockaddr_in ipv4{};
        std::memcpy(&ipv4, &socket.addr, sizeof ipv4);
        std::array<std::uint8_t, 4> bytes{};
        std::memcpy(bytes.data(), &ipv4.sin_addr, bytes.size());
        return machine_address(bytes);
    }
    if (socket.family != AF_INET6) return std::nullopt;
    sockaddr_in6 ipv6{};
    std::memcpy(&ipv6, &socket.addr, std::min<std::size_t>(sizeof ipv6, socket.addrlen));
    MachineAddress address{};
    std::memcpy(address.data(), &ipv6.sin6_addr, address.size());
    return address;
}

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* socket) {
    auto& exchange = *static_cast<Exchange*>(data);
    const auto address = address_of(*socket);
    if (!address || !exchange.networks.allows(*address)) {
        exchange.is_refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(socket->family, socket->socktype | SOCK_CLOEXEC, socket->protocol);
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    std::string& body = exchange.answer.body;
    const std::size_t room = exchange.limit - body.size();
    body.append(bytes, std::min(count, room));
    exchange.answer.cut = count > room;
    return exchange.answer.cut ? 0 : count;  // 0 ends the transfer
}

bool takes_field(std::string_view line, std::string_view name, std::string& into, std::size_t limit) {
    if (line.size() <= name.size() || line[name.size()] != ':') return false;
    const bool same =
        std::ranges::equal(line.substr(0, name.size()), name, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    if (!same) return false;
    const std::string_view value = trim(line.substr(name.size() + 1));
    into = value.size() <= limit ? value : std::string_view{};
    return true;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* data) {
    auto& exchange = *static_cast<Exchange*>(data);
    exchange.header_bytes += count;
    if (exchange.header_bytes > limits::answer_header_bytes) return 0;
    const std::string_view line(bytes, count);
    WebAnswer& answer = exchange.answer;
    if (line.starts_with("HTTP/")) answer = {};  // behind an interim answer
    takes_field(line, "content-type", answer.content_type, limits::validator_bytes) ||
        takes_field(line, "etag", answer.etag, limits::validator_bytes) ||
        takes_field(line, "last-modified", answer.modified, limits::validator_bytes) ||
        takes_field(line, "location", answer.location, limits::address_bytes) ||
        takes_field(line, "retry-after", answer.retry_after, limits::validator_bytes);
    return count;
}

// Also ends what sends bytes for ever that decode to nothing.
int look_on(void* data, curl_off_t, curl_off_t received, curl_off_t, curl_off_t) {
    const auto& exchange = *static_cast<Exchange*>(data);
    return exchange.is_over() || static_cast<std::uint64_t>(received) > exchange.limit + limits::answer_header_bytes ? 1 : 0;
}

struct FreeFields {
    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};
using Fields = std::unique_ptr<curl_slist, FreeFields>;

void add_field(Fields& fields, std::string_view name, std::string_view value) {
    if (value.empty() || std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; })) return;
    curl_slist* longer = ::curl_slist_append(fields.get(), fmt::format("{}: {}", name, value).c_str());
    if (longer == nullptr) return;
    (void)fields.release();
    fields.reset(longer);
}

void set_limits(CURL* curl) {
    ::curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(limits::connect_time.count()));
    ::curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(limits::answer_time.count()));
    ::curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 100L);
    ::curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits::stall_time.count()));
    ::curl_easy_setopt(curl, CURLOPT_MAXCONNECTS, 8L);
    ::curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    ::curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    ::curl_easy_setopt(curl, CURLOPT_PROXY, "");
    ::curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    ::curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl decodes
}

void set_callbacks(CURL* curl, Exchange& exchange) {
    ::curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    ::curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &exchange);
    ::curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    ::curl_easy_setopt(curl, CURLOPT_WRITEDATA, &exchange);
    ::curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    ::curl_easy_setopt(curl, CURLOPT_HEADERDATA, &exchange);
    ::curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    ::curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, look_on);
    ::curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &exchange);
}

Error failure_of(CURLcode code, const Exchange& exchange, const std::string& place) {
    if (exchange.is_refused) return {Problem::no_rights, "its address is no public one (--allow-private lets it)", place, {}};
    if (exchange.header_bytes > limits::answer_header_bytes)
        return {Problem::too_large, fmt::format("its header has more than {} bytes", limits::answer_header_bytes), place, {}};
    switch (code) {
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
            return {Problem::truncated, "the answer breaks off", place, {}};
        case CURLE_BAD_CONTENT_ENCODING:
            return {Problem::bad_format, "its content coding is broken or not known", place, {}};
        case CURLE_OPERATION_TIMEDOUT:
            return {Problem::cannot_read, "the server takes too long", place, {}};
        case CURLE_ABORTED_BY_CALLBACK:
            return {Problem::too_large, "it sends more than the limit", place, {}};
        default:
            return {Problem::cannot_read, ::curl_easy_strerror(code), place, {}};
    }
}

}  // namespace

struct CurlTransport::Connection {
    struct Free {
        void operator()(CURL* handle) const { ::curl_easy_cleanup(handle); }
    };
    std::unique_ptr<CURL, Free> curl{::curl_easy_init()};
};

CurlTransport::CurlTransport(std::string user_agent, AllowedNetworks networks, std::function<bool()> is_over)
    : user_agent_(std::move(user_agent)), networks_(std::move(networks)), is_over_(std::move(is_over)) {
    static const CURLcode started = ::curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started == CURLE_OK) connection_ = std::make_unique<Connection>();
}

CurlTransport::~CurlTransport() = default;

Result<WebAnswer> CurlTransport::get(const WebRequest& request) {
    const std::string& place = request.address.text;
    if (!connection_ || !connection_->curl) return Error{Problem::cannot_read, "libcurl cannot be started", place, {}};
    CURL* curl = connection_->curl.get();
    ::curl_easy_reset(curl);  // keeps open connections
    Exchange exchange{networks_, is_over_, request.limit};
    set_limits(curl);
    set_callbacks(curl, exchange);
    Fields fields;
    add_field(fields, "If-None-Match", request.etag);
    add_field(fields, "If-Modified-Since", request.modified);
    ::curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields.get());
    ::curl_easy_setopt(curl, CURLOPT_USERAGENT, user_agent_.c_str());
    ::curl_easy_setopt(curl, CURLOPT_URL, place.c_str());
    const CURLcode code = ::curl_easy_perform(curl);
    if (code != CURLE_OK && !exchange.answer.cut) return failure_of(code, exchange, place);
    long status = 0;
    ::curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    exchange.answer.status = static_cast<int>(status);
    return std::move(exchange.answer);
}

}  // namespace depesche
