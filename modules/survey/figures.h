// SPDX-License-Identifier: EUPL-1.2
// The needs of a wave, by group and district, for the matrix, for what comes up and for the report.
#pragma once

#include "survey/answered.h"
#include "survey/estimate/needs.h"

namespace survey {

struct GroupResults {
    std::string respondents;
    Weighting weighting;
    // Of a need: by district in the order of the catalogue, and last of the city.
    std::map<std::string, std::vector<estimate::NeedFigures>> needs;

    const estimate::NeedFigures* city(const std::string& need) const;
    const estimate::NeedFigures* at(const std::string& need, std::size_t district) const;
};

struct Results {
    std::vector<std::string> needs; // as they are asked
    std::vector<core::District> districts;
    std::vector<GroupResults> groups; // those that somebody of was interviewed

    const GroupResults* find(const std::string& respondents) const;
};

Results results_of(core::Context& context, const Answered& answered, Rake rake = Rake::no);

Figure figure_of(const estimate::Result& result);
// The figures of all groups for one need; `district` beyond the last: of the city.
std::vector<GroupFigures> groups_of(const Results& results, const std::string& need,
                                    std::size_t district);
std::vector<PerceptionGap> gaps_of(const Results& results, const std::string& need,
                                   std::size_t district);

} // namespace survey
