// SPDX-License-Identifier: EUPL-1.2
#include "core/spoken_code.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace core {

namespace {

Uuid id(int number) { return named_uuid("test " + std::to_string(number)); }

} // namespace

TEST(Code, is_sixteen_digits_in_four_groups)
{
    const auto code = make_code(id(1), id(2));
    ASSERT_EQ(code.size(), 16u);
    EXPECT_EQ(read_code(code), code);
    EXPECT_EQ(read_code(spoken(code)), code);
    EXPECT_EQ(spoken("4821093755167302"), "4821 0937 5516 7302");
}

TEST(Code, is_the_same_for_the_same_report_and_ticket_only)
{
    EXPECT_EQ(make_code(id(1), id(2)), make_code(id(1), id(2)));
    EXPECT_NE(make_code(id(1), id(2)), make_code(id(1), id(3)));
    EXPECT_NE(make_code(id(1), id(2)), make_code(id(3), id(2)));
    std::set<std::string> codes;
    for (int i = 0; i < 20'000; ++i)
        codes.insert(make_code(id(i), id(-i - 1)));
    EXPECT_EQ(codes.size(), 20'000u);
}

// Property: whatever the code, one wrong digit or two neighbours in the wrong order are noticed.
TEST(Code, notices_every_wrong_digit_and_every_two_that_changed_places)
{
    std::mt19937 chance(20261123);
    for (int turn = 0; turn < 300; ++turn) {
        const auto code = make_code(id(static_cast<int>(chance())), id(turn));
        for (std::size_t at = 0; at < code.size(); ++at) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                auto wrong = code;
                wrong[at] = digit;
                EXPECT_EQ(read_code(wrong).has_value(), wrong == code) << code << " " << wrong;
            }
            if (at + 1 < code.size() && code[at] != code[at + 1]) {
                auto wrong = code;
                std::swap(wrong[at], wrong[at + 1]);
                EXPECT_FALSE(read_code(wrong)) << code << " " << wrong;
            }
        }
    }
}

TEST(Code, is_read_in_the_digits_that_people_type)
{
    const auto code = make_code(id(1), id(2));
    const auto in_script = [&](const char* zero) {
        std::string text;
        for (const char digit : code) {
            std::string one = zero;
            one.back() = static_cast<char>(one.back() + (digit - '0'));
            text += one;
        }
        return text;
    };
    EXPECT_EQ(read_code(in_script("\u0660")), code) << "Arabic";
    EXPECT_EQ(read_code(in_script("\u06F0")), code) << "Persian, Urdu";
    EXPECT_EQ(read_code(in_script("\u09E6")), code) << "Bengali";
    EXPECT_EQ(read_code("\u200E" + code.substr(0, 4) + "\u2013" + code.substr(4, 4) + "\u00A0" +
                        code.substr(8)),
              code)
        << "with marks of direction, dashes and spaces";
}

TEST(Code, is_nothing_else)
{
    for (const char* text :
         {"", " ", "1234", "48210937551673020", "4821 0937 5516 730x", "\xC3\x28", "4821.0937"})
        EXPECT_FALSE(read_code(text)) << text;
    EXPECT_FALSE(read_code(std::string(1000, '0')));
}

TEST(CheckDigit, is_that_of_damm)
{
    EXPECT_EQ(check_digit("572"), '4') << "the example of his thesis";
    EXPECT_EQ(check_digit(""), '0');
}

} // namespace core
