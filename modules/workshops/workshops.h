// SPDX-License-Identifier: EUPL-1.2
// Workshops (laboratori) and courses: who runs them, where and when they meet, who is enrolled or
// waits for a place, who was there, and what was made of it.
//
// Who leads a workshop comes from outside. They are shown the first names of those who take part in
// their own workshops, and whether they were there: no person, no number, nothing else. Who is in
// the care of the équipe for minors is not shown to them, as to nobody else: the équipe enrols them
// and marks their attendance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "people/people.h"

namespace workshops {

core::Module module();

struct Workshop;
struct Session;
struct Enrolment;
struct Sheet;
struct Answer;
struct Work;

// Of all hours that were held, who attended so many of a hundred has completed the workshop. The
// indicator LAB-01 says the same.
inline constexpr int completed_percent = 70;

// ---- sessions

struct SessionDetails {
    Instant begins_at;
    int minutes = 0;
    std::optional<std::string> room;
    std::optional<std::string> topic;

    static constexpr auto fields()
    {
        return std::tuple(
            field("begins_at", &SessionDetails::begins_at).sample(R"("2026-12-02T16:00:00Z")"),
            field("minutes", &SessionDetails::minutes).between(1, 1440).sample("120"),
            field("room", &SessionDetails::room)
                .up_to(100)
                .says("Where it is another one than the workshop's."),
            field("topic", &SessionDetails::topic).up_to(200));
    }
};

struct Session : SessionDetails {
    static constexpr const char* title = "WorkshopSession";

    Id<Session> id;
    Id<Workshop> workshop;
    Date day;
    int present = 0;
    int marked = 0;
    bool has_sheet = false;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Session::id), field("workshop", &Session::workshop),
                       field("day", &Session::day)),
            SessionDetails::fields(),
            std::tuple(field("present", &Session::present).says("Of those whom the asker reads."),
                       field("marked", &Session::marked),
                       field("has_sheet", &Session::has_sheet).says("A photo of it, signed."),
                       field("version", &Session::version),
                       field("cancelled", &Session::cancelled)));
    }
};

// ---- what was made

struct WorkDetails {
    std::string kind;
    std::string name;
    Date day;
    std::optional<std::string> partner;
    std::optional<std::string> partner_kind;

    static constexpr auto fields()
    {
        return std::tuple(field("kind", &WorkDetails::kind).one_of("work_kind").sample(R"("SHOW")"),
                          field("name", &WorkDetails::name)
                              .up_to(200)
                              .sample(R"("Le città invisibili, prova aperta")"),
                          field("day", &WorkDetails::day).sample(R"("2026-11-20")"),
                          field("partner", &WorkDetails::partner)
                              .up_to(200)
                              .sample(R"("Teatro di Roma")")
                              .says("With whom: then it is a bridge."),
                          field("partner_kind", &WorkDetails::partner_kind)
                              .one_of("partner_kind")
                              .sample(R"("CULTURE")"));
    }
};

struct Work : WorkDetails {
    static constexpr const char* title = "WorkshopWork";

    Id<Work> id;
    Id<Workshop> workshop;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Work::id), field("workshop", &Work::workshop)),
            WorkDetails::fields(), std::tuple(field("cancelled", &Work::cancelled)));
    }
};

// ---- workshops

struct WorkshopDetails {
    std::string kind;
    std::string name;
    std::string run_by;
    std::string place;
    std::optional<std::string> room;
    std::string district;
    int seats = 0;
    std::vector<Id<core::Account>> leaders;

    // All but the leaders, who have a table of their own.
    static constexpr auto own_fields()
    {
        return std::tuple(
            field("kind", &WorkshopDetails::kind).one_of("workshop_kind").sample(R"("MUSIC")"),
            field("name", &WorkshopDetails::name).up_to(150).sample(R"("Coro di quartiere")"),
            field("run_by", &WorkshopDetails::run_by)
                .up_to(150)
                .sample(R"("Associazione Voci")")
                .says("The organisation."),
            field("place", &WorkshopDetails::place).up_to(200).sample(R"("Via Galilei 53")"),
            field("room", &WorkshopDetails::room).up_to(100),
            field("district", &WorkshopDetails::district).one_of("district").sample(R"("RM-I")"),
            field("seats", &WorkshopDetails::seats).between(1, 500).sample("12"));
    }
    static constexpr auto fields()
    {
        return std::tuple_cat(
            own_fields(), std::tuple(field("leaders", &WorkshopDetails::leaders)
                                         .at_most(20)
                                         .sample(R"(["01900000-0000-7000-8000-0000000a0009"])")));
    }
};

struct WorkshopLine : WorkshopDetails {
    static constexpr const char* title = "WorkshopLine";

    Id<Workshop> id;
    std::vector<std::string> leader_names;
    int seats_free = 0;
    int waiting = 0;
    int sessions = 0;
    std::optional<Instant> next_at;
    int works = 0;
    int bridges = 0;
    int version = 1;
    bool closed = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &WorkshopLine::id)), WorkshopDetails::fields(),
            std::tuple(
                field("leader_names", &WorkshopLine::leader_names),
                field("seats_free", &WorkshopLine::seats_free)
                    .says("That may be given: without those of persons whom the asker does not "
                          "read and who have waited longer."),
                field("waiting", &WorkshopLine::waiting),
                field("sessions", &WorkshopLine::sessions),
                field("next_at", &WorkshopLine::next_at), field("works", &WorkshopLine::works),
                field("bridges", &WorkshopLine::bridges)
                    .says("Works made with a partner of culture, arts or media."),
                field("version", &WorkshopLine::version), field("closed", &WorkshopLine::closed)));
    }
};

