// SPDX-License-Identifier: EUPL-1.2
#include "reporting/rows.h"

#include "store/rows.h"

namespace reporting {

namespace {

const store::Sql all_projects("select " + store::columns<ProjectRow>() +
                              " from reporting_project"
                              " where cancelled_at is null order by ends_on desc, name, id");

const store::Sql all_partners("select " + store::columns<PartnerRow>() +
                              " from reporting_partner"
                              " where project = $1 and cancelled_at is null order by case role "
                              "when 'LEAD' then 0 when 'PARTNER' then 1 else 2 end, name, id");

const store::Sql
    all_agreements("select " + store::columns<AgreementRow>() +
                   " from reporting_agreement"
                   " where project = $1 and cancelled_at is null order by in_force_on desc, id");

const store::Sql all_activities(
    "select " + store::columns<ActivityRow>() +
    " from reporting_activity"
    " where project = $1 and cancelled_at is null order by number, planned_from, id");

const store::Sql
    all_lines("select " + store::columns<LineRow>() +
              " from reporting_line"
              " where project = $1 and cancelled_at is null order by number, heading, name, id");

const store::Sql all_expenses(
    "select " + store::columns<ExpenseRow>("e") +
    " from reporting_expense e"
    " join reporting_line l on l.id = e.line where l.project = $1 and l.cancelled_at is null"
    " and e.cancelled_at is null order by e.spent_on desc, e.id desc");

const store::Sql project_by_id("select " + store::columns<ProjectRow>() +
                               " from reporting_project where id = $1");

const store::Sql partner_by_id("select " + store::columns<PartnerRow>() +
                               " from reporting_partner where id = $1");

const store::Sql agreement_by_id("select " + store::columns<AgreementRow>() +
                                 " from reporting_agreement where id = $1");

const store::Sql activity_by_id("select " + store::columns<ActivityRow>() +
                                " from reporting_activity where id = $1");

const store::Sql line_by_id("select " + store::columns<LineRow>() +
                            " from reporting_line where id = $1");

const store::Sql expense_by_id("select " + store::columns<ExpenseRow>() +
                               " from reporting_expense where id = $1");

} // namespace

std::vector<ProjectRow> every_project(store::Transaction& transaction)
{
    return store::read_rows<ProjectRow>(transaction, all_projects);
}

std::vector<PartnerRow> partners_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<PartnerRow>(transaction, all_partners, id);
}

std::vector<AgreementRow> agreements_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<AgreementRow>(transaction, all_agreements, id);
}

std::vector<ActivityRow> activities_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<ActivityRow>(transaction, all_activities, id);
}

std::vector<LineRow> lines_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<LineRow>(transaction, all_lines, id);
}

std::vector<ExpenseRow> expenses_of(store::Transaction& transaction, const Id<Project>& id)
{
    return store::read_rows<ExpenseRow>(transaction, all_expenses, id);
}

std::optional<ProjectRow> find_project(store::Transaction& transaction, const Id<Project>& id)
{
    return store::find_row<ProjectRow>(transaction, project_by_id, id);
}

std::optional<PartnerRow> find_partner(store::Transaction& transaction, const Id<Partner>& id)
{
    return store::find_row<PartnerRow>(transaction, partner_by_id, id);
}

std::optional<AgreementRow> find_agreement(store::Transaction& transaction, const Id<Agreement>& id)
{
    return store::find_row<AgreementRow>(transaction, agreement_by_id, id);
}

std::optional<ActivityRow> find_activity(store::Transaction& transaction, const Id<Activity>& id)
{
    return store::find_row<ActivityRow>(transaction, activity_by_id, id);
}

std::optional<LineRow> find_line(store::Transaction& transaction, const Id<Line>& id)
{
    return store::find_row<LineRow>(transaction, line_by_id, id);
}

std::optional<ExpenseRow> find_expense(store::Transaction& transaction, const Id<Expense>& id)
{
    return store::find_row<ExpenseRow>(transaction, expense_by_id, id);
}

} // namespace reporting
