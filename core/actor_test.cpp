// SPDX-License-Identifier: EUPL-1.2
#include "core/actor.h"

#include <gtest/gtest.h>

using namespace core;

namespace {

Scope::Reach reach_of(Roles roles)
{
    Actor actor;
    actor.roles = roles;
    return scope_of(actor).reach;
}

} // namespace

TEST(Roles, are_sets)
{
    constexpr auto two = may(social_worker, researcher);
    static_assert(two.any_of(researcher));
    static_assert(!two.any_of(administrator));
    static_assert(!Roles().any_of(everyone));
    EXPECT_EQ(names_of(two), (std::vector<std::string>{"social_worker", "researcher"}));
    // A machine that may only report is nobody of the house.
    static_assert(!everyone.any_of(reporting_partner));
    EXPECT_EQ(names_of(everyone | reporting_partner).size(), every_role().size());
}

TEST(Roles, have_a_name_by_which_they_are_read)
{
    for (const auto role : every_role())
        EXPECT_EQ(parse_role(name_of(role)), role);
    EXPECT_FALSE(parse_role("root"));
    EXPECT_FALSE(parse_role(""));
}

TEST(Roles, of_the_city_team_are_neither_the_network_nor_those_who_look_after_the_house)
{
    for (const auto role : {network_direction, researcher, data_protection_officer, administrator})
        EXPECT_FALSE(city_team.any_of(role)) << name_of(role);
}

TEST(Roles, of_a_workshop_leader_are_of_no_team_and_see_no_further_than_their_own)
{
    EXPECT_FALSE(city_team.any_of(workshop_leader));
    EXPECT_FALSE(house_staff.any_of(workshop_leader));
    EXPECT_TRUE(everyone.any_of(workshop_leader));
    EXPECT_EQ(reach_of(workshop_leader), Scope::Reach::own);
}

TEST(Roles, of_the_survey_are_of_no_team_and_see_no_further_than_their_own)
{
    for (const auto role : {interviewer, survey_researcher}) {
        EXPECT_FALSE(house_staff.any_of(role)) << name_of(role);
        EXPECT_TRUE(everyone.any_of(role)) << name_of(role);
        EXPECT_EQ(reach_of(role), Scope::Reach::own) << name_of(role);
    }
}

TEST(Scope, is_the_widest_of_the_roles)
{
    using enum Scope::Reach;
    EXPECT_EQ(reach_of(mobile_unit_operator), team);
    EXPECT_EQ(reach_of(city_coordinator), city);
    EXPECT_EQ(reach_of(may(mobile_unit_operator, city_coordinator)), city);
    EXPECT_EQ(reach_of(administrator), own);
    EXPECT_EQ(reach_of(Roles()), own);
}

TEST(Scope, carries_the_account_and_its_teams)
{
    Actor actor;
    actor.account = Id<Account>(named_uuid("x"));
    actor.teams = {"um1"};
    EXPECT_EQ(scope_of(actor).account, actor.account);
    EXPECT_EQ(scope_of(actor).teams, actor.teams);
}
