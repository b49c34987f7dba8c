// SPDX-License-Identifier: EUPL-1.2
// The program as it is run: what it answers, what it writes, how it ends.
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/configuration.h"
#include "app/testing.h"
#include "app/version.h"
#include "base/json.h"
#include "http/client_for_tests.h"
#include "store/store.h"

namespace {

using test_program::Folder;
using test_program::Program;
using test_program::run;

std::string read_file(const std::string& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// One sentence: one line, that begins with the program's name.
void expect_one_sentence(const test_program::Ended& ended, const std::string& says)
{
    EXPECT_EQ(ended.code, 1);
    EXPECT_TRUE(ended.errors.starts_with("lgnet: ")) << ended.errors;
    EXPECT_NE(ended.errors.find(says), std::string::npos) << ended.errors;
    EXPECT_EQ(ended.errors.find('\n'), ended.errors.size() - 1) << ended.errors;
}

std::vector<std::string> add_account_words(const std::string& data, const std::string& login)
{
    return {"account", "add",    "--data", data,     "--login",
            login,     "--name", "Ada",    "--role", "administrator"};
}

int port_in(const std::string& line) { return std::stoi(line.substr(line.rfind(':') + 1)); }

std::string post(const std::string& path, const std::string& body, const std::string& more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           more + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

class Served {
public:
    explicit Served(const std::string& data)
        : program({"serve", "--data", data, "--listen", "127.0.0.1:0"}),
          port(port_in(program.first_line()))
    {
    }
    Program program;
    int port;
};

struct Session {
    std::string cookie;
    std::string csrf;
};

Session log_in(int port, const std::string& login, const std::string& password)
{
    Client client(port);
    const auto answer = client.ask(post(
        "/api/access/session", R"({"login":")" + login + R"(","password":")" + password + "\"}"));
    EXPECT_TRUE(answer);
    EXPECT_EQ(answer->status, 200) << answer->body;
    const auto cookie = answer->header("set-cookie");
    return {cookie.substr(0, cookie.find(';')),
            std::string(JsonDocument::parse(answer->body).root().member("csrf").text())};
}

} // namespace

TEST(Program, every_command_explains_itself_with_an_example)
{
    const std::vector<std::vector<std::string>> commands{
        {"serve"},  {"demo"},    {"migrate"},           {"describe"},          {"account", "add"},
        {"backup"}, {"restore"}, {"journal", "verify"}, {"import", "contacts"}};
    for (auto command : commands) {
        command.emplace_back("--help");
        const auto ended = run(command);
        EXPECT_EQ(ended.code, 0) << command[0];
        EXPECT_NE(ended.output.find("Examples:\n  lgnet " + command[0]), std::string::npos)
            << ended.output;
    }
    EXPECT_EQ(run({"--help"}).code, 0);
    EXPECT_NE(run({}).code, 0);
    EXPECT_NE(run({"dance"}).code, 0);
    EXPECT_NE(run({"serve", "--dance"}).code, 0);
}

TEST(Program, has_the_version_of_its_build)
{
    EXPECT_EQ(run({"version"}).output, std::string("lgnet ") + app::version + "\n");
    EXPECT_NE(read_file(std::string(SOURCE_DIR) + "/CMakeLists.txt")
                  .find(std::string("project(lgnet VERSION ") + app::version + " "),
              std::string::npos);
}

TEST(Program, describes_itself)
{
    const auto openapi = run({"describe", "openapi"});
    EXPECT_EQ(openapi.code, 0);
    const auto document = JsonDocument::parse(openapi.output);
    EXPECT_GT(document.root().member("paths").size(), 40u);
    for (const char* paper : {"acts", "permissions", "personal-data", "indicators"})
        EXPECT_GT(run({"describe", paper}).output.size(), 1000u) << paper;
    EXPECT_NE(run({"describe", "dreams"}).code, 0);
}

TEST(Program, says_in_one_sentence_what_is_wrong)
{
    const Folder folder;
    const auto data = folder.path("data");
    expect_one_sentence(run({"serve"}), "Say in which folder");
    expect_one_sentence(run({"serve", "--data", "/proc/nothing"}), "Cannot make the folder");
    expect_one_sentence(run({"serve", "--data", data, "--config", folder.path("none.toml")}),
                        "Cannot read the configuration file");
    expect_one_sentence(
        run({"serve", "--data", data, "--config", folder.write("a.toml", "colour = 1\n")}),
        "a.toml:1: there is no setting colour");
    expect_one_sentence(run({"serve", "--data", data, "--config",
                             folder.write("b.toml", "cities = [\"atlantide\"]\n")}),
                        "no city called atlantide");
    expect_one_sentence(run({"backup", "--data", folder.path("empty"), "--to", folder.path("to")}),
                        "There is no store in");
    expect_one_sentence(run({"restore", "--data", data, "--from", folder.path("empty")}),
                        "There is no backup in");
    expect_one_sentence(run({"journal", "verify", "--data", data, "--store", "atlantide"}),
                        "no store called atlantide");
    expect_one_sentence(
        run({"import", "contacts", folder.path("none.csv"), "--city", "roma", "--data", data}),
        "non si può leggere");
}

// What serving logs stands before the sentence.
TEST(Program, says_where_it_cannot_listen)
{
    const Folder folder;
    const auto ended = run({"serve", "--data", folder.path("data"), "--listen", "nonsense"});
    EXPECT_EQ(ended.code, 1);
    const auto begins = ended.errors.rfind('\n', ended.errors.size() - 2) + 1;
    EXPECT_TRUE(ended.errors.substr(begins).starts_with("lgnet: ")) << ended.errors;
    EXPECT_NE(ended.errors.find("nonsense", begins), std::string::npos) << ended.errors;
}

TEST(Program, adds_accounts)
{
    const Folder folder;
    const auto data = folder.path("data");
    const auto made = run(add_account_words(data, "ada@roma"));
    EXPECT_EQ(made.code, 0) << made.errors;
    const auto begins = made.output.find("Password: ");
    ASSERT_NE(begins, std::string::npos);
    const auto password = made.output.substr(begins + 10, made.output.size() - begins - 11);
    EXPECT_GE(password.size(), 16u);

    auto with_password = add_account_words(data, "direzione@rete");
    with_password.insert(with_password.end(), {"--password-file", "-"});
    const auto given = run(with_password, "una frase lunga e segreta\n");
    EXPECT_EQ(given.code, 0) << given.errors;
    EXPECT_EQ(given.output.find("Password"), std::string::npos);

    {
        Served served(data);
        log_in(served.port, "ada@roma", password);
        log_in(served.port, "direzione@rete", "una frase lunga e segreta");
        served.program.signal(SIGINT);
        EXPECT_EQ(served.program.exit_code(), 0);
    }

    expect_one_sentence(run(add_account_words(data, "ada@roma")), "There is an account ada@roma");
    expect_one_sentence(run(add_account_words(data, "ada")), "such as giulia@roma");
    expect_one_sentence(run(add_account_words(data, "ada@atlantide")), "no store called atlantide");
    auto boss = add_account_words(data, "capo@roma");
    boss.back() = "boss";
    expect_one_sentence(run(boss), "There is no role boss");
    auto team = add_account_words(data, "capo@roma");
    team.insert(team.end(), {"--team", "um7"});
    expect_one_sentence(run(team), "There is no team um7");
    auto weak = add_account_words(data, "capo@roma");
    weak.insert(weak.end(), {"--password-file", "-"});
    expect_one_sentence(run(weak, "1234\n"), "");
}

TEST(Program, a_second_program_on_the_same_data_is_told_so)
{
    const Folder folder;
    const auto data = folder.path("data");
    Served first(data);
    expect_one_sentence(run({"serve", "--data", data, "--listen", "127.0.0.1:0"}),
                        "Another program uses the store");
    first.program.signal(SIGTERM);
    EXPECT_EQ(first.program.exit_code(), 0);
}

TEST(Program, is_backed_up_while_it_serves)
{
    const Folder folder;
    const auto data = folder.path("data");
    Served served(data);
    const auto run_backup = run({"backup", "--data", data, "--to", folder.path("copy")});
    EXPECT_EQ(run_backup.code, 0) << run_backup.errors;
    EXPECT_TRUE(std::filesystem::exists(folder.path("copy") + "/roma.backup"));
    served.program.signal(SIGTERM);
    EXPECT_EQ(served.program.exit_code(), 0);
}

// What a phone with ODK Collect asks first is no page of the web app.
TEST(Program, answers_phones_in_their_own_language)
{
    const Folder folder;
    const Served served(folder.path("data"));
    for (const std::string line :
         {"GET /openrosa/roma/formList", "HEAD /openrosa/roma/submission"}) {
        Client client(served.port);
        const auto answer =
            client.ask(line + " HTTP/1.1\r\nHost: x\r\nX-OpenRosa-Version: 1.0\r\n\r\n",
                       line.substr(0, line.find(' ')));
        ASSERT_TRUE(answer) << line;
        EXPECT_EQ(answer->status, 401) << line;
        EXPECT_TRUE(answer->header("content-type").starts_with("text/xml")) << line;
        EXPECT_EQ(answer->header("x-openrosa-version"), "1.0") << line;
    }
}

// Whoever got 200 finds the change again; whoever asked before the end got an answer.
TEST(Program, stops_without_losing_what_it_acknowledged)
{
    const Folder folder;
    const auto data = folder.path("data");
    auto words = add_account_words(data, "ada@roma");
    words.insert(words.end(), {"--password-file", "-"});
    ASSERT_EQ(run(words, "una frase lunga e segreta\n").code, 0);

    std::atomic<int> acknowledged = 0;
    std::atomic<int> refused = 0;
    {
        Served served(data);
        const auto session = log_in(served.port, "ada@roma", "una frase lunga e segreta");
        const auto headers =
            "Cookie: " + session.cookie + "\r\nLgnet-Csrf: " + session.csrf + "\r\n";
        std::vector<std::thread> clients;
        for (int client = 0; client < 4; ++client)
            clients.emplace_back([&, client] {
                Client connection(served.port);
                for (int i = 0;; ++i) {
                    const auto name = std::to_string(client) + "n" + std::to_string(i);
                    const auto id = to_string(make_uuid(system_now()));
                    const bool sent = connection.send(
                        post("/api/access/teams",
                             R"({"id":")" + id + R"(","code":"t)" + name +
                                 R"(","name":"T","kind":"desk","districts":["RM-I"]})",
                             headers));
                    const auto answer = sent ? connection.receive() : std::nullopt;
                    if (!answer)
                        return; // the connection was closed between two requests
                    (answer->status == 201 ? acknowledged : refused) += 1;
                }
            });
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        served.program.signal(SIGTERM);
        EXPECT_EQ(served.program.exit_code(), 0) << served.program.errors;
        for (auto& client : clients)
            client.join();
    }
    EXPECT_GT(acknowledged, 20);
    EXPECT_EQ(refused, 0);

    app::Configuration configuration;
    configuration.data = data;
    const auto store = store::Store::open(app::store_settings(configuration, "roma"));
    static const store::Sql count("select count(*) from access_team");
    std::int64_t kept = 0;
    store->read([&](store::Transaction& transaction) { kept = transaction.number(count); });
    EXPECT_GE(kept, acknowledged);
    EXPECT_LE(kept, acknowledged + 4); // each client may have been cut off from one answer
}

