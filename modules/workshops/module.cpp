// SPDX-License-Identifier: EUPL-1.2
// Workshops at a glance.
#include "workshops/acts.h"
#include "workshops/rows.h"

namespace workshops {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<EnrolmentRow>("workshops")
            .of_person({"person"})
            .coded_as<Enrolment>()
            .untold({"version", "exit_on"}),
        holding<AttendanceRow>("workshops")
            .through("enrolment", "workshops_enrolment")
            .untold({"version"}),
    };
}

// Who leads a workshop may ask these too, of their own workshops alone.
std::vector<core::Act> acts_of_the_register()
{
    using namespace core;
    constexpr auto running = city_team | workshop_leader;
    return {
        act("workshops.show_register", "GET /api/workshops/sessions/{session}/register", running,
            show_register),
        act("workshops.mark_attendance",
            "PUT /api/workshops/sessions/{session}/attendance/{enrolment}", running,
            mark_attendance),
        act("workshops.print_sheet", "GET /api/workshops/sessions/{session}/sheet", running,
            print_sheet)
            .with_answer("application/pdf", true),
        act("workshops.attach_sheet", "POST /api/workshops/sheets", running, attach_sheet,
            draw_sheet),
        act("workshops.get_sheet", "GET /api/workshops/sheets/{id}", running, get_sheet)
            .with_answer("image/jpeg", true),
        act("workshops.cancel_sheet", "DELETE /api/workshops/sheets/{id}", running, cancel_sheet),
        act("workshops.restore_sheet", "POST /api/workshops/sheets/{id}/restore", running,
            restore_sheet),

        act("workshops.show_answers", "GET /api/workshops/workshops/{workshop}/answers", running,
            show_answers),
        act("workshops.add_answer", "POST /api/workshops/answers", running, add_answer),
        act("workshops.cancel_answer", "DELETE /api/workshops/answers/{id}", running,
            cancel_answer),
        act("workshops.restore_answer", "POST /api/workshops/answers/{id}/restore", running,
            restore_answer),
        act("workshops.record_work", "POST /api/workshops/works", running, record_work),
        act("workshops.cancel_work", "DELETE /api/workshops/works/{id}", running, cancel_work),
        act("workshops.restore_work", "POST /api/workshops/works/{id}/restore", running,
            restore_work),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    constexpr auto running = city_team | workshop_leader;
    constexpr auto planners = may(social_worker, desk_operator, city_coordinator, minors_worker);

    Module workshops{
        "workshops",
        Where::city,
        {
            act("workshops.list_workshops", "GET /api/workshops/workshops", running,
                list_workshops),
            act("workshops.get_workshop", "GET /api/workshops/workshops/{id}", running,
                get_workshop),
            act("workshops.write_workshop", "PUT /api/workshops/workshops/{id}", planners,
                write_workshop),
            act("workshops.list_leaders", "GET /api/workshops/leaders", planners, list_leaders),
            act("workshops.print_calendar", "GET /api/workshops/workshops/{workshop}/calendar",
                running, print_calendar)
                .with_answer("text/calendar"),
            act("workshops.add_session", "POST /api/workshops/sessions", planners, add_session),
            act("workshops.change_session", "PUT /api/workshops/sessions/{id}", planners,
                change_session),
            act("workshops.cancel_session", "DELETE /api/workshops/sessions/{id}", planners,
                cancel_session),
            act("workshops.restore_session", "POST /api/workshops/sessions/{id}/restore", planners,
                restore_session),

            act("workshops.list_enrolments", "GET /api/workshops/workshops/{workshop}/enrolments",
                city_team, list_enrolments),
            act("workshops.list_of_person", "GET /api/workshops/persons/{person}/enrolments",
                city_team, list_of_person),
            act("workshops.enrol_person", "POST /api/workshops/enrolments", city_team,
                enrol_person),
            act("workshops.cancel_enrolment", "DELETE /api/workshops/enrolments/{id}", city_team,
                cancel_enrolment),
            act("workshops.restore_enrolment", "POST /api/workshops/enrolments/{id}/restore",
                city_team, restore_enrolment),
            act("workshops.set_place", "PUT /api/workshops/enrolments/{id}/place", city_team,
                set_place),
            act("workshops.set_levels", "PUT /api/workshops/enrolments/{id}/levels", city_team,
                set_levels),
            act("workshops.print_certificate", "GET /api/workshops/enrolments/{id}/certificate",
                city_team, print_certificate)
                .with_answer("application/pdf", true),
        },
        {},
        {},
        holdings(),
        {{"workshops_sheet",
          "the signatures of everybody who was there on a day on one picture: it "
          "belongs to the session, and is taken back as a whole"}}};
    for (auto& act : acts_of_the_register())
        workshops.acts.push_back(std::move(act));
    return workshops;
}

} // namespace workshops
