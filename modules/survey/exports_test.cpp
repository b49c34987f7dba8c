// SPDX-License-Identifier: EUPL-1.2
// What leaves the house: codes, weights and themes; nothing that anybody said, and nothing that
// says when or by whom somebody was asked.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/csv.h"
#include "base/workbook.h"
#include "survey/testing_wave.h"

namespace survey {

namespace {

using test_wave::id;

constexpr auto words = "mi chiamo Zoubeir e dormo in via Marsala";

class Exports : public test_wave::WaveTest {
protected:
    Exports()
    {
        house_.store("roma").write([&](store::Transaction& store) {
            AnswerRow row;
            row.id = id<AnswerRow>("said");
            row.interview = id<Interview>("rare 0 person 0");
            row.question = "/data/missing";
            row.words = words;
            store::insert_row(store, row);
        });
        ask("PUT /api/survey/themes/" + theme,
            R"({"code":"SLEEP","name":"Dormire","description":"Dove si dorme"})");
        for (const auto& coder : {fulvia, tullio})
            ask("PUT /api/survey/open_answers/" + to_string(id<AnswerRow>("said")) + "/coding",
                R"({"themes":[")" + theme + "\"]}", coder);
    }

    std::string ask(const std::string& line, const std::string& body, const core::Actor& actor)
    {
        const auto response = house_.ask(actor, line, body, "statistics");
        EXPECT_EQ(response.status, 200) << line << ' ' << response.body.substr(0, 400);
        return response.body;
    }
    std::string ask(const std::string& line, const std::string& body = {})
    {
        return ask(line, body, fulvia);
    }
    std::string of_wave(const std::string& what)
    {
        return ask("GET /api/survey/waves/" + to_string(id<Wave>("wave")) + "/" + what);
    }

    const std::string theme = to_string(named_uuid("weighing theme"));
    const core::Actor tullio = test_house::actor("tullio@roma", core::survey_researcher);
};

std::size_t column(const std::vector<CsvRow>& rows, const std::string& name)
{
    const auto& heads = rows.front().cells;
    const auto found = std::find(heads.begin(), heads.end(), name);
    EXPECT_NE(found, heads.end()) << name;
    return static_cast<std::size_t>(found - heads.begin());
}

} // namespace

TEST_P(Exports, hold_codes_weights_and_themes)
{
    const auto rows = read_csv(of_wave("answers?respondents=MIGRANT&format=CSV"));
    ASSERT_EQ(rows.size(), 42u); // the heads, forty of the draw and one beside it
    const auto interview = column(rows, "interview");
    for (const auto& row : rows) {
        if (row.cells[interview] == "rare 0 person 0") {
            EXPECT_EQ(row.cells[column(rows, "has")], "YES");
            EXPECT_EQ(row.cells[column(rows, "weight")], "6.75");
            EXPECT_EQ(row.cells[column(rows, "missing_said")], "1");
            EXPECT_EQ(row.cells[column(rows, "missing_SLEEP")], "1");
        }
        if (row.cells[interview] == "beside") {
            EXPECT_EQ(row.cells[column(rows, "weight")], "");
            EXPECT_EQ(row.cells[column(rows, "missing_SLEEP")], "");
        }
    }
    EXPECT_TRUE(of_wave("answers?respondents=MIGRANT&format=SAV").starts_with("$FL2"));
    EXPECT_TRUE(of_wave("report").starts_with("%PDF-"));
    EXPECT_NE(of_wave("codebook?respondents=MIGRANT").find("<catValu>YES</catValu>"),
              std::string::npos);
    const auto sheets = workbook::read_all(of_wave("answers?respondents=MIGRANT&format=XLSX"));
    ASSERT_EQ(sheets.size(), 3u);
    EXPECT_EQ(sheets[0].rows.size(), 42u);
}

TEST_P(Exports, hold_nothing_that_anybody_said)
{
    for (const auto& what :
         {"answers?respondents=MIGRANT&format=CSV", "answers?respondents=MIGRANT&format=CSV_LONG",
          "answers?respondents=MIGRANT&format=SAV", "codebook?respondents=MIGRANT", "emerging",
          "matrix", "agreement"}) {
        const auto file = of_wave(what);
        EXPECT_EQ(file.find("Zoubeir"), std::string::npos) << what;
        EXPECT_EQ(file.find(to_string(id<Interview>("rare 0 person 0"))), std::string::npos)
            << what;
        EXPECT_EQ(file.find("2026-11-20"), std::string::npos) << what; // when somebody was asked
        EXPECT_EQ(file.find(to_string(fulvia.account)), std::string::npos) << what;
    }
    for (const auto& sheet : workbook::read_all(of_wave("answers?respondents=MIGRANT&format=XLSX")))
        for (const auto& row : sheet.rows)
            for (const auto& cell : row.cells)
                EXPECT_EQ(cell.text.find("Zoubeir"), std::string::npos);
}

// Nobody asked whether they may be quoted: then they may not.
TEST_P(Exports, quote_nobody_who_did_not_agree)
{
    EXPECT_EQ(of_wave("quotes").find("Zoubeir"), std::string::npos);
    house_.store("roma").write([&](store::Transaction& store) {
        answer(store, "rare 0 person 0", "/data/quotes", "YES");
    });
    EXPECT_NE(of_wave("quotes").find("Zoubeir"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Both, Exports, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace survey
