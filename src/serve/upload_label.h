// The label of pages that came over the wire.
#pragma once

#include <string>
#include <string_view>

namespace depesche {

// "added/1a2b3c4d5e6f/seite.html": what the sender called it, as a label and not as a path: no slash, no dot in front, one line, at most
// 120 bytes, below the begin of the hash of its bytes. Tests: UploadLabel.*.
[[nodiscard]] std::string upload_label(std::string_view name, std::string_view bytes);

}  // namespace depesche
