// SPDX-License-Identifier: EUPL-1.2
// Places, and the order in which they are given.
#include <gtest/gtest.h>

#include "workshops/testing.h"

namespace {

using test_workshops::id;

const store::Sql days_of_place{"select enrolled_on, exit_level, exit_on"
                               " from workshops_fact_enrolment"};

class Enrolments : public test_workshops::Hall {
protected:
    Enrolments() { write_workshop("theatre", 1, elvira); }

    std::string place(const std::string& name, const std::string& state)
    {
        return outcome(sara, "PUT " + enrolment(name, "/place"), R"({"state":")" + state + "\"}");
    }

    // The day of the place, the level at the end, and its day.
    std::string days()
    {
        std::string text;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(days_of_place);
            while (rows->next())
                for (int column : {0, 1, 2})
                    text += (column > 0 ? " " : "") + std::string(rows->text(column));
        });
        return text;
    }

    // "amina enrolled, fatou waiting; 1 free, next fatou"
    std::string list()
    {
        const auto response =
            ask(sara, "GET /api/workshops/workshops/" + id("theatre") + "/enrolments");
        EXPECT_EQ(response.status, 200) << response.body;
        const auto document = JsonDocument::parse(response.body);
        const auto root = document.root();
        const auto named = [](std::string_view id_text) {
            for (const auto* name : {"e amina", "e ibrahima", "e fatou", "e mamadou"})
                if (id_text == id(name))
                    return std::string(name).substr(2);
            return std::string("?");
        };
        std::string text;
        const auto items = root.member("items");
        for (std::size_t i = 0; i < items.size(); ++i)
            text += (i > 0 ? ", " : "") + named(items.at(i).member("id").text()) + " " +
                    std::string(items.at(i).member("state").text());
        text += "; " + std::to_string(root.member("seats_free").integer()) + " free";
        const auto next = root.member("next");
        return next.kind() == JsonView::Kind::text ? text + ", next " + named(next.text()) : text;
    }
};

} // namespace

TEST_P(Enrolments, go_to_who_asked_first_and_never_by_themselves)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    ASSERT_EQ(enrol("e ibrahima", "theatre", "ibrahima"), "201");
    ASSERT_EQ(enrol("e fatou", "theatre", "fatou"), "201");
    EXPECT_EQ(list(), "amina enrolled, ibrahima waiting, fatou waiting; 0 free");

    EXPECT_EQ(place("e amina", "left"), "200");
    EXPECT_EQ(list(), "ibrahima waiting, fatou waiting, amina left; 1 free, next ibrahima");
    // Whoever comes now waits behind those who have waited.
    ASSERT_EQ(enrol("e mamadou", "theatre", "mamadou"), "201");
    EXPECT_EQ(list(), "ibrahima waiting, fatou waiting, mamadou waiting, amina left; "
                      "1 free, next ibrahima");

    EXPECT_EQ(place("e fatou", "enrolled"), "409 workshops.not_next");
    EXPECT_EQ(place("e ibrahima", "enrolled"), "200");
    EXPECT_EQ(place("e ibrahima", "enrolled"), "200"); // said again
    EXPECT_EQ(place("e fatou", "enrolled"), "409 workshops.full");
    EXPECT_EQ(place("e ibrahima", "waiting"), "200"); // undone: as it was
    EXPECT_EQ(list(), "ibrahima waiting, fatou waiting, mamadou waiting, amina left; "
                      "1 free, next ibrahima");
}

TEST_P(Enrolments, are_had_back_by_who_left_by_mistake_and_later_waited_for_anew)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    ASSERT_EQ(enrol("e fatou", "theatre", "fatou"), "201");
    ASSERT_EQ(place("e amina", "left"), "200");
    EXPECT_EQ(place("e amina", "enrolled"), "200");
    EXPECT_EQ(list(), "amina enrolled, fatou waiting; 0 free");

    ASSERT_EQ(place("e amina", "left"), "200");
    house_.now = house_.now.plus_seconds(3 * 24 * 3600);
    EXPECT_EQ(place("e amina", "enrolled"), "409 workshops.not_next");
    EXPECT_EQ(place("e amina", "waiting"), "200");
    EXPECT_EQ(list(), "fatou waiting, amina waiting; 1 free, next fatou");
}

