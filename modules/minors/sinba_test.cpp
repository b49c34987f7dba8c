// SPDX-License-Identifier: EUPL-1.2
// The flow against the schema that INPS publishes, where that stands beside this tree
// (LGNET_SHARED, else ../shared).
#include "minors/sinba.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/id.h"

using minors::missing_for_sinba;
using minors::SinbaEntry;

namespace {

Date day(const char* text) { return parse_date(text).value(); }

const Date today = day("2026-11-23");

const core::Catalogue& catalogue()
{
    static const core::Catalogue all;
    return all;
}

// The code of a list by turns, so that every one of them comes up.
std::string code_of(const char* list, std::size_t turn)
{
    const auto& codes = catalogue().vocabularies().at(list);
    return codes[turn % codes.size()].code;
}

// What the schema does not require, in files that know it.
void tell_more(minors::FileRow& file, std::size_t turn)
{
    if (file.disabled == true)
        file.disability_certificate = code_of("minor_disability_certificate", turn);
    file.collaboration = code_of("minor_collaboration", turn);
    if (turn % 2 == 0) {
        file.father_citizenship = "315";
        file.mother_citizenship = "318";
        file.father_region = "12";
        file.mother_region = "03";
        file.father_education = code_of("minor_education", turn / 2);
        file.mother_education = code_of("minor_education", turn / 2 + 1);
        file.father_occupation = code_of("minor_occupation", turn / 2);
        file.mother_occupation = code_of("minor_occupation", turn / 2 + 1);
    }
    if (turn % 3 == 1) {
        file.foster_form = code_of("minor_placement_form", turn / 3);
        file.foster_kind = code_of("minor_foster_kind", turn / 3);
        file.foster_duration = code_of("minor_foster_duration", turn / 3);
        file.foster_nature = code_of("minor_foster_nature", turn / 3);
        file.foster_outcome = code_of("minor_foster_outcome", turn / 3);
    }
    if (turn % 3 == 2) {
        file.facility_nature = code_of("minor_facility_nature", turn / 3);
        file.facility_form = code_of("minor_placement_form", turn / 3);
        file.facility_kind = code_of("minor_facility_kind", turn / 3);
        file.facility_outcome = code_of("minor_facility_outcome", turn / 3);
    }
}

SinbaEntry entry(std::size_t turn)
{
    SinbaEntry made;
    auto& file = made.file;
    file.found_on = day("2026-11-03");
    file.unaccompanied = turn % 2 == 0;
    file.source = code_of("minor_source", turn);
    file.condition = code_of("minor_condition", turn);
    file.living_place = code_of("minor_living_place", turn);
    file.school = code_of("minor_school", turn);
    file.work = code_of("minor_work", turn);
    file.disabled = turn % 3 == 0;
    if (*file.disabled)
        file.disability = code_of("minor_disability", turn);
    file.family = {code_of("minor_family_member", turn), code_of("minor_family_member", turn + 1)};
    file.assessment = code_of("minor_assessment", turn);
    file.family_assessment = code_of("minor_family_assessment", turn);
    file.residence_country = "100";
    file.benefits = {"A1.01", "A1.02"};
    if (turn % 4 == 0) {
        file.measure = code_of("minor_measure", turn);
        file.measure_on = day("2026-11-10");
        file.measure_authority = code_of("minor_authority", turn);
        file.parents_authority = code_of("minor_authority_of_parents", turn);
        made.reported_to_court_on = day("2026-11-04");
        file.residence_region = "12";
    }
    if (turn % 5 == 0) {
        file.closed_on = today;
        file.closure_reason = code_of("minor_closure_reason", turn / 5);
        file.closure_situation = code_of("minor_closure_situation", turn / 5);
    }
    tell_more(file, turn);
    made.birth = {std::nullopt, 2009 + static_cast<int>(turn % 17)};
    made.beneficiary = "RM-000" + std::to_string(100 + turn);
    return made;
}

std::string flow(const std::vector<SinbaEntry>& entries)
{
    return minors::sinba_xml(
        {"RM-0001", "Comune di \"Roma\" & C. <capitale>", "H501", "RSSMRA80A01H501U"}, entries,
        today);
}

std::filesystem::path schema()
{
    const auto* shared = std::getenv("LGNET_SHARED");
    const std::filesystem::path place = shared != nullptr
                                            ? std::filesystem::path(shared)
                                            : std::filesystem::path(SOURCE_DIR) / ".." / "shared";
    return place / "siuss" / "SINBA.xsd";
}

bool is_valid(const std::string& xml)
{
    const auto file = std::filesystem::temp_directory_path() /
                      ("sinba-" + to_string(make_uuid(system_now())) + ".xml");
    std::ofstream(file) << xml;
    const auto command = "xmllint --nonet --noout --schema '" + schema().string() + "' '" +
                         file.string() + "' 2>/dev/null";
    const bool valid = std::system(command.c_str()) == 0;
    std::filesystem::remove(file);
    return valid;
}

} // namespace

