// SPDX-License-Identifier: EUPL-1.2
// First names of residents are forgotten in time and no sooner; two records of one human being take
// part once; hours stay with their day.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "access/access.h"
#include "base/json.h"
#include "civic/civic.h"
#include "core/log.h"
#include "core/testing.h"

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

const store::Sql write_guard{"insert into people_guarded (guarded_person, guarded_at)"
                             " values ($1, $2)"};
const store::Sql count_names{"select count(*) from civic_participant"
                             " where first_name is not null"};
const store::Sql day_of_hours{"select max(day) from civic_fact_work"};

class Civic : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Civic() : house_(GetParam(), {access::module(), people::module(), civic::module()}, {"roma"})
    {
        core::set_log_level("warning");
        at("2026-11-23T10:00:00Z");
        EXPECT_EQ(outcome("POST /api/civic/projects",
                          R"({"id":")" + id("park") +
                              R"(","name":"Il parco","kind":"GREEN","district":"RM-I",)"
                              R"("proposer":"TOGETHER","agreement_on":"2026-10-01"})"),
                  "201");
        EXPECT_EQ(outcome("POST " + park("/insurances"),
                          R"({"id":")" + id("policy") +
                              R"(","from_on":"2026-10-01","until_on":"2026-12-31"})"),
                  "201");
    }

    void at(const char* instant) { house_.now = parse_instant(instant).value(); }

    static std::string park(const std::string& rest = "")
    {
        return "/api/civic/projects/" + id("park") + rest;
    }

    // "201", or "409 civic.takes_part".
    std::string outcome(const std::string& line, const std::string& body = {})
    {
        const auto response = house_.ask(sara, line, body);
        auto text = std::to_string(response.status);
        if (response.status < 400)
            return text;
        const auto document = JsonDocument::parse(response.body);
        return text + " " + std::string(document.root().member("code").text());
    }

    void add_person(const std::string& name)
    {
        EXPECT_EQ(outcome("POST /api/people/persons",
                          R"({"id":")" + id(name) + R"(","given_name":")" + name + "\"}"),
                  "201");
    }

    std::string add_participant(const std::string& name, const std::string& who)
    {
        return outcome("POST " + park("/participants"),
                       R"({"id":")" + id(name) + R"(","joined_on":"2026-11-01",)" + who + "}");
    }

    std::string add_resident(const std::string& name)
    {
        return add_participant(name, R"("kind":"resident","first_name":")" + name + '"');
    }

    std::string add_migrant(const std::string& name, const std::string& person)
    {
        return add_participant(name, R"("kind":"migrant","person":")" + id(person) + '"');
    }

    // "Rosa, -": the first names of the participants, in their order.
    std::string first_names()
    {
        const auto response = house_.ask(sara, "GET " + park());
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto all = document.root().member("participants");
        std::string names;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto name = all.at(i).member("first_name");
            const bool is_there = name.kind() == JsonView::Kind::text;
            names += (i > 0 ? ", " : "") + (is_there ? std::string(name.text()) : "-");
        }
        return names;
    }

    std::string minutes_of(const std::string& person)
    {
        const auto response = house_.ask(sara, "GET /api/civic/persons/" + id(person));
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto projects = document.root().member("projects");
        std::string all;
        for (std::size_t i = 0; i < projects.size(); ++i)
            all += (i > 0 ? ", " : "") + std::to_string(projects.at(i).member("minutes").integer());
        return all;
    }

    // Amina takes part, and on one day, of 120 minutes, something may be said of her.
    void plan_day()
    {
        add_person("amina");
        EXPECT_EQ(add_migrant("t1", "amina"), "201");
        EXPECT_EQ(outcome("POST " + park("/days"),
                          R"({"id":")" + id("day") + R"(","day":"2026-11-21","minutes":120})"),
                  "201");
    }

    core::Response say(const std::string& body, const std::string& participant = "t1")
    {
        return house_.ask(
            sara, "PUT /api/civic/days/" + id("day") + "/participants/" + id(participant), body);
    }

    // "worked 120", "absent", "-".
    static std::string said_in(const JsonView& attendance)
    {
        const auto state = attendance.member("state");
        if (state.kind() != JsonView::Kind::text)
            return "-";
        const auto minutes = attendance.member("minutes");
        return std::string(state.text()) + (minutes.kind() == JsonView::Kind::integer
                                                ? " " + std::to_string(minutes.integer())
                                                : "");
    }

    // What stands of who takes part on the first day of the project, as that actor reads it.
    std::string said(const core::Actor& actor, const std::string& participant = "t1")
    {
        const auto response = house_.ask(actor, "GET " + park());
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto all = document.root().member("days").at(0).member("attendances");
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all.at(i).member("participant").text() == id(participant))
                return said_in(all.at(i));
        return "-";
    }

    int named()
    {
        int count = 0;
        house_.store("roma").read([&](store::Transaction& transaction) {
            count = static_cast<int>(transaction.number(count_names));
        });
        return count;
    }

    // The day of the hours that monitoring counts.
    std::string worked_on()
    {
        std::string day;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(day_of_hours);
            if (rows->next())
                day = rows->text(0);
        });
        return day;
    }

    const core::Actor ines = test_house::actor("ines@roma", core::minors_worker);
    const core::Actor sara = test_house::actor("sara@roma", core::social_worker, {"ss1"});
    test_house::TestHouse house_;
};

