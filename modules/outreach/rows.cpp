// SPDX-License-Identifier: EUPL-1.2
#include "outreach/rows.h"

#include <map>

#include "store/rows.h"

namespace outreach {

namespace {

constexpr Date first_day{-719162}; // 0001-01-01
constexpr Date last_day{2932896};  // 9999-12-31

// Who sees a row, in SQL. The three values stand at these places: reach, account, teams.
std::string seen_by(const std::string& author, const char* reach, const char* account,
                    const char* teams)
{
    return std::string("(") + reach + " = 'city' or " + author + " = " + account + " or replace(" +
           teams + ", ',' || team || ',', '') <> " + teams + ")";
}

// A contact with somebody who is guarded is as guarded as they are.
std::string contact_seen_by(const char* reach, const char* account, const char* teams,
                            const char* guarded)
{
    return people::seen_by("person", guarded, seen_by("recorded_by", reach, account, teams));
}

// ---- outings

// Contacts come in handfuls from one outing: a batch reads it once.
struct KnownOutings {
    std::map<std::string, OutingRow> by_viewer;
};

const store::Sql outing_by_id("select " + store::columns<OutingRow>() +
                              " from outreach_outing where id = $1 and " +
                              seen_by("opened_by", "$2", "$3", "$4"));

const store::Sql outings_page("select " + store::columns<OutingRow>() +
                              " from outreach_outing"
                              " where day >= $1 and day <= $2 and ($3 = '' or team = $3)"
                              " and (day, id) < ($4, $5) and " +
                              seen_by("opened_by", "$6", "$7", "$8") +
                              " order by day desc, id desc limit $9");

const store::Sql members("select " + store::columns<MemberRow>() +
                         " from outreach_member where outing = $1 order by name, id");

const store::Sql contacts_count("select count(*) from outreach_contact"
                                " where outing = $1 and cancelled_at is null and " +
                                people::seen_by("person", "$2", "1 = 1"));

const store::Sql seen_count("select cast(sum(people_seen) as bigint) from outreach_tally"
                            " where outing = $1 and cancelled_at is null");

// ---- contacts

const store::Sql outdoors("select district, day, at from outreach_contact"
                          " where outing is not null and cancelled_at is null and day >= $1"
                          " and outcome <> 'NOT_FOUND'");

const store::Sql contact_by_id("select " + store::columns<ContactRow>() +
                               " from outreach_contact where id = $1 and " +
                               contact_seen_by("$2", "$3", "$4", "$5"));

// $1 to $9 are the same in every list: days, place, scope, limit, the guarded.
std::string contact_list(const std::string& which)
{
    return "select " + store::columns<ContactRow>() + " from outreach_contact where " + which +
           " and day >= $1 and day <= $2 and (at, id) < ($3, $4) and " +
           contact_seen_by("$5", "$6", "$7", "$9") + " order by at desc, id desc limit $8";
}

const store::Sql all_contacts(contact_list("cancelled_at is null"));
const store::Sql unidentified_contacts(contact_list("cancelled_at is null and person is null"));
const store::Sql outing_contacts(contact_list("outing = $10"));
const store::Sql unidentified_outing_contacts(
    contact_list("outing = $10 and cancelled_at is null and person is null"));
const store::Sql person_contacts(contact_list("person = $10 and cancelled_at is null"));

const store::Sql delete_interventions("delete from outreach_intervention where contact = $1");
const store::Sql
    insert_intervention("insert into outreach_intervention (contact, code) values ($1, $2)");

// Each of the three is one look into the index. Which outcomes count: was_met and was_engaged.
std::string day_of_person(const std::string& which, const char* order)
{
    return "(select day from outreach_contact where person = $1 and cancelled_at is null and " +
           which + " order by day " + order + " limit 1)";
}

const store::Sql days_of_person("select " + day_of_person("outcome <> 'NOT_FOUND'", "asc") + ", " +
                                day_of_person("outcome <> 'NOT_FOUND'", "desc") + ", " +
                                day_of_person("outcome in ('ENGAGED', 'CASE_OPENED')", "asc"));

const store::Sql meetings_of_person("select distinct district, coalesce(team, '')"
                                    " from outreach_contact where person = $1"
                                    " and cancelled_at is null and outcome <> 'NOT_FOUND'");

const store::Sql meetings_of_all("select distinct person, district, coalesce(team, '')"
                                 " from outreach_contact where person is not null"
                                 " and cancelled_at is null and outcome <> 'NOT_FOUND'");

// ---- identifications and engagement

const store::Sql identification_by_id("select " + store::columns<IdentificationRow>() +
                                      " from outreach_identification where id = $1");

const store::Sql insert_identified_row("insert into outreach_identified (identification, contact)"
                                       " values ($1, $2)");

const store::Sql identified("select contact from outreach_identified where identification = $1"
                            " order by contact");

const store::Sql unname("update outreach_contact"
                        " set person = null, identification = null, identified_at = null"
                        " where identification = $1");

const store::Sql other_contacts("select count(*) from outreach_contact"
                                " where person = $1"
                                " and (identification is null or identification <> $2)");

const store::Sql standing_mark("select " + store::columns<EngagementRow>() +
                               " from outreach_engagement where person = $1"
                               " and undone_at is null");

// ---- tallies

const store::Sql tally_by_id("select " + store::columns<TallyRow>() +
                             " from outreach_tally where id = $1 and " +
                             seen_by("recorded_by", "$2", "$3", "$4"));

std::string tally_list(const std::string& which)
{
    return "select " + store::columns<TallyRow>() + " from outreach_tally where " + which +
           " and day >= $1 and day <= $2 and (at, id) < ($3, $4) and " +
           seen_by("recorded_by", "$5", "$6", "$7") + " order by at desc, id desc limit $8";
}

const store::Sql all_tallies(tally_list("cancelled_at is null"));
const store::Sql outing_tallies(tally_list("outing = $9 and cancelled_at is null"));

// ---- the kit

const store::Sql met("select person, max(at) from outreach_contact"
                     " where person is not null and cancelled_at is null"
                     " and outcome <> 'NOT_FOUND' and at >= $1"
                     " and replace($2, ',' || team || ',', '') <> $2"
                     " group by person order by max(at) desc, person limit $3");

const store::Sql sought("select person from outreach_sought where outing = $1 order by person");

const store::Sql
    insert_sought_row("insert into outreach_sought (outing, person, added_by, added_at)"
                      " values ($1, $2, $3, $4) on conflict do nothing");

const store::Sql delete_sought_row("delete from outreach_sought where outing = $1 and person = $2");

std::vector<Id<people::Person>> read_persons(store::Rows& rows)
{
    std::vector<Id<people::Person>> persons;
    while (rows.next())
        persons.push_back(parse_id<people::Person>(rows.text(0)).value());
    return persons;
}

template <class Row, class... Values>
std::vector<Row> read_page(store::Transaction& transaction, const store::Sql& sql,
                           const core::Scope& scope, const Page& page, const Values&... values)
{
    return store::read_rows<Row>(transaction, sql, page.day_from.value_or(first_day),
                                 page.day_to.value_or(last_day), page.before_at, page.before_id,
                                 reach_of(scope), scope.account, teams_of(scope), page.limit,
                                 values...);
}

std::optional<Date> day_at(const store::Rows& rows, int column)
{
    return rows.is_null(column) ? std::nullopt : parse_date(rows.text(column));
}

} // namespace

bool was_met(const std::string& outcome) { return outcome != "NOT_FOUND"; }

bool was_engaged(const std::string& outcome)
{
    return outcome == "ENGAGED" || outcome == "CASE_OPENED";
}

std::vector<MetAt> met_outdoors(store::Transaction& transaction, Date from)
{
    std::vector<MetAt> met;
    const auto rows = transaction.query(outdoors, to_string(from));
    while (rows->next())
        met.push_back({std::string(rows->text(0)), parse_date(rows->text(1)).value(),
                       local_hour(Instant{rows->integer(2)})});
    return met;
}

std::optional<OutingRow> find_outing(core::Scope scope, store::Transaction& transaction,
                                     const Id<Outing>& id)
{
    return store::find_row<OutingRow>(transaction, outing_by_id, id, reach_of(scope), scope.account,
                                      teams_of(scope));
}

std::optional<OutingRow> recall_outing(core::Scope scope, store::Transaction& transaction,
                                       const Id<Outing>& id)
{
    auto& known = transaction.remembered().get<KnownOutings>().by_viewer;
    const auto viewer = to_string(id) + ' ' + reach_of(scope) + ' ' + to_string(scope.account) +
                        ' ' + teams_of(scope);
    if (const auto found = known.find(viewer); found != known.end())
        return found->second;
    auto row = find_outing(std::move(scope), transaction, id);
    if (row)
        known.emplace(viewer, *row);
    return row;
}

void update_outing(store::Transaction& transaction, const OutingRow& row)
{
    store::update_row(transaction, row);
    transaction.remembered().put(KnownOutings{});
}

std::vector<OutingRow> outings(core::Scope scope, store::Transaction& transaction,
                               std::optional<Date> day, const std::optional<std::string>& team,
                               const std::optional<OutingRow>& after, int limit)
{
    const auto before_day = after ? to_string(after->day) : to_string(last_day);
    const auto before_id = after ? to_string(after->id) : std::string();
    return store::read_rows<OutingRow>(transaction, outings_page, day.value_or(first_day),
                                       day.value_or(last_day), team.value_or(""), before_day,
                                       before_id, reach_of(scope), scope.account, teams_of(scope),
                                       limit);
}

std::vector<MemberRow> members_of(store::Transaction& transaction, const Id<Outing>& outing)
{
    return store::read_rows<MemberRow>(transaction, members, outing);
}

int count_contacts(const core::Scope& scope, store::Transaction& transaction,
                   const Id<Outing>& outing)
{
    return static_cast<int>(transaction.number(contacts_count, outing, guarded_of(scope)));
}

int count_seen(store::Transaction& transaction, const Id<Outing>& outing)
{
    return static_cast<int>(transaction.number(seen_count, outing));
}

std::optional<ContactRow> find_contact(core::Scope scope, store::Transaction& transaction,
                                       const Id<Contact>& id)
{
    return store::find_row<ContactRow>(transaction, contact_by_id, id, reach_of(scope),
                                       scope.account, teams_of(scope), guarded_of(scope));
}

std::vector<ContactRow> contacts_of_outing(core::Scope scope, store::Transaction& transaction,
                                           const Id<Outing>& outing, const Page& page,
                                           bool unidentified)
{
    const auto& sql = unidentified ? unidentified_outing_contacts : outing_contacts;
    return read_page<ContactRow>(transaction, sql, scope, page, guarded_of(scope), outing);
}

std::vector<ContactRow> contacts_of_person(core::Scope scope, store::Transaction& transaction,
                                           const Id<people::Person>& person, const Page& page)
{
    return read_page<ContactRow>(transaction, person_contacts, scope, page, guarded_of(scope),
                                 person);
}

std::vector<ContactRow> contacts(core::Scope scope, store::Transaction& transaction,
                                 const Page& page, bool unidentified)
{
    return read_page<ContactRow>(transaction, unidentified ? unidentified_contacts : all_contacts,
                                 scope, page, guarded_of(scope));
}

void insert_interventions(store::Transaction& transaction, const ContactRow& contact)
{
    for (const auto& code : contact.interventions)
        transaction.execute(insert_intervention, contact.id, code);
}

void replace_interventions(store::Transaction& transaction, const ContactRow& contact)
{
    transaction.execute(delete_interventions, contact.id);
    insert_interventions(transaction, contact);
}

ContactDays contact_days(store::Transaction& transaction, const Id<people::Person>& person)
{
    const auto rows = transaction.query(days_of_person, person);
    ENSURE(rows->next());
    return {day_at(*rows, 0), day_at(*rows, 1), day_at(*rows, 2)};
}

std::vector<people::Meeting> meetings_of(store::Transaction& transaction,
                                         const Id<people::Person>& person)
{
    const auto rows = transaction.query(meetings_of_person, person);
    std::vector<people::Meeting> meetings;
    while (rows->next())
        meetings.push_back({std::string(rows->text(0)), std::string(rows->text(1))});
    return meetings;
}

void each_meeting(store::Transaction& transaction,
                  const std::function<void(const Id<people::Person>&, people::Meeting)>& see)
{
    const auto rows = transaction.query(meetings_of_all);
    while (rows->next())
        see(parse_id<people::Person>(rows->text(0)).value(),
            {std::string(rows->text(1)), std::string(rows->text(2))});
}

std::optional<IdentificationRow> find_identification(store::Transaction& transaction,
                                                     const Id<Identification>& id)
{
    return store::find_row<IdentificationRow>(transaction, identification_by_id, id);
}

void insert_identified(store::Transaction& transaction, const Id<Identification>& identification,
                       const Id<Contact>& contact)
{
    transaction.execute(insert_identified_row, identification, contact);
}

std::vector<Id<Contact>> identified_contacts(store::Transaction& transaction,
                                             const Id<Identification>& identification)
{
    const auto rows = transaction.query(identified, identification);
    std::vector<Id<Contact>> contacts;
    while (rows->next())
        contacts.push_back(parse_id<Contact>(rows->text(0)).value());
    return contacts;
}

void unname_contacts(store::Transaction& transaction, const Id<Identification>& identification)
{
    transaction.execute(unname, identification);
}

int count_other_contacts(store::Transaction& transaction, const Id<people::Person>& person,
                         const Id<Identification>& identification)
{
    return static_cast<int>(transaction.number(other_contacts, person, identification));
}

std::optional<EngagementRow> find_mark(store::Transaction& transaction,
                                       const Id<people::Person>& person)
{
    return store::find_row<EngagementRow>(transaction, standing_mark, person);
}

std::optional<TallyRow> find_tally(core::Scope scope, store::Transaction& transaction,
                                   const Id<Tally>& id)
{
    return store::find_row<TallyRow>(transaction, tally_by_id, id, reach_of(scope), scope.account,
                                     teams_of(scope));
}

std::vector<TallyRow> tallies(core::Scope scope, store::Transaction& transaction,
                              const std::optional<Id<Outing>>& outing, const Page& page)
{
    return outing ? read_page<TallyRow>(transaction, outing_tallies, scope, page, *outing)
                  : read_page<TallyRow>(transaction, all_tallies, scope, page);
}

std::vector<Id<people::Person>> persons_met(const std::vector<std::string>& teams,
                                            store::Transaction& transaction, Instant since,
                                            int limit)
{
    return read_persons(*transaction.query(met, since, core::one_text(teams), limit));
}

std::vector<Id<people::Person>> sought_persons(store::Transaction& transaction,
                                               const Id<Outing>& outing)
{
    return read_persons(*transaction.query(sought, outing));
}

void insert_sought(store::Transaction& transaction, const Id<Outing>& outing,
                   const Id<people::Person>& person, const Id<core::Account>& by, Instant now)
{
    transaction.execute(insert_sought_row, outing, person, by, now);
}

void delete_sought(store::Transaction& transaction, const Id<Outing>& outing,
                   const Id<people::Person>& person)
{
    transaction.execute(delete_sought_row, outing, person);
}

} // namespace outreach
