// SPDX-License-Identifier: EUPL-1.2
// The real program under load, killed, stopped, without space and locked out: what it has
// acknowledged is there, and the journal has neither gap nor fault.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "app/configuration.h"
#include "base/id.h"
#include "base/json.h"
#include "store/testing.h"
#include "tests/program.h"

namespace {

using namespace std::chrono_literals;
using test_stores::Engine;
using tests::LoggedIn;
using tests::Served;

constexpr auto password = "an invented password of the tests";

std::string contact(const std::string& id)
{
    return R"({"id": ")" + id + R"(", "at": ")" + to_string(system_now()) +
           R"(", "setting": "STATION", "district": "RM-I", "languages": ["fr"], )"
           R"("nickname": "Uno della stazione", "outcome": "ENGAGED"})";
}

// What became of the contacts that were sent, by id.
struct Sent {
    std::set<std::string> acknowledged;
    std::set<std::string> refused;                 // 503, or no connection at all
    std::map<std::string, std::string> unanswered; // the connection ended first; with their bodies
    int cut = 0;                                   // of those, with a part of an answer
};

// A city with one operator, made as an administrator would make it.
class City {
public:
    City(const std::string& data, Engine engine) : data(data)
    {
        environment = {{"LGNET_CITIES", "roma"}, {"LGNET_LOG_LEVEL", "off"}, {"TZ", "Europe/Rome"}};
        if (engine == Engine::postgres)
            for (const auto* slug : {"roma", "rete"})
                environment[slug == std::string("roma") ? "LGNET_STORES_ROMA"
                                                        : "LGNET_STORES_RETE"] =
                    test_stores::fresh(engine, slug).url;
        const auto added =
            tests::run_program({"account", "add", "--data", data, "--login", "ada@roma", "--name",
                                "Ada", "--role", "administrator", "--password-file", "-"},
                               environment, std::string(password) + "\n");
        if (added.code != 0)
            throw std::runtime_error("no administrator: " + added.output);
        Served served(data, environment);
        add_operator(served.port());
        session = tests::log_in(served.port(), "giulia@roma", password);
        served.send_signal(SIGTERM);
        EXPECT_EQ(served.wait(), 0);
    }

    std::string data;
    tests::Environment environment;
    LoggedIn session; // Giulia's; it outlives the program

    app::Configuration configuration() const
    {
        auto read = app::read_configuration(
            "", {environment.lower_bound("LGNET_"), environment.lower_bound("LGNET_~")});
        read.data = data;
        return read;
    }

private:
    static void add_operator(int port)
    {
        const auto ada = tests::log_in(port, "ada@roma", password);
        const auto team =
            tests::ask(port, "POST", "/api/access/teams",
                       R"({"id": "01900000-0000-7000-8000-0000000000f1", "code": "um1",
                                         "name": "Unità mobile 1", "kind": "mobile_unit"})",
                       ada);
        EXPECT_EQ(team.status, 201) << team.body;
        const auto account =
            tests::ask(port, "POST", "/api/access/accounts",
                       R"({"id": "01900000-0000-7000-8000-0000000000f2", "login_name": "giulia",
                           "name": "Giulia", "roles": ["mobile_unit_operator"], "teams": ["um1"],
                           "language": "it", "password": ")" +
                           std::string(password) + "\"}",
                       ada);
        EXPECT_EQ(account.status, 201) << account.body;
    }
};

// Some phones that record contacts as fast as they are answered, until told to stop.
class Phones {
public:
    Phones(const City& city, int port, int count)
    {
        for (int i = 0; i < count; ++i)
            threads_.emplace_back([this, &city, port] { record(city, port); });
    }

    Sent stop()
    {
        stopping_ = true;
        for (auto& thread : threads_)
            thread.join();
        threads_.clear();
        return std::move(sent_);
    }

