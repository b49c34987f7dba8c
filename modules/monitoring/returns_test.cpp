// SPDX-License-Identifier: EUPL-1.2
// A return on its way: late, chased, submitted, questioned, corrected, accepted; on both sides.
#include "monitoring/returns.h"

#include <gtest/gtest.h>

#include "core/testing.h"
#include "monitoring/entry_rows.h"
#include "monitoring/rows.h"
#include "monitoring/sent.h"
#include "monitoring/testing_parcels.h"
#include "network/network.h"

namespace monitoring {

namespace {

const auto marco = test_house::actor("marco@roma", core::city_coordinator);
const auto carlo = test_house::actor("carlo@milano", core::city_coordinator);
const auto anna = test_house::actor("direzione@rete", core::network_direction);

std::string id_of(int number)
{
    const auto text = std::to_string(number);
    return "01900000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

std::string body(int number, const std::string& more)
{
    return R"({"id":")" + id_of(number) + "\"," + more + "}";
}

std::string about(const char* name, int number)
{
    return "\"" + std::string(name) + R"(":")" + id_of(number) + "\"";
}

bool says(const core::Response& response, const std::string& text)
{
    return response.body.find(text) != std::string::npos;
}

} // namespace

class Returns : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    std::string post(const core::Actor& actor, const std::string& what, int number,
                     const std::string& more)
    {
        const auto response = house_.ask(actor, "POST /api/monitoring/" + what, body(number, more));
        settle();
        return test_house::outcome_of(response);
    }
    std::string take_back(const core::Actor& actor, int number)
    {
        const auto where = actor.store == "rete" ? "network_entries/" : "entries/";
        const auto response =
            house_.ask(actor, "DELETE /api/monitoring/" + (where + id_of(number)));
        settle();
        return test_house::outcome_of(response);
    }
    std::string submit(int number)
    {
        return post(marco, "statements", number, R"("period":"2026-Q3")");
    }
    std::string ask(int number, int statement, const std::string& indicator = "")
    {
        return post(anna, "questions", number,
                    about("statement", statement) +
                        (indicator.empty() ? "" : R"(,"indicator":")" + indicator + "\"") +
                        R"(,"words":"Come mai?")");
    }
    std::string reopen(int number, int statement)
    {
        return post(marco, "reopenings", number,
                    about("statement", statement) + R"(,"reason":"Tre uscite in più.")");
    }
    std::string close(int number, int question, const std::string& reason)
    {
        return post(anna, "closings", number,
                    about("question", question) + R"(,"reason":")" + reason + "\"");
    }

    void settle() { network::settle(*house_.house); }
    void let_time_pass()
    {
        house_.house->do_chores();
        settle();
    }

    // "state, late days, open questions, of them waiting" of Roma for the quarter, as one sees it.
    std::string seen_by(const core::Actor& actor)
    {
        const auto answer = house_.ask(actor, "GET /api/monitoring/returns?period=2026-Q3");
        const auto list = JsonDocument::parse(answer.body);
        const auto items = list.root().member("items");
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto one = items.at(i);
            if (one.member("city").text() != "roma")
                continue;
            return std::string(one.member("state").text()) + " " +
                   std::to_string(one.member("late_days").integer()) + " " +
                   std::to_string(one.member("questions_open").integer()) + "/" +
                   std::to_string(one.member("questions_waiting").integer()) + " " +
                   std::to_string(one.member("reminders").size());
        }
        return "none";
    }
    std::string seen_by_both()
    {
        const auto here = seen_by(marco);
        const auto there = seen_by(anna);
        return here == there ? here : "in the city " + here + ", in the network " + there;
    }

    test_house::TestHouse house_{GetParam(), {network::module(), module()}};
};

