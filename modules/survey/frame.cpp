// SPDX-License-Identifier: EUPL-1.2
// The frame: centres with their slots, and lists of operators and bodies.
#include <algorithm>

#include "access/access.h"
#include "core/version.h"
#include "store/rows.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

Slot slot_of(Context& context, const SlotRow& row, const CentreRow& centre, int interviews)
{
    Slot shown;
    shown.id = row.id;
    shown.centre = row.centre;
    shown.centre_name = centre.name;
    shown.district = centre.district;
    shown.day = row.day;
    shown.from_time = row.from_time;
    shown.to_time = row.to_time;
    shown.attendance = row.attendance;
    shown.every = row.every;
    shown.drawn = row.drawn;
    shown.probability = row.probability;
    shown.interviewer = row.interviewer;
    if (row.interviewer)
        shown.interviewer_name = access::name_of(context, *row.interviewer);
    shown.counted = row.counted;
    shown.interviews = interviews;
    shown.removed = row.removed_at.has_value();
    return shown;
}

Unit unit_of(Context& context, const UnitRow& row, bool done)
{
    Unit shown;
    shown.id = row.id;
    shown.respondents = row.respondents;
    shown.organisation = row.organisation;
    shown.position = row.position;
    shown.district = row.district;
    shown.has_contact = row.contact.has_value();
    shown.drawn = row.drawn;
    shown.probability = row.probability;
    shown.interviewer = row.interviewer;
    if (row.interviewer)
        shown.interviewer_name = access::name_of(context, *row.interviewer);
    shown.done = done;
    shown.removed = row.removed_at.has_value();
    return shown;
}

Unit show(Context& context, const UnitRow& row)
{
    return unit_of(context, row, find_standing(context.store, row.id).has_value());
}

// Of a wave that the asker is shown.
CentreRow get_centre(Context& context, const Id<Centre>& id)
{
    auto row = find_centre(context.store, id);
    if (!row)
        throw not_found();
    get_wave(context, row->wave);
    return std::move(*row);
}

int slots_at(Context& context, const CentreRow& centre)
{
    const auto all = slots_of(context.store, centre.wave);
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const SlotRow& one) {
        return one.centre == centre.id && !one.removed_at;
    }));
}

// A drawn one has a place in the sample: what it stood for when it was drawn stays.
void refuse_drawn(bool drawn)
{
    if (drawn)
        throw Problem(409, "survey.already_drawn");
}

// Clock times are compared as texts, so each has its five characters.
std::string checked_time(const std::string& text, const std::string& place)
{
    const auto time = parse_clock(text);
    if (!time || text.size() != 5)
        refuse(place, "survey.no_time");
    return text;
}

SlotRow slot_of(const NewSlot& wish, const CentreRow& centre, const std::string& place)
{
    SlotRow row;
    row.id = wish.id;
    row.centre = centre.id;
    row.day = wish.day;
    row.from_time = checked_time(wish.from_time, place + ".from_time");
    row.to_time = checked_time(wish.to_time, place + ".to_time");
    if (row.to_time <= row.from_time)
        refuse(place + ".to_time", "survey.ends_before");
    row.attendance = wish.attendance.value_or(centre.attendance);
    return row;
}

bool is_same(const SlotRow& one, const SlotRow& other)
{
    return one.centre == other.centre && one.day == other.day && one.from_time == other.from_time &&
           one.to_time == other.to_time;
}

bool is_same(const UnitRow& one, const UnitRow& other)
{
    return one.wave == other.wave && one.respondents == other.respondents &&
           one.organisation == other.organisation && one.district == other.district;
}

UnitRow unit_of(const NewUnit& wish, const Id<Wave>& wave, const std::string& place)
{
    if (wish.respondents == "MIGRANT")
        refuse(place + ".respondents", "survey.no_list_of_migrants");
    UnitRow row;
    row.id = wish.id;
    row.wave = wave;
    row.respondents = wish.respondents;
    row.organisation = wish.organisation;
    row.position = wish.position;
    row.district = wish.district;
    row.contact = wish.contact;
    return row;
}

void check_interviewer(Context& context, const std::optional<Id<core::Account>>& account,
                       const std::optional<Id<core::Account>>& before)
{
    if (!account || account == before)
        return;
    const auto holders = access::list_holders(context, core::interviewer);
    if (std::none_of(holders.begin(), holders.end(),
                     [&](const access::Account& one) { return one.id == *account; }))
        refuse("interviewer", "survey.no_interviewer");
}

