// SPDX-License-Identifier: EUPL-1.2
// The acts of this module, with what each is asked.
#pragma once

#include "core/act.h"
#include "workshops/workshops.h"

namespace workshops {

// ---- workshops and sessions: planning.cpp

struct WorkshopPath {
    static constexpr const char* title = "WorkshopPath";
    Id<Workshop> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &WorkshopPath::id).sample(core::samples::workshop));
    }
};

struct WriteWorkshop : WorkshopDetails {
    static constexpr const char* title = "WriteWorkshop";
    Id<Workshop> id;
    std::optional<bool> closed;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WriteWorkshop::id).sample(core::samples::new_workshop)),
            WorkshopDetails::fields(),
            std::tuple(field("closed", &WriteWorkshop::closed)
                           .says("It goes on no more; what happened there stays."),
                       field("base", &WriteWorkshop::base)));
    }
};

struct AddSession : SessionDetails {
    static constexpr const char* title = "AddWorkshopSession";
    Id<Session> id;
    Id<Workshop> workshop;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddSession::id).sample(core::samples::new_workshop_session),
                       field("workshop", &AddSession::workshop).sample(core::samples::workshop)),
            SessionDetails::fields());
    }
};

struct ChangeSession : SessionDetails {
    static constexpr const char* title = "ChangeWorkshopSession";
    Id<Session> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &ChangeSession::id).sample(core::samples::workshop_session_coming)),
            SessionDetails::fields(), std::tuple(field("base", &ChangeSession::base)));
    }
};

struct SessionPath {
    static constexpr const char* title = "WorkshopSessionPath";
    Id<Session> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SessionPath::id).sample(core::samples::workshop_session));
    }
};

struct RestoreSession {
    static constexpr const char* title = "RestoreWorkshopSession";
    Id<Session> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreSession::id).sample(core::samples::workshop_session_cancelled));
    }
};

WorkshopLines list_workshops(core::Context& context);
Workshop get_workshop(core::Context& context, const WorkshopPath& wish);
Workshop write_workshop(core::Context& context, const WriteWorkshop& wish);
Leaders list_leaders(core::Context& context);
Session add_session(core::Context& context, const AddSession& wish);
Session change_session(core::Context& context, const ChangeSession& wish);
Session cancel_session(core::Context& context, const SessionPath& wish);
Session restore_session(core::Context& context, const RestoreSession& wish);

// ---- who takes part: enrolments.cpp

struct EnrolPerson {
    static constexpr const char* title = "EnrolPerson";
    Id<Enrolment> id;
    Id<Workshop> workshop;
    Id<people::Person> person;
    std::optional<std::string> called;
    std::optional<std::string> entry_level;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &EnrolPerson::id).sample(core::samples::new_enrolment),
            field("workshop", &EnrolPerson::workshop).sample(core::samples::workshop),
            field("person", &EnrolPerson::person).sample(core::samples::ibrahima),
            field("called", &EnrolPerson::called)
                .up_to(40)
                .sealed(Mark::identity)
                .says("The first name that whoever leads the workshop sees; that of the person "
                      "when left out."),
            field("entry_level", &EnrolPerson::entry_level).one_of("cefr_level"));
    }
};

struct EnrolmentPath {
    static constexpr const char* title = "WorkshopEnrolmentPath";
    Id<Enrolment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &EnrolmentPath::id).sample(core::samples::enrolment));
    }
};

struct RestoreEnrolment {
    static constexpr const char* title = "RestoreWorkshopEnrolment";
    Id<Enrolment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreEnrolment::id).sample(core::samples::enrolment_cancelled));
    }
};

struct SetPlace {
    static constexpr const char* title = "SetWorkshopPlace";
    Id<Enrolment> id;
    std::string state;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SetPlace::id).sample(core::samples::enrolment_waiting),
            field("state", &SetPlace::state).one_of("enrolment_state").sample(R"("enrolled")"));
    }
};

struct SetLevels {
    static constexpr const char* title = "SetWorkshopLevels";
    Id<Enrolment> id;
    std::optional<std::string> entry_level;
    std::optional<std::string> exit_level;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SetLevels::id).sample(core::samples::enrolment_waiting),
            field("entry_level", &SetLevels::entry_level).one_of("cefr_level").sample(R"("A1")"),
            field("exit_level", &SetLevels::exit_level).one_of("cefr_level"));
    }
};

struct ListEnrolments {
    static constexpr const char* title = "ListWorkshopEnrolments";
    Id<Workshop> workshop;

    static constexpr auto fields()
    {
        return std::tuple(
            field("workshop", &ListEnrolments::workshop).sample(core::samples::workshop_course));
    }
};

struct OfPerson {
    static constexpr const char* title = "WorkshopsOfPerson";
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &OfPerson::person).sample(core::samples::amina));
    }
};

Enrolments list_enrolments(core::Context& context, const ListEnrolments& wish);
Enrolments list_of_person(core::Context& context, const OfPerson& wish);
Enrolment enrol_person(core::Context& context, const EnrolPerson& wish);
Enrolment cancel_enrolment(core::Context& context, const EnrolmentPath& wish);
Enrolment restore_enrolment(core::Context& context, const RestoreEnrolment& wish);
Enrolment set_place(core::Context& context, const SetPlace& wish);
Enrolment set_levels(core::Context& context, const SetLevels& wish);

// ---- who was there: attendance.cpp

struct RegisterPath {
    static constexpr const char* title = "WorkshopRegisterPath";
    Id<Session> session;

    static constexpr auto fields()
    {
        return std::tuple(
            field("session", &RegisterPath::session).sample(core::samples::workshop_session));
    }
};

