// SPDX-License-Identifier: EUPL-1.2
// A count of persons across cities between programs: Roma with the network in one, Milano in
// another, and three more for the two key servers and the counter.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>

#include "base/id.h"
#include "base/json.h"
#include "store/testing.h"
#include "tests/program.h"

namespace {

using namespace std::chrono_literals;

constexpr auto password = "an invented password of the tests";
constexpr int in_both = 12;
constexpr int in_each = 14;

std::string new_id() { return to_string(make_uuid(system_now())); }
std::string days_ago(int days) { return to_string(local_date(system_now()).plus_days(-days)); }

std::string read_file(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Folder {
public:
    Folder() : path(test_stores::make_folder("lgnet-round-")) {}
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::string path;
};

class Machine {
public:
    Machine(std::string store, tests::Environment more)
        : store_(std::move(store)), environment_(std::move(more))
    {
        environment_["LGNET_LOG_LEVEL"] = "off";
        environment_["LGNET_CHORES_SECONDS"] = "1";
        environment_["TZ"] = "Europe/Rome";
    }

    void set(const std::string& name, const std::string& value) { environment_[name] = value; }
    void start() { served_.emplace(data_.path, environment_); }
    void stop() { served_.reset(); }
    int port() const { return served_->port(); }

    std::string run(std::vector<std::string> arguments, const std::string& input = {}) const
    {
        arguments.insert(arguments.end(), {"--data", data_.path});
        const auto ended = tests::run_program(arguments, environment_, input);
        if (ended.code != 0)
            throw std::runtime_error(store_ + ": " + ended.output);
        return ended.output;
    }
    void add_account(const std::string& login, const std::string& role) const
    {
        run({"account", "add", "--login", login, "--name", login, "--role", role, "--password-file",
             "-"},
            std::string(password) + "\n");
    }
    // As two administrators do it: a card by mail, a fingerprint by telephone.
    void admit(const Machine& other) const
    {
        const auto output = other.run({"link", "show", "--store", other.store_});
        const auto line = output.find('\n');
        run({"link", "admit", "--store", store_, "--card", "-", "--fingerprint",
             output.substr(output.find(": ", line) + 2, 35)},
            output.substr(0, line + 1));
    }

    void log_in(const std::string& login) { session_ = tests::log_in(port(), login, password); }
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {})
    {
        return tests::ask(port(), method, path, body, session_);
    }
    void post(const std::string& path, const std::string& body)
    {
        const auto answer = ask("POST", path, body);
        ASSERT_EQ(answer.status, 201) << path << ' ' << answer.body;
    }
    // Asked again until it is answered so.
    std::string wait_for(const std::string& path, const std::string& part)
    {
        std::string body;
        for (int i = 0; i < 300; ++i) {
            body = ask("GET", path).body;
            if (body.find(part) != std::string::npos)
                return body;
            std::this_thread::sleep_for(100ms);
        }
        ADD_FAILURE() << store_ << ": " << path << " never has " << part << ":\n" << body;
        return body;
    }

private:
    std::string store_;
    Folder data_;
    tests::Environment environment_;
    std::optional<tests::Served> served_;
    tests::LoggedIn session_;
};

// Taken in charge some days ago; the first ones are the same in every city.
void add_persons(Machine& machine, const std::string& city, const std::string& district)
{
    machine.log_in("ada@" + city);
    machine.post("/api/access/teams", R"({"id":")" + new_id() +
                                          R"(","code":"ss1","name":"Servizio","kind":)"
                                          R"("social_service"})");
    machine.post("/api/access/accounts",
                 R"({"id":")" + new_id() +
                     R"(","login_name":"luca","name":"Luca","roles":["social_worker",)"
                     R"("city_coordinator"],"teams":["ss1"],"language":"it","password":")" +
                     std::string(password) + "\"}");
    machine.log_in("luca@" + city);
    const std::string letters = "bcdfglmnprstvz";
    for (int i = 0; i < in_each; ++i) {
        const std::string letter(1, letters[static_cast<std::size_t>(i)]);
        const auto given = i < in_both ? letter + "a" + letter + "ou" : city + letter;
        const auto person = new_id();
        // Born on days of their own: nobody is taken for another.
        const auto born = "19" + std::to_string(60 + 2 * i) + "-0" + std::to_string(1 + i % 9) +
                          "-1" + std::to_string(i % 10);
        machine.post("/api/people/persons", R"({"id":")" + person + R"(","given_name":")" + given +
                                                R"(","family_name":"D)" + letter +
                                                R"(allo","birth_date":")" + born +
                                                R"(","gender":"M"})");
        machine.post("/api/cases/cases", R"({"id":")" + new_id() + R"(","person":")" + person +
                                             R"(","kind":"integrated","opened_on":")" +
                                             days_ago(3) + R"(","district":")" + district + "\"}");
    }
}

// A key server or the counter: who may speak to it, and what it has written down.
class Server {
public:
    Server(const std::string& command, const std::string& senders)
    {
        std::ofstream(folder_.path + "/senders.csv") << senders;
        served_.emplace(folder_.path, tests::Environment{},
                        std::vector<std::string>{"headcount", command});
    }
    std::string address(const std::string& path) const
    {
        return "http://127.0.0.1:" + std::to_string(served_->port()) + path;
    }
    std::string journal() const { return read_file(folder_.path + "/journal.txt"); }
    std::size_t files() const
    {
        const std::filesystem::directory_iterator all(folder_.path);
        return static_cast<std::size_t>(std::distance(begin(all), end(all)));
    }

private:
    Folder folder_;
    std::optional<tests::Served> served_;
};

