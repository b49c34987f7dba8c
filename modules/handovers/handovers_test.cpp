// SPDX-License-Identifier: EUPL-1.2
// What goes between two cities, minute by minute.
#include <gtest/gtest.h>

#include <future>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/mail.h"
#include "core/testing.h"
#include "core/text.h"
#include "handovers/bundle.h"
#include "handovers/rows.h"
#include "network/network.h"
#include "store/rows.h"

namespace handovers {

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

// A social worker in each of two cities, and in the first a person in charge.
class Exchange : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Exchange()
        : house_(GetParam(), {network::module(), access::module(), people::module(),
                              directory::module(), cases::module(), referrals::module(), module()})
    {
        core::set_log_level("error");
        access::set_password_cost(1, 8192);
        add_account(luca, "Luca De Santis");
        add_account(teresa, "Teresa Colli");
        add_account(carlo, "Carlo Berti");
        expect(201, luca, "POST /api/people/persons",
               R"({"id":")" + id("karim") + R"(","given_name":"Karim"})");
        expect(201, luca, "POST /api/cases/cases",
               R"({"id":")" + id("case") + R"(","person":")" + id("karim") +
                   R"(","kind":"integrated","opened_on":"2026-11-01","district":"RM-I"})");
    }

    void send(const std::string& name, const std::string& kind, const std::string& area = "LEGAL")
    {
        expect(201, luca, "POST /api/handovers/sent",
               R"({"id":")" + id(name) + R"(","kind":")" + kind + R"(","area":")" + area +
                   R"(","case":")" + id("case") +
                   R"(","to_city":"milano","parts":[],"basis":"REQUEST",)"
                   R"("notified_on":"2026-11-23"})");
    }

    void accept(const std::string& name)
    {
        expect(200, teresa, at_milano(name) + "/accept",
               R"({"person":")" + id("there") + R"(","case":")" + id("case there") +
                   R"(","kind":"integrated","district":"MI-2"})");
    }

    void step(const std::string& name, const std::string& rest)
    {
        expect(200, teresa, at_milano(name) + "/steps", "{" + rest + "}");
    }

    static std::string at_milano(const std::string& name)
    {
        return "POST /api/handovers/received/" + id(name);
    }

    void expect(int status, const core::Actor& actor, const std::string& line,
                const std::string& body = {})
    {
        const auto response = house_.ask(actor, line, body);
        EXPECT_EQ(response.status, status) << line << "\n" << response.body;
    }

    // What the program does every minute, and what follows from it in other stores.
    void pass(int minutes = 1)
    {
        for (int minute = 0; minute < minutes; ++minute) {
            house_.now = house_.now.plus_seconds(60);
            house_.house->do_chores();
            network::settle(*house_.house);
        }
    }

    SentRow sent(const std::string& name)
    {
        SentRow row;
        house_.store("roma").read([&](store::Transaction& transaction) {
            row = find_sent(transaction, Id<Sent>(named_uuid("test " + name))).value();
        });
        return row;
    }

    std::optional<ReceivedRow> received(const std::string& name)
    {
        std::optional<ReceivedRow> row;
        house_.store("milano").read([&](store::Transaction& transaction) {
            row = find_received(transaction, Id<Received>(named_uuid("test " + name)));
        });
        return row;
    }

    std::string case_state() { return case_state(luca, id("case")); }

    std::string case_state(const core::Actor& reader, const std::string& case_id)
    {
        const auto response = house_.ask(reader, "GET /api/cases/cases/" + case_id);
        EXPECT_EQ(response.status, 200) << response.body;
        return std::string(JsonDocument::parse(response.body).root().member("state").text());
    }

    // To whom it was written now, and the first thing that is said.
    std::string told(const std::string& slug)
    {
        std::string text;
        house_.store(slug).read([&](store::Transaction& transaction) {
            for (const auto& mail : core::mails_to_try(transaction, house_.now, 100))
                if (mail.made_at == house_.now) {
                    const auto begins = mail.text.find("\n\n- ") + 2;
                    text += *mail.recipient + ": " +
                            mail.text.substr(begins, mail.text.find('\n', begins) - begins);
                    EXPECT_EQ(mail.text.find("Karim"), std::string::npos);
                }
        });
        return text;
    }

    // Both are done before either city hears of the other: the network is busy meanwhile.
    template <class One, class Other> void cross(const One& one, const Other& other)
    {
        std::promise<void> gate;
        const auto opened = gate.get_future().share();
        house_.store("rete").submit([opened](store::Transaction&) { opened.wait(); },
                                    [](std::exception_ptr) {});
        one();
        other();
        gate.set_value();
    }

    void act_at_once(const std::string& kind, const std::string& why = "")
    {
        send("both", kind);
        pass();
        cross([&] { accept("both"); },
              [&] { expect(200, luca, "DELETE /api/handovers/sent/" + id("both") + why); });
        pass();
        EXPECT_EQ(sent("both").state, "withdrawn");
        EXPECT_EQ(received("both")->state, "withdrawn");
    }

    void later(int days) { house_.now = house_.now.plus_seconds(24LL * 3600 * days); }

    test_house::TestHouse house_;
    const core::Actor luca = test_house::actor("luca@roma", core::social_worker, {"ss1"});
    const core::Actor teresa = test_house::actor("teresa@milano", core::social_worker, {"ss1"});
    const core::Actor carlo = test_house::actor("carlo@milano", core::city_coordinator);

