// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json.h"
#include "core/house.h"
#include "core/parcel.h"

namespace core {

// What is in a parcel, by the lists of the store that takes it in. Throws Problem, which refuses
// it.
template <class T> T read_parcel(const Context& context, const Parcel& parcel)
{
    const auto document = JsonDocument::parse(parcel.body);
    Reading reading{context.catalogue().lists_of(context.actor.store), context.now, false, {}};
    return read_input<T>(reading, document.root());
}

} // namespace core
