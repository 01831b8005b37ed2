// Any bytes as a feed and as one piece of it: spans lie within, each value stands in the bytes it names.
#include <cstdint>

#include "one_file.h"
#include "read/feed_piece.h"

namespace {

void check_piece(std::string_view bytes, std::string_view charset) {
    using namespace depesche;
    const auto piece = read_feed_piece(bytes, charset);
    if (!piece) return;
    const auto length = static_cast<std::uint32_t>(piece->source.text().size());
    if (piece->title.end > length || piece->teaser.end > length) std::abort();
    if (length > 0 && piece->source.to_page({0, length}).end > bytes.size()) std::abort();
    for (const FeedValue* value : {&piece->published, &piece->updated, &piece->outlet}) {
        if (value->bytes.end > bytes.size()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    depesche::fuzz::read_all_pages("<rss>" + bytes);
    for (const std::string_view charset : {"", "iso-8859-1", "shift_jis"}) check_piece("<item>" + bytes, charset);
    return 0;
}
