// SPDX-License-Identifier: EUPL-1.2
#include "people/rows.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "store/rows.h"

namespace people {

namespace {

const store::Sql person_by_id("select " + store::columns<PersonRow>() +
                              " from people_person where id = $1 and withdrawn_at is null and " +
                              seen_by("id", "$2", "1 = 1"));

const store::Sql persons_by_canonical("select " + store::columns<PersonRow>() +
                                      " from people_person where canonical = $1"
                                      " and withdrawn_at is null"
                                      " order by case when id = canonical then 0 else 1 end,"
                                      " number");

// $2, $3 ... are persons.
std::string cards_of(int persons)
{
    std::string places;
    for (int place = 2; place <= persons + 1; ++place)
        places += (place > 2 ? ", $" : "$") + std::to_string(place);
    return "select " + store::columns<CardRow>() + " from people_person where " +
           seen_by("id", "$1", "1 = 1") +
           " and canonical in (select canonical from people_person where id in (" + places +
           ") and withdrawn_at is null)"
           " and withdrawn_at is null";
}

constexpr std::size_t cards_at_once = 50; // a page of a list
const store::Sql cards_of_one(cards_of(1));
const store::Sql cards_of_many(cards_of(cards_at_once));

const store::Sql newest("select id from people_person where id = canonical"
                        " and withdrawn_at is null and erased_at is null and " +
                        seen_by("id", "$1", "1 = 1") + " order by number desc limit $2");

const store::Sql guarded("select guarded_person from people_guarded order by guarded_person");

const store::Sql guard_of("select count(*) from people_guarded where guarded_person = $1");

const store::Sql since_when("select guarded_at from people_guarded where guarded_person = $1");

const store::Sql insert_guard("insert into people_guarded (guarded_person, guarded_at)"
                              " select id, $2 from people_person where canonical ="
                              " (select canonical from people_person where id = $1)"
                              " on conflict do nothing returning guarded_person");

const store::Sql delete_guards("delete from people_guarded where guarded_person in"
                               " (select id from people_person where canonical ="
                               "  (select canonical from people_person where id = $1))"
                               " returning guarded_person");

const store::Sql last_number("select max(number) from people_person");

const store::Sql erase("update people_person set erased_at = $2 where id = $1");

const store::Sql withdraw("update people_person set withdrawn_at = $2 where id = $1");

const store::Sql identifiers("select " + store::columns<IdentifierRow>() +
                             " from people_identifier where person = $1 and removed_at is null"
                             " order by added_at, id");

const store::Sql remove_identifier("update people_identifier set removed_at = $2 where id = $1");

const store::Sql ending_identifiers("select distinct i.kind, i.expires_on from people_identifier i"
                                    " join people_person p on p.id = i.person"
                                    " where p.canonical ="
                                    " (select canonical from people_person where id = $1)"
                                    " and p.withdrawn_at is null and i.removed_at is null"
                                    " and i.expires_on <= $2"
                                    " order by i.expires_on, i.kind");

const store::Sql page_of_persons("select " + store::columns<PersonRow>() +
                                 " from people_person where id > $1 and withdrawn_at is null"
                                 " and erased_at is null"
                                 " order by id limit 1000");

const store::Sql merge_by_id("select " + store::columns<Merge>() +
                             " from people_merge where id = $1");

const store::Sql merge_of_duplicate("select " + store::columns<Merge>() +
                                    " from people_merge where duplicate = $1"
                                    " and undone_at is null");

const store::Sql merges_into_kept("select " + store::columns<Merge>() +
                                  " from people_merge where kept = $1 and undone_at is null"
                                  " order by merged_at, id");

const store::Sql
    move_below("with recursive below (id) as ("
               " select p.id from people_person p where p.id = $1"
               " union all"
               " select m.duplicate from people_merge m join below b on m.kept = b.id"
               " where m.undone_at is null)"
               " update people_person set canonical = $2 where id in (select id from below)"
               " returning id");

const store::Sql contact_days("update people_person set first_contact_on = $2,"
                              " last_contact_on = $3 where id = $1"
                              " and (first_contact_on is distinct from $2"
                              " or last_contact_on is distinct from $3)");

const store::Sql widen_days("update people_person set first_contact_on ="
                            " case when first_contact_on < $2 then first_contact_on else $2 end,"
                            " last_contact_on ="
                            " case when last_contact_on > $2 then last_contact_on else $2 end"
                            " where id = $1 and (first_contact_on is null"
                            " or first_contact_on > $2 or last_contact_on < $2)");

const store::Sql put_engagement("insert into people_engagement (person, cause, day)"
                                " values ($1, $2, $3)"
                                " on conflict (person, cause) do update set day = excluded.day");

const store::Sql
    put_engagement_if_earlier("insert into people_engagement (person, cause, day)"
                              " values ($1, $2, $3)"
                              " on conflict (person, cause) do update set day = excluded.day"
                              " where excluded.day < people_engagement.day");

const store::Sql engaged_on_if_earlier("update people_person set engaged_on = $2 where id = $1"
                                       " and (engaged_on is null or engaged_on > $2)");

const store::Sql
    delete_engagement("delete from people_engagement where person = $1 and cause = $2");

const store::Sql engaged_on("update people_person set engaged_on ="
                            " (select min(e.day) from people_engagement e where e.person = $1)"
                            " where id = $1");

const store::Sql put_meeting("insert into people_meeting (person, district, team)"
                             " values ($1, $2, $3) on conflict do nothing");

const store::Sql delete_meetings_of("delete from people_meeting where person = $1");

const store::Sql meetings_by_person("select district, team from people_meeting where person = $1"
                                    " order by district, team");

const store::Sql first_meeting("select person from people_meeting limit 1");

const store::Sql all_meetings("select person, district, team from people_meeting"
                              " order by person, district, team");

const store::Sql case_state("update people_person set case_state = $2 where id = $1");

std::vector<Id<Person>> read_ids(store::Rows& rows)
{
    std::vector<Id<Person>> ids;
    while (rows.next())
        ids.push_back(parse_id<Person>(rows.text(0)).value());
    return ids;
}

// How many rows name the person $1. One that was cancelled counts, for it may be restored; one that
// was undone never stands again.
std::string naming(const core::Holding& holding)
{
    std::string named;
    for (const auto& column : holding.persons)
        named += (named.empty() ? "" : " or ") + column + " = $1";
    const bool undone = holding.find_field("undone_at") != nullptr;
    return "select count(*) from " + holding.table + " where (" + named + ")" +
           (undone ? " and undone_at is null" : "");
}

} // namespace

std::string seen_by(const std::string& person, const std::string& guarded,
                    const std::string& otherwise)
{
    return "(case when exists (select 1 from people_guarded where guarded_person = " + person +
           ") then " + guarded + " = 1 else (" + otherwise + ") end)";
}

std::optional<PersonRow> find_row_of(store::Transaction& transaction, const core::Scope& scope,
                                     const Id<Person>& id)
{
    return store::find_row<PersonRow>(transaction, person_by_id, id, guarded_of(scope));
}

std::vector<PersonRow> rows_with_canonical(store::Transaction& transaction,
                                           const Id<Person>& canonical)
{
    return store::read_rows<PersonRow>(transaction, persons_by_canonical, canonical);
}

std::vector<CardRow> card_rows(store::Transaction& transaction, const core::Scope& scope,
                               const std::vector<Id<Person>>& persons)
{
    std::vector<CardRow> found;
    if (persons.size() == 1)
        found = store::read_rows<CardRow>(transaction, cards_of_one, guarded_of(scope),
                                          persons.front());
    for (std::size_t begin = 0; persons.size() > 1 && begin < persons.size();
         begin += cards_at_once) {
        std::vector<store::Argument> arguments{store::argument(guarded_of(scope))};
        for (std::size_t place = 0; place < cards_at_once; ++place) // the last one fills up
            arguments.push_back(
                store::argument(persons[std::min(begin + place, persons.size() - 1)]));
        auto some = store::read_rows_all<CardRow>(transaction, cards_of_many, arguments);
        std::move(some.begin(), some.end(), std::back_inserter(found));
    }
    std::sort(found.begin(), found.end(), [](const CardRow& one, const CardRow& other) {
        const auto key = [](const CardRow& row) {
            return std::tuple(row.canonical, row.id != row.canonical, row.number);
        };
        return key(one) < key(other);
    });
    return found;
}

std::vector<Id<Person>> newest_persons(store::Transaction& transaction, const core::Scope& scope,
                                       int limit)
{
    return read_ids(*transaction.query(newest, guarded_of(scope), limit));
}

std::vector<Id<Person>> guarded_persons(store::Transaction& transaction)
{
    return read_ids(*transaction.query(guarded));
}

bool is_guarded(store::Transaction& transaction, const Id<Person>& id)
{
    return transaction.number(guard_of, id) > 0;
}

std::optional<Instant> guarded_since(store::Transaction& transaction, const Id<Person>& id)
{
    const auto rows = transaction.query(since_when, id);
    return rows->next() ? std::optional(Instant{rows->integer(0)}) : std::nullopt;
}

std::vector<Id<Person>> write_guard(store::Transaction& transaction, const Id<Person>& id,
                                    Instant now)
{
    return read_ids(*transaction.query(insert_guard, id, now));
}

std::vector<Id<Person>> delete_guard(store::Transaction& transaction, const Id<Person>& id)
{
    return read_ids(*transaction.query(delete_guards, id));
}

std::int64_t next_number(store::Transaction& transaction)
{
    return transaction.number(last_number) + 1;
}

void write_details(store::Transaction& transaction, const PersonRow& row)
{
    store::update_row(transaction, row);
}

void mark_erased(store::Transaction& transaction, const Id<Person>& id, Instant now)
{
    transaction.execute(erase, id, now);
    delete_meetings(transaction, id);
}

bool is_named(store::Transaction& transaction, const std::vector<core::Holding>& holdings,
              const Id<Person>& person)
{
    for (const auto& holding : holdings)
        if (!holding.persons.empty() && !holding.table.starts_with("people_") &&
            transaction.number(store::kept_sql(naming(holding)), person) > 0)
            return true;
    return false;
}

void mark_withdrawn(store::Transaction& transaction, const Id<Person>& id, Instant now)
{
    transaction.execute(withdraw, id, now);
}

std::vector<IdentifierRow> identifiers_of(store::Transaction& transaction, const Id<Person>& person)
{
    return store::read_rows<IdentifierRow>(transaction, identifiers, person);
}

void mark_removed(store::Transaction& transaction, const Id<IdentifierRow>& id, Instant now)
{
    transaction.execute(remove_identifier, id, now);
}

std::vector<EndingIdentifier> identifiers_ending(store::Transaction& transaction,
                                                 const Id<Person>& id, Date until)
{
    const auto rows = transaction.query(ending_identifiers, id, until);
    std::vector<EndingIdentifier> found;
    while (rows->next())
        found.push_back({std::string(rows->text(0)), parse_date(rows->text(1)).value()});
    return found;
}

void each_person(store::Transaction& transaction,
                 const std::function<void(const PersonRow&, const std::vector<Identifier>&)>& see)
{
    Id<Person> last;
    while (true) {
        const auto page = store::read_rows<PersonRow>(transaction, page_of_persons, last);
        if (page.empty())
            return;
        for (const auto& row : page) {
            const auto found = identifiers_of(transaction, row.id);
            see(row, {found.begin(), found.end()});
        }
        last = page.back().id;
    }
}

std::optional<Merge> find_merge(store::Transaction& transaction, const Id<Merge>& id)
{
    return store::find_row<Merge>(transaction, merge_by_id, id);
}

std::optional<Merge> find_merge_of(store::Transaction& transaction, const Id<Person>& duplicate)
{
    return store::find_row<Merge>(transaction, merge_of_duplicate, duplicate);
}

std::vector<Merge> merges_into(store::Transaction& transaction, const Id<Person>& kept)
{
    return store::read_rows<Merge>(transaction, merges_into_kept, kept);
}

std::vector<Id<Person>> move_to(store::Transaction& transaction, const Id<Person>& below,
                                const Id<Person>& canonical)
{
    return read_ids(*transaction.query(move_below, below, canonical));
}

void write_contact_days(store::Transaction& transaction, const Id<Person>& id,
                        std::optional<Date> first, std::optional<Date> last)
{
    transaction.execute(contact_days, id, first, last);
}

void widen_contact_days(store::Transaction& transaction, const Id<Person>& id, Date day)
{
    transaction.execute(widen_days, id, day);
}

void write_earlier_engagement(store::Transaction& transaction, const Id<Person>& id,
                              std::string_view cause, Date day)
{
    transaction.execute(put_engagement_if_earlier, id, cause, day);
    transaction.execute(engaged_on_if_earlier, id, day);
}

void write_engagement(store::Transaction& transaction, const Id<Person>& id, std::string_view cause,
                      std::optional<Date> day)
{
    if (day)
        transaction.execute(put_engagement, id, cause, *day);
    else
        transaction.execute(delete_engagement, id, cause);
    transaction.execute(engaged_on, id);
}

void insert_meeting(store::Transaction& transaction, const Id<Person>& id, const Meeting& meeting)
{
    transaction.execute(put_meeting, id, meeting.district, meeting.team);
}

void delete_meetings(store::Transaction& transaction, const Id<Person>& id)
{
    transaction.execute(delete_meetings_of, id);
}

std::vector<Meeting> meetings_of(store::Transaction& transaction, const Id<Person>& id)
{
    const auto rows = transaction.query(meetings_by_person, id);
    std::vector<Meeting> found;
    while (rows->next())
        found.push_back({std::string(rows->text(0)), std::string(rows->text(1))});
    return found;
}

bool any_meeting(store::Transaction& transaction)
{
    return transaction.query(first_meeting)->next();
}

void each_meeting(store::Transaction& transaction,
                  const std::function<void(const Id<Person>&, Meeting)>& see)
{
    const auto rows = transaction.query(all_meetings);
    while (rows->next())
        see(parse_id<Person>(rows->text(0)).value(),
            {std::string(rows->text(1)), std::string(rows->text(2))});
}

void write_case_state(store::Transaction& transaction, const Id<Person>& id,
                      const std::optional<std::string>& state)
{
    transaction.execute(case_state, id, state);
}

} // namespace people
