// Any bytes as a data script: what is found must lie within the script, and be told the same a second time.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "page/declared.h"

namespace {

void check(const std::vector<depesche::Found>& values, std::size_t size, std::uint32_t place) {
    if (values.size() > 64) std::abort();
    for (const depesche::Found& found : values) {
        if (found.value.empty() || found.place.begin < place || found.place.end > place + size || found.place.empty()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    constexpr std::uint32_t place = 17;
    JsonLd found;
    read_json_ld(text, place, found);
    for (const auto* list : {&found.titles, &found.authors, &found.organizations, &found.outlets, &found.sections, &found.languages,
                             &found.keywords, &found.kinds, &found.free, &found.addresses, &found.published, &found.updated,
                             &found.page_published, &found.page_updated, &found.page_kinds})
        check(*list, size, place);
    JsonLd again;
    read_json_ld(text, place, again);
    if (again.titles.size() != found.titles.size() || again.authors.size() != found.authors.size()) std::abort();
    return 0;
}
