// SPDX-License-Identifier: EUPL-1.2
// How a workbook is read is tried in app/spreadsheet_test.cpp, on what Excel writes.
#include "base/workbook.h"

#include <gtest/gtest.h>

#include "base/zip.h"

namespace {

workbook::Row row(int line, std::vector<std::string> texts)
{
    workbook::Row row{line, {}};
    for (auto& text : texts)
        row.cells.push_back({std::move(text), std::nullopt});
    return row;
}

} // namespace

TEST(Workbook, what_is_written_is_read_with_every_sheet_and_in_its_rows)
{
    workbook::Sheet survey{"survey", {row(1, {"type", "label::العربية (ar)"})}, {}};
    survey.rows.push_back(row(4, {"", "كم مرة؟ <&> \"x\"\nriga"}));
    workbook::Sheet choices{"choices", {row(1, {"name"}), row(2, {"001"})}, {}};
    choices.rows[1].cells.push_back({"", 2.5});
    const auto sheets = workbook::read_all(workbook::write({survey, choices}));

    ASSERT_EQ(sheets.size(), 2u);
    EXPECT_EQ(sheets[0].name, "survey");
    ASSERT_EQ(sheets[0].rows.size(), 2u);
    EXPECT_EQ(sheets[0].rows[1].line, 4);
    EXPECT_EQ(sheets[0].rows[1].cells[1].text, "كم مرة؟ <&> \"x\"\nriga");
    EXPECT_EQ(sheets[1].rows[1].cells[0].text, "001"); // a text stays one
    EXPECT_FALSE(sheets[1].rows[1].cells[0].number);
    EXPECT_EQ(sheets[1].rows[1].cells[1].number, 2.5);
    EXPECT_EQ(workbook::read_first(workbook::write({choices})).name, "choices");
}

TEST(Workbook, the_same_sheets_make_the_same_bytes)
{
    const workbook::Sheet sheet{"a", {row(1, {"x"})}, {}};
    EXPECT_EQ(workbook::write({sheet}), workbook::write({sheet}));
}

TEST(Workbook, a_formula_in_a_text_stays_a_text)
{
    const workbook::Sheet sheet{"a", {row(1, {"=1+1", "+39 06", "@x"})}, {}};
    const auto read = workbook::read_first(workbook::write({sheet}));
    EXPECT_EQ(read.rows[0].cells[0].text, "=1+1");
    EXPECT_EQ(read.rows[0].cells[1].text, "+39 06");
}

TEST(Workbook, control_characters_and_long_texts_are_cut_rather_than_breaking_the_file)
{
    const workbook::Sheet sheet{"a", {row(1, {"a\x01z", std::string(40'000, 'x')})}, {}};
    const auto read = workbook::read_first(workbook::write({sheet}));
    EXPECT_EQ(read.rows[0].cells[0].text, "az");
    EXPECT_EQ(read.rows[0].cells[1].text.size(), 32'767u);
}

TEST(Workbook, more_sheets_than_the_limit_are_refused)
{
    const std::vector<workbook::Sheet> sheets{{"a", {row(1, {"x"})}, {}},
                                              {"b", {row(1, {"x"})}, {}}};
    try {
        workbook::read_all(workbook::write(sheets), {.sheets = 1});
        FAIL() << "read";
    } catch (const workbook::Unreadable& unreadable) {
        EXPECT_EQ(unreadable.code, "too_many_sheets");
        EXPECT_EQ(unreadable.fact, "1");
    }
}
