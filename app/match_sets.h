// SPDX-License-Identifier: EUPL-1.2
// Labelled files, read and linked: what `lgnet match evaluate` and `report` have in common.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "people/match/match.h"

namespace app {

std::vector<CsvRow> rows_of(const std::string& path);
double seconds_since(std::chrono::steady_clock::time_point begun);

struct Evaluated {
    match::Table table;
    std::vector<std::uint32_t> truth;   // the person of each record
    std::vector<std::uint32_t> parties; // of each record, 0: of none
    std::vector<match::Entry> entries;
    match::Linking linking;
    match::Measured measured;
    match::PersonCount count;
    double seconds = 0; // until they are put together
    double seconds_counting = 0;

    double records() const { return static_cast<double>(truth.size()); }
    // By how much so many persons are off the truth, in percent.
    double off(double persons) const;
};

// Once with everything, and where it is asked for once without each ingredient.
void evaluate_each(const MatchEvaluateWish& wish,
                   const std::function<void(const char* ingredient, const Evaluated&)>& see);

// How well names alone are recognised, on lists of spellings: a part of the page. What was wanted
// and not reached is added to `notes`.
struct NameList {
    std::string name;
    std::string kind; // "aliases", "variants" or "cases"
    std::string file;
    std::string wanted; // figures with spaces between, as the kind has them; "-": none
};
std::string report_names(const std::vector<NameList>& lists, std::string& notes);

} // namespace app
