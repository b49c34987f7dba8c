// SPDX-License-Identifier: EUPL-1.2
// What acts have in common that are asked without an account, of a city that the address names:
// Act::for_guests(store_of_city), and how that city is reached.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "core/context.h"

namespace core {

// The "city" of the input.
std::optional<std::string> store_of_city(JsonView input);

// The network's, whatever the input says: for what is of no city.
std::optional<std::string> store_of_network(JsonView input);

// What is not the city that is asked is not there: throws not_found().
void check_city(const Context& context, const std::string& city);

// "https://lgnet.example": as whoever asks has reached this house.
std::string reached_at(const Context& context);
// As its configuration says, else as it was reached: for what goes out on paper.
std::string address_of(const Context& context);
bool is_encrypted(const Context& context);

} // namespace core
