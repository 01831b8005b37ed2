#include "serve/router.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>

#include "serve/handlers.h"
#include "serve/web_assets.h"

namespace depesche {
namespace {

constexpr std::array all_routes = {
    Route{"GET", "/api/v1/status", get_status},
    Route{"GET", "/api/v1/stories", get_stories},
    Route{"GET", "/api/v1/stories/{id}", get_story},
    Route{"GET", "/api/v1/pages/{id}", get_page},
    Route{"GET", "/api/v1/pages/{id}/bytes", get_page_bytes},
    Route{"POST", "/api/v1/pages", post_page},
    Route{"GET", "/api/v1/people", get_people},
    Route{"GET", "/api/v1/people/{name}", get_person},
    Route{"GET", "/api/v1/outlets", get_outlets},
    Route{"GET", "/api/v1/outlets/{name}", get_outlet},
    Route{"GET", "/api/v1/trace", get_trace},
    Route{"GET", "/api/v1/search", get_search},
    Route{"GET", "/api/v1/search.rss", get_search_feed},
    Route{"GET", "/api/v1/export/{table}", get_export},
    Route{"GET", "/api/v1/corrections", get_corrections},
    Route{"POST", "/api/v1/corrections", post_correction},
    Route{"DELETE", "/api/v1/corrections/{number}", delete_correction},
    Route{"GET", "/api/v1/events", get_events},
    Route{"GET", "/api/v1/openapi.json", get_openapi},
};

// What the path has for each {…} of the pattern; nothing when it does not fit.
std::optional<std::vector<std::string>> match(std::string_view pattern, const std::vector<std::string>& path) {
    std::vector<std::string> values;
    for (const std::string& segment : path) {
        if (pattern.empty()) return std::nullopt;
        pattern.remove_prefix(1);
        const std::size_t end = std::min(pattern.find('/'), pattern.size());
        const std::string_view wanted = pattern.substr(0, end);
        pattern.remove_prefix(end);
        if (wanted.starts_with('{')) values.push_back(segment);
        else if (wanted != segment) return std::nullopt;
    }
    return pattern.empty() ? std::optional(std::move(values)) : std::nullopt;
}

std::string path_text(const std::vector<std::string>& path) {
    std::string text;
    for (const std::string& segment : path) text.append("/").append(segment);
    return text.empty() ? "/" : text;
}

// An embedded file; the path is looked up in their list and nowhere else.
std::optional<ApiAnswer> asset_answer(const ApiRequest& request) {
    const std::string path = path_text(request.path);
    const auto assets = web_assets();
    const auto found = std::ranges::find(assets, path == "/index.html" ? "/" : path, &Asset::path);
    if (found == assets.end()) return std::nullopt;
    ApiAnswer answer;
    answer.type = found->type;
    answer.body = found->bytes;
    const bool hashed = path.starts_with("/assets/");
    answer.headers.emplace_back("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    return answer;
}

}  // namespace

std::span<const Route> routes() { return all_routes; }

bool is_write(const ApiRequest& request) { return request.method != "GET"; }

ApiAnswer answer_request(const ApiRequest& request, ServedStore& store) {
    std::string allowed;
    for (const Route& route : all_routes) {
        auto values = match(route.pattern, request.path);
        if (!values) continue;
        if (route.method == request.method) return route.handler({request, std::move(*values)}, store);
        allowed.append(allowed.empty() ? "" : ", ").append(route.method);
    }
    if (allowed.empty()) {
        auto asset = asset_answer(request);
        if (!asset) return error_answer(404, "there is nothing at this address");
        if (request.method == "GET") return *asset;
        allowed = "GET";
    }
    ApiAnswer answer = error_answer(405, "this address is not asked that way");
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

}  // namespace depesche
