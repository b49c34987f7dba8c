// SPDX-License-Identifier: EUPL-1.2
// A module as the house sees it: a name, the store it lives on, and its acts. modules/modules.def
// lists them in order; each module's module.cpp defines `core::Module NAME::module()`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/act.h"
#include "core/chore.h"
#include "core/dialect.h"
#include "core/holding.h"
#include "core/phone_forms.h"

namespace core {

struct Module {
    std::string name;
    Where where = Where::city;
    std::vector<Act> acts;
    std::optional<Dialect> dialect = {}; // of the addresses below its prefix
    std::vector<Chore> chores = {};
    std::vector<Holding> holdings = {}; // what it keeps of persons
    std::vector<NotHeld> not_held = {}; // sealed, and yet of no person whom we help
    std::vector<PhoneForms> phone_forms = {};
};

} // namespace core
