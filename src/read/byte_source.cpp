#include "read/byte_source.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <fmt/format.h>

namespace depesche {
namespace {

class GivenBytes final : public ByteSource {
public:
    GivenBytes(std::string bytes, std::uint64_t first) : bytes_(std::move(bytes)), first_(first) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), bytes_.size() - at_);
        if (count > 0) std::memcpy(into.data(), bytes_.data() + at_, count);
        at_ += count;
        return count;
    }

    [[nodiscard]] ArchivePlace place_of(std::uint64_t position) override { return {first_ + position, 0}; }

private:
    std::string bytes_;
    std::uint64_t first_;
    std::size_t at_ = 0;
};

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::string to_string(ArchivePlace place) {
    return place.skip == 0 ? fmt::format("{}", place.member) : fmt::format("{}+{}", place.member, place.skip);
}

std::optional<ArchivePlace> parse_place(std::string_view text) {
    const std::size_t plus = text.find('+');
    const auto member = number(text.substr(0, plus));
    const auto skip = plus == std::string_view::npos ? std::optional<std::uint64_t>(0) : number(text.substr(plus + 1));
    if (!member || !skip) return std::nullopt;
    return ArchivePlace{*member, *skip};
}

std::unique_ptr<ByteSource> source_of(std::string bytes, std::uint64_t first) {
    return std::make_unique<GivenBytes>(std::move(bytes), first);
}

}  // namespace depesche