// Today is 23 November 2026; the third quarter was due on 20 October.
TEST_P(Returns, are_late_chased_submitted_questioned_corrected_and_accepted)
{
    EXPECT_EQ(seen_by_both(), "late 34 0/0 0");
    EXPECT_EQ(post(anna, "reminders", 1, R"("city":"roma","period":"2026-Q3","words":"Manca.")"),
              "201");
    EXPECT_EQ(seen_by_both(), "late 34 0/0 1");

    EXPECT_EQ(submit(2), "201");
    EXPECT_EQ(seen_by_both(), "submitted 34 0/0 1");
    EXPECT_EQ(post(anna, "reminders", 3, R"("city":"roma","period":"2026-Q3")"),
              "409 monitoring.nothing_owed");

    EXPECT_EQ(ask(4, 2), "201");
    EXPECT_EQ(seen_by_both(), "questioned 34 1/1 1");
    EXPECT_EQ(post(anna, "acceptances", 5, about("statement", 2)), "409 monitoring.questions_open");
    EXPECT_EQ(post(marco, "replies", 6, about("question", 4) + R"(,"words":"È vero.")"), "201");
    EXPECT_EQ(seen_by_both(), "questioned 34 1/0 1");

    EXPECT_EQ(reopen(7, 2), "201");
    EXPECT_EQ(seen_by_both(), "reopened 34 1/0 1");
    EXPECT_EQ(submit(8), "201");
    EXPECT_EQ(seen_by_both(), "questioned 34 1/0 1");
    let_time_pass(); // the network looks at it: the question was of nothing in particular
    EXPECT_EQ(seen_by_both(), "corrected 34 0/0 1");

    EXPECT_EQ(post(anna, "acceptances", 9, about("statement", 2)), "409 monitoring.not_the_latest");
    EXPECT_EQ(post(anna, "acceptances", 9, about("statement", 8)), "201");
    EXPECT_EQ(post(anna, "acceptances", 10, about("statement", 8)),
              "409 monitoring.already_accepted");
    EXPECT_EQ(seen_by_both(), "accepted 34 0/0 1");
    EXPECT_EQ(take_back(anna, 9), "204");
    EXPECT_EQ(seen_by_both(), "corrected 34 0/0 1");
}

TEST_P(Returns, keep_the_reason_of_a_reopening_with_the_next_version)
{
    submit(1);
    EXPECT_EQ(reopen(2, 1), "201");
    EXPECT_EQ(reopen(3, 1), "409 monitoring.already_reopened");
    EXPECT_EQ(take_back(marco, 2), "204");
    EXPECT_EQ(take_back(marco, 2), "204"); // again, without harm
    EXPECT_EQ(submit(4), "409 monitoring.frozen");
    EXPECT_EQ(reopen(3, 1), "201");
    EXPECT_EQ(submit(4), "201");
    EXPECT_EQ(take_back(marco, 3), "409 monitoring.corrected_meanwhile");
    EXPECT_EQ(reopen(5, 1), "409 monitoring.not_the_latest");
    for (const auto& actor : {marco, anna}) {
        const auto stated = house_.ask(actor, "GET /api/monitoring/statements/" + id_of(4));
        EXPECT_TRUE(says(stated, R"("reopened_because":"Tre uscite in più.")")) << stated.body;
        EXPECT_TRUE(says(stated, R"("is_latest":true)"));
    }
    EXPECT_TRUE(says(house_.ask(anna, "GET /api/monitoring/statements/" + id_of(1)),
                     R"("is_latest":false)"));
}

TEST_P(Returns, have_questions_that_each_side_writes_on_as_it_may)
{
    submit(1);
    ask(2, 1, "NET-02");
    EXPECT_EQ(ask(3, 1, "NET-99"), "422 indicator monitoring.unknown_indicator");
    EXPECT_EQ(take_back(marco, 2), "404 core.not_found"); // the network's
    EXPECT_EQ(post(marco, "replies", 4, about("question", 2) + R"(,"words":"Ecco.")"), "201");
    EXPECT_EQ(take_back(anna, 4), "404 core.not_found"); // the city's
    EXPECT_EQ(take_back(anna, 2), "409 monitoring.answered_meanwhile");
    EXPECT_EQ(take_back(marco, 4), "204");
    EXPECT_EQ(seen_by_both(), "questioned 34 1/1 0");
    EXPECT_EQ(take_back(anna, 2), "204");
    EXPECT_EQ(seen_by_both(), "submitted 34 0/0 0");
    for (const auto& actor : {marco, anna})
        EXPECT_EQ(house_.ask(actor, "GET /api/monitoring/questions/" + id_of(2)).status, 404);

    ask(5, 1);
    EXPECT_EQ(close(6, 5, "explained"), "201");
    EXPECT_EQ(post(marco, "replies", 7, about("question", 5) + R"(,"words":"Tardi.")"),
              "409 monitoring.question_closed");
    EXPECT_EQ(close(8, 5, "explained"), "409 monitoring.question_closed");
    EXPECT_EQ(take_back(anna, 6), "204");
    EXPECT_EQ(post(marco, "replies", 7, about("question", 5) + R"(,"words":"In tempo.")"), "201");
    EXPECT_EQ(post(marco, "replies", 9, about("question", 5) + R"(,"words":"333 1234567 STP")"),
              "422 words monitoring.personal_code.digits");
    const auto open = house_.ask(anna, "GET /api/monitoring/questions?state=answered");
    EXPECT_TRUE(says(open, "In tempo."));
    EXPECT_FALSE(says(house_.ask(anna, "GET /api/monitoring/questions?state=open"), "In tempo."));
}

