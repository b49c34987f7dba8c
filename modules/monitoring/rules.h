// SPDX-License-Identifier: EUPL-1.2
// catalogue/returns.toml: when statements are due, what their score is made of, what the network
// looks at, which figures are shown as they grow and how they are forecast. Numbers for the
// program, sentences for people; read once, a fault stops the program and names itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "core/catalogue.h"
#include "monitoring/definition.h"

namespace monitoring {

struct RulePart {
    static constexpr const char* title = "RulePart";

    std::string code;
    int weight = 0;
    std::string it;
    std::string en;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &RulePart::code),
                          field("weight", &RulePart::weight).says("Of 100."),
                          field("it", &RulePart::it), field("en", &RulePart::en));
    }
};

struct AtMost {
    std::string less;
    std::string more;
};

struct BreakRule {
    int quarters_least = 0;
    int quarters_most = 0;
    double spreads = 0;
    double part_of_median = 0;
    double count_least = 0;
    double share_least = 0;
    int cases_least = 0;
};

struct Rules {
    int due_days = 0;
    int quarters_looked_back = 0;
    BothLanguages due;

    Date programme_ends;
    BothLanguages programme;

    int late_days_most = 0;
    BothLanguages quality;
    std::vector<RulePart> quality_parts;

    std::vector<CodeInBoth> checks;
    std::vector<AtMost> at_most;
    BreakRule series;

    std::vector<std::string> live_codes;
    BothLanguages live;

    int forecast_quarters_least = 0;
    int forecast_quarters_most = 0;
    BothLanguages forecast;

    int weight_of(std::string_view part) const;
    // By when the statement of a quarter must have been submitted.
    Date due_on(Period quarter) const;
    // The finished quarters that are asked after, the newest first.
    std::vector<Period> quarters_asked(Date today) const;
};

// Throws std::runtime_error, which names file and fault.
const Rules& rules(const core::Catalogue& catalogue);
// For core::Module.
std::vector<core::CatalogueEntry> rule_entries(const core::Catalogue& catalogue);
// For the tests of what is refused.
Rules read_rules(const core::Catalogue& catalogue, std::string_view text);

// How all this is counted, for everybody who reads figures.
struct ReturnRules {
    static constexpr const char* title = "ReturnRules";

    int due_days = 0;
    BothLanguages due;
    BothLanguages programme;
    Date programme_ends;
    BothLanguages quality;
    std::vector<RulePart> quality_parts;
    std::vector<CodeInBoth> checks;
    std::vector<std::string> live_codes;
    BothLanguages live;
    BothLanguages forecast;

    static constexpr auto fields()
    {
        return std::tuple(
            field("due_days", &ReturnRules::due_days).says("After the last day of a quarter."),
            field("due", &ReturnRules::due), field("programme", &ReturnRules::programme),
            field("programme_ends", &ReturnRules::programme_ends),
            field("quality", &ReturnRules::quality),
            field("quality_parts", &ReturnRules::quality_parts),
            field("checks", &ReturnRules::checks), field("live_codes", &ReturnRules::live_codes),
            field("live", &ReturnRules::live), field("forecast", &ReturnRules::forecast));
    }
};

} // namespace monitoring
