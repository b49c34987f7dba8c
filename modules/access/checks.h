// SPDX-License-Identifier: EUPL-1.2
// What the description of an input cannot check by itself: against the teams, languages and kind of
// this store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access.h"

namespace lgnet::access {

using FieldErrors = std::vector<FieldError>;

FieldErrors language_faults(const core::Context& context, const std::string& language);
// At least one role; those of a city on a city's store, that of the direction on the network's, and
// that of a reporting partner for a machine of a city only.
enum class Holder { person, machine };
FieldErrors role_faults(const core::Context& context, const std::vector<std::string>& roles,
                        Holder holder);
FieldErrors team_faults(core::Context& context, const std::vector<std::string>& teams);
// One mailbox, without a display name and without anything that could end a line of a mail.
FieldErrors email_faults(const std::optional<std::string>& email);
FieldErrors login_name_faults(const std::string& login_name);

// All of these at once, as the reading of an input does it.
FieldErrors account_faults(core::Context& context, const Account& account);

// Throw Problem(422, "core.input_invalid").
void refuse_faults(FieldErrors faults);
void refuse_weak(const std::string& field, const std::string& password,
                 const std::string& login_name);

} // namespace lgnet::access
