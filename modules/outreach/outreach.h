// SPDX-License-Identifier: EUPL-1.2
// Outreach: the outings of the mobile units and the contacts made there, at a desk or anywhere
// else. A contact is whole without a person; it may become somebody's later, with its history, and
// that step can be undone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace outreach {

core::Module module();

struct Contact;
struct Identification;
struct Outing;
struct Tally;

// ---- outings

struct Member {
    static constexpr const char* title = "OutingMember";

    Id<core::Account> account;
    std::string name;
    std::optional<std::string> profession;
    std::optional<std::string> organisation;

    static constexpr auto fields()
    {
        return std::tuple(field("account", &Member::account), field("name", &Member::name),
                          field("profession", &Member::profession).one_of("profession"),
                          field("organisation", &Member::organisation));
    }
};

struct Outing {
    static constexpr const char* title = "Outing";

    Id<Outing> id;
    std::string team;
    std::string team_name;
    Date day;
    std::string begins; // "20:00"
    std::string ends;
    std::string state; // code of outing_state
    std::optional<std::string> vehicle;
    std::vector<Member> members;
    std::vector<std::string> stops;
    std::vector<std::string> warnings; // codes of outing_warning
    int contacts = 0;
    int seen = 0; // people counted without being spoken to

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Outing::id), field("team", &Outing::team),
                          field("team_name", &Outing::team_name), field("day", &Outing::day),
                          field("begins", &Outing::begins), field("ends", &Outing::ends),
                          field("state", &Outing::state).one_of("outing_state"),
                          field("vehicle", &Outing::vehicle), field("members", &Outing::members),
                          field("stops", &Outing::stops),
                          field("warnings", &Outing::warnings).one_of("outing_warning"),
                          field("contacts", &Outing::contacts), field("seen", &Outing::seen));
    }
};

// One outing whole: with the note of its closing, which may speak of persons.
struct OutingSheet : Outing {
    static constexpr const char* title = "OutingSheet";
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple_cat(Outing::fields(),
                              std::tuple(field("note", &OutingSheet::note).sealed(Mark::note)));
    }
};

struct Outings {
    static constexpr const char* title = "Outings";
    std::vector<Outing> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Outings::items), field("next", &Outings::next));
    }
};

// For who sends a unit somewhere: the outings of every unit of the city that are under way, or that
// begin later today. Nothing of persons is in them.
std::vector<Outing> outings_around(core::Context& context);

// A contact in the street, for who learns where and when people are met: no person, no point.
struct MetAt {
    std::string district;
    Date day;
    int hour = 0; // on the clock, in Italy
};
// Of every unit of the city, since that day; who was not found was not met.
std::vector<MetAt> met_since(core::Context& context, Date from);

// ---- contacts

// What wishes, answers and rows have in common. Four fields are needed; the rest is what there is
// time for.
struct ContactDetails {
    std::optional<Id<Outing>> outing;
    Instant at;
    std::string setting;
    std::string district;
    std::optional<std::string> place_note;
    std::vector<std::string> languages;
    std::optional<bool> mediator_present;
    std::optional<std::string> nickname;
    std::optional<Id<people::Person>> person;
    std::optional<std::string> apparent_gender;
    std::optional<std::string> apparent_age;
    std::vector<std::string> circumstances;
    std::vector<std::string> interventions;
    std::string outcome;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &ContactDetails::outing),
            field("at", &ContactDetails::at).not_future().sample(R"("2026-11-20T20:30:00.000Z")"),
            field("setting", &ContactDetails::setting)
                .one_of("contact_setting")
                .sample(R"("STATION")"),
            field("district", &ContactDetails::district).one_of("district").sample(R"("RM-I")"),
            field("place_note", &ContactDetails::place_note)
                .up_to(300)
                .sealed(Mark::note)
                .sample(R"("Binario 24")"),
            field("languages", &ContactDetails::languages)
                .one_of("language")
                .at_most(20)
                .sample(R"(["fr"])"),
            field("mediator_present", &ContactDetails::mediator_present).sample("true"),
            field("nickname", &ContactDetails::nickname)
                .up_to(100)
                .sealed(Mark::identity)
                .sample(R"("Baba")"),
            field("person", &ContactDetails::person),
            field("apparent_gender", &ContactDetails::apparent_gender)
                .one_of("gender")
                .sample(R"("M")"),
            field("apparent_age", &ContactDetails::apparent_age)
                .one_of("apparent_age")
                .sample(R"("adult")"),
            field("circumstances", &ContactDetails::circumstances)
                .one_of("vulnerability")
                .at_most(30)
                .sealed(Mark::health)
                .sample(R"(["V17"])"),
            field("interventions", &ContactDetails::interventions)
                .one_of("intervention")
                .at_most(30)
                .sample(R"(["ORI.SERV","PIS.KIT"])"),
            field("outcome", &ContactDetails::outcome)
                .one_of("contact_outcome")
                .sample(R"("FOLLOW_UP_AGREED")"),
            field("note", &ContactDetails::note).up_to(4000).sealed(Mark::note));
    }
};

struct Contact : ContactDetails {
    static constexpr const char* title = "Contact";

