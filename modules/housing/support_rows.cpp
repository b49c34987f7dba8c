// SPDX-License-Identifier: EUPL-1.2
#include "housing/support_rows.h"

#include "store/rows.h"

namespace housing {

namespace {

const store::Sql agreement_by_id("select " + store::columns<AgreementRow>() +
                                 " from housing_agreement where id = $1");
const store::Sql agreements_of_place("select " + store::columns<AgreementRow>() +
                                     " from housing_agreement where place = $1"
                                     " order by case when cancelled_at is null then 0 else 1 end,"
                                     " from_on desc, id");
const store::Sql stays_signed("select " + store::columns<StayRow>() +
                              " from housing_stay where agreement = $1 and cancelled_at is null"
                              " and " +
                              people::seen_by("person", "$2", "1 = 1") +
                              " order by signed_on, id limit 500");
const store::Sql count_signed("select count(*) from housing_stay where agreement = $1"
                              " and cancelled_at is null");

const store::Sql support_by_id("select " + store::columns<SupportRow>() +
                               " from housing_support where id = $1");
const store::Sql supports_of_person("select " + store::columns<SupportRow>() +
                                    " from housing_support where person = $1"
                                    " and cancelled_at is null order by agreed_on desc, id");
const store::Sql instalment_by_id("select " + store::columns<InstalmentRow>() +
                                  " from housing_instalment where id = $1");
const store::Sql instalments_of_support("select " + store::columns<InstalmentRow>() +
                                        " from housing_instalment where support = $1"
                                        " order by due_on, id");

const store::Sql upkeep_by_id("select " + store::columns<UpkeepRow>() +
                              " from housing_upkeep where id = $1");
const store::Sql some_upkeep("select " + store::columns<UpkeepRow>() +
                             " from housing_upkeep where cancelled_at is null"
                             " and (cast($1 as text) is null or place = $1)"
                             " order by case when done_on is null then 0 else 1 end,"
                             " urgent desc, due_on, id limit 500");

} // namespace

std::optional<AgreementRow> find_agreement(store::Transaction& transaction, const Id<Agreement>& id)
{
    return store::find_row<AgreementRow>(transaction, agreement_by_id, id);
}

std::vector<AgreementRow> agreements_of(store::Transaction& transaction, const Id<Place>& place)
{
    return store::read_rows<AgreementRow>(transaction, agreements_of_place, place);
}

std::vector<StayRow> signed_stays(store::Transaction& transaction, const core::Scope& scope,
                                  const Id<Agreement>& agreement)
{
    return store::read_rows<StayRow>(transaction, stays_signed, agreement, guarded_of(scope));
}

bool is_signed(store::Transaction& transaction, const Id<Agreement>& agreement)
{
    return transaction.number(count_signed, agreement) > 0;
}

std::optional<SupportRow> find_support(store::Transaction& transaction, const Id<Support>& id)
{
    return store::find_row<SupportRow>(transaction, support_by_id, id);
}

std::vector<SupportRow> supports_of(store::Transaction& transaction,
                                    const Id<people::Person>& person)
{
    return store::read_rows<SupportRow>(transaction, supports_of_person, person);
}

std::optional<InstalmentRow> find_instalment(store::Transaction& transaction,
                                             const Id<Instalment>& id)
{
    return store::find_row<InstalmentRow>(transaction, instalment_by_id, id);
}

std::vector<InstalmentRow> instalments_of(store::Transaction& transaction, const Id<Support>& id)
{
    return store::read_rows<InstalmentRow>(transaction, instalments_of_support, id);
}

std::optional<UpkeepRow> find_upkeep(store::Transaction& transaction, const Id<Upkeep>& id)
{
    return store::find_row<UpkeepRow>(transaction, upkeep_by_id, id);
}

std::vector<UpkeepRow> upkeep_of(store::Transaction& transaction,
                                 const std::optional<Id<Place>>& place)
{
    return store::read_rows<UpkeepRow>(transaction, some_upkeep, place);
}

} // namespace housing
