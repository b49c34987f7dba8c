// SPDX-License-Identifier: EUPL-1.2
// Two people are never in one bed: many who ask at once, a phone that sends late what it was told
// long ago, and the schema where the program would let it happen.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "housing/rows.h"
#include "housing/testing.h"
#include "store/rows.h"

namespace {

using test_housing::id;
using test_housing::names;

class Beds : public test_housing::HousingTest {
protected:
    // All at once, each on a thread of its own.
    std::vector<core::Response> all_at_once(const std::vector<std::string>& bodies)
    {
        std::vector<core::Response> answers(bodies.size());
        std::vector<std::thread> clients;
        for (std::size_t i = 0; i < bodies.size(); ++i)
            clients.emplace_back([&, i] {
                answers[i] =
                    house_.ask(i % 2 == 0 ? sara : marco, "POST /api/housing/stays", bodies[i]);
            });
        for (auto& client : clients)
            client.join();
        return answers;
    }

    static int count(const std::vector<core::Response>& answers, const std::string& code)
    {
        return static_cast<int>(
            std::count_if(answers.begin(), answers.end(), [&](const core::Response& answer) {
                return test_house::outcome_of(answer) == code;
            }));
    }
};

TEST_P(Beds, are_given_once_however_many_ask_at_the_same_time)
{
    std::vector<std::string> bodies;
    for (const auto& name : names)
        bodies.push_back(stay(name, "one"));
    const auto answers = all_at_once(bodies);
    EXPECT_EQ(count(answers, "201"), 1);
    EXPECT_EQ(count(answers, "409 housing.bed_taken"), static_cast<int>(names.size()) - 1);
    for (const auto& answer : answers) {
        if (answer.status != 409)
            continue;
        for (const auto& name : names)
            EXPECT_EQ(answer.body.find(name), std::string::npos) << answer.body;
    }
    EXPECT_EQ(on_board("taken"), "1");
    EXPECT_EQ(on_board("free"), "1");
}

TEST_P(Beds, hold_nobody_who_is_in_another)
{
    const auto answers = all_at_once({stay("Abacha", "one"), stay("Abacha", "two")});
    EXPECT_EQ(count(answers, "201"), 1);
    EXPECT_EQ(count(answers, "409 housing.has_bed"), 1);
}

// Nights that touch are not shared: one leaves in the morning, the other comes in the evening.
TEST_P(Beds, are_promised_from_the_night_on_which_they_are_left)
{
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "one")), "201");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Bintu", "one", "2026-12-22", "2026-12-30", false)),
              "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Bintu", "one", "2026-12-23", "2026-12-30", false)),
              "201");
    // And so the first is not prolonged over the second.
    EXPECT_EQ(outcome(sara, "PUT /api/housing/stays/" + id("stay Abachaone"),
                      R"({"until":"2026-12-24"})"),
              "409 housing.bed_taken");
}

TEST_P(Beds, are_taken_until_somebody_writes_that_they_were_left)
{
    EXPECT_EQ(
        outcome(sara, "POST /api/housing/stays", stay("Abacha", "one", "2026-11-20", "2026-11-22")),
        "201");
    EXPECT_EQ(on_board("taken"), "1") << "beyond the planned end";
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Bintu", "one")),
              "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Bintu", "one", "2026-11-24", "2026-11-30", false)),
              "201");
    house_.now = parse_instant("2026-11-24T18:00:00Z").value();
    const auto arrival = "PUT /api/housing/stays/" + id("stay Bintuone") + "/arrival";
    EXPECT_EQ(outcome(sara, arrival), "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "PUT /api/housing/stays/" + id("stay Abachaone") + "/end",
                      R"({"on":"2026-11-24","reason":"LEFT"})"),
              "200");
    EXPECT_EQ(outcome(sara, arrival), "200");
    // The end is not undone over who is there now.
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays/" + id("stay Abachaone") + "/undo",
                      R"({"state":"ended"})"),
              "409 housing.bed_taken");
}

// Somebody stayed three nights longer than was planned: those nights were theirs all the same.
TEST_P(Beds, were_nobody_elses_on_nights_beyond_the_plan)
{
    ASSERT_EQ(
        outcome(sara, "POST /api/housing/stays", stay("Abacha", "one", "2026-11-15", "2026-11-20")),
        "201");
    ASSERT_EQ(outcome(sara, "PUT /api/housing/stays/" + id("stay Abachaone") + "/end",
                      R"({"on":"2026-11-23","reason":"LEFT"})"),
              "200");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Bintu", "one", "2026-11-20")),
              "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "two", "2026-11-21")),
              "409 housing.has_bed");
    ASSERT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Cheikh", "one", "2026-11-22", "2026-12-01", false)),
              "201")
        << "promised, and not come yet";
    const auto arrival = "PUT /api/housing/stays/" + id("stay Cheikhone") + "/arrival";
    EXPECT_EQ(outcome(sara, arrival, R"({"on":"2026-11-22"})"), "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, arrival, R"({"on":"2026-11-23"})"), "200");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "two", "2026-11-23")), "201");
}

