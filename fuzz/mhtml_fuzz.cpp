// Any bytes as a MIME message and as the encodings of its parts.
#include <cstdint>

#include "one_file.h"
#include "read/mime.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (depesche::decode_quoted_printable(bytes).size() > size || depesche::decode_base64(bytes).size() > size) std::abort();
    (void)depesche::main_part(bytes);
    depesche::fuzz::read_all_pages("MIME-Version: 1.0\r\n" + bytes);
    return 0;
}
