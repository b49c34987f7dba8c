// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module. The scope comes first: who sees a team sees what that team did, and
// everybody sees what they wrote down themselves.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "outreach/outreach.h"
#include "store/store.h"

namespace outreach {

struct OutingRow {
    static constexpr const char* title = "OutingRow";
    static constexpr const char* table = "outreach_outing";

    Id<Outing> id;
    std::string team;
    Date day;
    std::string begins;
    std::string ends;
    std::optional<std::string> vehicle;
    std::vector<std::string> stops;
    std::optional<std::string> note;
    Id<core::Account> opened_by;
    Instant opened_at;
    std::optional<Id<core::Account>> closed_by;
    std::optional<Instant> closed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OutingRow::id), field("team", &OutingRow::team),
            field("day", &OutingRow::day), field("begins", &OutingRow::begins),
            field("ends", &OutingRow::ends), field("vehicle", &OutingRow::vehicle),
            field("stops", &OutingRow::stops), field("note", &OutingRow::note).sealed(Mark::note),
            field("opened_by", &OutingRow::opened_by), field("opened_at", &OutingRow::opened_at),
            field("closed_by", &OutingRow::closed_by), field("closed_at", &OutingRow::closed_at));
    }
};

struct MemberRow : Member {
    static constexpr const char* title = "MemberRow";
    static constexpr const char* table = "outreach_member";

    Id<MemberRow> id;
    Id<Outing> outing;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &MemberRow::id), field("outing", &MemberRow::outing)),
            Member::fields());
    }
};

struct ContactRow : ContactDetails {
    static constexpr const char* title = "ContactRow";
    static constexpr const char* table = "outreach_contact";

    Id<Contact> id;
    std::optional<std::string> team;
    Date day;
    bool night = false;
    bool late = false;
    std::optional<Id<Identification>> identification;
    std::optional<Instant> identified_at;
    Id<core::Account> recorded_by;
    std::string recorded_by_name;
    Instant recorded_at;
    std::optional<Instant> phone_said_at;
    Instant changed_at;
    int version = 1;
    std::optional<Id<core::Account>> cancelled_by;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ContactRow::id)), ContactDetails::fields(),
            std::tuple(field("team", &ContactRow::team), field("day", &ContactRow::day),
                       field("night", &ContactRow::night), field("late", &ContactRow::late),
                       field("identification", &ContactRow::identification),
                       field("identified_at", &ContactRow::identified_at),
                       field("recorded_by", &ContactRow::recorded_by),
                       field("recorded_by_name", &ContactRow::recorded_by_name),
                       field("recorded_at", &ContactRow::recorded_at),
                       field("phone_said_at", &ContactRow::phone_said_at),
                       field("changed_at", &ContactRow::changed_at),
                       field("version", &ContactRow::version),
                       field("cancelled_by", &ContactRow::cancelled_by),
                       field("cancelled_at", &ContactRow::cancelled_at)));
    }
};

struct IdentificationRow {
    static constexpr const char* title = "IdentificationRow";
    static constexpr const char* table = "outreach_identification";

    Id<Identification> id;
    Id<people::Person> person;
    bool made_person = false;
    Id<core::Account> made_by;
    Instant made_at;
    std::optional<Id<core::Account>> undone_by;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &IdentificationRow::id),
                          field("person", &IdentificationRow::person),
                          field("made_person", &IdentificationRow::made_person),
                          field("made_by", &IdentificationRow::made_by),
                          field("made_at", &IdentificationRow::made_at),
                          field("undone_by", &IdentificationRow::undone_by),
                          field("undone_at", &IdentificationRow::undone_at));
    }
};

struct EngagementRow {
    static constexpr const char* title = "EngagementRow";
    static constexpr const char* table = "outreach_engagement";

    Id<EngagementRow> id;
    Id<people::Person> person;
    Date engaged_on;
    Id<core::Account> marked_by;
    Instant marked_at;
    std::optional<Id<core::Account>> undone_by;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &EngagementRow::id), field("person", &EngagementRow::person),
                          field("engaged_on", &EngagementRow::engaged_on),
                          field("marked_by", &EngagementRow::marked_by),
                          field("marked_at", &EngagementRow::marked_at),
                          field("undone_by", &EngagementRow::undone_by),
                          field("undone_at", &EngagementRow::undone_at));
    }
};

struct TallyRow : TallyDetails {
    static constexpr const char* title = "TallyRow";
    static constexpr const char* table = "outreach_tally";

    Id<Tally> id;
    std::optional<std::string> team;
    Date day;
    Id<core::Account> recorded_by;
    std::string recorded_by_name;
    Instant recorded_at;
    std::optional<Instant> phone_said_at;
    std::optional<Id<core::Account>> cancelled_by;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &TallyRow::id)), TallyDetails::fields(),
                              std::tuple(field("team", &TallyRow::team),
                                         field("day", &TallyRow::day),
                                         field("recorded_by", &TallyRow::recorded_by),
                                         field("recorded_by_name", &TallyRow::recorded_by_name),
                                         field("recorded_at", &TallyRow::recorded_at),
                                         field("phone_said_at", &TallyRow::phone_said_at),
                                         field("cancelled_by", &TallyRow::cancelled_by),
                                         field("cancelled_at", &TallyRow::cancelled_at)));
    }
};

