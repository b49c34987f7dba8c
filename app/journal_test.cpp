// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sstream>

#include "app/commands.h"
#include "app/house.h"
#include "app/testing.h"
#include "core/log.h"
#include "network/network.h"

namespace {

// Roma has submitted a statement, which the network has received, and worked on.
class Journal : public ::testing::Test {
protected:
    Journal()
    {
        core::set_log_level("warning");
        configuration_.data = folder_.path("data");
        const auto house = app::open_house(configuration_, {"roma", "rete"});
        add_team(*house, "t1");
        submit_statement(*house);
        add_team(*house, "t2");
        network::settle(*house); // on its way, and noted back
        house->stop();
    }

    static core::Response ask(core::House& house, core::Roles roles, const std::string& path,
                              const std::string& body)
    {
        core::Actor actor;
        actor.account = Id<core::Account>(named_uuid("somebody"));
        actor.store = "roma";
        actor.name = "Somebody";
        actor.roles = roles;
        core::Request request;
        request.method = "POST";
        request.path = path;
        request.headers = {{"content-type", "application/json"}};
        request.body = body;
        return house.ask(actor, request);
    }

    static void add_team(core::House& house, const std::string& code)
    {
        const auto response = ask(house, core::administrator, "/api/access/teams",
                                  R"({"id":")" + to_string(named_uuid(code)) + R"(","code":")" +
                                      code + R"(","name":"T","kind":"desk","districts":["RM-I"]})");
        ASSERT_EQ(response.status, 201) << response.body;
    }

    static void submit_statement(core::House& house)
    {
        const auto quarter = quarter_of(quarter_of(local_date(system_now())).begins.plus_days(-1));
        const auto response = ask(house, core::city_coordinator, "/api/monitoring/statements",
                                  R"({"id":")" + to_string(named_uuid("statement")) +
                                      R"(","period":")" + to_string(quarter) + R"("})");
        ASSERT_EQ(response.status, 201) << response.body;
    }

    void change(const std::string& slug, const std::vector<const store::Sql*>& statements)
    {
        const auto store = store::Store::open(app::store_settings(configuration_, slug));
        store->write([&](store::Transaction& transaction) {
            for (const auto* sql : statements)
                transaction.execute(*sql);
        });
        store->stop();
    }

    struct Outcome {
        int code = 0;
        std::string says;
    };
    Outcome verify(const std::string& slug)
    {
        std::ostringstream out;
        const int code = app::verify_journals(configuration_, slug, out);
        return {code, out.str()};
    }

    test_program::Folder folder_;
    app::Configuration configuration_;
};

const store::Sql cut_everything("delete from core_journal");
const store::Sql cut_the_end("delete from core_journal where sequence > 1");
const store::Sql forget_values("delete from monitoring_value");
const store::Sql forget_left_out("delete from monitoring_left_out");
const store::Sql forget_statements("delete from monitoring_statement");
const store::Sql rewrite_statement("update monitoring_statement set progress = 'another'");

} // namespace

TEST_F(Journal, holds)
{
    const auto outcome = verify("roma");
    EXPECT_EQ(outcome.code, 0);
    EXPECT_EQ(outcome.says, "roma: 3 lines, all as they were written\n");
}

TEST_F(Journal, a_cut_at_its_end_shows_by_the_statement_of_the_city)
{
    change("roma", {&cut_everything});
    const auto outcome = verify("roma");
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(
        outcome.says.find("it ends after line 0, but a statement was made when there were more"),
        std::string::npos)
        << outcome.says;
}

// Whoever has the city's store can cut its statements too; the network's copy is out of reach.
TEST_F(Journal, a_cut_at_its_end_shows_by_what_the_network_has)
{
    change("roma", {&cut_everything, &forget_values, &forget_left_out, &forget_statements});
    const auto outcome = verify("roma");
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.says.find("it ends after line 0"), std::string::npos) << outcome.says;
}

// The statement knows the journal as it was before: lines that came later are not proven by it.
TEST_F(Journal, what_no_statement_has_seen_can_be_cut)
{
    change("roma", {&cut_the_end});
    EXPECT_EQ(verify("roma").code, 0);
}

TEST_F(Journal, an_altered_statement_is_named)
{
    change("rete", {&rewrite_statement});
    const auto outcome = verify("rete");
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.says.find("rete: the statement roma "), std::string::npos) << outcome.says;
}
