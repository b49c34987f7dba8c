// SPDX-License-Identifier: EUPL-1.2
#include "directory/tables.h"

#include <algorithm>

#include "base/problem.h"

namespace directory {

namespace {

constexpr auto text = CellKind::text;
constexpr auto number = CellKind::number;
constexpr auto date = CellKind::date;
constexpr auto clock_time = CellKind::clock;

constexpr Column id{"id", text, {}, true};
constexpr Column name{"name", text, {}, true};
constexpr Column of_service{"service_id", text, "service"};
constexpr Column of_place{"service_at_location_id", text, "service_at_location"};
constexpr Column of_location{"location_id", text, "location"};

std::vector<Table> of_what_is_offered()
{
    return {
        {"organization", "organizations.csv", {id, name, {"description", text, {}, true}}},
        {"service",
         "services.csv",
         {id,
          {"organization_id", text, "organization", true},
          name,
          {"description"},
          {"url"},
          {"email"},
          {"status", text, {}, true},
          {"interpretation_services"},
          {"application_process"},
          {"fees_description"},
          {"eligibility_description"},
          {"minimum_age", number},
          {"maximum_age", number},
          {"assured_date", date},
          {"last_modified"}}},
        {"attribute",
         "attributes.csv",
         {id,
          {"link_id", text, {}, true},
          {"taxonomy_term_id", text, "taxonomy_term", true},
          {"link_type"},
          {"link_entity", text, {}, true}}},
        {"taxonomy_term",
         "taxonomy_terms.csv",
         {id, {"code"}, name, {"description", text, {}, true}, {"taxonomy"}}},
        {"required_document", "required_documents.csv", {id, of_service, {"document"}}},
        {"cost_option",
         "cost_options.csv",
         {id, of_service, {"option"}, {"currency"}, {"amount"}, {"amount_description"}}},
        {"service_capacity",
         "service_capacity.csv",
         {id,
          of_service,
          {"unit_id", text, "unit", true},
          {"available", number},
          {"maximum", number},
          {"updated"}},
         {"service_capacities.csv"}},
        {"unit", "units.csv", {id, name}},
    };
}

std::vector<Table> of_where_and_when()
{
    return {
        {"service_at_location",
         "service_at_location.csv",
         {id, of_service, of_location},
         {"service_at_locations.csv", "services_at_location.csv"}},
        {"location",
         "locations.csv",
         {id, {"location_type", text, {}, true}, {"name"}, {"transportation"}}},
        {"address",
         "addresses.csv",
         {id,
          of_location,
          {"address_1", text, {}, true},
          {"city", text, {}, true},
          {"state_province", text, {}, true},
          {"postal_code"},
          {"country", text, {}, true},
          {"address_type", text, {}, true}},
         {"addresss.csv", "physical_addresses.csv"}},
        {"phone",
         "phones.csv",
         {id, of_location, of_service, of_place, {"number", text, {}, true}}},
        {"schedule",
         "schedules.csv",
         {id,
          of_service,
          of_location,
          of_place,
          {"freq"},
          {"interval", number},
          {"byday"},
          {"opens_at", clock_time},
          {"closes_at", clock_time}}},
        {"language", "languages.csv", {id, of_service, of_location, {"name"}, {"code"}}},
        {"service_area",
         "service_areas.csv",
         {id, of_service, {"name"}, {"extent"}, {"extent_type"}}},
    };
}

std::vector<Table> every_table()
{
    auto all = of_what_is_offered();
    for (auto& table : of_where_and_when())
        all.push_back(std::move(table));
    return all;
}

} // namespace

bool Table::has(std::string_view column) const
{
    return std::any_of(columns.begin(), columns.end(),
                       [&](const Column& one) { return one.name == column; });
}

const std::vector<Table>& tables()
{
    static const auto all = every_table();
    return all;
}

const Table& table_of(std::string_view name)
{
    const auto found = std::find_if(tables().begin(), tables().end(),
                                    [&](const Table& table) { return table.name == name; });
    ENSURE(found != tables().end());
    return *found;
}

const std::vector<Nest>& nests()
{
    constexpr auto one = Nest::Of::one;
    static const std::vector<Nest> all{
        {"service", "organization", "organization", "organization_id", one},
        {"service", "phones", "phone", "service_id"},
        {"service", "schedules", "schedule", "service_id"},
        {"service", "languages", "language", "service_id"},
        {"service", "service_areas", "service_area", "service_id"},
        {"service", "required_documents", "required_document", "service_id"},
        {"service", "cost_options", "cost_option", "service_id"},
        {"service", "capacities", "service_capacity", "service_id"},
        {"service", "attributes", "attribute", "link_id"},
        {"service", "service_at_locations", "service_at_location", "service_id"},
        {"service_at_location", "phones", "phone", "service_at_location_id"},
        {"service_at_location", "schedules", "schedule", "service_at_location_id"},
        {"service_at_location", "location", "location", "location_id", one},
        {"location", "addresses", "address", "location_id"},
        {"location", "phones", "phone", "location_id"},
        {"location", "schedules", "schedule", "location_id"},
        {"location", "languages", "language", "location_id"},
        {"attribute", "taxonomy_term", "taxonomy_term", "taxonomy_term_id", one},
        {"service_capacity", "unit", "unit", "unit_id", one, false},
    };
    return all;
}

} // namespace directory
