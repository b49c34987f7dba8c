// SPDX-License-Identifier: EUPL-1.2
#include <ostream>

#include "app/commands.h"
#include "app/house.h"
#include "monitoring/monitoring.h"

namespace app {

int migrate(const Configuration& configuration, std::ostream& out)
{
    for (const auto& slug : slugs_of(configuration)) {
        open_house(configuration, {slug})->stop();
        out << slug << ": up to date\n";
    }
    return 0;
}

int describe(const std::string& paper, std::ostream& out)
{
    const auto house = house_without_stores();
    if (paper == "openapi")
        out << core::describe_openapi(*house) << '\n';
    else if (paper == "acts")
        out << core::describe_acts(*house);
    else if (paper == "permissions")
        out << core::describe_permissions(*house);
    else if (paper == "personal-data")
        out << core::describe_personal_data(*house);
    else
        out << monitoring::describe_indicators(*house);
    return 0;
}

} // namespace app
