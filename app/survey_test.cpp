// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sstream>

#include "app/commands.h"
#include "app/house.h"
#include "app/testing.h"
#include "base/workbook.h"
#include "core/log.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

workbook::Sheet sheet(const char* name, const Rows& rows)
{
    workbook::Sheet made;
    made.name = name;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        workbook::Row row{static_cast<int>(i) + 1, {}};
        for (const auto& text : rows[i])
            row.cells.push_back({text, std::nullopt});
        made.rows.push_back(std::move(row));
    }
    return made;
}

// One question, asked if `relevant`.
std::string questionnaire(const std::string& relevant)
{
    return workbook::write(
        {sheet("survey", {{"type", "name", "label::Italiano (it)", "relevant"},
                          {"integer", "places", "Quanti posti avete?", ""},
                          {"text", "why", "Perché?", relevant}}),
         sheet("settings", {{"form_title", "form_id", "version", "default_language"},
                            {"Posti", "places", "1", "Italiano (it)"}})});
}

class SurveyFiles : public ::testing::Test {
protected:
    SurveyFiles()
    {
        core::set_log_level("warning");
        configuration_.data = folder_.path("data");
        app::open_house(configuration_, {"roma"})->stop();
    }

    struct Outcome {
        int code = 0;
        std::string out;
        std::string errors;
    };

    Outcome import(const std::string& bytes, const std::string& respondents = "BODY",
                   const std::string& language = "it")
    {
        app::SurveyImportWish wish;
        wish.file = folder_.write("form.xlsx", bytes);
        wish.city = "roma";
        wish.respondents = respondents;
        wish.language = language;
        std::ostringstream out;
        std::ostringstream errors;
        const int code = app::import_questionnaire(configuration_, wish, out, errors);
        return {code, out.str(), errors.str()};
    }

    std::string export_to(const std::string& code, const std::string& file)
    {
        std::ostringstream out;
        EXPECT_EQ(app::export_questionnaire(configuration_, {code, file, "roma", {}}, out), 0);
        return out.str();
    }

    test_program::Folder folder_;
    app::Configuration configuration_;
};

std::string bytes_of(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_F(SurveyFiles, are_imported_once_and_in_versions)
{
    const auto first = import(questionnaire("${places} = 0"));
    EXPECT_EQ(first.code, 0) << first.errors;
    EXPECT_EQ(first.out, "places: versione 1 importata in Roma.\n");
    EXPECT_EQ(import(questionnaire("${places} = 0")).out,
              "places: questo file è già la versione 1.\n");
    // Of a questionnaire that is known nobody says again whom it is for.
    EXPECT_EQ(import(questionnaire("${places} < 3"), "").out,
              "places: versione 2 importata in Roma.\n");
}

TEST_F(SurveyFiles, say_what_is_wrong_by_sheet_row_and_column_in_the_readers_language)
{
    const auto italian = import(questionnaire("pulldata('x')"));
    EXPECT_EQ(italian.code, 1);
    EXPECT_TRUE(italian.out.empty());
    EXPECT_NE(italian.errors.find("survey!3.relevant: La funzione «pulldata»"), std::string::npos)
        << italian.errors;
    const auto english = import(questionnaire("pulldata('x')"), "BODY", "en");
    EXPECT_NE(english.errors.find("survey!3.relevant: The function “pulldata”"), std::string::npos)
        << english.errors;
    const auto no_workbook = import("no workbook");
    EXPECT_NE(no_workbook.errors.find("Excel"), std::string::npos) << no_workbook.errors;
    // Nothing was kept.
    EXPECT_EQ(import(questionnaire("")).out, "places: versione 1 importata in Roma.\n");
}

TEST_F(SurveyFiles, of_a_new_questionnaire_need_to_know_whom_it_is_for)
{
    EXPECT_THROW(import(questionnaire(""), ""), app::Refused);
}

TEST_F(SurveyFiles, are_exported_as_they_were_imported_and_come_back)
{
    const auto bytes = questionnaire("${places} = 0");
    ASSERT_EQ(import(bytes).code, 0);
    const auto file = folder_.path("out.xlsx");
    EXPECT_EQ(export_to("places", file), "places, versione 1: scritta in " + file + ".\n");
    EXPECT_EQ(bytes_of(file), bytes);
    // One that came with the program: changed by hand, it comes back as the city's own version.
    export_to("survey_bodies", file);
    EXPECT_EQ(import(bytes_of(file), "").out, "survey_bodies: versione 2 importata in Roma.\n");
    std::ostringstream out;
    EXPECT_THROW(app::export_questionnaire(configuration_, {"nobody", file, "roma", {}}, out),
                 app::Refused);
}
