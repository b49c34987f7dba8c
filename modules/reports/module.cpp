// SPDX-License-Identifier: EUPL-1.2
// Reports and rapid response, at a glance.
#include "core/guests.h"
#include "reports/acts.h"
#include "reports/arrival.h"
#include "reports/escalation.h"
#include "reports/rows.h"

namespace reports {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<ReportRow>("reports")
            .of_person({"person"})
            .coded_as<ReportLine>()
            .running_until({"closed_at"})
            .untold({"number", "code_mark", "sent_mark", "round", "event_from", "clock_from",
                     "grouped", "remarks", "received_day", "received_hour", "changed_at"}),
        holding<ReportedRow>("reports").through("report", "reports_report"),
        holding<PhotoRow>("reports").through("id", "reports_report").not_told(),
        holding<VerificationRow>("reports")
            .through("report", "reports_report")
            .coded_as<Verification>()
            .untold({"round"}),
        // Between whoever reported and those who answered.
        holding<StepRow>("reports").through("report", "reports_report").not_told(),
        holding<DispatchRow>("reports").through("report", "reports_report").not_told(),
        holding<AnswerRow>("reports").through("report", "reports_report").not_told(),
        holding<RemarkRow>("reports").through("report", "reports_report").not_told(),
    };
}

std::vector<core::NotHeld> not_held()
{
    return {{"reports_reporter", "whoever reports somebody is another person, with own rights"}};
}

constexpr auto unit = core::may(core::mobile_unit_operator, core::city_coordinator);
constexpr auto workers = triage | core::may(core::mobile_unit_operator);

} // namespace

core::Module module()
{
    using namespace core;
    return {
        "reports",
        Where::city,
        {
            // Without a log-in.
            act("reports.show_public_form", "GET /api/reports/public/{city}", {}, show_public_form)
                .for_guests(core::store_of_city),
            act("reports.send_public_report", "POST /api/reports/public/{city}/reports", {},
                send_public_report, take_public_report)
                .for_guests(core::store_of_city),
            act("reports.follow_report", "POST /api/reports/public/{city}/follow", {},
                follow_report)
                .for_guests(core::store_of_city)
                .reads_only(),
            act("reports.add_remark", "POST /api/reports/public/{city}/remarks", {}, add_remark,
                take_remark)
                .for_guests(core::store_of_city),

            act("reports.send_report", "POST /api/reports/partner/reports", may(reporting_partner),
                send_report)
                .without_receipt(),

            act("reports.record_report", "POST /api/reports/reports", city_team, record_report)
                .without_receipt(),
            act("reports.read_email", "POST /api/reports/email", triage | may(social_worker),
                read_email)
                .reads_only(),

            act("reports.list_reports", "GET /api/reports/reports", city_team, list_reports),
            act("reports.get_report", "GET /api/reports/reports/{id}", city_team, get_report),
            act("reports.get_sheet", "GET /api/reports/reports/{id}/sheet", city_team, get_sheet),
            act("reports.get_photo", "GET /api/reports/reports/{id}/photo", city_team, get_photo),
            act("reports.assess_report", "PUT /api/reports/reports/{id}/assessment", triage,
                assess_report),
            act("reports.list_similar", "GET /api/reports/reports/{id}/similar", triage,
                list_similar),
            act("reports.group_report", "POST /api/reports/groups", triage, group_report),
            act("reports.undo_group", "DELETE /api/reports/groups/{id}", triage, undo_group),

            act("reports.suggest_teams", "GET /api/reports/reports/{id}/teams", triage,
                suggest_teams),
            act("reports.offer_dispatch", "POST /api/reports/dispatches", triage, offer_dispatch),
            act("reports.withdraw_dispatch", "DELETE /api/reports/dispatches/{id}", triage,
                withdraw_dispatch),
            act("reports.list_dispatches", "GET /api/reports/dispatches", unit, list_dispatches),
            act("reports.accept_dispatch", "POST /api/reports/dispatches/{id}/accept", unit,
                accept_dispatch),
            act("reports.decline_dispatch", "POST /api/reports/dispatches/{id}/decline", unit,
                decline_dispatch),
            act("reports.arrive", "POST /api/reports/dispatches/{id}/arrive", unit, arrive),

            act("reports.verify_report", "POST /api/reports/verifications", workers, verify_report),
            act("reports.cancel_verification", "DELETE /api/reports/verifications/{id}", workers,
                cancel_verification),
            act("reports.set_follow_up", "PUT /api/reports/reports/{id}/follow_up", workers,
                set_follow_up),
            act("reports.answer_reporter", "POST /api/reports/answers", triage, answer_reporter),
            act("reports.withdraw_answer", "DELETE /api/reports/answers/{id}", triage,
                withdraw_answer),
            act("reports.close_report", "POST /api/reports/reports/{id}/close", workers,
                close_report),
            act("reports.reopen_report", "POST /api/reports/reports/{id}/reopen", triage,
                reopen_report),
        },
        {},
        {{"reports.warn_coordinators", warn_coordinators}},
        holdings(),
        not_held()};
}

} // namespace reports
