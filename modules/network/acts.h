// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "network/network.h"

namespace network {

CityList list_cities(core::Context& context);
DistrictList list_districts(core::Context& context, const ListDistricts& wish);
VocabularyList list_vocabularies(core::Context& context);
TargetList list_targets(core::Context& context, const ListTargets& wish);
Target set_target(core::Context& context, const Target& wish);

} // namespace network
