// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "civic/civic.h"
#include "core/actor.h"
#include "store/store.h"

namespace civic {

struct ProjectRow : ProjectDetails {
    static constexpr const char* title = "CivicProjectRow";
    static constexpr const char* table = "civic_project";

    Id<Project> id;
    std::optional<std::string> result;
    std::optional<Date> result_on;
    std::optional<Date> ended_on;
    Id<core::Account> written_by;
    Instant written_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &ProjectRow::id)), ProjectDetails::fields(),
                              std::tuple(field("result", &ProjectRow::result),
                                         field("result_on", &ProjectRow::result_on),
                                         field("ended_on", &ProjectRow::ended_on),
                                         field("written_by", &ProjectRow::written_by),
                                         field("written_at", &ProjectRow::written_at),
                                         field("version", &ProjectRow::version),
                                         field("cancelled_at", &ProjectRow::cancelled_at)));
    }
};

struct InsuranceRow {
    static constexpr const char* title = "CivicInsuranceRow";
    static constexpr const char* table = "civic_insurance";

    Id<Insurance> id;
    Id<Project> project;
    Date from_on;
    Date until_on;
    std::optional<std::string> policy;
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &InsuranceRow::id), field("project", &InsuranceRow::project),
            field("from_on", &InsuranceRow::from_on), field("until_on", &InsuranceRow::until_on),
            field("policy", &InsuranceRow::policy), field("written_by", &InsuranceRow::written_by),
            field("written_at", &InsuranceRow::written_at),
            field("cancelled_at", &InsuranceRow::cancelled_at));
    }
};

struct ParticipantRow {
    static constexpr const char* title = "CivicParticipantRow";
    static constexpr const char* table = "civic_participant";

    Id<Participant> id;
    Id<Project> project;
    std::string kind;
    std::optional<Id<people::Person>> person;
    std::optional<std::string> first_name;
    Date joined_on;
    std::optional<Date> left_on;
    bool left_by_end = false; // because the project was over
    Id<core::Account> added_by;
    Instant added_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ParticipantRow::id), field("project", &ParticipantRow::project),
            field("kind", &ParticipantRow::kind), field("person", &ParticipantRow::person),
            field("first_name", &ParticipantRow::first_name).sealed(Mark::identity),
            field("joined_on", &ParticipantRow::joined_on),
            field("left_on", &ParticipantRow::left_on),
            field("left_by_end", &ParticipantRow::left_by_end),
            field("added_by", &ParticipantRow::added_by),
            field("added_at", &ParticipantRow::added_at),
            field("cancelled_at", &ParticipantRow::cancelled_at));
    }
};

struct DayRow {
    static constexpr const char* title = "CivicDayRow";
    static constexpr const char* table = "civic_day";

    Id<Day> id;
    Id<Project> project;
    Date day;
    std::optional<std::string> begins;
    int minutes = 0;
    std::optional<std::string> what;
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DayRow::id), field("project", &DayRow::project),
                          field("day", &DayRow::day), field("begins", &DayRow::begins),
                          field("minutes", &DayRow::minutes), field("what", &DayRow::what),
                          field("written_by", &DayRow::written_by),
                          field("written_at", &DayRow::written_at),
                          field("cancelled_at", &DayRow::cancelled_at));
    }
};

// One for each day and participant.
struct AttendanceRow {
    static constexpr const char* title = "CivicAttendanceRow";
    static constexpr const char* table = "civic_attendance";

    Id<AttendanceRow> id;
    Id<Day> day;
    Id<Participant> participant;
    std::optional<std::string> state;
    std::optional<Date> worked_on;
    std::optional<int> minutes;
    Id<core::Account> said_by;
    Instant said_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AttendanceRow::id), field("day", &AttendanceRow::day),
            field("participant", &AttendanceRow::participant),
            field("state", &AttendanceRow::state), field("worked_on", &AttendanceRow::worked_on),
            field("minutes", &AttendanceRow::minutes), field("said_by", &AttendanceRow::said_by),
            field("said_at", &AttendanceRow::said_at));
    }
};

struct PictureRow {
    static constexpr const char* title = "CivicPictureRow";
    static constexpr const char* table = "civic_picture";

    Id<Picture> id;
    Id<Project> project;
    std::string moment;
    Date taken_on;
    std::optional<std::string> caption;
    Id<core::Account> added_by;
    Instant added_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PictureRow::id), field("project", &PictureRow::project),
            field("moment", &PictureRow::moment), field("taken_on", &PictureRow::taken_on),
            field("caption", &PictureRow::caption).sealed(Mark::note),
            field("added_by", &PictureRow::added_by), field("added_at", &PictureRow::added_at),
            field("cancelled_at", &PictureRow::cancelled_at));
    }
};

