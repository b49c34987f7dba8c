// SPDX-License-Identifier: EUPL-1.2
// What INPS asks of minors in the care of a city: SINBA, the part of SIUSS about childhood and
// families (D.Lgs. 147/2017, art. 24). Knows no store.
#pragma once

#include <string>
#include <vector>

#include "core/catalogue.h"
#include "minors/clocks.h"

namespace minors {

// Who answers for the flow: the Ente of SINBA.xsd.
struct SinbaBody {
    std::string code;
    std::string name;
    std::string place; // its municipality's cadastral code, "H501"
    std::string operator_code;
};

// One file as SINBA tells it; only for files of which nothing is missing.
struct SinbaEntry {
    FileRow file;
    people::Birth birth;
    std::string beneficiary; // the readable number: it names nobody outside this city
    std::optional<Date> reported_to_court_on;
};

// What stands in the way, as names of fields of the file; "age" for a person whose year of birth is
// not known. Empty: it can be told.
std::vector<std::string> missing_for_sinba(const FileRow& row, const people::Birth& birth);

// The flow as INPS' SINBA.xsd, version 1.0.0, has it.
std::string sinba_xml(const SinbaBody& body, const std::vector<SinbaEntry>& entries, Date today);

} // namespace minors