std::int64_t number_of(const std::string& json, const char* member)
{
    return JsonDocument::parse(json).root().member(member).integer();
}

class Rounds : public ::testing::Test {
protected:
    Rounds()
    {
        rete.add_account("anna@rete", "network_direction");
        rete.add_account("ada@roma", "administrator");
        milano.add_account("ada@milano", "administrator");
        rete.admit(milano);
        milano.admit(rete);
        const auto senders = rete.run({"headcount", "keys"}) + milano.run({"headcount", "keys"});
        a.emplace("key-server", senders);
        b.emplace("key-server", senders);
        counter.emplace("counter", senders);
        tell_of_servers(rete);
        rete.start();
        milano.set("LGNET_NETWORK", "http://127.0.0.1:" + std::to_string(rete.port()));
        milano.start();
        add_persons(rete, "roma", "RM-I");
        add_persons(milano, "milano", "MI-1");
    }

    void tell_of_servers(Machine& machine)
    {
        machine.set("LGNET_HEADCOUNT_KEY_SERVER_A", a->address("/keys"));
        machine.set("LGNET_HEADCOUNT_KEY_SERVER_B", b->address("/keys"));
        machine.set("LGNET_HEADCOUNT_COUNTER", counter->address("/counter"));
    }

    void open_round()
    {
        rete.log_in("anna@rete");
        rete.post("/api/headcount/rounds", R"({"id":")" + round + R"(","period_from":")" +
                                               days_ago(30) + R"(","period_until":")" +
                                               days_ago(1) + R"(","answer_by":")" + days_ago(-9) +
                                               "\"}");
    }

    // Milano was told of no servers yet, and hears what is missing.
    void take_part_once_all_is_there()
    {
        milano.wait_for(invitation, R"("servers_missing":true)");
        const auto refused = milano.ask("POST", invitation + "/part");
        EXPECT_EQ(refused.status, 409);
        EXPECT_NE(refused.body.find("i due server delle chiavi e chi confronta"), std::string::npos)
            << refused.body;
        milano.stop();
        tell_of_servers(milano);
        milano.start();
        EXPECT_EQ(milano.ask("POST", invitation + "/part").status, 200);
        rete.log_in("luca@roma");
        EXPECT_EQ(rete.ask("POST", invitation + "/part").status, 200);
    }

    // As soon as the answers of both are there.
    void start_count()
    {
        rete.log_in("anna@rete");
        Answer started;
        for (int i = 0; i < 300 && started.status != 200; ++i) {
            started = rete.ask("POST", at + "/count");
            std::this_thread::sleep_for(100ms);
        }
        ASSERT_EQ(started.status, 200) << started.body;
    }

    // Each server wrote down who had how much done, and keeps nothing else.
    void look_at_servers() const
    {
        for (const std::string city : {" roma ", " milano "}) {
            EXPECT_NE(a->journal().find(city + "evaluate " + round), std::string::npos);
            EXPECT_NE(b->journal().find(city + "evaluate " + round), std::string::npos);
            EXPECT_NE(counter->journal().find(city + "receive " + round), std::string::npos);
        }
        for (const auto* server : {&*a, &*b, &*counter}) {
            EXPECT_EQ(server->files(), 2U);
            EXPECT_NE(server->journal().find(" rete destroy " + round), std::string::npos);
            EXPECT_EQ(server->journal().find("headcount."), std::string::npos) << server->journal();
        }
    }

    Machine rete{"rete", {{"LGNET_CITIES", "roma"}}};
    Machine milano{"milano", {{"LGNET_CITIES", "milano"}, {"LGNET_NETWORK", "http://127.0.0.1:1"}}};
    std::optional<Server> a;
    std::optional<Server> b;
    std::optional<Server> counter;
    const std::string round = new_id();
    const std::string at = "/api/headcount/rounds/" + round;
    const std::string invitation = "/api/headcount/invitations/" + round;
};

} // namespace

TEST_F(Rounds, end_with_a_number_also_for_a_city_on_a_machine_of_its_own)
{
    open_round();
    take_part_once_all_is_there();
    start_count();
    const auto counted = rete.wait_for(at, R"("destroyed_at":)");
    EXPECT_NE(counted.find(R"("state":"counted")"), std::string::npos);
    EXPECT_EQ(number_of(counted, "sum_of_cities"), 2 * in_each);
    const auto document = JsonDocument::parse(counted);
    const auto pairs = document.root().member("pairs");
    ASSERT_EQ(pairs.size(), 1U) << counted;
    EXPECT_EQ(pairs.at(0).member("links").integer(), in_both);
    EXPECT_LE(number_of(counted, "low"), 2 * in_each - in_both);
    EXPECT_GE(number_of(counted, "high"), 2 * in_each - in_both);
    // The same number is read in the city, which knows that nothing of it is left.
    const auto heard = milano.wait_for(invitation, R"("state":"counted")");
    EXPECT_EQ(number_of(heard, "persons"), number_of(counted, "persons"));
    EXPECT_EQ(number_of(heard, "sent_persons"), in_each);
    EXPECT_NE(heard.find(R"("destroyed_at":)"), std::string::npos);
    look_at_servers();
    rete.stop();
    milano.stop();
    rete.run({"journal", "verify"});
    milano.run({"journal", "verify"});
}
