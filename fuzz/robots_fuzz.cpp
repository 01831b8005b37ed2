// Any bytes as robots.txt and as paths: it ends, robots.txt itself stays allowed, and what one rule forbids nothing but a rule allows
// again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fetch/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using depesche::Robots;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Robots robots = Robots::parse(bytes, "depesche");
    if (!robots.allows("/robots.txt")) std::abort();
    const std::string_view path = bytes.substr(0, bytes.find('\n'));
    (void)robots.allows(path);
    (void)robots.allows("/" + std::string(bytes.substr(0, 2048)));
    const Robots none = Robots::parse("User-agent: *\nDisallow: /\n", "depesche");
    if (none.allows("/" + std::string(path)) && "/" + std::string(path) != "/robots.txt") std::abort();
    return 0;
}
