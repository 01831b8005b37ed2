#include "read/table_decoder.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace depesche {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// ICU's name for the table that the WHATWG means, where it is another than the WHATWG's own.
const char* table_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::gbk:
        case Encoding::gb18030:
            return "gb18030";
        case Encoding::big5:
            return "windows-950-2000";
        case Encoding::shift_jis:
            return "ibm-943_P15A-2003";
        case Encoding::euc_kr:
            return "windows-949-2000";
        case Encoding::iso_8859_10:
            return "iso-8859_10-1998";
        case Encoding::iso_8859_14:
            return "iso-8859_14-1998";
        default:
            return name_of(encoding).data();
    }
}

Converter open_converter(Encoding encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(table_name(encoding), &status));
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

}  // namespace

void for_each_letter(std::string_view bytes, Encoding encoding,
                     const std::function<void(char32_t letter, std::uint32_t begin, std::uint32_t size)>& use) {
    const Converter converter = open_converter(encoding);
    if (!converter) {  // ICU was built without this table
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const auto byte = static_cast<unsigned char>(bytes[i]);
            use(byte < 0x80 ? byte : char32_t{0xFFFD}, static_cast<std::uint32_t>(i), 1);
        }
        return;
    }
    const std::size_t chunk = std::min<std::size_t>(bytes.size(), 16UL * 1024);
    std::vector<UChar> letters(chunk * 2 + 8);
    std::vector<std::int32_t> offsets(letters.size());
    std::size_t done = 0;  // bytes whose letters were given
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(at + chunk, bytes.size());
        const char* from = bytes.data() + at;
        UChar* to = letters.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, letters.data() + letters.size(), &from, bytes.data() + end, offsets.data(),
                       end == bytes.size(), &status);
        const auto count = static_cast<std::size_t>(to - letters.data());
        const auto taken = static_cast<std::size_t>(from - bytes.data());
        UErrorCode ignored = U_ZERO_ERROR;
        const std::size_t settled = taken - static_cast<std::size_t>(std::max(0, ucnv_toUCountPending(converter.get(), &ignored)));
        for (std::size_t i = 0; i < count;) {
            const std::size_t begin = offsets[i] < 0 ? done : std::max(done, at + static_cast<std::size_t>(offsets[i]));
            char32_t letter = letters[i++];
            if (letter >= 0xD800 && letter < 0xDC00 && i < count && letters[i] >= 0xDC00 && letters[i] < 0xE000)
                letter = 0x10000 + ((letter - 0xD800) << 10U) + (letters[i++] - 0xDC00U);
            const std::size_t next = std::max(begin, i < count && offsets[i] >= 0 ? at + static_cast<std::size_t>(offsets[i]) : settled);
            use(letter, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next - begin));
            done = next;
        }
        if (taken == at && count == 0) break;
        at = taken;
    }
}

}  // namespace depesche