INSTANTIATE_TEST_SUITE_P(Both, Civic, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace

TEST_P(Civic, forgets_first_names_a_month_after_the_end)
{
    EXPECT_EQ(add_resident("Rosa"), "201");
    EXPECT_EQ(add_participant("nobody", R"("kind":"resident")"), "201");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa, -");
    EXPECT_EQ(outcome("PUT " + park("/end"), R"({"ended_on":"2026-11-23"})"), "200");

    at("2026-12-23T10:00:00Z"); // the thirtieth day
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa, -");
    at("2026-12-24T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "-, -");
}

TEST_P(Civic, keeps_first_names_while_the_project_goes_on)
{
    EXPECT_EQ(add_resident("Rosa"), "201");
    EXPECT_EQ(outcome("PUT " + park("/end"), R"({"ended_on":"2026-11-23"})"), "200");
    EXPECT_EQ(outcome("DELETE " + park("/end")), "200");
    at("2027-11-23T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(first_names(), "Rosa");
}

TEST_P(Civic, counts_one_human_being_once_under_both_records)
{
    add_person("amina");
    add_person("aminata");
    EXPECT_EQ(add_migrant("t1", "amina"), "201");
    EXPECT_EQ(add_migrant("t2", "aminata"), "201");
    EXPECT_EQ(outcome("DELETE /api/civic/participants/" + id("t2")), "204");
    EXPECT_EQ(outcome("POST /api/people/merges", R"({"id":")" + id("merge") + R"(","kept":")" +
                                                     id("amina") + R"(","duplicate":")" +
                                                     id("aminata") + R"("})"),
              "201");
    EXPECT_EQ(add_migrant("t3", "aminata"), "409 civic.takes_part");
    EXPECT_EQ(outcome("POST /api/civic/participants/" + id("t2") + "/restore"),
              "409 civic.takes_part");
    // Said again, it is the same.
    EXPECT_EQ(add_migrant("t1", "amina"), "201");

    EXPECT_EQ(outcome("POST " + park("/days"),
                      R"({"id":")" + id("day") + R"(","day":"2026-11-21","minutes":120})"),
              "201");
    EXPECT_EQ(outcome("PUT /api/civic/days/" + id("day") + "/participants/" + id("t1"),
                      R"({"state":"worked"})"),
              "200");
    EXPECT_EQ(minutes_of("amina"), "120");
    EXPECT_EQ(minutes_of("aminata"), "120");
}

TEST_P(Civic, leaves_the_hours_of_a_cancelled_day_out)
{
    add_person("amina");
    EXPECT_EQ(add_migrant("t1", "amina"), "201");
    EXPECT_EQ(outcome("POST " + park("/days"),
                      R"({"id":")" + id("day") + R"(","day":"2026-11-21","minutes":120})"),
              "201");
    const auto mark = "PUT /api/civic/days/" + id("day") + "/participants/" + id("t1");
    EXPECT_EQ(outcome(mark, R"({"state":"worked","minutes":90})"), "200");
    EXPECT_EQ(minutes_of("amina"), "90");
    EXPECT_EQ(outcome("DELETE /api/civic/days/" + id("day")), "204");
    EXPECT_EQ(minutes_of("amina"), "0");
    EXPECT_EQ(outcome(mark, R"({"state":"worked"})"), "404 core.not_found");
    EXPECT_EQ(outcome("POST /api/civic/days/" + id("day") + "/restore"), "200");
    EXPECT_EQ(minutes_of("amina"), "90");
}

TEST_P(Civic, keeps_the_correction_made_after_what_a_phone_tells_late)
{
    plan_day();
    ASSERT_EQ(say(R"({"state":"absent"})").status, 200);
    const auto late = say(R"({"state":"worked","at":"2026-11-23T09:00:00Z"})");
    ASSERT_EQ(late.status, 200);
    const auto document = JsonDocument::parse(late.body);
    EXPECT_EQ(said_in(document.root()), "absent") << "the phone is told what stands";
    EXPECT_EQ(said(sara), "absent");
    at("2026-11-23T11:00:00Z");
    ASSERT_EQ(say(R"({"state":"worked","at":"2026-11-23T10:30:00Z"})").status, 200);
    EXPECT_EQ(said(sara), "worked 120");
    // Nothing said any more is said too.
    ASSERT_EQ(say("{}").status, 200);
    ASSERT_EQ(say(R"({"state":"absent","at":"2026-11-23T10:45:00Z"})").status, 200);
    EXPECT_EQ(said(sara), "-");
    EXPECT_EQ(outcome("PUT /api/civic/days/" + id("day") + "/participants/" + id("t1"),
                      R"({"state":"absent","at":"2026-11-24T10:00:00Z"})"),
              "422 core.input_invalid")
        << "nobody says what is to come";
}

TEST_P(Civic, keeps_what_was_said_last_in_whatever_order_it_arrives)
{
    struct Saying {
        Instant said_at;
        Instant arrives_at;
        bool by_phone = false;
        std::string body; // without its end
        std::string stands;
    };
    plan_day();
    std::mt19937 random(20261123);
    const std::vector<std::pair<std::string, std::string>> sayings{
        {R"({"state":"worked")", "worked 120"},
        {R"({"state":"worked","minutes":60)", "worked 60"},
        {R"({"state":"absent")", "absent"},
        {R"({"state":null)", "-"}};
    for (int round = 0; round < 40; ++round) {
        std::vector<Saying> all;
        for (int i = 1; i <= 6; ++i) {
            const auto& [body, stands] = sayings[random() % sayings.size()];
            const auto said_at = house_.now.plus_seconds(60 * i);
            const bool by_phone = random() % 2 == 0;
            const auto late = by_phone ? static_cast<std::int64_t>(random() % 900) : 0;
            all.push_back({said_at, said_at.plus_seconds(late), by_phone, body, stands});
        }
        const auto last = all.back().stands;
        std::stable_sort(all.begin(), all.end(), [](const Saying& one, const Saying& other) {
            return one.arrives_at < other.arrives_at;
        });
        for (const auto& one : all) {
            house_.now = one.arrives_at;
            const auto clock = R"(,"at":")" + to_string(one.said_at) + '"';
            ASSERT_EQ(say(one.body + (one.by_phone ? clock : "") + "}").status, 200);
        }
        EXPECT_EQ(said(sara), last) << "round " << round;
    }
}

