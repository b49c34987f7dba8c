// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/emerging.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace estimate {

namespace {

const Ranked* find_need(const std::vector<Ranked>& wave, const std::string& need)
{
    const auto found =
        std::find_if(wave.begin(), wave.end(), [&](const auto& one) { return one.need == need; });
    return found == wave.end() || std::isnan(found->prevalence.estimate) ? nullptr : &*found;
}

// How many of the needs that both waves asked about are more frequent, and one.
int rank(const std::vector<Ranked>& wave, const std::vector<Ranked>& other_wave, double estimate)
{
    const auto above = std::count_if(wave.begin(), wave.end(), [&](const auto& one) {
        return one.prevalence.estimate > estimate && find_need(other_wave, one.need);
    });
    return static_cast<int>(above) + 1;
}

} // namespace

std::vector<Risen> compare_waves(const std::vector<Ranked>& before, const std::vector<Ranked>& now)
{
    std::vector<Risen> all;
    for (const auto& ranked : now) {
        const auto* then = find_need(before, ranked.need);
        if (!then || std::isnan(ranked.prevalence.estimate))
            continue;
        Risen risen;
        risen.need = ranked.need;
        risen.rank_before = rank(before, now, then->prevalence.estimate);
        risen.rank_now = rank(now, before, ranked.prevalence.estimate);
        risen.intervals_apart = ranked.prevalence.low > then->prevalence.high;
        // A need that nobody spoke of before has no shown figure, and an interval all the same.
        const auto told = [](const Result& result) {
            return result.n >= interviews_min && !std::isnan(result.standard_error);
        };
        risen.is_emerging = risen.rank_before - risen.rank_now >= places_up_min &&
                            risen.intervals_apart && told(then->prevalence) &&
                            ranked.prevalence.shown();
        all.push_back(risen);
    }
    return all;
}

bool is_emerging(const Theme& theme, int persons_min)
{
    const auto groups = std::count_if(theme.persons.begin(), theme.persons.end(),
                                      [](int persons) { return persons > 0; });
    const int persons = std::accumulate(theme.persons.begin(), theme.persons.end(), 0);
    return !theme.in_baseline && groups >= 2 && persons >= persons_min;
}

} // namespace estimate
