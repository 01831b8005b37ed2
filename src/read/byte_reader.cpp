#include "read/byte_reader.h"

#include <algorithm>
#include <cstring>

namespace depesche {
namespace {

constexpr std::size_t block = 64UL * 1024;

}  // namespace

bool ByteReader::fill() {
    if (ended_ || damage_) return false;
    if (begin_ > 0 && (begin_ == end_ || begin_ >= buffer_.size() / 2)) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (begin_ == end_ && buffer_.size() > 4 * block) {  // a large thing went through: its memory is given back
        buffer_ = std::string();
        begin_ = end_ = 0;
    }
    if (buffer_.size() - end_ < block) buffer_.resize(std::max(end_ + block, buffer_.size() + buffer_.size() / 2));
    const auto got = source_->read({buffer_.data() + end_, buffer_.size() - end_});
    if (!got) damage_ = got.error();
    else if (*got == 0) ended_ = true;
    else end_ += *got;
    return got && *got > 0;
}

std::string_view ByteReader::peek(std::size_t count) {
    while (end_ - begin_ < count && fill()) {
    }
    return window();
}

void ByteReader::skip(std::size_t count) {
    count = std::min(count, end_ - begin_);
    begin_ += count;
    position_ += count;
}

std::string ByteReader::take(std::size_t count) {
    std::string taken;
    while (taken.size() < count) {
        const std::string_view some = peek(1).substr(0, count - taken.size());
        if (some.empty()) break;
        taken += some;
        skip(some.size());
    }
    return taken;
}

std::uint64_t ByteReader::pass(std::uint64_t count) {
    std::uint64_t passed = 0;
    while (passed < count) {
        const std::size_t some = static_cast<std::size_t>(std::min<std::uint64_t>(peek(1).size(), count - passed));
        if (some == 0) break;
        skip(some);
        passed += some;
    }
    return passed;
}

void ByteReader::put_back(std::string_view bytes) {
    buffer_.insert(begin_, bytes);
    end_ += bytes.size();
    position_ -= bytes.size();
}

void ByteReader::pass_damage() {
    skip(end_ - begin_);
    damage_.reset();
}

}  // namespace depesche
