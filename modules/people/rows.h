// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module. The whole team of a city sees its persons, except those who are
// guarded; who was taken back is seen by nobody.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "store/store.h"

namespace people {

struct PersonRow : PersonDetails {
    static constexpr const char* title = "PersonRow";
    static constexpr const char* table = "people_person";

    Id<Person> id;
    std::int64_t number = 0;
    Id<Person> canonical;
    std::optional<int> birth_month;
    std::optional<Date> first_contact_on;
    std::optional<Date> last_contact_on;
    std::optional<Date> engaged_on;
    std::optional<std::string> case_state;
    Id<core::Account> made_by;
    Date made_on;
    Instant created_at;
    Instant changed_at;
    std::optional<Instant> withdrawn_at;
    std::optional<Instant> erased_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &PersonRow::id), field("number", &PersonRow::number),
                       field("canonical", &PersonRow::canonical)),
            PersonDetails::fields(),
            std::tuple(field("birth_month", &PersonRow::birth_month),
                       field("first_contact_on", &PersonRow::first_contact_on),
                       field("last_contact_on", &PersonRow::last_contact_on),
                       field("engaged_on", &PersonRow::engaged_on),
                       field("case_state", &PersonRow::case_state),
                       field("made_by", &PersonRow::made_by), field("made_on", &PersonRow::made_on),
                       field("created_at", &PersonRow::created_at),
                       field("changed_at", &PersonRow::changed_at),
                       field("withdrawn_at", &PersonRow::withdrawn_at),
                       field("erased_at", &PersonRow::erased_at)));
    }
};

// As much of a person as a card shows: of long lists nothing else is read, nor unsealed.
struct CardRow {
    static constexpr const char* title = "CardRow";
    static constexpr const char* table = "people_person";

    Id<Person> id;
    std::int64_t number = 0;
    Id<Person> canonical;
    std::optional<std::string> given_name;
    std::optional<std::string> family_name;
    std::optional<std::string> nickname;
    std::vector<std::string> aliases;
    std::optional<std::string> gender;
    std::optional<int> birth_year;
    std::optional<bool> birth_year_estimated;
    std::optional<std::string> citizenship;
    std::optional<Date> last_contact_on;
    std::optional<std::string> case_state;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CardRow::id), field("number", &CardRow::number),
                          field("canonical", &CardRow::canonical),
                          field("given_name", &CardRow::given_name).sealed(Mark::identity),
                          field("family_name", &CardRow::family_name).sealed(Mark::identity),
                          field("nickname", &CardRow::nickname).sealed(Mark::identity),
                          field("aliases", &CardRow::aliases).sealed(Mark::identity),
                          field("gender", &CardRow::gender),
                          field("birth_year", &CardRow::birth_year),
                          field("birth_year_estimated", &CardRow::birth_year_estimated),
                          field("citizenship", &CardRow::citizenship),
                          field("last_contact_on", &CardRow::last_contact_on),
                          field("case_state", &CardRow::case_state));
    }
};

struct IdentifierRow : Identifier {
    static constexpr const char* title = "IdentifierRow";
    static constexpr const char* table = "people_identifier";

    Id<IdentifierRow> id;
    Id<Person> person;
    Instant added_at;
    std::optional<Instant> removed_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &IdentifierRow::id), field("person", &IdentifierRow::person)),
            Identifier::fields(),
            std::tuple(field("added_at", &IdentifierRow::added_at),
                       field("removed_at", &IdentifierRow::removed_at)));
    }
};

// ---- persons

std::optional<PersonRow> find_row_of(store::Transaction& transaction, const core::Scope& scope,
                                     const Id<Person>& id);
// Everybody whose canonical person this is, that person first.
std::vector<PersonRow> rows_with_canonical(store::Transaction& transaction,
                                           const Id<Person>& canonical);
// These persons and everybody who is the same as one of them; who are the same stand together, the
// canonical one first. Of who is not there, nothing.
std::vector<CardRow> card_rows(store::Transaction& transaction, const core::Scope& scope,
                               const std::vector<Id<Person>>& persons);
// The persons last written down, newest first, canonical ones only.
std::vector<Id<Person>> newest_persons(store::Transaction& transaction, const core::Scope& scope,
                                       int limit);
std::int64_t next_number(store::Transaction& transaction);
void write_details(store::Transaction& transaction, const PersonRow& row);
void mark_erased(store::Transaction& transaction, const Id<Person>& id, Instant now);
// Whether the work of another module speaks of the person, also where it was cancelled.
bool is_named(store::Transaction& transaction, const std::vector<core::Holding>& holdings,
              const Id<Person>& person);
void mark_withdrawn(store::Transaction& transaction, const Id<Person>& id, Instant now);

std::vector<IdentifierRow> identifiers_of(store::Transaction& transaction,
                                          const Id<Person>& person);
void mark_removed(store::Transaction& transaction, const Id<IdentifierRow>& id, Instant now);
std::vector<EndingIdentifier> identifiers_ending(store::Transaction& transaction,
                                                 const Id<Person>& id, Date until);

// Every person that was neither taken back nor erased, with the identifiers, a thousand at a time:
// for the index.
void each_person(store::Transaction& transaction,
                 const std::function<void(const PersonRow&, const std::vector<Identifier>&)>& see);

// ---- guarded persons

std::vector<Id<Person>> guarded_persons(store::Transaction& transaction);
bool is_guarded(store::Transaction& transaction, const Id<Person>& id);
std::optional<Instant> guarded_since(store::Transaction& transaction, const Id<Person>& id);
// This person and everybody who is the same; answer who they are.
std::vector<Id<Person>> write_guard(store::Transaction& transaction, const Id<Person>& id,
                                    Instant now);
std::vector<Id<Person>> delete_guard(store::Transaction& transaction, const Id<Person>& id);

// ---- merges

std::optional<Merge> find_merge(store::Transaction& transaction, const Id<Merge>& id);
// The standing merge of this duplicate.
std::optional<Merge> find_merge_of(store::Transaction& transaction, const Id<Person>& duplicate);
// The standing merges into this person, oldest first.
std::vector<Merge> merges_into(store::Transaction& transaction, const Id<Person>& kept);
// Gives this person and everybody merged into it, directly or by others, the canonical person;
// answers who they are.
std::vector<Id<Person>> move_to(store::Transaction& transaction, const Id<Person>& below,
                                const Id<Person>& canonical);

// ---- what other modules say

void write_contact_days(store::Transaction& transaction, const Id<Person>& id,
                        std::optional<Date> first, std::optional<Date> last);
// The same where there is only one contact more.
void widen_contact_days(store::Transaction& transaction, const Id<Person>& id, Date day);
void write_earlier_engagement(store::Transaction& transaction, const Id<Person>& id,
                              std::string_view cause, Date day);
void write_engagement(store::Transaction& transaction, const Id<Person>& id, std::string_view cause,
                      std::optional<Date> day);
void insert_meeting(store::Transaction& transaction, const Id<Person>& id, const Meeting& meeting);
void delete_meetings(store::Transaction& transaction, const Id<Person>& id);
std::vector<Meeting> meetings_of(store::Transaction& transaction, const Id<Person>& id);
bool any_meeting(store::Transaction& transaction);
void each_meeting(store::Transaction& transaction,
                  const std::function<void(const Id<Person>&, Meeting)>& see);
void write_case_state(store::Transaction& transaction, const Id<Person>& id,
                      const std::optional<std::string>& state);

} // namespace people
