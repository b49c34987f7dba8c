// SPDX-License-Identifier: EUPL-1.2
// Key servers and counter of the count across cities, and what is to be told to them.
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <ostream>

#include "app/commands.h"
#include "app/house.h"
#include "app/stop_signals.h"
#include "base/csv.h"
#include "headcount/headcount.h"
#include "http/server.h"

namespace app {

namespace {

// "slug,key" lines, as print_headcount_keys wrote them.
std::map<std::string, std::string> read_senders(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Refused("Cannot read " + path +
                      ": it says who may speak, a line for each store, as "
                      "`lgnet headcount keys` prints them.");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::map<std::string, std::string> known;
    for (const auto& row : read_csv(text, ','))
        if (row.cells.size() == 2 && row.cells[0] != "slug")
            known[row.cells[0]] = row.cells[1];
    return known;
}

// A line for each message, added and never changed; readable to whoever runs the server alone.
class Notes {
public:
    explicit Notes(const std::string& path)
    {
        const auto before = umask(0077);
        file_.open(path, std::ios::app);
        umask(before);
        if (!file_)
            throw Refused("Cannot write " + path + ".");
    }
    void add(const std::string& line)
    {
        const std::scoped_lock lock(mutex_);
        file_ << line << std::endl;
    }

private:
    std::mutex mutex_;
    std::ofstream file_;
};

} // namespace

int serve_headcount(headcount::Role role, const Configuration& configuration, std::ostream& out)
{
    if (configuration.data.empty())
        throw Refused("Say in which folder senders.csv is: --data DIR.");
    const StopSignals signals;
    Notes notes(configuration.data + "/journal.txt");
    const auto answer =
        headcount::open_server(role, read_senders(configuration.data + "/senders.csv"),
                               [&notes](const std::string& line) { notes.add(line); });
    const bool holds_keys = role == headcount::Role::key_server;
    const std::string path = holds_keys ? "/keys" : "/counter";
    http::Server server(
        configuration.listen,
        [answer, path](core::Request request, core::Reply reply) {
            core::Response response;
            if (request.method != "POST" || request.path != path)
                response.status = 404;
            else
                response.body = answer(request.body);
            reply(std::move(response));
        },
        http_limits(configuration), configuration.threads);
    const auto host = configuration.listen.substr(0, configuration.listen.rfind(':'));
    out << "lgnet " << (holds_keys ? "key server" : "counter") << " at http://" << host << ':'
        << server.port() << path << std::endl;
    signals.wait();
    server.stop();
    return 0;
}

int print_headcount_keys(const Configuration& configuration, std::ostream& out)
{
    const auto slugs = slugs_of(configuration);
    const auto house = open_house(configuration, slugs);
    out << "slug,key\n";
    for (const auto& slug : slugs)
        out << slug << ',' << headcount::public_key_of(*house, slug) << '\n';
    house->stop();
    return 0;
}

} // namespace app
