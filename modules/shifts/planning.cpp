// SPDX-License-Identifier: EUPL-1.2
#include "shifts/planning.h"

#include <algorithm>
#include <map>
#include <optional>

namespace shifts {

namespace {

struct Cell {
    std::string district;
    int weekday = 1;
    std::string band;

    auto operator<=>(const Cell&) const = default;
};

struct Count {
    int contacts = 0;
    std::set<int> weeks; // 0: the last seven days
    std::optional<Date> last_on;
    int visits = 0; // in vain, since
};

void count_visits(std::map<Cell, Count>& counts, const std::vector<VisitInVain>& in_vain)
{
    for (const auto& one : in_vain) {
        const auto count = counts.find({one.district, weekday_of(one.day), one.band});
        if (count != counts.end() && one.day > *count->second.last_on)
            ++count->second.visits;
    }
}

std::map<Cell, Count> counted(const std::vector<outreach::MetAt>& met, Date today)
{
    std::map<Cell, Count> counts;
    for (const auto& one : met) {
        const auto day = planning_day(one.day, one.hour);
        const int ago = today.days - day.days;
        if (ago < 0 || ago >= weeks_looked_at * 7)
            continue;
        auto& count = counts[{one.district, weekday_of(day), band_of(one.hour)}];
        ++count.contacts;
        count.weeks.insert(ago / 7);
        if (!count.last_on || day > *count.last_on)
            count.last_on = day;
    }
    return counts;
}

// What a cell says for the next week, if anything.
std::optional<std::string> reason_of(const Count& count, Date today)
{
    if (count.contacts < small_count || count.weeks.size() < regular_weeks)
        return std::nullopt;
    const bool is_quiet = today.days - count.last_on->days >= quiet_days;
    if (is_quiet && count.visits >= visits_enough)
        return std::nullopt; // they have gone elsewhere
    return is_quiet ? "not_seen" : "regular";
}

bool is_among(const std::vector<std::string>& districts, const std::string& district)
{
    return districts.empty() ||
           std::find(districts.begin(), districts.end(), district) != districts.end();
}

// What was left alone comes first, then where people are met most surely.
bool goes_before(const Proposal& one, const Proposal& other)
{
    const auto rank = [](const Proposal& each) {
        return std::tuple(each.day, each.why == "not_seen" ? 0 : 1, -each.weeks, each.district,
                          each.band);
    };
    return rank(one) < rank(other);
}

} // namespace

std::string band_of(int hour)
{
    if (hour < 6 || hour >= 22)
        return "night";
    return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

Date planning_day(Date day, int hour) { return hour < 6 ? day.plus_days(-1) : day; }

std::vector<Hotspot> hotspots(const std::vector<outreach::MetAt>& met, Date today)
{
    std::vector<Hotspot> found;
    const auto counts = counted(met, today);
    std::vector<std::pair<Cell, Count>> cells(counts.begin(), counts.end());
    // Small ones among themselves in the order of their districts: their order tells a number too.
    const auto told = [](const Count& count) {
        return count.contacts >= small_count ? count.contacts : 0;
    };
    std::stable_sort(cells.begin(), cells.end(), [&](const auto& one, const auto& other) {
        return told(one.second) > told(other.second);
    });
    for (const auto& [cell, count] : cells) {
        Hotspot spot{cell.district, cell.weekday, cell.band, {}, {}};
        if (told(count) > 0) {
            spot.contacts = count.contacts;
            spot.weeks = static_cast<int>(count.weeks.size());
        }
        found.push_back(std::move(spot));
    }
    return found;
}

std::vector<Proposal> propose(const Weeks& weeks, Date today, Date from,
                              const std::vector<std::string>& districts, const Planned& planned)
{
    auto counts = counted(weeks.met, today);
    count_visits(counts, weeks.in_vain);
    std::vector<Proposal> all;
    for (const auto& [cell, count] : counts) {
        const auto why = reason_of(count, today);
        if (!why || !is_among(districts, cell.district))
            continue;
        const auto day = from.plus_days((cell.weekday - weekday_of(from) + 7) % 7);
        if (planned.contains({day, cell.band, cell.district}))
            continue;
        Proposal one{day, cell.band, cell.district, *why, 0, 0, 0, {}, {}};
        one.weeks = static_cast<int>(count.weeks.size());
        one.quiet_weeks = (today.days - count.last_on->days) / 7;
        one.visits = count.visits;
        all.push_back(std::move(one));
    }
    std::sort(all.begin(), all.end(), goes_before);
    std::vector<Proposal> found;
    std::map<Date, int> of_day;
    for (auto& one : all)
        if (of_day[one.day]++ < proposals_a_day_max)
            found.push_back(std::move(one));
    return found;
}

std::vector<Proposal> propose_for_reports(const std::vector<reports::WaitingReport>& waiting,
                                          Date from, const std::vector<std::string>& districts)
{
    constexpr const char* usual_band = "evening"; // when most units are out
    std::vector<Proposal> found;
    for (const auto& report : waiting) {
        if (!is_among(districts, report.district))
            continue;
        const auto wanted =
            report.due_at ? planning_day(local_date(*report.due_at), local_hour(*report.due_at))
                          : report.planned_on.value_or(from);
        if (wanted >= from.plus_days(7))
            continue;
        const auto band = report.due_at ? band_of(local_hour(*report.due_at)) : usual_band;
        found.push_back({std::max(wanted, from), band, report.district, "report", 0, 0, 0,
                         report.id, report.number});
    }
    return found;
}

} // namespace shifts
