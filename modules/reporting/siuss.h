// SPDX-License-Identifier: EUPL-1.2
// Social benefits for SIUSS, as INPS' schema PS_PSA_SINA201806.xsd has them. Knows no store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace reporting {

// The Ente of the schema.
struct SiussBody {
    std::string flow; // the name of the flow, at most 50 letters
    std::string code;
    std::string name;
    std::string place; // cadastral code of the municipality, "H501"
    std::string operator_code;
};

struct SiussBenefit {
    std::string code; // CodicePrestazione: what an administrator wrote, never ours
    std::string name;
    std::string means_test;
    std::optional<std::string> nature;
    std::optional<std::string> area;
    std::string protocol;
    Date day;
    bool in_charge = false;
};

struct SiussPerson {
    std::optional<std::string> tax_code;
    std::optional<std::string> family_name;
    std::optional<std::string> given_name;
    std::optional<int> birth_year;
    std::optional<std::string> gender;      // of the list "gender"
    std::optional<std::string> citizenship; // of the list "country"
    std::optional<std::string> country;     // its ISTAT code
    std::vector<SiussBenefit> benefits;
};

// A codice fiscale of a human being, final or provisional (eleven digits).
bool is_tax_code(const std::string& text);
// "H501", of a final one.
std::optional<std::string> birth_place_of(const std::string& tax_code);

// Codes of siuss_missing; empty: the person can be told.
std::vector<std::string> missing_for_siuss(const SiussPerson& person);

// Only of persons of whom nothing is missing and who have a benefit.
std::string siuss_xml(const SiussBody& body, const std::vector<SiussPerson>& persons);

} // namespace reporting
