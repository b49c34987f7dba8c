// SPDX-License-Identifier: EUPL-1.2
// Asks a server as many clients would, and says how many answers there were in a second and how
// long they took. One line on standard output, "name=value name=value ...".
#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include <unistd.h>

#include "bench/visitor.h"

namespace {

using bench::Visitor;

struct Wish {
    int port = 0;
    std::string login = "giulia@roma";
    std::string password = "lgnet-demo-2026";
    int clients = 32;
    int milliseconds = 3000;
    int warm_up_milliseconds = 0;
    int process = 0; // that serves, or will; 0: not said
};

// Seconds of processor time that a process has used; 0 where none was named.
double processor_seconds(int process)
{
    if (process == 0)
        return 0;
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text;
    std::getline(file, text);
    // The name stands in brackets and may hold anything; 11 words after it come user and system.
    std::istringstream words(text.substr(text.rfind(')') + 1));
    std::string word;
    for (int i = 0; i < 11; ++i)
        words >> word;
    double user = 0;
    double system = 0;
    words >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void report(const bench::Measured& measured)
{
    std::printf("requests=%zu rate=%.1f p50=%.3f p90=%.3f p99=%.3f max=%.3f",
                measured.milliseconds.size(), measured.rate(), measured.quantile(0.5),
                measured.quantile(0.9), measured.quantile(0.99), measured.quantile(1));
}

bench::Measured run(const Wish& wish, int milliseconds, const std::function<std::string()>& next,
                    int expected_status)
{
    return bench::run_clients(wish.port, wish.clients, std::chrono::milliseconds(milliseconds),
                              next, expected_status);
}

void record_contacts(const Wish& wish)
{
    Visitor visitor(wish.port, wish.login, wish.password);
    visitor.begin_work();
    const auto next = [&] { return visitor.next_contact(); };
    if (wish.warm_up_milliseconds > 0)
        run(wish, wish.warm_up_milliseconds, next, 201);

    const auto before = visitor.numbers();
    const auto used = processor_seconds(wish.process);
    const auto measured = run(wish, wish.milliseconds, next, 201);
    const auto microseconds = (processor_seconds(wish.process) - used) * 1e6;
    const auto after = visitor.numbers();
    report(measured);
    std::printf(" cpu=%.1f batch=%.2f persons=%zu\n",
                microseconds / static_cast<double>(measured.milliseconds.size()),
                (after.units - before.units) / (after.commits - before.commits), visitor.persons());
}

void submit_forms(const Wish& wish)
{
    Visitor visitor(wish.port, wish.login, wish.password);
    const auto next = [&] { return visitor.next_submission(); };
    if (wish.warm_up_milliseconds > 0)
        run(wish, wish.warm_up_milliseconds, next, 201);
    report(run(wish, wish.milliseconds, next, 201));
    std::printf("\n");
}

void read_pages(const Wish& wish)
{
    const Visitor visitor(wish.port, wish.login, wish.password);
    const auto next = [&] { return visitor.page_of_contacts(); };
    if (wish.warm_up_milliseconds > 0)
        run(wish, wish.warm_up_milliseconds, next, 200);
    report(run(wish, wish.milliseconds, next, 200));
    std::printf("\n");
}

void wait_for_health(const Wish& wish)
{
    // Of a process that has ended nothing is left here, not even before its parent has asked.
    const auto program = "/proc/" + std::to_string(wish.process) + "/exe";
    std::error_code error;
    while (std::filesystem::exists(program, error)) {
        try {
            bench::Connection connection(wish.port);
            if (connection.ask("GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").status == 200)
                return;
        } catch (const std::exception&) {
            // Not yet.
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    throw std::runtime_error("the server has ended");
}

void add_load(CLI::App& command, Wish& wish)
{
    command.add_option("--login", wish.login, "Who asks");
    command.add_option("--password", wish.password, "The password");
    command.add_option("--clients", wish.clients, "How many at once")->check(CLI::Range(1, 1000));
    command.add_option("--milliseconds", wish.milliseconds, "How long");
    command.add_option("--warm-up", wish.warm_up_milliseconds, "Milliseconds before, not counted");
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App program("Asks lgnet as many clients would");
    program.require_subcommand(1);
    Wish wish;
    program.add_option("--port", wish.port, "Where lgnet serves on this machine")->required();
    auto* record = program.add_subcommand("record", "Record contacts");
    auto* submit = program.add_subcommand("submit", "Send contacts as ODK Collect does");
    auto* read = program.add_subcommand("read", "Read pages of 50 contacts");
    auto* wait = program.add_subcommand("wait", "Wait for the first answer to /api/health");
    add_load(*record, wish);
    add_load(*submit, wish);
    add_load(*read, wish);
    record->add_option("--process", wish.process, "The process that serves, to ask its time");
    wait->add_option("--process", wish.process, "The process that will serve")->required();
    CLI11_PARSE(program, count, arguments);
    try {
        if (record->parsed())
            record_contacts(wish);
        if (submit->parsed())
            submit_forms(wish);
        if (read->parsed())
            read_pages(wish);
        if (wait->parsed())
            wait_for_health(wish);
    } catch (const std::exception& error) {
        std::cerr << "bench_load: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
