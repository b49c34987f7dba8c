// SPDX-License-Identifier: EUPL-1.2
// A client that sends exactly the bytes it is told to, good or bad. For the tests of this folder.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;
    std::string head; // as it came

    std::string header(const std::string& name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

class Client {
public:
    explicit Client(int port, int timeout_ms = 5000) : socket_(socket(AF_INET, SOCK_STREAM, 0))
    {
        const timeval timeout{timeout_ms / 1000, timeout_ms % 1000 * 1000};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~Client() { close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // False when the server does not take it all.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void send_no_more() { shutdown(socket_, SHUT_WR); }

    // The next answer; nullopt when the connection ends or falls silent before it is whole.
    std::optional<Answer> receive(std::string_view method = "GET")
    {
        Answer answer;
        std::size_t ends;
        while ((ends = pending_.find("\r\n\r\n")) == std::string::npos)
            if (!receive_more())
                return std::nullopt;
        answer.head = pending_.substr(0, ends + 2);
        pending_.erase(0, ends + 4);
        read_head(answer);

        if (method == "HEAD" || answer.header("content-length").empty())
            return answer;
        const auto length = std::stoul(answer.header("content-length"));
        while (pending_.size() < length)
            if (!receive_more())
                return std::nullopt;
        answer.body = pending_.substr(0, length);
        pending_.erase(0, length);
        return answer;
    }

    std::optional<Answer> ask(std::string_view bytes, std::string_view method = "GET")
    {
        send(bytes);
        return receive(method);
    }

    // Does the server end the connection in good order, with nothing more said? (A reset, which may
    // destroy an answer on its way, is not good order.)
    bool at_end() { return pending_.empty() && !receive_more() && ended_ && !reset_; }
    // Was there nothing at all so far, not even an end?
    bool is_silent() { return pending_.empty() && !receive_more() && !ended_; }
    bool has_partial_answer() const { return !pending_.empty(); }

private:
    bool receive_more()
    {
        char bytes[65536];
        const auto count = recv(socket_, bytes, sizeof bytes, 0);
        if (count > 0)
            pending_.append(bytes, static_cast<std::size_t>(count));
        else if (count == 0 || errno != EAGAIN) {
            ended_ = true;
            reset_ = count < 0;
        }
        return count > 0;
    }

    static void read_head(Answer& answer)
    {
        answer.status = std::stoi(answer.head.substr(9, 3));
        std::size_t begins = answer.head.find("\r\n") + 2;
        while (begins < answer.head.size()) {
            const auto ends = answer.head.find("\r\n", begins);
            const auto line = answer.head.substr(begins, ends - begins);
            const auto colon = line.find(": ");
            auto name = line.substr(0, colon);
            std::ranges::transform(name, name.begin(), [](unsigned char c) {
                return static_cast<char>(std::tolower(c));
            });
            answer.headers[name] = line.substr(colon + 2);
            begins = ends + 2;
        }
    }

    int socket_;
    std::string pending_;
    bool ended_ = false;
    bool reset_ = false;
};
