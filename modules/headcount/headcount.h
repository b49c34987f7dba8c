// SPDX-License-Identifier: EUPL-1.2
// Persons counted once across cities, and no name leaves a city. The direction opens a round for a
// period; each city says whether it takes part; when the direction starts the count, cities send
// encodings that nobody can make alone, they are compared in memory, and a number with its interval
// is what remains (once/, docs/decisions/0026).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/headcount_samples.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace headcount {

core::Module module();

struct Round;
struct LeftOut;

// Codes of headcount_state.
inline constexpr auto is_open = "open";
inline constexpr auto is_counting = "counting";
inline constexpr auto is_counted = "counted";
inline constexpr auto is_broken_off = "broken_off";

// ---- wishes

struct OpenRound {
    static constexpr const char* title = "OpenHeadcountRound";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    std::optional<bool> noise;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OpenRound::id).sample(core::samples::new_headcount_round),
            field("period_from", &OpenRound::period_from).sample(R"("2026-07-01")"),
            field("period_until", &OpenRound::period_until).sample(R"("2026-09-30")"),
            field("answer_by", &OpenRound::answer_by).sample(R"("2026-12-15")"),
            field("noise", &OpenRound::noise)
                .says("Adds a little chance, so that nobody can be told from the number"));
    }
};

struct RoundPath {
    static constexpr const char* title = "HeadcountRoundPath";
    Id<Round> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RoundPath::id).sample(core::samples::headcount_round));
    }
};

// Of a round that enough cities have answered.
struct AnsweredRoundPath {
    static constexpr const char* title = "AnsweredRoundPath";
    Id<Round> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnsweredRoundPath::id).sample(core::samples::headcount_round_answered));
    }
};

// Somebody who does not want to be compared: counted in this city, never sent.
struct LeaveOut {
    static constexpr const char* title = "LeaveOutOfHeadcount";
    Id<LeftOut> id;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &LeaveOut::id).sample(core::samples::new_headcount_left_out),
                          field("person", &LeaveOut::person).sample(core::samples::ibrahima));
    }
};

struct PersonPath {
    static constexpr const char* title = "HeadcountPersonPath";
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &PersonPath::person).sample(core::samples::amina));
    }
};

// ---- answers

// What a city has said, and what was done for it.
struct CityAnswer {
    static constexpr const char* title = "HeadcountCityAnswer";
    std::string city;
    std::optional<bool> takes_part; // nothing said yet
    std::optional<Instant> answered_at;
    std::optional<int> persons;
    std::optional<int> evaluated;
    bool arrived = false; // its encodings are there and wait for the others

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityAnswer::city).one_of("city"),
                          field("takes_part", &CityAnswer::takes_part),
                          field("answered_at", &CityAnswer::answered_at),
                          field("persons", &CityAnswer::persons),
                          field("evaluated", &CityAnswer::evaluated)
                              .says("Encodings that the key servers worked out for the city"),
                          field("arrived", &CityAnswer::arrived));
    }
};

struct CityPair {
    static constexpr const char* title = "HeadcountCityPair";
    std::string city;
    std::string other_city;
    int links = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityPair::city).one_of("city"),
                          field("other_city", &CityPair::other_city).one_of("city"),
                          field("links", &CityPair::links));
    }
};

// The number and how it came about.
struct Figures {
    std::optional<int> persons;
    std::optional<int> low;
    std::optional<int> high;
    std::optional<int> sum_of_cities;
    std::optional<int> not_taking_part;
    std::optional<int> links;
    std::optional<int> recall_percent;
    std::optional<int> mistaken;
    std::optional<int> measured_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("persons", &Figures::persons), field("low", &Figures::low),
            field("high", &Figures::high).says("In 95 of 100 rounds the truth lies between"),
            field("sum_of_cities", &Figures::sum_of_cities),
            field("not_taking_part", &Figures::not_taking_part)
                .says("Counted in their city, never compared"),
            field("links", &Figures::links),
            field("recall_percent", &Figures::recall_percent)
                .says("Of the persons known to two cities, so many are found"),
            field("mistaken", &Figures::mistaken).says("Links that probably join two persons"),
            field("measured_on", &Figures::measured_on)
                .says("Pairs inside the cities on which that was measured"));
    }
};

