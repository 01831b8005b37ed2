// Any bytes as JSON lines, of records and of pages, and as a --meta file.
#include <cstdint>
#include <string_view>

#include "one_file.h"
#include "read/files.h"
#include "read/json_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    depesche::for_each_record(
        bytes, "lines", [](depesche::Record, std::size_t) {}, [](depesche::Error) {});
    (void)depesche::parse_meta(bytes, "meta");
    depesche::fuzz::read_all_pages("{\"text\": \"a\"}\n" + std::string(bytes));
    return 0;
}
