// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <map>

#include "cases/testing.h"
#include "cases/waiting.h"
#include "core/mail.h"

namespace {

using test_cases::id;

const store::Sql write_guard{"insert into people_guarded (guarded_person, guarded_at)"
                             " values ($1, $2)"};

class Reminders : public test_cases::Service {
protected:
    Reminders()
    {
        move_to("2026-11-24T09:00:00Z"); // a Tuesday, at ten
        open_integrated("c1", "amina");
        write_to(sara, "sara.marchetti@example.org");
    }

    void move_to(const char* instant) { house_.now = parse_instant(instant).value(); }

    void write_to(const core::Actor& actor, const std::string& email)
    {
        EXPECT_EQ(outcome(actor, "PUT /api/access/email", R"({"email":")" + email + R"("})"),
                  "200");
    }

    std::string meet(const core::Actor& actor, const std::string& name, const std::string& at_time,
                     const std::string& of = "c1")
    {
        return outcome(actor, "POST " + at(of, "/appointments"),
                       R"({"id":")" + id(name) + R"(","at":")" + at_time +
                           R"(","what":"Colloquio","place":"Via Giolitti 34"})");
    }

    void want(const core::Actor& actor, const char* wanted)
    {
        EXPECT_EQ(
            outcome(actor, "PUT /api/cases/reminder", std::string(R"({"wanted":)") + wanted + "}"),
            "200");
    }

    // The mails that the chores of that moment wrote, "to: subject", one a line.
    std::string evening(const char* instant)
    {
        move_to(instant);
        house_.house->do_chores();
        std::map<std::string, std::string> subjects; // mails of one moment have no order
        house_.store("roma").read([&](store::Transaction& transaction) {
            for (const auto& mail : core::mails_to_try(transaction, house_.now, 100))
                if (mail.made_at == house_.now) {
                    subjects[*mail.recipient] += mail.subject + "\n";
                    last_text_ = mail.text;
                }
        });
        std::string text;
        for (const auto& [reader, subject] : subjects)
            text += reader + ": " + subject;
        return text;
    }

    // "tomorrow 1, week 2": what is not none, in the order of the page.
    std::string waits(const core::Actor& actor)
    {
        const auto response = ask(actor, "GET /api/cases/waiting");
        const auto document = JsonDocument::parse(response.body);
        std::string text;
        for (const auto* name :
             {"tomorrow", "week", "cases_ending", "reviews", "goals", "actions", "documents"}) {
            const auto number = document.root().member(name).integer();
            if (number > 0)
                text +=
                    (text.empty() ? "" : ", ") + std::string(name) + " " + std::to_string(number);
        }
        return text;
    }

    void add_goal(const std::string& name, const core::Actor& responsible, const char* due_on,
                  const std::string& of = "c1")
    {
        EXPECT_EQ(outcome(sara, "POST " + at(of, "/goals"),
                          R"({"id":")" + id(name) +
                              R"(","area":"HOUSING","words":"Un posto","responsible":")" +
                              to_string(responsible.account) + R"(","due_on":")" + due_on +
                              R"("})"),
                  "201");
    }

    std::string add_action(const std::string& name, const std::string& goal,
                           const std::string& more)
    {
        return outcome(sara, "POST /api/cases/goals/" + id(goal) + "/actions",
                       R"({"id":")" + id(name) + R"(","words":"Chiamare","doer":"WORKER")" + more +
                           "}");
    }

    std::string last_text_;
};

std::string one(const std::string& day)
{
    return "sara.marchetti@example.org: lgnet Roma: domani, " + day + ", hai 1 appuntamento\n";
}

constexpr const char* waiting = "sara.marchetti@example.org: lgnet Roma: che cosa ti aspetta\n";

} // namespace

TEST_P(Reminders, come_once_from_five_in_the_evening_on)
{
    ASSERT_EQ(meet(sara, "a1", "2026-11-26T10:00:00Z"), "201");
    ASSERT_EQ(meet(sara, "a2", "2026-11-26T08:30:00Z"), "201");
    EXPECT_EQ(evening("2026-11-24T16:00:00Z"), "") << "nothing tomorrow";
    EXPECT_EQ(evening("2026-11-25T15:59:00Z"), "");
    EXPECT_EQ(evening("2026-11-25T16:00:00Z"),
              "sara.marchetti@example.org: lgnet Roma: domani, 2026-11-26, hai 2 appuntamenti\n");
    EXPECT_NE(last_text_.find("Domani hai 2 appuntamenti, il primo alle 09:30"), std::string::npos)
        << last_text_;
    EXPECT_EQ(evening("2026-11-25T16:01:00Z"), "");
    // After a restart what is kept in memory is built again.
    house_.house->find_place("roma")->kept.clear();
    EXPECT_EQ(evening("2026-11-25T20:00:00Z"), "");
    EXPECT_EQ(evening("2026-11-26T16:00:00Z"), "") << "they are over";
}

