// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/periods.h"

namespace monitoring {

Period get_period(const std::string& name)
{
    const auto period = parse_period(name);
    if (!period)
        refuse("period", "monitoring.not_a_period", {{"value", name}});
    return *period;
}

Period get_finished_quarter(const core::Context& context, const std::string& name)
{
    const auto period = get_period(name);
    if (period != quarter_of(period.begins))
        throw Problem(409, "monitoring.quarter_needed",
                      {{"quarter", to_string(quarter_of(period.begins))}});
    if (period.ends > context.today())
        throw Problem(409, "monitoring.period_running",
                      {{"last_day", to_string(period.ends.plus_days(-1))}});
    return period;
}

} // namespace monitoring
