// SPDX-License-Identifier: EUPL-1.2
// Money in euro: whole cents in the program and in the store, a decimal text ("450.00") on the
// wire. Never a floating-point number, in which ten cents are not ten cents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// "450", "450.5" and "450.50" are amounts of up to 999,999,999.99; nullopt for anything else: no
// sign, no comma, no thousands.
std::optional<std::int64_t> parse_cents(std::string_view text);

// "450.50"; "-0.05" of what is less than nothing.
std::string cents_text(std::int64_t cents);
