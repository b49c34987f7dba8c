// SPDX-License-Identifier: EUPL-1.2
// Where, by whom and how often the work of a city is done in the demonstration. All of it is
// invented; of the places only the names are real.
#pragma once

#include <string>
#include <vector>

#include "app/demo_chance.h"
#include "core/catalogue.h"

namespace demo {

// Those who meet people: a mobile unit by night, a desk by day.
struct Unit {
    std::string team;
    std::vector<std::string> logins;
    double a_week = 0;   // outings of a mobile unit; contacts of a desk
    double contacts = 1; // of each outing
    std::vector<Weighted> districts;
    std::vector<Weighted> settings;
    std::vector<const char*> places;
};

struct Plan {
    std::string slug;
    std::vector<Unit> mobile_units;
    std::vector<Unit> desks;
    std::vector<std::string> social_workers;
    std::string minors_worker; // takes the cases of minors; empty: a social worker does
    std::string coordinator;
    std::string triage;                  // who assesses the reports
    double reports_a_week = 0;           // that arrive
    std::vector<const char*> favourites; // citizenships met more often than elsewhere
    bool states_last_quarter = true;
};

// One for each city of the catalogue.
std::vector<Plan> plans(const core::Catalogue& catalogue);

} // namespace demo