TEST(Program, backs_up_and_restores)
{
    const Folder folder;
    const auto data = folder.path("data");
    const auto made = run(add_account_words(data, "ada@roma"));
    ASSERT_EQ(made.code, 0);
    const auto backup = folder.path("backup");
    const auto backed_up = run({"backup", "--data", data, "--to", backup});
    EXPECT_EQ(backed_up.code, 0) << backed_up.errors;
    EXPECT_EQ(backed_up.output.substr(0, 16), "roma: backed up\n");
    expect_one_sentence(run({"backup", "--data", data, "--to", backup}), "is not empty");

    // Without the key there is no way back; with it, all is there.
    const auto other = folder.path("other");
    expect_one_sentence(run({"restore", "--from", backup, "--data", other}), "The key of roma");
    std::filesystem::create_directories(other + "/keys");
    std::filesystem::copy_file(data + "/keys/roma.key", other + "/keys/roma.key");
    const auto restored = run({"restore", "--from", backup, "--data", other});
    EXPECT_EQ(restored.code, 0) << restored.errors;
    EXPECT_EQ(run({"journal", "verify", "--data", other, "--store", "roma"}).output,
              "roma: 1 lines, all as they were written\n");
    expect_one_sentence(run(add_account_words(other, "ada@roma")), "There is an account");
    expect_one_sentence(run({"restore", "--from", backup, "--data", other}), "not empty");
}