// The bed was given on when the end was written: whoever overstayed does not come back over it.
TEST_P(Beds, are_not_taken_back_on_nights_that_were_given_meanwhile)
{
    ASSERT_EQ(
        outcome(sara, "POST /api/housing/stays", stay("Abacha", "one", "2026-11-15", "2026-11-18")),
        "201");
    const auto abacha = "/api/housing/stays/" + id("stay Abachaone");
    const auto end = "PUT " + abacha + "/end";
    const auto undo = "POST " + abacha + "/undo";
    const std::string left = R"({"on":"2026-11-21","reason":"LEFT"})";
    const std::string ended = R"({"state":"ended"})";
    ASSERT_EQ(outcome(sara, end, left), "200");
    EXPECT_EQ(outcome(sara, undo, ended), "200") << "nobody has it";
    ASSERT_EQ(outcome(sara, end, left), "200");
    // Promised for nights after the plan of the other, and until now not come.
    ASSERT_EQ(outcome(marco, "POST /api/housing/stays",
                      stay("Bintu", "one", "2026-11-21", "2026-11-30", false)),
              "201");
    EXPECT_EQ(outcome(sara, undo, ended), "409 housing.bed_taken");
    EXPECT_EQ(outcome(marco, "PUT /api/housing/stays/" + id("stay Bintuone") + "/arrival"), "200");
    EXPECT_EQ(outcome(sara, undo, ended), "409 housing.bed_taken");
    // Out of use meanwhile, beyond the plan.
    ASSERT_EQ(outcome(marco, "DELETE /api/housing/stays/" + id("stay Bintuone"), ""), "200");
    ASSERT_EQ(outcome(marco, "POST /api/housing/beds/" + id("one") + "/closings",
                      R"({"id":")" + id("closing") + R"(","reason":"REPAIR",)" +
                          R"("from_on":"2026-11-22","until":"2026-11-25"})"),
              "201");
    EXPECT_EQ(outcome(sara, undo, ended), "409 housing.bed_closed");
}

// Nobody slept there: the nights that were kept for them are anybody's again, from the first.
TEST_P(Beds, are_not_kept_for_who_did_not_come)
{
    ASSERT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Abacha", "one", "2026-11-18", "2026-11-30", false)),
              "201");
    const auto abacha = "/api/housing/stays/" + id("stay Abachaone");
    ASSERT_EQ(outcome(sara, "PUT " + abacha + "/end", R"({"on":"2026-11-23","reason":"NOT_COME"})"),
              "200");
    // Who in truth slept there those nights is written down late.
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Bintu", "one", "2026-11-18")), "201");
    // What became of the first is history, and is in nobody's way.
    EXPECT_EQ(outcome(sara, "DELETE " + abacha, ""), "200");
    EXPECT_EQ(outcome(sara, "POST " + abacha + "/restore", ""), "200");
    EXPECT_EQ(outcome(sara, "POST " + abacha + "/undo", R"({"state":"ended"})"),
              "409 housing.bed_taken");
    std::int64_t taken = 0;
    house_.store("roma").read([&](store::Transaction& transaction) {
        taken = transaction.number(store::Sql("select count(*) from housing_night"
                                              " where stay = $1"),
                                   id("stay Abachaone"));
    });
    EXPECT_EQ(taken, 0);
}

// What a phone wrote down without a signal comes hours later, and twice.
TEST_P(Beds, are_not_given_by_what_comes_late)
{
    const auto late = stay("Abacha", "one");
    EXPECT_EQ(outcome(marco, "POST /api/housing/stays", stay("Bintu", "one")), "201");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", late), "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", late), "409 housing.bed_taken");
    EXPECT_EQ(on_board("taken"), "1");
}

TEST_P(Beds, are_out_of_use_only_when_nobody_is_in_them)
{
    const auto closing = R"({"id":")" + id("closing") +
                         R"(","reason":"REPAIR","from_on":"2026-11-23","until":"2026-11-26"})";
    const auto close = "POST /api/housing/beds/" + id("one") + "/closings";
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "one")), "201");
    EXPECT_EQ(outcome(sara, close, closing), "409 housing.bed_taken");
    EXPECT_EQ(outcome(sara, "DELETE /api/housing/stays/" + id("stay Abachaone"), ""), "200");
    EXPECT_EQ(outcome(sara, close, closing), "201");
    EXPECT_EQ(on_board("out_of_use"), "1");
    EXPECT_EQ(on_board("out_of_use", "?on=2026-11-26"), "0");
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays/" + id("stay Abachaone") + "/restore", ""),
              "409 housing.bed_closed");
}

TEST_P(Beds, are_guarded_by_the_schema_whatever_the_program_believes)
{
    EXPECT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "one")), "201");
    housing::StayRow row;
    row.id = Id<housing::Stay>(named_uuid("test stay Abachaone"));
    housing::StayRow other;
    house_.store("roma").read([&](store::Transaction& transaction) {
        other = housing::find_stay(transaction, row.id).value();
    });
    other.id = Id<housing::Stay>(named_uuid("test another"));
    other.person = Id<people::Person>(named_uuid("test Bintu"));
    EXPECT_THROW(house_.store("roma").write([&](store::Transaction& transaction) {
        store::insert_row(transaction, other);
    }),
                 store::ConstraintBroken)
        << "in a bed where somebody is";
    other.state = "promised";
    other.arrived_on.reset();
    EXPECT_THROW(house_.store("roma").write([&](store::Transaction& transaction) {
        store::insert_row(transaction, other);
        housing::set_nights(transaction, other);
    }),
                 store::ConstraintBroken)
        << "on nights that are somebody's";
}

INSTANTIATE_TEST_SUITE_P(Both, Beds, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