struct MarkAttendance {
    static constexpr const char* title = "MarkAttendance";
    Id<Session> session;
    Id<Enrolment> enrolment;
    std::string mark;
    std::optional<int> minutes;
    std::optional<Instant> at;
    std::optional<Instant> phone_said_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("session", &MarkAttendance::session).sample(core::samples::workshop_session),
            field("enrolment", &MarkAttendance::enrolment).sample(core::samples::enrolment),
            field("mark", &MarkAttendance::mark).one_of("attendance_mark").sample(R"("present")"),
            field("minutes", &MarkAttendance::minutes)
                .between(1, 1440)
                .says("Of who was there for a part; the whole session when left out."),
            field("at", &MarkAttendance::at)
                .not_future()
                .says("When it was tapped, which a phone without a signal tells later; now when "
                      "left out. A mark that was made after it stands."),
            field("phone_said_at", &MarkAttendance::phone_said_at)
                .says("Where the phone's clock was wrong: what it said."));
    }
};

// The photo of a sheet with signatures.
struct AttachSheet {
    static constexpr const char* title = "AttachWorkshopSheet";
    Id<Sheet> id;
    Id<Session> session;
    std::string photo; // base64
    std::string jpeg;  // drawn anew from it, before the writer is asked

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AttachSheet::id).sample(core::samples::new_workshop_sheet),
            field("session", &AttachSheet::session).sample(core::samples::workshop_session),
            field("photo", &AttachSheet::photo)
                .up_to(980'000)
                .sealed(Mark::note)
                .sample(core::samples::small_photo)
                .says("JPEG, PNG or WebP as base64; it is drawn anew."));
    }
};

struct SheetPath {
    static constexpr const char* title = "WorkshopSheetPath";
    Id<Sheet> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SheetPath::id).sample(core::samples::workshop_sheet));
    }
};

struct RestoreSheet {
    static constexpr const char* title = "RestoreWorkshopSheet";
    Id<Sheet> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreSheet::id).sample(core::samples::workshop_sheet_cancelled));
    }
};

Register show_register(core::Context& context, const RegisterPath& wish);
Attender mark_attendance(core::Context& context, const MarkAttendance& wish);
void draw_sheet(core::Context& context, AttachSheet& wish); // before the writer
Sheet attach_sheet(core::Context& context, const AttachSheet& wish);
Sheet cancel_sheet(core::Context& context, const SheetPath& wish);
Sheet restore_sheet(core::Context& context, const RestoreSheet& wish);
core::Bytes get_sheet(core::Context& context, const SheetPath& wish);

// ---- on paper and in calendars: papers.cpp

struct CalendarPath {
    static constexpr const char* title = "WorkshopCalendarPath";
    Id<Workshop> workshop;

    static constexpr auto fields()
    {
        return std::tuple(
            field("workshop", &CalendarPath::workshop).sample(core::samples::workshop));
    }
};

core::Bytes print_calendar(core::Context& context, const CalendarPath& wish);
core::Bytes print_sheet(core::Context& context, const RegisterPath& wish);
core::Bytes print_certificate(core::Context& context, const EnrolmentPath& wish);

// ---- what came of it: results.cpp

struct AddAnswer {
    static constexpr const char* title = "AddWorkshopAnswer";
    Id<Answer> id;
    Id<Workshop> workshop;
    int helpful = 0;
    int welcome = 0;
    int again = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AddAnswer::id).sample(core::samples::new_workshop_answer),
                          field("workshop", &AddAnswer::workshop).sample(core::samples::workshop),
                          field("helpful", &AddAnswer::helpful).between(1, 5).sample("4"),
                          field("welcome", &AddAnswer::welcome).between(1, 5).sample("5"),
                          field("again", &AddAnswer::again).between(1, 5).sample("5"));
    }
};

struct AnswerPath {
    static constexpr const char* title = "WorkshopAnswerPath";
    Id<Answer> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerPath::id).sample(core::samples::workshop_answer));
    }
};

struct RestoreAnswer {
    static constexpr const char* title = "RestoreWorkshopAnswer";
    Id<Answer> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreAnswer::id).sample(core::samples::workshop_answer_cancelled));
    }
};

struct ShowAnswers {
    static constexpr const char* title = "ShowWorkshopAnswers";
    Id<Workshop> workshop;

    static constexpr auto fields()
    {
        return std::tuple(
            field("workshop", &ShowAnswers::workshop).sample(core::samples::workshop));
    }
};

struct RecordWork : WorkDetails {
    static constexpr const char* title = "RecordWorkshopWork";
    Id<Work> id;
    Id<Workshop> workshop;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &RecordWork::id).sample(core::samples::new_workshop_work),
                       field("workshop", &RecordWork::workshop).sample(core::samples::workshop)),
            WorkDetails::fields());
    }
};

struct WorkPath {
    static constexpr const char* title = "WorkshopWorkPath";
    Id<Work> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &WorkPath::id).sample(core::samples::workshop_work));
    }
};

struct RestoreWork {
    static constexpr const char* title = "RestoreWorkshopWork";
    Id<Work> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreWork::id).sample(core::samples::workshop_work_cancelled));
    }
};

Answers show_answers(core::Context& context, const ShowAnswers& wish);
Answers add_answer(core::Context& context, const AddAnswer& wish);
Answers cancel_answer(core::Context& context, const AnswerPath& wish);
Answers restore_answer(core::Context& context, const RestoreAnswer& wish);
Work record_work(core::Context& context, const RecordWork& wish);
Work cancel_work(core::Context& context, const WorkPath& wish);
Work restore_work(core::Context& context, const RestoreWork& wish);

} // namespace workshops
