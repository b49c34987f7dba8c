// SPDX-License-Identifier: EUPL-1.2
// What becomes of a mail when no server takes it; tests/browser/mail.test.mjs has one that does.
#include "app/postman.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "app/house.h"
#include "core/log.h"
#include "core/testing.h"

namespace {

std::string refusal_of(const app::Configuration& configuration)
{
    try {
        app::mail_server_of(configuration);
    } catch (const app::Refused& refused) {
        return refused.what();
    }
    return "";
}

core::Module bell()
{
    core::Module module{"bell", core::Where::city, {}};
    module.chores = {{"bell.ring", [](core::Context& context) -> std::vector<Uuid> {
                          core::post_mail(context, "marco@example.org", "Otto", "Sono le otto.");
                          return {};
                      }}};
    return module;
}

} // namespace

TEST(Postman, keeps_what_no_server_takes_and_tries_again)
{
    core::set_log_level("error");
    test_house::TestHouse house(test_stores::Engine::sqlite, {bell()}, {"roma"});
    house.house->do_chores();
    app::Postman postman({.url = "smtp://127.0.0.1:1", .from = "lgnet@comune.example"});
    const auto waiting = [&] {
        std::vector<core::Mail> mails;
        house.store("roma").read([&](store::Transaction& transaction) {
            mails = core::mails_to_try(transaction, house.now, 10);
        });
        return mails;
    };
    ASSERT_EQ(waiting().size(), 1u);
    postman.deliver(*house.house);
    EXPECT_EQ(waiting().size(), 0u);
    house.now = house.now.plus_seconds(60);
    ASSERT_EQ(waiting().size(), 1u);
    EXPECT_EQ(waiting()[0].tries, 1);
    EXPECT_EQ(waiting()[0].recipient, "marco@example.org");
}

// A server that takes the line and then says nothing: the program still ends when it is told to.
TEST(Postman, lets_go_of_a_server_that_does_not_answer)
{
    core::set_log_level("error");
    test_house::TestHouse house(test_stores::Engine::sqlite, {bell()}, {"roma"});
    house.house->do_chores();
    const int listening = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof place;
    ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr*>(&place), length), 0);
    ASSERT_EQ(listen(listening, 1), 0);
    getsockname(listening, reinterpret_cast<sockaddr*>(&place), &length);

    app::Postman postman({.url = "smtp://127.0.0.1:" + std::to_string(ntohs(place.sin_port)),
                          .from = "lgnet@comune.example"});
    const auto begun = std::chrono::steady_clock::now();
    std::thread stopping([&] {
        const int taken = accept(listening, nullptr, nullptr); // it has come that far
        postman.stop();
        std::this_thread::sleep_for(std::chrono::seconds(5));
        close(taken);
    });
    postman.deliver(*house.house);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4));
    stopping.join();
    close(listening);
}

TEST(Postman, refuses_a_server_that_it_could_not_use)
{
    app::Configuration configuration;
    EXPECT_EQ(refusal_of(configuration), "");
    configuration.mail_server = "mail.comune.example";
    EXPECT_NE(refusal_of(configuration).find("mail.server"), std::string::npos);
    configuration.mail_server = "smtps://mail.comune.example";
    EXPECT_NE(refusal_of(configuration).find("mail.from"), std::string::npos);
    configuration.mail_from = "lgnet@comune.example";
    EXPECT_EQ(refusal_of(configuration), "");
    configuration.mail_password_file = "/nowhere/password";
    EXPECT_NE(refusal_of(configuration).find("/nowhere/password"), std::string::npos);
}
