// What is served where the front end was not built.
#include "serve/web_assets.h"

#include <array>

namespace depesche {

std::span<const Asset> web_assets() {
    static constexpr std::array<Asset, 1> assets = {
        Asset{"/", "text/html; charset=utf-8",
              "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Depesche</title>\n"
              "<h1>Depesche</h1>\n<p>This program was built without its pages (DEPESCHE_WEB). What it serves is described at\n"
              "<a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>; the stories are at <a "
              "href=\"/api/v1/stories\">/api/v1/stories</a>.</p>\n"}};
    return assets;
}

}  // namespace depesche
