// SPDX-License-Identifier: EUPL-1.2
#include "reporting/siuss.h"

#include <algorithm>
#include <cctype>
#include <pugixml.hpp>
#include <sstream>
#include <string_view>

#include "base/problem.h"
#include "base/utf8.h"

namespace reporting {

namespace {

constexpr auto space_of_names = "http://inps.it/Casellario";
constexpr std::size_t name_most = 36;
constexpr std::size_t body_name_most = 100;

bool is_letter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 128 && std::isalpha(byte) != 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters, not bytes.
std::size_t length_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

// At most so many letters, never a part of one.
std::string cut(const std::string& text, std::size_t most)
{
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++letters > most)
            return text.substr(0, i);
    return text;
}

bool has_text(const std::optional<std::string>& text) { return text && !text->empty(); }

void set(pugi::xml_node node, const char* name, const std::string& value)
{
    node.append_attribute(name).set_value(value.c_str());
}

void write_benefit(pugi::xml_node beneficiary, const SiussBenefit& benefit)
{
    auto node = beneficiary.append_child("PrestazioniSociali");
    set(node, "TipoOperazione", "I");
    set(node, "PresenzaProvaMezzi", benefit.means_test);
    if (benefit.nature)
        set(node, "CaratterePrestazione", *benefit.nature);
    set(node, "CodicePrestazione", benefit.code);
    set(node, "DenominazionePrestazione", benefit.name);
    set(node, "ProtocolloDomanda", benefit.protocol);
    set(node, "DataEvento", to_string(benefit.day));
    set(node, "PresaCarico", benefit.in_charge ? "1" : "2");
    if (benefit.area)
        set(node, "AreaUtenza", *benefit.area);
}

void write_person(pugi::xml_node flow, const SiussPerson& person)
{
    auto beneficiary = flow.append_child("Beneficiario");
    set(beneficiary, "CodiceFiscale", *person.tax_code);
    auto who = beneficiary.append_child("Anagrafica");
    set(who, "Cognome", *person.family_name);
    set(who, "Nome", *person.given_name);
    set(who, "AnnoNascita", std::to_string(*person.birth_year));
    set(who, "LuogoNascita", *birth_place_of(*person.tax_code));
    set(who, "Genere", *person.gender == "M" ? "1" : "2");
    set(who, "CodiceCittadinanza", *person.country);
    for (const auto& benefit : person.benefits)
        write_benefit(beneficiary, benefit);
}

} // namespace

bool is_tax_code(const std::string& text)
{
    if (text.size() == 11)
        return std::all_of(text.begin(), text.end(), is_digit);
    // L letter, D digit, X either.
    constexpr std::string_view form = "LLLLLLDDLDDLXXXL";
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char c, char kind) {
               return (is_letter(c) && kind != 'D') || (is_digit(c) && kind != 'L');
           });
}

std::optional<std::string> birth_place_of(const std::string& tax_code)
{
    if (tax_code.size() != 16)
        return std::nullopt;
    auto place = tax_code.substr(11, 4);
    for (auto& c : place)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    // Of two persons with the same code, one has letters for digits: those are put back.
    constexpr std::string_view letters = "LMNPQRSTUV";
    for (std::size_t i = 1; i < place.size(); ++i)
        if (const auto at = letters.find(place[i]); at != std::string_view::npos)
            place[i] = static_cast<char>('0' + at);
    return place;
}

std::vector<std::string> missing_for_siuss(const SiussPerson& person)
{
    std::vector<std::string> missing;
    const auto want = [&](bool there, const char* what) {
        if (!there)
            missing.emplace_back(what);
    };
    want(has_text(person.tax_code), "TAX_CODE");
    if (has_text(person.tax_code)) {
        const bool right = is_tax_code(*person.tax_code);
        want(right, "TAX_CODE_FORM");
        want(!right || birth_place_of(*person.tax_code), "BIRTH_PLACE");
    }
    want(has_text(person.family_name), "FAMILY_NAME");
    want(has_text(person.given_name), "GIVEN_NAME");
    want(length_of(person.family_name.value_or("")) <= name_most &&
             length_of(person.given_name.value_or("")) <= name_most,
         "NAME_LENGTH");
    want(person.birth_year.has_value(), "BIRTH_YEAR");
    want(person.gender == "M" || person.gender == "F", "GENDER");
    const bool known = has_text(person.citizenship) && *person.citizenship != "ZZ";
    want(known, "CITIZENSHIP");
    want(!known || has_text(person.country), "COUNTRY_CODE");
    return missing;
}

std::string siuss_xml(const SiussBody& body, const std::vector<SiussPerson>& persons)
{
    pugi::xml_document document;
    auto flow = document.append_child("Flusso");
    set(flow, "xmlns", space_of_names);
    auto about = flow.append_child("IdentificazioneFlusso");
    set(about, "Nome", cut(body.flow, 50));
    auto whose = about.append_child("Ente");
    set(whose, "Codice", body.code);
    set(whose, "Denominazione", cut(body.name, body_name_most));
    set(whose, "Indirizzo", body.place);
    set(whose, "CFOperatore", body.operator_code);
    for (const auto& person : persons) {
        ENSURE(missing_for_siuss(person).empty() && !person.benefits.empty());
        write_person(flow, person);
    }
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

} // namespace reporting
