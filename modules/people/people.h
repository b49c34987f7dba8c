// SPDX-License-Identifier: EUPL-1.2
// The person: who somebody is, as far as is known, and who is the same as whom. Everything that
// says who somebody is stands here and nowhere else; other modules hold an Id<Person>.
//
// Two records of one human being are linked, never mixed: a merge says that the duplicate is the
// same as the one kept, and undoing it leaves both as they were. The one at the end of the links is
// canonical: it is what lists show and what is counted.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"

namespace match {
struct Record; // people/match/match.h
}

namespace people {

core::Module module();

struct Person;
struct Merge;
struct Pair; // pairs.h

// ---- what is said of a person

// A document or a code that some office gave. None is ever needed.
struct Identifier {
    static constexpr const char* title = "Identifier";

    std::string kind;
    std::string value;
    std::optional<Date> expires_on;

    static constexpr auto fields()
    {
        return std::tuple(field("kind", &Identifier::kind).one_of("identifier_kind"),
                          field("value", &Identifier::value).up_to(60).sealed(Mark::identity),
                          field("expires_on", &Identifier::expires_on));
    }
};

// What wishes, answers and rows about a person have in common.
struct PersonDetails {
    std::optional<std::string> given_name;
    std::optional<std::string> family_name;
    std::optional<std::string> nickname;
    std::vector<std::string> aliases;
    std::optional<std::string> gender;
    std::optional<Date> birth_date;
    std::optional<int> birth_year;
    std::optional<bool> birth_year_estimated;
    std::optional<std::string> citizenship;
    std::vector<std::string> languages;
    std::optional<std::string> phone;
    std::optional<std::string> notes;

    static constexpr auto fields()
    {
        return std::tuple(
            field("given_name", &PersonDetails::given_name)
                .up_to(100)
                .sealed(Mark::identity)
                .sample(R"("Samba")"),
            field("family_name", &PersonDetails::family_name)
                .up_to(100)
                .sealed(Mark::identity)
                .sample(R"("Diatta")"),
            field("nickname", &PersonDetails::nickname).up_to(100).sealed(Mark::identity),
            field("aliases", &PersonDetails::aliases)
                .up_to(200)
                .at_most(20)
                .sealed(Mark::identity)
                .says("Other names and spellings the person is known by"),
            field("gender", &PersonDetails::gender).one_of("gender").sample(R"("M")"),
            field("birth_date", &PersonDetails::birth_date)
                .not_future()
                .sealed(Mark::identity)
                .says("The year follows from it"),
            field("birth_year", &PersonDetails::birth_year).between(1900, 2100).sample("1998"),
            field("birth_year_estimated", &PersonDetails::birth_year_estimated).sample("true"),
            field("citizenship", &PersonDetails::citizenship).one_of("country").sample(R"("SN")"),
            field("languages", &PersonDetails::languages)
                .one_of("language")
                .at_most(20)
                .sample(R"(["fr","wo"])"),
            field("phone", &PersonDetails::phone).up_to(40).sealed(Mark::identity),
            field("notes", &PersonDetails::notes).up_to(4000).sealed(Mark::note));
    }
};

// ---- answers

// A person as a line of a list.
struct Card {
    static constexpr const char* title = "PersonCard";

    Id<Person> id;
    std::string number;
    std::string name; // names, else the nickname, else an alias, else the number: never empty
    std::optional<std::string> nickname;
    std::string gender;
    std::optional<int> birth_year;
    bool birth_year_estimated = false;
    std::optional<std::string> citizenship;
    std::optional<Date> last_contact_on;
    std::optional<std::string> case_state;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Card::id), field("number", &Card::number),
                          field("name", &Card::name).sealed(Mark::identity),
                          field("nickname", &Card::nickname).sealed(Mark::identity),
                          field("gender", &Card::gender).one_of("gender"),
                          field("birth_year", &Card::birth_year),
                          field("birth_year_estimated", &Card::birth_year_estimated),
                          field("citizenship", &Card::citizenship).one_of("country"),
                          field("last_contact_on", &Card::last_contact_on),
                          field("case_state", &Card::case_state).one_of("case_state"));
    }
};

struct Cards {
    static constexpr const char* title = "PersonCards";
    std::vector<Card> items;
    static constexpr auto fields() { return std::tuple(field("items", &Cards::items)); }
};

// A person that was merged into the one shown, and the merge to undo if that was wrong.
struct MergedPerson {
    static constexpr const char* title = "MergedPerson";

