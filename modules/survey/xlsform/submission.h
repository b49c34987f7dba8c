// SPDX-License-Identifier: EUPL-1.2
// What ODK Collect sends back of a form of ours, as answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "survey/xlsform/form.h"

namespace xlsform {

inline constexpr std::size_t xml_bytes_max = 2 * 1024 * 1024;

struct Submission {
    std::string fault; // why it could not be read; empty: it was
    std::string form;  // id and version that it says it is of
    std::string version;
    std::string instance;        // "uuid:…"; may be missing
    std::string deprecated;      // the instance that this one corrects
    std::vector<Answer> answers; // those that say something; notes are none
};

// Never throws: what is wrong stands in `fault`, and names the question. No entity is expanded.
Submission read_submission(const Form& form, std::string_view xml);

} // namespace xlsform