// The picture itself; its id is that of the picture.
struct ContentRow {
    static constexpr const char* title = "CivicPictureContentRow";
    static constexpr const char* table = "civic_picture_content";

    Id<Picture> id;
    std::string content;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ContentRow::id),
                          field("content", &ContentRow::content).sealed(Mark::note));
    }
};

struct MembershipRow : MembershipDetails {
    static constexpr const char* title = "CivicMembershipRow";
    static constexpr const char* table = "civic_membership";

    Id<Membership> id;
    Id<people::Person> person;
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &MembershipRow::id), field("person", &MembershipRow::person)),
            MembershipDetails::fields(),
            std::tuple(field("written_by", &MembershipRow::written_by),
                       field("written_at", &MembershipRow::written_at),
                       field("cancelled_at", &MembershipRow::cancelled_at)));
    }
};

// What the participants of one kind have done in a project.
struct TallyRow {
    static constexpr const char* title = "CivicTallyRow";

    Id<Project> project;
    std::string kind;
    int participants = 0; // who have not left before the end
    std::int64_t minutes = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("project", &TallyRow::project), field("kind", &TallyRow::kind),
                          field("participants", &TallyRow::participants),
                          field("minutes", &TallyRow::minutes));
    }
};

struct NextDayRow {
    static constexpr const char* title = "CivicNextDayRow";

    Id<Project> project;
    Date day;

    static constexpr auto fields()
    {
        return std::tuple(field("project", &NextDayRow::project), field("day", &NextDayRow::day));
    }
};

std::optional<ProjectRow> find_project(store::Transaction& transaction, const Id<Project>& id);
// Those that stand, by name.
std::vector<ProjectRow> every_project(store::Transaction& transaction);
// Of whom the scope sees.
std::vector<TallyRow> tallies(store::Transaction& transaction, const core::Scope& scope);
std::vector<NextDayRow> next_days(store::Transaction& transaction, Date from);

std::optional<InsuranceRow> find_insurance(store::Transaction& transaction,
                                           const Id<Insurance>& id);
// Those that stand, the latest first.
std::vector<InsuranceRow> insurances_of(store::Transaction& transaction, const Id<Project>& id);
std::vector<InsuranceRow> every_insurance(store::Transaction& transaction);

std::optional<ParticipantRow> find_participant(store::Transaction& transaction,
                                               const Id<Participant>& id);
// Those that the scope sees, in the order in which they came; cancelled ones among them, so that
// the number of a resident stays.
std::vector<ParticipantRow> participants_of(store::Transaction& transaction,
                                            const core::Scope& scope, const Id<Project>& id);
// With the end of a project nobody takes part any more; and who did until then does again.
void end_participations(store::Transaction& transaction, const Id<Project>& id, Date day);
void resume_participations(store::Transaction& transaction, const Id<Project>& id);
// Residents who have a first name, in projects that ended or were cancelled before that day, or who
// were cancelled themselves.
std::vector<ParticipantRow> named_residents(store::Transaction& transaction, Date before);

std::optional<DayRow> find_day(store::Transaction& transaction, const Id<Day>& id);
// Those that stand, the latest first.
std::vector<DayRow> days_of(store::Transaction& transaction, const Id<Project>& id);

std::optional<AttendanceRow> find_attendance(store::Transaction& transaction, const Id<Day>& day,
                                             const Id<Participant>& participant);
// Of days and participants that stand and that the scope sees.
std::vector<AttendanceRow> attendances_of(store::Transaction& transaction, const core::Scope& scope,
                                          const Id<Project>& id);
// By those whom the scope sees.
int count_worked(store::Transaction& transaction, const core::Scope& scope, const Id<Day>& day);

std::optional<PictureRow> find_picture(store::Transaction& transaction, const Id<Picture>& id);
// Those that stand, the oldest first.
std::vector<PictureRow> pictures_of(store::Transaction& transaction, const Id<Project>& id);
std::optional<ContentRow> find_content(store::Transaction& transaction, const Id<Picture>& id);

std::optional<MembershipRow> find_membership(store::Transaction& transaction,
                                             const Id<Membership>& id);
std::vector<MembershipRow> memberships_of(store::Transaction& transaction,
                                          const Id<people::Person>& person);

// What a person has done in a project: the row of who takes part, with the project's name.
struct TookPartRow {
    static constexpr const char* title = "CivicTookPartRow";

    Id<Project> project;
    std::string name;
    Date joined_on;
    std::optional<Date> left_on;
    std::int64_t minutes = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("project", &TookPartRow::project), field("name", &TookPartRow::name),
            field("joined_on", &TookPartRow::joined_on), field("left_on", &TookPartRow::left_on),
            field("minutes", &TookPartRow::minutes));
    }
};

std::vector<TookPartRow> projects_of(store::Transaction& transaction,
                                     const Id<people::Person>& person);

} // namespace civic
