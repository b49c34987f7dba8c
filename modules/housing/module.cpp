// SPDX-License-Identifier: EUPL-1.2
// Places to live at a glance.
#include "housing/acts.h"
#include "housing/plan.h"
#include "housing/rows.h"
#include "housing/support.h"
#include "housing/support_rows.h"

namespace housing {

namespace {

using namespace core;

std::vector<Act> acts_of_places()
{
    constexpr auto coordinator = may(city_coordinator);
    return {
        act("housing.list_places", "GET /api/housing/places", city_team, list_places),
        act("housing.get_place", "GET /api/housing/places/{id}", city_team, get_place),
        act("housing.write_place", "PUT /api/housing/places/{id}", coordinator, write_place),
        act("housing.write_bed", "PUT /api/housing/beds/{id}", coordinator, write_bed),
        act("housing.close_bed", "POST /api/housing/beds/{bed}/closings", keepers, close_bed),
        act("housing.get_closing", "GET /api/housing/closings/{id}", city_team, get_closing),
        act("housing.change_closing", "PUT /api/housing/closings/{id}", keepers, change_closing),
        act("housing.cancel_closing", "DELETE /api/housing/closings/{id}", keepers, cancel_closing),
        act("housing.restore_closing", "POST /api/housing/closings/{id}/restore", keepers,
            restore_closing),
        // It names nobody: no purpose is asked.
        act("housing.show_board", "GET /api/housing/board", city_team, show_board),
    };
}

std::vector<Act> acts_of_requests()
{
    return {
        act("housing.add_request", "POST /api/housing/requests", city_team, add_request),
        act("housing.list_requests", "GET /api/housing/requests", city_team, list_requests),
        act("housing.get_request", "GET /api/housing/requests/{id}", city_team, get_request),
        act("housing.change_request", "PUT /api/housing/requests/{id}", city_team, change_request),
        act("housing.decline_request", "PUT /api/housing/requests/{id}/answer", keepers,
            decline_request),
        act("housing.reopen_request", "POST /api/housing/requests/{id}/reopen", keepers,
            reopen_request),
        act("housing.cancel_request", "DELETE /api/housing/requests/{id}", city_team,
            cancel_request),
        act("housing.restore_request", "POST /api/housing/requests/{id}/restore", city_team,
            restore_request),
    };
}

std::vector<Act> acts_of_stays()
{
    return {
        act("housing.add_stay", "POST /api/housing/stays", keepers, add_stay),
        act("housing.list_stays", "GET /api/housing/stays", keepers, list_stays),
        act("housing.get_stay", "GET /api/housing/stays/{id}", keepers, get_stay),
        act("housing.change_stay", "PUT /api/housing/stays/{id}", keepers, change_stay),
        act("housing.receive_stay", "PUT /api/housing/stays/{id}/arrival", keepers, receive_stay),
        act("housing.end_stay", "PUT /api/housing/stays/{id}/end", keepers, end_stay),
        act("housing.undo_stay_step", "POST /api/housing/stays/{id}/undo", keepers, undo_stay_step),
        act("housing.follow_stay", "PUT /api/housing/stays/{id}/later", keepers, follow_stay),
        act("housing.cancel_stay", "DELETE /api/housing/stays/{id}", keepers, cancel_stay),
        act("housing.restore_stay", "POST /api/housing/stays/{id}/restore", keepers, restore_stay),
    };
}

std::vector<Act> acts_of_support()
{
    return {
        act("housing.list_agreements", "GET /api/housing/places/{place}/agreements", keepers,
            list_agreements),
        act("housing.write_agreement", "PUT /api/housing/agreements/{id}", keepers,
            write_agreement),
        act("housing.sign_agreement", "PUT /api/housing/stays/{id}/agreement", keepers,
            sign_agreement),

        act("housing.add_support", "POST /api/housing/supports", keepers, add_support),
        act("housing.list_supports", "GET /api/housing/supports", keepers, list_supports),
        act("housing.get_support", "GET /api/housing/supports/{id}", keepers, get_support),
        act("housing.change_support", "PUT /api/housing/supports/{id}", keepers, change_support),
        act("housing.cancel_support", "DELETE /api/housing/supports/{id}", keepers, cancel_support),
        act("housing.restore_support", "POST /api/housing/supports/{id}/restore", keepers,
            restore_support),
        act("housing.add_instalment", "POST /api/housing/supports/{support}/instalments", keepers,
            add_instalment),
        act("housing.pay_instalment", "PUT /api/housing/instalments/{id}/payment", keepers,
            pay_instalment),
        act("housing.cancel_instalment", "DELETE /api/housing/instalments/{id}", keepers,
            cancel_instalment),
        act("housing.restore_instalment", "POST /api/housing/instalments/{id}/restore", keepers,
            restore_instalment),

        act("housing.add_upkeep", "POST /api/housing/upkeep", city_team, add_upkeep),
        act("housing.list_upkeep", "GET /api/housing/upkeep", city_team, list_upkeep),
        act("housing.finish_upkeep", "PUT /api/housing/upkeep/{id}/done", keepers, finish_upkeep),
        act("housing.cancel_upkeep", "DELETE /api/housing/upkeep/{id}", keepers, cancel_upkeep),
        act("housing.restore_upkeep", "POST /api/housing/upkeep/{id}/restore", keepers,
            restore_upkeep),

        act("housing.show_plan", "GET /api/housing/cases/{case_id}/plan", keepers, show_plan),
    };
}

std::vector<Act> every_act()
{
    auto all = acts_of_places();
    for (auto& more : {acts_of_requests(), acts_of_stays(), acts_of_support()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::vector<Holding> holdings()
{
    return {
        holding<RequestRow>("housing")
            .of_person({"person"})
            .coded_as<Request>()
            .running_until({"answered_on", "cancelled_at"})
            .untold({"version"}),
        holding<StayRow>("housing")
            .of_person({"person"})
            .coded_as<Stay>()
            .running_until({"ended_on", "cancelled_at"})
            .untold({"version", "opened_at"}),
        holding<SupportRow>("housing")
            .of_person({"person"})
            .coded_as<Support>()
            .running_until({"ended_on", "cancelled_at"})
            .untold({"version", "written_at"}),
        holding<InstalmentRow>("housing")
            .through("support", "housing_support")
            .untold({"written_at"}),
    };
}

} // namespace

Module module() { return {"housing", Where::city, every_act(), {}, {}, holdings()}; }

} // namespace housing
