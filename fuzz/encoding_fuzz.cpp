// Any bytes, in every encoding: text offsets and page offsets must lead to each other.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/encoding.h"
#include "read/raw_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace depesche;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    (void)sniff_encoding(bytes);
    for (std::size_t i = 0; i < encodings; ++i) {
        const auto encoding = static_cast<Encoding>(i);
        const SourceText source = decode(bytes, encoding).source;
        (void)raw_text(bytes, encoding);
        const auto length = static_cast<std::uint32_t>(source.text().size());
        if (length == 0) continue;
        const Span page = source.to_page({0, length});
        if (page.end > size || source.from_page(page) != Span{0, length}) std::abort();
    }
    return 0;
}
