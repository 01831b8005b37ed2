// Handlers: plain functions from a request and the store to an answer, one for each route of src/serve/router.cpp. What each gives is
// described in data/serve/openapi.json.
#pragma once

#include "serve/router.h"

namespace depesche {

[[nodiscard]] ApiAnswer get_status(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_stories(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_story(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_page(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_page_bytes(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer post_page(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_people(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_person(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_outlets(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_outlet(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_trace(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_search(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_search_feed(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_export(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_corrections(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer post_correction(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer delete_correction(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_events(const RoutedRequest& request, ServedStore& store);
[[nodiscard]] ApiAnswer get_openapi(const RoutedRequest& request, ServedStore& store);

}  // namespace depesche