TEST_P(Enrolments, are_made_once_for_a_person_however_many_records_there_are)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    EXPECT_EQ(enrol("e again", "theatre", "amina"), "409 workshops.already_enrolled");
    ASSERT_EQ(outcome(sara, "POST /api/people/merges",
                      R"({"id":")" + id("merge") + R"(","kept":")" + id("amina") +
                          R"(","duplicate":")" + id("fatou") + R"("})"),
              "201");
    EXPECT_EQ(enrol("e again", "theatre", "fatou"), "409 workshops.already_enrolled");
    ASSERT_EQ(outcome(sara, "DELETE " + enrolment("e amina")), "200");
    EXPECT_EQ(enrol("e fatou", "theatre", "fatou"), "201");
    EXPECT_EQ(outcome(sara, "POST " + enrolment("e amina", "/restore")),
              "409 workshops.already_enrolled");
}

TEST_P(Enrolments, that_are_restored_wait_where_the_place_was_taken_meanwhile)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    ASSERT_EQ(outcome(sara, "DELETE " + enrolment("e amina")), "200");
    EXPECT_EQ(list(), "; 1 free");
    ASSERT_EQ(outcome(sara, "POST " + enrolment("e amina", "/restore")), "200");
    EXPECT_EQ(list(), "amina enrolled; 0 free");

    ASSERT_EQ(outcome(sara, "DELETE " + enrolment("e amina")), "200");
    ASSERT_EQ(enrol("e fatou", "theatre", "fatou"), "201");
    ASSERT_EQ(outcome(sara, "POST " + enrolment("e amina", "/restore")), "200");
    EXPECT_EQ(list(), "fatou enrolled, amina waiting; 0 free");
}

TEST_P(Enrolments, tell_the_leader_a_first_name_and_no_family_name)
{
    EXPECT_EQ(enrol("e amina", "theatre", "amina", R"(,"called":"Amina DIALLÓ")"),
              "422 called workshops.first_name_only");
    EXPECT_EQ(enrol("e amina", "theatre", "amina", R"(,"called":"Ami")"), "201");
    add_person("unnamed", R"("gender":"U","aliases":["il Professore"])");
    EXPECT_EQ(enrol("e other", "theatre", "unnamed"), "422 called required");
    EXPECT_EQ(enrol("e mamadou", "theatre", "mamadou"), "201"); // by a nickname
}

TEST_P(Enrolments, are_not_made_in_what_is_closed_nor_by_who_leads)
{
    write_workshop("theatre", 1, elvira, R"(,"closed":true)");
    EXPECT_EQ(enrol("e amina", "theatre", "amina"), "409 workshops.is_closed");
    write_workshop("theatre", 1, elvira, R"(,"closed":false)");
    EXPECT_EQ(enrol("e amina", "theatre", "amina"), "201");
    EXPECT_EQ(outcome(elvira, "PUT " + enrolment("e amina", "/place"), R"({"state":"left"})"),
              "404 core.not_found");
    EXPECT_EQ(outcome(elvira, "GET /api/workshops/workshops/" + id("theatre") + "/enrolments"),
              "404 core.not_found");
}

TEST_P(Enrolments, have_a_level_at_the_end_only_with_one_at_the_start)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    const auto levels = "PUT " + enrolment("e amina", "/levels");
    EXPECT_EQ(outcome(sara, levels, R"({"exit_level":"A2"})"), "422 entry_level required");
    EXPECT_EQ(outcome(sara, levels, R"({"entry_level":"A1","exit_level":"A2"})"), "200");
    EXPECT_EQ(outcome(sara, levels, R"({"entry_level":"A1"})"), "200");
    EXPECT_EQ(outcome(sara, levels, R"({"entry_level":"D1"})"), "422 entry_level unknown_code");
}

TEST_P(Enrolments, keep_the_first_day_of_a_level_and_of_a_place)
{
    ASSERT_EQ(enrol("e amina", "theatre", "amina"), "201");
    const auto levels = "PUT " + enrolment("e amina", "/levels");
    ASSERT_EQ(outcome(sara, levels, R"({"entry_level":"A1","exit_level":"A2"})"), "200");
    EXPECT_EQ(days(), "2026-11-23 A2 2026-11-23");
    house_.now = house_.now.plus_seconds(30 * 24 * 3600);
    ASSERT_EQ(outcome(sara, levels, R"({"entry_level":"A1","exit_level":"B1"})"), "200");
    EXPECT_EQ(days(), "2026-11-23 B1 2026-11-23") << "corrected, not reached anew";
    ASSERT_EQ(place("e amina", "left"), "200");
    house_.now = house_.now.plus_seconds(30 * 24 * 3600);
    ASSERT_EQ(place("e amina", "enrolled"), "200");
    EXPECT_EQ(days(), "2026-11-23 B1 2026-11-23") << "had back, not enrolled anew";
}

INSTANTIATE_TEST_SUITE_P(Both, Enrolments, test_stores::both(),
                         ::testing::PrintToStringParamName());
