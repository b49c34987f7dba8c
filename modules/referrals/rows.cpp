// SPDX-License-Identifier: EUPL-1.2
#include "referrals/rows.h"

#include "store/rows.h"

namespace referrals {

namespace {

const store::Sql row_by_id("select " + store::columns<ReferralRow>() +
                           " from referrals_referral where id = $1");

const store::Sql row_by_code("select " + store::columns<ReferralRow>() +
                             " from referrals_referral where code_mark = $1");

const store::Sql of_person("select " + store::columns<ReferralRow>() +
                           " from referrals_referral where person = $1"
                           " order by sent_at desc, id desc");

// Which rows a scope sees: the city's, the account's own, those of its teams (",um1,oss,"); of the
// guarded, all or none.
const store::Sql listed("select " + store::columns<ReferralRow>() +
                        " from referrals_referral"
                        " where (case when state in ('closed', 'revoked') then 1 else 0 end) = $1"
                        " and " +
                        people::seen_by("person", "$5",
                                        "$2 = 'city' or sent_by = $3"
                                        " or replace($4, ',' || team || ',', '') <> $4") +
                        " order by sent_at desc, id desc limit $6");

const store::Sql waiting("select " + store::columns<ReferralRow>() +
                         " from referrals_referral where state not in ('closed', 'revoked')"
                         " order by sent_at, id limit $1");

const store::Sql steps("select " + store::columns<StepRow>() +
                       " from referrals_step where referral = $1 order by turn");

const store::Sql step_by_id("select " + store::columns<StepRow>() +
                            " from referrals_step where id = $1");

const store::Sql reminders("select count(*) from referrals_reminder"
                           " where referral = $1 and clock = $2");

const store::Sql outcomes("select area, district, coalesce(language, '') as language, outcome,"
                          " count(*) as count"
                          " from referrals_referral"
                          " where outcome is not null and sent_on >= $1 and sent_on <= $2 and " +
                          people::seen_by("person", "$3", "1 = 1") +
                          " group by area, district, coalesce(language, ''), outcome"
                          " order by area, district, language, outcome");

} // namespace

std::optional<ReferralRow> find_row(store::Transaction& transaction, const Id<Referral>& id)
{
    return store::find_row<ReferralRow>(transaction, row_by_id, id);
}

std::optional<ReferralRow> find_by_code(store::Transaction& transaction, const std::string& mark)
{
    return store::find_row<ReferralRow>(transaction, row_by_code, mark);
}

std::vector<ReferralRow> rows_of_person(store::Transaction& transaction,
                                        const Id<people::Person>& person)
{
    return store::read_rows<ReferralRow>(transaction, of_person, person);
}

std::vector<ReferralRow> list_rows(store::Transaction& transaction, const core::Scope& scope,
                                   bool over, int limit)
{
    return store::read_rows<ReferralRow>(transaction, listed, over ? 1 : 0, reach_of(scope),
                                         scope.account, teams_of(scope), guarded_of(scope), limit);
}

std::vector<ReferralRow> waiting_rows(store::Transaction& transaction, int limit)
{
    return store::read_rows<ReferralRow>(transaction, waiting, limit);
}

std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<Referral>& id)
{
    return store::read_rows<StepRow>(transaction, steps, id);
}

std::optional<StepRow> find_step(store::Transaction& transaction, const Id<Step>& id)
{
    return store::find_row<StepRow>(transaction, step_by_id, id);
}

bool was_reminded(store::Transaction& transaction, const Id<Referral>& id, const std::string& clock)
{
    const auto rows = transaction.query(reminders, id, clock);
    return rows->next() && rows->integer(0) > 0;
}

std::vector<GapLine> outcomes_between(store::Transaction& transaction, const core::Scope& scope,
                                      Date first, Date last)
{
    return store::read_rows<GapLine>(transaction, outcomes, first, last, guarded_of(scope));
}

} // namespace referrals
