// SPDX-License-Identifier: EUPL-1.2
#include "civic/cover.h"

#include <algorithm>

namespace civic {

bool is_covered(const std::vector<Cover>& covers, Date day)
{
    return std::any_of(covers.begin(), covers.end(),
                       [&](const Cover& one) { return one.from <= day && day <= one.until; });
}

std::optional<Date> first_uncovered(const std::vector<Cover>& covers, std::vector<Date> days)
{
    std::sort(days.begin(), days.end());
    for (const auto day : days)
        if (!is_covered(covers, day))
            return day;
    return std::nullopt;
}

std::optional<Date> last_covered(const std::vector<Cover>& covers)
{
    std::optional<Date> last;
    for (const auto& one : covers)
        last = last ? std::max(*last, one.until) : one.until;
    return last;
}

std::optional<Date> covered_until(const std::vector<Cover>& covers, Date today)
{
    std::optional<Date> until;
    auto ordered = covers;
    std::sort(ordered.begin(), ordered.end(),
              [](const Cover& one, const Cover& other) { return one.from < other.from; });
    for (const auto& one : ordered) {
        const bool goes_on = until && *until >= today.plus_days(-1)
                                 ? one.from <= until->plus_days(1)
                                 : one.from <= today;
        if (goes_on)
            until = until ? std::max(*until, one.until) : one.until;
    }
    return until;
}

std::string state_of(const Standing& standing, Date today)
{
    if (standing.ended_on && *standing.ended_on <= today)
        return "ended";
    const bool is_agreed = standing.agreement_on && *standing.agreement_on <= today;
    const bool agreement_over = standing.agreement_until && *standing.agreement_until < today;
    if (is_agreed && !agreement_over && is_covered(standing.covers, today))
        return "running";
    const auto last = last_covered(standing.covers);
    return agreement_over || (last && *last < today) ? "uncovered" : "preparing";
}

} // namespace civic
