// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include <cstddef>

#include "civic/civic.h"

namespace civic {

// A picture in base64, and what is said of it.
inline constexpr std::size_t picture_request_bytes_max = 2 * 1024 * 1024;

// ---- projects: projects.cpp

struct AddProject : ProjectDetails {
    static constexpr const char* title = "AddCivicProject";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddProject::id).sample(core::samples::new_civic_project)),
            ProjectDetails::fields());
    }
};

struct ChangeProject : ProjectDetails {
    static constexpr const char* title = "ChangeCivicProject";

    Id<Project> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeProject::id).sample(core::samples::civic_project),
                       field("base", &ChangeProject::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            ProjectDetails::fields());
    }
};

struct ProjectPath {
    static constexpr const char* title = "CivicProjectPath";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ProjectPath::id).sample(core::samples::civic_project));
    }
};

struct RestoreProject {
    static constexpr const char* title = "RestoreCivicProject";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreProject::id).sample(core::samples::civic_project_cancelled));
    }
};

struct EndProject {
    static constexpr const char* title = "EndCivicProject";

    Id<Project> id;
    Date ended_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EndProject::id).sample(core::samples::civic_project_ended),
            field("ended_on", &EndProject::ended_on).not_future().sample(R"("2026-11-20")"));
    }
};

struct EndedPath {
    static constexpr const char* title = "EndedCivicProject";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &EndedPath::id).sample(core::samples::civic_project_ended));
    }
};

struct StateResult {
    static constexpr const char* title = "StateCivicResult";

    Id<Project> id;
    std::string result;
    Date result_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StateResult::id).sample(core::samples::civic_project),
            field("result", &StateResult::result)
                .up_to(2000)
                .says("What the district has of it; it names no person.")
                .sample(R"("Il sentiero è di nuovo percorribile")"),
            field("result_on", &StateResult::result_on).not_future().sample(R"("2026-11-20")"));
    }
};

ProjectLines list_projects(core::Context& context);
Project get_project(core::Context& context, const ProjectPath& wish);
Project add_project(core::Context& context, const AddProject& wish);
Project change_project(core::Context& context, const ChangeProject& wish);
void cancel_project(core::Context& context, const ProjectPath& wish);
Project restore_project(core::Context& context, const RestoreProject& wish);
Project end_project(core::Context& context, const EndProject& wish);
Project reopen_project(core::Context& context, const EndedPath& wish);
Project state_result(core::Context& context, const StateResult& wish);
Project withdraw_result(core::Context& context, const EndedPath& wish);

// ---- insurance: insurances.cpp

struct AddInsurance {
    static constexpr const char* title = "AddCivicInsurance";

    Id<Project> project;
    Id<Insurance> id;
    Date from_on;
    Date until_on;
    std::optional<std::string> policy;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &AddInsurance::project).sample(core::samples::civic_project),
            field("id", &AddInsurance::id).sample(core::samples::new_civic_insurance),
            field("from_on", &AddInsurance::from_on).sample(R"("2027-01-01")"),
            field("until_on", &AddInsurance::until_on).sample(R"("2027-06-30")"),
            field("policy", &AddInsurance::policy).up_to(120));
    }
};

struct InsurancePath {
    static constexpr const char* title = "CivicInsurancePath";

    Id<Insurance> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &InsurancePath::id).sample(core::samples::civic_insurance_spare));
    }
};

struct RestoreInsurance {
    static constexpr const char* title = "RestoreCivicInsurance";

    Id<Insurance> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreInsurance::id).sample(core::samples::civic_insurance_cancelled));
    }
};

Insurance add_insurance(core::Context& context, const AddInsurance& wish);
void cancel_insurance(core::Context& context, const InsurancePath& wish);
Insurance restore_insurance(core::Context& context, const RestoreInsurance& wish);

// ---- who takes part: participants.cpp

struct AddParticipant {
    static constexpr const char* title = "AddCivicParticipant";

