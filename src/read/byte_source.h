// ByteSource: bytes that come one after the other, however many: a file, standard input, what a packed file unpacks to.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// Where a reader must begin to find something in an archive again: at byte `member` of the file as stored, where a gzip member, a zstd
// frame, a record or a line begins, and `skip` bytes of unpacked data behind that. Written "1234", or "1234+56".
struct ArchivePlace {
    std::uint64_t member = 0;
    std::uint64_t skip = 0;

    friend bool operator==(const ArchivePlace&, const ArchivePlace&) = default;
};

[[nodiscard]] std::string to_string(ArchivePlace place);
// Nothing for a text of any other form.
[[nodiscard]] std::optional<ArchivePlace> parse_place(std::string_view text);

// Not for use by several threads at a time.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Puts at most into.size() bytes, at least one unless the end is reached, and returns how many. After an error the next call goes on
    // behind the damage, or returns 0 when nothing more can be had.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> into) = 0;

    // Where to begin anew for the bytes from `position` on, counted from the first byte that this source gave. Positions asked for must
    // not go backwards, and not lie behind what was read.
    [[nodiscard]] virtual ArchivePlace place_of(std::uint64_t position) = 0;
};

// Bytes that are there already; they count from `first` of the file they belong to.
[[nodiscard]] std::unique_ptr<ByteSource> source_of(std::string bytes, std::uint64_t first = 0);

}  // namespace depesche
