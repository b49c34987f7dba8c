// SPDX-License-Identifier: EUPL-1.2
// SUR-05: needs that rise from one wave to the next, and themes that nobody had asked about.
#include "survey/estimate/emerging.h"
#include "survey/coded.h"
#include "survey/figures.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

std::vector<estimate::Ranked> ranked(const GroupResults& group)
{
    std::vector<estimate::Ranked> all;
    for (const auto& [need, cells] : group.needs)
        if (cells.back().prevalence.n > 0)
            all.push_back({need, cells.back().prevalence});
    return all;
}

void compare(Context& context, Emerging& emerging, const Results& before, const Results& now)
{
    for (const auto& group : now.groups) {
        const auto* then = before.find(group.respondents);
        if (then == nullptr)
            continue;
        for (const auto& one : estimate::compare_waves(ranked(*then), ranked(group)))
            emerging.needs.push_back({group.respondents, one.need, need_name(context, one.need),
                                      one.rank_before, one.rank_now,
                                      figure_of(then->city(one.need)->prevalence),
                                      figure_of(group.city(one.need)->prevalence),
                                      one.intervals_apart, one.is_emerging});
    }
}

// Persons by group who spoke of each theme, and whose answers are coded at all.
struct Spoken {
    std::map<std::string, std::set<Id<Interview>>> coded; // by group
    std::map<std::string, std::map<std::string, std::set<Id<Interview>>>> of_theme;
};

Spoken spoken_in(Context& context, const Answered& answered)
{
    Spoken spoken;
    const auto coded = coded_in(context, answered.wave.id);
    for (const auto& place : open_places_of(context, answered)) {
        const auto found = coded.find(place.answer.id);
        if (found == coded.end())
            continue;
        const auto agreed = found->second.agreed();
        if (!agreed)
            continue;
        const auto& group = place.interview->respondents;
        spoken.coded[group].insert(place.interview->id);
        for (const auto& theme : *agreed)
            spoken.of_theme[theme][group].insert(place.interview->id);
    }
    return spoken;
}

ThemeFinding finding_of(const ThemeRow& theme, Spoken& spoken)
{
    ThemeFinding finding{theme.code, theme.name, theme.description, theme.need.has_value(),
                         false,      {}};
    estimate::Theme counted{theme.code, finding.in_baseline, {}};
    auto& of_theme = spoken.of_theme[to_string(theme.id)];
    for (const auto& group : respondent_groups) {
        const int persons = static_cast<int>(of_theme[group].size());
        counted.persons.push_back(persons);
        const int coded = static_cast<int>(spoken.coded[group].size());
        if (coded == 0)
            continue;
        finding.groups.push_back({group, persons, coded});
        if (persons > 0 && persons < persons_min)
            finding.groups.back().persons.reset();
    }
    finding.emerging = estimate::is_emerging(counted, persons_min);
    return finding;
}

} // namespace

Emerging show_emerging(Context& context, const FindingsPath& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    Emerging emerging;
    emerging.wave = answered.wave.id;
    emerging.wave_name = answered.wave.name;
    emerging.places_least = estimate::places_up_min;
    emerging.persons_least = persons_min;
    if (auto before = wave_before(context, answered.wave)) {
        emerging.before_name = before->name;
        const Answered then(context, std::move(*before));
        compare(context, emerging, results_of(context, then), results_of(context, answered));
    }
    auto spoken = spoken_in(context, answered);
    for (const auto& theme : every_theme(context.store))
        if (!theme.retired_at || spoken.of_theme.contains(to_string(theme.id)))
            emerging.themes.push_back(finding_of(theme, spoken));
    return emerging;
}

} // namespace survey