// ---- pages

// What a page of a list is of: newest first, after the place where the last page ended.
struct Page {
    std::optional<Date> day_from;
    std::optional<Date> day_to;
    Instant before_at;     // rows at or after this instant …
    std::string before_id; // … and this id were shown already
    int limit = 50;
};

// ---- outings

std::vector<MetAt> met_outdoors(store::Transaction& transaction, Date from);
std::optional<OutingRow> find_outing(core::Scope scope, store::Transaction& transaction,
                                     const Id<Outing>& id);
// The same for what is written from within it: asked of the database once in a batch.
std::optional<OutingRow> recall_outing(core::Scope scope, store::Transaction& transaction,
                                       const Id<Outing>& id);
void update_outing(store::Transaction& transaction, const OutingRow& row);
// Newest day first; `after` is the last one of the page before.
std::vector<OutingRow> outings(core::Scope scope, store::Transaction& transaction,
                               std::optional<Date> day, const std::optional<std::string>& team,
                               const std::optional<OutingRow>& after, int limit);
std::vector<MemberRow> members_of(store::Transaction& transaction, const Id<Outing>& outing);
int count_contacts(const core::Scope& scope, store::Transaction& transaction,
                   const Id<Outing>& outing);
int count_seen(store::Transaction& transaction, const Id<Outing>& outing);

// ---- contacts

std::optional<ContactRow> find_contact(core::Scope scope, store::Transaction& transaction,
                                       const Id<Contact>& id);
// Of an outing: also those that were cancelled, so that they can be restored from there.
std::vector<ContactRow> contacts_of_outing(core::Scope scope, store::Transaction& transaction,
                                           const Id<Outing>& outing, const Page& page,
                                           bool unidentified);
std::vector<ContactRow> contacts_of_person(core::Scope scope, store::Transaction& transaction,
                                           const Id<people::Person>& person, const Page& page);
std::vector<ContactRow> contacts(core::Scope scope, store::Transaction& transaction,
                                 const Page& page, bool unidentified);
// The rows that are counted: of a new contact, and of one that was changed.
void insert_interventions(store::Transaction& transaction, const ContactRow& contact);
void replace_interventions(store::Transaction& transaction, const ContactRow& contact);

// Where nobody was found, nobody was met; and some outcomes say that a relationship has begun.
bool was_met(const std::string& outcome);
bool was_engaged(const std::string& outcome);

struct ContactDays {
    std::optional<Date> first;
    std::optional<Date> last;
    std::optional<Date> engaged; // the first whose outcome says so
};

// Of the contacts at which the person was met.
ContactDays contact_days(store::Transaction& transaction, const Id<people::Person>& person);

// Where and by which teams, each once; of everybody, person after person.
std::vector<people::Meeting> meetings_of(store::Transaction& transaction,
                                         const Id<people::Person>& person);
void each_meeting(store::Transaction& transaction,
                  const std::function<void(const Id<people::Person>&, people::Meeting)>& see);

// ---- identifications and engagement

std::optional<IdentificationRow> find_identification(store::Transaction& transaction,
                                                     const Id<Identification>& id);
void insert_identified(store::Transaction& transaction, const Id<Identification>& identification,
                       const Id<Contact>& contact);
// Of a standing identification or one that was undone.
std::vector<Id<Contact>> identified_contacts(store::Transaction& transaction,
                                             const Id<Identification>& identification);
void unname_contacts(store::Transaction& transaction, const Id<Identification>& identification);
// Contacts with this person that another identification, or nobody's, brought: cancelled ones too,
// since they may come back.
int count_other_contacts(store::Transaction& transaction, const Id<people::Person>& person,
                         const Id<Identification>& identification);

std::optional<EngagementRow> find_mark(store::Transaction& transaction,
                                       const Id<people::Person>& person);

// ---- tallies

std::optional<TallyRow> find_tally(core::Scope scope, store::Transaction& transaction,
                                   const Id<Tally>& id);
std::vector<TallyRow> tallies(core::Scope scope, store::Transaction& transaction,
                              const std::optional<Id<Outing>>& outing, const Page& page);

// ---- the kit

// Whom these teams have met since that instant, the last one first.
std::vector<Id<people::Person>> persons_met(const std::vector<std::string>& teams,
                                            store::Transaction& transaction, Instant since,
                                            int limit);
std::vector<Id<people::Person>> sought_persons(store::Transaction& transaction,
                                               const Id<Outing>& outing);
void insert_sought(store::Transaction& transaction, const Id<Outing>& outing,
                   const Id<people::Person>& person, const Id<core::Account>& by, Instant now);
void delete_sought(store::Transaction& transaction, const Id<Outing>& outing,
                   const Id<people::Person>& person);

} // namespace outreach
