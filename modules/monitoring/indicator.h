// SPDX-License-Identifier: EUPL-1.2
// The indicators of the catalogue: catalogue/indicators/<CODE>.toml says what is counted, in words
// and with a worked example; <CODE>.sql beside it asks the facts views for it. Read once from the
// files inside the program; a fault in one of them stops it and names the file.
//
// The query takes the first day of a period as $1 and the day after its last as $2, and answers one
// row or more for each thing that is counted, with those of these columns that it has:
//
//     key                   what is counted once: of all rows with one key, the first decides
//     day                   when it counts
//     since, until          of days, and of a share with within_days: from when to when
//     minutes               of hours: how long it took
//     district, setting, category, source, kind, gender
//     hour                  of the day, 0 to 23
//     birth_year, birth_month, birth_year_estimated
//     apparent_age          what was seen, where no year of birth is known
//     value                 how many it stands for (people seen); else one. Of total_hours: minutes
//     counted               of a share: 1 above the line
//     excluded              why it is not counted: a code of leaves_out
//     remark                what is worth knowing although it is counted: a code of remarks
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "monitoring/monitoring.h"
#include "store/store.h"

namespace monitoring {

enum class Unit { persons, events, share, days, stock, hours, total_hours };

struct Indicator {
    Definition definition;
    Unit unit = Unit::persons;
    std::unique_ptr<store::Sql> query;

    bool has_breakdown(std::string_view name) const;
    bool stays_in_city(std::string_view breakdown) const;
    // A median: the values of several cities cannot be added up.
    bool is_length() const { return unit == Unit::days || unit == Unit::hours; }
};

// Those of the program itself, in the order in which they are shown.
const std::vector<Indicator>& indicators();
const Indicator* find_indicator(std::string_view code);
// Those of a catalogue that may be a release. Throws std::runtime_error, which names file and
// fault, also where a query asks more than the facts views.
const std::vector<Indicator>& indicators(const core::Catalogue& catalogue);
const Indicator* find_indicator(const core::Catalogue& catalogue, std::string_view code);

// For core::Module.
std::vector<core::CatalogueEntry> indicator_entries(const core::Catalogue& catalogue);
// For core::Module: its indicators can be read and, where there is a store, asked.
void check_catalogue(const core::Catalogue& catalogue, store::Transaction* transaction);

// A remark that any indicator about persons may carry, worded in words/*.json.
inline constexpr std::string_view estimated_year = "birth_year_estimated";
inline constexpr std::string_view days_not_over = "days_not_over";

// For the tests of what is refused: one definition from its text.
Indicator read_indicator(std::string_view path, std::string_view toml, std::string_view sql);

} // namespace monitoring
