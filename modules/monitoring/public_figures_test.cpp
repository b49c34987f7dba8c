// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/public_figures.h"

#include <gtest/gtest.h>

namespace monitoring {

namespace {

NetworkValue sum(const char* indicator, double value, std::optional<std::int64_t> numerator = {},
                 std::optional<std::int64_t> denominator = {}, const char* window = "period")
{
    NetworkValue made;
    made.indicator = indicator;
    made.version = 1;
    made.window = window;
    made.value = value;
    made.numerator = numerator;
    made.denominator = denominator;
    made.cities_counted = 2;
    return made;
}

// "NET-01 120", "NET-02 few".
std::vector<std::string> read(const std::vector<NetworkValue>& network)
{
    const core::Catalogue catalogue;
    NetworkBoard board;
    board.network = network;
    std::vector<std::string> lines;
    for (const auto& value : published_values(catalogue, board))
        lines.push_back(value.indicator + " " +
                        (value.value ? written_number(*value.value, false, "it") : "few"));
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST(PublicFigures, hide_what_is_small)
{
    EXPECT_EQ(read({sum("NET-01", 120), sum("NET-02", 4)}), (Lines{"NET-01 120", "NET-02 few"}));
    EXPECT_EQ(read({sum("NET-01", 5)}), Lines{"NET-01 5"});
    // Of a share also who is on the other side.
    EXPECT_EQ(read({sum("SCR-01", 0.95, 38, 40)}), Lines{"SCR-01 few"});
    EXPECT_EQ(read({sum("SCR-01", 0.0, 0, 3)}), Lines{"SCR-01 few"});
    EXPECT_EQ(read({sum("SCR-01", 0.75, 30, 40)}).front().substr(0, 6), "SCR-01");
}

// Seven had help of this kind, and five of them training: two or more must have had something else.
TEST(PublicFigures, hide_a_whole_while_a_part_is_hidden)
{
    EXPECT_EQ(read({sum("FAMI-b.ii.1", 5), sum("FAMI-b.ii.2", 0), sum("FAMI-b.ii.3", 2),
                    sum("FAMI-b.ii.4", 0), sum("FAMI-b.ii", 7)}),
              (Lines{"FAMI-b.ii.1 5", "FAMI-b.ii.2 0", "FAMI-b.ii.3 few", "FAMI-b.ii.4 0",
                     "FAMI-b.ii few"}));
    for (const auto* part : {"FAMI-b.ii.1", "FAMI-b.ii.2", "FAMI-b.ii.3", "FAMI-b.ii.4"})
        EXPECT_EQ(read({sum(part, 4), sum("FAMI-b.ii", 90)}).back(), "FAMI-b.ii few") << part;
    EXPECT_EQ(read({sum("FAMI-b.ii.1", 5), sum("FAMI-b.ii", 7)}).back(), "FAMI-b.ii 7");
    // A part that does not cover its whole leaves it alone.
    EXPECT_EQ(read({sum("AMIF-O.2.3.1", 3), sum("AMIF-O.2.3", 90)}).back(), "AMIF-O.2.3 90");
}

TEST(PublicFigures, leave_out_the_guarded_and_the_second_window)
{
    ASSERT_NE(read({sum("NET-01", 120)}), Lines{});
    EXPECT_EQ(read({sum("MSNA-01", 0.5, 50, 100)}), Lines{});
    EXPECT_EQ(read({sum("NET-01", 120, {}, {}, "year_to_date")}), Lines{});
}

TEST(PublicFigures, are_written_as_the_reader_writes_them)
{
    EXPECT_EQ(written_number(1234567, false, "it"), "1.234.567");
    EXPECT_EQ(written_number(1234, false, "en"), "1,234");
    EXPECT_EQ(written_number(0, false, "it"), "0");
    EXPECT_EQ(written_number(12.9, false, "it"), "13") << "hours are rounded, not cut";
    EXPECT_EQ(written_number(0.4836, true, "it"), "48,4%");
    EXPECT_EQ(written_number(1, true, "en"), "100.0%");
}

} // namespace monitoring
