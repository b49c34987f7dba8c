// SPDX-License-Identifier: EUPL-1.2
// Interviews of people who do not exist, as requests: the cast makes a few, the demonstration
// hundreds.
#pragma once

#include <string>

#include "base/time.h"

namespace cast {

struct ToldInterview {
    std::string id;
    std::string wave;
    std::string respondents; // MIGRANT, OPERATOR, BODY: asked with the questionnaire of the house
    std::string district;
    std::string slot; // either may be empty
    std::string unit;
    Instant ended_at;
    int minutes = 25;
    std::string language = "it";
    std::string mode = "FACE";
    std::string disposition = "COMPLETE";
    bool of_another_year = false; // likes other things: needs have changed since
};

// The body of POST /api/survey/interviews. Who did not answer says nothing.
std::string body_of(const ToldInterview& told);

} // namespace cast