struct WorkshopLines {
    static constexpr const char* title = "WorkshopLines";

    std::vector<WorkshopLine> items; // those that go on first, by name
    static constexpr auto fields()
    {
        return std::tuple(field("items", &WorkshopLines::items).at_most(1000));
    }
};

struct Workshop {
    static constexpr const char* title = "Workshop";

    Id<Workshop> id;
    WorkshopLine line;
    std::vector<Session> sessions; // by when they begin
    std::vector<Work> works;       // the last first

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Workshop::id), field("line", &Workshop::line),
                          field("sessions", &Workshop::sessions).at_most(1000),
                          field("works", &Workshop::works).at_most(1000));
    }
};

struct Leader {
    static constexpr const char* title = "WorkshopLeader";

    Id<core::Account> account;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(field("account", &Leader::account), field("name", &Leader::name));
    }
};

struct Leaders {
    static constexpr const char* title = "WorkshopLeaders";

    std::vector<Leader> items;
    static constexpr auto fields()
    {
        return std::tuple(field("items", &Leaders::items).at_most(500));
    }
};

// ---- who takes part

struct Enrolment {
    static constexpr const char* title = "WorkshopEnrolment";

    Id<Enrolment> id;
    Id<Workshop> workshop;
    std::string workshop_name;
    std::string workshop_kind;
    Id<people::Person> person;
    std::optional<people::Card> person_card;
    std::string called;
    std::string state;
    Instant asked_at;
    std::optional<Date> enrolled_on;
    std::optional<Date> left_on;
    std::optional<std::string> entry_level;
    std::optional<std::string> exit_level;
    int minutes_attended = 0;
    int minutes_held = 0; // from the day of enrolment on
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Enrolment::id), field("workshop", &Enrolment::workshop),
            field("workshop_name", &Enrolment::workshop_name),
            field("workshop_kind", &Enrolment::workshop_kind).one_of("workshop_kind"),
            field("person", &Enrolment::person), field("person_card", &Enrolment::person_card),
            field("called", &Enrolment::called).sealed(Mark::identity),
            field("state", &Enrolment::state).one_of("enrolment_state"),
            field("asked_at", &Enrolment::asked_at), field("enrolled_on", &Enrolment::enrolled_on),
            field("left_on", &Enrolment::left_on),
            field("entry_level", &Enrolment::entry_level).one_of("cefr_level"),
            field("exit_level", &Enrolment::exit_level).one_of("cefr_level"),
            field("minutes_attended", &Enrolment::minutes_attended),
            field("minutes_held", &Enrolment::minutes_held)
                .says("From the day of the enrolment on, where attendance was taken."),
            field("version", &Enrolment::version), field("cancelled", &Enrolment::cancelled));
    }
};

struct Enrolments {
    static constexpr const char* title = "WorkshopEnrolments";

    std::vector<Enrolment> items; // enrolled, waiting in their order, those who left
    int seats = 0;
    int seats_free = 0;
    std::optional<Id<Enrolment>> next; // to whom the free place goes

    static constexpr auto fields()
    {
        return std::tuple(
            field("items", &Enrolments::items).at_most(1000), field("seats", &Enrolments::seats),
            field("seats_free", &Enrolments::seats_free), field("next", &Enrolments::next));
    }
};

// ---- attendance

// One line of the register: a first name and whether they were there, for whoever takes attendance.
struct Attender {
    static constexpr const char* title = "WorkshopAttender";

    Id<Enrolment> id;
    Id<Session> session;
    std::string called;
    std::string mark;
    int minutes = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Attender::id), field("session", &Attender::session),
                          field("called", &Attender::called).sealed(Mark::identity),
                          field("mark", &Attender::mark).one_of("attendance_mark"),
                          field("minutes", &Attender::minutes));
    }
};

struct Sheet {
    static constexpr const char* title = "WorkshopSheet";

    Id<Sheet> id;
    Id<Session> session;
    Instant added_at;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Sheet::id), field("session", &Sheet::session),
                          field("added_at", &Sheet::added_at),
                          field("cancelled", &Sheet::cancelled));
    }
};

struct Register {
    static constexpr const char* title = "WorkshopRegister";

    std::string workshop_name;
    std::string place;
    Session session;
    std::vector<Attender> items; // by first name
    std::vector<Sheet> sheets;

    static constexpr auto fields()
    {
        return std::tuple(field("workshop_name", &Register::workshop_name),
                          field("place", &Register::place), field("session", &Register::session),
                          field("items", &Register::items).at_most(1000),
                          field("sheets", &Register::sheets).at_most(100));
    }
};

// ---- the end questionnaire

// How many gave each of the five answers, the worst first; less than three answers are not told,
// so that nobody's own can be read from them.
struct AnswerCounts {
    static constexpr const char* title = "WorkshopAnswerCounts";

    std::string question;
    std::vector<int> counts;

    static constexpr auto fields()
    {
        return std::tuple(field("question", &AnswerCounts::question).one_of("workshop_question"),
                          field("counts", &AnswerCounts::counts));
    }
};

struct Answers {
    static constexpr const char* title = "WorkshopAnswers";

    int answered = 0;
    int asked = 0; // everybody who was there at least once
    std::vector<AnswerCounts> questions;

    static constexpr auto fields()
    {
        return std::tuple(field("answered", &Answers::answered), field("asked", &Answers::asked),
                          field("questions", &Answers::questions)
                              .says("Empty while fewer than three have answered."));
    }
};

} // namespace workshops
