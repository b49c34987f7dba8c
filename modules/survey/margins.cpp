// SPDX-License-Identifier: EUPL-1.2
// Margins of the population that somebody vouches for. Of those without papers nobody knows how
// many there are: no margin, no raking.
#include <algorithm>

#include "store/rows.h"
#include "survey/coding_rows.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

Margins shown(Context& context, const Id<Wave>& wave)
{
    Margins margins;
    for (const auto& row : margins_of(context.store, wave)) {
        const bool goes_on = !margins.items.empty() &&
                             margins.items.back().respondents == row.respondents &&
                             margins.items.back().characteristic == row.characteristic;
        if (!goes_on)
            margins.items.push_back({row.respondents, row.characteristic, row.source, {}});
        margins.items.back().levels.push_back({row.level, row.total});
    }
    return margins;
}

} // namespace

Margins list_margins(Context& context, const FindingsPath& wish)
{
    return shown(context, get_wave(context, wish.wave).id);
}

Margins set_margin(Context& context, const SetMargin& wish)
{
    const auto wave = get_wave(context, wish.wave);
    if (wish.levels.size() < 2)
        refuse("levels", "survey.margin_of_one_level");
    for (std::size_t i = 0; i < wish.levels.size(); ++i)
        if (std::any_of(wish.levels.begin(), wish.levels.begin() + static_cast<long>(i),
                        [&](const auto& one) { return one.level == wish.levels[i].level; }))
            refuse("levels[" + std::to_string(i) + "].level", "survey.level_twice");

    delete_margin(context.store, wave.id, wish.respondents, wish.characteristic);
    for (const auto& one : wish.levels) {
        MarginRow row;
        row.id = Id<MarginRow>(named_uuid("survey margin " + to_string(wave.id) + " " +
                                          wish.respondents + " " + wish.characteristic + " " +
                                          one.level));
        row.wave = wave.id;
        row.respondents = wish.respondents;
        row.characteristic = wish.characteristic;
        row.level = one.level;
        row.total = one.total;
        row.source = wish.source;
        store::insert_row(context.store, row);
    }
    context.about(wave.id);
    return shown(context, wave.id);
}

Margins remove_margin(Context& context, const MarginPath& wish)
{
    const auto wave = get_wave(context, wish.wave);
    delete_margin(context.store, wave.id, wish.respondents, wish.characteristic);
    context.about(wave.id);
    return shown(context, wave.id);
}

} // namespace survey
