// SPDX-License-Identifier: EUPL-1.2
// What the needs matrix asks of design and interviews before it looks at the first answer; for
// needs.cpp alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "survey/estimate/needs.h"

namespace estimate {

// The interviews of one cluster in one cell; a cluster usually has one piece.
struct Piece {
    int cell;
    int cluster;
    std::size_t begin;
    std::size_t end;
};

// The interviews of one cell that are alike in all margins.
struct Profile {
    int cell;
    std::vector<int> columns;
};

// A domain is a group in a district, or in the city (after its districts).
struct NeedsPlan {
    NeedsPlan(const Design& design, const Interviews& interviews);

    const Design& design;
    const Interviews& interviews;
    std::vector<std::uint32_t> order; // interviews by cluster and cell
    std::vector<double> weights;      // in this order
    std::vector<Piece> pieces;
    std::vector<std::vector<int>> domains; // pieces of each domain, by cluster
    std::vector<std::vector<int>> cells;   // of each domain
    std::vector<int> stratum_of;           // of each cluster
    bool is_census;

    // Only where the weights were calibrated.
    std::vector<Profile> profiles;
    std::vector<int> profile_of;           // in the order above
    std::vector<double> weights_before;    // the same
    std::vector<std::size_t> column_begin; // of each cluster, in the two below
    std::vector<int> column;
    std::vector<double> column_weight;

private:
    void sort_interviews();
    void find_domains();
    void find_profiles();
    void weigh_columns();
};

} // namespace estimate
