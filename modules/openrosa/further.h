// SPDX-License-Identifier: EUPL-1.2
// Forms of other modules (core/phone_forms.h): given out and taken as our own, but what was
// answered in them is never shown here. Nobody who looks at what was kept aside reads a survey by
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phone_forms.h"
#include "openrosa/acts.h"
#include "openrosa/rows.h"

namespace openrosa {

// Of whom the form is; null: of none of them.
const core::PhoneForms* owner_of(const core::Context& context, std::string_view form);

// Those that the asker may fill in now.
std::vector<core::PhoneForm> further_forms(core::Context& context);
std::optional<core::PhoneForm> find_further(core::Context& context, std::string_view form);

struct FurtherRecording {
    const core::PhoneForms& owner;
    const Submission& submission;
    std::string_view xml;
    Uuid id;
    std::string mark;
    core::Actor worker; // who has filled it in
};

// Does the act and notes the submission. What cannot be read, or the act refuses, it throws.
SubmissionRow record(core::Context& context, const FurtherRecording& recording);

} // namespace openrosa
