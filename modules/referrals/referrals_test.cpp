// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/mail.h"
#include "core/testing.h"
#include "core/text.h"
#include "referrals/acts.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

// A social worker with a person in charge, a colleague elsewhere, and two services.
class Referrals : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Referrals()
        : house_(GetParam(),
                 {access::module(), people::module(), directory::module(), cases::module(),
                  referrals::module()},
                 {"roma"})
    {
        core::set_log_level("warning");
        access::set_password_cost(1, 8192);
        add_account(sara, "Sara Marchetti", "sara@example.org");
        add_account(paola, "Paola Conti", std::nullopt);
        expect(201, sara, "POST /api/people/persons",
               R"({"id":")" + id("amina") + R"(","given_name":"Amina","family_name":"Diallo"})");
        expect(201, sara, "POST /api/cases/cases",
               R"({"id":")" + id("case") + R"(","person":")" + id("amina") +
                   R"(","kind":"temporary","opened_on":"2026-11-01","ends_on":"2026-12-20",)"
                   R"("district":"RM-I"})");
        add_service("clinic", "Ambulatorio");
        add_service("municipio", "Servizio sociale del Municipio V");
    }

    void add_service(const std::string& name, const std::string& called)
    {
        expect(201, sara, "POST /api/directory/services",
               R"({"id":")" + id(name) + R"(","name":")" + called +
                   R"(","organisation":"Roma Capitale","kind":"PUBLIC","status":"active",)"
                   R"("areas":["HEALTH"],"access":"walk_in"})");
    }

    void send(const std::string& name, const std::string& rest)
    {
        expect(201, sara, "POST /api/referrals/referrals",
               R"({"id":")" + id(name) + R"(","ticket":")" + id(name + " ticket") +
                   R"(","person":")" + id("amina") + R"(","area":"HEALTH","district":"RM-I",)" +
                   rest + "}");
    }

    void step(const std::string& name, const std::string& what, const std::string& rest = "")
    {
        expect(201, sara, "POST /api/referrals/referrals/" + id(name) + "/steps",
               R"({"id":")" + id(name + what) + R"(","what":")" + what + '"' + rest + "}");
    }

    std::string text(const core::Actor& actor, const std::string& line, const std::string& member)
    {
        const auto response = house_.ask(actor, line);
        EXPECT_EQ(response.status, 200) << line << "\n" << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto value = document.root().member(member);
        return value.kind() == JsonView::Kind::text ? std::string(value.text()) : "absent";
    }

    std::string hand_over(const std::string& member)
    {
        return text(sara, "GET /api/cases/cases/" + id("case"), member);
    }

    void expect(int status, const core::Actor& actor, const std::string& line,
                const std::string& body = {})
    {
        const auto response = house_.ask(actor, line, body);
        EXPECT_EQ(response.status, status) << line << "\n" << response.body;
    }

    void later(int hours) { house_.now = house_.now.plus_seconds(3600LL * hours); }

    // What Sara is told by e-mail now: the last line that names a referral.
    std::string told()
    {
        house_.house->do_chores();
        std::string text;
        house_.store("roma").read([&](store::Transaction& transaction) {
            for (const auto& mail : core::mails_to_try(transaction, house_.now, 100))
                if (mail.made_at == house_.now && mail.subject.find("invi") != std::string::npos)
                    text += *mail.recipient + ": " + mail.text;
        });
        const auto begins = text.find("\n\n- ");
        return begins == std::string::npos
                   ? text
                   : text.substr(begins + 2, text.find("\n", begins + 2) - begins - 2);
    }

    test_house::TestHouse house_;
    const core::Actor sara = with_team(test_house::actor("sara@roma", core::social_worker), "ss1");
    const core::Actor paola =
        with_team(test_house::actor("paola@roma", core::desk_operator), "oss");

private:
    static core::Actor with_team(core::Actor actor, const std::string& team)
    {
        actor.teams = {team};
        return actor;
    }

    void add_account(const core::Actor& actor, const std::string& name,
                     std::optional<std::string> email)
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = core::folded(name.substr(0, 4));
        account.name = name;
        account.roles = core::names_of(actor.roles);
        account.email = std::move(email);
        account.created_at = house_.now;
        house_.store("roma").write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
    }
};

