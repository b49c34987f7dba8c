// SPDX-License-Identifier: EUPL-1.2
// The rows of projects, and the only SQL about them.
#pragma once

#include "reporting/reporting.h"
#include "store/store.h"

namespace reporting {

// Who wrote a row last, and whether it was taken back.
struct Written {
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("written_by", &Written::written_by),
                          field("written_at", &Written::written_at),
                          field("cancelled_at", &Written::cancelled_at));
    }
};

struct ProjectRow : ProjectDetails, Written {
    static constexpr const char* title = "FundedProjectRow";
    static constexpr const char* table = "reporting_project";

    Id<Project> id;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ProjectRow::id), field("version", &ProjectRow::version)),
            ProjectDetails::fields(), Written::fields());
    }
};

struct PartnerRow : PartnerDetails, Written {
    static constexpr const char* title = "FundedPartnerRow";
    static constexpr const char* table = "reporting_partner";

    Id<Partner> id;
    Id<Project> project;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &PartnerRow::id), field("project", &PartnerRow::project)),
            PartnerDetails::fields(), Written::fields());
    }
};

struct AgreementRow : AgreementDetails, Written {
    static constexpr const char* title = "FundedAgreementRow";
    static constexpr const char* table = "reporting_agreement";

    Id<Agreement> id;
    Id<Project> project;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AgreementRow::id), field("project", &AgreementRow::project)),
            AgreementDetails::fields(), Written::fields());
    }
};

struct ActivityRow : ActivityDetails, Written {
    static constexpr const char* title = "FundedActivityRow";
    static constexpr const char* table = "reporting_activity";

    Id<Activity> id;
    Id<Project> project;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ActivityRow::id), field("project", &ActivityRow::project)),
            ActivityDetails::fields(), Written::fields());
    }
};

struct LineRow : Written {
    static constexpr const char* title = "BudgetLineRow";
    static constexpr const char* table = "reporting_line";

    Id<Line> id;
    Id<Project> project;
    std::optional<Id<Partner>> partner;
    std::string heading;
    std::optional<std::string> number;
    std::string name;
    std::int64_t amount_cents = 0;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &LineRow::id), field("project", &LineRow::project),
                       field("partner", &LineRow::partner), field("heading", &LineRow::heading),
                       field("number", &LineRow::number), field("name", &LineRow::name),
                       field("amount_cents", &LineRow::amount_cents)),
            Written::fields());
    }
};

struct ExpenseRow : Written {
    static constexpr const char* title = "ExpenseRow";
    static constexpr const char* table = "reporting_expense";

    Id<Expense> id;
    Id<Line> line;
    Date spent_on;
    std::int64_t amount_cents = 0;
    std::optional<std::string> document;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ExpenseRow::id), field("line", &ExpenseRow::line),
                       field("spent_on", &ExpenseRow::spent_on),
                       field("amount_cents", &ExpenseRow::amount_cents),
                       field("document", &ExpenseRow::document), field("name", &ExpenseRow::name)),
            Written::fields());
    }
};

// What stands, in the order in which it is shown.
std::vector<ProjectRow> every_project(store::Transaction& transaction);
std::vector<PartnerRow> partners_of(store::Transaction& transaction, const Id<Project>& id);
std::vector<AgreementRow> agreements_of(store::Transaction& transaction, const Id<Project>& id);
std::vector<ActivityRow> activities_of(store::Transaction& transaction, const Id<Project>& id);
std::vector<LineRow> lines_of(store::Transaction& transaction, const Id<Project>& id);
std::vector<ExpenseRow> expenses_of(store::Transaction& transaction, const Id<Project>& id);

std::optional<ProjectRow> find_project(store::Transaction& transaction, const Id<Project>& id);
std::optional<PartnerRow> find_partner(store::Transaction& transaction, const Id<Partner>& id);
std::optional<AgreementRow> find_agreement(store::Transaction& transaction,
                                           const Id<Agreement>& id);
std::optional<ActivityRow> find_activity(store::Transaction& transaction, const Id<Activity>& id);
std::optional<LineRow> find_line(store::Transaction& transaction, const Id<Line>& id);
std::optional<ExpenseRow> find_expense(store::Transaction& transaction, const Id<Expense>& id);

} // namespace reporting
