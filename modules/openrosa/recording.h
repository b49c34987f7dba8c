// SPDX-License-Identifier: EUPL-1.2
// A submission becomes an act: as it comes, or later from where it was kept aside.
#pragma once

#include "openrosa/acts.h"
#include "openrosa/rows.h"

namespace openrosa {

struct Recording {
    const Form& form;
    const Submission& submission;
    Uuid id;
    std::string mark;
    core::Actor worker; // who has filled it in
};

// Does the act and notes the submission. What the act refuses, it throws.
SubmissionRow record(core::Context& context, const Recording& recording);

// What was waiting aside has become this.
void settle(core::Context& context, AsideRow row, const SubmissionRow& recorded);

} // namespace openrosa
