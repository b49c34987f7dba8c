// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "store/store.h"
#include "workshops/workshops.h"

namespace workshops {

struct WorkshopRow : WorkshopDetails {
    static constexpr const char* title = "WorkshopRow";
    static constexpr const char* table = "workshops_workshop";

    Id<Workshop> id;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> closed_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &WorkshopRow::id)),
                              WorkshopDetails::own_fields(),
                              std::tuple(field("changed_by", &WorkshopRow::changed_by),
                                         field("changed_at", &WorkshopRow::changed_at),
                                         field("version", &WorkshopRow::version),
                                         field("closed_at", &WorkshopRow::closed_at)));
    }
};

struct SessionRow : SessionDetails {
    static constexpr const char* title = "WorkshopSessionRow";
    static constexpr const char* table = "workshops_session";

    Id<Session> id;
    Id<Workshop> workshop;
    Date day;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &SessionRow::id),
                                         field("workshop", &SessionRow::workshop),
                                         field("day", &SessionRow::day)),
                              SessionDetails::fields(),
                              std::tuple(field("changed_by", &SessionRow::changed_by),
                                         field("changed_at", &SessionRow::changed_at),
                                         field("version", &SessionRow::version),
                                         field("cancelled_at", &SessionRow::cancelled_at)));
    }
};

struct EnrolmentRow {
    static constexpr const char* title = "WorkshopEnrolmentRow";
    static constexpr const char* table = "workshops_enrolment";

    Id<Enrolment> id;
    Id<Workshop> workshop;
    Id<people::Person> person;
    std::string called;
    std::string state;
    Instant asked_at;
    std::optional<Date> enrolled_on;
    std::optional<Date> left_on;
    std::optional<std::string> entry_level;
    std::optional<std::string> exit_level;
    std::optional<Date> exit_on;
    Id<core::Account> enrolled_by;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EnrolmentRow::id), field("workshop", &EnrolmentRow::workshop),
            field("person", &EnrolmentRow::person),
            field("called", &EnrolmentRow::called).sealed(Mark::identity),
            field("state", &EnrolmentRow::state), field("asked_at", &EnrolmentRow::asked_at),
            field("enrolled_on", &EnrolmentRow::enrolled_on),
            field("left_on", &EnrolmentRow::left_on),
            field("entry_level", &EnrolmentRow::entry_level),
            field("exit_level", &EnrolmentRow::exit_level),
            field("exit_on", &EnrolmentRow::exit_on),
            field("enrolled_by", &EnrolmentRow::enrolled_by),
            field("version", &EnrolmentRow::version),
            field("cancelled_at", &EnrolmentRow::cancelled_at));
    }
};

struct AttendanceRow {
    static constexpr const char* title = "WorkshopAttendanceRow";
    static constexpr const char* table = "workshops_attendance";

    Id<AttendanceRow> id;
    Id<Session> session;
    Id<Enrolment> enrolment;
    Date day;
    std::string mark;
    int minutes = 0;
    Id<core::Account> marked_by;
    Instant marked_at;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AttendanceRow::id), field("session", &AttendanceRow::session),
            field("enrolment", &AttendanceRow::enrolment), field("day", &AttendanceRow::day),
            field("mark", &AttendanceRow::mark).one_of("attendance_mark"),
            field("minutes", &AttendanceRow::minutes),
            field("marked_by", &AttendanceRow::marked_by),
            field("marked_at", &AttendanceRow::marked_at),
            field("version", &AttendanceRow::version));
    }
};

struct SheetRow {
    static constexpr const char* title = "WorkshopSheetRow";
    static constexpr const char* table = "workshops_sheet";

    Id<Sheet> id;
    Id<Session> session;
    std::string content; // JPEG
    Id<core::Account> added_by;
    Instant added_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SheetRow::id), field("session", &SheetRow::session),
                          field("content", &SheetRow::content).sealed(Mark::note),
                          field("added_by", &SheetRow::added_by),
                          field("added_at", &SheetRow::added_at),
                          field("cancelled_at", &SheetRow::cancelled_at));
    }
};

struct AnswerRow {
    static constexpr const char* title = "WorkshopAnswerRow";
    static constexpr const char* table = "workshops_answer";

    Id<Answer> id;
    Id<Workshop> workshop;
    Date day;
    int helpful = 0;
    int welcome = 0;
    int again = 0;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerRow::id), field("workshop", &AnswerRow::workshop),
                          field("day", &AnswerRow::day), field("helpful", &AnswerRow::helpful),
                          field("welcome", &AnswerRow::welcome), field("again", &AnswerRow::again),
                          field("cancelled_at", &AnswerRow::cancelled_at));
    }
};

struct WorkRow : WorkDetails {
    static constexpr const char* title = "WorkshopWorkRow";
    static constexpr const char* table = "workshops_work";

    Id<Work> id;
    Id<Workshop> workshop;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WorkRow::id), field("workshop", &WorkRow::workshop)),
            WorkDetails::fields(),
            std::tuple(field("recorded_by", &WorkRow::recorded_by),
                       field("recorded_at", &WorkRow::recorded_at),
                       field("cancelled_at", &WorkRow::cancelled_at)));
    }
};

