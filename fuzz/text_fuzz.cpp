// Any bytes as a page that came with a charset (the first byte chooses it): text leads to bytes of the page and back.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/page.h"
#include "read/saved_page.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    if (size == 0) return 0;
    PageBytes stored;
    stored.path = "page";
    stored.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] < encodings) stored.charset = name_of(static_cast<Encoding>(data[0]));
    (void)how_saved(stored.bytes);
    (void)declared_charset(stored.bytes);
    const auto page = make_page(std::move(stored));
    if (!page) return 0;
    const auto length = static_cast<std::uint32_t>(page->source.text().size());
    if (length == 0) std::abort();
    const Span bytes = page->source.to_page({0, length});
    if (bytes.end > page->stored.bytes.size() || page->source.from_page(bytes) != Span{0, length}) std::abort();
    return 0;
}
