// SPDX-License-Identifier: EUPL-1.2
// What a city hands in, at a glance.
#include "core/guests.h"
#include "core/public_page.h"
#include "reporting/acts.h"
#include "reporting/benefits.h"
#include "reporting/open_data.h"
#include "reporting/persons.h"

namespace reporting {

namespace {

using namespace core;

// Who answers for the projects of a city. The data-protection officer reads what goes out.
constexpr auto writers = may(city_coordinator);
constexpr auto readers = writers | may(administrator, data_protection_officer);

std::vector<Act> acts_about_projects()
{
    return {
        act("reporting.list_projects", "GET /api/reporting/projects", readers, list_projects),
        act("reporting.get_project", "GET /api/reporting/projects/{id}", readers, get_project),
        act("reporting.add_project", "POST /api/reporting/projects", writers, add_project),
        act("reporting.change_project", "PUT /api/reporting/projects/{id}", writers,
            change_project),
        act("reporting.cancel_project", "DELETE /api/reporting/projects/{id}", writers,
            cancel_project),
        act("reporting.restore_project", "POST /api/reporting/projects/{id}/restore", writers,
            restore_project),
        act("reporting.add_partner", "POST /api/reporting/projects/{project}/partners", writers,
            add_partner),
        act("reporting.change_partner", "PUT /api/reporting/partners/{id}", writers,
            change_partner),
        act("reporting.cancel_partner", "DELETE /api/reporting/partners/{id}", writers,
            cancel_partner),
        act("reporting.restore_partner", "POST /api/reporting/partners/{id}/restore", writers,
            restore_partner),
        act("reporting.add_agreement", "POST /api/reporting/projects/{project}/agreements", writers,
            add_agreement),
        act("reporting.change_agreement", "PUT /api/reporting/agreements/{id}", writers,
            change_agreement),
        act("reporting.cancel_agreement", "DELETE /api/reporting/agreements/{id}", writers,
            cancel_agreement),
        act("reporting.restore_agreement", "POST /api/reporting/agreements/{id}/restore", writers,
            restore_agreement),
        act("reporting.add_activity", "POST /api/reporting/projects/{project}/activities", writers,
            add_activity),
        act("reporting.change_activity", "PUT /api/reporting/activities/{id}", writers,
            change_activity),
        act("reporting.cancel_activity", "DELETE /api/reporting/activities/{id}", writers,
            cancel_activity),
        act("reporting.restore_activity", "POST /api/reporting/activities/{id}/restore", writers,
            restore_activity),
    };
}

std::vector<Act> acts_about_money()
{
    return {
        act("reporting.add_line", "POST /api/reporting/projects/{project}/lines", writers,
            add_line),
        act("reporting.change_line", "PUT /api/reporting/lines/{id}", writers, change_line),
        act("reporting.cancel_line", "DELETE /api/reporting/lines/{id}", writers, cancel_line),
        act("reporting.restore_line", "POST /api/reporting/lines/{id}/restore", writers,
            restore_line),
        act("reporting.add_expense", "POST /api/reporting/lines/{line}/expenses", writers,
            add_expense),
        act("reporting.change_expense", "PUT /api/reporting/expenses/{id}", writers,
            change_expense),
        act("reporting.cancel_expense", "DELETE /api/reporting/expenses/{id}", writers,
            cancel_expense),
        act("reporting.restore_expense", "POST /api/reporting/expenses/{id}/restore", writers,
            restore_expense),
    };
}

constexpr auto workbook_type = "application/vnd.openxmlformats-officedocument."
                               "spreadsheetml.sheet";

std::vector<Act> acts_about_quarters()
{
    return {
        act("reporting.list_packs", "GET /api/reporting/projects/{project}/packs", readers,
            list_packs),
        act("reporting.get_pack", "GET /api/reporting/projects/{project}/packs/{period}", readers,
            get_pack),
        act("reporting.write_narrative",
            "PUT /api/reporting/projects/{project}/packs/{period}/narrative", writers,
            write_narrative),
        act("reporting.close_pack", "POST /api/reporting/projects/{project}/packs/{period}/closing",
            writers, close_pack),
        act("reporting.reopen_pack",
            "PUT /api/reporting/projects/{project}/packs/{period}/reopening", writers, reopen_pack),
        act("reporting.print_pack", "GET /api/reporting/projects/{project}/packs/{period}/paper",
            readers, print_pack)
            .with_answer("application/pdf"),
        act("reporting.export_pack",
            "GET /api/reporting/projects/{project}/packs/{period}/workbook", readers, export_pack)
            .with_answer(workbook_type),
    };
}

std::vector<Act> acts_about_persons()
{
    return {
        act("reporting.get_mapping", "GET /api/reporting/mapping", readers, get_mapping),
        act("reporting.set_mapping", "POST /api/reporting/mappings", may(administrator),
            set_mapping),
        act("reporting.cancel_mapping", "DELETE /api/reporting/mappings/{id}", may(administrator),
            cancel_mapping),
        act("reporting.restore_mapping", "POST /api/reporting/mappings/{id}/restore",
            may(administrator), restore_mapping),
        act("reporting.show_persons",
            "GET /api/reporting/projects/{project}/packs/{period}/persons", writers, show_persons),
        act("reporting.export_persons",
            "GET /api/reporting/projects/{project}/packs/{period}/persons_file", writers,
            export_persons)
            .with_answer(workbook_type, true),

        act("reporting.list_siuss_codes", "GET /api/reporting/siuss_codes", readers,
            list_siuss_codes),
        act("reporting.set_benefit", "PUT /api/reporting/benefits/{intervention}",
            may(administrator), set_benefit),
        act("reporting.remove_benefit", "DELETE /api/reporting/benefits/{intervention}",
            may(administrator), remove_benefit),
        act("reporting.set_country", "PUT /api/reporting/countries/{country}", may(administrator),
            set_country),
        act("reporting.remove_country", "DELETE /api/reporting/countries/{country}",
            may(administrator), remove_country),
        act("reporting.show_siuss", "GET /api/reporting/siuss", writers, show_siuss),
        act("reporting.export_siuss", "POST /api/reporting/siuss", writers, export_siuss)
            .reads_only()
            .with_answer("application/xml", true),
    };
}

// For everybody, of the network.
std::vector<Act> acts_about_open_data()
{
    const auto open = [](Act one, const char* type) {
        return one.for_guests(store_of_network).of_the_public().with_answer(type);
    };
    return {
        open(act("reporting.show_open_data", "GET /rete/dati", {}, show_open_data),
             public_page_type),
        open(act("reporting.get_open_csv", "GET /rete/dati/cifre.csv", {}, get_open_csv),
             "text/csv; charset=utf-8"),
        open(act("reporting.get_open_json", "GET /rete/dati/cifre.json", {}, get_open_json),
             "application/json"),
        open(act("reporting.get_open_turtle", "GET /rete/dati/catalogo.ttl", {}, get_open_turtle),
             "text/turtle; charset=utf-8"),
        open(act("reporting.get_open_rdf", "GET /rete/dati/catalogo.rdf", {}, get_open_rdf),
             "application/rdf+xml"),
        open(
            act("reporting.get_open_jsonld", "GET /rete/dati/catalogo.jsonld", {}, get_open_jsonld),
            "application/ld+json"),
    };
}

} // namespace

Module module()
{
    std::vector<Act> acts;
    for (const auto& some :
         {acts_about_projects(), acts_about_money(), acts_about_quarters(), acts_about_persons()})
        for (const auto& one : some)
            acts.push_back(one.on(Where::city));
    for (const auto& one : acts_about_open_data())
        acts.push_back(one);
    return {"reporting", Where::both, std::move(acts)};
}

} // namespace reporting
