// SPDX-License-Identifier: EUPL-1.2
#include "referrals/states.h"

#include <gtest/gtest.h>

#include <set>

namespace referrals {

namespace {

const core::Catalogue& catalogue()
{
    static const core::Catalogue catalogue;
    return catalogue;
}

const Instant sent = parse_instant("2026-11-20T10:00:00Z").value();

Instant after_hours(int hours) { return sent.plus_seconds(3600LL * hours); }

ReferralRow referral(const std::string& mode, std::optional<Instant> appointment_at = {})
{
    ReferralRow row;
    row.mode = mode;
    row.sent_at = sent;
    const auto due = due_of(catalogue(), mode, sent, appointment_at);
    row.answer_due_at = due.answer;
    row.outcome_due_at = due.outcome;
    return row;
}

std::string clock_of(ReferralRow row, const std::string& state, Instant now)
{
    row.state = state;
    return waiting_of(row, now).clock;
}

bool ends(const std::string& what)
{
    return what == "refused" || what == "closed" || what == "revoked";
}

} // namespace

// From every state that can be reached a referral can end, and it ends with an outcome.
TEST(States, lead_to_an_end_that_has_an_outcome)
{
    for (const auto teller : {Teller::worker, Teller::link}) {
        std::set<std::string> reached{"sent", "seen"};
        std::vector<std::string> open(reached.begin(), reached.end());
        while (!open.empty()) {
            const auto state = open.back();
            open.pop_back();
            for (const auto& step : next_steps(catalogue(), state, teller)) {
                EXPECT_EQ(ends(step.what), !step.outcomes.empty()) << state << " " << step.what;
                if (reached.insert(step.what).second)
                    open.push_back(step.what);
            }
        }
        EXPECT_TRUE(reached.contains("closed"));
        EXPECT_TRUE(reached.contains("refused"));
        EXPECT_EQ(reached.contains("revoked"), teller == Teller::worker) << "only the sender's";
        for (const auto& state : reached)
            EXPECT_TRUE(catalogue().find_code("referral_state", state)) << state;
    }
    EXPECT_TRUE(steps_after("closed", Teller::worker).empty());
    EXPECT_TRUE(steps_after("revoked", Teller::worker).empty());
}

TEST(States, know_which_outcome_is_whose)
{
    const auto& known = catalogue();
    EXPECT_TRUE(fits(known, "refused", "NO_CAPACITY", Teller::link));
    EXPECT_FALSE(fits(known, "refused", "SERVICE_PROVIDED", Teller::link));
    EXPECT_FALSE(fits(known, "refused", "LEFT_CITY", Teller::worker));
    EXPECT_TRUE(fits(known, "revoked", "LEFT_CITY", Teller::worker));
    EXPECT_FALSE(fits(known, "revoked", "NO_CAPACITY", Teller::worker));
    EXPECT_TRUE(fits(known, "closed", "LEFT_CITY", Teller::worker));
    EXPECT_FALSE(fits(known, "closed", "LEFT_CITY", Teller::link)) << "the service cannot know";
    EXPECT_TRUE(fits(known, "closed", "WAITLISTED", Teller::link));
    EXPECT_FALSE(fits(known, "attended", "SERVICE_PROVIDED", Teller::worker));
    // DOMAIN (e), REF-02: those six and no other.
    std::set<std::string> gaps;
    for (const auto& code : known.vocabularies().at("referral_outcome"))
        if (is_gap(known, code.code))
            gaps.insert(code.code);
    EXPECT_EQ(gaps,
              (std::set<std::string>{"SERVICE_UNAVAILABLE", "NO_CAPACITY", "REJECTED_BY_PROVIDER",
                                     "NOT_ELIGIBLE", "LANGUAGE_BARRIER", "DOCUMENT_MISSING"}));
}

TEST(Clock, waits_for_an_answer_then_for_the_outcome)
{
    const auto urgent = referral("URGENT");
    EXPECT_EQ(clock_of(urgent, "sent", after_hours(4)), "answer_due");
    EXPECT_EQ(clock_of(urgent, "sent", after_hours(5)), "answer_late");
    EXPECT_EQ(clock_of(urgent, "seen", after_hours(5)), "answer_late") << "seen is no answer";
    EXPECT_EQ(clock_of(urgent, "accepted", after_hours(5)), "outcome_due");
    EXPECT_EQ(clock_of(urgent, "accepted", after_hours(7 * 24)), "outcome_due");
    EXPECT_EQ(clock_of(urgent, "attended", after_hours(7 * 24 + 1)), "outcome_late");
    EXPECT_EQ(clock_of(urgent, "refused", after_hours(9999)), "to_take_up");
    EXPECT_EQ(clock_of(urgent, "closed", after_hours(9999)), "none");
    EXPECT_EQ(clock_of(urgent, "revoked", after_hours(9999)), "none");
}

TEST(Clock, asks_no_answer_where_none_is_expected_and_waits_for_the_appointment)
{
    EXPECT_EQ(clock_of(referral("INFO"), "sent", after_hours(29 * 24)), "outcome_due");
    EXPECT_EQ(clock_of(referral("INFO"), "sent", after_hours(31 * 24)), "outcome_late");
    const auto later = referral("ACCOMP", after_hours(20 * 24));
    EXPECT_EQ(clock_of(later, "accepted", after_hours(26 * 24)), "outcome_due");
    EXPECT_EQ(clock_of(later, "accepted", after_hours(28 * 24)), "outcome_late");
    const auto passed = referral("ACCOMP", after_hours(-48));
    EXPECT_EQ(passed.outcome_due_at, after_hours(7 * 24)) << "from the day on which it was sent";
}

} // namespace referrals
