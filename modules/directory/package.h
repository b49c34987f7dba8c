// SPDX-License-Identifier: EUPL-1.2
// The same services as hsds.h, as HSDS 3's tabular data package: a zip with one CSV for each table
// and datapackage.json, which says which they are. A spreadsheet opens each of them.
//
// Written, the JSON is laid out in tables; read, the tables are nested into JSON again, which
// hsds.h reads: what is taken of a service is said once. Contacts, which are persons, are neither
// written nor read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "core/catalogue.h"
#include "directory/directory.h"

namespace directory {

std::string write_package(const core::Catalogue& catalogue, const std::string& city,
                          const std::vector<Service>& services);

struct CellPlace {
    std::string table; // "phones.csv"
    int line = 0;      // of the file, from 1
    std::string column;
};

struct PackedService {
    int line = 0; // of services.csv
    std::string name;
    std::string json;
    std::map<std::string, CellPlace, std::less<>> cells; // by their path within the JSON
    std::vector<FieldError> faults;                      // of cells that hold something else

    CellPlace place_of(const std::string& path) const;
};

// A row that says something of a service that is not there.
struct StrayRow {
    CellPlace place;
    FieldError error;
};

struct Unpacked {
    std::vector<PackedService> services;
    std::vector<StrayRow> strays;
};

// Throws Problem(422, "directory.package_…") where the file as a whole cannot be read.
Unpacked read_package(std::string_view bytes);

} // namespace directory