TEST_P(Reminders, come_late_the_same_evening_and_never_the_next_day)
{
    ASSERT_EQ(meet(sara, "a1", "2026-11-26T10:00:00Z"), "201");
    ASSERT_EQ(meet(sara, "a2", "2026-11-27T10:00:00Z"), "201");
    ASSERT_EQ(meet(sara, "a3", "2026-11-29T10:00:00Z"), "201");
    // The house was off at five.
    EXPECT_EQ(evening("2026-11-25T22:59:00Z"), one("2026-11-26"));
    // And the whole next evening: at half past midnight nobody is told of what is today.
    EXPECT_EQ(evening("2026-11-26T23:30:00Z"), "");
    EXPECT_EQ(evening("2026-11-27T15:00:00Z"), "");
    EXPECT_EQ(evening("2026-11-27T17:00:00Z"), "") << "nothing on the 28th";
    EXPECT_EQ(evening("2026-11-28T17:00:00Z"), one("2026-11-29"));
}

TEST_P(Reminders, say_numbers_and_the_first_hour_and_nothing_of_anybody)
{
    ASSERT_EQ(meet(sara, "a1", "2026-11-25T08:30:00Z"), "201");
    ASSERT_EQ(evening("2026-11-24T16:00:00Z"), one("2026-11-25"));
    EXPECT_NE(last_text_.find("09:30"), std::string::npos) << last_text_;
    for (const auto* word : {"Amina", "Diallo", "Giolitti", "Colloquio", "RM-I", "Sara"})
        EXPECT_EQ(last_text_.find(word), std::string::npos) << last_text_;
    EXPECT_EQ(last_text_.find(id("c1")), std::string::npos) << last_text_;
}

TEST_P(Reminders, go_to_who_has_an_address_and_wants_them)
{
    ASSERT_EQ(meet(sara, "a1", "2026-11-25T08:30:00Z"), "201");
    ASSERT_EQ(meet(luca, "a2", "2026-11-25T09:30:00Z"), "201"); // he gave no address
    EXPECT_EQ(member(sara, "GET /api/cases/waiting", "wants_mail"), "true");
    want(sara, "false");
    EXPECT_EQ(member(sara, "GET /api/cases/waiting", "wants_mail"), "false");
    EXPECT_EQ(evening("2026-11-24T16:00:00Z"), "");
    want(sara, "true"); // the same evening
    EXPECT_EQ(evening("2026-11-24T17:00:00Z"), one("2026-11-25"));
    want(sara, "false"); // and back: what was told stays told
    want(sara, "true");
    EXPECT_EQ(evening("2026-11-24T18:00:00Z"), "");
    write_to(luca, "luca.desantis@example.org");
    EXPECT_EQ(evening("2026-11-24T19:00:00Z"),
              "luca.desantis@example.org: lgnet Roma: domani, 2026-11-25, hai 1 appuntamento\n");
}

TEST_P(Reminders, tell_of_documents_alone_once_a_week)
{
    add_person("karim", R"("given_name":"Karim","identifiers":[)"
                        R"({"kind":"permit","value":"I12345678","expires_on":"2027-01-10"},)"
                        R"({"kind":"passport","value":"AB1234567","expires_on":"2026-11-01"},)"
                        R"({"kind":"national_id","value":"CA00000AA","expires_on":"2027-06-30"}])");
    open_integrated("c2", "karim");
    EXPECT_EQ(waits(sara), "documents 1");
    EXPECT_EQ(waits(luca), "") << "in the charge of another";
    EXPECT_EQ(evening("2026-11-28T16:00:00Z"), "");
    EXPECT_EQ(evening("2026-11-29T16:00:00Z"), waiting); // a Sunday
    EXPECT_NE(last_text_.find("1 documento di chi segui scade entro 60 giorni"), std::string::npos)
        << last_text_;
    ASSERT_EQ(meet(sara, "a1", "2026-12-02T08:30:00Z"), "201");
    EXPECT_EQ(evening("2026-12-01T16:00:00Z"), one("2026-12-02"))
        << "and in the mail that goes anyway";
    EXPECT_NE(last_text_.find("1 documento di chi segui"), std::string::npos) << last_text_;
    // Another record of the same man, with the same permit, is no further document.
    add_person("karim2", R"("given_name":"Karim","similar_seen":[")" + id("karim") +
                             R"("],"identifiers":[)"
                             R"({"kind":"permit","value":"I12345678","expires_on":"2027-01-10"}])");
    merge("karim", "karim2");
    EXPECT_EQ(waits(sara), "tomorrow 1, week 1, documents 1");
}

