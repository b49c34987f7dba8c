// SPDX-License-Identifier: EUPL-1.2
// Civic engagement: projects for a district, planned and done together by migrants and residents.
// Who proposes, the agreement with the city, the insurance, the places; who takes part; days of
// work with hours; what the district has of it, with pictures. And who takes part in councils and
// associations.
//
// Nobody works uninsured. Of residents there is no registry: they are counted, with at most a
// first name, which goes after the end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace civic {

core::Module module();

struct Project;
struct Insurance;
struct Participant;
struct Day;
struct Picture;
struct Membership;

// ---- projects

// None of its texts names a person: everybody of the city reads them.
struct ProjectDetails {
    std::string name;
    std::string kind;
    std::string district;
    std::optional<std::string> place;
    std::string proposer;
    std::optional<std::string> proposer_name;
    std::optional<std::string> aim;
    std::optional<int> needed_hands;
    std::optional<Date> agreement_on;
    std::optional<Date> agreement_until;
    std::optional<std::string> agreement_number;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &ProjectDetails::name).up_to(120).sample(R"("Orto di via dei Tigli")"),
            field("kind", &ProjectDetails::kind).one_of("civic_kind").sample(R"("GREEN")"),
            field("district", &ProjectDetails::district).one_of("district").sample(R"("RM-I")"),
            field("place", &ProjectDetails::place).up_to(300),
            field("proposer", &ProjectDetails::proposer)
                .one_of("civic_proposer")
                .sample(R"("TOGETHER")"),
            field("proposer_name", &ProjectDetails::proposer_name)
                .up_to(120)
                .says("Of a group or an association, never of a person."),
            field("aim", &ProjectDetails::aim)
                .up_to(2000)
                .says("What is to be done, and how it was planned together."),
            field("needed_hands", &ProjectDetails::needed_hands).between(1, 500),
            field("agreement_on", &ProjectDetails::agreement_on)
                .says("The day of the agreement with the city."),
            field("agreement_until", &ProjectDetails::agreement_until),
            field("agreement_number", &ProjectDetails::agreement_number).up_to(60));
    }
};

struct Insurance {
    static constexpr const char* title = "CivicInsurance";

    Id<Insurance> id;
    Date from_on;
    Date until_on;
    std::optional<std::string> policy;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Insurance::id), field("from_on", &Insurance::from_on),
                          field("until_on", &Insurance::until_on),
                          field("policy", &Insurance::policy));
    }
};

struct Participant {
    static constexpr const char* title = "CivicParticipant";

    Id<Participant> id;
    std::string kind;
    std::optional<Id<people::Person>> person;
    std::optional<people::Card> person_card;
    std::optional<std::string> first_name;
    int number = 0; // of a resident within the project, in the order in which they came
    Date joined_on;
    std::optional<Date> left_on;
    std::int64_t minutes = 0; // worked

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Participant::id),
            field("kind", &Participant::kind).one_of("civic_participant"),
            field("person", &Participant::person), field("person_card", &Participant::person_card),
            field("first_name", &Participant::first_name).sealed(Mark::identity),
            field("number", &Participant::number)
                .says("Of a resident, who may have no name here; 0 of a migrant."),
            field("joined_on", &Participant::joined_on), field("left_on", &Participant::left_on),
            field("minutes", &Participant::minutes).says("Worked, all days together."));
    }
};

struct Day;

struct Attendance {
    static constexpr const char* title = "CivicAttendance";

    Id<Day> day;
    Id<Participant> participant;
    std::optional<std::string> state; // nothing is said of them
    std::optional<int> minutes;       // of who worked

    static constexpr auto fields()
    {
        return std::tuple(field("day", &Attendance::day),
                          field("participant", &Attendance::participant),
                          field("state", &Attendance::state).one_of("civic_attendance"),
                          field("minutes", &Attendance::minutes));
    }
};

// Planned, or done. Its attendances are of those whom the asker may read.
struct Day {
    static constexpr const char* title = "CivicDay";

    Id<Day> id;
    Id<Project> project;
    Date day;
    std::optional<std::string> begins;
    int minutes = 0;
    std::optional<std::string> what;
    std::vector<Attendance> attendances;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Day::id), field("project", &Day::project), field("day", &Day::day),
            field("begins", &Day::begins), field("minutes", &Day::minutes).says("That it lasts."),
            field("what", &Day::what), field("attendances", &Day::attendances).at_most(500));
    }
};

struct Picture {
    static constexpr const char* title = "CivicPicture";

