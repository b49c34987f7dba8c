// SPDX-License-Identifier: EUPL-1.2
// What each interview weighs. In this order:
//   1. how it was drawn: 1/π of the slot times k, or 1/π of the unit of a list;
//   2. drawn slots where nobody went: the others of the district stand for them, by attendance;
//   3. who was met and not interviewed: those of the same group and district stand for them;
//   4. multiplicity: somebody who goes to m places of the frame in a week could have been met at
//      each, and counts 1/m (weight share method). It comes last, because of whoever refused nobody
//      knows m;
//   5. if it is asked, raking to known margins.
// Who came into the sample without a draw weighs nothing, and is in no figure.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "survey/answered.h"
#include "survey/estimate/calibrate.h"
#include "survey/estimate/weights.h"

using core::Context;

namespace survey {

namespace {

// A frame from which slots are drawn in proportion to their size is drawn from as with replacement.
constexpr double as_with_replacement = 1e15;

struct Frame {
    std::map<Id<Slot>, SlotRow> slots;
    std::map<Id<Slot>, std::string> slot_district;
    std::map<Id<Unit>, UnitRow> units;
    std::map<std::string, double> units_in;    // of the group, by district
    std::map<std::string, double> slot_factor; // step 2, by district
};

Frame read_frame(Context& context, const Answered& answered, const std::string& respondents)
{
    Frame frame;
    std::map<Id<Centre>, std::string> district;
    for (const auto& centre : centres_of(context.store, answered.wave.id))
        district[centre.id] = centre.district;
    for (auto& slot : slots_of(context.store, answered.wave.id)) {
        frame.slot_district[slot.id] = district[slot.centre];
        frame.slots.emplace(slot.id, std::move(slot));
    }
    for (auto& unit : units_of(context.store, answered.wave.id)) {
        if (unit.respondents != respondents || unit.removed_at)
            continue;
        frame.units_in[unit.district] += 1;
        frame.units.emplace(unit.id, std::move(unit));
    }
    return frame;
}

// Attendance that the drawn slots stand for, to that of those where somebody went.
void set_slot_factors(Frame& frame, const Answered& answered)
{
    std::set<Id<Slot>> worked;
    for (const auto& contact : answered.contacts)
        if (contact.slot)
            worked.insert(*contact.slot);
    std::map<std::string, double> drawn;
    std::map<std::string, double> done;
    for (const auto& [id, slot] : frame.slots) {
        if (!slot.drawn || !slot.probability || slot.removed_at)
            continue;
        const double size = slot.attendance / *slot.probability;
        drawn[frame.slot_district[id]] += size;
        if (worked.contains(id) || slot.counted)
            done[frame.slot_district[id]] += size;
    }
    for (const auto& [district, size] : done)
        frame.slot_factor[district] = drawn[district] / size;
}

// Somebody, or a unit of a list that was drawn, with how it ended.
struct Case {
    const InterviewRow* row = nullptr; // null: drawn, and nobody has been there
    std::string stratum;               // the district of the draw
    std::string cluster;
    double weight = 0;
    estimate::Outcome outcome = estimate::Outcome::none;
};

estimate::Outcome outcome_of(const InterviewRow& row)
{
    if (is_interview(row))
        return estimate::Outcome::interview;
    if (row.disposition == "NOT_ELIGIBLE")
        return estimate::Outcome::not_eligible;
    if (row.disposition == "UNKNOWN_ELIGIBILITY")
        return estimate::Outcome::unknown;
    return estimate::Outcome::none;
}

std::optional<Case> case_of(const Frame& frame, const InterviewRow& row)
{
    Case made;
    made.row = &row;
    made.outcome = outcome_of(row);
    if (row.slot) {
        const auto slot = frame.slots.find(*row.slot);
        if (slot == frame.slots.end() || !slot->second.drawn || !slot->second.probability)
            return std::nullopt;
        made.stratum = frame.slot_district.at(*row.slot);
        made.cluster = to_string(*row.slot);
        const auto factor = frame.slot_factor.find(made.stratum);
        made.weight = estimate::design_weight({*slot->second.probability, slot->second.every, 1}) *
                      (factor == frame.slot_factor.end() ? 1 : factor->second);
        return made;
    }
    if (!row.unit)
        return std::nullopt;
    const auto unit = frame.units.find(*row.unit);
    if (unit == frame.units.end() || !unit->second.drawn || !unit->second.probability)
        return std::nullopt;
    made.stratum = unit->second.district;
    made.cluster = to_string(*row.unit);
    made.weight = estimate::design_weight({*unit->second.probability, 1, 1});
    return made;
}

std::vector<Case> cases_of(const Frame& frame, const Answered& answered,
                           const std::string& respondents)
{
    std::vector<Case> cases;
    std::set<Id<Unit>> met;
    for (const auto& contact : answered.contacts) {
        if (contact.respondents != respondents)
            continue;
        if (contact.unit)
            met.insert(*contact.unit);
        if (auto one = case_of(frame, contact))
            cases.push_back(std::move(*one));
    }
    for (const auto& [id, unit] : frame.units)
        if (unit.drawn && unit.probability && !met.contains(id))
            cases.push_back({nullptr, unit.district, to_string(id),
                             estimate::design_weight({*unit.probability, 1, 1}),
                             estimate::Outcome::none});
    return cases;
}

int number_of(const std::string& text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return static_cast<int>(std::lround(std::clamp(number, 0.0, 1000.0)));
}

// Visits of the week to places of the frame; 0: not said.
int visits_of(const Answered& answered, const InterviewRow& row)
{
    if (const int total = number_of(answered.of_role(row, "CENTRES_TOTAL")); total > 0)
        return total;
    int visits = 0;
    const auto& roles = answered.version_of(row).places.roles;
    if (const auto asked = roles.find("CENTRES"); asked != roles.end())
        for (const auto& path : asked->second)
            visits += number_of(answered.value(row, path));
    if (visits > 0)
        return visits;
    const auto& places = answered.of_role(row, "PLACES");
    return places.empty() ? 0 : 1 + static_cast<int>(std::count(places.begin(), places.end(), ' '));
}

class Numbers {
public:
    int of(const std::string& name)
    {
        return numbers_.try_emplace(name, static_cast<int>(numbers_.size())).first->second;
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names(numbers_.size());
        for (const auto& [name, number] : numbers_)
            names[static_cast<std::size_t>(number)] = name;
        return names;
    }

private:
    std::map<std::string, int> numbers_;
};

constexpr auto of_a_list = "\n";

// Steps 3 and 4, and the columns of the sample.
void take_cases(Weighed& weighed, const Frame& frame, const Answered& answered,
                const std::vector<Case>& cases)
{
    Numbers strata;
    std::vector<double> weights;
    std::vector<int> classes;
    std::vector<estimate::Outcome> outcomes;
    for (const auto& one : cases) {
        weights.push_back(one.weight);
        // People met and a list are drawn from apart, also in one district.
        const bool is_met = one.row != nullptr && one.row->slot;
        classes.push_back(strata.of(one.stratum + (is_met ? "" : of_a_list)));
        outcomes.push_back(one.outcome);
    }
    const auto adjusted = estimate::adjust_for_non_response(weights, classes, outcomes);
    const auto names = strata.names();
    for (const int lost : adjusted.without_interview) {
        const auto& name = names[static_cast<std::size_t>(lost)];
        weighed.weighting.lost_districts.push_back(name.substr(0, name.find(of_a_list)));
    }
    Numbers clusters;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& one = cases[i];
        if (one.outcome != estimate::Outcome::interview)
            continue;
        const bool is_met = one.row->slot.has_value();
        const int visits = is_met ? visits_of(answered, *one.row) : 1;
        weighed.weighting.multiplicity_unknown += visits == 0 ? 1 : 0;
        weighed.interviews.push_back(one.row);
        weighed.sample.weights.push_back(adjusted.weights[i] / std::max(1, visits));
        weighed.sample.stratum.push_back(classes[i]);
        weighed.sample.cluster.push_back(clusters.of(one.cluster));
        const auto units = frame.units_in.find(one.stratum);
        weighed.sample.population.push_back(
            is_met || units == frame.units_in.end() ? as_with_replacement : units->second);
    }
}

// A known margin as the sample sees it. Whoever did not say gets a level of their own that keeps
// the share they have, so that nobody is made to belong anywhere.
estimate::Margin margin_of(const Answered& answered, const Weighed& weighed,
                           const std::string& characteristic, const std::vector<MarginRow>& rows)
{
    estimate::Margin margin;
    margin.name = characteristic;
    std::map<std::string, int> numbers;
    double known = 0;
    for (const auto& row : rows) {
        numbers[row.level] = static_cast<int>(margin.levels.size());
        margin.levels.push_back(row.level);
        margin.total.push_back(static_cast<double>(row.total));
        known += static_cast<double>(row.total);
    }
    const int unsaid = static_cast<int>(margin.levels.size());
    double silent = 0;
    double all = 0;
    for (std::size_t i = 0; i < weighed.interviews.size(); ++i) {
        const auto& code = answered.of_role(*weighed.interviews[i], characteristic);
        const auto found = numbers.find(code);
        margin.level.push_back(found == numbers.end() ? unsaid : found->second);
        all += weighed.sample.weights[i];
        silent += found == numbers.end() ? weighed.sample.weights[i] : 0;
    }
    if (silent == 0)
        return margin;
    margin.levels.push_back("NO_ANSWER");
    margin.total.push_back(known * silent / all);
    // Where nobody said, the levels keep their totals: raking then says that nobody stands for
    // them.
    for (int i = 0; i < unsaid && silent < all; ++i)
        margin.total[static_cast<std::size_t>(i)] *= 1 - silent / all;
    return margin;
}

std::string name_of(estimate::Fault fault)
{
    switch (fault) {
    case estimate::Fault::none:
        return "";
    case estimate::Fault::not_converged:
        return "not_converged";
    case estimate::Fault::level_without_interviews:
        return "level_without_interviews";
    case estimate::Fault::level_without_population:
        return "level_without_population";
    case estimate::Fault::different_totals:
        return "different_totals";
    }
    return "not_converged";
}

void rake_to_margins(Context& context, Weighed& weighed, const Answered& answered,
                     const std::string& respondents)
{
    std::map<std::string, std::vector<MarginRow>> by;
    for (auto& row : margins_of(context.store, answered.wave.id))
        if (row.respondents == respondents)
            by[row.characteristic].push_back(std::move(row));
    if (by.empty() || weighed.interviews.empty())
        return;
    std::vector<estimate::Margin> margins;
    for (const auto& [characteristic, rows] : by) {
        margins.push_back(margin_of(answered, weighed, characteristic, rows));
        weighed.weighting.margins.push_back(characteristic);
    }
    const auto raked = estimate::rake(weighed.sample.weights, margins);
    if (raked.is_good()) {
        weighed.sample = estimate::calibrated(std::move(weighed.sample), std::move(margins), raked);
        return;
    }
    weighed.weighting.margins.clear();
    weighed.weighting.raking_fault = name_of(raked.fault);
    weighed.weighting.raking_at = raked.margin + (raked.level.empty() ? "" : ": " + raked.level);
}

} // namespace

Weighed weigh(Context& context, const Answered& answered, const std::string& respondents, Rake rake)
{
    Weighed weighed;
    auto& weighting = weighed.weighting;
    weighting.respondents = respondents;
    for (const auto& contact : answered.contacts)
        if (contact.respondents == respondents && is_interview(contact))
            ++weighting.interviews;
    auto frame = read_frame(context, answered, respondents);
    set_slot_factors(frame, answered);
    take_cases(weighed, frame, answered, cases_of(frame, answered, respondents));
    if (rake == Rake::yes)
        rake_to_margins(context, weighed, answered, respondents);
    const auto& weights = weighed.sample.weights;
    weighting.weighed = static_cast<int>(weights.size());
    if (weights.empty())
        return weighed;
    const auto [least, most] = std::minmax_element(weights.begin(), weights.end());
    weighting.weight_least = *least;
    weighting.weight_most = *most;
    weighting.n_effective = estimate::effective_size(weights);
    return weighed;
}

} // namespace survey
