// SPDX-License-Identifier: EUPL-1.2
// A street team's spreadsheet as contacts: which column says what, and each row as the input of the
// act outreach.record_contact. Nothing is left out in silence: what is not understood is a fault,
// with row and column, and all of them are found at once.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/spreadsheet.h"
#include "base/id.h"
#include "base/problem.h"
#include "core/catalogue.h"

namespace app {

// A sentence of app/words (or an error.* of core and modules) about a place in the file.
struct SheetFault {
    int line = 0;
    std::string column; // as the file writes it; empty: the row as a whole
    std::string code;   // "import.not_a_day", "error.too_long"
    Facts facts;
};

struct SheetContact {
    int line = 0;
    Uuid id;          // follows from city and content: the same row again is the same contact
    std::string json; // the input of outreach.record_contact
    std::string team; // code; empty: not said
    bool hour_known = true;
};

struct SheetTeam {
    std::string code;
    std::string name;
};

struct ContactSheet {
    std::vector<SheetContact> contacts;
    std::vector<SheetFault> faults;
    // The header over each field of the act, for faults that the act itself finds: "at" -> "Data".
    std::map<std::string, std::string> headers;
};

struct SheetReading {
    const core::Catalogue& catalogue;
    const core::City& city;
    std::vector<SheetTeam> teams;
    std::set<std::string> ignored; // headers that the person asked to leave out
    std::string language = "it";   // of the names of columns in faults
};

ContactSheet read_contact_sheet(const Sheet& sheet, const SheetReading& reading);

} // namespace app