    std::size_t acknowledged()
    {
        const std::scoped_lock lock(mutex_);
        return sent_.acknowledged.size();
    }

private:
    void record(const City& city, int port)
    {
        while (!stopping_) {
            try {
                Client client(port, 20'000);
                while (!stopping_ && record_one(client, city))
                    continue;
            } catch (const std::runtime_error&) {
                std::this_thread::sleep_for(5ms); // nobody listens
            }
        }
    }

    // False when the connection is over.
    bool record_one(Client& client, const City& city)
    {
        const auto id = to_string(make_uuid(system_now()));
        const auto body = contact(id);
        const auto answer =
            client.ask(tests::request_bytes("POST", "/api/outreach/contacts", body, city.session));
        const std::scoped_lock lock(mutex_);
        if (!answer) {
            sent_.unanswered[id] = body;
            sent_.cut += client.has_partial_answer() ? 1 : 0;
            return false;
        }
        EXPECT_TRUE(answer->status == 201 || answer->status == 503) << answer->body;
        (answer->status == 201 ? sent_.acknowledged : sent_.refused).insert(id);
        return answer->header("connection") != "close";
    }

    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    Sent sent_;
    std::vector<std::thread> threads_;
};

int status_of(Client& client, const City& city, const std::string& id)
{
    const auto answer =
        client.ask(tests::request_bytes("GET", "/api/outreach/contacts/" + id, "", city.session));
    return answer ? answer->status : 0;
}

// Every one of them is there.
void expect_all(const City& city, int port, const std::set<std::string>& ids)
{
    Client client(port, 20'000);
    for (const auto& id : ids)
        ASSERT_EQ(status_of(client, city, id), 200) << id << " was acknowledged, and is lost";
}

void expect_none(const City& city, int port, const std::set<std::string>& ids)
{
    Client client(port, 20'000);
    for (const auto& id : ids)
        ASSERT_EQ(status_of(client, city, id), 404) << id << " was refused, and is there";
}

// A phone that never saw the answer sends the same again: done before or not, it is done now, once.
void send_again(const City& city, int port, const std::map<std::string, std::string>& unanswered)
{
    for (const auto& [id, body] : unanswered) {
        const auto answer = tests::ask(port, "POST", "/api/outreach/contacts", body, city.session);
        EXPECT_EQ(answer.status, 201) << answer.body;
    }
}

void expect_journal_holds(const City& city)
{
    const auto verified =
        tests::run_program({"journal", "verify", "--data", city.data}, city.environment);
    EXPECT_EQ(verified.code, 0) << verified.output;
    EXPECT_NE(verified.output.find("roma: "), std::string::npos) << verified.output;
}

// Each contact has its journal line and each line its contact: they are written together or not at
// all.
void expect_lines_and_rows_agree(const City& city, std::size_t least)
{
    static const store::Sql count_rows{"select count(*) from outreach_contact"};
    static const store::Sql count_lines{"select count(*) from core_journal where "
                                        "act = 'outreach.record_contact' and outcome = 'done'"};
    const auto store = store::Store::open(app::store_settings(city.configuration(), "roma"));
    store->read([&](store::Transaction& transaction) {
        const auto rows = transaction.number(count_rows);
        EXPECT_EQ(rows, transaction.number(count_lines));
        EXPECT_GE(rows, static_cast<std::int64_t>(least));
    });
}

std::string reason_of(const Answer& answer)
{
    const auto document = JsonDocument::parse(answer.body);
    const auto reason = document.root().member("facts").member("reason");
    return reason.kind() == JsonView::Kind::text ? std::string(reason.text()) : answer.body;
}

// Records one contact after the other until one is refused; answers the refusal.
Answer record_until_refused(const City& city, int port, Sent& sent)
{
    for (int i = 0; i < 200'000; ++i) {
        const auto id = to_string(make_uuid(system_now()));
        auto answer = tests::ask(port, "POST", "/api/outreach/contacts", contact(id), city.session);
        if (answer.status != 201) {
            sent.refused.insert(id);
            return answer;
        }
        sent.acknowledged.insert(id);
    }
    throw std::runtime_error("nothing was refused");
}

// Tries until a contact is taken again; at most so long.
bool recovers(const City& city, int port, std::chrono::seconds most, Sent& sent)
{
    const auto until = std::chrono::steady_clock::now() + most;
    while (std::chrono::steady_clock::now() < until) {
        const auto id = to_string(make_uuid(system_now()));
        if (tests::ask(port, "POST", "/api/outreach/contacts", contact(id), city.session).status ==
            201) {
            sent.acknowledged.insert(id);
            return true;
        }
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

// There is no space for more, from `begin` to `end`: refused with this reason, then taken again,
// and nothing lost of what was taken.
void expect_refusal_and_recovery(const City& city, const std::string& reason,
                                 const std::function<void(const Served&)>& begin,
                                 const std::function<void(const Served&)>& end)
{
    Sent sent;
    Served served(city.data, city.environment);
    begin(served);
    const auto refusal = record_until_refused(city, served.port(), sent);
    EXPECT_EQ(refusal.status, 503) << refusal.body;
    EXPECT_EQ(reason_of(refusal), reason);
    EXPECT_NE(refusal.header("retry-after"), "");
    EXPECT_EQ(refusal.header("content-type"), "application/problem+json");
    // Who reads what needs no journal line is served all the while.
    EXPECT_EQ(tests::ask(served.port(), "GET", "/api/access/session", "", city.session).status,
              200);

    end(served);
    EXPECT_TRUE(recovers(city, served.port(), 20s, sent));
    expect_all(city, served.port(), sent.acknowledged);
    expect_none(city, served.port(), sent.refused);
    served.send_signal(SIGTERM);
    EXPECT_EQ(served.wait(), 0);
    expect_journal_holds(city);
    expect_lines_and_rows_agree(city, sent.acknowledged.size());
}

class Program : public ::testing::TestWithParam<Engine> {
protected:
    City city{test_stores::make_folder("lgnet-crash-"), GetParam()};

    void TearDown() override { std::filesystem::remove_all(city.data); }
};

// A disk of a few megabytes, and a file that takes part of it.
class SmallDisk {
public:
    SmallDisk()
    {
        if (mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=12m") != 0)
            throw std::runtime_error("cannot mount a small disk");
        std::ofstream(ballast(), std::ios::binary) << std::string(6 * 1024 * 1024, 'x');
    }
    ~SmallDisk()
    {
        umount2(folder.c_str(), MNT_DETACH);
        std::filesystem::remove(folder);
    }

    std::string ballast() const { return folder + "/ballast"; }

    std::string folder = test_stores::make_folder("lgnet-small-");
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Program, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Program, killed_under_load_loses_nothing_that_it_acknowledged)
{
    std::size_t all = 0;
    for (int round = 0; round < 5; ++round) {
        Sent sent;
        {
            Served served(city.data, city.environment);
            Phones phones(city, served.port(), 8);
            // Not before it has something to lose, and each time at another moment.
            while (phones.acknowledged() < 40)
                std::this_thread::sleep_for(1ms);
            std::this_thread::sleep_for(std::chrono::milliseconds(37 * round));
            served.send_signal(SIGKILL);
            EXPECT_EQ(served.wait(), 128 + SIGKILL);
            sent = phones.stop();
        }
        all += sent.acknowledged.size();
        Served again(city.data, city.environment);
        expect_all(city, again.port(), sent.acknowledged);
        send_again(city, again.port(), sent.unanswered);
        again.send_signal(SIGTERM);
        EXPECT_EQ(again.wait(), 0);
        expect_journal_holds(city);
    }
    expect_lines_and_rows_agree(city, all);
}

TEST_P(Program, told_to_stop_under_load_cuts_no_request)
{
    Sent sent;
    {
        Served served(city.data, city.environment);
        Phones phones(city, served.port(), 8);
        while (phones.acknowledged() < 100)
            std::this_thread::sleep_for(1ms);
        served.send_signal(SIGTERM);
        EXPECT_EQ(served.wait(), 0);
        sent = phones.stop();
    }
    EXPECT_EQ(sent.cut, 0);
    Served again(city.data, city.environment);
    expect_all(city, again.port(), sent.acknowledged);
    // What was not answered had not been taken: it may be sent again without a thought.
    std::set<std::string> unanswered;
    for (const auto& [id, body] : sent.unanswered)
        unanswered.insert(id);
    expect_none(city, again.port(), unanswered);
    expect_none(city, again.port(), sent.refused);
    again.send_signal(SIGTERM);
    EXPECT_EQ(again.wait(), 0);
    expect_journal_holds(city);
    expect_lines_and_rows_agree(city, sent.acknowledged.size());
}

TEST(Faults, a_full_disk_is_said_and_survived)
{
    if (getuid() != 0)
        GTEST_SKIP() << "only root may mount a small disk; see the next test";
    const SmallDisk disk;
    const City city(disk.folder + "/data", Engine::sqlite);
    expect_refusal_and_recovery(
        city, "disk_full", [](const Served&) {},
        [&](const Served&) { std::filesystem::remove(disk.ballast()); });
}

TEST(Faults, a_file_that_may_not_grow_is_said_and_survived)
{
    const City city(test_stores::make_folder("lgnet-limit-"), Engine::sqlite);
    const auto limit_files = [](const Served& served, rlim_t bytes) {
        const rlimit limit{bytes, RLIM_INFINITY};
        ASSERT_EQ(prlimit(served.process(), RLIMIT_FSIZE, &limit, nullptr), 0);
    };
    expect_refusal_and_recovery(
        city, "input_output", [&](const Served& served) { limit_files(served, 2'000'000); },
        [&](const Served& served) { limit_files(served, RLIM_INFINITY); });
    std::filesystem::remove_all(city.data);
}

TEST(Faults, a_locked_store_is_said_and_survived)
{
    const City city(test_stores::make_folder("lgnet-locked-"), Engine::sqlite);
    Served served(city.data, city.environment);
    Sent sent;
    ASSERT_TRUE(recovers(city, served.port(), 5s, sent));

    sqlite3* stranger = nullptr;
    ASSERT_EQ(sqlite3_open((city.data + "/roma.db").c_str(), &stranger), SQLITE_OK);
    const auto say = [&](const char* sql) {
        return sqlite3_exec(stranger, sql, nullptr, nullptr, nullptr);
    };
    ASSERT_EQ(say("pragma busy_timeout = 10000"), SQLITE_OK); // the program may be writing just now
    ASSERT_EQ(say("pragma wal_autocheckpoint = 0"), SQLITE_OK);
    ASSERT_EQ(say("begin immediate"), SQLITE_OK);
    const auto refusal = record_until_refused(city, served.port(), sent);
    EXPECT_EQ(refusal.status, 503) << refusal.body;
    EXPECT_EQ(reason_of(refusal), "locked");
    EXPECT_EQ(tests::ask(served.port(), "GET", "/api/health", "", {}).status, 200);

    ASSERT_EQ(say("rollback"), SQLITE_OK);
    EXPECT_TRUE(recovers(city, served.port(), 10s, sent));
    sqlite3_close(stranger);
    expect_all(city, served.port(), sent.acknowledged);
    expect_none(city, served.port(), sent.refused);
    served.send_signal(SIGTERM);
    EXPECT_EQ(served.wait(), 0);
    expect_journal_holds(city);
    std::filesystem::remove_all(city.data);
}

TEST(Faults, a_second_program_on_the_same_folder_is_refused)
{
    const City city(test_stores::make_folder("lgnet-twice-"), Engine::sqlite);
    const Served served(city.data, city.environment);
    const auto second = tests::run_program(
        {"serve", "--data", city.data, "--listen", "127.0.0.1:0"}, city.environment);
    EXPECT_NE(second.code, 0);
    EXPECT_EQ(second.output.find("http://"), std::string::npos);
    EXPECT_EQ(tests::ask(served.port(), "GET", "/api/health", "", {}).status, 200);
    std::filesystem::remove_all(city.data);
}
