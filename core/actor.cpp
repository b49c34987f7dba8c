// SPDX-License-Identifier: EUPL-1.2
#include "core/actor.h"

#include <array>

#include "base/problem.h"

namespace core {

namespace {

struct NamedRole {
    Role role;
    std::string_view name;
    Scope::Reach reach;
};

using enum Scope::Reach;

constexpr std::array named_roles{
    NamedRole{mobile_unit_operator, "mobile_unit_operator", team},
    NamedRole{desk_operator, "desk_operator", team},
    NamedRole{social_worker, "social_worker", team},
    NamedRole{city_coordinator, "city_coordinator", city},
    NamedRole{network_direction, "network_direction", own},
    NamedRole{researcher, "researcher", own},
    NamedRole{data_protection_officer, "data_protection_officer", own},
    NamedRole{administrator, "administrator", own},
    NamedRole{reporting_partner, "reporting_partner", own},
    NamedRole{minors_worker, "minors_worker", team},
    NamedRole{workshop_leader, "workshop_leader", own},
    NamedRole{interviewer, "interviewer", own},
    NamedRole{survey_researcher, "survey_researcher", own},
};

} // namespace

std::string_view name_of(Role role)
{
    for (const auto& named : named_roles)
        if (named.role == role)
            return named.name;
    ENSURE(!"a role without a name");
    return {};
}

std::optional<Role> parse_role(std::string_view name)
{
    for (const auto& named : named_roles)
        if (named.name == name)
            return named.role;
    return std::nullopt;
}

std::vector<std::string> names_of(Roles roles)
{
    std::vector<std::string> names;
    for (const auto& named : named_roles)
        if (roles.any_of(named.role))
            names.emplace_back(named.name);
    return names;
}

std::vector<Role> every_role()
{
    std::vector<Role> roles;
    for (const auto& named : named_roles)
        roles.push_back(named.role);
    return roles;
}

Scope scope_of(const Actor& actor)
{
    Scope scope{own, actor.account, actor.teams, actor.roles.any_of(minors_worker)};
    for (const auto& named : named_roles)
        if (actor.roles.any_of(named.role) && named.reach > scope.reach)
            scope.reach = named.reach;
    return scope;
}

const char* reach_of(const Scope& scope)
{
    return scope.reach == Scope::Reach::city ? "city" : "own";
}

std::string teams_of(const Scope& scope) { return scope.reach == own ? "" : one_text(scope.teams); }

int guarded_of(const Scope& scope) { return scope.sees_guarded ? 1 : 0; }

std::string one_text(const std::vector<std::string>& codes)
{
    std::string text = codes.empty() ? "" : ",";
    for (const auto& code : codes)
        text += code + ',';
    return text;
}

} // namespace core
