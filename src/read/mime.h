// MIME: multipart messages and the encodings of their parts (RFC 2045, 2046, 2557), as browsers save pages in MHTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// Soft line ends joined, =XX decoded; what is no escape stays as it is (RFC 2045, 6.7).
[[nodiscard]] std::string decode_quoted_printable(std::string_view text);
// Letters outside the alphabet are passed over, up to the first "=" (RFC 2045, 6.8).
[[nodiscard]] std::string decode_base64(std::string_view text);

struct MainPart {
    std::string body;     // decoded
    std::string charset;  // as the part says
    std::string url;      // Content-Location of the part or of the snapshot; empty when there is none
    std::string date;     // the message's Date field as it is
};

// True for bytes that begin with header fields of a MIME message with a page in it.
[[nodiscard]] bool looks_like_mhtml(std::string_view head);

// The first HTML part of the message, else its first text part. Parts inside parts are looked through, three deep. Linear in `message`.
// Errors, without place: bad_format when there is no such part; truncated when its end is not there.
[[nodiscard]] Result<MainPart> main_part(std::string_view message);

}  // namespace depesche