// ---- workshops; their leaders too

std::optional<WorkshopRow> find_workshop(store::Transaction& transaction, const Id<Workshop>& id);
std::vector<WorkshopRow> every_workshop(store::Transaction& transaction);
bool leads(store::Transaction& transaction, const Id<core::Account>& account,
           const Id<Workshop>& workshop);
void insert_workshop(store::Transaction& transaction, const WorkshopRow& row);
void update_workshop(store::Transaction& transaction, const WorkshopRow& row);

// ---- sessions

std::optional<SessionRow> find_session(store::Transaction& transaction, const Id<Session>& id);
std::vector<SessionRow> sessions_of(store::Transaction& transaction, const Id<Workshop>& workshop);
// Of every workshop: how many stand, and when the next one begins.
struct SessionSum {
    static constexpr const char* title = "WorkshopSessionSum";

    Id<Workshop> workshop;
    int sessions = 0;
    std::optional<Instant> next_at;

    static constexpr auto fields()
    {
        return std::tuple(field("workshop", &SessionSum::workshop),
                          field("sessions", &SessionSum::sessions),
                          field("next_at", &SessionSum::next_at));
    }
};
std::vector<SessionSum> session_sums(store::Transaction& transaction, Instant now);
// Of a workshop, by session: marks of those whom the scope sees.
struct MarkSum {
    static constexpr const char* title = "WorkshopMarkSum";

    Id<Session> session;
    int present = 0;
    int marked = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("session", &MarkSum::session), field("present", &MarkSum::present),
                          field("marked", &MarkSum::marked));
    }
};
std::vector<MarkSum> mark_sums(store::Transaction& transaction, const core::Scope& scope,
                               const Id<Workshop>& workshop);
// The sheets of all its sessions that stand, without their pictures.
std::vector<SheetRow> sheets_of_workshop(store::Transaction& transaction,
                                         const Id<Workshop>& workshop);

// ---- enrolments

std::optional<EnrolmentRow> find_enrolment(store::Transaction& transaction,
                                           const Id<Enrolment>& id);
// Those that stand and that the scope sees, by when they asked.
std::vector<EnrolmentRow> enrolments_of(store::Transaction& transaction, const core::Scope& scope,
                                        const Id<Workshop>& workshop);
std::vector<EnrolmentRow> enrolments_of_person(store::Transaction& transaction,
                                               const Id<people::Person>& person);
std::optional<EnrolmentRow> find_standing(store::Transaction& transaction,
                                          const Id<Workshop>& workshop,
                                          const Id<people::Person>& person);
// Of everybody, whoever asks: a seat that is taken is taken.
int count_in_state(store::Transaction& transaction, const Id<Workshop>& workshop,
                   const std::string& state);
int count_waiting_before(store::Transaction& transaction, const Id<Workshop>& workshop,
                         Instant asked_at);

// ---- attendance

std::optional<AttendanceRow> find_attendance(store::Transaction& transaction,
                                             const Id<AttendanceRow>& id);
std::vector<AttendanceRow> attendance_of(store::Transaction& transaction,
                                         const Id<Session>& session);
struct Hours {
    static constexpr const char* title = "WorkshopHours";

    Id<Enrolment> id;
    int attended = 0; // minutes
    int held = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Hours::id), field("attended", &Hours::attended),
                          field("held", &Hours::held));
    }
};
// Of every enrolment of a workshop that took a seat once.
std::vector<Hours> hours_of(store::Transaction& transaction, const core::Scope& scope,
                            const Id<Workshop>& workshop);
// Who was there once, of those whom the scope sees.
std::vector<EnrolmentRow> attenders_once(store::Transaction& transaction, const core::Scope& scope,
                                         const Id<Workshop>& workshop);
// Who had a place on the day of a session, or was marked in it, and is not seen by the scope.
std::vector<EnrolmentRow> unseen_at(store::Transaction& transaction, const core::Scope& scope,
                                    const SessionRow& session);

std::optional<SheetRow> find_sheet(store::Transaction& transaction, const Id<Sheet>& id);
// Without their pictures.
std::vector<SheetRow> sheets_of(store::Transaction& transaction, const Id<Session>& session);

// ---- what came of it

std::optional<AnswerRow> find_answer(store::Transaction& transaction, const Id<Answer>& id);
std::vector<AnswerRow> answers_of(store::Transaction& transaction, const Id<Workshop>& workshop);

std::optional<WorkRow> find_work(store::Transaction& transaction, const Id<Work>& id);
std::vector<WorkRow> works_of(store::Transaction& transaction, const Id<Workshop>& workshop);
struct WorkSum {
    static constexpr const char* title = "WorkshopWorkSum";

    Id<Workshop> workshop;
    int works = 0;
    int bridges = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("workshop", &WorkSum::workshop), field("works", &WorkSum::works),
                          field("bridges", &WorkSum::bridges));
    }
};
std::vector<WorkSum> work_sums(store::Transaction& transaction);

} // namespace workshops
