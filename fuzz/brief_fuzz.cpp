// Two pages cut out of any bytes, all the way to a brief: what it says must verify against those bytes.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include <depesche/depesche.h>

#include "show/verify.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = bytes.find('\0');
    std::map<std::string, std::string> pages = {{"a", bytes.substr(0, cut)},
                                                {"b", cut == std::string::npos ? std::string() : bytes.substr(cut + 1)}};
    std::vector<PageBytes> stored;
    for (const auto& [path, page] : pages) stored.push_back({path, page, {}, {}, {}});
    const Brief brief = make_brief(std::move(stored), {.threads = 1, .since = {}, .until = {}, .outlet = {}, .language = {}});
    (void)to_terminal(brief, OutputLanguage::german);
    (void)to_html(brief, OutputLanguage::english);
    const auto verified = verify_brief(to_json(brief), [&](const std::string& path, const std::string&) -> Result<PageBytes> {
        return PageBytes{path, pages.at(path), {}, {}, {}};
    });
    if (!verified || !verified->failures.empty()) std::abort();
    return 0;
}
