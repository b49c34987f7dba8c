// SPDX-License-Identifier: EUPL-1.2
#include "core/guests.h"

#include <algorithm>

#include "base/problem.h"
#include "core/house.h"

namespace core {

namespace {

// Host is written by whoever asks, and goes back to nobody else; all the same, nothing odd in it.
bool is_host(std::string_view host)
{
    return !host.empty() && std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-' || c == ':' || c == '[' || c == ']';
    });
}

} // namespace

std::optional<std::string> store_of_city(JsonView input)
{
    const auto city = input.member("city");
    if (city.kind() != JsonView::Kind::text)
        return std::nullopt;
    return std::string(city.text());
}

std::optional<std::string> store_of_network(JsonView) { return std::string(network_slug); }

void check_city(const Context& context, const std::string& city)
{
    if (context.actor.store != city)
        throw not_found();
}

std::string reached_at(const Context& context)
{
    const auto host = context.request.header("host");
    return std::string(is_encrypted(context) ? "https://" : "http://") +
           (is_host(host) ? std::string(host) : "localhost");
}

std::string address_of(const Context& context)
{
    const auto& site = context.house.site();
    return site.empty() ? reached_at(context) : site;
}

bool is_encrypted(const Context& context)
{
    return context.request.header("x-forwarded-proto") == "https";
}

} // namespace core
