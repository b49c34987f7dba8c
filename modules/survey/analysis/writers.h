// SPDX-License-Identifier: EUPL-1.2
// The same tables as files for others' programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "survey/analysis/tables.h"

namespace analysis {

// Excel: three sheets, one row an interview, one row an answer, and the codebook.
std::string write_xlsx(const Table& wide, const Table& longer, const Table& codebook,
                       const std::vector<std::string>& sheet_names);

// SPSS (.sav), by libreadstat, which sav.cpp alone sees: labels of variables and values; what the
// version did not ask is a missing value of its own (-8, "not_in_version"), no answer is the
// system's. The weight is a variable like others: SPSS would take it for a number of persons.
std::string write_sav(const Table& wide, const std::string& label, const Terms& terms, Instant now);

// What a study is, for the catalogues of data archives.
struct Study {
    std::string id;       // "roma-w2"
    std::string title;    // of this wave
    std::string language; // of all that follows
    std::string producer; // whose city
    std::string universe; // whom it is about
    std::string place;
    Date from, until;
    std::string sampling;   // how it was drawn
    std::string weighting;  // how weights were worked out
    std::string collection; // how people were asked
    std::string response;   // response rates with their formulas
    std::string access;     // who may have the data, and what is not in it
    std::string program;    // that made the file
    Instant made_at;
};

// DDI-Codebook 2.5 of a wide table: the study, its file, every variable with its categories and how
// many answers each has.
std::string write_ddi(const Study& study, const Table& wide, const Terms& terms);

} // namespace analysis
