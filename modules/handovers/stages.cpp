// SPDX-License-Identifier: EUPL-1.2
#include "handovers/stages.h"

namespace handovers {

namespace {

template <class Fits>
std::vector<std::string> outcomes_that(const core::Catalogue& catalogue, const Fits& fit)
{
    std::vector<std::string> codes;
    for (const auto& code : catalogue.vocabularies().find("referral_outcome")->second)
        if (!code.retired && fit(code))
            codes.push_back(code.code);
    return codes;
}

} // namespace

std::string stage_of(const std::string& state, const Progress& progress)
{
    if (state == "sent")
        return progress.seen_on ? "seen" : "sent";
    if (state != "accepted")
        return state;
    return progress.outcome ? "closed" : progress.went.value_or(state);
}

Waiting waiting_of(const std::string& state, Date answer_due_on, const Progress& progress,
                   Date today)
{
    if (state == "sent")
        return {today > answer_due_on ? "answer_late" : "answer_due", answer_due_on};
    if (state != "accepted" || progress.outcome || !progress.outcome_due_on)
        return {"none", answer_due_on};
    return {today > *progress.outcome_due_on ? "outcome_late" : "outcome_due",
            *progress.outcome_due_on};
}

std::vector<std::string> steps_after(const std::string& state, const Progress& progress)
{
    if (state != "accepted" || progress.outcome)
        return {};
    if (progress.went == "attended")
        return {"closed"};
    if (progress.went == "not_attended")
        return {"attended", "closed"};
    return {"attended", "not_attended", "closed"};
}

std::vector<std::string> outcomes_to_withdraw(const core::Catalogue& catalogue)
{
    return outcomes_that(catalogue,
                         [](const core::Code& code) { return code.more.at("withdraws") == "yes"; });
}

std::vector<std::string> outcomes_to_close(const core::Catalogue& catalogue)
{
    return outcomes_that(catalogue, [](const core::Code&) { return true; });
}

bool may_take_back(const Progress& progress, int days, Date today)
{
    return progress.outcome_on && today <= progress.outcome_on->plus_days(days);
}

} // namespace handovers
