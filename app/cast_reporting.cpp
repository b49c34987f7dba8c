// SPDX-License-Identifier: EUPL-1.2
// What Roma hands in, invented: a project that pays for the work, with whom and for what money, a
// quarter that was closed, and the codes that its administrator has written.
#include "app/cast_telling.h"

namespace cast {

namespace {

constexpr auto projects = "POST /api/reporting/projects";
constexpr auto partners = "POST /api/reporting/projects/$funded_project/partners";
constexpr auto agreements = "POST /api/reporting/projects/$funded_project/agreements";
constexpr auto activities = "POST /api/reporting/projects/$funded_project/activities";
constexpr auto lines = "POST /api/reporting/projects/$funded_project/lines";
constexpr auto expenses = "POST /api/reporting/lines/$budget_line/expenses";
constexpr auto supervision = "supervision";

void tell_of_the_project(Story& story)
{
    story.ago(300, 9, 0, "marco@roma", projects,
              R"({"id":$funded_project,"name":"LgNet Roma - esempio","fund":"AMIF_2021_2027",)"
              R"("objective":"SO2","number":"ESEMPIO-0001","cup":"J00E26000000001",)"
              R"("starts_on":$day,"ends_on":$day+720,"programme":"LGNET3",)"
              R"("through":["CONTACT","CASE","WORKSHOP","HOUSING","CIVIC"],)"
              R"("field_codes":["II.003","II.011"],"action_codes":["011"],)"
              R"("implementation":"003",)"
              R"("aim":"Trovare in strada chi è più fragile e prenderlo in carico"})",
              supervision);
    story.ago(300, 9, 10, "marco@roma", projects,
              R"({"id":$funded_project_cancelled,"name":"Scritto due volte - esempio",)"
              R"("fund":"LOCAL","starts_on":$day,"ends_on":$day+365})",
              supervision);
    story.ago(300, 9, 11, "marco@roma", "DELETE /api/reporting/projects/$funded_project_cancelled",
              "", supervision);
    story.ago(299, 9, 0, "marco@roma", partners,
              R"({"id":$funded_lead,"name":"Roma Capitale - esempio","kind":"municipality",)"
              R"("role":"LEAD","field_codes":["II.003"],"action_codes":["011"],)"
              R"("implementation":"003"})",
              supervision);
    story.ago(299, 9, 5, "marco@roma", partners,
              R"({"id":$funded_partner,"name":"Cooperativa inventata","kind":"third_sector",)"
              R"("role":"PARTNER","field_codes":["II.004"],"action_codes":["003"],)"
              R"("implementation":"003"})",
              supervision);
    story.ago(299, 9, 6, "marco@roma", partners,
              R"({"id":$funded_partner_cancelled,"name":"Associazione inventata",)"
              R"("kind":"third_sector","role":"NETWORK"})",
              supervision);
    story.ago(299, 9, 7, "marco@roma", "DELETE /api/reporting/partners/$funded_partner_cancelled",
              "", supervision);
}

void tell_of_what_is_to_be_done(Story& story)
{
    story.ago(200, 9, 0, "marco@roma", agreements,
              R"({"id":$funded_agreement,"name":"Protocollo con la consulta - esempio",)"
              R"("parties":"Roma Capitale e una consulta inventata","level":"LOCAL",)"
              R"("in_force_on":$day,"document":"esempio 12/2026","civil_society":true,)"
              R"("migrants":true})",
              supervision);
    story.ago(200, 9, 5, "marco@roma", agreements,
              R"({"id":$funded_agreement_cancelled,"name":"Bozza - esempio",)"
              R"("parties":"Da decidere","level":"LOCAL","in_force_on":$day,)"
              R"("civil_society":false,"migrants":false})",
              supervision);
    story.ago(200, 9, 6, "marco@roma",
              "DELETE /api/reporting/agreements/$funded_agreement_cancelled", "", supervision);
    story.ago(298, 9, 0, "marco@roma", activities,
              R"({"id":$funded_activity,"number":"1.1","name":"Unità mobili","planned_from":$day,)"
              R"("planned_until":$day+700,"begun_on":$day})",
              supervision);
    story.ago(298, 9, 5, "marco@roma", activities,
              R"({"id":$activity_late,"number":"2.1","name":"Corsi di lingua","planned_from":$day,)"
              R"("planned_until":$day+180,"begun_on":$day,)"
              R"("deviation":"Il secondo corso parte in autunno: mancava l'aula"})",
              supervision);
    story.ago(298, 9, 6, "marco@roma", activities,
              R"({"id":$funded_activity_cancelled,"number":"9","name":"Scritta per sbaglio",)"
              R"("planned_from":$day,"planned_until":$day+10})",
              supervision);
    story.ago(298, 9, 7, "marco@roma",
              "DELETE /api/reporting/activities/$funded_activity_cancelled", "", supervision);
}

void tell_of_money(Story& story)
{
    story.ago(297, 9, 0, "marco@roma", lines,
              R"({"id":$budget_line,"partner":$funded_lead,"heading":"STAFF","number":"A1",)"
              R"("name":"Operatori delle unità mobili","amount":"180000.00"})",
              supervision);
    story.ago(297, 9, 5, "marco@roma", lines,
              R"({"id":$line_of_recipients,"heading":"RECIPIENTS","number":"D2",)"
              R"("name":"Coperte, kit, biglietti","amount":"7500.50"})",
              supervision);
    story.ago(297, 9, 5, "marco@roma", lines,
              R"({"id":$budget_line_unused,"heading":"OTHER","number":"G1",)"
              R"("name":"Imprevisti","amount":"900.00"})",
              supervision);
    story.ago(297, 9, 6, "marco@roma", lines,
              R"({"id":$budget_line_cancelled,"heading":"OTHER","name":"Scritta per sbaglio",)"
              R"("amount":"1.00"})",
              supervision);
    story.ago(297, 9, 7, "marco@roma", "DELETE /api/reporting/lines/$budget_line_cancelled", "",
              supervision);
    story.ago(100, 9, 0, "marco@roma", expenses,
              R"({"id":$expense,"spent_on":$day,"amount":"14350.10","document":"esempio 31",)"
              R"("name":"Stipendi di luglio"})",
              supervision);
    story.ago(20, 9, 0, "marco@roma", expenses,
              R"({"id":$expense_of_october,"spent_on":$day,"amount":"14350.10",)"
              R"("document":"esempio 47","name":"Stipendi di ottobre"})",
              supervision);
    story.ago(20, 9, 5, "marco@roma", expenses,
              R"({"id":$expense_cancelled,"spent_on":$day,"amount":"14350.10",)"
              R"("name":"Scritta due volte"})",
              supervision);
    story.ago(20, 9, 6, "marco@roma", "DELETE /api/reporting/expenses/$expense_cancelled", "",
              supervision);
}

void tell_of_codes(Story& story)
{
    constexpr auto mappings = "POST /api/reporting/mappings";
    story.ago(60, 10, 0, "admin@roma", mappings,
              R"({"id":$persons_mapping,"columns":[)"
              R"({"name":"codice_interno","source":"NUMBER","required":true},)"
              R"({"name":"cognome","source":"FAMILY_NAME","required":true},)"
              R"({"name":"nome","source":"GIVEN_NAME","required":true},)"
              R"({"name":"genere","source":"GENDER","required":true},)"
              R"({"name":"anno_di_nascita","source":"BIRTH_YEAR","required":true},)"
              R"({"name":"cittadinanza","source":"CITIZENSHIP","required":true},)"
              R"({"name":"primo_giorno","source":"FIRST_DAY","required":true},)"
              R"({"name":"interventi","source":"INTERVENTIONS","required":false},)"
              R"({"name":"progetto","source":"CONSTANT","constant":"ESEMPIO-0001",)"
              R"("required":false}]})",
              supervision);
    story.ago(60, 10, 5, "admin@roma", mappings,
              R"({"id":$persons_mapping_cancelled,"columns":[)"
              R"({"name":"codice","source":"NUMBER","required":true}]})",
              supervision);
    story.ago(60, 10, 6, "admin@roma", "DELETE /api/reporting/mappings/$persons_mapping_cancelled",
              "", supervision);
    story.ago(60, 10, 10, "admin@roma", "PUT /api/reporting/benefits/SSP.COLL",
              R"({"benefit":"ESEMPIO","name":"Prestazione di esempio","means_test":"4"})",
              supervision);
    story.ago(60, 10, 12, "admin@roma", "PUT /api/reporting/countries/GN", R"({"istat":"999"})",
              supervision);
}

// The quarter before this one was closed ten days ago, or as soon as it was over.
void tell_of_the_quarter(Story& story)
{
    const auto this_one = quarter_of(story.today());
    const auto before = quarter_of(this_one.begins.plus_days(-1));
    const auto day = story.today().plus_days(-10) < this_one.begins ? this_one.begins
                                                                    : story.today().plus_days(-10);
    const auto packs = "/api/reporting/projects/$funded_project/packs/" + to_string(before);
    story.on(day, 11, 0, "marco@roma", ("PUT " + packs + "/narrative").c_str(),
             R"({"progress":"Le unità mobili sono uscite tre sere a settimana.",)"
             R"("strengths":"La collaborazione con l'ambulatorio di strada.",)"
             R"("deviations":"Il corso di lingua è in ritardo di un mese.",)"
             R"("difficulties":"Mancano posti letto: si è chiesto aiuto ad altre città.",)"
             R"("networks":"Una consulta inventata partecipa agli incontri."})",
             supervision);
    story.on(day, 11, 30, "marco@roma", ("POST " + packs + "/closing").c_str(),
             R"({"id":$pack_closing})", supervision);
}

} // namespace

void tell_of_reporting(Story& story)
{
    tell_of_the_project(story);
    tell_of_what_is_to_be_done(story);
    tell_of_money(story);
    tell_of_codes(story);
    tell_of_the_quarter(story);
}

} // namespace cast
