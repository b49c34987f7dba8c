// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "cases/testing.h"
#include "cases/work.h"
#include "core/mail.h"

namespace {

using test_cases::id;

class Openings : public test_cases::Service {
protected:
    Openings() { open_integrated("c1", "amina"); }

    std::string open(const core::Actor& actor, const std::string& name,
                     const std::string& words = "Il 118 chiede che farmaci prende",
                     const std::string& of = "c1")
    {
        return outcome(actor, "POST " + at(of, "/emergency_access"),
                       R"({"id":")" + id(name) + R"(","reason":"HEALTH","words":")" + words +
                           R"("})");
    }

    std::string reads(const core::Actor& actor, const std::string& of = "c1")
    {
        return outcome(actor, "GET " + at(of));
    }

    void pass(std::int64_t seconds) { house_.now = house_.now.plus_seconds(seconds); }

    // What get_readable finds in a request of that method.
    bool is_readable(const core::Actor& actor, const std::string& method)
    {
        core::Request request;
        request.method = method;
        bool found = false;
        house_.store("roma").read([&](store::Transaction& transaction) {
            core::Context context(*house_.house, transaction,
                                  house_.house->find_place("roma")->kept, actor, request,
                                  house_.now);
            try {
                cases::get_readable(context, Id<cases::Case>(named_uuid("test c1")));
                found = true;
            } catch (const Problem& problem) {
                EXPECT_EQ(problem.status, 404);
            }
        });
        return found;
    }

    void add_officer(const std::string& name, std::optional<std::string> email)
    {
        access::set_password_cost(1, 8192);
        access::Account account;
        account.id = test_house::actor(name + "@roma", core::data_protection_officer).account;
        account.login_name = name;
        account.name = name;
        account.roles = {"data_protection_officer"};
        account.email = std::move(email);
        account.created_at = house_.now;
        house_.store("roma").write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
        house_.house->find_place("roma")->kept.clear(); // it knew the accounts of before
    }

    std::vector<core::Mail> mails()
    {
        std::vector<core::Mail> found;
        house_.store("roma").read([&](store::Transaction& transaction) {
            found = core::mails_to_try(transaction, house_.now, 100);
        });
        return found;
    }
};

} // namespace

TEST_P(Openings, last_three_hours_to_the_second)
{
    EXPECT_EQ(reads(giulia), "404 core.not_found");
    ASSERT_EQ(open(giulia, "e1"), "201");
    EXPECT_EQ(reads(giulia), "200");
    pass(3 * 60 * 60 - 1);
    EXPECT_EQ(reads(giulia), "200");
    pass(1);
    EXPECT_EQ(reads(giulia), "404 core.not_found");
    EXPECT_EQ(open(giulia, "e2"), "201") << "a second one is another act";
    EXPECT_EQ(open(giulia, "e3"), "409 cases.reads_already");
}

TEST_P(Openings, are_for_one_account_and_one_case)
{
    open_integrated("c2", "ibrahima");
    ASSERT_EQ(open(giulia, "e1"), "201");
    EXPECT_EQ(reads(giulia, "c2"), "404 core.not_found");
    EXPECT_EQ(reads(paola), "404 core.not_found");
    EXPECT_EQ(reads(nadia), "404 core.not_found");
    EXPECT_EQ(open(bruno, "e2"), "404 core.not_found");
    EXPECT_EQ(open(giulia, "e2", "Il 118 chiede che farmaci prende", "no case"),
              "404 core.not_found");
}

// Whoever is let in reads; what writes would not find the case even if it asked as those that read.
TEST_P(Openings, count_where_something_is_read_and_nowhere_else)
{
    EXPECT_FALSE(is_readable(nadia, "GET"));
    ASSERT_EQ(open(nadia, "e1"), "201");
    EXPECT_TRUE(is_readable(nadia, "GET"));
    EXPECT_TRUE(is_readable(nadia, "HEAD"));
    for (const auto* method : {"POST", "PUT", "DELETE"}) {
        EXPECT_FALSE(is_readable(nadia, method)) << method;
        EXPECT_TRUE(is_readable(sara, method)) << method;
    }
    EXPECT_EQ(items(nadia, "GET /api/cases/cases", {"c1"}), "");
    EXPECT_EQ(outcome(nadia, "POST " + at("c1", "/interventions"),
                      R"({"id":")" + id("i1") + R"(","code":"SSP.COLL","on":"2026-11-20"})"),
              "404 core.not_found");
}

