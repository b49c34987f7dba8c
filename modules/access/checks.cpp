// SPDX-License-Identifier: EUPL-1.2
#include "access/checks.h"

#include <algorithm>

#include "access/password.h"
#include "access/rows.h"

namespace lgnet::access {

namespace {

// Nobody of a city's store directs the network, and nobody of the network's works with persons.
core::Roles roles_of_store(const std::string& store, Holder holder)
{
    const auto both =
        core::may(core::researcher, core::data_protection_officer, core::administrator);
    if (store == core::network_slug)
        return both | core::network_direction;
    const auto of_city = both | core::city_team;
    // Who leads a workshop or works for the survey has a face that is known; a machine has none.
    return of_city | (holder == Holder::machine ? may(core::reporting_partner)
                                                : core::survey_staff | core::workshop_leader);
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

FieldErrors faults_of_entries(const std::string& field, const std::vector<std::string>& entries,
                              const std::vector<std::string>& known)
{
    FieldErrors faults;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (std::find(known.begin(), known.end(), entries[i]) == known.end())
            faults.push_back({field + "[" + std::to_string(i) + "]",
                              "unknown_code",
                              {{"value", entries[i]}, {"expected", joined(known)}}});
    return faults;
}

void add(FieldErrors& faults, const FieldErrors& more)
{
    faults.insert(faults.end(), more.begin(), more.end());
}

} // namespace

FieldErrors language_faults(const core::Context& context, const std::string& language)
{
    const auto known = context.house.words().languages();
    if (std::find(known.begin(), known.end(), language) != known.end())
        return {};
    return {{"language", "unknown_code", {{"value", language}, {"expected", joined(known)}}}};
}

FieldErrors email_faults(const std::optional<std::string>& email)
{
    if (!email)
        return {};
    constexpr std::string_view marks = "()<>[]:;,\\\"";
    const bool plain = std::all_of(email->begin(), email->end(), [&](char c) {
        return c > ' ' && c < 127 && marks.find(c) == std::string_view::npos;
    });
    const auto at = email->find('@');
    const bool one_at = at != std::string::npos && at == email->rfind('@');
    const auto domain = one_at ? std::string_view(*email).substr(at + 1) : std::string_view();
    const bool dotted = domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
                        !domain.ends_with('.');
    if (plain && at > 0 && dotted)
        return {};
    return {{"email", "access.not_an_email", {{"expected", "nome.cognome@comune.example"}}}};
}

FieldErrors role_faults(const core::Context& context, const std::vector<std::string>& roles,
                        Holder holder)
{
    if (roles.empty())
        return {{"roles", "required", {}}};
    return faults_of_entries("roles", roles,
                             core::names_of(roles_of_store(context.actor.store, holder)));
}

FieldErrors team_faults(core::Context& context, const std::vector<std::string>& teams)
{
    std::vector<std::string> known;
    for (const auto& team : read_teams(context.store))
        known.push_back(team.code);
    return faults_of_entries("teams", teams, known);
}

FieldErrors login_name_faults(const std::string& login_name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    if (!login_name.empty() && std::all_of(login_name.begin(), login_name.end(), fits))
        return {};
    return {{"login_name", "access.login_name_form", {}}};
}

FieldErrors account_faults(core::Context& context, const Account& account)
{
    auto faults = login_name_faults(account.login_name);
    add(faults, role_faults(context, account.roles, Holder::person));
    add(faults, team_faults(context, account.teams));
    add(faults, language_faults(context, account.language));
    add(faults, email_faults(account.email));
    return faults;
}

void refuse_faults(FieldErrors faults)
{
    if (!faults.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(faults));
}

void refuse_weak(const std::string& field, const std::string& password,
                 const std::string& login_name)
{
    if (const auto fault = password_fault(field, password, login_name))
        refuse_faults({*fault});
}

} // namespace lgnet::access
