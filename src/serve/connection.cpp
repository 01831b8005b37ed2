#include "serve/connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace depesche {
namespace {

using std::chrono::seconds;

std::string address_text(const sockaddr_storage& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* bytes = nullptr;
    if (address.ss_family == AF_INET) bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
    else if (address.ss_family == AF_INET6) bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
    if (bytes == nullptr || ::inet_ntop(address.ss_family, bytes, text.data(), text.size()) == nullptr) return {};
    return text.data();
}

using NameCall = int (*)(int, sockaddr*, socklen_t*);

std::string address_of(int socket, NameCall call) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (call(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    return address_text(address);
}

// Waits until the socket can be read or written; false when it cannot in time.
bool wait_for(int socket, short what, ServeClock::time_point until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - ServeClock::now()).count();
    if (left <= 0) return false;
    pollfd one{socket, what, 0};
    return ::poll(&one, 1, static_cast<int>(left)) > 0;
}

}  // namespace

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

std::size_t waiting(const Connection& connection) { return connection.out.size() - connection.sent; }

bool send_some(Connection& connection) {
    while (connection.sent < connection.out.size()) {
        const ssize_t count = ::send(connection.socket.number(), connection.out.data() + connection.sent,
                                     connection.out.size() - connection.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0) return would_wait();
        connection.sent += static_cast<std::size_t>(count);
        connection.until = ServeClock::now() + seconds(serve_limits::write_seconds);
    }
    connection.out.clear();
    connection.sent = 0;
    return true;
}

Turn::Turn(Connection& connection)
    : connection_(connection),
      until_(ServeClock::now() + seconds(serve_limits::body_seconds)),
      answered_until_(ServeClock::now() + seconds(serve_limits::answer_seconds)) {}

std::size_t Turn::read(char* into, std::size_t most) {
    std::string& in = connection_.in;
    if (taken_ < in.size()) {
        const std::size_t count = std::min(most, in.size() - taken_);
        in.copy(into, count, taken_);
        taken_ += count;
        return count;
    }
    while (true) {
        const ssize_t count = ::recv(connection_.socket.number(), into, most, MSG_DONTWAIT);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (!would_wait() || !wait_for(connection_.socket.number(), POLLIN, until_)) return 0;
    }
}

bool Turn::write(std::string_view bytes) {
    if (broken_) return false;
    connection_.out.append(bytes);
    if (waiting(connection_) <= serve_limits::waiting_bytes) return true;
    while (waiting(connection_) > serve_limits::waiting_bytes / 2) {
        const std::size_t before = waiting(connection_);
        if (!send_some(connection_)) broken_ = true;
        const auto until = std::min(ServeClock::now() + seconds(serve_limits::write_seconds), answered_until_);
        if (waiting(connection_) == before && !wait_for(connection_.socket.number(), POLLOUT, until)) broken_ = true;
        if (broken_) return false;
    }
    connection_.out.erase(0, std::exchange(connection_.sent, 0));
    return true;
}

std::string Turn::local_address() const { return address_of(connection_.socket.number(), ::getsockname); }

std::string Turn::remote_address() const { return address_of(connection_.socket.number(), ::getpeername); }

}  // namespace depesche