struct Round : Figures {
    static constexpr const char* title = "HeadcountRound";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    bool noise = false;
    std::string state;
    std::string opened_by_name;
    Instant opened_at;
    std::optional<Instant> counting_at;
    std::optional<Instant> ended_at;
    std::optional<Instant> destroyed_at;
    bool separate = false;
    std::vector<CityAnswer> cities;
    std::vector<CityPair> pairs;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Round::id), field("period_from", &Round::period_from),
                       field("period_until", &Round::period_until),
                       field("answer_by", &Round::answer_by), field("noise", &Round::noise),
                       field("state", &Round::state).one_of("headcount_state"),
                       field("opened_by_name", &Round::opened_by_name),
                       field("opened_at", &Round::opened_at),
                       field("counting_at", &Round::counting_at),
                       field("ended_at", &Round::ended_at),
                       field("destroyed_at", &Round::destroyed_at)
                           .says("When keys and encodings were, wherever they stood"),
                       field("separate", &Round::separate)
                           .says("Key servers and counter are programs of their own"),
                       field("cities", &Round::cities), field("pairs", &Round::pairs)),
            Figures::fields());
    }
};

struct Rounds {
    static constexpr const char* title = "HeadcountRounds";
    std::vector<Round> items; // newest first
    static constexpr auto fields() { return std::tuple(field("items", &Rounds::items)); }
};

// A round as a city sees it.
struct Invitation {
    static constexpr const char* title = "HeadcountInvitation";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    std::string state;
    bool servers_missing = false;
    std::optional<bool> takes_part;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<int> sent_persons;
    std::optional<int> sent_encodings;
    std::optional<Instant> sent_at;
    std::optional<Instant> destroyed_at;
    std::optional<int> persons;
    std::optional<int> low;
    std::optional<int> high;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Invitation::id), field("period_from", &Invitation::period_from),
            field("period_until", &Invitation::period_until),
            field("answer_by", &Invitation::answer_by),
            field("state", &Invitation::state).one_of("headcount_state"),
            field("servers_missing", &Invitation::servers_missing)
                .says("This city is on a machine of its own, and was told of no key servers"),
            field("takes_part", &Invitation::takes_part),
            field("answered_by_name", &Invitation::answered_by_name),
            field("answered_at", &Invitation::answered_at),
            field("sent_persons", &Invitation::sent_persons),
            field("sent_encodings", &Invitation::sent_encodings),
            field("sent_at", &Invitation::sent_at),
            field("destroyed_at", &Invitation::destroyed_at),
            field("persons", &Invitation::persons).says("In all cities that took part"),
            field("low", &Invitation::low), field("high", &Invitation::high));
    }
};

struct Invitations {
    static constexpr const char* title = "HeadcountInvitations";
    std::vector<Invitation> items; // newest first
    static constexpr auto fields() { return std::tuple(field("items", &Invitations::items)); }
};

// What would leave if the city took part, as it stands now: numbers, and nobody.
struct Preview {
    static constexpr const char* title = "HeadcountPreview";

    int persons = 0;
    int not_taking_part = 0;
    int without_encodings = 0; // too little is known of them to be compared
    int encodings = 0;
    int filled_up_to = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("persons", &Preview::persons),
            field("not_taking_part", &Preview::not_taking_part),
            field("without_encodings", &Preview::without_encodings)
                .says("Too little is known of them: they are sent empty, and look like the others"),
            field("encodings", &Preview::encodings),
            field("filled_up_to", &Preview::filled_up_to)
                .says("With those who are nobody, so many seem to be sent"));
    }
};

struct Wanted {
    static constexpr const char* title = "HeadcountOfPerson";
    Id<people::Person> person;
    bool left_out = false;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &Wanted::person), field("left_out", &Wanted::left_out));
    }
};

// ---- key servers and counter in other processes
//
// Unless the program is told of them, both halves of the keys are drawn in it, and it compares.

// Carries a message to a server and brings its answer; throws when it cannot.
using Post = std::function<std::string(const std::string& message)>;
struct Elsewhere {
    Post key_server_a;
    Post key_server_b;
    Post counter; // none: here
};
void use_servers(core::House& house, Elsewhere elsewhere);

// What says who speaks: to be told to the servers beforehand.
std::string public_key_of(core::House& house, const std::string& slug);

// A server: answers messages. `known` are public keys by slug; `note` is told a line for each
// message, of which nothing but who asked for how much can be known.
enum class Role { key_server, counter };
std::function<std::string(std::string_view)>
open_server(Role role, std::map<std::string, std::string> known,
            std::function<void(const std::string&)> note);

} // namespace headcount
