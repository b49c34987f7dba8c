// SPDX-License-Identifier: EUPL-1.2
#include "survey/response.h"

#include "base/problem.h"

namespace survey {

namespace {

// Where an outcome is counted. Who broke off at once has refused (2.12).
template <class Counts> int& place_of(Counts& counts, const std::string& disposition)
{
    if (disposition == "COMPLETE")
        return counts.complete;
    if (disposition == "PARTIAL")
        return counts.partial;
    if (disposition == "REFUSAL" || disposition == "BREAK_OFF")
        return counts.refused;
    if (disposition == "NON_CONTACT")
        return counts.not_met;
    if (disposition == "OTHER")
        return counts.other;
    if (disposition == "UNKNOWN_ELIGIBILITY")
        return counts.unknown;
    ENSURE(disposition == "NOT_ELIGIBLE");
    return counts.not_eligible;
}

std::optional<double> percent(int part, int whole)
{
    if (whole == 0)
        return std::nullopt;
    return 100.0 * part / whole;
}

} // namespace

void count_outcome(QuotaCell& cell, const std::string& disposition, int interviews)
{
    place_of(cell, disposition) += interviews;
}

void count_outcome(ResponseRates& rates, const std::string& disposition, int interviews)
{
    place_of(rates, disposition) += interviews;
}

void work_out(ResponseRates& rates)
{
    const int answered = rates.complete + rates.partial;
    const int cooperated_or_not = answered + rates.refused + rates.other;
    const int all = cooperated_or_not + rates.not_met + rates.unknown;
    rates.rr1 = percent(rates.complete, all);
    rates.rr2 = percent(answered, all);
    rates.coop1 = percent(rates.complete, cooperated_or_not);
    rates.ref1 = percent(rates.refused, all);
    rates.con1 = percent(cooperated_or_not, all);
}

} // namespace survey
