// SPDX-License-Identifier: EUPL-1.2
// The clients of the bench: connections that stay open, each with one request at a time. One thread
// drives them all, because the server that is measured has to share the machine with them.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Answer {
    int status = 0;
    std::string head;
    std::string body;

    // "" where the head has none of that name.
    std::string header(std::string_view name) const;
};

class Connection {
public:
    // To this machine; throws where nobody listens.
    explicit Connection(int port);
    ~Connection();
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&&) = delete;

    void send(std::string_view request);
    // Takes what has come; true once an answer is whole, which is then in `answer`.
    bool receive(Answer& answer);
    // Waits for the answer.
    Answer ask(std::string_view request);
    int descriptor() const { return socket_; }

private:
    bool take(Answer& answer);

    int socket_;
    std::string pending_;
};

struct Measured {
    double seconds = 0;
    std::vector<double> milliseconds; // of every request, in order of length
    double rate() const { return static_cast<double>(milliseconds.size()) / seconds; }
    // 0.99: what all but one in a hundred did not exceed.
    double quantile(double part) const;
};

// Keeps so many clients asking what `next` says for so long. Throws what was answered where the
// status is not the expected one: a bench of refusals measures nothing.
Measured run_clients(int port, int clients, std::chrono::milliseconds time,
                     const std::function<std::string()>& next, int expected_status);

} // namespace bench
