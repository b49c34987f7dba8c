// SPDX-License-Identifier: EUPL-1.2
#include "reporting/benefit_rows.h"

#include "store/rows.h"

namespace reporting {

namespace {

const store::Sql one_benefit("select " + store::columns<BenefitRow>() +
                             " from reporting_benefit where intervention = $1");
const store::Sql one_country("select " + store::columns<CountryRow>() +
                             " from reporting_country where country = $1");
const store::Sql all_benefits("select " + store::columns<BenefitRow>() +
                              " from reporting_benefit where cancelled_at is null"
                              " order by intervention");
const store::Sql all_countries("select " + store::columns<CountryRow>() +
                               " from reporting_country where cancelled_at is null"
                               " order by country");

} // namespace

std::optional<BenefitRow> find_benefit(store::Transaction& transaction,
                                       const std::string& intervention)
{
    return store::find_row<BenefitRow>(transaction, one_benefit, intervention);
}

std::optional<CountryRow> find_country(store::Transaction& transaction, const std::string& country)
{
    return store::find_row<CountryRow>(transaction, one_country, country);
}

std::vector<BenefitRow> every_benefit(store::Transaction& transaction)
{
    return store::read_rows<BenefitRow>(transaction, all_benefits);
}

std::vector<CountryRow> every_country(store::Transaction& transaction)
{
    return store::read_rows<CountryRow>(transaction, all_countries);
}

} // namespace reporting
