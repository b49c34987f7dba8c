// SPDX-License-Identifier: EUPL-1.2
// Whether somebody may live in a place by its rules. Pure. A rule is no wall: who works there may
// make an exception, and says why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "housing/housing.h"

namespace housing {

struct Guest {
    std::string gender;
    std::optional<Date> birth_date;
    std::optional<int> birth_year;
    int people = 1;
    bool pet = false;
    bool step_free = false; // needs it
};

// Codes of housing_misfit: what stands against it on that day. None: they fit.
std::vector<std::string> misfits(const PlaceDetails& place, bool bed_step_free, const Guest& guest,
                                 Date on);

} // namespace housing
