// SPDX-License-Identifier: EUPL-1.2
#include "tests/program.h"

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>

#include <array>
#include <filesystem>

#include "base/json.h"

namespace tests {

namespace {

struct Pipes {
    Pipes()
    {
        if (pipe2(input.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
    }
    std::array<int, 2> input{};
    std::array<int, 2> output{};
};

pid_t start(const std::vector<std::string>& arguments, const Environment& environment,
            const Pipes& pipes)
{
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment)
        variables.push_back(name + "=" + value);
    std::vector<char*> words{const_cast<char*>(LGNET_PROGRAM)};
    for (const auto& argument : arguments)
        words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    std::vector<char*> variable_words;
    for (auto& variable : variables)
        variable_words.push_back(variable.data());
    variable_words.push_back(nullptr);

    const auto process = fork();
    if (process == 0) {
        dup2(pipes.input[0], STDIN_FILENO);
        dup2(pipes.output[1], STDOUT_FILENO);
        execve(LGNET_PROGRAM, words.data(), variable_words.data());
        _exit(127);
    }
    close(pipes.input[0]);
    close(pipes.output[1]);
    return process;
}

int wait_for(pid_t process)
{
    int status = 0;
    waitpid(process, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::string read_line(int from)
{
    std::string line;
    char c = 0;
    while (read(from, &c, 1) == 1 && c != '\n')
        line += c;
    return line;
}

} // namespace

Ended run_program(const std::vector<std::string>& arguments, const Environment& environment,
                  const std::string& input)
{
    const Pipes pipes;
    const auto process = start(arguments, environment, pipes);
    if (write(pipes.input[1], input.data(), input.size()) != static_cast<ssize_t>(input.size()))
        throw std::runtime_error("the program takes no input");
    close(pipes.input[1]);
    Ended ended;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = read(pipes.output[0], bytes.data(), bytes.size())) > 0;)
        ended.output.append(bytes.data(), static_cast<std::size_t>(count));
    close(pipes.output[0]);
    ended.code = wait_for(process);
    return ended;
}

Served::Served(const std::string& data, const Environment& environment,
               std::vector<std::string> command)
{
    const Pipes pipes;
    command.insert(command.end(), {"--data", data, "--listen", "127.0.0.1:0"});
    process_ = start(command, environment, pipes);
    close(pipes.input[1]);
    output_ = pipes.output[0];
    // "lgnet 0.1.0: 2 stores at http://127.0.0.1:40213"
    const auto line = read_line(output_);
    const auto colon = line.rfind(':');
    if (line.find("http://127.0.0.1:") == std::string::npos)
        throw std::runtime_error("lgnet does not serve: " + line);
    port_ = std::stoi(line.substr(colon + 1));
}

Served::~Served()
{
    if (process_ > 0) {
        kill(process_, SIGKILL);
        wait_for(process_);
    }
    close(output_);
}

void Served::send_signal(int number) const { kill(process_, number); }

int Served::wait()
{
    const auto code = wait_for(process_);
    process_ = -1;
    return code;
}

std::string request_bytes(const std::string& method, const std::string& path,
                          const std::string& body, const LoggedIn& session)
{
    auto bytes =
        method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nLgnet-Purpose: outreach\r\n";
    if (!session.cookie.empty())
        bytes += "Cookie: " + session.cookie + "\r\nLgnet-Csrf: " + session.csrf + "\r\n";
    if (!body.empty())
        bytes +=
            "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n";
    return bytes + "\r\n" + body;
}

Answer ask(int port, const std::string& method, const std::string& path, const std::string& body,
           const LoggedIn& session)
{
    Client client(port, 20'000);
    auto answer = client.ask(request_bytes(method, path, body, session), method);
    if (!answer)
        throw std::runtime_error(method + " " + path + " was not answered");
    return std::move(*answer);
}

LoggedIn log_in(int port, const std::string& login, const std::string& password)
{
    const auto answer =
        ask(port, "POST", "/api/access/session",
            R"({"login": ")" + login + R"(", "password": ")" + password + "\"}", {});
    if (answer.status != 200)
        throw std::runtime_error(login + " cannot log in: " + answer.body);
    const auto cookie = answer.header("set-cookie");
    const auto document = JsonDocument::parse(answer.body);
    return {cookie.substr(0, cookie.find(';')), std::string(document.root().member("csrf").text())};
}

} // namespace tests