TEST_P(Returns, of_one_city_are_nothing_to_another)
{
    submit(1);
    ask(2, 1);
    EXPECT_EQ(house_.ask(carlo, "GET /api/monitoring/questions/" + id_of(2)).status, 404);
    EXPECT_EQ(post(carlo, "replies", 3, about("question", 2) + R"(,"words":"Io?")"),
              "404 core.not_found");
    EXPECT_EQ(post(carlo, "reopenings", 4, about("statement", 1) + R"(,"reason":"Io?")"),
              "404 core.not_found");
    EXPECT_FALSE(says(house_.ask(carlo, "GET /api/monitoring/returns"), "roma"));
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/returns").status, 200);
}

TEST_P(Returns, are_of_all_cities_for_the_network_and_of_the_last_quarters_for_a_city)
{
    const auto count = [&](const core::Actor& actor) {
        const auto answer = house_.ask(actor, "GET /api/monitoring/returns");
        return JsonDocument::parse(answer.body).root().member("items").size();
    };
    EXPECT_EQ(count(anna), 16U);
    EXPECT_EQ(count(marco), 4U);
    submit(1);
    EXPECT_TRUE(says(house_.ask(anna, "GET /api/monitoring/returns"), R"("due":16,"on_time":0)"));
}

TEST_P(Returns, are_noted_as_delivered_where_they_were_written)
{
    submit(1);
    ask(2, 1);
    for (const auto* slug : {"rete", "roma"})
        house_.store(slug).read([&](store::Transaction& transaction) {
            const auto entry = find_entry(transaction, *parse_id<Entry>(id_of(2)));
            ASSERT_TRUE(entry) << slug;
            EXPECT_EQ(entry->delivered_at, house_.now) << slug;
        });
}

TEST_P(Returns, take_in_what_its_sender_may_have_written_and_nothing_else)
{
    Entry entry;
    entry.id = *parse_id<Entry>(id_of(1));
    entry.kind = "reopening";
    entry.side = side_of_city;
    entry.city = "roma";
    entry.period = "2026-Q3";
    entry.words = "Tre uscite in più.";
    entry.written_at = house_.now;
    const auto outcome = [&](const std::string& from, const std::string& to) {
        const core::Parcel parcel{make_uuid(house_.now), from,           to,
                                  "monitoring.entry",    to_json(entry), house_.now};
        return in(house_, to,
                  [&](core::Context& context) { receiver_of_entries().take(context, parcel); });
    };
    EXPECT_EQ(outcome("milano", "rete"), "monitoring.entry_of_another");
    EXPECT_EQ(outcome("rete", "roma"), "monitoring.entry_of_another");
    EXPECT_EQ(outcome("roma", "rete"), "taken");
    EXPECT_EQ(outcome("roma", "rete"), "taken"); // again, without harm

    entry.id = *parse_id<Entry>(id_of(2));
    entry.kind = "acceptance"; // no city accepts its own
    EXPECT_EQ(outcome("roma", "rete"), "monitoring.entry_of_another");
    entry.side = side_of_network;
    EXPECT_EQ(outcome("roma", "rete"), "monitoring.entry_of_another");
    EXPECT_EQ(outcome("rete", "milano"), "monitoring.entry_of_another");
    EXPECT_EQ(outcome("rete", "roma"), "taken");
}

