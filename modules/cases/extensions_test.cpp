// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "cases/testing.h"

namespace {

using test_cases::id;

class Extensions : public test_cases::Service {
protected:
    std::string extend(const std::string& name, const std::string& ends_on,
                       const std::string& rest = R"("reason":"NO_PLACE")",
                       const std::string& of = "c1")
    {
        return outcome(sara, "POST " + at(of, "/extension"),
                       R"({"id":")" + id(name) + R"(","ends_on":")" + ends_on + R"(",)" + rest +
                           "}");
    }

    std::string change(const std::string& ends_on)
    {
        return outcome(sara, "PUT " + at("c1"),
                       R"({"kind":"temporary","opened_on":"2026-11-01","ends_on":")" + ends_on +
                           R"(","district":"RM-I"})");
    }

    std::string undo(const std::string& name)
    {
        return outcome(sara, "DELETE /api/cases/extensions/" + id(name));
    }

    std::string end() { return member(sara, "GET " + at("c1"), "ends_on"); }
};

} // namespace

TEST_P(Extensions, move_the_end_for_a_reason)
{
    open_temporary("c1", "amina", "2026-12-01");
    EXPECT_EQ(extend("e1", "2026-12-01"), "422 ends_on cases.too_early");
    EXPECT_EQ(extend("e1", "2027-05-23"), "422 ends_on cases.extension_too_long");
    EXPECT_EQ(extend("e1", "2026-12-20", R"("reason":"OTHER")"), "422 note required");
    EXPECT_EQ(extend("e1", "2026-12-20", R"("reason":"FATE")"), "422 reason unknown_code");
    EXPECT_EQ(extend("e1", "2026-12-20"), "201");
    EXPECT_EQ(extend("e1", "2026-12-20"), "201"); // repeated: as the first time
    EXPECT_EQ(end(), "2026-12-20");
    // Farther than a case may be planned for at its opening, as long as it is near to today.
    EXPECT_EQ(extend("e2", "2027-05-22"), "201");
    EXPECT_EQ(end(), "2027-05-22");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "extensions"), "2 entries");
}

TEST_P(Extensions, of_what_is_over_reach_beyond_today)
{
    open_temporary("c1", "amina", "2026-11-10");
    EXPECT_EQ(extend("e1", "2026-11-22"), "422 ends_on cases.too_early");
    EXPECT_EQ(extend("e1", "2026-11-23"), "201");
}

TEST_P(Extensions, are_of_temporary_cases_that_are_open)
{
    open_integrated("c1", "amina");
    EXPECT_EQ(extend("e1", "2026-12-20"), "409 cases.not_temporary");
    open_temporary("c2", "ibrahima", "2026-12-01");
    ASSERT_EQ(outcome(sara, "POST " + at("c2", "/close"),
                      R"({"on":"2026-11-20","reason":"UNREACHABLE"})"),
              "200");
    EXPECT_EQ(extend("e1", "2026-12-20", R"("reason":"HEALTH")", "c2"), "409 cases.closed");
}

TEST_P(Extensions, are_undone_from_the_last_on)
{
    open_temporary("c1", "amina", "2026-12-01");
    ASSERT_EQ(extend("e1", "2026-12-20"), "201");
    ASSERT_EQ(extend("e2", "2026-12-31"), "201");
    EXPECT_EQ(undo("e1"), "409 cases.extension_followed");
    EXPECT_EQ(undo("e2"), "200");
    EXPECT_EQ(undo("e2"), "200");
    EXPECT_EQ(end(), "2026-12-20");
    // Brought forward since: undoing does not put it back.
    EXPECT_EQ(change("2026-11-30"), "200");
    EXPECT_EQ(undo("e1"), "200");
    EXPECT_EQ(end(), "2026-11-30");
    EXPECT_EQ(member(sara, "GET " + at("c1"), "extensions"), "0 entries");
    EXPECT_EQ(undo("nothing"), "404 core.not_found");
}

TEST_P(Extensions, are_the_only_way_to_a_later_end)
{
    open_temporary("c1", "amina", "2026-12-01");
    EXPECT_EQ(change("2026-12-02"), "422 ends_on cases.extend_instead");
    EXPECT_EQ(change("2026-10-31"), "422 ends_on cases.too_early");
    EXPECT_EQ(change("2026-11-28"), "200");
    ASSERT_EQ(extend("e1", "2027-05-20"), "201");
    EXPECT_EQ(change("2027-05-20"), "200") << "what stands may stay, however long it is by now";
}

TEST_P(Extensions, are_made_by_who_keeps_the_case)
{
    open_temporary("c1", "amina", "2026-12-01");
    ASSERT_EQ(extend("e1", "2026-12-20"), "201");
    const auto body = R"({"id":")" + id("e2") + R"(","ends_on":"2026-12-31","reason":"HEALTH"})";
    EXPECT_EQ(outcome(nadia, "POST " + at("c1", "/extension"), body), "404 core.not_found");
    EXPECT_EQ(outcome(nadia, "DELETE /api/cases/extensions/" + id("e1")), "404 core.not_found");
    EXPECT_EQ(outcome(luca, "POST " + at("c1", "/extension"), body), "201");
}

INSTANTIATE_TEST_SUITE_P(Both, Extensions, test_stores::both(),
                         ::testing::PrintToStringParamName());