bool is_ones_own(const Context& context, const std::optional<Id<core::Account>>& interviewer)
{
    return interviewer == context.actor.account;
}

} // namespace

Centre show(Context& context, const CentreRow& row, int slots)
{
    Centre shown;
    static_cast<CentreDetails&>(shown) = row;
    shown.id = row.id;
    shown.code = "c" + std::to_string(row.number);
    shown.district_name = district_name(context, row.district);
    shown.slots = slots;
    shown.removed = row.removed_at.has_value();
    shown.version = row.version;
    return shown;
}

PlacedSlot get_slot(Context& context, const Id<Slot>& id)
{
    auto row = find_slot(context.store, id);
    if (!row)
        throw not_found();
    return {*row, get_centre(context, row->centre)};
}

Slot show(Context& context, const PlacedSlot& placed)
{
    const auto interviews = interviews_by_slot(context.store, placed.centre.wave);
    const auto found = interviews.find(placed.row.id);
    return slot_of(context, placed.row, placed.centre,
                   found == interviews.end() ? 0 : found->second);
}

UnitRow get_unit(Context& context, const Id<Unit>& id)
{
    auto row = find_unit(context.store, id);
    if (!row)
        throw not_found();
    get_wave(context, row->wave);
    return std::move(*row);
}

std::vector<Slot> shown_slots(Context& context, const Id<Wave>& wave)
{
    std::map<Id<Centre>, CentreRow> centres;
    for (auto& centre : centres_of(context.store, wave))
        centres.emplace(centre.id, centre);
    const auto interviews = interviews_by_slot(context.store, wave);
    std::vector<Slot> shown;
    for (const auto& row : slots_of(context.store, wave)) {
        const auto found = interviews.find(row.id);
        shown.push_back(slot_of(context, row, centres.at(row.centre),
                                found == interviews.end() ? 0 : found->second));
    }
    return shown;
}

std::vector<Unit> shown_units(Context& context, const Id<Wave>& wave)
{
    const auto done = units_done(context.store, wave);
    std::vector<Unit> shown;
    for (const auto& row : units_of(context.store, wave))
        shown.push_back(unit_of(context, row, done.contains(row.id)));
    return shown;
}

Centre add_centre(Context& context, const AddCentre& wish)
{
    const auto wave = get_running(context, wish.wave);
    CentreRow row;
    static_cast<CentreDetails&>(row) = wish;
    row.id = wish.id;
    row.wave = wave.id;
    row.number = next_centre_number(context.store, wave.id);
    store::insert_row(context.store, row);
    return show(context, row, 0);
}

// Where a slot of it was drawn, its district stays: it is the stratum of whom was met there.
Centre change_centre(Context& context, const ChangeCentre& wish)
{
    auto row = get_centre(context, wish.id);
    get_running(context, row.wave);
    const int slots = slots_at(context, row);
    core::check_base(wish.base, show(context, row, slots));
    const auto all = slots_of(context.store, row.wave);
    const bool is_drawn = std::any_of(all.begin(), all.end(), [&](const SlotRow& one) {
        return one.centre == row.id && one.drawn;
    });
    if (is_drawn && wish.district != row.district)
        refuse("district", "survey.drawn_there");
    static_cast<CentreDetails&>(row) = wish;
    ++row.version;
    store::update_row(context.store, row);
    return show(context, row, slots);
}

Centre remove_centre(Context& context, const CentrePath& wish)
{
    auto row = get_centre(context, wish.id);
    get_running(context, row.wave);
    for (const auto& slot : slots_of(context.store, row.wave))
        if (slot.centre == row.id)
            refuse_drawn(slot.drawn);
    if (!row.removed_at) {
        row.removed_at = context.now;
        ++row.version;
        store::update_row(context.store, row);
    }
    return show(context, row, slots_at(context, row));
}

Centre restore_centre(Context& context, const CentrePath& wish)
{
    auto row = get_centre(context, wish.id);
    if (row.removed_at) {
        row.removed_at.reset();
        ++row.version;
        store::update_row(context.store, row);
    }
    return show(context, row, slots_at(context, row));
}

