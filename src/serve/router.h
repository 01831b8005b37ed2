// The router: which function answers what.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "serve/exchange.h"
#include "serve/served_store.h"

namespace depesche {

// What a handler is given beside the store: the request, and what stands in the path for each {…} of the route.
struct RoutedRequest {
    const ApiRequest& request;
    std::vector<std::string> values{};
};
using RouteHandler = ApiAnswer (*)(const RoutedRequest&, ServedStore&);

struct Route {
    std::string_view method;   // GET, POST, DELETE
    std::string_view pattern;  // "/api/v1/stories/{id}"
    RouteHandler handler = nullptr;
};

// Every route but the front end's own files.
[[nodiscard]] std::span<const Route> routes();

// True for a request that changes the store.
[[nodiscard]] bool is_write(const ApiRequest& request);

// The answer of the route that fits; 404 where none does, 405 for another method. A file of the front end where the path names one.
[[nodiscard]] ApiAnswer answer_request(const ApiRequest& request, ServedStore& store);

}  // namespace depesche
