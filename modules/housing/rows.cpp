// SPDX-License-Identifier: EUPL-1.2
#include "housing/rows.h"

#include "store/rows.h"

namespace housing {

namespace {

const store::Sql place_by_id("select " + store::columns<PlaceRow>() +
                             " from housing_place where id = $1");
const store::Sql all_places("select " + store::columns<PlaceRow>() +
                            " from housing_place order by name, id");
const store::Sql bed_by_id("select " + store::columns<BedRow>() +
                           " from housing_bed where id = $1");
const store::Sql all_beds("select " + store::columns<BedRow>() +
                          " from housing_bed order by coalesce(flat, ''), room, name, id");

const store::Sql closing_by_id("select " + store::columns<ClosingRow>() +
                               " from housing_closing where id = $1");
const store::Sql later_closings("select " + store::columns<ClosingRow>() +
                                " from housing_closing where cancelled_at is null"
                                " and (until is null or until > $1) order by from_on, id");
const store::Sql shared_closing("select count(*) from housing_closing where bed = $1"
                                " and cancelled_at is null and id <> $4"
                                " and (cast($3 as text) is null or from_on < $3)"
                                " and (until is null or until > $2)");

const store::Sql request_by_id("select " + store::columns<RequestRow>() +
                               " from housing_request where id = $1");
const store::Sql some_requests("select " + store::columns<RequestRow>() +
                               " from housing_request where cancelled_at is null"
                               " and (cast($1 as text) is null or state = $1)"
                               " and (cast($2 as text) is null or person = $2)"
                               " and ($3 = 1 or asked_by = $4)"
                               " and " +
                               people::seen_by("person", "$5", "1 = 1") +
                               " order by asked_on, id limit 500");

const store::Sql stay_by_id("select " + store::columns<StayRow>() +
                            " from housing_stay where id = $1");
const store::Sql all_standing("select " + store::columns<StayRow>() +
                              " from housing_stay where state <> 'ended' and cancelled_at is null"
                              " order by from_on, id");
const store::Sql standing_at("select " + store::columns<StayRow>("s") +
                             " from housing_stay s join housing_bed b on b.id = s.bed"
                             " where b.place = $1 and s.state <> 'ended'"
                             " and s.cancelled_at is null and " +
                             people::seen_by("s.person", "$2", "1 = 1") +
                             " order by s.from_on, s.id");
const store::Sql of_person("select " + store::columns<StayRow>() +
                           " from housing_stay where person = $1 and cancelled_at is null"
                           " order by coalesce(ended_on, '9999-12-31') desc, from_on desc, id");
const store::Sql to_follow("select " + store::columns<StayRow>() +
                           " from housing_stay where state = 'ended' and cancelled_at is null"
                           " and arrived_on is not null and later_on is null"
                           " and reason <> 'DEATH' and ended_on <= $1 and " +
                           people::seen_by("person", "$2", "1 = 1") +
                           " order by ended_on, id limit 500");

const store::Sql running_of_bed("select id from housing_stay where bed = $1 and state = 'running'"
                                " and cancelled_at is null");
const store::Sql running_of_person("select count(*) from housing_stay where person = $1"
                                   " and state = 'running' and cancelled_at is null"
                                   " and id <> $2");
// Who was there on nights of both, or is; the day of leaving is not one of them.
const std::string together = " and arrived_on is not null and cancelled_at is null and id <> $2"
                             " and arrived_on < $4 and coalesce(ended_on, '9999-12-31') > $3";
const store::Sql with_somebody("select count(*) from housing_stay where bed = $1" + together);
const store::Sql in_two_beds("select count(*) from housing_stay where person = $1" + together);
const store::Sql given("select min(night) from housing_night where bed = $1 and night >= $2"
                       " and (cast($3 as text) is null or night < $3) and stay <> $4");
const store::Sql delete_nights("delete from housing_night where stay = $1");
const store::Sql insert_night("insert into housing_night (bed, night, stay) values ($1, $2, $3)");

} // namespace

std::optional<PlaceRow> find_place(store::Transaction& transaction, const Id<Place>& id)
{
    return store::find_row<PlaceRow>(transaction, place_by_id, id);
}

std::vector<PlaceRow> every_place(store::Transaction& transaction)
{
    return store::read_rows<PlaceRow>(transaction, all_places);
}

std::optional<BedRow> find_bed(store::Transaction& transaction, const Id<Bed>& id)
{
    return store::find_row<BedRow>(transaction, bed_by_id, id);
}

std::vector<BedRow> every_bed(store::Transaction& transaction)
{
    return store::read_rows<BedRow>(transaction, all_beds);
}

std::optional<ClosingRow> find_closing(store::Transaction& transaction, const Id<Closing>& id)
{
    return store::find_row<ClosingRow>(transaction, closing_by_id, id);
}

std::vector<ClosingRow> closings_from(store::Transaction& transaction, Date day)
{
    return store::read_rows<ClosingRow>(transaction, later_closings, day);
}

bool has_closing(store::Transaction& transaction, const Id<Bed>& bed, Date from,
                 const std::optional<Date>& until, const Id<Closing>& except)
{
    return transaction.number(shared_closing, bed, from, until, except) > 0;
}

std::optional<RequestRow> find_request(store::Transaction& transaction, const Id<Request>& id)
{
    return store::find_row<RequestRow>(transaction, request_by_id, id);
}

std::vector<RequestRow> requests_of(store::Transaction& transaction, const core::Scope& scope,
                                    bool sees_all, const std::optional<std::string>& state,
                                    const std::optional<Id<people::Person>>& person)
{
    return store::read_rows<RequestRow>(transaction, some_requests, state, person, sees_all ? 1 : 0,
                                        scope.account, guarded_of(scope));
}

std::optional<StayRow> find_stay(store::Transaction& transaction, const Id<Stay>& id)
{
    return store::find_row<StayRow>(transaction, stay_by_id, id);
}

std::vector<StayRow> standing_stays(store::Transaction& transaction)
{
    return store::read_rows<StayRow>(transaction, all_standing);
}

std::vector<StayRow> stays_at(store::Transaction& transaction, const core::Scope& scope,
                              const Id<Place>& place)
{
    return store::read_rows<StayRow>(transaction, standing_at, place, guarded_of(scope));
}

std::vector<StayRow> stays_of(store::Transaction& transaction, const Id<people::Person>& person)
{
    return store::read_rows<StayRow>(transaction, of_person, person);
}

std::vector<StayRow> stays_to_follow(store::Transaction& transaction, const core::Scope& scope,
                                     Date ended_by)
{
    return store::read_rows<StayRow>(transaction, to_follow, ended_by, guarded_of(scope));
}

std::optional<Id<Stay>> running_in(store::Transaction& transaction, const Id<Bed>& bed)
{
    const auto rows = transaction.query(running_of_bed, bed);
    if (!rows->next())
        return std::nullopt;
    return Id<Stay>(parse_uuid(rows->text(0)).value());
}

bool is_running_somewhere(store::Transaction& transaction, const Id<people::Person>& person,
                          const Id<Stay>& except)
{
    return transaction.number(running_of_person, person, except) > 0;
}

namespace {

std::string left_on(const StayRow& row)
{
    return row.ended_on ? to_string(*row.ended_on) : "9999-12-31";
}

} // namespace

bool shared_the_bed(store::Transaction& transaction, const StayRow& row)
{
    return transaction.number(with_somebody, row.bed, row.id, *row.arrived_on, left_on(row)) > 0;
}

bool was_in_two_beds(store::Transaction& transaction, const StayRow& row,
                     const Id<people::Person>& person)
{
    return transaction.number(in_two_beds, person, row.id, *row.arrived_on, left_on(row)) > 0;
}

std::optional<Date> first_given(store::Transaction& transaction, const Id<Bed>& bed, Date from,
                                const std::optional<Date>& until, const Id<Stay>& except)
{
    const auto rows = transaction.query(given, bed, from, until, except);
    if (!rows->next() || rows->is_null(0))
        return std::nullopt;
    return parse_date(rows->text(0));
}

void set_nights(store::Transaction& transaction, const StayRow& row)
{
    transaction.execute(delete_nights, row.id);
    if (row.cancelled_at || row.reason == "NOT_COME")
        return;
    const auto last = row.ended_on.value_or(row.until);
    for (auto night = row.from_on; night < last && night < row.until; night = night.plus_days(1))
        transaction.execute(insert_night, row.bed, night, row.id);
}

} // namespace housing
