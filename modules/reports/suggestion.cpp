// SPDX-License-Identifier: EUPL-1.2
// Which unit to send: those that are out now, in the district, with the languages and professions
// that the report asks for, and what speaks against each. A suggestion says why; the desk decides.
#include <algorithm>
#include <set>

#include "access/access.h"
#include "reports/work.h"

using core::Context;

namespace reports {

namespace {

struct Needed {
    std::set<std::string> languages;
    std::string family; // of professions; may be empty
    std::string district;
    std::vector<DispatchRow> dispatches; // of this report, declined ones too
};

Needed needed_for(Context& context, const ReportRow& row)
{
    Needed needed;
    needed.district = row.district;
    if (const auto reported = reported_of(context.store, row.id))
        needed.languages.insert(reported->languages.begin(), reported->languages.end());
    needed.languages.erase("it"); // which everybody here speaks
    needed.languages.erase("und");
    const auto* category = context.catalogue().find_code("report_category", row.category);
    ENSURE(category != nullptr);
    needed.family = category->more.at("needs");
    needed.dispatches = dispatches_of(context.store, row.id);
    return needed;
}

std::string family_of(const Context& context, const SuggestedMember& member)
{
    const auto* code = member.profession
                           ? context.catalogue().find_code("profession", *member.profession)
                           : nullptr;
    return code != nullptr ? code->more.at("family") : "";
}

SuggestedMember suggested(const access::Account& account)
{
    return {account.name, account.profession, account.speaks};
}

// Those of the outing where there is one, else those of the team.
std::vector<SuggestedMember> members_of(Context& context, const std::string& team,
                                        const outreach::Outing* outing)
{
    std::vector<SuggestedMember> members;
    if (outing == nullptr) {
        for (const auto& account : access::members_of(context, team))
            members.push_back(suggested(account));
        return members;
    }
    for (const auto& member : outing->members)
        if (const auto account = access::find_account(context, member.account))
            members.push_back(suggested(*account));
    return members;
}

// The outing that is under way, else the next one that is planned.
const outreach::Outing* outing_of(const std::vector<outreach::Outing>& outings,
                                  const std::string& team)
{
    const outreach::Outing* best = nullptr;
    for (const auto& one : outings)
        if (one.team == team && one.state != "closed" &&
            (best == nullptr || (one.state == "open" && best->state != "open")))
            best = &one;
    return best;
}

void add_reasons(Context& context, const Needed& needed, const access::Team& team,
                 SuggestedTeam& suggestion)
{
    auto& reasons = suggestion.reasons;
    const auto& districts = team.districts;
    if (std::find(districts.begin(), districts.end(), needed.district) != districts.end())
        reasons.emplace_back("in_district");
    const auto any_member = [&](auto&& has) {
        return std::any_of(suggestion.members.begin(), suggestion.members.end(), has);
    };
    const bool speaks = any_member([&](const SuggestedMember& member) {
        return std::any_of(member.speaks.begin(), member.speaks.end(), [&](const auto& language) {
            return needed.languages.contains(language);
        });
    });
    if (speaks)
        reasons.emplace_back("speaks_language");
    else if (!needed.languages.empty() && any_member([](const SuggestedMember& member) {
                 return member.profession == "cultural_mediator";
             }))
        reasons.emplace_back("has_mediator");
    if (!needed.family.empty())
        reasons.emplace_back(any_member([&](const SuggestedMember& member) {
            return family_of(context, member) == needed.family;
        })
                                 ? "has_profession"
                                 : "lacks_profession");
    if (suggestion.open_dispatches > 0)
        reasons.emplace_back("busy");
    if (std::any_of(needed.dispatches.begin(), needed.dispatches.end(),
                    [&](const auto& one) { return one.team == team.code && one.declined_at; }))
        reasons.emplace_back("declined_before");
}

// What counts for and against; units that are out weigh most, since the clock runs.
int weight_of(const SuggestedTeam& suggestion)
{
    static const std::map<std::string, int> weights{
        {"out_now", 8},          {"out_today", 3},    {"in_district", 4},
        {"speaks_language", 3},  {"has_mediator", 1}, {"has_profession", 2},
        {"lacks_profession", 0}, {"busy", -2},        {"declined_before", -10}};
    int weight = 0;
    for (const auto& reason : suggestion.reasons)
        weight += weights.at(reason);
    return weight;
}

} // namespace

SuggestedTeams suggest_teams(Context& context, const ReportPath& wish)
{
    const auto row = get_working(context, wish.id);
    const auto needed = needed_for(context, row);
    const auto outings = outreach::outings_around(context);
    const auto standing = standing_dispatches(context.store);

    SuggestedTeams suggestions;
    for (const auto& team : access::list_teams(context)) {
        if (team.kind != "mobile_unit")
            continue;
        const auto* outing = outing_of(outings, team.code);
        SuggestedTeam suggestion;
        suggestion.team = team.code;
        suggestion.team_name = team.name;
        if (outing != nullptr) {
            suggestion.outing = outing->id;
            suggestion.begins = outing->begins;
            suggestion.ends = outing->ends;
            suggestion.reasons.emplace_back(outing->state == "open" ? "out_now" : "out_today");
        }
        suggestion.members = members_of(context, team.code, outing);
        suggestion.open_dispatches = static_cast<int>(
            std::count_if(standing.begin(), standing.end(), [&](const DispatchRow& one) {
                return one.team == team.code && one.report != row.id;
            }));
        add_reasons(context, needed, team, suggestion);
        suggestions.items.push_back(std::move(suggestion));
    }
    std::stable_sort(suggestions.items.begin(), suggestions.items.end(),
                     [](const SuggestedTeam& one, const SuggestedTeam& other) {
                         return weight_of(one) > weight_of(other);
                     });
    return suggestions;
}

} // namespace reports
