#include "serve/connections.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "serve/connection.h"

namespace depesche {
namespace {

using std::chrono::seconds;

bool has_head(std::string_view in) { return in.find("\r\n\r\n") != std::string_view::npos; }

}  // namespace

struct Connections::Parts {
    Parts(int listening, Serve work) : listener(listening), serve(std::move(work)) {}

    Descriptor listener;
    Descriptor epoll{::epoll_create1(EPOLL_CLOEXEC)};
    Descriptor wake{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    Serve serve;
    std::atomic<bool> stopping = false;
    std::unordered_map<int, std::unique_ptr<Connection>> all;  // touched by the watching thread alone
    ServeClock::time_point next_look;                          // at times that are over
    ServeClock::time_point next_comment;
    bool accepting = true;

    std::mutex mutex;  // for what stands below
    std::condition_variable work_is_there;
    std::deque<Connection*> to_serve;
    std::vector<Connection*> served;
    std::vector<std::string> to_tell;
    std::vector<std::thread> workers;

    void watch(int socket, std::uint32_t what, int how) const {
        epoll_event event{};
        event.events = what;
        event.data.fd = socket;
        ::epoll_ctl(epoll.number(), how, socket, &event);
    }
    void wake_up() const noexcept {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(wake.number(), &one, sizeof one);
    }

    void work() {
        while (true) {
            Connection* connection = nullptr;
            {
                std::unique_lock lock(mutex);
                work_is_there.wait(lock, [&] { return stopping || !to_serve.empty(); });
                if (stopping) return;
                connection = to_serve.front();
                to_serve.pop_front();
            }
            Turn turn(*connection);
            connection->after = serve(turn);
            turn.end();
            if (turn.broken()) connection->after = AfterAnswer::close, connection->out.clear(), connection->sent = 0;
            {
                const std::lock_guard lock(mutex);
                served.push_back(connection);
            }
            wake_up();
        }
    }

    void close(Connection& connection) { all.erase(connection.socket.number()); }

    void accept_some() {
        while (true) {
            const int socket = ::accept4(listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (socket < 0) {
                if (errno == EMFILE || errno == ENFILE) set_accepting(false);
                return;
            }
            const int yes = 1;
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            auto connection = std::make_unique<Connection>(socket);
            connection->until = ServeClock::now() + seconds(serve_limits::head_seconds);
            all[socket] = std::move(connection);
            watch(socket, EPOLLIN, EPOLL_CTL_ADD);
            if (all.size() >= serve_limits::connections) {
                set_accepting(false);
                return;
            }
        }
    }
    // Who comes while there are too many waits in the system's queue.
    void set_accepting(bool on) {
        if (on == accepting) return;
        accepting = on;
        watch(listener.number(), on ? EPOLLIN : 0U, EPOLL_CTL_MOD);
    }

    void read_some(Connection& connection) {
        std::array<char, 8192> buffer{};
        const bool begins = connection.in.empty();
        if (connection.state == ConnectionState::writing) return close(connection);  // it went away before it had its answer
        const ssize_t count = ::recv(connection.socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count < 0 && would_wait()) return;
        if (count <= 0 || connection.state == ConnectionState::events) {  // an event stream is not asked anything more
            if (count <= 0) close(connection);
            return;
        }
        connection.in.append(buffer.data(), static_cast<std::size_t>(count));
        if (begins) connection.until = ServeClock::now() + seconds(serve_limits::head_seconds);
        hand_over(connection);
    }

    // To a worker, once the head is there. What is too long for a head is answered without one.
    void hand_over(Connection& connection) {
        if (!has_head(std::string_view(connection.in).substr(0, serve_limits::head_bytes))) {
            if (connection.in.size() < serve_limits::head_bytes) return;
            connection.out = "HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            connection.after = AfterAnswer::close;
            go_on(connection);
            return;
        }
        connection.state = ConnectionState::working;
        watch(connection.socket.number(), 0, EPOLL_CTL_DEL);
        {
            const std::lock_guard lock(mutex);
            to_serve.push_back(&connection);
        }
        work_is_there.notify_one();
    }

    // After a worker, or when a socket takes more: sends, and then closes, waits for the next request, or keeps a stream.
    void go_on(Connection& connection) {
        if (!send_some(connection)) return close(connection);
        const std::uint32_t reads = EPOLLIN;
        if (waiting(connection) > 0) {
            if (connection.state != ConnectionState::events) connection.state = ConnectionState::writing;
            return set_watched(connection, connection.state == ConnectionState::events ? reads | EPOLLOUT : std::uint32_t{EPOLLOUT});
        }
        if (connection.state != ConnectionState::events && connection.after == AfterAnswer::close) return end(connection);
        if (connection.after == AfterAnswer::events) {
            if (connection.state != ConnectionState::events && streams().size() >= serve_limits::event_streams) return close(connection);
            connection.state = ConnectionState::events;
            connection.in.clear();
            return set_watched(connection, reads);
        }
        connection.state = ConnectionState::reading;
        connection.until = ServeClock::now() + seconds(connection.in.empty() ? serve_limits::idle_seconds : serve_limits::head_seconds);
        set_watched(connection, reads);
        if (!connection.in.empty()) hand_over(connection);
    }
    void set_watched(const Connection& connection, std::uint32_t what) const {
        epoll_event event{};
        event.events = what;
        event.data.fd = connection.socket.number();
        if (::epoll_ctl(epoll.number(), EPOLL_CTL_MOD, event.data.fd, &event) != 0) watch(event.data.fd, what, EPOLL_CTL_ADD);
    }
    // What was not read of a refused request would make the system throw the answer away: it is read off first, a little.
    void end(Connection& connection) {
        ::shutdown(connection.socket.number(), SHUT_WR);
        std::array<char, 8192> buffer{};
        for (int i = 0; i < 64 && ::recv(connection.socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT) > 0; ++i) {
        }
        close(connection);
    }

    void take_served() {
        std::vector<Connection*> done;
        std::vector<std::string> news;
        {
            const std::lock_guard lock(mutex);
            done.swap(served);
            news.swap(to_tell);
        }
        for (Connection* connection : done) go_on(*connection);
        for (const std::string& text : news) tell_all(text);
    }
    void tell_all(const std::string& text) {
        for (Connection* connection : streams()) {
            connection->out += text;
            if (waiting(*connection) > serve_limits::waiting_event_bytes) close(*connection);
            else go_on(*connection);
        }
    }
    [[nodiscard]] std::vector<Connection*> streams() const {
        std::vector<Connection*> found;
        for (const auto& [socket, connection] : all) {
            if (connection->state == ConnectionState::events) found.push_back(connection.get());
        }
        return found;
    }

    void look_at_times(ServeClock::time_point now) {
        if (now >= next_comment) {
            next_comment = now + seconds(serve_limits::comment_seconds);
            tell_all(": still here\n\n");
        }
        if (now < next_look) return;
        next_look = now + std::chrono::milliseconds(500);
        std::vector<Connection*> late;
        for (const auto& [socket, connection] : all) {
            const bool watched = connection->state == ConnectionState::reading || connection->state == ConnectionState::writing;
            if (watched && connection->until < now) late.push_back(connection.get());
        }
        for (Connection* connection : late) close(*connection);
        set_accepting(all.size() < serve_limits::connections);
    }

    void handle(const epoll_event& event) {
        if (event.data.fd == listener.number()) return accept_some();
        if (event.data.fd == wake.number()) {
            std::uint64_t count = 0;
            [[maybe_unused]] const ssize_t read = ::read(wake.number(), &count, sizeof count);
            return;
        }
        const auto found = all.find(event.data.fd);
        if (found == all.end() || found->second->state == ConnectionState::working) return;
        Connection& connection = *found->second;
        if ((event.events & EPOLLERR) != 0U) return close(connection);
        if ((event.events & EPOLLOUT) != 0U) return go_on(connection);
        if ((event.events & (EPOLLIN | EPOLLHUP)) != 0U) read_some(connection);
    }

    // Workers end when they have answered what they are at.
    void end() {
        stopping = true;
        {
            const std::lock_guard lock(mutex);  // a worker is either before its look at `stopping` or waits
        }
        work_is_there.notify_all();
        for (std::thread& worker : workers) {
            if (worker.joinable()) worker.join();
        }
    }

    void loop() {
        watch(listener.number(), EPOLLIN, EPOLL_CTL_ADD);
        watch(wake.number(), EPOLLIN, EPOLL_CTL_ADD);
        next_comment = ServeClock::now() + seconds(serve_limits::comment_seconds);
        std::array<epoll_event, 64> events{};
        while (!stopping) {
            const int count = ::epoll_wait(epoll.number(), events.data(), static_cast<int>(events.size()), 500);
            for (int i = 0; i < count; ++i) handle(events.at(static_cast<std::size_t>(i)));
            take_served();
            look_at_times(ServeClock::now());
        }
    }
};

Connections::Connections(int listening, unsigned workers, Serve serve) : parts_(std::make_unique<Parts>(listening, std::move(serve))) {
    for (unsigned i = 0; i < std::max(workers, 1U); ++i) parts_->workers.emplace_back([this] { parts_->work(); });
}

Connections::~Connections() { parts_->end(); }

void Connections::run() {
    parts_->loop();
    parts_->end();
}

void Connections::stop() noexcept {
    parts_->stopping = true;
    parts_->wake_up();
}

void Connections::tell(std::string event) {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->to_tell.push_back(std::move(event));
    }
    parts_->wake_up();
}

}  // namespace depesche
