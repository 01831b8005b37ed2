#include "read/packed_source.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "read/limits.h"

namespace depesche {
namespace {

constexpr std::size_t block = 64UL * 1024;
constexpr std::size_t known_members = 4096;  // between two places asked for; more only when nobody asks

bool too_much(std::uint64_t unpacked, std::uint64_t packed) {
    return unpacked > limits::unpacked_free_bytes && unpacked / limits::unpacked_ratio > packed;
}

}  // namespace

Error PackedSource::error(Problem problem, std::string reason) const {
    return {problem, std::move(reason), fmt::format("{}#{}", name_, packed_->place_of(0).member + current_.packed), {}};
}

Result<std::size_t> PackedSource::fill() {
    if (begin_ > 0) {
        std::memmove(input_.data(), input_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (input_.size() < block) input_.resize(block);
    if (end_ == input_.size()) return std::size_t{0};
    const auto got = packed_->read({input_.data() + end_, input_.size() - end_});
    if (got) end_ += *got;
    return got;
}

void PackedSource::consume(std::size_t count) {
    begin_ += count;
    packed_at_ += count;
}

bool PackedSource::is_bomb() const {
    return too_much(unpacked_at_, packed_at_) || too_much(unpacked_at_ - current_.unpacked, packed_at_ - current_.packed);
}

void PackedSource::note_member() {
    current_ = {unpacked_at_, packed_at_};
    if (!members_.empty() && members_.back().unpacked == unpacked_at_) members_.pop_back();
    if (members_.size() >= known_members) members_.erase(members_.begin() + 1, members_.begin() + known_members / 2);
    members_.push_back(current_);
}

void PackedSource::open_member() {
    note_member();
    begin_member();
    state_ = State::inside;
}

// Between two members: the next begins, or zero bytes or the end follow. False at the end.
Result<bool> PackedSource::next_member() {
    while (true) {
        while (at_hand().size() < magic().size()) {
            const auto got = fill();
            if (!got) return got.error();
            if (*got == 0) break;
        }
        if (is_member(at_hand())) {
            open_member();
            return true;
        }
        if (at_hand().empty()) return false;
        if (at_hand().front() != 0) break;
        consume(std::min(at_hand().find_first_not_of('\0'), at_hand().size()));
    }
    note_member();
    state_ = State::lost;
    return error(Problem::bad_format, "what follows here is no packed data");
}

// Behind damage: goes to the next bytes that a member begins with. False at the end.
Result<bool> PackedSource::find_member() {
    while (true) {
        const std::size_t at = at_hand().find(magic());
        if (at != std::string_view::npos) {
            consume(at);
            open_member();
            return true;
        }
        if (at_hand().size() >= magic().size()) consume(at_hand().size() - magic().size() + 1);
        const auto got = fill();
        if (!got) return got.error();
        if (*got == 0) return false;
    }
}

Result<std::size_t> PackedSource::read(std::span<char> into) {
    while (state_ != State::ended) {
        if (state_ == State::between || state_ == State::lost) {
            const auto found = state_ == State::between ? next_member() : find_member();
            if (!found) {
                if (state_ != State::lost) state_ = State::ended;
                return found.error();
            }
            if (!*found) state_ = State::ended;
            continue;
        }
        if (at_hand().empty()) {
            const auto got = fill();
            if (!got || *got == 0) {
                state_ = State::ended;
                if (!got) return got.error();
                return error(Problem::truncated, "the packed data ends in the middle");
            }
        }
        const Step step = this->step(at_hand(), into);
        consume(step.taken);
        unpacked_at_ += step.put;
        if (is_bomb()) {
            state_ = State::ended;
            return error(Problem::too_large, fmt::format("it unpacks to more than {} times its size, the limit", limits::unpacked_ratio));
        }
        if (step.member_ends) state_ = State::between;
        if (step.broken != nullptr) {
            state_ = State::lost;
            if (!at_hand().empty()) consume(1);
            return error(Problem::bad_format, fmt::format("the packed data is broken: {}", step.broken));
        }
        if (step.put > 0) return step.put;
    }
    return std::size_t{0};
}

ArchivePlace PackedSource::place_of(std::uint64_t position) {
    while (members_.size() > 1 && members_[1].unpacked <= position) members_.pop_front();
    const std::uint64_t first = packed_->place_of(0).member;
    if (members_.empty()) return {first, position};
    return {first + members_.front().packed, position - members_.front().unpacked};
}

}  // namespace depesche
