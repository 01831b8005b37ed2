#include "serve/http_server.h"

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "serve/connections.h"

namespace depesche {
namespace {

// Every answer's fields: a page of this server takes nothing from outside, is shown in no frame, and is read as what it says it is.
constexpr std::array<std::pair<const char*, const char*>, 6> common_fields = {{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action "
     "'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

// The library reads and writes through this.
class TurnStream final : public httplib::Stream {
public:
    explicit TurnStream(ConnectionTurn& turn) : turn_(turn) {}
    [[nodiscard]] bool is_readable() const override { return true; }
    [[nodiscard]] bool is_writable() const override { return !broken_; }
    ssize_t read(char* into, std::size_t size) override { return static_cast<ssize_t>(turn_.read(into, size)); }
    ssize_t write(const char* bytes, std::size_t size) override {
        broken_ = broken_ || !turn_.write(std::string_view(bytes, size));
        return broken_ ? -1 : static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& address, int& port) const override {
        address = turn_.remote_address();
        port = 0;
    }
    void get_local_ip_and_port(std::string& address, int& port) const override {
        address = turn_.local_address();
        port = 0;
    }
    [[nodiscard]] socket_t socket() const override { return 0; }  // asked for only to refuse numbers above 1023

private:
    ConnectionTurn& turn_;
    mutable bool broken_ = false;
};

// What the request says in its head. Error: something that must not be there twice, or an address that is none.
Result<ApiRequest> head_of(const httplib::Request& from) {
    const auto one = [&](const char* name) { return from.get_header_value_count(name) == 1 ? from.get_header_value(name) : std::string(); };
    for (const char* name : {"Host", "Origin", "Authorization", "Content-Length", "Sec-Fetch-Site"}) {
        if (from.get_header_value_count(name) > 1) return Error{Problem::wrong_usage, fmt::format("{} is said twice", name), {}, {}};
    }
    auto request = parse_target(from.target);
    if (!request) return request;
    request->method = from.method == "HEAD" ? "GET" : from.method;
    request->host = one("Host");
    request->origin = one("Origin");
    request->site = one("Sec-Fetch-Site");
    request->authorization = one("Authorization");
    request->remote_address = from.remote_addr;
    request->local_address = from.local_addr;
    return request;
}

// Whether a body may be read: only with its length said, not packed, and not too long. 0: there is none.
Result<std::size_t> body_size(const httplib::Request& from) {
    const auto refused = [](Problem problem, std::string reason) { return Error{problem, std::move(reason), {}, {}}; };
    if (from.has_header("Transfer-Encoding") || from.has_header("Content-Encoding"))
        return refused(Problem::wrong_usage, "a body comes whole, with its length said, and not packed by the request");
    if (!from.has_header("Content-Length")) return std::size_t{0};
    const std::string text = from.get_header_value("Content-Length");
    std::size_t size = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (code != std::errc() || end != text.data() + text.size()) return refused(Problem::wrong_usage, "Content-Length is no number");
    if (size > serve_limits::body_bytes)
        return refused(Problem::too_large, fmt::format("more than {} MB at once", serve_limits::body_bytes / 1024 / 1024));
    return size;
}

void write_answer(ApiAnswer answer, httplib::Response& to) {
    to.status = answer.status;
    for (const auto& [name, value] : common_fields) to.set_header(name, value);
    bool cached = false;
    for (const auto& [name, value] : answer.headers) {
        to.set_header(name, value);
        cached = cached || name == "Cache-Control";
    }
    if (!cached) to.set_header("Cache-Control", "no-store");
    if (answer.stream) {  // in chunks, so that who reads sees whether the end came
        return to.set_chunked_content_provider(answer.type, [stream = std::move(answer.stream)](std::size_t, httplib::DataSink& sink) {
            const bool whole = stream([&](std::string_view bytes) { return sink.write(bytes.data(), bytes.size()); });
            if (whole) sink.done();
            return whole;
        });
    }
    if (answer.events) {  // without a length: more is written behind it by Connections::tell
        return to.set_content_provider(answer.type, [body = std::move(answer.body)](std::size_t, httplib::DataSink& sink) {
            sink.write(body.data(), body.size());
            sink.done();
            return true;
        });
    }
    to.set_content(answer.body, answer.type);
}

// The library's parsing and writing for one request at a time, over connections of our own.
class OneRequest final : public httplib::Server {
public:
    explicit OneRequest(HttpServerCalls calls) : calls_(std::move(calls)) {
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            return before_body(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
        });
        const auto with_body = [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); };
        Post("/api/v1/.*", with_body);  // what else there is was answered before
        set_payload_max_length(serve_limits::body_bytes);
        set_expect_100_continue_handler([this](const httplib::Request& request, httplib::Response& response) {
            return before_body(request, response) ? response.status : 100;
        });
    }

    // Listens; the socket, or the reason why not.
    [[nodiscard]] Result<int> listen_at(const std::string& address, int& port) {
        set_socket_options([](socket_t socket) {  // not the library's SO_REUSEPORT: two servers would share a port
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        errno = 0;
        const int asked = port;
        if (asked == 0) port = bind_to_any_port(address);
        if (asked == 0 ? port < 0 : !bind_to_port(address, asked)) {
            const int code = errno;
            const Problem problem = code == EACCES ? Problem::no_rights : Problem::cannot_read;
            return Error{problem,
                         fmt::format("no listening there: {}", code == 0 ? "no such address of this machine" : std::strerror(code)),
                         fmt::format("{}:{}", address, asked),
                         {}};
        }
        const int socket = svr_sock_;  // it stays the library's, which writes no stream once it has none
        constexpr int backlog = 1024;  // the library says 5, and a sixth who comes at once waits for a second
        ::listen(socket, backlog);
        const int flags = ::fcntl(socket, F_GETFL);
        ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
        return socket;
    }

    AfterAnswer serve(ConnectionTurn& turn) {
        TurnStream stream(turn);
        bool closed = false;
        State state;
        current = &state;
        const bool good = process_request(stream, false, closed, [](httplib::Request& request) {
            request.headers.erase("Accept-Encoding");  // packing costs more than this machine's own wire
            request.headers.erase("Range");
            request.ranges.clear();
        });
        current = nullptr;
        if (good && state.events) return AfterAnswer::events;
        return good && state.body_read && !closed ? AfterAnswer::keep : AfterAnswer::close;
    }

private:
    // Of the request that this thread is at.
    struct State {
        bool body_read = false;  // nothing of it is left on the connection
        bool events = false;
    };
    static thread_local State* current;

    // Answers all that needs no body. False: the body is wanted.
    bool before_body(const httplib::Request& from, httplib::Response& to) {
        const auto size = body_size(from);
        const auto request = head_of(from);
        if (!request || !size) {
            write_answer(error_answer(request ? size.error() : request.error()), to);
            return true;
        }
        if (auto refusal = calls_.refuse(*request)) {
            current->body_read = *size == 0;
            write_answer(std::move(*refusal), to);
            return true;
        }
        if (from.method == "POST" && *size > 0) return false;
        if (*size > 0) {
            write_answer(error_answer(400, "such a request has no body"), to);
            return true;
        }
        answer(from, to);
        return true;
    }

    void answer(const httplib::Request& from, httplib::Response& to) {
        auto request = head_of(from);
        if (!request) return write_answer(error_answer(request.error()), to);
        current->body_read = true;
        request->body = from.body;
        ApiAnswer answer = calls_.answer(*request);
        current->events = answer.events;
        current->body_read = !answer.stream;  // its end is the connection's
        write_answer(std::move(answer), to);
    }

    HttpServerCalls calls_;
};

thread_local OneRequest::State* OneRequest::current = nullptr;

}  // namespace

struct HttpServer::Parts {
    explicit Parts(HttpServerCalls calls) : library(std::move(calls)) {}
    OneRequest library;
    int port = 0;
    std::unique_ptr<Connections> connections;
};

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::make(const HttpServerOptions& options, HttpServerCalls calls) {
    auto parts = std::make_unique<Parts>(std::move(calls));
    parts->port = options.port;
    const auto socket = parts->library.listen_at(options.address, parts->port);
    if (!socket) return socket.error();
    parts->connections = std::make_unique<Connections>(*socket, options.workers,
                                                       [library = &parts->library](ConnectionTurn& turn) { return library->serve(turn); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(parts)));
}

int HttpServer::port() const { return parts_->port; }
void HttpServer::run() { parts_->connections->run(); }
void HttpServer::stop() noexcept { parts_->connections->stop(); }

void HttpServer::tell(std::string_view event, std::string_view data) {
    parts_->connections->tell(fmt::format("event: {}\ndata: {}\n\n", event, data));
}

}  // namespace depesche
