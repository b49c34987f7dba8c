// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/personal_codes.h"

#include <gtest/gtest.h>

namespace monitoring {

TEST(PersonalCodes, are_found_however_they_are_written)
{
    EXPECT_EQ(personal_code_in("Visto RSSMRA80A01H501U a marzo"), "codice_fiscale");
    EXPECT_EQ(personal_code_in("visto (rssmra80a01h501u)."), "codice_fiscale");
    EXPECT_EQ(personal_code_in("RSSMRAULAL1H5LMU"), "codice_fiscale"); // letters instead of digits
    EXPECT_EQ(personal_code_in("tessera STP1200011234567"), "stp");
    EXPECT_EQ(personal_code_in("ENI1200011234567"), "eni");
    EXPECT_EQ(personal_code_in("scrivere a m.rossi@example.org"), "email");
    EXPECT_EQ(personal_code_in("chiamare 333 123 45 67"), "digits");
    EXPECT_EQ(personal_code_in("+39 (06) 12-34-56-78"), "digits");
    EXPECT_EQ(personal_code_in("permesso 12345678901"), "digits");
}

TEST(PersonalCodes, are_not_seen_in_what_a_quarter_is_told_with)
{
    for (const auto* text :
         {"", "Due settimane senza mezzo: 14 uscite in meno, il 30 % del previsto.",
          "Dal 01/10/2026 al 31/12/2026 la sede era chiusa.", "Nel 2025-2026 (1200 contatti).",
          "Spesi 1.234.567,89 euro.", "Il Municipio V @ Tor Bella Monaca.",
          "Supercalifragili sedici lettere", "Reg. (UE) 2021/1147, O.2.3.1", "ABCDEFGHIJKLMNOP",
          "2024 2025 2026 2027 12345678"})
        EXPECT_EQ(personal_code_in(text), std::nullopt) << text;
}

} // namespace monitoring
