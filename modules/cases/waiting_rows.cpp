// SPDX-License-Identifier: EUPL-1.2
#include "cases/waiting_rows.h"

#include "cases/rows.h"
#include "store/rows.h"

namespace cases {

namespace {

// Of the cases that the worker of the scope ($2) reads, those that are open.
std::string open_and_visible()
{
    return "c.cancelled_at is null and c.state = 'open' and " + visible("$1", "$2", "$3", "$4");
}

const store::Sql coming("select count(*), min(a.at) from cases_appointment a"
                        " join cases_case c on c.id = a.case_id"
                        " where a.colleague = $2 and a.at >= $5 and a.at < $6"
                        " and a.outcome is null and a.cancelled_at is null and " +
                        open_and_visible());

const store::Sql in_charge("select c.person from cases_case c where c.worker = $2 and " +
                           open_and_visible());

const store::Sql ending("select count(*) from cases_case c"
                        " where c.worker = $2 and c.ends_on <= $5"
                        " and not exists (select 1 from cases_hand_over h where h.case_id = c.id"
                        "  and h.withdrawn_at is null and h.accepted_on is not null)"
                        " and " +
                        open_and_visible());

const store::Sql reviews("select count(*) from cases_plan p join cases_case c on c.id = p.id"
                         " where c.worker = $2 and p.review_on <= $5 and " +
                         open_and_visible());

const std::string goes_on = "(g.responsible = $2 or c.worker = $2)"
                            " and g.cancelled_at is null and g.outcome is null and ";

const store::Sql goals_by("select count(*) from cases_goal g"
                          " join cases_case c on c.id = g.case_id"
                          " where g.due_on <= $5 and " +
                          goes_on + open_and_visible());

const store::Sql actions_by("select count(*) from cases_action a join cases_goal g on g.id = a.goal"
                            " join cases_case c on c.id = g.case_id"
                            " where a.due_on <= $5 and a.done_on is null"
                            " and a.cancelled_at is null and " +
                            goes_on + open_and_visible());

const store::Sql reminder("select " + store::columns<ReminderRow>() +
                          " from cases_reminder where id = $1");

int counted(store::Transaction& transaction, const store::Sql& sql, const core::Scope& scope,
            Date by)
{
    const auto rows = transaction.query(sql, reach_of(scope), scope.account, teams_of(scope),
                                        guarded_of(scope), by);
    return rows->next() ? static_cast<int>(rows->integer(0)) : 0;
}

} // namespace

Coming coming_appointments(store::Transaction& transaction, const core::Scope& scope, Instant from,
                           Instant until)
{
    const auto rows = transaction.query(coming, reach_of(scope), scope.account, teams_of(scope),
                                        guarded_of(scope), from, until);
    Coming found;
    if (rows->next() && !rows->is_null(1)) {
        found.count = static_cast<int>(rows->integer(0));
        found.first_at = Instant{rows->integer(1)};
    }
    return found;
}

std::vector<Id<people::Person>> persons_in_charge(store::Transaction& transaction,
                                                  const core::Scope& scope)
{
    const auto rows = transaction.query(in_charge, reach_of(scope), scope.account, teams_of(scope),
                                        guarded_of(scope));
    std::vector<Id<people::Person>> persons;
    while (rows->next())
        persons.emplace_back(parse_uuid(rows->text(0)).value());
    return persons;
}

int cases_ending(store::Transaction& transaction, const core::Scope& scope, Date by)
{
    return counted(transaction, ending, scope, by);
}

int reviews_due(store::Transaction& transaction, const core::Scope& scope, Date by)
{
    return counted(transaction, reviews, scope, by);
}

int goals_due(store::Transaction& transaction, const core::Scope& scope, Date by)
{
    return counted(transaction, goals_by, scope, by);
}

int actions_due(store::Transaction& transaction, const core::Scope& scope, Date by)
{
    return counted(transaction, actions_by, scope, by);
}

std::optional<ReminderRow> find_reminder(store::Transaction& transaction,
                                         const Id<core::Account>& account)
{
    return store::find_row<ReminderRow>(transaction, reminder, account);
}

} // namespace cases
