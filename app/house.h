// SPDX-License-Identifier: EUPL-1.2
// The house put together: every module of modules.def, every store of the configuration.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/configuration.h"
#include "core/house.h"

namespace app {

// A sentence for whoever runs the program; main prints it and ends with 1.
class Refused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Every module, who may come in, and the limits; tests put a clock of their own in.
core::HouseSettings house_settings(const Configuration& configuration);

// Modules and catalogue without any store: for the papers that describe them.
std::unique_ptr<core::House> house_without_stores();

// "rete", where it is not served elsewhere, and the configured cities, or all of the catalogue.
std::vector<std::string> slugs_of(const Configuration& configuration);
// Throws Refused, which names those there are, where no store has that slug.
void check_slug(const Configuration& configuration, const std::string& slug);

// Opens (or creates) the stores of these slugs and brings their schemas up to date. Another clock
// than the system's is for what is made up.
std::unique_ptr<core::House> open_house(const Configuration& configuration,
                                        const std::vector<std::string>& slugs,
                                        std::function<Instant()> now = system_now,
                                        core::Handler network_door = {});

// /api, /metrics and what is below a dialect are the house's; the rest is the web app.
core::Handler handler_of(core::House& house);

} // namespace app
