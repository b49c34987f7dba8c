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
    match::Record record; // the name, the nickname, the aliases; the values by compared_fields()
    std::vector<std::string> identifiers; // comparable
    std::string codice_fiscale;           // the one that every resident has once
    std::vector<Meeting> meetings;
};

// Where the values stand.
enum Compared : std::size_t { sex, country, languages, met, phone };
const std::vector<match::FieldKind>& compared_fields();

Profile make_profile(const PersonDetails& details, const std::vector<Identifier>& identifiers,
                     const std::vector<Meeting>& meetings = {});

// As a value of `met`.
std::string text_of(const std::vector<Meeting>& meetings);
// Those of the teams whose contacts one sees, as outreach has it.
std::vector<Meeting> seen_by(const core::Scope& scope, const std::vector<Meeting>& meetings);

} // namespace people
