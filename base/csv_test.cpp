// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace {

// "1: a|b" for each row.
std::string shown(std::string_view text, char separator = ',', Remarks remarks = Remarks::keep)
{
    std::string shown;
    for (const auto& row : read_csv(text, separator, remarks)) {
        shown += (shown.empty() ? "" : "; ") + std::to_string(row.line) + ": ";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            shown += (i > 0 ? "|" : "") + row.cells[i];
    }
    return shown;
}

} // namespace

TEST(Csv, is_rows_of_cells)
{
    EXPECT_EQ(shown("a,b\n1,2\n"), "1: a|b; 2: 1|2");
    EXPECT_EQ(shown("a,b\n1,2"), "1: a|b; 2: 1|2");
    EXPECT_EQ(shown("a,,c\n,2,"), "1: a||c; 2: |2|");
    EXPECT_EQ(shown(""), "");
    EXPECT_EQ(shown("a"), "1: a");
}

TEST(Csv, lines_end_as_on_any_machine)
{
    EXPECT_EQ(shown("a,b\r\n1,2\r\n"), "1: a|b; 2: 1|2");
    EXPECT_EQ(shown("a,b\r1,2\r3,4"), "1: a|b; 2: 1|2; 3: 3|4");
    EXPECT_EQ(shown("a\r\n\r\nb"), "1: a; 3: b");
}

TEST(Csv, quotes_hold_separators_quotes_and_line_breaks)
{
    EXPECT_EQ(shown("\"a,b\",\"say \"\"ciao\"\"\"\n"), "1: a,b|say \"ciao\"");
    EXPECT_EQ(shown("a,\"one\r\ntwo\",c\nd,e,f\n"), "1: a|one\r\ntwo|c; 3: d|e|f");
    EXPECT_EQ(shown("\"a\n\nb\"\nc"), "1: a\n\nb; 4: c");
    EXPECT_EQ(shown("\"\",x"), "1: |x");
}

TEST(Csv, knows_the_line_on_which_each_row_begins)
{
    EXPECT_EQ(shown("a\n\n\nb\n   \n\"c\nd\"\ne"), "1: a; 4: b; 6: c\nd; 8: e");
}

TEST(Csv, spaces_around_a_bare_cell_are_not_of_it)
{
    EXPECT_EQ(shown(" a , b c ,\" d \""), "1: a|b c| d ");
}

TEST(Csv, empty_lines_are_left_out) { EXPECT_EQ(shown("a,b\n\n,\n1,2\n\n"), "1: a|b; 4: 1|2"); }

TEST(Csv, byte_order_mark_is_passed_over)
{
    EXPECT_EQ(shown("\xEF\xBB\xBF"
                    "a;b\n1;2",
                    ';'),
              "1: a|b; 2: 1|2");
}

TEST(Csv, separators_of_spreadsheets)
{
    EXPECT_EQ(shown("a;b,c\n1;2,5", ';'), "1: a|b,c; 2: 1|2,5");
    EXPECT_EQ(shown("a\tb c\n1\t\t3", '\t'), "1: a|b c; 2: 1||3");
    EXPECT_EQ(guess_separator("data;ora;luogo, via\n1,2,3,4,5"), ';');
    EXPECT_EQ(guess_separator("\xEF\xBB\xBF"
                              "data,ora"),
              ',');
    EXPECT_EQ(guess_separator("data\tora\n"), '\t');
    EXPECT_EQ(guess_separator("\"a;b;c;d\",e,f"), ',');
    EXPECT_EQ(guess_separator("alone"), ',');
}

TEST(Csv, remarks_are_left_out_where_asked)
{
    constexpr auto text = "# codes of colours\ncode,it\n# why\nA,\"x\n# no remark\"\n";
    EXPECT_EQ(shown(text, ',', Remarks::leave_out), "2: code|it; 4: A|x\n# no remark");
    EXPECT_EQ(shown("#1,b"), "1: #1|b");
}

TEST(Csv, unclosed_quote_names_the_line_where_its_row_begins)
{
    try {
        read_csv("a,b\nc,\"open\nand on\n");
        FAIL() << "read all the same";
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 422);
        EXPECT_EQ(problem.code, "core.csv_broken");
        EXPECT_EQ(problem.facts.at(0).second, "2");
    }
    EXPECT_THROW(read_csv("\""), Problem);
    EXPECT_NO_THROW(read_csv("\"closed\""));
}

TEST(Csv, a_cell_may_be_large)
{
    const std::string large(300'000, 'x');
    EXPECT_EQ(read_csv("a," + large + "\n").at(0).cells.at(1), large);
}

// Property: what is written is read as it was.
TEST(Csv, comes_back_as_it_was_written)
{
    const std::vector<std::vector<std::string>> rows{
        {"id", "nome", ""},
        {"1", "Docce \"di quartiere\", la sera", "due\nrighe\r\ne una"},
        {"", " spazi ", "\t"},
        {"x", "\"", ","}};
    std::string text;
    for (const auto& row : rows)
        write_csv_row(text, row);
    const auto read = read_csv(text);
    ASSERT_EQ(read.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        EXPECT_EQ(read[i].cells, rows[i]) << i;
}
