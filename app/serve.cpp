// SPDX-License-Identifier: EUPL-1.2
// Serving, and serving the demonstration.
#include <atomic>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

#include <semaphore.h>

#include "app/commands.h"
#include "app/demo.h"
#include "app/house.h"
#include "app/postman.h"
#include "app/version.h"
#include "core/log.h"
#include "http/forwarded.h"
#include "http/server.h"
#include "monitoring/monitoring.h"

namespace app {

namespace {

// Posted by a signal, whichever thread it reaches: a mask would have to be set before the first
// thread is made, and a library (libvips) may keep threads of its own from before.
sem_t asked_to_stop;
volatile std::sig_atomic_t signal_taken = 0;

void ask_to_stop(int signal)
{
    signal_taken = signal;
    sem_post(&asked_to_stop);
}

// SIGTERM and SIGINT: from here on they end the serving, in good order.
class StopSignals {
public:
    StopSignals()
    {
        sem_init(&asked_to_stop, 0, 0);
        struct sigaction action {};
        action.sa_handler = ask_to_stop;
        action.sa_flags = SA_RESTART;
        sigaction(SIGTERM, &action, nullptr);
        sigaction(SIGINT, &action, nullptr);
        // A file that may not grow is a refusal to answer (503), not the end of the program.
        std::signal(SIGXFSZ, SIG_IGN);
    }

    void wait() const
    {
        while (sem_wait(&asked_to_stop) != 0) {
        }
        core::log(core::Level::info, "stopping", {{"signal", std::to_string(signal_taken)}});
    }
};

// From here on a request comes from its client, not from a proxy in between.
core::Handler behind_proxies(core::Handler handler, std::vector<std::string> proxies)
{
    return [handler = std::move(handler), proxies = std::move(proxies)](core::Request request,
                                                                        core::Reply reply) {
        request.remote = http::client_of(request, proxies);
        handler(std::move(request), std::move(reply));
    };
}

// What the program does by itself while it serves: chores, and taking out their mail.
class Rounds {
public:
    Rounds(core::House& house, const Configuration& configuration)
        : postman_(mail_server_of(configuration)),
          thread_([this, &house, pause = std::chrono::seconds(configuration.chores_seconds)] {
              go(house, pause);
          })
    {
    }
    ~Rounds()
    {
        {
            const std::scoped_lock lock(mutex_);
            stopping_ = true;
        }
        postman_.stop();
        wake_.notify_one();
        thread_.join();
    }
    Rounds(const Rounds&) = delete;
    Rounds& operator=(const Rounds&) = delete;

private:
    void go(core::House& house, std::chrono::seconds pause)
    {
        std::unique_lock lock(mutex_);
        while (!stopping_) {
            lock.unlock();
            house.do_chores();
            postman_.deliver(house);
            lock.lock();
            wake_.wait_for(lock, pause, [this] { return stopping_; });
        }
    }

    Postman postman_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread thread_;
};

void serve_house(core::House& house, const Configuration& configuration, const StopSignals& signals,
                 std::ostream& out)
{
    monitoring::deliver_waiting(house);
    std::optional<Rounds> rounds(std::in_place, house, configuration);
    auto limits = http_limits(configuration);
    limits.large_body_bytes = [&house](const core::Request& head) {
        return house.large_body_bytes(head);
    };
    http::Server server(
        configuration.listen, behind_proxies(handler_of(house), configuration.proxies), limits,
        configuration.threads, [&house](const core::Request& so_far, const Problem& problem) {
            const auto language = house.words().choose(so_far.header("accept-language"));
            return house.refusal(so_far.path, language, problem);
        });
    const auto host = configuration.listen.substr(0, configuration.listen.rfind(':'));
    out << "lgnet " << version << ": " << house.places().size() << " stores at http://" << host
        << ':' << server.port() << std::endl;
    signals.wait();
    server.stop();
    rounds.reset();
    house.stop();
}

// Written when the demonstration is whole: a folder without it is either empty or not a
// demonstration.
std::string demo_mark(const Configuration& configuration)
{
    return configuration.data + "/demonstration";
}

bool holds_demo(const Configuration& configuration)
{
    namespace fs = std::filesystem;
    if (fs::exists(demo_mark(configuration)))
        return true;
    if (fs::exists(configuration.data) && !fs::is_empty(configuration.data))
        throw Refused(
            "The folder " + configuration.data +
            " holds something else, or a demonstration that was not finished: remove it, or "
            "choose an empty folder.");
    return false;
}

// Signals end the program here as they end any other: what is half made is not served.
void make_demo(const Configuration& configuration, int scale, std::ostream& out)
{
    std::atomic<std::int64_t> clock = system_now().milliseconds;
    const auto house =
        open_house(configuration, slugs_of(configuration), [&] { return Instant{clock}; });
    demo::fill(
        *house, [&](Instant at) { clock = at.milliseconds; }, scale, out);
    house->stop();
    std::ofstream(demo_mark(configuration)) << version << '\n';
}

} // namespace

int serve(const Configuration& configuration, std::ostream& out)
{
    core::set_log_level(configuration.log_level);
    const StopSignals signals;
    const auto house = open_house(configuration, slugs_of(configuration));
    serve_house(*house, configuration, signals, out);
    return 0;
}

int serve_demo(const Configuration& configuration, int scale, std::ostream& out)
{
    if (configuration.data.empty())
        throw Refused("Say in which folder the demonstration is to be: --data DIR.");
    if (!holds_demo(configuration))
        make_demo(configuration, scale, out);
    core::set_log_level(configuration.log_level);
    const StopSignals signals;
    const auto house = open_house(configuration, slugs_of(configuration));
    out << demo::log_ins() << std::flush;
    serve_house(*house, configuration, signals, out);
    return 0;
}

} // namespace app
