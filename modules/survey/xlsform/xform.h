// SPDX-License-Identifier: EUPL-1.2
// The form as ODK Collect and KoboCollect read it: an XForm of the ODK XForms specification.
#pragma once

#include <string>

#include "survey/xlsform/form.h"

namespace xlsform {

// All languages, the default one first. `version` stands in the form and comes back with each
// submission. The form is one that was read without a fault.
std::string write_xform(const Form& form, const std::string& version);

} // namespace xlsform