// Sent again, those that are there already stay as they are.
Plan add_slots(Context& context, const AddSlots& wish)
{
    const auto centre = get_centre(context, wish.centre);
    const auto wave = get_running(context, centre.wave);
    if (centre.removed_at)
        throw Problem(409, "survey.centre_removed");
    for (std::size_t i = 0; i < wish.slots.size(); ++i) {
        const auto row = slot_of(wish.slots[i], centre, "slots[" + std::to_string(i) + "]");
        const auto known = find_slot(context.store, row.id);
        if (known && !is_same(*known, row))
            throw Problem(409, "core.id_taken");
        if (!known)
            store::insert_row(context.store, row);
    }
    return plan_of(context, wave);
}

Slot remove_slot(Context& context, const SlotPath& wish)
{
    auto placed = get_slot(context, wish.id);
    get_running(context, placed.centre.wave);
    refuse_drawn(placed.row.drawn);
    if (!placed.row.removed_at) {
        placed.row.removed_at = context.now;
        store::update_row(context.store, placed.row);
    }
    return show(context, placed);
}

Slot restore_slot(Context& context, const SlotPath& wish)
{
    auto placed = get_slot(context, wish.id);
    if (placed.row.removed_at) {
        placed.row.removed_at.reset();
        store::update_row(context.store, placed.row);
    }
    return show(context, placed);
}

Slot set_every(Context& context, const SetEvery& wish)
{
    auto placed = get_slot(context, wish.id);
    get_running(context, placed.centre.wave);
    const bool is_begun = show(context, placed).interviews > 0;
    if (is_begun && wish.every != placed.row.every)
        throw Problem(409, "survey.slot_begun");
    placed.row.every = wish.every;
    store::update_row(context.store, placed.row);
    return show(context, placed);
}

Slot count_slot(Context& context, const CountSlot& wish)
{
    auto placed = get_slot(context, wish.id);
    if (!plans(context) && !is_ones_own(context, placed.row.interviewer))
        throw not_found();
    get_running(context, placed.centre.wave);
    placed.row.counted = wish.counted;
    store::update_row(context.store, placed.row);
    return show(context, placed);
}

Plan add_units(Context& context, const AddUnits& wish)
{
    const auto wave = get_running(context, wish.wave);
    for (std::size_t i = 0; i < wish.units.size(); ++i) {
        const auto row = unit_of(wish.units[i], wave.id, "units[" + std::to_string(i) + "]");
        const auto known = find_unit(context.store, row.id);
        if (known && !is_same(*known, row))
            throw Problem(409, "core.id_taken");
        if (!known)
            store::insert_row(context.store, row);
    }
    return plan_of(context, wave);
}

Unit remove_unit(Context& context, const UnitPath& wish)
{
    auto row = get_unit(context, wish.id);
    get_running(context, row.wave);
    refuse_drawn(row.drawn);
    if (!row.removed_at) {
        row.removed_at = context.now;
        store::update_row(context.store, row);
    }
    return show(context, row);
}

Unit restore_unit(Context& context, const UnitPath& wish)
{
    auto row = get_unit(context, wish.id);
    if (row.removed_at) {
        row.removed_at.reset();
        store::update_row(context.store, row);
    }
    return show(context, row);
}

// For who interviews them, and for who plans.
UnitContact get_contact(Context& context, const OwnUnitPath& wish)
{
    const auto row = get_unit(context, wish.id);
    if (!plans(context) && !is_ones_own(context, row.interviewer))
        throw not_found();
    return {row.id, row.organisation, row.contact};
}

Slot set_interviewer(Context& context, const SetInterviewer& wish)
{
    auto placed = get_slot(context, wish.id);
    get_running(context, placed.centre.wave);
    if (!placed.row.drawn)
        throw Problem(409, "survey.not_drawn");
    check_interviewer(context, wish.interviewer, placed.row.interviewer);
    placed.row.interviewer = wish.interviewer;
    store::update_row(context.store, placed.row);
    return show(context, placed);
}

Unit set_unit_interviewer(Context& context, const SetUnitInterviewer& wish)
{
    auto row = get_unit(context, wish.id);
    get_running(context, row.wave);
    if (!row.drawn)
        throw Problem(409, "survey.not_drawn");
    check_interviewer(context, wish.interviewer, row.interviewer);
    row.interviewer = wish.interviewer;
    store::update_row(context.store, row);
    return show(context, row);
}

} // namespace survey
