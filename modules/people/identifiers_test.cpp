// SPDX-License-Identifier: EUPL-1.2
#include "people/identifiers.h"

#include <gtest/gtest.h>

using people::comparable_identifier;
using people::comparable_phone;
using people::fault_of_identifier;
using people::tidy_identifier;

namespace {

std::string fault(const std::string& kind, const std::string& value)
{
    return fault_of_identifier(kind, tidy_identifier(kind, value)).value_or("");
}

} // namespace

TEST(CodiceFiscale, has_a_form_and_a_check_letter)
{
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85T10A562S"), "");
    EXPECT_EQ(fault("codice_fiscale", " rss mra 85t10 a562s "), "");
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85T10A562T"), "people.codice_fiscale_check");
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85T10A56S"), "people.codice_fiscale_form");
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85Z10A562S"), "people.codice_fiscale_form");
    EXPECT_EQ(fault("codice_fiscale", "12345678901"), "people.codice_fiscale_form");
    EXPECT_EQ(fault("codice_fiscale", "محمد"), "people.codice_fiscale_form");
}

// When two persons would have the same code, letters stand for digits and the check letter changes.
TEST(CodiceFiscale, is_right_with_letters_in_the_place_of_digits)
{
    int accepted = 0;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        if (fault("codice_fiscale", std::string("RSSMRA85T10A56N") + letter).empty())
            ++accepted;
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85T10A56NH"), "");
    EXPECT_EQ(fault("codice_fiscale", "RSSMRA85T10A56BH"), "people.codice_fiscale_form");
}

TEST(OtherIdentifiers, are_checked_where_their_form_is_known)
{
    EXPECT_EQ(fault("codice_fiscale_provvisorio", "123 456 789 01"), "");
    EXPECT_EQ(fault("codice_fiscale_provvisorio", "1234567890"), "people.provisional_code_form");
    EXPECT_EQ(fault("codice_fiscale_provvisorio", "1234567890A"), "people.provisional_code_form");
    EXPECT_EQ(fault("stp", "STP1201010000001"), "");
    EXPECT_EQ(fault("stp", "stp 120 101 0000001"), "");
    EXPECT_EQ(fault("stp", "STP120101000000"), "people.stp_form");
    EXPECT_EQ(fault("stp", "ENI1201010000001"), "people.stp_form");
    EXPECT_EQ(fault("eni", "ENI1201010000001"), "");
    EXPECT_EQ(fault("eni", "ENI12"), "people.eni_form");
    EXPECT_EQ(fault("passport", "any 12"), "");
    EXPECT_EQ(tidy_identifier("passport", "any 12"), "any 12");
}

TEST(Identifiers, are_compared_by_letters_and_digits)
{
    EXPECT_EQ(comparable_identifier("ya-123 456/b"), "YA123456B");
    EXPECT_EQ(comparable_identifier("—"), "");
}

TEST(Phones, are_the_same_with_or_without_the_prefix_of_italy)
{
    EXPECT_EQ(comparable_phone("+39 333 000 0000"), "3330000000");
    EXPECT_EQ(comparable_phone("0039 333 000 0000"), "3330000000");
    EXPECT_EQ(comparable_phone("333.000.0000"), "3330000000");
    EXPECT_EQ(comparable_phone("3933300000"), "3933300000");
    EXPECT_EQ(comparable_phone("+221 77 000 00 00"), "221770000000");
    EXPECT_EQ(comparable_phone("12"), "");
}
