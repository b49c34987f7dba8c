// SPDX-License-Identifier: EUPL-1.2
// By what somebody takes part in a project, and what it counts as in the frameworks of the funds.
// Persons count once in each figure, at their first day in the period; nothing here says who they
// are.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "reporting/reporting.h"
#include "store/store.h"

namespace reporting {

// A row of catalogue/reports/participations.sql.
struct Participation {
    static constexpr const char* title = "Participation";

    std::string event_key;
    std::optional<std::string> person_key;
    std::optional<std::string> canonical_key;
    Date day;
    std::string code;
    std::optional<std::string> district;
    std::string through;
    std::optional<std::string> programme;
    std::optional<std::string> gender;
    std::optional<int> birth_year;
    std::optional<int> birth_month;
    bool birth_year_estimated = false;
    std::optional<std::string> citizenship;

    static constexpr auto fields()
    {
        return std::tuple(
            field("event_key", &Participation::event_key),
            field("person_key", &Participation::person_key),
            field("canonical_key", &Participation::canonical_key),
            field("day", &Participation::day), field("code", &Participation::code),
            field("district", &Participation::district), field("through", &Participation::through),
            field("programme", &Participation::programme), field("gender", &Participation::gender),
            field("birth_year", &Participation::birth_year),
            field("birth_month", &Participation::birth_month),
            field("birth_year_estimated", &Participation::birth_year_estimated),
            field("citizenship", &Participation::citizenship));
    }
};

// The first in time first.
std::vector<Participation> participations(store::Transaction& transaction, Period period);

// Whether it is the project's: by the programme that it names, else by its kind. Of days on which
// the project does not run, nothing is.
bool is_of(const ProjectDetails& project, const Participation& one);

// under_18, 18_60, over_60 or not_recorded on that day; of a date of birth that is known in part,
// its first day counts.
std::string age_bracket(const Participation& one, Date day);
bool is_citizen_of_union(const Participation& one);

// ---- figures of a framework

// Of what a figure, or a cell of it, is made: how many of its persons had this, and how often.
struct FrameworkPart {
    static constexpr const char* title = "FrameworkPart";

    std::string code; // of the list "intervention"
    int persons = 0;
    int events = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &FrameworkPart::code).one_of("intervention"),
                          field("persons", &FrameworkPart::persons),
                          field("events", &FrameworkPart::events));
    }
};

struct FrameworkCell {
    static constexpr const char* title = "FrameworkCell";

    std::string gender;
    std::string age;
    int persons = 0;
    std::vector<FrameworkPart> parts;

    static constexpr auto fields()
    {
        return std::tuple(field("gender", &FrameworkCell::gender).one_of("gender"),
                          field("age", &FrameworkCell::age).one_of("reporting_age"),
                          field("persons", &FrameworkCell::persons),
                          field("parts", &FrameworkCell::parts).at_most(200));
    }
};

struct FrameworkLeftOut {
    static constexpr const char* title = "FrameworkLeftOut";

    std::string reason;
    int count = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("reason", &FrameworkLeftOut::reason).one_of("reporting_left_out"),
                          field("count", &FrameworkLeftOut::count));
    }
};

struct FrameworkRow {
    static constexpr const char* title = "FrameworkRow";

    std::string figure; // of the list reporting_figure
    int value = 0;
    std::vector<FrameworkCell> cells; // without those of zero; empty for what is no person
    std::vector<FrameworkPart> parts;
    std::vector<FrameworkLeftOut> left_out;

    static constexpr auto fields()
    {
        return std::tuple(field("figure", &FrameworkRow::figure).one_of("reporting_figure"),
                          field("value", &FrameworkRow::value),
                          field("cells", &FrameworkRow::cells).at_most(50),
                          field("parts", &FrameworkRow::parts).at_most(200),
                          field("left_out", &FrameworkRow::left_out));
    }
};

struct DistrictCount {
    static constexpr const char* title = "DistrictCount";

    std::optional<std::string> district; // absent: not recorded
    int persons = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("district", &DistrictCount::district),
                          field("persons", &DistrictCount::persons));
    }
};

struct Frameworks {
    static constexpr const char* title = "Frameworks";

    std::string mapping; // which edition of the list of interventions says what counts as what
    std::vector<FrameworkRow> rows;
    std::vector<DistrictCount> districts; // of those supported, at their first day

    static constexpr auto fields()
    {
        return std::tuple(field("mapping", &Frameworks::mapping),
                          field("rows", &Frameworks::rows).at_most(100),
                          field("districts", &Frameworks::districts).at_most(100));
    }
};

// Of Regulation (EU) 2021/1147 (Annexes VI and VIII) and of (EU) 516/2014 (Annex IV (b)(ii)), from
// what is the project's.
Frameworks count_frameworks(const core::Catalogue& catalogue,
                            const std::vector<Participation>& ours);
// Annex IV (b)(iii): agreements in force within the period.
FrameworkRow count_agreements(const std::vector<Agreement>& agreements, Period period);

} // namespace reporting
