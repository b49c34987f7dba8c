// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "directory/directory.h"
#include "store/store.h"

namespace directory {

struct ServiceRow : ServiceDetails {
    static constexpr const char* title = "ServiceRow";
    static constexpr const char* table = "directory_service";

    Id<Service> id;
    Date added_on;
    Date assured_on;
    std::string assured_by_name;
    std::optional<Date> fresh_until; // counted by indicators; see Service::stale
    std::optional<std::string> doubt;
    std::optional<Date> doubted_on;
    Id<core::Account> changed_by;
    std::string changed_by_name;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    // All but the hours, which have a table of their own.
    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ServiceRow::id), field("name", &ServiceRow::name),
            field("organisation", &ServiceRow::organisation), field("kind", &ServiceRow::kind),
            field("status", &ServiceRow::status), field("areas", &ServiceRow::areas),
            field("description", &ServiceRow::description),
            field("district", &ServiceRow::district), field("address", &ServiceRow::address),
            field("directions", &ServiceRow::directions), field("phone", &ServiceRow::phone),
            field("email", &ServiceRow::email), field("website", &ServiceRow::website),
            field("access", &ServiceRow::access), field("languages", &ServiceRow::languages),
            field("interpreters", &ServiceRow::interpreters),
            field("documents", &ServiceRow::documents),
            field("eligibility", &ServiceRow::eligibility), field("min_age", &ServiceRow::min_age),
            field("max_age", &ServiceRow::max_age),
            field("reserved_for", &ServiceRow::reserved_for), field("cost", &ServiceRow::cost),
            field("places", &ServiceRow::places), field("added_on", &ServiceRow::added_on),
            field("assured_on", &ServiceRow::assured_on),
            field("assured_by_name", &ServiceRow::assured_by_name),
            field("fresh_until", &ServiceRow::fresh_until), field("doubt", &ServiceRow::doubt),
            field("doubted_on", &ServiceRow::doubted_on),
            field("changed_by", &ServiceRow::changed_by),
            field("changed_by_name", &ServiceRow::changed_by_name),
            field("changed_at", &ServiceRow::changed_at), field("version", &ServiceRow::version),
            field("cancelled_at", &ServiceRow::cancelled_at));
    }
};

std::optional<ServiceRow> find_row(store::Transaction& transaction, const Id<Service>& id);
// Those that stand, by name.
std::vector<ServiceRow> standing_rows(store::Transaction& transaction);
void insert_service(store::Transaction& transaction, const ServiceRow& row);
// The hours too.
void update_service(store::Transaction& transaction, const ServiceRow& row);

} // namespace directory
