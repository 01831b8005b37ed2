// The front end's files, embedded in the program. Its definition is generated from web/dist where DEPESCHE_WEB is on; else
// src/serve/no_web_assets.cpp says that there is none.
#pragma once

#include <span>
#include <string_view>

namespace depesche {

struct Asset {
    std::string_view path;   // as it is asked for: "/", "/assets/app-1a2b3c4d.js"; below /assets/ names carry a hash and are kept for good
    std::string_view type;   // "text/javascript; charset=utf-8"
    std::string_view bytes;  // live as long as the program
};

[[nodiscard]] std::span<const Asset> web_assets();

}  // namespace depesche
