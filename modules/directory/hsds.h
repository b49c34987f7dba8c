// SPDX-License-Identifier: EUPL-1.2
// Services as other directories write them: Open Referral's Human Services Data Specification 3
// (HSDS), a page of services with what belongs to each nested within. What HSDS has no field for
// (kind, need, who alone is received) travels as attributes with a term of our own taxonomies.
//
// Reading is lenient about what is more than we know, and strict about what we take: a service that
// cannot be taken is named with the reason, the others are taken.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "core/catalogue.h"
#include "directory/directory.h"

namespace directory {

// The JSON of one page that holds all of them.
std::string write_hsds(const core::Catalogue& catalogue, const std::string& city,
                       const std::vector<Service>& services);

struct HsdsService {
    Id<Service> id;
    ServiceDetails details;
    std::optional<Date> assured_on;
};

// The services of a page, of a list, or a single one; nullopt where it is none of these.
std::optional<std::vector<JsonView>> services_in(JsonView root);

// Throws Problem(422, "core.input_invalid") that names the fields of HSDS that cannot be taken.
HsdsService read_hsds(const core::Catalogue& catalogue, const std::string& city, JsonView service);

} // namespace directory
