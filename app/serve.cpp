// SPDX-License-Identifier: EUPL-1.2
// Serving, and serving the demonstration.
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "app/commands.h"
#include "app/demo.h"
#include "app/house.h"
#include "app/version.h"
#include "core/log.h"
#include "http/forwarded.h"
#include "http/server.h"
#include "monitoring/monitoring.h"

namespace app {

namespace {

// SIGTERM and SIGINT, taken by waiting for them. Made before any thread is, so that all inherit the
// mask.
class StopSignals {
public:
    StopSignals()
    {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
        // A file that may not grow is a refusal to answer (503), not the end of the program.
        std::signal(SIGXFSZ, SIG_IGN);
    }

    void wait() const
    {
        int signal = 0;
        sigwait(&signals_, &signal);
        core::log(core::Level::info, "stopping", {{"signal", std::to_string(signal)}});
    }

private:
    sigset_t signals_{};
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

void serve_house(core::House& house, const Configuration& configuration, const StopSignals& signals,
                 std::ostream& out)
{
    monitoring::deliver_waiting(house);
    http::Server server(configuration.listen,
                        behind_proxies(handler_of(house), configuration.proxies),
                        http_limits(configuration), configuration.threads,
                        [&house](std::string_view accept_language, const Problem& problem) {
                            const auto& words = house.words();
                            return words.problem_json(words.choose(accept_language), problem);
                        });
    const auto host = configuration.listen.substr(0, configuration.listen.rfind(':'));
    out << "lgnet " << version << ": " << house.places().size() << " stores at http://" << host
        << ':' << server.port() << std::endl;
    signals.wait();
    server.stop();
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
