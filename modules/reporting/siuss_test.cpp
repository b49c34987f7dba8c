// SPDX-License-Identifier: EUPL-1.2
// The flow against the schema that INPS publishes, where that stands beside this tree
// (LGNET_SHARED, else ../shared).
#include "reporting/siuss.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "reporting/testing.h"

using reporting::missing_for_siuss;
using reporting::SiussPerson;

namespace {

SiussPerson whole()
{
    SiussPerson person;
    person.tax_code = "DLLMNA94D41Z319O";
    person.family_name = "Diallo \"detta\" <A> & C.";
    person.given_name = "Aminàta";
    person.birth_year = 1994;
    person.gender = "F";
    person.citizenship = "GN";
    person.country = "999";
    reporting::SiussBenefit benefit;
    benefit.code = "ESEMPIO1";
    benefit.name = "Prestazione di esempio";
    benefit.means_test = "4";
    benefit.protocol = "RM-000012/2026-11-08/SSP.COLL";
    benefit.day = parse_date("2026-11-08").value();
    person.benefits.push_back(benefit);
    benefit.nature = "2";
    benefit.area = "3";
    benefit.in_charge = true;
    person.benefits.push_back(benefit);
    return person;
}

std::string flow(const std::vector<SiussPerson>& persons)
{
    return reporting::siuss_xml(
        {"PSA Roma 2026-Q4", "RM-1", "Comune di \"Roma\" & C.", "H501", "RSSMRA80A01H501U"},
        persons);
}

std::filesystem::path schema()
{
    const auto* shared = std::getenv("LGNET_SHARED");
    const std::filesystem::path place = shared != nullptr
                                            ? std::filesystem::path(shared)
                                            : std::filesystem::path(SOURCE_DIR) / ".." / "shared";
    return place / "siuss" / "PS_PSA_SINA201806.xsd";
}

bool is_valid(const std::string& xml)
{
    const auto file = std::filesystem::temp_directory_path() /
                      ("siuss-" + to_string(make_uuid(system_now())) + ".xml");
    std::ofstream(file) << xml;
    const auto command = "xmllint --nonet --noout --schema '" + schema().string() + "' '" +
                         file.string() + "' 2>/dev/null";
    const bool valid = std::system(command.c_str()) == 0;
    std::filesystem::remove(file);
    return valid;
}

using Codes = std::vector<std::string>;

} // namespace

TEST(Flow, fits_the_schema_of_inps)
{
    if (!std::filesystem::exists(schema()))
        GTEST_SKIP() << "no " << schema();
    auto man = whole();
    man.gender = "M";
    man.tax_code = "dllmna94d41z31vo";
    EXPECT_TRUE(missing_for_siuss(man).empty());
    EXPECT_TRUE(is_valid(flow({whole(), man})));
    // And the check does find what is wrong.
    auto broken = flow({whole()});
    broken.replace(broken.find("Genere=\"2\""), 10, "Genere=\"3\"");
    EXPECT_FALSE(is_valid(broken));
}

TEST(Flow, does_not_fit_without_what_is_called_missing)
{
    const auto missing = [](auto&& change) {
        auto person = whole();
        change(person);
        return missing_for_siuss(person);
    };
    EXPECT_EQ(missing([](auto&) {}), Codes{});
    EXPECT_EQ(missing([](auto& one) { one.tax_code.reset(); }), Codes{"TAX_CODE"});
    EXPECT_EQ(missing([](auto& one) { one.tax_code = "DLLMNA94D41Z31"; }), Codes{"TAX_CODE_FORM"});
    EXPECT_EQ(missing([](auto& one) { one.tax_code = "12345678901"; }), Codes{"BIRTH_PLACE"});
    EXPECT_EQ(missing([](auto& one) { one.family_name.reset(); }), Codes{"FAMILY_NAME"});
    EXPECT_EQ(missing([](auto& one) { one.given_name = std::string(37, 'a'); }),
              Codes{"NAME_LENGTH"});
    EXPECT_EQ(missing([](auto& one) { one.birth_year.reset(); }), Codes{"BIRTH_YEAR"});
    EXPECT_EQ(missing([](auto& one) { one.gender = "X"; }), Codes{"GENDER"});
    EXPECT_EQ(missing([](auto& one) { one.citizenship = "ZZ"; }), Codes{"CITIZENSHIP"});
    EXPECT_EQ(missing([](auto& one) { one.country.reset(); }), Codes{"COUNTRY_CODE"});
}

TEST(BirthPlace, stands_in_a_final_tax_code)
{
    EXPECT_EQ(reporting::birth_place_of("RSSMRA80A01H501U"), "H501");
    EXPECT_EQ(reporting::birth_place_of("rssmra80a01hrlmu"), "H501");
    EXPECT_EQ(reporting::birth_place_of("12345678901"), std::nullopt);
}

namespace {

class Siuss : public test_reporting::City {};
INSTANTIATE_TEST_SUITE_P(Both, Siuss, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace

TEST_P(Siuss, tells_only_with_codes_that_somebody_wrote)
{
    add_person("Amina", R"("family_name":"Diallo","gender":"F","birth_year":1994,)"
                        R"("citizenship":"GN","identifiers":[{"kind":"codice_fiscale",)"
                        R"("value":"DLLMNA94D41Z319O"}])");
    add_person("Yusuf", R"("gender":"M","birth_year":1961,"citizenship":"AF")");
    for (const auto* person : {"Amina", "Yusuf"}) {
        open_case(person);
        intervene(person, "SSP.COLL", "2026-11-08");
    }
    const auto sheet = [&] { return ask(marco, "GET /api/reporting/siuss?period=2026-Q4").body; };
    const auto wish = std::string(R"({"period":"2026-Q4","body_code":"RM-1",)"
                                  R"("operator_code":"RSSMRA80A01H501U"})");
    EXPECT_NE(sheet().find(R"("without_code":[{"intervention":"SSP.COLL","times":2}])"),
              std::string::npos)
        << sheet();
    EXPECT_EQ(outcome(marco, "POST /api/reporting/siuss", wish), "409 reporting.nobody_to_export");

    EXPECT_EQ(outcome(rita, "PUT /api/reporting/benefits/SSP.COLL",
                      R"({"benefit":"ESEMPIO1","name":"Prestazione di esempio",)"
                      R"("means_test":"4"})"),
              "200");
    EXPECT_EQ(outcome(rita, "PUT /api/reporting/countries/GN", R"({"istat":"999"})"), "200");
    EXPECT_NE(sheet().find(R"("ready":1)"), std::string::npos) << sheet();
    EXPECT_NE(sheet().find(R"("missing":["TAX_CODE","FAMILY_NAME","COUNTRY_CODE"])"),
              std::string::npos)
        << sheet();
    const auto flow = ask(marco, "POST /api/reporting/siuss", wish);
    ASSERT_EQ(flow.status, 200) << flow.body;
    EXPECT_NE(flow.body.find("CodiceFiscale=\"DLLMNA94D41Z319O\""), std::string::npos);
    EXPECT_EQ(flow.body.find("Yusuf"), std::string::npos);
    if (std::filesystem::exists(schema()))
        EXPECT_TRUE(is_valid(flow.body)) << flow.body;

    EXPECT_EQ(outcome(rita, "DELETE /api/reporting/benefits/SSP.COLL"), "204");
    EXPECT_EQ(outcome(marco, "POST /api/reporting/siuss", wish), "409 reporting.nobody_to_export");
}
