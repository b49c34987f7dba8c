// SPDX-License-Identifier: EUPL-1.2
// How far each cell is, and how many of those who were asked answered; what an interviewer takes
// along.
#include <algorithm>
#include <map>

#include "survey/response.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

using Cells = std::map<std::pair<std::string, std::string>, QuotaCell>; // district, respondents

QuotaCell& cell_of(Context& context, Cells& cells, const std::string& district,
                   const std::string& respondents)
{
    const auto [found, is_new] = cells.try_emplace({district, respondents});
    if (is_new) {
        found->second.district = district;
        found->second.district_name = district_name(context, district);
        found->second.respondents = respondents;
    }
    return found->second;
}

template <class Thing> bool is_mine(const Context& context, const Thing& one)
{
    return one.drawn && !one.removed && one.interviewer == context.actor.account;
}

TaskWave tasks_in(Context& context, const WaveRow& row)
{
    TaskWave tasks;
    tasks.wave = show(context, row);
    const auto slots = shown_slots(context, row.id);
    for (const auto& centre : centres_of(context.store, row.id)) {
        const auto count = std::count_if(slots.begin(), slots.end(), [&](const Slot& one) {
            return one.centre == centre.id && !one.removed;
        });
        if (!centre.removed_at)
            tasks.centres.push_back(show(context, centre, static_cast<int>(count)));
    }
    for (const auto& slot : slots)
        if (is_mine(context, slot))
            tasks.slots.push_back(slot);
    for (auto& unit : shown_units(context, row.id))
        if (is_mine(context, unit))
            tasks.units.push_back(std::move(unit));
    tasks.cells = cells_of(context, row);
    return tasks;
}

} // namespace

std::vector<QuotaCell> cells_of(Context& context, const WaveRow& wave)
{
    Cells cells;
    for (const auto& stratum : strata_of(context.store, wave.id))
        cell_of(context, cells, stratum.district, stratum.respondents).target = stratum.target();
    for (const auto& outcome : outcomes_of(context.store, wave.id))
        count_outcome(cell_of(context, cells, outcome.district, outcome.respondents),
                      outcome.disposition, outcome.interviews);
    std::vector<QuotaCell> shown;
    for (auto& [key, cell] : cells) {
        cell.left = std::max(0, cell.target - cell.complete - cell.partial);
        shown.push_back(std::move(cell));
    }
    return shown;
}

Quotas show_quotas(Context& context, const PlanPath& wish)
{
    const auto wave = get_wave(context, wish.wave);
    Quotas quotas;
    quotas.wave = show(context, wave);
    quotas.cells = cells_of(context, wave);
    for (const auto& asked : quotas.wave.questionnaires) {
        ResponseRates rates;
        rates.respondents = asked.respondents;
        for (const auto& outcome : outcomes_of(context.store, wave.id))
            if (outcome.respondents == asked.respondents)
                count_outcome(rates, outcome.disposition, outcome.interviews);
        work_out(rates);
        quotas.rates.push_back(std::move(rates));
    }
    return quotas;
}

Tasks list_my_slots(Context& context)
{
    Tasks tasks;
    for (const auto& wave : every_wave(context.store))
        if (wave.state == "OPEN" && !wave.removed_at)
            tasks.waves.push_back(tasks_in(context, wave));
    return tasks;
}

} // namespace survey