    Id<Picture> id;
    std::string moment;
    Date taken_on;
    std::optional<std::string> caption;
    std::string added_by_name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Picture::id),
                          field("moment", &Picture::moment).one_of("civic_moment"),
                          field("taken_on", &Picture::taken_on),
                          field("caption", &Picture::caption).sealed(Mark::note),
                          field("added_by_name", &Picture::added_by_name));
    }
};

// All of a project. It counts whom the asker may read.
struct Project : ProjectDetails {
    static constexpr const char* title = "CivicProject";

    Id<Project> id;
    std::string state;
    std::optional<Date> insured_until; // without a gap; in the past where nobody is now
    std::vector<Insurance> insurances; // the latest first
    std::vector<Participant> participants;
    std::vector<Day> days; // the latest first
    std::vector<Picture> pictures;
    std::optional<std::string> result;
    std::optional<Date> result_on;
    std::optional<Date> ended_on;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Project::id)), ProjectDetails::fields(),
            std::tuple(field("state", &Project::state).one_of("civic_state"),
                       field("insured_until", &Project::insured_until),
                       field("insurances", &Project::insurances).at_most(100),
                       field("participants", &Project::participants).at_most(500),
                       field("days", &Project::days).at_most(1000),
                       field("pictures", &Project::pictures).at_most(200),
                       field("result", &Project::result), field("result_on", &Project::result_on),
                       field("ended_on", &Project::ended_on), field("version", &Project::version),
                       field("cancelled", &Project::cancelled)));
    }
};

// A project as a line of a list: it names nobody.
struct ProjectLine {
    static constexpr const char* title = "CivicProjectLine";

    Id<Project> id;
    std::string name;
    std::string kind;
    std::string district;
    std::optional<std::string> place;
    std::string state;
    std::optional<Date> insured_until;
    std::optional<int> needed_hands;
    int migrants = 0; // who take part now, or took part until the end
    int residents = 0;
    std::int64_t minutes = 0;
    std::optional<Date> next_on; // the next day of work
    std::optional<Date> result_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ProjectLine::id), field("name", &ProjectLine::name),
            field("kind", &ProjectLine::kind).one_of("civic_kind"),
            field("district", &ProjectLine::district).one_of("district"),
            field("place", &ProjectLine::place),
            field("state", &ProjectLine::state).one_of("civic_state"),
            field("insured_until", &ProjectLine::insured_until),
            field("needed_hands", &ProjectLine::needed_hands),
            field("migrants", &ProjectLine::migrants), field("residents", &ProjectLine::residents),
            field("minutes", &ProjectLine::minutes), field("next_on", &ProjectLine::next_on),
            field("result_on", &ProjectLine::result_on));
    }
};

struct ProjectLines {
    static constexpr const char* title = "CivicProjectLines";

    std::vector<ProjectLine> items; // those that go on first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ProjectLines::items).at_most(1000));
    }
};

// ---- of a person

struct MembershipDetails {
    std::string body;
    std::optional<std::string> body_name;
    std::string part;
    Date since;
    std::optional<Date> until;

    static constexpr auto fields()
    {
        return std::tuple(
            field("body", &MembershipDetails::body).one_of("civic_body").sample(R"("COUNCIL")"),
            field("body_name", &MembershipDetails::body_name).up_to(120).sealed(Mark::note),
            field("part", &MembershipDetails::part).one_of("civic_part").sample(R"("MEMBER")"),
            field("since", &MembershipDetails::since).not_future().sample(R"("2026-11-02")"),
            field("until", &MembershipDetails::until));
    }
};

struct Membership : MembershipDetails {
    static constexpr const char* title = "CivicMembership";

    Id<Membership> id;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Membership::id), field("person", &Membership::person)),
            MembershipDetails::fields());
    }
};

struct ProjectOfPerson {
    static constexpr const char* title = "CivicProjectOfPerson";

    Id<Project> project;
    std::string name;
    Date joined_on;
    std::optional<Date> left_on;
    std::int64_t minutes = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("project", &ProjectOfPerson::project),
                          field("name", &ProjectOfPerson::name),
                          field("joined_on", &ProjectOfPerson::joined_on),
                          field("left_on", &ProjectOfPerson::left_on),
                          field("minutes", &ProjectOfPerson::minutes));
    }
};

struct Engagement {
    static constexpr const char* title = "CivicEngagement";

    Id<people::Person> person;
    people::Card person_card;
    std::vector<ProjectOfPerson> projects;
    std::vector<Membership> memberships; // the latest first

    static constexpr auto fields()
    {
        return std::tuple(field("person", &Engagement::person),
                          field("person_card", &Engagement::person_card),
                          field("projects", &Engagement::projects).at_most(200),
                          field("memberships", &Engagement::memberships).at_most(200));
    }
};

} // namespace civic
