// SPDX-License-Identifier: EUPL-1.2
// What was answered is kept for half a year, sealed, so that a phone which never saw the answer
// gets it again (docs/decisions/0005). Who is erased is erased there too.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "store/store.h"

namespace core {

// Forgets the answers given about these things, and those in which one of the persons is named.
// That the acts were done stays.
void forget_answers_about(store::Transaction& transaction, const std::set<std::string>& things,
                          const std::vector<std::string>& persons);

} // namespace core
