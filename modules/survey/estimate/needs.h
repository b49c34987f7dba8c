// SPDX-License-Identifier: EUPL-1.2
// The needs matrix: every need by group of respondents and district, in one pass over columns with
// a byte an interview (DOMAIN, SUR-01 to SUR-04).
//   prevalence   have it, of who answered               sum w y / sum w
//   hidden       never asked any service, of who have it
//   unmet        asked and got no answer to it, of who asked
//   gap          prevalence among those who serve less prevalence among those who are served
// All three are ratios of sums over a domain, so that six weighted sums by cluster are enough for
// estimate, variance and all that stands beside them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "survey/estimate/result.h"
#include "survey/estimate/sample.h"

namespace estimate {

enum class Reply : std::uint8_t { unknown, no, yes };

// One interview's answers to the four-part question about one need, as a byte. Who serves tells of
// how many of ten persons; who is asked about themselves is ten of ten or none.
using NeedAnswer = std::uint8_t;
constexpr int nothing_said = 15; // in place of the tenths
NeedAnswer need_answer(int tenths, Reply asked = Reply::unknown, Reply answered = Reply::unknown);
NeedAnswer need_answer(Reply has, Reply asked = Reply::unknown, Reply answered = Reply::unknown);

struct NeedColumn {
    std::string need; // its code
    std::vector<NeedAnswer> answers;
};

struct Interviews {
    std::vector<int> group;    // of respondents, 0 … groups-1
    std::vector<int> district; // 0 … districts-1
    int groups = 0;
    int districts = 0;
    std::vector<NeedColumn> needs;
};

struct NeedFigures {
    Result prevalence;
    Result hidden;
    Result unmet;
};

struct NeedRow {
    std::string need;
    std::vector<NeedFigures> cells; // by group, and within it by district; the city comes last

    const NeedFigures& at(int group, int district, int districts) const
    {
        return cells[static_cast<std::size_t>(group * (districts + 1) + district)];
    }
    const NeedFigures& city(int group, int districts) const
    {
        return at(group, districts, districts);
    }
};

struct NeedsMatrix {
    int groups = 0;
    int districts = 0;
    std::vector<NeedRow> rows; // one a need, in the order of the columns
};

// At most two threads. The variance is that of the first stage of the design, with its margins.
NeedsMatrix needs_matrix(const Design& design, const Interviews& interviews, int threads = 2);

// SUR-04: `who_serves` less `who_is_served`, by district; the city comes last.
std::vector<Difference> perception_gaps(const NeedsMatrix& matrix, const NeedRow& row,
                                        int who_serves, int who_is_served);

} // namespace estimate
