// SPDX-License-Identifier: EUPL-1.2
// What becomes of a mail when no server takes it; tests/browser/mail.test.mjs has one that does.
#include "app/postman.h"

#include <gtest/gtest.h>

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
    const app::Postman postman({.url = "smtp://127.0.0.1:1", .from = "lgnet@comune.example"});
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