    Id<Merge> merge;
    Id<Person> person;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(field("merge", &MergedPerson::merge),
                          field("person", &MergedPerson::person),
                          field("name", &MergedPerson::name).sealed(Mark::identity));
    }
};

struct Person : PersonDetails {
    static constexpr const char* title = "Person";

    Id<Person> id;
    std::string number; // "RM-000123"
    std::vector<Identifier> identifiers;
    std::optional<Date> first_contact_on;
    std::optional<Date> last_contact_on;
    std::optional<Date> engaged_on;
    std::optional<std::string> case_state;
    std::optional<Id<Person>> same_as; // the one to look at instead
    std::vector<MergedPerson> merged;
    Instant created_at;
    std::optional<Instant> erased_at; // nothing says any more who this was

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Person::id), field("number", &Person::number)),
            PersonDetails::fields(),
            std::tuple(field("identifiers", &Person::identifiers),
                       field("first_contact_on", &Person::first_contact_on),
                       field("last_contact_on", &Person::last_contact_on),
                       field("engaged_on", &Person::engaged_on),
                       field("case_state", &Person::case_state).one_of("case_state"),
                       field("same_as", &Person::same_as), field("merged", &Person::merged),
                       field("created_at", &Person::created_at),
                       field("erased_at", &Person::erased_at)));
    }
};

// What speaks for two records being one person, or against, and how loudly.
struct SimilarityReason {
    static constexpr const char* title = "SimilarityReason";

    std::string code;   // of similarity_reason
    std::string weighs; // code of similarity_weight

    static constexpr auto fields()
    {
        return std::tuple(field("code", &SimilarityReason::code).one_of("similarity_reason"),
                          field("weighs", &SimilarityReason::weighs).one_of("similarity_weight"));
    }
};

struct SimilarPerson {
    static constexpr const char* title = "SimilarPerson";

    Card person;
    std::string strength; // code of similarity_strength
    std::vector<SimilarityReason> reasons;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &SimilarPerson::person),
                          field("strength", &SimilarPerson::strength).one_of("similarity_strength"),
                          field("reasons", &SimilarPerson::reasons));
    }
};

struct SimilarPersons {
    static constexpr const char* title = "SimilarPersons";
    std::vector<SimilarPerson> items;
    static constexpr auto fields() { return std::tuple(field("items", &SimilarPersons::items)); }
};

struct Merge {
    static constexpr const char* title = "Merge";
    static constexpr const char* table = "people_merge";

    Id<Merge> id;
    Id<Person> kept;
    Id<Person> duplicate;
    std::optional<std::string> reason;
    Id<core::Account> merged_by;
    Instant merged_at;
    std::optional<Id<core::Account>> undone_by;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Merge::id), field("kept", &Merge::kept),
            field("duplicate", &Merge::duplicate),
            field("reason", &Merge::reason).up_to(2000).sealed(Mark::note),
            field("merged_by", &Merge::merged_by), field("merged_at", &Merge::merged_at),
            field("undone_by", &Merge::undone_by), field("undone_at", &Merge::undone_at));
    }
};

// ---- wishes

struct NewPerson : PersonDetails {
    static constexpr const char* title = "NewPerson";

    Id<Person> id;
    std::vector<Identifier> identifiers;
    std::vector<Id<Person>> similar_seen;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &NewPerson::id).sample(core::samples::new_person)),
            PersonDetails::fields(),
            std::tuple(field("identifiers", &NewPerson::identifiers).at_most(20),
                       field("similar_seen", &NewPerson::similar_seen)
                           .sample(R"(["01900000-0000-7000-8000-0000000b0002"])")
                           .says("Persons who were shown as similar and judged different")));
    }
};

// ---- for other modules

// A person as recorded, also one that was merged; not one that was taken back.
std::optional<Person> find_person(core::Context& context, const Id<Person>& id);

// The card of the one to look at: after a merge, of the one kept. get_card throws not_found().
std::optional<Card> find_card(core::Context& context, const Id<Person>& id);
// Of a whole page at once; who is not there is not among them.
std::map<Id<Person>, Card> find_cards(core::Context& context, const std::vector<Id<Person>>& ids);
Card get_card(core::Context& context, const Id<Person>& id);

// When somebody was born, as far as is known, for the terms that follow from it: also of a person
// who is guarded, whoever asks (the clocks run by themselves).
struct Birth {
    std::optional<Date> date;
    std::optional<int> year;
};
Birth birth_of(core::Context& context, const Id<Person>& id);

