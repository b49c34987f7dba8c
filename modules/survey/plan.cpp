// SPDX-License-Identifier: EUPL-1.2
// How many are wanted of each group in each district.
#include <algorithm>

#include "access/access.h"
#include "store/rows.h"
#include "survey/sample_size.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

constexpr const char* groups[] = {"MIGRANT", "OPERATOR", "BODY"};

// Persons who are met at the same centre on the same day resemble each other.
double usual_design_effect(const std::string& respondents)
{
    return respondents == "MIGRANT" ? 1.5 : 1;
}

Stratum show(Context& context, const StratumRow& row)
{
    Stratum shown;
    shown.district = row.district;
    shown.district_name = district_name(context, row.district);
    shown.respondents = row.respondents;
    shown.population = row.population;
    shown.margin_percent = row.margin_percent;
    shown.expected_percent = row.expected_percent;
    shown.design_effect = row.design_effect;
    shown.size = row.size;
    shown.target_by_hand = row.target_by_hand;
    shown.target = row.target();
    return shown;
}

StratumRow stratum_of(const WaveRow& wave, const std::string& respondents,
                      const std::string& district, const StratumDetails& wish)
{
    StratumRow row;
    row.id = Id<StratumRow>(
        named_uuid("survey stratum " + to_string(wave.id) + respondents + "/" + district));
    row.wave = wave.id;
    row.district = district;
    row.respondents = respondents;
    row.population = wish.population;
    row.margin_percent = wish.margin_percent.value_or(wave.margin_percent);
    row.expected_percent = wish.expected_percent.value_or(wave.expected_percent);
    row.design_effect = wish.design_effect.value_or(usual_design_effect(respondents));
    row.size = size_of({row.margin_percent, row.expected_percent, wave.confidence,
                        row.design_effect, row.population});
    row.target_by_hand = wish.target_by_hand;
    return row;
}

bool has_stratum(const std::vector<StratumRow>& strata, const std::string& respondents,
                 const std::string& district)
{
    return std::any_of(strata.begin(), strata.end(), [&](const StratumRow& one) {
        return one.respondents == respondents && one.district == district;
    });
}

// "RM-NR": nobody knows in which one. There is no such place to draw from.
bool is_a_place(const core::District& district) { return !district.code.ends_with("-NR"); }

} // namespace

std::string district_name(Context& context, const std::string& code)
{
    for (const auto& district : context.catalogue().districts(context.city().slug))
        if (district.code == code)
            return district.name;
    return code;
}

Plan plan_of(Context& context, const WaveRow& wave)
{
    Plan plan;
    plan.wave = show(context, wave);
    for (const auto& row : strata_of(context.store, wave.id))
        plan.strata.push_back(show(context, row));
    plan.slots = shown_slots(context, wave.id);
    for (const auto& row : centres_of(context.store, wave.id)) {
        const auto slots =
            std::count_if(plan.slots.begin(), plan.slots.end(),
                          [&](const Slot& one) { return one.centre == row.id && !one.removed; });
        plan.centres.push_back(show(context, row, static_cast<int>(slots)));
    }
    plan.units = shown_units(context, wave.id);
    for (const auto& account : access::list_holders(context, core::interviewer))
        plan.interviewers.push_back({account.id, account.name});
    return plan;
}

Plan get_plan(Context& context, const PlanPath& wish)
{
    return plan_of(context, get_wave(context, wish.wave));
}

Plan plan_strata(Context& context, const PlanStrata& wish)
{
    const auto wave = get_running(context, wish.wave);
    auto respondents = wish.respondents;
    if (respondents.empty())
        respondents.assign(std::begin(groups), std::end(groups));
    const auto known = strata_of(context.store, wave.id);
    for (const auto& district : context.catalogue().districts(context.city().slug))
        for (const auto& group : respondents)
            if (is_a_place(district) && !has_stratum(known, group, district.code))
                store::insert_row(context.store, stratum_of(wave, group, district.code, wish));
    return plan_of(context, wave);
}

// Said again, it is corrected. A target of an open wave may be corrected too: quotas are wishes,
// weights know nothing of them.
Stratum set_stratum(Context& context, const SetStratum& wish)
{
    const auto wave = get_running(context, wish.wave);
    const auto row = stratum_of(wave, wish.respondents, wish.district, wish);
    delete_stratum(context.store, wave.id, wish.respondents, wish.district);
    store::insert_row(context.store, row);
    return show(context, row);
}

void remove_stratum(Context& context, const StratumPath& wish)
{
    const auto wave = get_running(context, wish.wave);
    delete_stratum(context.store, wave.id, wish.respondents, wish.district);
}

} // namespace survey
