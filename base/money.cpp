// SPDX-License-Identifier: EUPL-1.2
#include "base/money.h"

#include <algorithm>

namespace {

constexpr std::size_t euro_digits_most = 9;

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number_of(std::string_view digits)
{
    std::int64_t number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return number;
}

} // namespace

std::optional<std::int64_t> parse_cents(std::string_view text)
{
    const auto point = text.find('.');
    const auto euros = text.substr(0, point);
    if (euros.empty() || euros.size() > euro_digits_most || !is_digits(euros))
        return std::nullopt;
    if (point == std::string_view::npos)
        return number_of(euros) * 100;
    const auto cents = text.substr(point + 1);
    if (cents.empty() || cents.size() > 2 || !is_digits(cents))
        return std::nullopt;
    return number_of(euros) * 100 + number_of(cents) * (cents.size() == 1 ? 10 : 1);
}

std::string cents_text(std::int64_t cents)
{
    const auto amount = cents < 0 ? -cents : cents;
    const auto rest = std::to_string(amount % 100);
    return (cents < 0 ? "-" : "") + std::to_string(amount / 100) + "." +
           (rest.size() == 1 ? "0" : "") + rest;
}
