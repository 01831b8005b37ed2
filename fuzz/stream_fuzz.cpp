// Any bytes as a file, its kind told by its content: gzip, zstd, zip and what is in them.
#include <cstdint>

#include "one_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    depesche::fuzz::read_all_pages(std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
