// SPDX-License-Identifier: EUPL-1.2
// Where and when people are met, and what follows for the next week. Pure: counts in, counts out,
// so that whoever plans can be told why.
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "outreach/outreach.h"
#include "shifts/shifts.h"

namespace shifts {

inline constexpr int weeks_looked_at = 12;
inline constexpr int small_count = 5;   // fewer are not told as a number
inline constexpr int regular_weeks = 4; // in so many of the weeks: people are met there regularly
inline constexpr int quiet_days = 21;   // so long without a contact: nobody goes there any more
inline constexpr int visits_enough =
    2; // in vain, since somebody was met: it is not proposed any more
inline constexpr int proposals_a_day_max = 2;

// Of an hour of the clock; the hours after midnight are the night of the day before.
std::string band_of(int hour);
Date planning_day(Date day, int hour);

// The busiest first; districts, weekdays and bands without contacts are left out.
std::vector<Hotspot> hotspots(const std::vector<outreach::MetAt>& met, Date today);

using Planned = std::set<std::tuple<Date, std::string, std::string>>; // day, band, district

// A unit went there and met nobody.
struct VisitInVain {
    std::string district;
    Date day;
    std::string band;
};

struct Weeks {
    std::vector<outreach::MetAt> met;
    std::vector<VisitInVain> in_vain;
};

// For the seven days from `from` on, at most two a day, in these districts (none: everywhere).
std::vector<Proposal> propose(const Weeks& weeks, Date today, Date from,
                              const std::vector<std::string>& districts, const Planned& planned);

// Where somebody must go and look, on the day it is due or planned, or the first day if that is
// past; reports that are due after those seven days are left for later.
std::vector<Proposal> propose_for_reports(const std::vector<reports::WaitingReport>& waiting,
                                          Date from, const std::vector<std::string>& districts);

} // namespace shifts
