// SPDX-License-Identifier: EUPL-1.2
// Serving, and serving the demonstration.
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

#include "app/call.h"
#include "app/commands.h"
#include "app/courier.h"
#include "app/demo.h"
#include "app/house.h"
#include "app/postman.h"
#include "app/stop_signals.h"
#include "app/version.h"
#include "core/log.h"
#include "headcount/headcount.h"
#include "http/forwarded.h"
#include "http/server.h"
#include "monitoring/monitoring.h"

namespace app {

namespace {

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

// Carries what is said to a server of the count; `stopping` lets go of it.
headcount::Post post_to(const std::string& url, const Configuration& configuration,
                        const std::shared_ptr<std::atomic<bool>>& stopping)
{
    if (!may_be_called(url))
        throw Refused("headcount: " + url +
                      " must begin with https:// (http:// on this machine alone).");
    return [url, ca_file = configuration.headcount_ca_file, stopping](const std::string& message) {
        Call said;
        said.url = url;
        said.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
        said.body = message;
        said.ca_file = ca_file;
        said.seconds = 120;
        said.answer_bytes_max = 16UL * 1024 * 1024;
        said.stopping = stopping.get();
        auto answer = call(said);
        if (answer.status != 200)
            throw std::runtime_error(
                url + " does not answer: " +
                (answer.status == 0 ? answer.body : std::to_string(answer.status)));
        return std::move(answer.body);
    };
}

// Two key servers, or none: one half of a key beside the other is no half. From another machine
// than the network's who compares must be reached too.
void use_headcount_servers(core::House& house, const Configuration& configuration,
                           const std::shared_ptr<std::atomic<bool>>& stopping)
{
    const auto& a = configuration.key_server_a;
    const auto& b = configuration.key_server_b;
    const auto& counter = configuration.counter;
    if (a.empty() != b.empty() || (!a.empty() && a == b))
        throw Refused("headcount.key_server_a and headcount.key_server_b are two, or none.");
    if (a.empty() && !counter.empty())
        throw Refused("headcount.counter needs headcount.key_server_a and key_server_b too.");
    if (!a.empty() && counter.empty() && !configuration.network.empty())
        throw Refused("headcount.counter is missing: a city on a machine of its own takes part "
                      "with two key servers and a counter that it can reach.");
    if (a.empty())
        return;
    headcount::Elsewhere elsewhere{post_to(a, configuration, stopping),
                                   post_to(b, configuration, stopping), nullptr};
    if (!counter.empty())
        elsewhere.counter = post_to(counter, configuration, stopping);
    headcount::use_servers(house, std::move(elsewhere));
}

void serve_house(core::House& house, const Configuration& configuration, const StopSignals& signals,
                 Courier* courier, std::ostream& out)
{
    const auto stopping = std::make_shared<std::atomic<bool>>(false);
    use_headcount_servers(house, configuration, stopping);
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
    *stopping = true;
    rounds.reset();
    if (courier)
        courier->stop();
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
    std::optional<Courier> courier;
    core::Handler network_door;
    if (!configuration.network.empty()) {
        courier.emplace(configuration);
        network_door = [&courier](core::Request request, core::Reply reply) {
            courier->ask(std::move(request), std::move(reply));
        };
    }
    const auto house = open_house(configuration, slugs_of(configuration), system_now, network_door);
    serve_house(*house, configuration, signals, courier ? &*courier : nullptr, out);
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
    serve_house(*house, configuration, signals, nullptr, out);
    return 0;
}

} // namespace app
