// SPDX-License-Identifier: EUPL-1.2
#include "minors/sinba.h"

#include <cstdio>
#include <pugixml.hpp>
#include <sstream>

namespace minors {

namespace {

constexpr auto namespace_of_flow = "http://inps.it/Casellario";
constexpr auto name_of_flow = "SINBA";
constexpr auto yes = "1";
constexpr auto no = "2";

// Completed years. Of a year of birth alone, as young as they may be.
int age_on(Date today, const people::Birth& birth)
{
    const auto now = parts(today);
    if (!birth.date)
        return now.year - birth.year.value() - 1;
    const auto born = parts(*birth.date);
    const bool had_birthday = std::pair(born.month, born.day) <= std::pair(now.month, now.day);
    return now.year - born.year - (had_birthday ? 0 : 1);
}

int year_of_birth(const people::Birth& birth)
{
    return birth.date ? parts(*birth.date).year : birth.year.value();
}

// FasciaEtaBeneficiario: 1 is 0 to 3 years, 6 is 15 to 18, and stays for who came of age in the
// file.
std::string age_band(int age) { return std::to_string(std::min(std::max(age, 0) / 3 + 1, 6)); }

std::string month_text(Date day)
{
    char text[16];
    const auto date = parts(day);
    std::snprintf(text, sizeof text, "%02d/%04d", date.month, date.year);
    return text;
}

class Element {
public:
    explicit Element(pugi::xml_node node) : node_(node) {}

    void say(const char* name, const std::string& value)
    {
        node_.append_attribute(name).set_value(value.c_str());
    }
    void say(const char* name, const std::optional<std::string>& value)
    {
        if (value)
            say(name, *value);
    }
    void say(const char* name, const std::optional<Date>& day)
    {
        if (day)
            say(name, month_text(*day));
    }

private:
    pugi::xml_node node_;
};

void write_lists(pugi::xml_node node, const FileRow& file)
{
    auto benefits = node.append_child("Prestazioni");
    for (const auto& code : file.benefits)
        benefits.append_child("CodicePrestazione").text().set(code.c_str());
    auto family = node.append_child("Famiglia");
    for (const auto& code : file.family)
        family.append_child("ComposizioneFamiglia").text().set(code.c_str());
}

void write_situation(Element& element, const SinbaEntry& entry, Date today)
{
    const auto& file = entry.file;
    element.say("IDBeneficiario", entry.beneficiary);
    element.say("MinoreStranieroNoAcc", std::string(file.unaccompanied ? yes : no));
    element.say("CondizioneMinore", file.condition);
    element.say("LuogoVita", file.living_place);
    element.say("ScuolaFrequentata", file.school);
    element.say("CondizioneLavoro", file.work);
    element.say("Disabilita", std::string(file.disabled.value() ? yes : no));
    element.say("TipoDisabilita", file.disability);
    element.say("InvCivCertificazioni", file.disability_certificate);
    element.say("FasciaEtaBeneficiario", age_band(age_on(today, entry.birth)));
    element.say("AnnoNascita", std::to_string(year_of_birth(entry.birth)));
    element.say("CodiceRegioneResidenza", file.residence_region);
    element.say("CodiceNazioneResidenza", file.residence_country);
}

void write_steps(Element& element, const SinbaEntry& entry)
{
    const auto& file = entry.file;
    element.say("DataPrimaSegnalazione", std::optional(file.found_on));
    element.say("FonteSegnalazione", file.source);
    element.say("ValutazioneMinore", file.assessment);
    element.say("ValutazioneFamigliaMinore", file.family_assessment);
    element.say("SegnalazioneAutoritaGiudiziaria",
                std::string(entry.reported_to_court_on ? yes : no));
    element.say("DataSegnalazione", entry.reported_to_court_on);
    element.say("ProvvedimentoGiudiziario", std::string(file.measure ? yes : no));
    element.say("DataProvvedimentoGiudiziario", file.measure_on);
    element.say("AutoritaProvvedimento", file.measure_authority);
    element.say("PotestaTutela", file.parents_authority);
    element.say("TipoProvvedimentoGiudiziario", file.measure);
    element.say("MotivazioneChiusuraCarico", file.closure_reason);
    element.say("SituazioneChiusuraCarico", file.closure_situation);
}

// What the schema does not require: said where it is known.
void write_parents(Element& element, const ParentsDetails& parents)
{
    element.say("CodiceCittadinanzaPadre", parents.father_citizenship);
    element.say("CodiceCittadinanzaMadre", parents.mother_citizenship);
    element.say("CodiceRegioneResidenzaPadre", parents.father_region);
    element.say("CodiceRegioneResidenzaMadre", parents.mother_region);
    element.say("TitoloStudioPadre", parents.father_education);
    element.say("TitoloStudioMadre", parents.mother_education);
    element.say("OccupazionePadre", parents.father_occupation);
    element.say("OccupazioneMadre", parents.mother_occupation);
}

void write_placement(Element& element, const PlacementDetails& placement)
{
    element.say("FormaInterventoAffido", placement.foster_form);
    element.say("TipoInterventoAffido", placement.foster_kind);
    element.say("DurataAffido", placement.foster_duration);
    element.say("CarattereAffido", placement.foster_nature);
    element.say("EsitoAffido", placement.foster_outcome);
    element.say("CarattereInserimentoResidenziale", placement.facility_nature);
    element.say("FormaInserimentoResidenziale", placement.facility_form);
    element.say("TipoInserimentoResidenziale", placement.facility_kind);
    element.say("EsitoInserimentoStruttura", placement.facility_outcome);
    element.say("CollaborazioniInterventi", placement.collaboration);
}

} // namespace

std::vector<std::string> missing_for_sinba(const FileRow& row, const people::Birth& birth)
{
    std::vector<std::string> missing;
    const auto need = [&](bool there, const char* field) {
        if (!there)
            missing.emplace_back(field);
    };
    need(birth.date || birth.year, "age");
    need(row.source.has_value(), "source");
    need(row.condition.has_value(), "condition");
    need(row.living_place.has_value(), "living_place");
    need(row.school.has_value(), "school");
    need(row.work.has_value(), "work");
    need(row.disabled.has_value(), "disabled");
    need(!row.family.empty(), "family");
    need(row.assessment.has_value(), "assessment");
    need(row.family_assessment.has_value(), "family_assessment");
    need(row.residence_country.has_value(), "residence_country");
    need(!row.benefits.empty(), "benefits");
    return missing;
}

std::string sinba_xml(const SinbaBody& body, const std::vector<SinbaEntry>& entries, Date today)
{
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    auto flow = document.append_child("Flusso");
    flow.append_attribute("xmlns").set_value(namespace_of_flow);
    auto head = flow.append_child("IdentificazioneFlusso");
    Element(head).say("Nome", std::string(name_of_flow));
    Element sender(head.append_child("Ente"));
    sender.say("Codice", body.code);
    sender.say("Denominazione", body.name);
    sender.say("Indirizzo", body.place);
    sender.say("CFOperatore", body.operator_code);
    for (const auto& entry : entries) {
        auto node = flow.append_child("SINBA");
        Element element(node);
        write_situation(element, entry, today);
        write_steps(element, entry);
        write_parents(element, entry.file);
        write_placement(element, entry.file);
        write_lists(node, entry.file);
    }
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

} // namespace minors
