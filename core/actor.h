// SPDX-License-Identifier: EUPL-1.2
// Who asks: an account of one store (a city or the network), its roles and teams, and how far it
// sees.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace core {

struct Account; // the thing that an Id<Account> names; access/ has its rows

enum class Role : std::uint16_t {
    mobile_unit_operator = 1 << 0,
    desk_operator = 1 << 1,
    social_worker = 1 << 2,
    city_coordinator = 1 << 3,
    network_direction = 1 << 4,
    researcher = 1 << 5,
    data_protection_officer = 1 << 6,
    administrator = 1 << 7,
    reporting_partner = 1 << 8,  // of machines only: reports come in from there, nothing goes out
    minors_worker = 1 << 9,      // of the équipe for minors, which alone reads who is guarded
    workshop_leader = 1 << 10,   // first names and attendance of their own workshops, nothing else
    interviewer = 1 << 11,       // of the survey: their own slots and interviews, nothing else
    survey_researcher = 1 << 12, // plans the survey and analyses it; no person of the registry
};

// A set of roles; also the answer to "who may do this".
struct Roles {
    std::uint16_t bits = 0;

    constexpr Roles() = default;
    constexpr Roles(Role role) : bits(static_cast<std::uint16_t>(role)) {}
    constexpr Roles operator|(Roles other) const
    {
        Roles both;
        both.bits = bits | other.bits;
        return both;
    }
    constexpr bool any_of(Roles other) const { return (bits & other.bits) != 0; }
    constexpr bool operator==(const Roles&) const = default;
};

template <class... Some> constexpr Roles may(Some... roles) { return (Roles(roles) | ...); }

using enum Role;

// Those who work with persons in a city.
inline constexpr Roles city_team =
    may(mobile_unit_operator, desk_operator, social_worker, city_coordinator, minors_worker);
// Those of the house, in a city or for the network: who knows colleagues, teams and figures.
inline constexpr Roles house_staff =
    city_team | network_direction | researcher | data_protection_officer | administrator;
// Who works for the survey: its answers are of nobody, so none of them reads a person.
inline constexpr Roles survey_staff = may(interviewer, survey_researcher);
// Anybody with an account; not a machine that may only report. Who leads a workshop, and who works
// for the survey, comes from outside and is shown nothing of the house.
inline constexpr Roles everyone = house_staff | workshop_leader | survey_staff;

// "mobile_unit_operator": the codes of catalogue/vocabularies/role.csv.
std::string_view name_of(Role role);
std::optional<Role> parse_role(std::string_view name);
std::vector<std::string> names_of(Roles roles);
std::vector<Role> every_role();

struct Actor {
    Id<Account> account;
    std::string store; // "roma", "rete": the only store this actor's requests can reach
    std::string login; // "giulia@roma"
    std::string name;
    Roles roles;
    std::vector<std::string> teams; // codes
    std::string language = "it";
    std::string csrf;     // what the session's header must say; empty for a machine
    bool machine = false; // came with a bearer token
    bool link = false;    // a linked city: `account` is the link, `login` "roma@rete"

    bool is_of_team(std::string_view code) const
    {
        return std::find(teams.begin(), teams.end(), code) != teams.end();
    }
};

// Which rows: the first argument of every list and find in rows.h.
struct Scope {
    enum class Reach { own, team, city };
    Reach reach = Reach::own;
    Id<Account> account;
    std::vector<std::string> teams;
    // Persons in the care of the équipe for minors are seen by nobody but it, however far others
    // see.
    bool sees_guarded = false;
};

// The widest reach that the roles give: coordinators see the city, operators their team.
Scope scope_of(const Actor& actor);

// As values of an SQL statement: "city", or "own" and which teams beside it, ",um1,oss,".
const char* reach_of(const Scope& scope);
std::string teams_of(const Scope& scope); // empty for who sees only their own
int guarded_of(const Scope& scope);       // 1 for who sees the guarded
std::string one_text(const std::vector<std::string>& codes);

} // namespace core
