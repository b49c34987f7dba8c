// SPDX-License-Identifier: EUPL-1.2
// What the house does by itself from time to time, asked by nobody: a warning when a report is
// late. House::do_chores runs each chore in a unit of work of its own, in each store that its
// module lives on. It works as the actor "system", who has no role and may ask nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/id.h"

namespace core {

class Context;

struct Chore {
    std::string name; // "reports.warn_coordinators": its journal line
    // Answers the things it has done something about; the journal gets a line for each.
    std::function<std::vector<Uuid>(Context&)> work;
    // Of a chore that takes long: looks first, on a reading connection while others write, and
    // answers the work that is then to be done in place of `work`; nothing when there is none.
    std::function<std::function<std::vector<Uuid>(Context&)>(Context&)> look = {};
};

} // namespace core
