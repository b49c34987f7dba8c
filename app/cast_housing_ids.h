// SPDX-License-Identifier: EUPL-1.2
// The words of the story of places to live that stand for ids which the examples and the tests know
// too.
#pragma once

#include <map>
#include <string>

#include "core/samples.h"

namespace cast {

inline const std::map<std::string, const char*> housing_ids{
    {"housing_place", core::samples::housing_place},
    {"housing_dormitory", core::samples::housing_dormitory},
    {"housing_faro", core::samples::housing_faro},
    {"housing_bed", core::samples::housing_bed},
    {"housing_bed_free", core::samples::housing_bed_free},
    {"housing_bed_closed", core::samples::housing_bed_closed},
    {"housing_bunk", core::samples::housing_bunk},
    {"housing_bunk_free", core::samples::housing_bunk_free},
    {"housing_closing", core::samples::housing_closing},
    {"housing_closing_cancelled", core::samples::housing_closing_cancelled},
    {"housing_stay", core::samples::housing_stay},
    {"housing_stay_ended", core::samples::housing_stay_ended},
    {"housing_stay_promised", core::samples::housing_stay_promised},
    {"housing_stay_cancelled", core::samples::housing_stay_cancelled},
    {"housing_stay_samuel", core::samples::housing_stay_samuel},
    {"housing_request", core::samples::housing_request},
    {"housing_request_declined", core::samples::housing_request_declined},
    {"housing_request_cancelled", core::samples::housing_request_cancelled},
    {"housing_request_samuel", core::samples::housing_request_samuel},
    {"housing_agreement", core::samples::housing_agreement},
    {"housing_support", core::samples::housing_support},
    {"housing_support_cancelled", core::samples::housing_support_cancelled},
    {"housing_support_samuel", core::samples::housing_support_samuel},
    {"housing_instalment", core::samples::housing_instalment},
    {"housing_instalment_cancelled", core::samples::housing_instalment_cancelled},
    {"housing_instalment_samuel", core::samples::housing_instalment_samuel},
    {"housing_upkeep", core::samples::housing_upkeep},
    {"housing_upkeep_cancelled", core::samples::housing_upkeep_cancelled},
};

} // namespace cast
