#include "read/stored_kind.h"

#include "read/feed_piece.h"
#include "read/mime.h"
#include "read/unpack.h"

namespace depesche {
namespace {

// An object, which begins with a name in quotation marks: a text may begin with a brace, too.
bool looks_like_json_lines(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || head[begin] != '{') return false;
    const std::size_t next = head.find_first_not_of(" \t\r\n", begin + 1);
    return next != std::string_view::npos && (head[next] == '"' || head[next] == '}');
}

}  // namespace

StoredKind stored_kind(std::string_view head) {
    if (looks_like_gzip(head)) return StoredKind::gzip;
    if (looks_like_zstd(head)) return StoredKind::zstd;
    if (head.starts_with("PK\x03\x04")) return StoredKind::zip;
    if (head.starts_with("WARC/1.") || head.starts_with("WARC/0.")) return StoredKind::warc;
    if (looks_like_json_lines(head)) return StoredKind::json_lines;
    if (looks_like_feed(head)) return StoredKind::feed;
    return looks_like_mhtml(head) ? StoredKind::mhtml : StoredKind::page;
}

}  // namespace depesche
