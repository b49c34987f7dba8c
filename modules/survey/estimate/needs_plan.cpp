// SPDX-License-Identifier: EUPL-1.2
#include "survey/estimate/needs_plan.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace estimate {

namespace {

int cell_of(const Interviews& interviews, std::size_t i)
{
    return interviews.group[i] * interviews.districts + interviews.district[i];
}

} // namespace

NeedsPlan::NeedsPlan(const Design& its_design, const Interviews& its_interviews)
    : design(its_design), interviews(its_interviews), is_census(its_design.is_census())
{
    sort_interviews();
    find_domains();
    find_profiles();
}

void NeedsPlan::sort_interviews()
{
    const auto& cluster_of = design.first_stage().cluster_of;
    const auto count = cluster_of.size();
    const auto cells = static_cast<std::uint64_t>(interviews.groups) * interviews.districts;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys(count);
    for (std::size_t i = 0; i < count; ++i)
        keys[i] = {static_cast<std::uint64_t>(cluster_of[i]) * cells +
                       static_cast<std::uint64_t>(cell_of(interviews, i)),
                   static_cast<std::uint32_t>(i)};
    if (!std::is_sorted(keys.begin(), keys.end()))
        std::sort(keys.begin(), keys.end());
    order.resize(count);
    weights.resize(count);
    for (std::size_t place = 0; place < count; ++place) {
        const auto [key, i] = keys[place];
        order[place] = i;
        weights[place] = design.weights()[i];
        if (place == 0 || key != keys[place - 1].first)
            pieces.push_back(
                {static_cast<int>(key % cells), static_cast<int>(key / cells), place, place});
        pieces.back().end = place + 1;
    }
}

void NeedsPlan::find_domains()
{
    const int districts = interviews.districts;
    const auto count = static_cast<std::size_t>(interviews.groups * (districts + 1));
    domains.resize(count);
    cells.resize(count);
    for (int group = 0; group < interviews.groups; ++group)
        for (int district = 0; district < districts; ++district)
            for (const int last : {district, districts})
                cells[static_cast<std::size_t>(group * (districts + 1) + last)].push_back(
                    group * districts + district);
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
        const int group = pieces[piece].cell / districts;
        const int district = pieces[piece].cell % districts;
        for (const int last : {district, districts})
            domains[static_cast<std::size_t>(group * (districts + 1) + last)].push_back(
                static_cast<int>(piece));
    }
    const auto& strata = design.first_stage().strata;
    for (std::size_t one = 0; one < strata.size(); ++one)
        stratum_of.insert(stratum_of.end(), static_cast<std::size_t>(strata[one].clusters),
                          static_cast<int>(one));
}

// Which interviews are alike.
void NeedsPlan::find_profiles()
{
    const auto& calibration = design.sample().calibration;
    if (!calibration)
        return;
    const auto margins = calibration->margins.size();
    std::unordered_map<std::uint64_t, int> known;
    profile_of.resize(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto i = order[place];
        auto key = static_cast<std::uint64_t>(cell_of(interviews, i));
        for (const auto& margin : calibration->margins)
            key = key * margin.total.size() + static_cast<std::uint64_t>(margin.level[i]);
        const auto [found, is_new] = known.emplace(key, static_cast<int>(profiles.size()));
        if (is_new) {
            profiles.push_back({cell_of(interviews, i), {}});
            for (std::size_t margin = 0; margin < margins; ++margin)
                profiles.back().columns.push_back(design.column(margin, i));
        }
        profile_of[place] = found->second;
        weights_before.push_back(weights[place] > 0 ? design.weight_before(i) : 0);
    }
    weigh_columns();
}

// How much of each cluster's weight is in each column of the margins.
void NeedsPlan::weigh_columns()
{
    std::vector<double> sums(design.margin_columns());
    for (std::size_t piece = 0; piece < pieces.size();) {
        const int cluster = pieces[piece].cluster;
        std::fill(sums.begin(), sums.end(), 0);
        for (; piece < pieces.size() && pieces[piece].cluster == cluster; ++piece)
            for (auto place = pieces[piece].begin; place < pieces[piece].end; ++place)
                for (const int column :
                     profiles[static_cast<std::size_t>(profile_of[place])].columns)
                    sums[static_cast<std::size_t>(column)] += weights[place];
        column_begin.push_back(column.size());
        for (std::size_t one = 0; one < sums.size(); ++one) {
            if (sums[one] == 0)
                continue;
            column.push_back(static_cast<int>(one));
            column_weight.push_back(sums[one]);
        }
    }
    column_begin.push_back(column.size());
}

} // namespace estimate
