// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>

namespace analysis {

// Gives names that SPSS, R and databases take, each once.
class VariableNames {
public:
    // Of what the questionnaire calls it; made otherwise where that is taken or reserved.
    std::string take(const std::string& wanted);

private:
    std::set<std::string> taken_; // in small letters: SPSS knows no other
};

} // namespace analysis