    Id<Project> project;
    Id<Participant> id;
    std::string kind;
    std::optional<Id<people::Person>> person;
    std::optional<std::string> first_name;
    Date joined_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &AddParticipant::project).sample(core::samples::civic_project),
            field("id", &AddParticipant::id).sample(core::samples::new_civic_participant),
            field("kind", &AddParticipant::kind).one_of("civic_participant").sample(R"("migrant")"),
            field("person", &AddParticipant::person)
                .sample(core::samples::amina)
                .says("Of a migrant."),
            field("first_name", &AddParticipant::first_name)
                .up_to(40)
                .sealed(Mark::identity)
                .says("Of a resident, who may also stay without: there is no registry of them."),
            field("joined_on", &AddParticipant::joined_on).not_future().sample(R"("2026-11-16")"));
    }
};

struct EndParticipation {
    static constexpr const char* title = "EndCivicParticipation";

    Id<Participant> id;
    std::optional<Date> left_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EndParticipation::id).sample(core::samples::civic_participant),
            field("left_on", &EndParticipation::left_on)
                .not_future()
                .says("Left out, they take part again."));
    }
};

struct ParticipantPath {
    static constexpr const char* title = "CivicParticipantPath";

    Id<Participant> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ParticipantPath::id).sample(core::samples::civic_participant));
    }
};

struct RestoreParticipant {
    static constexpr const char* title = "RestoreCivicParticipant";

    Id<Participant> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RestoreParticipant::id)
                              .sample(core::samples::civic_participant_cancelled));
    }
};

Participant add_participant(core::Context& context, const AddParticipant& wish);
Participant end_participation(core::Context& context, const EndParticipation& wish);
void cancel_participant(core::Context& context, const ParticipantPath& wish);
Participant restore_participant(core::Context& context, const RestoreParticipant& wish);
// First names of residents, a month after the end.
std::vector<Uuid> forget_first_names(core::Context& context);

// ---- days of work: days.cpp

struct DayDetails {
    Date day;
    std::optional<std::string> begins;
    int minutes = 0;
    std::optional<std::string> what;

    static constexpr auto fields()
    {
        return std::tuple(field("day", &DayDetails::day).sample(R"("2026-11-21")"),
                          field("begins", &DayDetails::begins).up_to(5).sample(R"("09:30")"),
                          field("minutes", &DayDetails::minutes)
                              .between(15, 720)
                              .sample("180")
                              .says("What one tap writes down of who worked."),
                          field("what", &DayDetails::what).up_to(500).says("It names no person."));
    }
};

struct AddDay : DayDetails {
    static constexpr const char* title = "AddCivicDay";

    Id<Project> project;
    Id<Day> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("project", &AddDay::project).sample(core::samples::civic_project),
                       field("id", &AddDay::id).sample(core::samples::new_civic_day)),
            DayDetails::fields());
    }
};

struct ChangeDay : DayDetails {
    static constexpr const char* title = "ChangeCivicDay";

    Id<Day> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeDay::id).sample(core::samples::civic_day_next)),
            DayDetails::fields());
    }
};

struct DayPath {
    static constexpr const char* title = "CivicDayPath";

    Id<Day> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DayPath::id).sample(core::samples::civic_day));
    }
};

struct RestoreDay {
    static constexpr const char* title = "RestoreCivicDay";

    Id<Day> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RestoreDay::id).sample(core::samples::civic_day_cancelled));
    }
};

// One tap of who coordinates, and its undo: what is said of somebody on a day.
struct SetAttendance {
    static constexpr const char* title = "SetCivicAttendance";

    Id<Day> day;
    Id<Participant> participant;
    std::optional<std::string> state;
    std::optional<int> minutes;
    std::optional<Instant> at;
    std::optional<Instant> phone_said_at;