private:
    void add_account(const core::Actor& actor, const std::string& name)
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = name;
        account.roles = core::names_of(actor.roles);
        account.email = actor.name + "@example.org";
        account.created_at = house_.now;
        house_.store(actor.store).write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
    }
};

} // namespace

TEST_P(Exchange, of_a_hand_over_ends_with_the_answer)
{
    send("hers", a_handover);
    pass();
    EXPECT_EQ(received("hers")->state, "sent");
    expect(200, teresa, at_milano("hers") + "/refuse", R"({"reason":"NO_CAPACITY"})");
    pass();
    EXPECT_EQ(sent("hers").state, "refused");
    EXPECT_EQ(case_state(), "open");

    send("again", a_handover);
    pass();
    accept("again");
    pass();
    EXPECT_EQ(case_state(), "closed");
}

TEST_P(Exchange, of_a_referral_tells_each_step_and_what_is_taken_back)
{
    send("asked", a_referral);
    pass(2);
    step("asked", R"("what":"seen")");
    pass(2);
    EXPECT_TRUE(sent("asked").seen_on);
    EXPECT_EQ(sent("asked").state, "sent");
    accept("asked");
    pass(2);
    EXPECT_EQ(sent("asked").state, "accepted");
    EXPECT_EQ(received("asked")->case_id, std::nullopt) << "a referral opens no case";
    EXPECT_EQ(case_state(), "open");

    step("asked", R"("what":"not_attended")");
    step("asked", R"("what":"closed","outcome":"DID_NOT_ATTEND")");
    pass(2);
    EXPECT_EQ(sent("asked").went, "not_attended");
    EXPECT_EQ(sent("asked").outcome, "DID_NOT_ATTEND");
    expect(200, teresa, "DELETE /api/handovers/received/" + id("asked") + "/steps");
    pass();
    EXPECT_EQ(sent("asked").outcome, std::nullopt);
    EXPECT_EQ(case_state(), "open");
}

// A withdrawal counts as long as no answer has come.
TEST_P(Exchange, of_a_hand_over_has_one_end_where_both_act_at_once)
{
    act_at_once(a_handover);
    const auto there = case_state(teresa, to_string(received("both")->case_id.value()));
    EXPECT_EQ(there, "closed");
    EXPECT_EQ(case_state(), "open") << "the person is in the charge of one city";
}

TEST_P(Exchange, of_a_referral_has_one_end_where_both_act_at_once)
{
    act_at_once(a_referral, "?outcome=LEFT_CITY");
    EXPECT_EQ(case_state(), "open");
}

TEST_P(Exchange, reminds_of_what_waits_too_long_once_for_each_reason)
{
    send("asked", a_referral);
    pass(2);
    EXPECT_EQ(told("roma") + told("milano"), "");
    later(10 + 1);
    pass();
    EXPECT_EQ(told("roma"),
              "luca@example.org: - inviato il 2026-11-23: l'altra città non ha risposto in tempo");
    EXPECT_EQ(told("milano"),
              "carlo@example.org: - arrivato il 2026-11-23: l'altra città aspetta una risposta");
    pass();
    EXPECT_EQ(told("roma") + told("milano"), "") << "said already";

    accept("asked");
    pass(2);
    EXPECT_EQ(told("roma") + told("milano"), "");
    later(30 + 1);
    pass();
    EXPECT_EQ(told("milano"), "teresa@example.org: - arrivato il 2026-11-23: l'altra città aspetta "
                              "di sapere com'è finita");
    EXPECT_EQ(told("roma"),
              "luca@example.org: - inviato il 2026-11-23: l'altra città non ha ancora "
              "detto com'è finita");
    step("asked", R"("what":"closed","outcome":"UNABLE_TO_CONTACT")");
    pass(2);
    later(365);
    pass();
    EXPECT_EQ(told("roma") + told("milano"), "");
}

// What older programs read must stay as they know it, and what they do not know they must not take
// for something else.
TEST(Boxes, of_hand_overs_say_nothing_of_referrals)
{
    EXPECT_EQ(to_json(AnswerBox{"Teresa Colli", std::nullopt, std::nullopt, std::nullopt}),
              R"({"by_name":"Teresa Colli"})");
    EXPECT_EQ(to_json(Bundle()).find("asked"), std::string::npos);
    Bundle bundle;
    bundle.asked = Asked{"LEGAL"};
    EXPECT_NE(to_json(bundle).find(R"("asked":{"area":"LEGAL"})"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Both, Exchange, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace handovers
