// SPDX-License-Identifier: EUPL-1.2
// Three cities and the network, each a program on its own data, and a bad road between them: by a
// seeded schedule they are killed, connections are refused and cut, and answers are lost after the
// commit. In the end the books are equal: each statement and each hand-over is there once.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "base/id.h"
#include "base/json.h"
#include "store/testing.h"
#include "tests/program.h"
#include "tests/relay.h"

namespace {

using namespace std::chrono_literals;
using tests::LoggedIn;
using tests::Passage;
using tests::Served;

constexpr auto password = "an invented password of the tests";
const std::vector<std::string> cities{"roma", "milano", "torino"};
const std::map<std::string, std::string> districts{
    {"roma", "RM-I"}, {"milano", "MI-1"}, {"torino", "TO-1"}};

// A program that can be killed and started again.
class Machine {
public:
    Machine(const std::string& slug, const tests::Environment& more)
        : slug(slug), data_(test_stores::make_folder("lgnet-link-")), environment_(more)
    {
        environment_["LGNET_LOG_LEVEL"] = "off";
        environment_["LGNET_CHORES_SECONDS"] = "1";
        environment_["TZ"] = "Europe/Rome";
    }
    ~Machine()
    {
        served_.reset();
        std::filesystem::remove_all(data_);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    void start() { served_.emplace(data_, environment_); }
    void kill()
    {
        served_->send_signal(SIGKILL);
        served_->wait();
        served_.reset();
    }
    int port() const { return served_->port(); }
    void set(const std::string& name, const std::string& value) { environment_[name] = value; }

    std::string run(std::vector<std::string> arguments, const std::string& input = {}) const
    {
        arguments.insert(arguments.end(), {"--data", data_});
        const auto ended = tests::run_program(arguments, environment_, input);
        if (ended.code != 0)
            throw std::runtime_error(slug + ": " + ended.output);
        return ended.output;
    }

    void add_account(const std::string& login, const std::string& role) const
    {
        run({"account", "add", "--login", login + "@" + slug, "--name", login, "--role", role,
             "--password-file", "-"},
            std::string(password) + "\n");
    }

    // Status 0: nobody answered.
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {})
    {
        return ask_as(session_, method, path, body);
    }
    Answer ask_as_administrator(const std::string& path)
    {
        return ask_as(administrator_, "GET", path, "");
    }
    // Sessions outlive the program.
    void log_in(const std::string& login)
    {
        session_ = tests::log_in(port(), login + "@" + slug, password);
    }
    void log_in_administrator()
    {
        log_in("ada");
        administrator_ = session_;
    }

    const std::string slug;

private:
    std::string data_;
    tests::Environment environment_;
    Answer ask_as(const LoggedIn& session, const std::string& method, const std::string& path,
                  const std::string& body)
    {
        try {
            return served_ ? tests::ask(port(), method, path, body, session) : Answer();
        } catch (const std::runtime_error&) {
            return {};
        }
    }

    std::optional<Served> served_;
    LoggedIn session_;
    LoggedIn administrator_;
};

std::string today() { return to_string(local_date(system_now())); }
std::string new_id() { return to_string(make_uuid(system_now())); }

std::string text_of(const Answer& answer, const char* member)
{
    return std::string(JsonDocument::parse(answer.body).root().member(member).text());
}

// Something that somebody wants done, until it has been answered.
struct Wanted {
    std::string city;
    std::string path;
    std::string body;
    std::string id; // of a statement, or of a hand-over
    std::string to; // of a hand-over
};

class Network : public ::testing::Test {
protected:
    Network() : relay_([this] { return next_passage(); }), rete_("rete", {{"LGNET_CITIES", "none"}})
    {
        for (const auto& slug : cities) {
            const auto road = "http://127.0.0.1:" + std::to_string(relay_.port());
            machines_.emplace(std::piecewise_construct, std::tuple(slug),
                              std::tuple(slug, tests::Environment{{"LGNET_CITIES", slug},
                                                                  {"LGNET_NETWORK", road}}));
            set_up(machines_.at(slug));
        }
        rete_.add_account("anna", "network_direction");
        rete_.add_account("ada", "administrator");
        link_all();
        start(rete_);
        rete_.log_in_administrator();
        rete_.log_in("anna");
        for (const auto& slug : cities) {
            start(machines_.at(slug));
            machines_.at(slug).log_in("luca");
        }
    }

