// SPDX-License-Identifier: EUPL-1.2
// Identifiers that offices give: how the known ones look, and how two of them are compared. Nothing
// here ever makes one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/people.h"

namespace people {

// As it is kept: the kinds with a known form in capitals without spaces, others as they were
// written.
std::string tidy_identifier(std::string_view kind, std::string_view value);

// What is wrong with a tidy value, as the code of a field error; nullopt: it may be right.
std::optional<std::string> fault_of_identifier(std::string_view kind, std::string_view value);

// For comparing: capital letters and digits only, whatever stands between them on paper.
std::string comparable_identifier(std::string_view value);

// For comparing: the digits of a telephone number in Italy or abroad; empty when there are too few.
std::string comparable_phone(std::string_view phone);

} // namespace people
