// SPDX-License-Identifier: EUPL-1.2
#include "bench/client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

// A client of the crowd, and when it asked what it waits for.
struct Client {
    explicit Client(int port) : connection(port) {}

    Connection connection;
    Clock::time_point asked;
};

class Crowd {
public:
    Crowd(int port, int size) : events_(epoll_create1(EPOLL_CLOEXEC))
    {
        for (int i = 0; i < size; ++i)
            clients_.emplace_back(port);
        for (std::size_t i = 0; i < clients_.size(); ++i) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            if (epoll_ctl(events_, EPOLL_CTL_ADD, clients_[i].connection.descriptor(), &event) != 0)
                fail("epoll_ctl");
        }
    }
    ~Crowd() { close(events_); }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    std::vector<Client>& clients() { return clients_; }

    // Those who have got something.
    std::vector<Client*> wait()
    {
        std::array<epoll_event, 64> found{};
        const int count = epoll_wait(events_, found.data(), found.size(), 10'000);
        if (count < 0 && errno != EINTR)
            fail("epoll_wait");
        if (count == 0)
            throw std::runtime_error("the server has not answered for ten seconds");
        std::vector<Client*> ready;
        for (int i = 0; i < count; ++i)
            ready.push_back(&clients_[found[static_cast<std::size_t>(i)].data.u64]);
        return ready;
    }

private:
    int events_;
    std::vector<Client> clients_;
};

} // namespace

std::string Answer::header(std::string_view name) const
{
    for (auto line = head.find("\r\n"); line != std::string::npos && line + 2 < head.size();
         line = head.find("\r\n", line + 2)) {
        const char* begins = head.c_str() + line + 2;
        if (strncasecmp(begins, name.data(), name.size()) != 0 || begins[name.size()] != ':')
            continue;
        const auto value = line + 2 + name.size() + 2;
        return head.substr(value, head.find("\r\n", value) - value);
    }
    return {};
}

Connection::Connection(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        const int error = errno;
        close(socket_);
        throw std::system_error(error, std::generic_category(), "connect");
    }
    const int at_once = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
}

Connection::~Connection()
{
    if (socket_ >= 0)
        close(socket_);
}

Connection::Connection(Connection&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), pending_(std::move(other.pending_))
{
}

void Connection::send(std::string_view request)
{
    while (!request.empty()) {
        const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
        if (sent < 0)
            fail("send");
        request.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool Connection::receive(Answer& answer)
{
    std::array<char, 65536> bytes;
    const auto count = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count == 0)
        throw std::runtime_error("the server has closed a connection that it should have kept");
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        fail("recv");
    if (count > 0)
        pending_.append(bytes.data(), static_cast<std::size_t>(count));
    return take(answer);
}

bool Connection::take(Answer& answer)
{
    const auto head_ends = pending_.find("\r\n\r\n");
    if (head_ends == std::string::npos)
        return false;
    answer.head.assign(pending_, 0, head_ends + 2);
    const auto length = answer.header("Content-Length");
    const auto whole = head_ends + 4 + (length.empty() ? 0 : std::stoul(length));
    if (pending_.size() < whole)
        return false;
    answer.status = std::stoi(answer.head.substr(9, 3));
    answer.body.assign(pending_, head_ends + 4, whole - head_ends - 4);
    pending_.erase(0, whole);
    return true;
}

Answer Connection::ask(std::string_view request)
{
    send(request);
    Answer answer;
    while (!receive(answer)) {
        // Nothing to do meanwhile: one byte is looked at, and left where it is.
        char byte = 0;
        if (recv(socket_, &byte, 1, MSG_PEEK) < 0 && errno != EINTR)
            fail("recv");
    }
    return answer;
}

double Measured::quantile(double part) const
{
    if (milliseconds.empty())
        return 0;
    const auto place = std::ceil(part * static_cast<double>(milliseconds.size())) - 1;
    return milliseconds[static_cast<std::size_t>(std::max(0.0, place))];
}

Measured run_clients(int port, int clients, std::chrono::milliseconds time,
                     const std::function<std::string()>& next, int expected_status)
{
    Crowd crowd(port, clients);
    const auto begun = Clock::now();
    const auto end = begun + time;
    const auto ask = [&](Client& client) {
        const auto request = next();
        client.asked = Clock::now();
        client.connection.send(request);
    };
    for (auto& client : crowd.clients())
        ask(client);

    Measured measured;
    Answer answer;
    for (int waiting = clients; waiting > 0;)
        for (auto* client : crowd.wait()) {
            if (!client->connection.receive(answer))
                continue;
            const auto now = Clock::now();
            if (answer.status != expected_status)
                throw std::runtime_error("answered " + std::to_string(answer.status) + ": " +
                                         answer.body);
            measured.milliseconds.push_back(
                std::chrono::duration<double, std::milli>(now - client->asked).count());
            measured.seconds = std::chrono::duration<double>(now - begun).count();
            if (now < end)
                ask(*client);
            else
                --waiting;
        }
    std::sort(measured.milliseconds.begin(), measured.milliseconds.end());
    return measured;
}

} // namespace bench