// A unit, a desk and the équipe for minors reach as far as their team; the cases of that team are
// no business of theirs.
TEST_P(Openings, are_all_that_others_of_the_same_team_read)
{
    for (const auto role : {core::mobile_unit_operator, core::desk_operator, core::minors_worker}) {
        const auto colleague = test_house::actor("colleague@roma", role, {"ss1"});
        EXPECT_EQ(reads(colleague), "404 core.not_found") << core::name_of(role);
        EXPECT_EQ(outcome(colleague, "GET " + at("c1", "/diary")), "404 core.not_found");
        EXPECT_EQ(outcome(colleague, "GET " + at("c1", "/plan")), "404 core.not_found");
        EXPECT_EQ(outcome(colleague, "GET " + at("c1", "/assessments")), "404 core.not_found");
    }
    const auto unit = test_house::actor("unit@roma", core::mobile_unit_operator, {"ss1"});
    ASSERT_EQ(open(unit, "e1"), "201");
    EXPECT_EQ(reads(unit), "200");
}

TEST_P(Openings, end_with_the_case)
{
    ASSERT_EQ(open(giulia, "e1"), "201");
    EXPECT_EQ(outcome(sara, "DELETE " + at("c1")), "204");
    EXPECT_EQ(reads(giulia), "404 core.not_found");
    EXPECT_EQ(open(paola, "e2"), "404 core.not_found");
}

// Who asked waits; who was let in for some days reads for some days.
TEST_P(Openings, are_granted_by_who_keeps_the_case)
{
    const auto ask = [&](const core::Actor& actor, const std::string& name) {
        return outcome(actor, "POST " + at("c1", "/access_requests"),
                       R"({"id":")" + id(name) + R"(","reason":"Per lavorare insieme"})");
    };
    const auto request = "/api/cases/access_requests/" + id("r1");
    ASSERT_EQ(ask(giulia, "r1"), "201");
    EXPECT_EQ(ask(giulia, "r2"), "409 cases.asked_already");
    EXPECT_EQ(ask(luca, "r2"), "409 cases.reads_already");
    EXPECT_EQ(outcome(luca, "POST " + request + "/grant", "{}"), "409 cases.not_yours_to_answer");
    EXPECT_EQ(outcome(nadia, "POST " + request + "/grant", "{}"), "404 core.not_found");
    EXPECT_EQ(outcome(sara, "POST " + request + "/grant", R"({"days":0})").substr(0, 8),
              "422 days");
    EXPECT_EQ(member(sara, "GET /api/cases/access_requests/waiting", "count"), "1");
    EXPECT_EQ(outcome(sara, "POST " + request + "/grant", R"({"days":1})"), "200");
    EXPECT_EQ(member(sara, "GET /api/cases/access_requests/waiting", "count"), "0");
    pass(24 * 60 * 60 - 1);
    EXPECT_EQ(reads(giulia), "200");
    pass(1);
    EXPECT_EQ(reads(giulia), "404 core.not_found");
    EXPECT_EQ(ask(giulia, "r2"), "201") << "it is over, and may be asked for again";
}

// The officer sees how much was read, files and circumstances too.
TEST_P(Openings, count_whatever_is_read_through_them)
{
    const auto attachment =
        "{\"id\":\"" + id("f1") +
        R"(","on":"2026-11-20","document_kind":"OTHER","kept_to":"everybody",)" +
        R"("file_name":"a.pdf","content":)" + core::samples::attachment_content + "}";
    ASSERT_EQ(outcome(sara, "POST " + at("c1", "/attachments"), attachment), "201");
    ASSERT_EQ(open(giulia, "e1"), "201");
    for (const auto& read :
         {at("c1"), at("c1", "/diary"), at("c1", "/plan"), at("c1", "/assessments"),
          at("c1", "/vulnerabilities"), "/api/cases/attachments/" + id("f1")})
        EXPECT_EQ(outcome(giulia, "GET " + read), "200") << read;
    pass(1);
    const auto list = house_.ask(marco, "GET /api/cases/emergency_accesses", {}, "supervision");
    EXPECT_NE(list.body.find(R"("readings":6)"), std::string::npos) << list.body;
}

TEST_P(Openings, are_told_to_the_officers_that_and_not_what)
{
    add_officer("irene", "irene.galli@example.org");
    add_officer("silvia", std::nullopt);
    ASSERT_EQ(open(giulia, "e1"), "201");
    const auto told = mails();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].recipient, "irene.galli@example.org");
    EXPECT_EQ(told[0].subject, "lgnet Roma: una presa in carico è stata aperta in emergenza");
    EXPECT_NE(told[0].text.find("2026-11-23 alle 22:15"), std::string::npos) << told[0].text;
    for (const auto* what : {"Amina", "Diallo", "Giulia", "Sara", "118", "farmaci"})
        EXPECT_EQ(told[0].text.find(what), std::string::npos) << what;

    // The same request sent again says nothing again; another opening does.
    ASSERT_EQ(open(giulia, "e1"), "201");
    EXPECT_EQ(mails().size(), 1U);
    pass(3 * 60 * 60);
    ASSERT_EQ(open(giulia, "e2"), "201");
    EXPECT_EQ(mails().size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Both, Openings, test_stores::both(), ::testing::PrintToStringParamName());
