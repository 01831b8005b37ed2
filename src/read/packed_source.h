// What unpacking gzip and zstd have in common: the packed bytes at hand, where members begin, and what a bomb is.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "read/byte_source.h"

namespace depesche {

// Members are called so for zstd, too, where they are named frames.
class PackedSource : public ByteSource {
public:
    PackedSource(std::unique_ptr<ByteSource> packed, std::string name) : packed_(std::move(packed)), name_(std::move(name)) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) final;
    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) final;

protected:
    // One step of the unpacker: what it took of `from`, what it put into `into`.
    struct Step {
        std::size_t taken = 0;
        std::size_t put = 0;
        bool member_ends = false;
        const char* broken = nullptr;  // why it cannot go on
    };
    virtual void begin_member() = 0;
    [[nodiscard]] virtual Step step(std::string_view from, std::span<char> into) = 0;
    [[nodiscard]] virtual std::string_view magic() const = 0;  // what each member begins with
    [[nodiscard]] virtual bool is_member(std::string_view bytes) const = 0;

private:
    enum class State : unsigned char { between, inside, lost, ended };
    struct Member {
        std::uint64_t unpacked = 0;
        std::uint64_t packed = 0;
    };

    [[nodiscard]] std::string_view at_hand() const { return std::string_view(input_).substr(begin_, end_ - begin_); }
    [[nodiscard]] Result<std::size_t> fill();
    void consume(std::size_t count);
    [[nodiscard]] Result<bool> find_member();
    [[nodiscard]] Result<bool> next_member();
    void note_member();
    void open_member();
    [[nodiscard]] bool is_bomb() const;
    [[nodiscard]] Error error(Problem problem, std::string reason) const;

    std::unique_ptr<ByteSource> packed_;
    std::string name_;
    std::string input_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t packed_at_ = 0;    // of at_hand().front()
    std::uint64_t unpacked_at_ = 0;  // of the next byte given
    std::deque<Member> members_;     // begins of members from the last place that was asked for
    Member current_;
    State state_ = State::between;
};

}  // namespace depesche
