// SPDX-License-Identifier: EUPL-1.2
// What the acts have in common: places and beds that are there, stays and requests that are seen,
// whether a bed is free, and how things are shown.
#pragma once

#include <map>

#include "housing/acts.h"
#include "housing/rows.h"

namespace housing {

inline constexpr int nights_most = 400;       // of a stay; it is prolonged when it goes on
inline constexpr int backdated_most = 730;    // days
inline constexpr int promised_most = 365;     // days ahead
inline constexpr int days_to_follow_up = 183; // six months
inline constexpr int days_early = 30;         // that it may be asked before them

using Cards = std::map<Id<people::Person>, people::Card>;

PlaceRow get_place_row(core::Context& context, const Id<Place>& id); // throws not_found()
BedRow get_bed_row(core::Context& context, const Id<Bed>& id);
// One that is used, of a place that is. 409 housing.bed_removed, housing.place_cancelled.
BedRow get_used_bed(core::Context& context, const Id<Bed>& id);
// "Stanza 1, Letto A"
std::string name_of(const BedRow& bed);

// 409 housing.bed_taken or housing.bed_closed, which name the bed and the night and nobody: whoever
// asks may not read who is in it. `until` absent: for ever.
void check_nobody(core::Context& context, const BedRow& bed, Date from,
                  const std::optional<Date>& until, const Id<Stay>& except);
void check_open(core::Context& context, const BedRow& bed, Date from,
                const std::optional<Date>& until);

// Of somebody whom the asker does not read there is none: throws not_found().
RequestRow get_request_row(core::Context& context, const Id<Request>& id);
StayRow get_stay_row(core::Context& context, const Id<Stay>& id);
// One that stands. 409 housing.is_cancelled.
StayRow get_standing_stay(core::Context& context, const Id<Stay>& id);
// Writes a row that was changed, and its nights.
void rewrite(core::Context& context, StayRow& row);

// The case is of this person, and open. Else it is refused.
void check_case(core::Context& context, const std::optional<Id<cases::Case>>& id,
                const Id<people::Person>& person);

// The request is answered by a stay, or waits again.
void set_placed(core::Context& context, const std::optional<Id<Request>>& id, bool placed);

Cards cards_of(core::Context& context, const std::vector<Id<people::Person>>& persons);
Request show(core::Context& context, const RequestRow& row, const Cards& cards);
Request show(core::Context& context, const RequestRow& row);
Stay show(core::Context& context, const StayRow& row, const Cards& cards);
Stay show(core::Context& context, const StayRow& row);

} // namespace housing
