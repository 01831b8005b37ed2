// What is asked of the server and what it answers, as values: no socket, no HTTP library.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <depesche/result.h>

namespace depesche {

struct ApiRequest {
    std::string method;                                        // "GET"
    std::vector<std::string> path;                             // decoded, valid UTF-8: {"api", "v1", "stories"}; empty for "/"
    std::vector<std::pair<std::string, std::string>> query{};  // decoded, valid UTF-8
    std::string host{};                                        // fields of the request; "" when it has none
    std::string origin{};
    std::string site{};            // Sec-Fetch-Site: what a browser says of who asks
    std::string authorization{};   // "Bearer …"
    std::string local_address{};   // of this connection: "127.0.0.1", "::1"
    std::string remote_address{};  // of who asks
    std::string body{};

    // The first value of that name, "" when there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const;
};

// Takes a piece of an answer; false: nobody reads on.
using AnswerSink = std::function<bool(std::string_view)>;

struct ApiAnswer {
    int status = 200;
    std::string type = "application/json; charset=utf-8";
    std::string body{};
    std::vector<std::pair<std::string, std::string>> headers{};  // beside those that every answer has; never from a page
    std::function<bool(const AnswerSink&)> stream{};             // instead of `body`, for what is too long to be held; false: broken off
    bool events = false;                                         // `body` is the begin of a stream of events
};

// {"error": {"reason", "place"}} with the status.
[[nodiscard]] ApiAnswer error_answer(int status, std::string_view reason, std::string_view place = {});
// The status that goes with the problem: 404, 400, 503, 500.
[[nodiscard]] ApiAnswer error_answer(const Error& error);

// Path and query out of a request's target ("/api/v1/stories?limit=5"). Nothing a target says names a file: the path is only compared with
// the server's own routes. Error (wrong_usage): no absolute path; a percent sign without two digits; a NUL; what is no UTF-8; an empty
// segment, "." or "..".
[[nodiscard]] Result<ApiRequest> parse_target(std::string_view target);

}  // namespace depesche