TEST(Program, a_backup_with_its_keys_is_enough)
{
    const Folder folder;
    const auto data = folder.path("data");
    ASSERT_EQ(run(add_account_words(data, "ada@roma")).code, 0);
    ASSERT_EQ(run({"backup", "--data", data, "--to", folder.path("backup"), "--with-keys"}).code,
              0);
    EXPECT_EQ(
        run({"restore", "--from", folder.path("backup"), "--data", folder.path("other")}).code, 0);
    EXPECT_EQ(run({"journal", "verify", "--data", folder.path("other"), "--store", "roma"}).code,
              0);
}

TEST(Program, proves_the_journal)
{
    const Folder folder;
    const auto data = folder.path("data");
    for (const char* login : {"ada@roma", "bea@roma", "zoe@roma"})
        ASSERT_EQ(run(add_account_words(data, login)).code, 0);
    const std::vector<std::string> verify{"journal", "verify", "--data", data, "--store", "roma"};
    EXPECT_EQ(run(verify).output, "roma: 3 lines, all as they were written\n");

    const auto change = [&](const store::Sql& sql) {
        app::Configuration configuration;
        configuration.data = data;
        const auto store = store::Store::open(app::store_settings(configuration, "roma"));
        store->write([&](store::Transaction& transaction) { transaction.execute(sql); });
        store->stop();
    };
    static const store::Sql alter("update core_journal set outcome = 'other' where sequence = 2");
    change(alter);
    const auto altered = run(verify);
    EXPECT_EQ(altered.code, 1);
    EXPECT_NE(altered.output.find("line 2 was altered"), std::string::npos) << altered.output;

    static const store::Sql take_out("delete from core_journal where sequence = 2");
    change(take_out);
    const auto missing = run(verify);
    EXPECT_EQ(missing.code, 1);
    EXPECT_NE(missing.output.find("line 2 is missing"), std::string::npos) << missing.output;
}