TEST(TheFlow, fits_the_schema_of_inps_whatever_the_codes)
{
    if (!std::filesystem::exists(schema()))
        GTEST_SKIP() << "no " << schema();
    std::vector<SinbaEntry> entries;
    for (std::size_t turn = 0; turn < 60; ++turn) {
        entries.push_back(entry(turn));
        EXPECT_TRUE(missing_for_sinba(entries.back().file, entries.back().birth).empty());
    }
    EXPECT_TRUE(is_valid(flow(entries)));

    // And the check does find what is wrong.
    auto broken = flow(entries);
    broken.replace(broken.find(" CondizioneMinore="), 18, " CondizioneMadre=");
    EXPECT_FALSE(is_valid(broken));
    broken = flow(entries);
    broken.replace(broken.find("AnnoNascita=\"20"), 15, "AnnoNascita=\"xx");
    EXPECT_FALSE(is_valid(broken));
}

TEST(TheFlow, says_what_is_not_required_where_it_is_known)
{
    const auto says = [](const minors::FileRow& file, const std::string& text) {
        auto one = entry(1);
        one.file = file;
        return flow({one}).find(" " + text) != std::string::npos;
    };
    auto file = entry(0).file;
    file.disabled = true;
    file.disability_certificate = "5";
    file.mother_education = "3";
    file.father_occupation = "8";
    file.mother_citizenship = "318";
    file.father_region = "12";
    file.foster_outcome = "9";
    file.facility_nature = "10";
    file.collaboration = "7";
    for (const auto* text :
         {R"(InvCivCertificazioni="5")", R"(TitoloStudioMadre="3")", R"(OccupazionePadre="8")",
          R"(CodiceCittadinanzaMadre="318")", R"(CodiceRegioneResidenzaPadre="12")",
          R"(EsitoAffido="9")", R"(CarattereInserimentoResidenziale="10")",
          R"(CollaborazioniInterventi="7")"})
        EXPECT_TRUE(says(file, text)) << text;

    static_cast<minors::ParentsDetails&>(file) = {};
    static_cast<minors::PlacementDetails&>(file) = {};
    file.disability_certificate.reset();
    for (const auto* name :
         {"InvCiv", "TitoloStudio", "Occupazione", "CodiceCittadinanza", "CodiceRegioneResidenzaP",
          "CodiceRegioneResidenzaM", "EsitoAffido", "Carattere", "Collaborazioni"})
        EXPECT_FALSE(says(file, name)) << name;
}

TEST(TheFlow, does_not_fit_without_what_is_called_missing)
{
    if (!std::filesystem::exists(schema()))
        GTEST_SKIP() << "no " << schema();
    const auto without = [](auto&& drop) {
        auto one = entry(1);
        drop(one.file);
        EXPECT_EQ(missing_for_sinba(one.file, one.birth).size(), 1u);
        return is_valid(flow({one}));
    };
    EXPECT_TRUE(is_valid(flow({entry(1)})));
    EXPECT_FALSE(without([](auto& file) { file.source.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.condition.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.living_place.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.school.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.work.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.assessment.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.family_assessment.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.residence_country.reset(); }));
    EXPECT_FALSE(without([](auto& file) { file.family.clear(); }));
    EXPECT_FALSE(without([](auto& file) { file.benefits.clear(); }));
}

TEST(WhatIsMissing, is_the_age_of_who_has_none)
{
    const auto file = entry(1).file;
    using Names = std::vector<std::string>;
    EXPECT_EQ(missing_for_sinba(file, {}), Names{"age"});
    EXPECT_EQ(missing_for_sinba(file, {std::nullopt, 2008}), Names{});
    EXPECT_EQ(missing_for_sinba(file, {day("2007-01-01"), {}}), Names{})
        << "came of age in the file";
}

TEST(TheBandOfAge, has_three_years)
{
    const auto band = [](const char* born) {
        auto one = entry(1);
        one.birth = {day(born), {}};
        const auto xml = flow({one});
        const auto at = xml.find("FasciaEtaBeneficiario=\"");
        return xml.substr(at + 23, 1);
    };
    EXPECT_EQ(band("2026-11-01"), "1");
    EXPECT_EQ(band("2023-11-24"), "1");
    EXPECT_EQ(band("2023-11-23"), "2");
    EXPECT_EQ(band("2011-11-24"), "5");
    EXPECT_EQ(band("2011-11-23"), "6");
    EXPECT_EQ(band("2008-11-24"), "6");
    EXPECT_EQ(band("2007-01-01"), "6") << "came of age in the file";
}
