// SPDX-License-Identifier: EUPL-1.2
// Places to live (abitare): structures and flats with their rooms and beds, who may live there, who
// asks for a place, who lives there and where they go afterwards.
//
// Two people are never in one bed: nights are given once, and the schema holds to it. A board says
// how each bed stands and names nobody; who lives there is read from the stays, by who may.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "cases/cases.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace housing {

core::Module module();

struct Place;
struct Bed;
struct Closing;
struct Request;
struct Stay;
struct Agreement;

// ---- places and beds

struct PlaceDetails {
    std::string name;
    std::string kind;
    std::string district;
    std::optional<std::string> address;
    bool address_kept = false;
    std::optional<std::string> run_by;
    std::optional<std::string> living;
    std::string guests;
    std::optional<int> age_min;
    std::optional<int> age_max;
    bool families = false;
    bool pets = false;
    std::optional<std::string> rules;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &PlaceDetails::name).up_to(100).sample(R"("Casa di Ostia")"),
            field("kind", &PlaceDetails::kind).one_of("housing_kind").sample(R"("BRIDGE")"),
            field("district", &PlaceDetails::district).one_of("district"),
            field("address", &PlaceDetails::address).up_to(300),
            field("address_kept", &PlaceDetails::address_kept)
                .sample("false")
                .says("The address is told only to who works with those who live there."),
            field("run_by", &PlaceDetails::run_by).up_to(200),
            field("living", &PlaceDetails::living)
                .one_of("ethos")
                .sample(R"("3.2")")
                .says("What it is to live here, by ETHOS."),
            field("guests", &PlaceDetails::guests).one_of("housing_guests").sample(R"("ANY")"),
            field("age_min", &PlaceDetails::age_min).between(0, 120).sample("18"),
            field("age_max", &PlaceDetails::age_max).between(0, 120),
            field("families", &PlaceDetails::families).sample("false"),
            field("pets", &PlaceDetails::pets).sample("false"),
            field("rules", &PlaceDetails::rules)
                .up_to(4000)
                .says("The rules of the house, in words."));
    }
};

struct BedDetails {
    Id<Place> place;
    std::optional<std::string> flat;
    std::string room;
    std::string name;
    bool step_free = false;

    static constexpr auto fields()
    {
        return std::tuple(field("place", &BedDetails::place).sample(core::samples::housing_place),
                          field("flat", &BedDetails::flat).up_to(60),
                          field("room", &BedDetails::room).up_to(60).sample(R"("Stanza 3")"),
                          field("name", &BedDetails::name).up_to(60).sample(R"("Letto A")"),
                          field("step_free", &BedDetails::step_free)
                              .sample("false")
                              .says("Reached without a step."));
    }
};

struct Bed : BedDetails {
    static constexpr const char* title = "HousingBed";

    Id<Bed> id;
    int version = 1;
    bool removed = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Bed::id)), BedDetails::fields(),
            std::tuple(field("version", &Bed::version), field("removed", &Bed::removed)));
    }
};

struct Place : PlaceDetails {
    static constexpr const char* title = "HousingPlace";

    Id<Place> id;
    std::vector<Bed> beds; // those in use first, by flat, room and name
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Place::id)), PlaceDetails::fields(),
                              std::tuple(field("beds", &Place::beds).at_most(1000),
                                         field("version", &Place::version),
                                         field("cancelled", &Place::cancelled)));
    }
};

struct Places {
    static constexpr const char* title = "HousingPlaces";

    std::vector<Place> items; // those in use first, by name

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Places::items).at_most(500));
    }
};

struct ClosingDetails {
    std::string reason;
    Date from_on;
    std::optional<Date> until;

    static constexpr auto fields()
    {
        return std::tuple(field("reason", &ClosingDetails::reason)
                              .one_of("housing_closing_reason")
                              .sample(R"("REPAIR")"),
                          field("from_on", &ClosingDetails::from_on).sample(R"("2026-11-25")"),
                          field("until", &ClosingDetails::until)
                              .sample(R"("2026-11-28")")
                              .says("The first night on which it is used again."));
    }
};