// What the network has asked is not for the city to take away, not even before it is asked.
TEST_P(Returns, let_each_side_take_back_its_own_alone)
{
    submit(1);
    ask(2, 1);
    Entry taking;
    taking.id = *parse_id<Entry>(id_of(3));
    taking.kind = "taking_back";
    taking.side = side_of_city;
    taking.city = "roma";
    taking.period = "2026-Q3";
    taking.written_at = house_.now;
    for (const auto number : {2, 9}) {
        taking.undoes = *parse_id<Entry>(id_of(number));
        const core::Parcel parcel{make_uuid(house_.now), "roma",          "rete",
                                  "monitoring.entry",    to_json(taking), house_.now};
        const auto said = in(house_, "rete", [&](core::Context& context) {
            receiver_of_entries().take(context, parcel);
        });
        EXPECT_EQ(said, "monitoring.entry_of_another") << number;
    }
    EXPECT_EQ(seen_by_both(), "questioned 34 1/1 0");
}

// ---- what the network asks by itself

namespace {

Value total(const std::string& indicator, double value, const std::string& window)
{
    Value one;
    one.indicator = indicator;
    one.version = 1;
    one.window = window;
    one.breakdown = "total";
    one.value = value;
    return one;
}

} // namespace

class Checked : public Returns {
protected:
    // A statement that has arrived, of nothing but these totals.
    void arrives(int number, const std::string& period, int version, std::vector<Value> values)
    {
        StatementCard card;
        card.id = *parse_id<Statement>(id_of(number));
        card.city = "milano";
        card.period = period;
        card.version = version;
        card.submitted_at = house_.now;
        card.submitted_by_name = "Carlo";
        card.hash = "h";
        card.received_at = house_.now;
        for (const auto* slug : {"rete", "milano"})
            house_.store(slug).write([&](store::Transaction& transaction) {
                insert_statement(transaction, card, values, {});
            });
        let_time_pass();
    }

    // Of that quarter, "check indicator state", but for what is only missing.
    std::string asked(const core::Actor& actor)
    {
        const auto answer =
            house_.ask(actor, "GET /api/monitoring/questions?city=milano&period=2026-Q3");
        const auto list = JsonDocument::parse(answer.body);
        const auto items = list.root().member("items");
        std::string text;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto one = items.at(i);
            const auto check = std::string(one.member("entries").at(0).member("finding").text());
            if (check != "definition")
                text += check + " " + std::string(one.member("indicator").text()) + " " +
                        std::string(one.member("state").text()) + ";";
        }
        return text;
    }
};

TEST_P(Checked, statements_are_asked_about_and_the_question_closes_with_the_correction)
{
    arrives(1, "2026-Q3", 1,
            {total("NET-01", 10, "period"), total("NET-02", 12, "period"),
             total("NET-02", 12, "year_to_date")});
    EXPECT_EQ(asked(anna), "at_most NET-02 open;");
    EXPECT_EQ(asked(carlo), "at_most NET-02 open;");
    let_time_pass(); // looked at once
    EXPECT_EQ(asked(anna), "at_most NET-02 open;");

    arrives(2, "2026-Q3", 2, {total("NET-01", 13, "period"), total("NET-02", 12, "period")});
    EXPECT_EQ(asked(carlo), "at_most NET-02 closed;");
    EXPECT_EQ(asked(anna), "at_most NET-02 closed;");
}

TEST_P(Checked, statements_that_were_explained_are_not_asked_about_again)
{
    const std::vector<Value> values{total("NET-01", 10, "period"), total("NET-02", 12, "period")};
    arrives(1, "2026-Q3", 1, values);
    const auto list = house_.ask(anna, "GET /api/monitoring/questions?city=milano");
    const auto document = JsonDocument::parse(list.body);
    const auto items = document.root().member("items");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto body_of = R"({"id":")" + id_of(500 + static_cast<int>(i)) + R"(","question":")" +
                             std::string(items.at(i).member("id").text()) +
                             R"(","reason":"explained"})";
        EXPECT_EQ(house_.ask(anna, "POST /api/monitoring/closings", body_of).status, 201);
    }
    arrives(2, "2026-Q3", 2, values);
    EXPECT_EQ(asked(anna), "at_most NET-02 closed;");
}

TEST_P(Checked, statements_are_held_against_the_citys_own_earlier_quarters)
{
    int number = 0;
    for (const auto* period : {"2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"})
        arrives(++number, period, 1, {total("NET-01", 100, "period")});
    arrives(9, "2026-Q3", 1, {total("NET-01", 300, "period")});
    EXPECT_EQ(asked(anna), "break NET-01 open;");
}

INSTANTIATE_TEST_SUITE_P(Both, Returns, test_stores::both(), ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, Checked, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace monitoring
