// SPDX-License-Identifier: EUPL-1.2
// Drawing the sample of a wave, district by district, and putting it back.
#include <map>

#include "store/rows.h"
#include "survey/draw.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

constexpr std::size_t slots_usual = 4; // in a district

Method method_of(const std::string& code)
{
    return code == "SYSTEMATIC_PPS" ? Method::systematic_pps : Method::simple_random;
}

// Each district of each group is drawn by a chance of its own: a district more changes nothing in
// the others.
Chance chance_of(const WaveRow& wave, const std::string& respondents, const std::string& district)
{
    return Chance(wave.seed + "/" + respondents + "/" + district);
}

// Draws in one district: sets `drawn` and `probability` of all of its frame, and stores what
// changed.
template <class Row, class Size>
void draw_in(Context& context, const DrawSample& wish, const WaveRow& wave,
             const std::string& district, std::vector<Row>& frame, std::size_t count, Size size)
{
    std::vector<double> sizes;
    for (const auto& row : frame)
        sizes.push_back(size(row));
    const auto method = method_of(wish.method);
    const auto probabilities = probabilities_of(method, sizes, count);
    auto chance = chance_of(wave, wish.respondents, district);
    const auto drawn = draw_from(method, sizes, count, chance);
    for (std::size_t i = 0; i < frame.size(); ++i) {
        frame[i].probability = probabilities[i];
        frame[i].drawn = false;
        frame[i].interviewer.reset();
    }
    for (const auto place : drawn)
        frame[place].drawn = true;
    for (const auto& row : frame)
        store::update_row(context.store, row);
}

// Slots by district, in the order of day and hour: so a systematic draw takes of every week.
std::map<std::string, std::vector<SlotRow>> slots_by_district(Context& context, const WaveRow& wave)
{
    std::map<Id<Centre>, std::string> districts;
    for (const auto& centre : centres_of(context.store, wave.id))
        if (!centre.removed_at)
            districts.emplace(centre.id, centre.district);
    std::map<std::string, std::vector<SlotRow>> frames;
    for (auto& slot : slots_of(context.store, wave.id))
        if (const auto found = districts.find(slot.centre);
            found != districts.end() && !slot.removed_at)
            frames[found->second].push_back(std::move(slot));
    return frames;
}

std::map<std::string, std::vector<UnitRow>> units_by_district(Context& context, const WaveRow& wave,
                                                              const std::string& respondents)
{
    std::map<std::string, std::vector<UnitRow>> frames;
    for (auto& unit : units_of(context.store, wave.id))
        if (unit.respondents == respondents && !unit.removed_at)
            frames[unit.district].push_back(std::move(unit));
    return frames;
}

// As many as the target of each; what has none is not drawn from.
std::map<std::string, std::size_t> targets_of(Context& context, const WaveRow& wave,
                                              const std::string& respondents)
{
    std::map<std::string, std::size_t> targets;
    for (const auto& stratum : strata_of(context.store, wave.id))
        if (stratum.respondents == respondents)
            targets[stratum.district] = static_cast<std::size_t>(stratum.target());
    return targets;
}

template <class Row> void put_back(Context& context, std::vector<Row>& frame)
{
    for (auto& row : frame) {
        if (!row.probability)
            continue;
        row.drawn = false;
        row.probability.reset();
        row.interviewer.reset();
        store::update_row(context.store, row);
    }
}

[[noreturn]] void refuse_empty(const std::string& respondents)
{
    throw Problem(409, respondents == "MIGRANT" ? "survey.no_slots" : "survey.no_units");
}

void draw_slots(Context& context, const DrawSample& wish, const WaveRow& wave)
{
    auto frames = slots_by_district(context, wave);
    if (frames.empty())
        refuse_empty(wish.respondents);
    const auto count = wish.count ? static_cast<std::size_t>(*wish.count) : slots_usual;
    for (auto& [district, frame] : frames)
        draw_in(context, wish, wave, district, frame, count,
                [](const SlotRow& row) { return static_cast<double>(row.attendance); });
}

// Of a list nobody is larger than another: each counts once.
void draw_units(Context& context, const DrawSample& wish, const WaveRow& wave)
{
    auto frames = units_by_district(context, wave, wish.respondents);
    if (frames.empty())
        refuse_empty(wish.respondents);
    const auto targets = targets_of(context, wave, wish.respondents);
    for (auto& [district, frame] : frames) {
        const auto target = targets.find(district);
        auto count = target == targets.end() ? 0 : target->second;
        if (wish.count)
            count = static_cast<std::size_t>(*wish.count);
        if (count == 0) {
            put_back(context, frame);
            continue;
        }
        draw_in(context, wish, wave, district, frame, count, [](const UnitRow&) { return 1.0; });
    }
}

} // namespace

// Drawn again, the seed gives the same sample of the same frame; of another frame another one.
Plan draw(Context& context, const DrawSample& wish)
{
    const auto wave = get_preparing(context, wish.wave);
    if (wish.respondents == "MIGRANT")
        draw_slots(context, wish, wave);
    if (wish.respondents != "MIGRANT")
        draw_units(context, wish, wave);
    return plan_of(context, wave);
}

Plan undo_draw(Context& context, const UndoDraw& wish)
{
    const auto wave = get_preparing(context, wish.wave);
    if (wish.respondents == "MIGRANT")
        for (auto& [district, frame] : slots_by_district(context, wave))
            put_back(context, frame);
    if (wish.respondents != "MIGRANT")
        for (auto& [district, frame] : units_by_district(context, wave, wish.respondents))
            put_back(context, frame);
    return plan_of(context, wave);
}

} // namespace survey
