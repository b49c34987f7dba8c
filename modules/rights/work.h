// SPDX-License-Identifier: EUPL-1.2
// What the acts of this module have in common.
#pragma once

#include <string>
#include <vector>

#include "rights/acts.h"
#include "rights/rows.h"

namespace rights {

inline constexpr auto retention = "RETENTION";
inline constexpr auto erasure = "ERASURE";

// Throws not_found() for who may not see the person.
RequestRow get_row(core::Context& context, const Id<Request>& id);
Request show(core::Context& context, const RequestRow& row);

// Who coordinates and the officer decide; the équipe for minors of those whom it alone reads. 403
// rights.not_yours_to_decide.
void check_decides(core::Context& context, const Id<people::Person>& person);

// "open", "answered", "carried_out", "cancelled".
const char* state_of(const RequestRow& row);

// Whether a value stands in the person's own file: not ids, not what is of the technique, not the
// names of those who work here.
bool is_told(const core::HeldField& field);

// ---- periods of retention

struct Rule {
    std::string code;
    std::string table;
    std::string column;
    std::string otherwise;
    bool alone = false; // holds only where no other rule does
    int months = 0;
    int months_of_network = 0;
    std::string source_it;
    std::string source_en;
    bool confirmed = false;
};

// The network's, with the months that the city has set.
std::vector<Rule> rules_of(core::Context& context);

} // namespace rights
