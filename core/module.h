// SPDX-License-Identifier: EUPL-1.2
// A module as the house sees it: a name, the store it lives on, and its acts. modules/modules.def
// lists them in order; each module's module.cpp defines `core::Module NAME::module()`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/act.h"
#include "core/catalogue.h"
#include "core/chore.h"
#include "core/dialect.h"
#include "core/holding.h"
#include "core/parcel.h"
#include "core/phone_forms.h"

namespace core {

class House;
struct Place;

struct Module {
    std::string name;
    Where where = Where::city;
    std::vector<Act> acts;
    std::optional<Dialect> dialect = {}; // of the addresses below its prefix
    std::vector<Chore> chores = {};
    std::vector<Holding> holdings = {}; // what it keeps of persons
    std::vector<NotHeld> not_held = {}; // sealed, and yet of no person whom we help
    std::vector<PhoneForms> phone_forms = {};
    std::vector<Receiver> receivers = {}; // of parcels from other stores
    // Throws std::runtime_error where the module cannot work with what is in it. Where there is a
    // transaction (which only reads), what asks a store is tried on it.
    std::function<void(const Catalogue&, store::Transaction*)> check_catalogue = {};
    // What it reads out of the catalogue beside the lists of codes. Throws as above.
    std::function<std::vector<CatalogueEntry>(const Catalogue&)> entries = {};
    // A store of the kind it lives on was opened, and nobody has asked anything yet.
    std::function<void(House&, Place&)> opened = {};
};

} // namespace core