// A transfer is the hand-over of its case, whichever way it goes.
TEST_P(Referrals, hand_the_case_over_by_a_transfer)
{
    const auto transfer = R"("service":")" + id("municipio") + R"(","case":")" + id("case") +
                          R"(","mode":"TRANSFER")";
    send("first", transfer);
    EXPECT_EQ(hand_over("hand_over_to"), "Servizio sociale del Municipio V");
    EXPECT_EQ(hand_over("hand_over_accepted_on"), "absent");

    step("first", "refused", R"(,"outcome":"NO_CAPACITY")");
    EXPECT_EQ(hand_over("hand_over_to"), "absent") << "another one may be asked";

    send("second", transfer);
    step("second", "accepted");
    EXPECT_EQ(hand_over("hand_over_accepted_on"), "2026-11-23");
    expect(200, sara, "DELETE /api/referrals/steps/" + id("secondaccepted"));
    EXPECT_EQ(hand_over("hand_over_accepted_on"), "absent");
    EXPECT_EQ(hand_over("hand_over_to"), "Servizio sociale del Municipio V");

    step("second", "revoked", R"(,"outcome":"NOT_APPLICABLE")");
    EXPECT_EQ(hand_over("hand_over_to"), "absent");
    expect(200, sara, "DELETE /api/referrals/steps/" + id("secondrevoked"));
    EXPECT_EQ(hand_over("hand_over_to"), "Servizio sociale del Municipio V") << "taken back";
}

TEST_P(Referrals, do_not_take_the_place_of_a_hand_over_that_stands)
{
    expect(200, sara, "POST /api/cases/cases/" + id("case") + "/hand_over",
           R"({"to":"ASL Roma 2","destination":"area","sent_on":"2026-11-20"})");
    expect(409, sara, "POST /api/referrals/referrals",
           R"({"id":")" + id("third") + R"(","ticket":")" + id("t") + R"(","person":")" +
               id("amina") + R"(","area":"HEALTH","district":"RM-I","service":")" +
               id("municipio") + R"(","case":")" + id("case") + R"(","mode":"TRANSFER"})");
    EXPECT_EQ(hand_over("hand_over_to"), "ASL Roma 2");
}

TEST_P(Referrals, are_remembered_to_who_sent_them_once_for_each_reason)
{
    send("urgent", R"("service":")" + id("clinic") + R"(","mode":"URGENT")");
    EXPECT_EQ(told(), "");
    later(5);
    EXPECT_EQ(told(), "- inviato il 2026-11-23: il servizio non ha risposto in tempo");
    later(1);
    EXPECT_EQ(told(), "") << "said already";
    step("urgent", "accepted");
    EXPECT_EQ(told(), "");
    later(8 * 24);
    EXPECT_EQ(told(), "- inviato il 2026-11-23: non si sa ancora com'è finita");
    step("urgent", "closed", R"(,"outcome":"SERVICE_PROVIDED")");
    later(9999);
    EXPECT_EQ(told(), "");
}

TEST_P(Referrals, are_not_there_for_who_has_nothing_to_do_with_them)
{
    send("hers", R"("service":")" + id("clinic") + R"(","mode":"WARM","told_name":"Amina")");
    for (const auto& line : {"GET /api/referrals/referrals/" + id("hers"),
                             "GET /api/referrals/referrals/" + id("hers") + "/slip?language=it"})
        expect(404, paola, line);
    expect(404, paola, "POST /api/referrals/referrals/" + id("hers") + "/steps",
           R"({"id":")" + id("x") + R"(","what":"accepted"})");
    expect(404, paola, "PUT /api/referrals/referrals/" + id("hers") + "/link",
           R"({"ticket":")" + id("x") + R"("})");
}

// The slip is found in a pocket: no name on it, in no language.
TEST_P(Referrals, are_printed_in_every_language_without_a_name)
{
    send("slip", R"("service":")" + id("clinic") +
                     R"(","mode":"WARM","told_name":"Amina","appointment_at":"2026-11-26T09:30Z")");
    for (const auto* language : {"it", "en", "fr", "es", "ar", "bn", "uk", "zh"}) {
        const auto response = house_.ask(sara, "GET /api/referrals/referrals/" + id("slip") +
                                                   "/slip?language=" + language);
        EXPECT_EQ(response.status, 200) << language;
        EXPECT_EQ(response.content_type, "application/pdf");
        EXPECT_EQ(response.body.substr(0, 5), "%PDF-") << language;
    }
    const auto other =
        house_.ask(sara, "GET /api/referrals/referrals/" + id("slip") + "/slip?language=xx");
    EXPECT_EQ(other.status, 422);
}

INSTANTIATE_TEST_SUITE_P(Both, Referrals, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
