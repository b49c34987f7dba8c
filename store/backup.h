// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "store/store.h"

namespace store {

// What Store::back_up does, for a store that another program may be serving: it is only read, in
// one snapshot, and what the other writes meanwhile is not in the backup. Throws Unavailable, or
// std::runtime_error with a sentence for the operator, where no store is there.
void back_up(const Settings& settings, const std::string& path);

// Puts what Store::back_up wrote into the store of these settings, which must be new and on the
// same kind of database. Its key file must be there already, because a backup does not hold it.
// Throws Unavailable as Store::open does, or std::runtime_error with a sentence for the operator;
// the store is empty then, unless the sentence is that the key file is not the right one.
void restore(const std::string& path, const Settings& settings);

} // namespace store
