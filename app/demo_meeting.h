// SPDX-License-Identifier: EUPL-1.2
// A meeting of the demonstration, shared by the files that tell a city's life.
#pragma once

#include "app/demo_city.h"
#include "base/json.h"

namespace demo {

struct City::Meeting {
    const Unit& unit;
    std::string login;
    Instant at;
    Instant noted;      // when the contact is written down
    std::string outing; // empty: at a desk
    std::string district;

    bool is_outdoors() const { return !outing.empty(); }
    Date day() const { return local_date(at); }
};

struct City::Given {
    std::optional<Uuid> person;
    std::string nickname;
    std::vector<const char*> circumstances;
    std::vector<const char*> interventions;
    const char* outcome = "INFO_ONLY";
    const char* note = nullptr;
};

template <class List> void write_codes(std::string& out, const List& codes)
{
    out += '[';
    bool first = true;
    for (const auto& code : codes) {
        out += first ? "" : ",";
        write_json(out, code);
        first = false;
    }
    out += ']';
}

} // namespace demo
