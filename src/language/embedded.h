// The files of data/ as they are embedded in the program; sorted by name.
#pragma once

#include <span>
#include <string_view>

namespace depesche {

struct EmbeddedFile {
    std::string_view name;  // path below data/
    const char* begin;
    const char* end;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace depesche
