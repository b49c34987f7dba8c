// SPDX-License-Identifier: EUPL-1.2
// SUR-01 to SUR-04: needs by group and district, and what those who serve believe beside what
// migrants say.
#include <algorithm>

#include "survey/figures.h"
#include "survey/work.h"

using core::Context;

namespace survey {

Matrix show_matrix(Context& context, const ShowMatrix& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    const auto results =
        results_of(context, answered, wish.raked.value_or(false) ? Rake::yes : Rake::no);
    Matrix matrix;
    matrix.wave = answered.wave.id;
    matrix.wave_name = answered.wave.name;
    matrix.wave_number = answered.wave.number;
    matrix.state = answered.wave.state;
    const auto city = results.districts.size();
    for (const auto& need : results.needs)
        matrix.needs.push_back({need, need_name(context, need), groups_of(results, need, city),
                                gaps_of(results, need, city)});
    for (const auto& group : results.groups)
        matrix.weighting.push_back(group.weighting);
    if (results.needs.empty())
        return matrix;
    matrix.need = wish.need.value_or(results.needs.front());
    for (std::size_t i = 0; i < city; ++i)
        matrix.districts.push_back({results.districts[i].code, results.districts[i].name,
                                    groups_of(results, *matrix.need, i),
                                    gaps_of(results, *matrix.need, i)});
    return matrix;
}

} // namespace survey
