// SPDX-License-Identifier: EUPL-1.2
#include "desk/rows.h"

#include <map>

#include "store/rows.h"

namespace desk {

namespace {

struct OpeningRow : directory::Opening {
    static constexpr const char* title = "DeskOpeningRow";
    static constexpr const char* table = "desk_opening";

    Id<OpeningRow> id;
    Id<Site> site;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &OpeningRow::id), field("site", &OpeningRow::site)),
            directory::Opening::fields());
    }
};

const store::Sql site_by_id("select " + store::columns<SiteRow>() +
                            " from desk_site where id = $1");

const store::Sql all_sites("select " + store::columns<SiteRow>() +
                           " from desk_site order by name, id");

const store::Sql openings_of("select " + store::columns<OpeningRow>() +
                             " from desk_opening where site = $1"
                             " order by weekday, opens, closes, id");

const store::Sql all_openings("select " + store::columns<OpeningRow>() +
                              " from desk_opening order by weekday, opens, closes, id");

const store::Sql delete_openings("delete from desk_opening where site = $1");

const store::Sql visit_by_id("select " + store::columns<VisitRow>() +
                             " from desk_visit where id = $1");

const store::Sql visits_of_day("select " + store::columns<VisitRow>() +
                               " from desk_visit where site = $1 and day = $2"
                               " and cancelled_at is null and " +
                               people::seen_by("person", "$3", "1 = 1"));

const store::Sql last_number("select max(number) from desk_visit where site = $1 and day = $2");

const store::Sql presence_by_id("select " + store::columns<PresenceRow>() +
                                " from desk_presence where id = $1");

const store::Sql present("select " + store::columns<PresenceRow>() +
                         " from desk_presence where site = $1 and day = $2 and left_at is null"
                         " order by came_at, id");

const store::Sql places("select " + store::columns<PresenceRow>() +
                        " from desk_presence where account = $1 and day = $2 and left_at is null"
                        " order by came_at, id");

const store::Sql turn_of_visits("select cast(sum(version) as bigint) from desk_visit"
                                " where site = $1 and day = $2");

const store::Sql turn_of_presence("select cast(sum(version) as bigint) from desk_presence"
                                  " where site = $1 and day = $2");

const store::Sql called("select number, room, called_at from desk_visit"
                        " where site = $1 and day = $2 and state = 'called'"
                        " and cancelled_at is null order by called_at desc, number desc limit $3");

const store::Sql waiting("select count(*) from desk_visit where site = $1 and day = $2"
                         " and state = 'waiting' and cancelled_at is null");

void insert_hours(store::Transaction& transaction, const SiteRow& site)
{
    for (std::size_t i = 0; i < site.hours.size(); ++i) {
        OpeningRow row;
        static_cast<directory::Opening&>(row) = site.hours[i];
        row.id = Id<OpeningRow>(named_uuid(to_string(site.id) + "/" + std::to_string(site.version) +
                                           "/" + std::to_string(i)));
        row.site = site.id;
        store::insert_row(transaction, row);
    }
}

} // namespace

std::optional<SiteRow> find_site(store::Transaction& transaction, const Id<Site>& id)
{
    auto row = store::find_row<SiteRow>(transaction, site_by_id, id);
    if (row)
        for (auto& opening : store::read_rows<OpeningRow>(transaction, openings_of, id))
            row->hours.push_back(std::move(opening));
    return row;
}

std::vector<SiteRow> every_site(store::Transaction& transaction)
{
    auto rows = store::read_rows<SiteRow>(transaction, all_sites);
    std::map<Id<Site>, std::vector<directory::Opening>> hours;
    for (auto& opening : store::read_rows<OpeningRow>(transaction, all_openings))
        hours[opening.site].push_back(std::move(opening));
    for (auto& row : rows)
        if (const auto found = hours.find(row.id); found != hours.end())
            row.hours = std::move(found->second);
    return rows;
}

void insert_site(store::Transaction& transaction, const SiteRow& row)
{
    store::insert_row(transaction, row);
    insert_hours(transaction, row);
}

void update_site(store::Transaction& transaction, const SiteRow& row)
{
    store::update_row(transaction, row);
    transaction.execute(delete_openings, row.id);
    insert_hours(transaction, row);
}

std::optional<VisitRow> find_visit(store::Transaction& transaction, const Id<Visit>& id)
{
    return store::find_row<VisitRow>(transaction, visit_by_id, id);
}

std::vector<VisitRow> visits_of(store::Transaction& transaction, const core::Scope& scope,
                                const Id<Site>& site, Date day)
{
    return store::read_rows<VisitRow>(transaction, visits_of_day, site, day, guarded_of(scope));
}

int next_number(store::Transaction& transaction, const Id<Site>& site, Date day)
{
    return static_cast<int>(transaction.number(last_number, site, day)) + 1;
}

std::optional<PresenceRow> find_presence(store::Transaction& transaction, const Id<PresenceRow>& id)
{
    return store::find_row<PresenceRow>(transaction, presence_by_id, id);
}

std::vector<PresenceRow> present_at(store::Transaction& transaction, const Id<Site>& site, Date day)
{
    return store::read_rows<PresenceRow>(transaction, present, site, day);
}

std::vector<PresenceRow> places_of(store::Transaction& transaction,
                                   const Id<core::Account>& account, Date day)
{
    return store::read_rows<PresenceRow>(transaction, places, account, day);
}

std::int64_t turn_of(store::Transaction& transaction, const Id<Site>& site, Date day)
{
    return transaction.number(turn_of_visits, site, day) +
           transaction.number(turn_of_presence, site, day);
}

std::vector<CalledNumber> called_numbers(store::Transaction& transaction, const Id<Site>& site,
                                         Date day, int limit)
{
    return store::read_rows<CalledNumber>(transaction, called, site, day, limit);
}

int count_waiting(store::Transaction& transaction, const Id<Site>& site, Date day)
{
    return static_cast<int>(transaction.number(waiting, site, day));
}

} // namespace desk