struct Closing : ClosingDetails {
    static constexpr const char* title = "HousingClosing";

    Id<Closing> id;
    Id<Bed> bed;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Closing::id), field("bed", &Closing::bed)),
                              ClosingDetails::fields(),
                              std::tuple(field("cancelled", &Closing::cancelled)));
    }
};

// ---- the board: beds, never who is in them

struct BoardBed {
    static constexpr const char* title = "HousingBoardBed";

    Id<Bed> bed;
    std::optional<std::string> flat;
    std::string room;
    std::string name;
    bool step_free = false;
    std::string state;
    std::optional<Date> until;
    bool overdue = false;
    std::optional<Id<Closing>> closing;

    static constexpr auto fields()
    {
        return std::tuple(
            field("bed", &BoardBed::bed), field("flat", &BoardBed::flat),
            field("room", &BoardBed::room), field("name", &BoardBed::name),
            field("step_free", &BoardBed::step_free),
            field("state", &BoardBed::state).one_of("housing_bed_state"),
            field("until", &BoardBed::until)
                .says("The first night on which it stands otherwise, as far as is known."),
            field("overdue", &BoardBed::overdue)
                .says("Taken beyond the planned end, or promised to somebody who has not come."),
            field("closing", &BoardBed::closing).says("Why it is out of use."));
    }
};

struct BoardPlace {
    static constexpr const char* title = "HousingBoardPlace";

    Id<Place> place;
    std::string name;
    std::string kind;
    std::string district;
    std::string guests;
    std::optional<int> age_min;
    std::optional<int> age_max;
    bool families = false;
    bool pets = false;
    std::vector<BoardBed> beds;
    int free = 0;
    int taken = 0;
    int promised = 0;
    int out_of_use = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("place", &BoardPlace::place), field("name", &BoardPlace::name),
            field("kind", &BoardPlace::kind).one_of("housing_kind"),
            field("district", &BoardPlace::district).one_of("district"),
            field("guests", &BoardPlace::guests).one_of("housing_guests"),
            field("age_min", &BoardPlace::age_min), field("age_max", &BoardPlace::age_max),
            field("families", &BoardPlace::families), field("pets", &BoardPlace::pets),
            field("beds", &BoardPlace::beds).at_most(1000), field("free", &BoardPlace::free),
            field("taken", &BoardPlace::taken), field("promised", &BoardPlace::promised),
            field("out_of_use", &BoardPlace::out_of_use));
    }
};

struct Board {
    static constexpr const char* title = "HousingBoard";

    Date day;
    std::vector<BoardPlace> items;
    int free = 0;
    int taken = 0;
    int promised = 0;
    int out_of_use = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("day", &Board::day), field("items", &Board::items).at_most(500),
                          field("free", &Board::free), field("taken", &Board::taken),
                          field("promised", &Board::promised),
                          field("out_of_use", &Board::out_of_use));
    }
};

// ---- requests

struct RequestDetails {
    std::optional<Id<cases::Case>> case_id;
    std::optional<std::string> kind;
    Date from_on;
    int people = 1;
    bool children = false;
    bool pet = false;
    bool step_free = false;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case_id", &RequestDetails::case_id).says("In whose plan it stands."),
            field("kind", &RequestDetails::kind)
                .one_of("housing_kind")
                .says("The kind that is wanted; any when left out."),
            field("from_on", &RequestDetails::from_on).sample(R"("2026-11-24")"),
            field("people", &RequestDetails::people).between(1, 20).sample("1"),
            field("children", &RequestDetails::children).sample("false"),
            field("pet", &RequestDetails::pet).sample("false"),
            field("step_free", &RequestDetails::step_free)
                .sample("false")
                .says("Somebody of them does not climb steps."),
            field("note", &RequestDetails::note).up_to(2000).sealed(Mark::note));
    }
};

