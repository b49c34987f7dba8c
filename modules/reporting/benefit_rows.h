// SPDX-License-Identifier: EUPL-1.2
// The rows of official codes, and the only SQL about them.
#pragma once

#include "reporting/benefits.h"

namespace reporting {

struct BenefitRow : Benefit, Written {
    static constexpr const char* title = "SiussBenefitRow";
    static constexpr const char* table = "reporting_benefit";

    Id<BenefitRow> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &BenefitRow::id)), Benefit::fields(),
                              Written::fields());
    }
};

struct CountryRow : CountryCode, Written {
    static constexpr const char* title = "SiussCountryRow";
    static constexpr const char* table = "reporting_country";

    Id<CountryRow> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &CountryRow::id)), CountryCode::fields(),
                              Written::fields());
    }
};

std::optional<BenefitRow> find_benefit(store::Transaction& transaction,
                                       const std::string& intervention);
std::optional<CountryRow> find_country(store::Transaction& transaction, const std::string& country);
// Those that stand.
std::vector<BenefitRow> every_benefit(store::Transaction& transaction);
std::vector<CountryRow> every_country(store::Transaction& transaction);

} // namespace reporting
