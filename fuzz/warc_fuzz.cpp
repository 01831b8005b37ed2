// Any bytes behind the begin of a WARC, plain: records, HTTP answers, chunks, content codings.
#include <cstdint>

#include "one_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    depesche::fuzz::read_all_pages("WARC/1.1\r\n" + std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
