// SPDX-License-Identifier: EUPL-1.2
// Civic engagement at a glance.
#include "civic/acts.h"
#include "civic/rows.h"

namespace civic {

namespace {

using namespace core;

std::vector<Holding> holdings()
{
    return {
        holding<ParticipantRow>("civic")
            .of_person({"person"})
            .coded_as<Participant>()
            .running_until({"left_on", "cancelled_at"})
            .untold({"kind", "first_name", "left_by_end"}),
        holding<AttendanceRow>("civic")
            .through("participant", "civic_participant")
            .coded_as<Attendance>()
            .untold({"said_at"}),
        holding<MembershipRow>("civic")
            .of_person({"person"})
            .coded_as<Membership>()
            .untold({"written_at"}),
    };
}

std::vector<NotHeld> not_held()
{
    constexpr auto why = "a picture of a place: whoever adds one is asked to keep faces out of it";
    return {{"civic_picture", why}, {"civic_picture_content", why}};
}

// Who answers for a project towards the city: agreement, insurance, result.
constexpr auto organisers = may(desk_operator, social_worker, city_coordinator);

std::vector<Act> acts_of_projects()
{
    return {
        act("civic.list_projects", "GET /api/civic/projects", city_team, list_projects),
        act("civic.get_project", "GET /api/civic/projects/{id}", city_team, get_project),
        act("civic.add_project", "POST /api/civic/projects", organisers, add_project),
        act("civic.change_project", "PUT /api/civic/projects/{id}", organisers, change_project),
        act("civic.cancel_project", "DELETE /api/civic/projects/{id}", organisers, cancel_project),
        act("civic.restore_project", "POST /api/civic/projects/{id}/restore", organisers,
            restore_project),
        act("civic.end_project", "PUT /api/civic/projects/{id}/end", organisers, end_project),
        act("civic.reopen_project", "DELETE /api/civic/projects/{id}/end", organisers,
            reopen_project),
        act("civic.state_result", "PUT /api/civic/projects/{id}/result", organisers, state_result),
        act("civic.withdraw_result", "DELETE /api/civic/projects/{id}/result", organisers,
            withdraw_result),

        act("civic.add_insurance", "POST /api/civic/projects/{project}/insurances", organisers,
            add_insurance),
        act("civic.cancel_insurance", "DELETE /api/civic/insurances/{id}", organisers,
            cancel_insurance),
        act("civic.restore_insurance", "POST /api/civic/insurances/{id}/restore", organisers,
            restore_insurance),
    };
}

std::vector<Act> acts_of_work()
{
    return {
        act("civic.add_participant", "POST /api/civic/projects/{project}/participants", city_team,
            add_participant),
        act("civic.end_participation", "PUT /api/civic/participants/{id}/end", city_team,
            end_participation),
        act("civic.cancel_participant", "DELETE /api/civic/participants/{id}", city_team,
            cancel_participant),
        act("civic.restore_participant", "POST /api/civic/participants/{id}/restore", city_team,
            restore_participant),

        act("civic.add_day", "POST /api/civic/projects/{project}/days", city_team, add_day),
        act("civic.change_day", "PUT /api/civic/days/{id}", city_team, change_day),
        act("civic.cancel_day", "DELETE /api/civic/days/{id}", city_team, cancel_day),
        act("civic.restore_day", "POST /api/civic/days/{id}/restore", city_team, restore_day),
        act("civic.set_attendance", "PUT /api/civic/days/{day}/participants/{participant}",
            city_team, set_attendance),

        act("civic.add_picture", "POST /api/civic/projects/{project}/pictures", city_team,
            add_picture, check_picture)
            .with_large_body(picture_request_bytes_max),
        // Of a place, and behind the log-in: no purpose is asked.
        act("civic.get_picture", "GET /api/civic/pictures/{id}", city_team, get_picture)
            .with_answer("image/jpeg"),
        act("civic.cancel_picture", "DELETE /api/civic/pictures/{id}", city_team, cancel_picture),
        act("civic.restore_picture", "POST /api/civic/pictures/{id}/restore", city_team,
            restore_picture),
    };
}

std::vector<Act> acts_of_persons()
{
    return {
        act("civic.show_engagement", "GET /api/civic/persons/{person}", city_team, show_engagement),
        act("civic.add_membership", "POST /api/civic/memberships", city_team, add_membership),
        act("civic.change_membership", "PUT /api/civic/memberships/{id}", city_team,
            change_membership),
        act("civic.cancel_membership", "DELETE /api/civic/memberships/{id}", city_team,
            cancel_membership),
        act("civic.restore_membership", "POST /api/civic/memberships/{id}/restore", city_team,
            restore_membership),
    };
}

} // namespace

core::Module module()
{
    Module civic{"civic",
                 Where::city,
                 acts_of_projects(),
                 {},
                 {{"civic.forget_first_names", forget_first_names}},
                 holdings(),
                 not_held()};
    for (auto acts_of : {acts_of_work, acts_of_persons})
        for (auto& act : acts_of())
            civic.acts.push_back(std::move(act));
    return civic;
}

} // namespace civic
