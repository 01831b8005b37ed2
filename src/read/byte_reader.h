// ByteReader: a window over a ByteSource, so that headers can be looked at before they are taken and nothing is held longer than needed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.h"

namespace depesche {

class ByteReader {
public:
    explicit ByteReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    // What is next: `count` bytes or more, fewer only at the end or before damage. The view lives until the next call of any other
    // function than position. Memory grows to what is asked for here.
    [[nodiscard]] std::string_view peek(std::size_t count);
    // Goes behind `count` bytes of what peek showed.
    void skip(std::size_t count);
    // Takes exactly `count` bytes, or fewer at the end or before damage.
    [[nodiscard]] std::string take(std::size_t count);
    // Goes behind `count` bytes whatever they are; returns how many there were before the end or damage.
    std::uint64_t pass(std::uint64_t count);
    // What was taken last and shall be read once more.
    void put_back(std::string_view bytes);

    // Why peek shows less than was asked for; nothing at the plain end.
    [[nodiscard]] const std::optional<Error>& damage() const { return damage_; }
    // Leaves what stands before the damage and goes on behind it.
    void pass_damage();

    // Of the next byte, counted from the first of the source.
    [[nodiscard]] std::uint64_t position() const { return position_; }
    // Where to begin anew for the next byte.
    [[nodiscard]] ArchivePlace place() {
        (void)peek(1);
        return source_->place_of(position_);
    }
    // The same for any position that is not behind the bytes read.
    [[nodiscard]] ArchivePlace place_at(std::uint64_t position) { return source_->place_of(position); }

private:
    bool fill();
    [[nodiscard]] std::string_view window() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

    std::unique_ptr<ByteSource> source_;
    std::string buffer_;
    std::size_t begin_ = 0;  // [begin_, end_) of buffer_ is not yet taken
    std::size_t end_ = 0;
    std::uint64_t position_ = 0;
    std::optional<Error> damage_;
    bool ended_ = false;
};

}  // namespace depesche
