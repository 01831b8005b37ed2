// Connection: one socket of the server, what came on it and what waits to be sent; and a worker's turn on it.
// Touched by the watching thread of Connections, or by the one worker that it was handed to.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "serve/connections.h"

namespace depesche {

using ServeClock = std::chrono::steady_clock;

// A file descriptor that is closed when its owner goes.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

enum class ConnectionState : unsigned char { reading, working, writing, events };

struct Connection {
    explicit Connection(int number) : socket(number) {}
    Descriptor socket;
    ConnectionState state = ConnectionState::reading;
    std::string in;        // came, and was not taken yet
    std::string out;       // waits to be sent
    std::size_t sent = 0;  // of `out`
    AfterAnswer after = AfterAnswer::close;
    ServeClock::time_point until;
};

[[nodiscard]] std::size_t waiting(const Connection& connection);  // bytes to be sent

// Sends what waits, as far as it goes. False: the connection is broken.
[[nodiscard]] bool send_some(Connection& connection);

// The last call on a socket failed only since there is nothing to do now.
[[nodiscard]] bool would_wait();

class Turn final : public ConnectionTurn {
public:
    explicit Turn(Connection& connection);
    std::size_t read(char* into, std::size_t most) override;
    bool write(std::string_view bytes) override;
    [[nodiscard]] std::string local_address() const override;
    [[nodiscard]] std::string remote_address() const override;

    // What was read is taken out of what came.
    void end() const { connection_.in.erase(0, taken_); }
    [[nodiscard]] bool broken() const { return broken_; }

private:
    Connection& connection_;
    ServeClock::time_point until_;
    ServeClock::time_point answered_until_;
    std::size_t taken_ = 0;
    bool broken_ = false;
};

}  // namespace depesche