TEST_P(Civic, forgets_first_names_a_month_after_something_was_cancelled)
{
    EXPECT_EQ(add_resident("Rosa"), "201");
    EXPECT_EQ(add_resident("Nunzia"), "201");
    EXPECT_EQ(outcome("DELETE /api/civic/participants/" + id("Rosa")), "204");
    at("2026-12-23T10:00:00Z"); // the thirtieth day
    EXPECT_EQ(outcome("DELETE " + park()), "204");
    house_.house->do_chores();
    EXPECT_EQ(named(), 2);
    at("2026-12-24T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(named(), 1) << "who was written down by mistake";
    at("2027-01-23T10:00:00Z");
    house_.house->do_chores();
    EXPECT_EQ(named(), 0) << "of a project that will not be";
}

TEST_P(Civic, moves_a_day_of_work_that_only_the_equipe_sees_and_keeps_it)
{
    plan_day();
    add_person("samuel");
    EXPECT_EQ(add_migrant("t2", "samuel"), "201");
    ASSERT_EQ(say(R"({"state":"worked"})", "t2").status, 200);
    const auto move = "PUT /api/civic/days/" + id("day");
    EXPECT_EQ(outcome(move, R"({"day":"2026-11-22","minutes":120})"), "422 core.input_invalid");
    house_.store("roma").write([&](store::Transaction& transaction) {
        transaction.execute(write_guard, id("samuel"), house_.now);
    });
    EXPECT_EQ(outcome(move, R"({"day":"2026-11-22","minutes":120})"), "200");
    EXPECT_EQ(said(ines, "t2"), "worked 120");
    EXPECT_EQ(worked_on(), "2026-11-21") << "hours are of the day on which they were worked";
    const auto refused = house_.ask(ines, move, R"({"day":"2026-11-23","minutes":120})");
    EXPECT_EQ(test_house::outcome_of(refused), "422 day civic.day_worked");
}
