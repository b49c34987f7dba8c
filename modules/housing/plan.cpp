// SPDX-License-Identifier: EUPL-1.2
#include "housing/plan.h"

#include "housing/work.h"

using core::Context;

namespace housing {

HousingPlan show_plan(Context& context, const PlanPath& wish)
{
    const auto known = cases::read_case(context, wish.case_id);
    if (!known)
        throw not_found();
    HousingPlan plan;
    plan.case_id = wish.case_id;
    plan.person = known->person;
    for (const auto& goal : cases::plan_of(context, wish.case_id).goals)
        if (goal.area == "HOUSING" && !goal.cancelled)
            plan.goals.push_back(goal);
    plan.requests = list_requests(context, {std::nullopt, known->person}).items;
    plan.stays = list_stays(context, {std::nullopt, known->person, std::nullopt}).items;
    plan.supports = list_supports(context, {known->person}).items;
    return plan;
}

} // namespace housing