    Id<Contact> id;
    std::optional<people::Card> person_card;
    std::optional<std::string> team;
    Date day;
    bool night = false;
    bool late = false; // recorded when its outing was closed already
    std::optional<Id<Identification>> identification;
    std::optional<Instant> identified_at;
    std::string recorded_by_name;
    Instant recorded_at;
    std::optional<Instant> phone_said_at; // where the phone's clock was wrong: what it said
    int version = 1;                      // one more with every change of the details
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Contact::id)), ContactDetails::fields(),
            std::tuple(
                field("person_card", &Contact::person_card), field("team", &Contact::team),
                field("day", &Contact::day), field("night", &Contact::night),
                field("late", &Contact::late), field("identification", &Contact::identification),
                field("identified_at", &Contact::identified_at),
                field("recorded_by_name", &Contact::recorded_by_name),
                field("recorded_at", &Contact::recorded_at),
                field("phone_said_at", &Contact::phone_said_at),
                field("version", &Contact::version), field("cancelled", &Contact::cancelled)));
    }
};

// Where the actor may see it.
std::optional<Contact> find_contact(core::Context& context, const Id<Contact>& id);
// Whether the city has it, whoever's it is; not one with somebody who is guarded from the asker.
bool is_there(core::Context& context, const Id<Contact>& id);

struct Contacts {
    static constexpr const char* title = "Contacts";
    std::vector<Contact> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Contacts::items), field("next", &Contacts::next));
    }
};

struct Identification {
    static constexpr const char* title = "Identification";

    Id<Identification> id;
    Id<people::Person> person;
    bool made_person = false;
    std::vector<Id<Contact>> contacts;
    Instant made_at;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Identification::id),
                          field("person", &Identification::person),
                          field("made_person", &Identification::made_person),
                          field("contacts", &Identification::contacts),
                          field("made_at", &Identification::made_at),
                          field("undone_at", &Identification::undone_at));
    }
};

struct Engagement {
    static constexpr const char* title = "Engagement";

    Id<people::Person> person;
    std::optional<Date> engaged_on; // the earliest of what the worker, contacts and cases say
    std::optional<Date> marked_on;  // what the worker says

    static constexpr auto fields()
    {
        return std::tuple(field("person", &Engagement::person),
                          field("engaged_on", &Engagement::engaged_on),
                          field("marked_on", &Engagement::marked_on));
    }
};

// ---- tallies

struct TallyDetails {
    std::optional<Id<Outing>> outing;
    Instant at;
    std::string setting;
    std::string district;
    int people_seen = 0;
    std::optional<int> of_which_minors;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("outing", &TallyDetails::outing),
            field("at", &TallyDetails::at).not_future().sample(R"("2026-11-20T21:00:00.000Z")"),
            field("setting", &TallyDetails::setting).one_of("contact_setting").sample(R"("PARK")"),
            field("district", &TallyDetails::district).one_of("district").sample(R"("RM-I")"),
            field("people_seen", &TallyDetails::people_seen).between(1, 10000).sample("12"),
            field("of_which_minors", &TallyDetails::of_which_minors).between(0, 10000).sample("2"),
            field("note", &TallyDetails::note).up_to(2000).sealed(Mark::note));
    }
};

struct Tally : TallyDetails {
    static constexpr const char* title = "Tally";

    Id<Tally> id;
    std::optional<std::string> team;
    Date day;
    std::string recorded_by_name;
    std::optional<Instant> phone_said_at;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Tally::id)), TallyDetails::fields(),
                              std::tuple(field("team", &Tally::team), field("day", &Tally::day),
                                         field("recorded_by_name", &Tally::recorded_by_name),
                                         field("phone_said_at", &Tally::phone_said_at),
                                         field("cancelled", &Tally::cancelled)));
    }
};

struct Tallies {
    static constexpr const char* title = "Tallies";
    std::vector<Tally> items;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Tallies::items), field("next", &Tallies::next));
    }
};

// ---- what an outing came to

struct OutingWork {
    OutingSheet outing;
    Instant begins_at;
    Instant ends_at;
    std::vector<ContactDetails> contacts; // that stand
    int sought = 0;
    int sought_met = 0;
};
// Both throw not_found() where the outing is not there or not for the actor to see.
void check_seen(core::Context& context, const Id<Outing>& id);
OutingWork work_of(core::Context& context, const Id<Outing>& id);

// ---- the kit

// What a team takes along to where there is no signal: its outings of these days with what was
// done there, and the persons whom it may meet. No others: a telephone can be lost.
struct Kit {
    static constexpr const char* title = "Kit";
    Instant made_at;
    std::vector<OutingSheet> outings;
    std::vector<Contact> contacts;
    std::vector<Tally> tallies;
    std::vector<people::Card> persons;

    static constexpr auto fields()
    {
        return std::tuple(field("made_at", &Kit::made_at), field("outings", &Kit::outings),
                          field("contacts", &Kit::contacts), field("tallies", &Kit::tallies),
                          field("persons", &Kit::persons)
                              .says("Met by the team in the last weeks, or to be looked for"));
    }
};

} // namespace outreach
