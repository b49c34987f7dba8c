// SPDX-License-Identifier: EUPL-1.2
// A person as it is compared: names folded, identifiers plain. Made from a row of the store or from
// what somebody is about to write down, so that both are compared by the same rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "people/people.h"

namespace people {

enum class NamePart { given, family, alias, nickname };

struct NameWord {
    std::string folded;
    std::string skeleton;
    NamePart part;
};

// One way in which the person is called: given and family name together, one alias, or the
// nickname.
using NameForm = std::vector<NameWord>;

struct Profile {
    std::vector<NameForm> forms;
    std::optional<Date> birth_date;
    std::optional<int> birth_year;
    bool birth_year_estimated = false;
    std::string gender; // empty: not known
    std::string citizenship;
    std::string phone;
    std::vector<std::string> identifiers; // comparable
    std::string codice_fiscale;           // the one that every resident has once
};

Profile make_profile(const PersonDetails& details, const std::vector<Identifier>& identifiers);

} // namespace people
