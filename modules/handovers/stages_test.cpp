// SPDX-License-Identifier: EUPL-1.2
#include "handovers/stages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace handovers {

namespace {

const auto monday = make_date(2026, 11, 23);

Progress accepted_on(Date day)
{
    Progress progress;
    progress.outcome_due_on = day.plus_days(30);
    return progress;
}

} // namespace

TEST(Stage, of_a_referral_goes_on_where_that_of_a_hand_over_ends)
{
    Progress progress;
    EXPECT_EQ(stage_of("sent", progress), "sent");
    EXPECT_EQ(stage_of("accepted", progress), "accepted");
    progress.seen_on = monday;
    EXPECT_EQ(stage_of("sent", progress), "seen");
    EXPECT_EQ(stage_of("refused", progress), "refused");
    progress.went = "not_attended";
    EXPECT_EQ(stage_of("accepted", progress), "not_attended");
    progress.outcome = "DID_NOT_ATTEND";
    EXPECT_EQ(stage_of("accepted", progress), "closed");
    EXPECT_EQ(stage_of("withdrawn", progress), "withdrawn");
}

TEST(Waiting, is_for_the_answer_then_for_the_outcome_then_for_nothing)
{
    const auto due = monday.plus_days(10);
    EXPECT_EQ(waiting_of("sent", due, {}, due).clock, "answer_due");
    EXPECT_EQ(waiting_of("sent", due, {}, due.plus_days(1)).clock, "answer_late");

    auto progress = accepted_on(monday);
    const auto last = monday.plus_days(30);
    EXPECT_EQ(waiting_of("accepted", due, progress, last).clock, "outcome_due");
    EXPECT_EQ(waiting_of("accepted", due, progress, last).due_on, last);
    EXPECT_TRUE(waiting_of("accepted", due, progress, last.plus_days(1)).is_late());
    progress.went = "attended";
    EXPECT_EQ(waiting_of("accepted", due, progress, last).clock, "outcome_due")
        << "who went is not served yet";
    progress.outcome = "SERVICE_PROVIDED";
    EXPECT_EQ(waiting_of("accepted", due, progress, last.plus_days(1)).clock, "none");

    // A hand-over that was accepted waits for nothing, however long ago.
    EXPECT_EQ(waiting_of("accepted", due, {}, due.plus_days(999)).clock, "none");
    EXPECT_EQ(waiting_of("refused", due, {}, due.plus_days(999)).clock, "none");
    EXPECT_EQ(waiting_of("withdrawn", due, {}, due.plus_days(999)).clock, "none");
}

TEST(Steps, follow_the_yes_alone_and_end_with_the_outcome)
{
    using Steps = std::vector<std::string>;
    Progress progress;
    for (const auto* state : {"sent", "refused", "withdrawn"})
        EXPECT_EQ(steps_after(state, progress), Steps()) << state;
    EXPECT_EQ(steps_after("accepted", progress), (Steps{"attended", "not_attended", "closed"}));
    progress.went = "not_attended";
    EXPECT_EQ(steps_after("accepted", progress), (Steps{"attended", "closed"}));
    progress.went = "attended";
    EXPECT_EQ(steps_after("accepted", progress), Steps{"closed"});
    progress.outcome = "SERVICE_PROVIDED";
    EXPECT_EQ(steps_after("accepted", progress), Steps());
}

TEST(Outcomes, with_which_a_sender_withdraws_are_not_those_of_a_service_that_helped)
{
    const core::Catalogue catalogue;
    const auto has = [](const std::vector<std::string>& codes, const char* code) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    EXPECT_TRUE(has(outcomes_to_withdraw(catalogue), "LEFT_CITY"));
    EXPECT_FALSE(has(outcomes_to_withdraw(catalogue), "SERVICE_PROVIDED"));
    EXPECT_TRUE(has(outcomes_to_close(catalogue), "SERVICE_PROVIDED"));
    EXPECT_TRUE(has(outcomes_to_close(catalogue), "DID_NOT_ATTEND"));
}

TEST(Outcome, can_be_taken_back_for_a_week)
{
    Progress progress;
    EXPECT_FALSE(may_take_back(progress, 7, monday));
    progress.outcome = "SERVICE_PROVIDED";
    progress.outcome_on = monday;
    EXPECT_TRUE(may_take_back(progress, 7, monday.plus_days(7)));
    EXPECT_FALSE(may_take_back(progress, 7, monday.plus_days(8)));
}

} // namespace handovers
