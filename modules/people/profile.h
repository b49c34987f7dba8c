// SPDX-License-Identifier: EUPL-1.2
// A person as it is compared (match/). Made from a row of the store or from what somebody is about
// to write down, so that both are compared by the same rules.
#pragma once

#include <string>
#include <vector>

#include "people/match/match.h"
#include "people/people.h"

namespace people {

struct Profile {
    // The name, the nickname, the aliases; "sex", "country", "phone".
    match::Record record;
    std::vector<std::string> identifiers; // comparable
    std::string codice_fiscale;           // the one that every resident has once
};

const std::vector<match::FieldKind>& compared_fields();

Profile make_profile(const PersonDetails& details, const std::vector<Identifier>& identifiers);

} // namespace people
