// SPDX-License-Identifier: EUPL-1.2
#include "handovers/bundle.h"

namespace handovers {

namespace {

template <class T> std::optional<T> read(const core::Context& context, const std::string& json)
{
    try {
        const auto document = JsonDocument::parse(json);
        Reading reading{context.catalogue().lists_of(context.actor.store), context.now, false, {}};
        return read_input<T>(reading, document.root());
    } catch (const Problem&) {
        return std::nullopt;
    }
}

} // namespace

std::optional<Bundle> read_bundle(const core::Context& context, const std::string& json)
{
    return read<Bundle>(context, json);
}

} // namespace handovers
