#include "read/stored_kind.h"

#include "read/unpack.h"

namespace depesche {

StoredKind stored_kind(std::string_view head) {
    if (looks_like_gzip(head)) return StoredKind::gzip;
    if (looks_like_zstd(head)) return StoredKind::zstd;
    if (head.starts_with("WARC/1.") || head.starts_with("WARC/0.")) return StoredKind::warc;
    return StoredKind::page;
}

}  // namespace depesche