TEST_P(Reminders, count_cases_that_end_and_nobody_takes_over)
{
    open_temporary("c2", "ibrahima", "2026-12-09");
    EXPECT_EQ(waits(sara), "") << "fifteen days";
    move_to("2026-11-25T09:00:00Z");
    EXPECT_EQ(waits(sara), "cases_ending 1");
    EXPECT_EQ(waits(luca), "") << "he reads it, and Sara answers for it";
    EXPECT_EQ(evening("2026-11-25T16:00:00Z"), waiting);

    const auto hand_over = at("c2", "/hand_over");
    EXPECT_EQ(outcome(sara, "POST " + hand_over,
                      R"({"to":"Municipio V","destination":"area","sent_on":"2026-11-20"})"),
              "200");
    EXPECT_EQ(waits(sara), "cases_ending 1") << "sent is not accepted";
    EXPECT_EQ(outcome(sara, "POST " + hand_over + "/accept", R"({"on":"2026-11-25"})"), "200");
    EXPECT_EQ(waits(sara), "");
}

TEST_P(Reminders, count_what_the_plan_says_of_the_days)
{
    const auto plan = "PUT " + at("c1", "/plan");
    EXPECT_EQ(outcome(sara, plan, R"({"review_on":"2026-12-02"})"), "200");
    EXPECT_EQ(waits(sara), "") << "eight days";
    EXPECT_EQ(outcome(sara, plan, R"({"review_on":"2026-12-01"})"), "200");
    EXPECT_EQ(waits(sara), "reviews 1");

    add_goal("g1", sara, "2026-12-01");
    add_goal("g2", luca, "2026-11-26");
    add_goal("g3", sara, "2026-12-20");
    EXPECT_EQ(waits(sara), "reviews 1, goals 2") << "of her own case, whoever sees to it";
    EXPECT_EQ(waits(luca), "goals 1");
    ASSERT_EQ(add_action("d1", "g3", R"(,"due_on":"2026-11-20")"), "201");
    ASSERT_EQ(add_action("d2", "g3", R"(,"due_on":"2026-11-30","done_on":"2026-11-24")"), "201");
    ASSERT_EQ(add_action("d3", "g3", ""), "201");
    EXPECT_EQ(waits(sara), "reviews 1, goals 2, actions 1");
    EXPECT_EQ(outcome(sara, "PUT /api/cases/goals/" + id("g2") + "/outcome", R"({"outcome":"3"})"),
              "200");
    EXPECT_EQ(waits(sara), "reviews 1, goals 1, actions 1");
    EXPECT_EQ(waits(luca), "");
    EXPECT_EQ(evening("2026-11-24T16:00:00Z"), waiting);
    EXPECT_EQ(
        outcome(sara, "POST " + at("c1", "/close"), R"({"on":"2026-11-24","reason":"NEED_MET"})"),
        "200");
    EXPECT_EQ(waits(sara), "");
}

TEST_P(Reminders, say_nothing_of_the_guarded_but_to_who_reads_them)
{
    ASSERT_EQ(meet(sara, "a1", "2026-11-25T08:30:00Z"), "201");
    add_goal("g1", sara, "2026-11-25");
    EXPECT_EQ(waits(sara), "tomorrow 1, week 1, goals 1");
    house_.store("roma").write([&](store::Transaction& transaction) {
        transaction.execute(write_guard, id("amina"), house_.now);
    });
    EXPECT_EQ(waits(sara), "");
    EXPECT_EQ(evening("2026-11-24T16:00:00Z"), "");
    const auto of_the_equipe = test_house::actor(
        "sara@roma", core::may(core::social_worker, core::minors_worker), {"ss1"});
    EXPECT_EQ(waits(of_the_equipe), "tomorrow 1, week 1, goals 1");
}

TEST_P(Reminders, are_of_who_reads_cases)
{
    for (const auto& stranger : {giulia, paola, bruno}) {
        EXPECT_EQ(outcome(stranger, "GET /api/cases/waiting"), "404 core.not_found");
        EXPECT_EQ(outcome(stranger, "PUT /api/cases/reminder", R"({"wanted":false})"),
                  "404 core.not_found");
    }
    EXPECT_EQ(outcome(sara, "PUT /api/cases/reminder", "{}"), "422 wanted required");
}

INSTANTIATE_TEST_SUITE_P(Both, Reminders, test_stores::both(), ::testing::PrintToStringParamName());
