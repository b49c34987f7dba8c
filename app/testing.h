// SPDX-License-Identifier: EUPL-1.2
// The program itself, run by a test as a person runs it.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace test_program {

// A folder for one test, removed after it.
class Folder {
public:
    Folder()
    {
        auto name = (std::filesystem::temp_directory_path() / "lgnet-app-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr)
            throw std::runtime_error("cannot make " + name);
        path_ = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string path(const std::string& name) const { return path_ + "/" + name; }
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path(name), std::ios::binary) << text;
        return path(name);
    }

private:
    std::string path_;
};

// Started at once; ended at the latest with this object.
class Program {
public:
    explicit Program(std::vector<std::string> arguments, const std::string& input = {})
    {
        std::array<int, 2> in{}, out{}, err{};
        for (auto* ends : {&in, &out, &err})
            if (pipe2(ends->data(), O_CLOEXEC) != 0)
                throw std::runtime_error("no pipe");
        child_ = fork();
        if (child_ == 0)
            become(std::move(arguments), in[0], out[1], err[1]);
        for (const int end : {in[0], out[1], err[1]})
            close(end);
        if (write(in[1], input.data(), input.size()) < 0)
            ADD_FAILURE() << "the program takes no input";
        close(in[1]);
        out_ = out[0];
        err_ = err[0];
    }
    ~Program()
    {
        if (child_ > 0) {
            kill(child_, SIGKILL);
            waitpid(child_, nullptr, 0);
        }
        close(out_);
        close(err_);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void signal(int number) const { kill(child_, number); }

    // The first line of its output; waits for it.
    std::string first_line()
    {
        while (output.find('\n') == std::string::npos)
            if (!read_some())
                break;
        return output.substr(0, output.find('\n'));
    }

    // Waits for its end; -1 when a signal ended it.
    int exit_code()
    {
        while (read_some()) {
        }
        int status = 0;
        waitpid(child_, &status, 0);
        child_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    std::string output;
    std::string errors;

private:
    [[noreturn]] static void become(std::vector<std::string> arguments, int in, int out, int err)
    {
        dup2(in, 0);
        dup2(out, 1);
        dup2(err, 2);
        arguments.insert(arguments.begin(), std::string(BINARY_DIR) + "/lgnet");
        std::vector<char*> words;
        for (auto& argument : arguments)
            words.push_back(argument.data());
        words.push_back(nullptr);
        execv(words[0], words.data());
        _exit(127);
    }

    // False when both ends are closed.
    bool read_some()
    {
        std::array<pollfd, 2> waiting{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
        if (out_over_)
            waiting[0].fd = -1;
        if (err_over_)
            waiting[1].fd = -1;
        if (out_over_ && err_over_)
            return false;
        poll(waiting.data(), waiting.size(), -1);
        if (waiting[0].revents != 0)
            out_over_ = !take(out_, output);
        if (waiting[1].revents != 0)
            err_over_ = !take(err_, errors);
        return true;
    }

    static bool take(int end, std::string& text)
    {
        std::array<char, 4096> bytes{};
        const auto count = read(end, bytes.data(), bytes.size());
        if (count > 0)
            text.append(bytes.data(), static_cast<std::size_t>(count));
        return count > 0;
    }

    pid_t child_ = 0;
    int out_ = -1;
    int err_ = -1;
    bool out_over_ = false;
    bool err_over_ = false;
};

struct Ended {
    int code = 0;
    std::string output;
    std::string errors;
};

inline Ended run(const std::vector<std::string>& arguments, const std::string& input = {})
{
    Program program(arguments, input);
    const int code = program.exit_code();
    return {code, program.output, program.errors};
}

} // namespace test_program
