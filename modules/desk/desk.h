// SPDX-License-Identifier: EUPL-1.2
// The reception of a one stop shop (sportello): who waits since when and for what, in which
// language, who of the colleagues is in and speaks it, and who is called to which room. Numbers and
// appointments stand in one list; who only asks something is counted, and nobody is written down.
//
// A number belongs to a site and a day, is given by the server and never given again: it is what
// the display in the waiting room shows, and all that it shows of anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "directory/directory.h"
#include "people/people.h"

namespace desk {

core::Module module();

struct Site;
struct Visit;

// ---- sites

struct SiteDetails {
    std::string name;
    std::optional<std::string> address;
    std::vector<std::string> rooms;
    std::vector<directory::Opening> hours;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &SiteDetails::name).up_to(100).sample(R"("Sportello di Ostia")"),
            field("address", &SiteDetails::address)
                .up_to(300)
                .sample(R"("Piazza della Stazione Vecchia, Roma")"),
            field("rooms", &SiteDetails::rooms)
                .up_to(40)
                .at_most(30)
                .sample(R"(["Stanza 1"])")
                .says("To which people are called, as it is written on the door."),
            field("hours", &SiteDetails::hours).at_most(50).says("Unknown when left out."));
    }
};

struct Site : SiteDetails {
    static constexpr const char* title = "DeskSite";

    Id<Site> id;
    std::optional<directory::OpenNow> open_now;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Site::id)), SiteDetails::fields(),
            std::tuple(
                field("open_now", &Site::open_now).says("By its hours; unknown when left out."),
                field("cancelled", &Site::cancelled)));
    }
};

struct Sites {
    static constexpr const char* title = "DeskSites";

    std::vector<Site> items; // those that are used first, by name

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Sites::items).at_most(200));
    }
};

// ---- visits

// What is said of a visit by whoever receives it. None of it is needed.
struct VisitDetails {
    std::optional<Id<people::Person>> person;
    std::optional<std::string> nickname;
    std::optional<std::string> language;
    std::optional<std::string> need;
    std::optional<Id<core::Account>> with_whom;
    std::optional<Instant> appointment_at;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("person", &VisitDetails::person),
            field("nickname", &VisitDetails::nickname)
                .up_to(100)
                .sealed(Mark::identity)
                .says("By which the person is called, where no person is named."),
            field("language", &VisitDetails::language).one_of("language").sample(R"("fr")"),
            field("need", &VisitDetails::need).one_of("referral_area").sample(R"("LEGAL")"),
            field("with_whom", &VisitDetails::with_whom).says("The colleague who is asked for."),
            field("appointment_at", &VisitDetails::appointment_at)
                .says("With it the visit is expected; without it the person is here."),
            field("note", &VisitDetails::note).up_to(1000).sealed(Mark::note));
    }
};

struct Visit : VisitDetails {
    static constexpr const char* title = "DeskVisit";

    Id<Visit> id;
    Id<Site> site;
    Date day;
    std::optional<int> number; // none before somebody is here, and of an information
    std::string kind;
    std::string state;
    std::optional<people::Card> person_card;
    std::optional<std::string> with_name;
    std::optional<std::string> room;
    std::optional<std::string> called_by_name;
    std::optional<std::string> outcome;
    Instant booked_at;
    std::optional<Instant> arrived_at;
    std::optional<Instant> called_at;
    std::optional<Instant> ended_at;
    std::optional<int> minutes_waited; // until the first call, or until they left
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Visit::id), field("site", &Visit::site),
                       field("day", &Visit::day), field("number", &Visit::number),
                       field("kind", &Visit::kind).one_of("visit_kind"),
                       field("state", &Visit::state).one_of("visit_state")),
            VisitDetails::fields(),
            std::tuple(
                field("person_card", &Visit::person_card), field("with_name", &Visit::with_name),
                field("room", &Visit::room), field("called_by_name", &Visit::called_by_name),
                field("outcome", &Visit::outcome).one_of("visit_outcome"),
                field("booked_at", &Visit::booked_at), field("arrived_at", &Visit::arrived_at),
                field("called_at", &Visit::called_at), field("ended_at", &Visit::ended_at),
                field("minutes_waited", &Visit::minutes_waited), field("version", &Visit::version),
                field("cancelled", &Visit::cancelled)));
    }
};

// ---- the board

// A colleague who is in today.
struct Colleague {
    static constexpr const char* title = "DeskColleague";

    Id<core::Account> account;
    std::string name;
    std::optional<std::string> profession;
    std::vector<std::string> speaks;
    Instant came_at;

    static constexpr auto fields()
    {
        return std::tuple(field("account", &Colleague::account), field("name", &Colleague::name),
                          field("profession", &Colleague::profession).one_of("profession"),
                          field("speaks", &Colleague::speaks).one_of("language"),
                          field("came_at", &Colleague::came_at));
    }
};

// Whether anything of a site and its day has changed, also that it has opened or closed: asked
// often, it tells nothing of anybody.
struct Pulse {
    static constexpr const char* title = "DeskPulse";

    Date day;
    std::int64_t turn = 0; // grows with every change
    std::optional<directory::OpenNow> open_now;

    static constexpr auto fields()
    {
        return std::tuple(field("day", &Pulse::day), field("turn", &Pulse::turn),
                          field("open_now", &Pulse::open_now));
    }
};

// A site today. The figures count what the list shows to whoever asks, and information beside it.
struct Board {
    static constexpr const char* title = "DeskBoard";

    Id<Site> site;
    std::string site_name;
    std::vector<std::string> rooms;
    Pulse pulse;
    std::vector<Visit> items; // called, waiting, expected, ended; in the order of their turn
    std::vector<Colleague> present;
    int waiting = 0;
    int expected = 0;
    int called = 0;
    int served = 0;
    int left = 0; // before it was their turn, or never came
    int informed = 0;
    std::optional<int> minutes_average; // that those waited who have been called

    static constexpr auto fields()
    {
        return std::tuple(field("site", &Board::site), field("site_name", &Board::site_name),
                          field("rooms", &Board::rooms), field("pulse", &Board::pulse),
                          field("items", &Board::items).at_most(1000),
                          field("present", &Board::present).at_most(200),
                          field("waiting", &Board::waiting), field("expected", &Board::expected),
                          field("called", &Board::called), field("served", &Board::served),
                          field("left", &Board::left), field("informed", &Board::informed),
                          field("minutes_average", &Board::minutes_average));
    }
};

// ---- the display in the waiting room

struct CalledNumber {
    static constexpr const char* title = "DeskCalledNumber";

    int number = 0;
    std::optional<std::string> room;
    Instant called_at;

    static constexpr auto fields()
    {
        return std::tuple(field("number", &CalledNumber::number),
                          field("room", &CalledNumber::room),
                          field("called_at", &CalledNumber::called_at));
    }
};

// Whoever is in the room may read it, and whoever has the address: numbers, never who has them.
struct Display {
    static constexpr const char* title = "DeskDisplay";

    std::string site_name;
    std::vector<CalledNumber> called; // the newest first
    int waiting = 0;
    std::optional<directory::OpenNow> open_now;

    static constexpr auto fields()
    {
        return std::tuple(
            field("site_name", &Display::site_name), field("called", &Display::called).at_most(100),
            field("waiting", &Display::waiting), field("open_now", &Display::open_now));
    }
};

} // namespace desk
