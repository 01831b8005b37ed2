// Connections: the sockets of the server, all watched by one thread. A worker is only given a connection whose request's head is there as a
// whole, and gives it back when its answer is written down, so that neither idle nor slow clients hold one.
//
// Why own code: the library's server (cpp-httplib 0.11.4) gives each connection a thread for as long as it lives, waits five seconds for
// every single byte, and has no limit on the bytes of a header; doc/design.md says what was tried.
// Handles clients that send a byte a second, that send and never read, that go away in the middle, hundreds at once.
// Does not handle a body that comes slowly: that needs the token, and holds a worker for at most `body_seconds`.
// Tests: tests/whole/serve_test.py.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <depesche/result.h>

namespace depesche {

// The limits of a connection; each is part of the promise (doc/limits.md).
namespace serve_limits {
inline constexpr std::size_t connections = 1000;
inline constexpr std::size_t event_streams = 200;
inline constexpr std::size_t head_bytes = std::size_t{16} * 1024;
inline constexpr std::size_t body_bytes = std::size_t{256} * 1024 * 1024;
inline constexpr int head_seconds = 10;     // from the first byte, or from the connection's begin, to the head's end
inline constexpr int idle_seconds = 30;     // between two requests of a connection
inline constexpr int body_seconds = 120;    // for a whole body
inline constexpr int write_seconds = 20;    // without a byte taken
inline constexpr int answer_seconds = 600;  // for an answer that a worker waits with
inline constexpr int comment_seconds = 15;  // between two lines of an event stream that has nothing to tell
// Bytes of an answer that wait for their reader before a worker waits with them; only downloads are longer.
inline constexpr std::size_t waiting_bytes = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t waiting_event_bytes = std::size_t{64} * 1024;
}  // namespace serve_limits

// One request's turn on a connection, for the worker that has it: reads what came, then the socket; what is written waits and is sent by
// the watching thread.
class ConnectionTurn {
public:
    virtual ~ConnectionTurn() = default;
    // Up to `most` bytes into `into`; 0 at the end, or when the time for a body is over.
    virtual std::size_t read(char* into, std::size_t most) = 0;
    // False: nobody reads on. Waits for the reader where more than serve_limits::waiting_bytes wait to be sent.
    virtual bool write(std::string_view bytes) = 0;
    [[nodiscard]] virtual std::string local_address() const = 0;
    [[nodiscard]] virtual std::string remote_address() const = 0;
};

// What becomes of a connection after an answer.
enum class AfterAnswer : unsigned char { close, keep, events };

class Connections {
public:
    // Called on a worker's thread with a request's head at its begin.
    using Serve = std::function<AfterAnswer(ConnectionTurn&)>;

    // `listening`: a socket that listens; owned from here on.
    Connections(int listening, unsigned workers, Serve serve);
    ~Connections();
    Connections(const Connections&) = delete;
    Connections& operator=(const Connections&) = delete;

    // Until stop(): returns when all workers are done and all connections closed.
    void run();
    // Ends run(). May be called from a signal handler and from any thread.
    void stop() noexcept;
    // Sends this to all event streams. From any thread.
    void tell(std::string event);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace depesche
