// SPDX-License-Identifier: EUPL-1.2
// The program lgnet as a process of its own, on a folder of data, and a browser that speaks to it.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "http/client_for_tests.h"

namespace tests {

using Environment = std::map<std::string, std::string>;

struct Ended {
    int code = 0; // of the program; 128 and the signal where one ended it
    std::string output;
};

// Runs to its end: {"journal", "verify", "--data", …}.
Ended run_program(const std::vector<std::string>& arguments, const Environment& environment,
                  const std::string& input = {});

// `lgnet serve`, or another command that serves, on a port that is free.
class Served {
public:
    Served(const std::string& data, const Environment& environment,
           std::vector<std::string> command = {"serve"});
    ~Served(); // kills it, if it still runs
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    int port() const { return port_; }
    pid_t process() const { return process_; }
    void send_signal(int number) const;
    // Waits for its end and answers its exit code, as Ended has it.
    int wait();

private:
    pid_t process_ = -1;
    int port_ = 0;
    int output_ = -1;
};

struct LoggedIn {
    std::string cookie;
    std::string csrf;
};

// The bytes of a request as a browser sends it.
std::string request_bytes(const std::string& method, const std::string& path,
                          const std::string& body, const LoggedIn& session);

// One question over a connection of its own; throws where there is no answer.
Answer ask(int port, const std::string& method, const std::string& path, const std::string& body,
           const LoggedIn& session);

LoggedIn log_in(int port, const std::string& login, const std::string& password);

} // namespace tests