    static void set_up(Machine& machine)
    {
        machine.add_account("ada", "administrator");
        machine.start();
        machine.log_in_administrator();
        const auto team = machine.ask("POST", "/api/access/teams",
                                      R"({"id":")" + new_id() +
                                          R"(","code":"ss1","name":"Servizio","kind":)"
                                          R"("social_service"})");
        ASSERT_EQ(team.status, 201) << team.body;
        const auto account =
            machine.ask("POST", "/api/access/accounts",
                        R"({"id":")" + new_id() +
                            R"(","login_name":"luca","name":"Luca","roles":["social_worker",)"
                            R"("city_coordinator"],"teams":["ss1"],"language":"it","password":")" +
                            std::string(password) + "\"}");
        ASSERT_EQ(account.status, 201) << account.body;
        machine.kill();
    }

    // As two administrators do it: a card by mail, a fingerprint by telephone.
    static std::pair<std::string, std::string> card_of(const Machine& machine)
    {
        const auto output = machine.run({"link", "show", "--store", machine.slug});
        const auto line = output.find('\n');
        const auto colon = output.find(": ", line);
        return {output.substr(0, line), output.substr(colon + 2, 35)};
    }
    static void admit(const Machine& here, const Machine& there)
    {
        const auto [card, fingerprint] = card_of(there);
        here.run(
            {"link", "admit", "--store", here.slug, "--card", "-", "--fingerprint", fingerprint},
            card + "\n");
    }
    void link_all()
    {
        for (auto& [slug, machine] : machines_) {
            admit(machine, rete_);
            admit(rete_, machine);
        }
    }

    Passage next_passage()
    {
        const std::scoped_lock lock(mutex_);
        if (!is_bad_)
            return Passage::open;
        constexpr std::array ways{Passage::open,        Passage::open,
                                  Passage::refused,     Passage::question_lost,
                                  Passage::answer_lost, Passage::answer_cut};
        return ways[chance_() % ways.size()];
    }
    std::size_t below(std::size_t count)
    {
        const std::scoped_lock lock(mutex_);
        return chance_() % count;
    }
    void make_road(bool bad)
    {
        const std::scoped_lock lock(mutex_);
        is_bad_ = bad;
    }

    void start(Machine& machine)
    {
        machine.start();
        if (machine.slug == "rete")
            relay_.lead_to(machine.port());
    }
    void kill_and_start(Machine& machine)
    {
        machine.kill();
        start(machine);
    }
    Machine& any_machine()
    {
        const auto place = below(cities.size() + 1);
        return place == cities.size() ? rete_ : machines_.at(cities[place]);
    }

    // ---- what people do

    // Of a quarter that was stated before, the next version: it is reopened first.
    void want_statement(const std::string& city)
    {
        constexpr std::array periods{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"};
        const std::string period = periods[below(4)];
        const auto id = new_id();
        auto& latest = latest_[{city, period}];
        if (!latest.empty())
            wanted_.push_back(
                {city, "/api/monitoring/reopenings",
                 R"({"id":")" + new_id() + R"(","statement":")" + latest + R"(","reason":"Prova"})",
                 "", ""});
        latest = id;
        wanted_.push_back(
            {city, "/api/monitoring/statements",
             R"({"id":")" + id + R"(","period":")" + period + R"(","progress":"Prova"})", id, ""});
        statements_[id] = city;
    }
    void want_handover(const std::string& city)
    {
        auto to = cities[below(cities.size())];
        if (to == city)
            to = city == "roma" ? "milano" : "roma";
        const auto person = new_id();
        const auto one = new_id();
        const auto id = new_id();
        wanted_.push_back({city, "/api/people/persons",
                           R"({"id":")" + person + R"(","given_name":"Prova )" + id + "\"}", "",
                           ""});
        wanted_.push_back({city, "/api/cases/cases",
                           R"({"id":")" + one + R"(","person":")" + person +
                               R"(","kind":"integrated","opened_on":")" + today() +
                               R"(","district":")" + districts.at(city) + "\"}",
                           "", ""});
        wanted_.push_back({city, "/api/handovers/sent",
                           R"({"id":")" + id + R"(","case":")" + one + R"(","to_city":")" + to +
                               R"(","parts":[],"basis":"REQUEST","notified_on":")" + today() +
                               R"("})",
                           id, to});
        handovers_[id] = {city, to};
    }
    // What has arrived is refused, or its sender thinks better of it.
    void answer_some(const std::string& city)
    {
        for (const auto& [id, state] : list(machines_.at(city), "/api/handovers/received"))
            if (state == "sent" && below(2) == 0)
                machines_.at(city).ask("POST", "/api/handovers/received/" + id + "/refuse",
                                       R"({"reason":"NO_CAPACITY"})");
        for (const auto& [id, state] : list(machines_.at(city), "/api/handovers/sent"))
            if (state == "sent" && below(4) == 0)
                machines_.at(city).ask("DELETE", "/api/handovers/sent/" + id);
    }

    // Tried again under the same id until it is answered.
    void do_what_is_wanted(bool all)
    {
        for (int round = 0; round < (all ? 40 : 1); ++round) {
            std::vector<Wanted> left;
            std::set<std::string> stuck; // of one city in its order
            for (const auto& one : wanted_) {
                const auto answer = stuck.contains(one.city)
                                        ? Answer{}
                                        : machines_.at(one.city).ask("POST", one.path, one.body);
                if (answer.status >= 200 && answer.status < 300)
                    continue;
                stuck.insert(one.city);
                EXPECT_TRUE(answer.status == 0 || answer.status >= 500 ||
                            text_of(answer, "code") == "handovers.not_reached")
                    << answer.body;
                left.push_back(one);
            }
            wanted_ = std::move(left);
            if (wanted_.empty())
                return;
            if (all)
                std::this_thread::sleep_for(500ms);
        }
        if (all) {
            ADD_FAILURE() << wanted_.size() << " things were never done";
        }
    }

    // ---- the books

    static std::string state_of(JsonView item)
    {
        const auto state = item.member("state");
        return state.kind() == JsonView::Kind::text ? std::string(state.text()) : "";
    }
    using Entries = std::multimap<std::string, std::string>; // id, state
    static Entries list(Machine& machine, const std::string& path)
    {
        Entries entries;
        const auto answer = machine.ask("GET", path);
        if (answer.status != 200)
            return entries;
        const auto document = JsonDocument::parse(answer.body);
        const auto items = document.root().member("items");
        for (std::size_t i = 0; i < items.size(); ++i)
            entries.emplace(items.at(i).member("id").text(), state_of(items.at(i)));
        return entries;
    }

    bool is_still(Machine& machine)
    {
        const auto answer = machine.ask_as_administrator("/api/network/links");
        if (answer.status != 200)
            return false;
        const auto document = JsonDocument::parse(answer.body);
        const auto items = document.root().member("items");
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items.at(i).member("waiting").integer() > 0)
                return false;
        return true;
    }
    void wait_until_still()
    {
        int still = 0;
        for (int i = 0; i < 600 && still < 5; ++i) {
            bool all = is_still(rete_);
            for (auto& [slug, machine] : machines_)
                all = all && is_still(machine);
            still = all ? still + 1 : 0;
            std::this_thread::sleep_for(300ms);
        }
        EXPECT_EQ(still, 5) << "something waits for ever";
    }

    void expect_equal_books()
    {
        const auto there = list(rete_, "/api/monitoring/statements?limit=200");
        EXPECT_EQ(there.size(), statements_.size());
        for (const auto& [id, city] : statements_) {
            EXPECT_EQ(there.count(id), 1U) << "statement of " << city;
            EXPECT_EQ(list(machines_.at(city), "/api/monitoring/statements?limit=200").count(id),
                      1U);
        }
        std::map<std::string, Entries> sent;
        std::map<std::string, Entries> received;
        std::size_t all = 0;
        for (auto& [slug, machine] : machines_) {
            sent[slug] = list(machine, "/api/handovers/sent");
            received[slug] = list(machine, "/api/handovers/received");
            all += received[slug].size();
        }
        EXPECT_EQ(all, handovers_.size());
        for (const auto& [id, way] : handovers_) {
            ASSERT_EQ(sent[way.first].count(id), 1U);
            ASSERT_EQ(received[way.second].count(id), 1U) << way.first << " to " << way.second;
            EXPECT_EQ(sent[way.first].find(id)->second, received[way.second].find(id)->second);
        }
    }

    std::mutex mutex_;
    std::mt19937 chance_{seed()};
    bool is_bad_ = false;
    tests::Relay relay_;
    Machine rete_;
    std::map<std::string, Machine> machines_;
    std::vector<Wanted> wanted_;
    std::map<std::string, std::string> statements_;
    std::map<std::pair<std::string, std::string>, std::string> latest_; // by city and period
    std::map<std::string, std::pair<std::string, std::string>> handovers_;

    static unsigned seed()
    {
        const auto* given = std::getenv("LGNET_TEST_SEED");
        return given ? static_cast<unsigned>(std::stoul(given)) : 7U;
    }
};

} // namespace

TEST_F(Network, of_programs_that_are_killed_and_cut_ends_with_equal_books)
{
    wait_until_still(); // the cities know each other's keys
    make_road(true);
    for (int round = 0; round < 12; ++round) {
        const auto& city = cities[below(cities.size())];
        below(2) == 0 ? want_statement(city) : want_handover(city);
        want_statement(cities[below(cities.size())]);
        do_what_is_wanted(false);
        answer_some(cities[below(cities.size())]);
        std::this_thread::sleep_for(std::chrono::milliseconds(below(900)));
        if (round % 2 == 0)
            kill_and_start(any_machine());
    }
    do_what_is_wanted(true);
    make_road(false);
    // They begin anew, and do not wait for as long as they have failed.
    for (auto& [slug, machine] : machines_)
        kill_and_start(machine);
    wait_until_still();
    EXPECT_GE(statements_.size(), 12U);
    EXPECT_GE(handovers_.size(), 2U);
    expect_equal_books();
    for (auto& [slug, machine] : machines_) {
        machine.kill();
        machine.run({"journal", "verify"});
    }
}