// The documents that end by that day, or have ended, of everybody who is the same person; one that
// stands in two records once. The first to end first, never the number. Whoever asks: who counts
// them for a worker has seen that the worker reads the person.
struct EndingIdentifier {
    std::string kind;
    Date expires_on;
};
std::vector<EndingIdentifier> identifiers_ending(core::Context& context, const Id<Person>& id,
                                                 Date until);

// The one at the end of the merges; throws not_found().
Id<Person> canonical_of(core::Context& context, const Id<Person>& id);
// Everybody who is the same as this person, the person too; empty when there is no such person.
std::vector<Id<Person>> same_persons(core::Context& context, const Id<Person>& id);

// The act people.add_person, for a module in whose work a person comes to be known.
Person add_person(core::Context& context, const NewPerson& wish);
// Takes back a person that was added by mistake: out of every list, and not found any more. The row
// stays. 409 people.person_in_use while a merge, an engagement, a guard or a row that
// any module holds of persons (core/holding.h) speaks of it.
void withdraw_person(core::Context& context, const Id<Person>& id);

// After everything that says who somebody is was taken out of the rows (modules/rights): no search
// finds this person any more, nor anybody who is the same, and nobody writes in the record. There
// is no way back.
void mark_erased(core::Context& context, const Id<Person>& id);
bool is_erased(core::Context& context, const Id<Person>& id);

// ---- guarded persons
//
// A minor whom the équipe for minors has in its care is read by it alone
// (core::Scope::sees_guarded). For everybody else the person does not exist, nor does anything that
// tells of them: whatever lists or finds rows about a person asks here. Records of one human being
// are guarded together.

// In SQL, for the rows.cpp of other modules: whether a row is seen. `person` is its column, and may
// be null; `guarded` the place of core::guarded_of(scope); `otherwise` who sees it if it is
// nobody's who is guarded.
std::string seen_by(const std::string& person, const std::string& guarded,
                    const std::string& otherwise);
// The same of one row at hand.
bool may_read(core::Context& context, const Id<Person>& id, bool otherwise);
bool is_guarded(core::Context& context, const Id<Person>& id);
// Until then others read of this person too.
std::optional<Instant> guarded_since(core::Context& context, const Id<Person>& id);
// Said again, they change nothing.
void guard(core::Context& context, const Id<Person>& id);
void release(core::Context& context, const Id<Person>& id);

// How everybody is written whom the city met or first wrote down in a period: all records of one
// human being together, as they are compared (match/), each with who made it. For the count across
// cities, which lets nothing of it leave in clear: also of persons who are guarded, whoever asks.
struct WrittenPerson {
    Id<Person> id;
    std::vector<match::Record> writings; // with the values "sex", "country", "phone"
    std::vector<Id<core::Account>> writers;
};
void each_written(core::Context& context, Date from, Date until,
                  const std::function<void(const WrittenPerson&)>& see);

// Of two who may be one, as the night proposes them; always the same, whichever is named first.
Id<Pair> pair_id(const Id<Person>& one, const Id<Person>& other);

// What the work of other modules says of a person. Each module sets its own part again whenever
// that changes, so that undoing the work undoes this too.
void set_contact_days(core::Context& context, const Id<Person>& id, std::optional<Date> first,
                      std::optional<Date> last);
// Engaged since the earliest of what any cause says: "outreach.contacts", "outreach.mark",
// "cases.<id>". Without a day the cause no longer says anything.
void set_engagement(core::Context& context, const Id<Person>& id, std::string_view cause,
                    std::optional<Date> day);
// The same, told of one day more and nothing taken away: what was said before is not asked for.
void add_contact_day(core::Context& context, const Id<Person>& id, Date day);
void add_engagement(core::Context& context, const Id<Person>& id, std::string_view cause, Date day);
// Where somebody was met and by which team: evidence, and no more, of who may be the same. The
// explanation names it to who sees the contacts of that team.
struct Meeting {
    std::string district; // code
    std::string team;     // code; empty: of no team
    auto operator<=>(const Meeting&) const = default;
};
void set_meetings(core::Context& context, const Id<Person>& id, std::vector<Meeting> meetings);
void add_meeting(core::Context& context, const Id<Person>& id, const Meeting& meeting);
// When a store is opened and nobody has asked anything yet: for what was there before meetings were
// told.
bool any_meeting_told(store::Transaction& transaction);
void tell_meeting(store::Transaction& transaction, const Id<Person>& id, const Meeting& meeting);
// "open", "closed", or nothing when the person never was in charge.
void set_case_state(core::Context& context, const Id<Person>& id, std::optional<std::string> state);

} // namespace people
