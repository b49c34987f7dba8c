// SPDX-License-Identifier: EUPL-1.2
// The road between a city and the network, for tests: passes connections on to a port, unless it is
// told to cut them.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>
#include <stdexcept>
#include <thread>

namespace tests {

enum class Passage {
    open,
    refused,       // closed at once
    question_lost, // after a part of the question
    answer_lost,   // the question arrives and is answered; nobody hears it
    answer_cut,    // after a part of the answer
};

class Relay {
public:
    // Which of the ways each connection goes is asked once for each.
    explicit Relay(std::function<Passage()> passage) : passage_(std::move(passage))
    {
        listening_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        if (bind(listening_, any, length) != 0 || listen(listening_, 64) != 0 ||
            getsockname(listening_, any, &length) != 0)
            throw std::runtime_error("no relay");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { run(); });
    }
    ~Relay()
    {
        stopping_ = true;
        thread_.join();
        close(listening_);
    }
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    int port() const { return port_; }
    void lead_to(int port) { to_ = port; }

private:
    void run()
    {
        while (!stopping_) {
            pollfd waiting{listening_, POLLIN, 0};
            if (poll(&waiting, 1, 50) <= 0)
                continue;
            const int client = accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0)
                continue;
            pass(client, passage_());
            close(client);
        }
    }

    void pass(int client, Passage passage) const
    {
        const int server = passage == Passage::refused ? -1 : reach();
        if (server < 0)
            return;
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        while (!stopping_) {
            if (poll(ends.data(), ends.size(), 100) <= 0)
                continue;
            const bool asks = ends[0].revents != 0;
            std::array<char, 16384> bytes{};
            const auto count = recv(asks ? client : server, bytes.data(), bytes.size(), 0);
            if (count <= 0 || (!asks && passage == Passage::answer_lost))
                break;
            const bool is_cut = passage == (asks ? Passage::question_lost : Passage::answer_cut);
            const auto passed = is_cut ? count / 2 : count;
            if (send(asks ? server : client, bytes.data(), static_cast<std::size_t>(passed),
                     MSG_NOSIGNAL) < 0 ||
                is_cut)
                break;
        }
        close(server);
    }

    int reach() const
    {
        const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(to_.load()));
        if (connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
            return server;
        close(server);
        return -1;
    }

    std::function<Passage()> passage_;
    int listening_ = -1;
    int port_ = 0;
    std::atomic<int> to_ = 0;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

} // namespace tests
