// SPDX-License-Identifier: EUPL-1.2
// The housing part of a case's plan: its goals, and the requests, stays and help that serve them.
#pragma once

#include "housing/support.h"

namespace housing {

struct PlanPath {
    static constexpr const char* title = "HousingPlanPath";

    Id<cases::Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple(field("case_id", &PlanPath::case_id).sample(core::samples::case_amina));
    }
};

// Goals of the case's plan that are about housing, and what has come of them.
struct HousingPlan {
    static constexpr const char* title = "HousingPlan";

    Id<cases::Case> case_id;
    Id<people::Person> person;
    std::vector<cases::Goal> goals;
    std::vector<Request> requests;
    std::vector<Stay> stays;
    std::vector<Support> supports;

    static constexpr auto fields()
    {
        return std::tuple(field("case_id", &HousingPlan::case_id),
                          field("person", &HousingPlan::person),
                          field("goals", &HousingPlan::goals).at_most(200),
                          field("requests", &HousingPlan::requests).at_most(500),
                          field("stays", &HousingPlan::stays).at_most(500),
                          field("supports", &HousingPlan::supports).at_most(200));
    }
};

HousingPlan show_plan(core::Context& context, const PlanPath& wish);

} // namespace housing
