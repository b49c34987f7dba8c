// SPDX-License-Identifier: EUPL-1.2
#include "directory/rows.h"

#include "store/rows.h"

namespace directory {

namespace {

struct OpeningRow : Opening {
    static constexpr const char* title = "OpeningRow";
    static constexpr const char* table = "directory_opening";

    Id<OpeningRow> id;
    Id<Service> service;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &OpeningRow::id), field("service", &OpeningRow::service)),
            Opening::fields());
    }
};

const store::Sql service_by_id("select " + store::columns<ServiceRow>() +
                               " from directory_service where id = $1");

const store::Sql standing_services("select " + store::columns<ServiceRow>() +
                                   " from directory_service where cancelled_at is null"
                                   " order by name, id");

const store::Sql openings_of("select " + store::columns<OpeningRow>() +
                             " from directory_opening where service = $1"
                             " order by weekday, opens, closes, id");

const store::Sql all_openings("select " + store::columns<OpeningRow>() +
                              " from directory_opening order by weekday, opens, closes, id");

const store::Sql delete_openings("delete from directory_opening where service = $1");

void insert_hours(store::Transaction& transaction, const ServiceRow& service)
{
    for (std::size_t i = 0; i < service.hours.size(); ++i) {
        OpeningRow row;
        static_cast<Opening&>(row) = service.hours[i];
        row.id =
            Id<OpeningRow>(named_uuid(to_string(service.id) + "/" +
                                      std::to_string(service.version) + "/" + std::to_string(i)));
        row.service = service.id;
        store::insert_row(transaction, row);
    }
}

} // namespace

std::optional<ServiceRow> find_row(store::Transaction& transaction, const Id<Service>& id)
{
    auto row = store::find_row<ServiceRow>(transaction, service_by_id, id);
    if (row)
        for (auto& opening : store::read_rows<OpeningRow>(transaction, openings_of, id))
            row->hours.push_back(std::move(opening));
    return row;
}

std::vector<ServiceRow> standing_rows(store::Transaction& transaction)
{
    auto rows = store::read_rows<ServiceRow>(transaction, standing_services);
    std::map<Id<Service>, std::vector<Opening>> hours;
    for (auto& opening : store::read_rows<OpeningRow>(transaction, all_openings))
        hours[opening.service].push_back(std::move(opening));
    for (auto& row : rows)
        if (const auto found = hours.find(row.id); found != hours.end())
            row.hours = std::move(found->second);
    return rows;
}

void insert_service(store::Transaction& transaction, const ServiceRow& row)
{
    store::insert_row(transaction, row);
    insert_hours(transaction, row);
}

void update_service(store::Transaction& transaction, const ServiceRow& row)
{
    store::update_row(transaction, row);
    transaction.execute(delete_openings, row.id);
    insert_hours(transaction, row);
}

} // namespace directory
