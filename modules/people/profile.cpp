// SPDX-License-Identifier: EUPL-1.2
#include "people/profile.h"

#include <algorithm>
#include <iterator>

#include "people/identifiers.h"

namespace people {

namespace {

constexpr std::size_t identifier_characters_min = 5; // fewer say little, and many have the same

match::Birth birth_of(const PersonDetails& details)
{
    if (details.birth_date) {
        const auto day = parts(*details.birth_date);
        return match::born_on(day.year, static_cast<int>(day.month), static_cast<int>(day.day));
    }
    return details.birth_year
               ? match::born_on(*details.birth_year, 0, 0, details.birth_year_estimated == true)
               : match::Birth();
}

// A code that says that nothing is known is no code.
std::string known(const std::optional<std::string>& code, std::string_view unknown)
{
    return code && *code != unknown ? *code : "";
}

} // namespace

const std::vector<match::FieldKind>& compared_fields()
{
    using match::Kind;
    static const std::vector<match::FieldKind> fields{{"sex", Kind::code},
                                                      {"country", Kind::code},
                                                      {"language", Kind::codes},
                                                      {"met", Kind::met},
                                                      {"phone", Kind::number}};
    return fields;
}

std::string text_of(const std::vector<Meeting>& meetings)
{
    std::string text;
    for (const auto& meeting : meetings) {
        text += " district:" + meeting.district;
        if (!meeting.team.empty())
            text += " team:" + meeting.team;
    }
    return text;
}

std::vector<Meeting> seen_by(const core::Scope& scope, const std::vector<Meeting>& meetings)
{
    using Reach = core::Scope::Reach;
    std::vector<Meeting> seen;
    std::copy_if(
        meetings.begin(), meetings.end(), std::back_inserter(seen), [&](const Meeting& meeting) {
            const bool is_of_team = std::find(scope.teams.begin(), scope.teams.end(),
                                              meeting.team) != scope.teams.end();
            return scope.reach == Reach::city || (scope.reach == Reach::team && is_of_team);
        });
    return seen;
}

Profile make_profile(const PersonDetails& details, const std::vector<Identifier>& identifiers,
                     const std::vector<Meeting>& meetings)
{
    Profile profile;
    profile.meetings = meetings;
    auto& record = profile.record;
    record.names.push_back(
        {details.given_name.value_or(""), details.family_name.value_or(""), false});
    record.names.push_back({"", details.nickname.value_or(""), true});
    for (const auto& alias : details.aliases)
        record.names.push_back({"", alias, true});
    record.birth = birth_of(details);
    std::string languages;
    for (const auto& code : details.languages)
        languages += " " + code;
    record.values = {known(details.gender, "U"), known(details.citizenship, "ZZ"), languages,
                     text_of(meetings), comparable_phone(details.phone.value_or(""))};
    for (const auto& one : identifiers) {
        auto plain = comparable_identifier(one.value);
        if (plain.size() < identifier_characters_min)
            continue;
        if (one.kind == "codice_fiscale")
            profile.codice_fiscale = plain;
        profile.identifiers.push_back(std::move(plain));
    }
    return profile;
}

} // namespace people