    static constexpr auto fields()
    {
        return std::tuple(field("day", &SetAttendance::day).sample(core::samples::civic_day),
                          field("participant", &SetAttendance::participant)
                              .sample(core::samples::civic_participant),
                          field("state", &SetAttendance::state)
                              .one_of("civic_attendance")
                              .sample(R"("worked")")
                              .says("Left out, nothing is said of them any more."),
                          field("minutes", &SetAttendance::minutes)
                              .between(15, 720)
                              .says("Of who worked; left out, those of the day."),
                          field("at", &SetAttendance::at)
                              .not_future()
                              .says("When it was said, which a phone without a signal tells "
                                    "later; now when left out. What was said after it stands."),
                          field("phone_said_at", &SetAttendance::phone_said_at)
                              .says("Where the phone's clock was wrong: what it said."));
    }
};

Day add_day(core::Context& context, const AddDay& wish);
Day change_day(core::Context& context, const ChangeDay& wish);
void cancel_day(core::Context& context, const DayPath& wish);
Day restore_day(core::Context& context, const RestoreDay& wish);
Attendance set_attendance(core::Context& context, const SetAttendance& wish);

// ---- pictures: pictures.cpp

struct AddPicture {
    static constexpr const char* title = "AddCivicPicture";

    Id<Project> project;
    Id<Picture> id;
    std::string moment;
    Date taken_on;
    std::optional<std::string> caption;
    std::string content; // base64
    std::string jpeg;    // set by check_picture

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &AddPicture::project).sample(core::samples::civic_project),
            field("id", &AddPicture::id).sample(core::samples::new_civic_picture),
            field("moment", &AddPicture::moment).one_of("civic_moment").sample(R"("after")"),
            field("taken_on", &AddPicture::taken_on).not_future().sample(R"("2026-11-21")"),
            field("caption", &AddPicture::caption).up_to(200).sealed(Mark::note),
            field("content", &AddPicture::content)
                .up_to(picture_request_bytes_max)
                .sealed(Mark::note)
                .says("A JPEG, PNG or WebP in base64; what the camera wrote into it is not kept.")
                .sample(core::samples::civic_picture_content));
    }
};

struct PicturePath {
    static constexpr const char* title = "CivicPicturePath";

    Id<Picture> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PicturePath::id).sample(core::samples::civic_picture));
    }
};

struct RestorePicture {
    static constexpr const char* title = "RestoreCivicPicture";

    Id<Picture> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestorePicture::id).sample(core::samples::civic_picture_cancelled));
    }
};

// Before it is added: draws it anew.
void check_picture(core::Context& context, AddPicture& wish);
Picture add_picture(core::Context& context, const AddPicture& wish);
core::Bytes get_picture(core::Context& context, const PicturePath& wish);
void cancel_picture(core::Context& context, const PicturePath& wish);
Picture restore_picture(core::Context& context, const RestorePicture& wish);

// ---- of a person: memberships.cpp

struct PersonPath {
    static constexpr const char* title = "CivicPersonPath";

    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &PersonPath::person).sample(core::samples::amina));
    }
};

struct AddMembership : MembershipDetails {
    static constexpr const char* title = "AddCivicMembership";

    Id<Membership> id;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddMembership::id).sample(core::samples::new_civic_membership),
                       field("person", &AddMembership::person).sample(core::samples::amina)),
            MembershipDetails::fields());
    }
};

struct ChangeMembership : MembershipDetails {
    static constexpr const char* title = "ChangeCivicMembership";

    Id<Membership> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeMembership::id).sample(core::samples::civic_membership)),
            MembershipDetails::fields());
    }
};

struct MembershipPath {
    static constexpr const char* title = "CivicMembershipPath";

    Id<Membership> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MembershipPath::id).sample(core::samples::civic_membership));
    }
};

struct RestoreMembership {
    static constexpr const char* title = "RestoreCivicMembership";

    Id<Membership> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreMembership::id).sample(core::samples::civic_membership_cancelled));
    }
};

Engagement show_engagement(core::Context& context, const PersonPath& wish);
Membership add_membership(core::Context& context, const AddMembership& wish);
Membership change_membership(core::Context& context, const ChangeMembership& wish);
void cancel_membership(core::Context& context, const MembershipPath& wish);
Membership restore_membership(core::Context& context, const RestoreMembership& wish);

} // namespace civic