struct Request : RequestDetails {
    static constexpr const char* title = "HousingRequest";

    Id<Request> id;
    Id<people::Person> person;
    std::optional<people::Card> person_card;
    std::string state;
    std::string asked_by_name;
    Date asked_on;
    std::optional<std::string> reason;
    std::optional<std::string> answer_note;
    std::optional<std::string> answered_by_name;
    std::optional<Date> answered_on;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Request::id), field("person", &Request::person),
                       field("person_card", &Request::person_card),
                       field("state", &Request::state).one_of("housing_request_state")),
            RequestDetails::fields(),
            std::tuple(field("asked_by_name", &Request::asked_by_name),
                       field("asked_on", &Request::asked_on),
                       field("reason", &Request::reason).one_of("housing_decline_reason"),
                       field("answer_note", &Request::answer_note).sealed(Mark::note),
                       field("answered_by_name", &Request::answered_by_name),
                       field("answered_on", &Request::answered_on),
                       field("version", &Request::version),
                       field("cancelled", &Request::cancelled)));
    }
};

struct Requests {
    static constexpr const char* title = "HousingRequests";

    std::vector<Request> items; // the oldest first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Requests::items).at_most(500));
    }
};

// ---- stays

struct Stay {
    static constexpr const char* title = "HousingStay";

    Id<Stay> id;
    Id<Place> place;
    std::string place_name;
    Id<Bed> bed;
    std::string bed_name;
    Id<people::Person> person;
    std::optional<people::Card> person_card;
    std::optional<Id<Request>> request;
    std::optional<Id<cases::Case>> case_id;
    std::string state;
    Date from_on;
    Date until;
    std::optional<Date> arrived_on;
    std::optional<Date> ended_on;
    std::optional<std::string> reason;
    std::optional<std::string> living_before;
    std::optional<std::string> living_after;
    std::optional<std::string> living_later;
    std::optional<Date> later_on;
    bool lost = false;
    std::optional<Date> later_due_on;
    std::optional<Id<Agreement>> agreement;
    std::optional<Date> signed_on;
    std::optional<std::string> exception;
    std::optional<std::string> note;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Stay::id), field("place", &Stay::place),
            field("place_name", &Stay::place_name), field("bed", &Stay::bed),
            field("bed_name", &Stay::bed_name), field("person", &Stay::person),
            field("person_card", &Stay::person_card), field("request", &Stay::request),
            field("case_id", &Stay::case_id),
            field("state", &Stay::state).one_of("housing_stay_state"),
            field("from_on", &Stay::from_on), field("until", &Stay::until),
            field("arrived_on", &Stay::arrived_on), field("ended_on", &Stay::ended_on),
            field("reason", &Stay::reason).one_of("housing_end_reason"),
            field("living_before", &Stay::living_before).one_of("ethos"),
            field("living_after", &Stay::living_after).one_of("ethos"),
            field("living_later", &Stay::living_later)
                .one_of("ethos")
                .says("Six months after the end."),
            field("later_on", &Stay::later_on),
            field("lost", &Stay::lost).says("Asked after, six months later, and not found."),
            field("later_due_on", &Stay::later_due_on)
                .says("When it is time to ask how they live, and nobody has yet."),
            field("agreement", &Stay::agreement)
                .says("Of those who live together, that this person has signed."),
            field("signed_on", &Stay::signed_on),
            field("exception", &Stay::exception).sealed(Mark::note),
            field("note", &Stay::note).sealed(Mark::note), field("version", &Stay::version),
            field("cancelled", &Stay::cancelled));
    }
};

struct Stays {
    static constexpr const char* title = "HousingStays";

    std::vector<Stay> items; // promised and running first, then the newest end

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Stays::items).at_most(500));
    }
};

} // namespace housing
