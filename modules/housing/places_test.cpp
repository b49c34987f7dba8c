// SPDX-License-Identifier: EUPL-1.2
// Places and beds as they are written by two who coordinate, and which of their nights are counted.
#include "housing/testing.h"

namespace {

using test_housing::id;

const std::string place_line = "PUT /api/housing/places/" + id("house");
const std::string bed_line = "PUT /api/housing/beds/" + id("two");
const std::string agreement_line = "PUT /api/housing/agreements/" + id("agreement");

class Places : public test_housing::HousingTest {
protected:
    // `more` begins with a comma.
    static std::string place(const std::string& name, const std::string& more = "")
    {
        return R"({"name":")" + name + R"(","kind":"BRIDGE","district":"RM-I",)" +
               R"("address_kept":false,"guests":"ANY","families":false,"pets":false)" + more + "}";
    }

    static std::string bed(const std::string& name, const std::string& more = "")
    {
        return R"({"place":")" + id("house") + R"(","room":"Stanza","name":")" + name +
               R"(","step_free":false)" + more + "}";
    }

    static std::string agreement(const std::string& more = "")
    {
        return R"({"place":")" + id("house") + R"(","words":"A turno","from_on":"2026-11-23")" +
               more + "}";
    }

    std::string member(const std::string& line, const std::string& body, const std::string& name)
    {
        const auto response = house_.ask(marco, line, body, "care");
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto found = document.root().member(name);
        return found.kind() == JsonView::Kind::boolean ? (found.boolean() ? "true" : "false")
                                                       : std::to_string(found.integer());
    }

    std::int64_t nights(const std::string& from, const std::string& until)
    {
        std::int64_t count = 0;
        house_.store("roma").read([&](store::Transaction& transaction) {
            count = transaction.number(
                store::Sql("select count(*) from housing_fact_night where day >= $1 and day < $2"),
                from, until);
        });
        return count;
    }

    const core::Actor anna = test_house::actor("anna@roma", core::city_coordinator, {"coord"});
};

// Whoever corrects a name says nothing of whether it is used.
TEST_P(Places, stay_closed_when_nothing_is_said_of_it)
{
    ASSERT_EQ(member(bed_line, bed("B", R"(,"removed":true)"), "removed"), "true");
    EXPECT_EQ(member(bed_line, bed("Letto B"), "removed"), "true");
    EXPECT_EQ(member(bed_line, bed("B", R"(,"removed":false)"), "removed"), "false");
    EXPECT_EQ(member(bed_line, bed("Letto B"), "removed"), "false");

    ASSERT_EQ(member(place_line, place("Casa", R"(,"cancelled":true)"), "cancelled"), "true");
    EXPECT_EQ(member(place_line, place("Casa nuova"), "cancelled"), "true");
    EXPECT_EQ(member(place_line, place("Casa", R"(,"cancelled":false)"), "cancelled"), "false");
    EXPECT_EQ(member(place_line, place("Casa nuova"), "cancelled"), "false");

    ASSERT_EQ(member(agreement_line, agreement(R"(,"cancelled":true)"), "cancelled"), "true");
    EXPECT_EQ(member(agreement_line, agreement(), "cancelled"), "true");
    EXPECT_EQ(member(agreement_line, agreement(R"(,"cancelled":false)"), "cancelled"), "false");
}

TEST_P(Places, are_not_written_over_what_somebody_else_has_written)
{
    EXPECT_EQ(member(place_line, place("Casa", R"(,"base":1)"), "version"), "2");
    EXPECT_EQ(outcome(anna, place_line, place("Casa mia", R"(,"base":1)")),
              "409 core.changed_meanwhile");
    EXPECT_EQ(outcome(anna, place_line, place("Casa mia", R"(,"base":2)")), "200");

    EXPECT_EQ(member(bed_line, bed("B", R"(,"base":1,"removed":true)"), "version"), "2");
    EXPECT_EQ(outcome(anna, bed_line, bed("A", R"(,"base":1)")), "409 core.changed_meanwhile");
    EXPECT_EQ(outcome(anna, bed_line, bed("A", R"(,"base":2)")), "200");

    EXPECT_EQ(member(agreement_line, agreement(), "version"), "1");
    EXPECT_EQ(outcome(sara, agreement_line, agreement(R"(,"base":1)")), "200");
    EXPECT_EQ(outcome(anna, agreement_line, agreement(R"(,"base":1)")),
              "409 core.changed_meanwhile");
}

// Two beds, there from the 23rd.
TEST_P(Places, are_counted_until_they_close)
{
    EXPECT_EQ(nights("2026-11-01", "2026-12-01"), 16);
    house_.now = parse_instant("2026-11-26T10:00:00Z").value();
    ASSERT_EQ(outcome(marco, place_line, place("Casa", R"(,"cancelled":true)")), "200");
    EXPECT_EQ(nights("2026-11-01", "2026-11-26"), 6) << "before, they could be slept in";
    EXPECT_EQ(nights("2026-11-26", "2027-12-01"), 0);
    house_.now = parse_instant("2026-11-27T10:00:00Z").value();
    ASSERT_EQ(outcome(marco, place_line, place("Casa chiusa", R"(,"cancelled":true)")), "200");
    EXPECT_EQ(nights("2026-11-01", "2027-12-01"), 6) << "it closed when it closed";
    ASSERT_EQ(outcome(marco, place_line, place("Casa", R"(,"cancelled":false)")), "200");
    EXPECT_EQ(nights("2026-11-01", "2026-12-01"), 16);
}

INSTANTIATE_TEST_SUITE_P(Both, Places, test_stores::both(), ::testing::PrintToStringParamName());

// Places that were closed before there was a column for the day.
class ClosedBefore : public ::testing::TestWithParam<test_stores::Engine> {};

TEST_P(ClosedBefore, have_the_day_of_their_closing)
{
    std::vector<store::Migration> all;
    for (auto& step : core::migrations(core::Where::city))
        if (step.name.starts_with("housing/"))
            all.push_back(step);
    std::vector<store::Migration> before;
    for (const auto& step : all)
        if (step.name < "housing/0003")
            before.push_back(step);
    const auto store = store::Store::open(test_stores::fresh(GetParam(), "roma"));
    store->migrate(before, {});
    const store::Sql insert("insert into housing_place (id, name, kind, district, address_kept,"
                            " guests, families, pets, changed_by, changed_at, version,"
                            " cancelled_at) values ($1, 'Casa', 'BRIDGE', 'RM-I', 0, 'ANY', 0, 0,"
                            " 'a', 0, 1, cast($2 as bigint))");
    store->write([&](store::Transaction& transaction) {
        transaction.execute(insert, "leap", parse_instant("2028-02-29T12:00:00Z").value());
        transaction.execute(insert, "night", parse_instant("2026-11-22T23:30:00Z").value());
        transaction.execute(insert, "open", nullptr);
    });
    store->migrate(all, {});
    std::vector<std::string> days;
    store->read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(
            store::Sql("select coalesce(closed_on, '') from housing_place order by id"));
        while (rows->next())
            days.emplace_back(rows->text(0));
    });
    EXPECT_EQ(days, (std::vector<std::string>{"2028-02-29", "2026-11-23", ""}));
}

INSTANTIATE_TEST_SUITE_P(Both, ClosedBefore, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace
