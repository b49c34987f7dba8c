// SPDX-License-Identifier: EUPL-1.2
// What may be asked of projects and their money (module.cpp names who may).
#pragma once

#include "reporting/reporting.h"

namespace reporting {

// ---- projects

struct AddProject : ProjectDetails {
    static constexpr const char* title = "AddFundedProject";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddProject::id).sample(core::samples::new_funded_project)),
            ProjectDetails::fields());
    }
};

struct ChangeProject : ProjectDetails {
    static constexpr const char* title = "ChangeFundedProject";

    Id<Project> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeProject::id).sample(core::samples::funded_project),
                       field("base", &ChangeProject::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            ProjectDetails::fields());
    }
};

struct ProjectPath {
    static constexpr const char* title = "FundedProjectPath";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ProjectPath::id).sample(core::samples::funded_project));
    }
};

struct RestoreProject {
    static constexpr const char* title = "RestoreFundedProject";

    Id<Project> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreProject::id).sample(core::samples::funded_project_cancelled));
    }
};

// ---- partners

struct AddPartner : PartnerDetails {
    static constexpr const char* title = "AddFundedPartner";

    Id<Project> project;
    Id<Partner> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("project", &AddPartner::project).sample(core::samples::funded_project),
                       field("id", &AddPartner::id).sample(core::samples::new_funded_partner)),
            PartnerDetails::fields());
    }
};

struct ChangePartner : PartnerDetails {
    static constexpr const char* title = "ChangeFundedPartner";

    Id<Partner> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangePartner::id).sample(core::samples::funded_partner)),
            PartnerDetails::fields());
    }
};

struct PartnerPath {
    static constexpr const char* title = "FundedPartnerPath";

    Id<Partner> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PartnerPath::id).sample(core::samples::funded_partner));
    }
};

struct RestorePartner {
    static constexpr const char* title = "RestoreFundedPartner";

    Id<Partner> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestorePartner::id).sample(core::samples::funded_partner_cancelled));
    }
};

// ---- agreements

struct AddAgreement : AgreementDetails {
    static constexpr const char* title = "AddFundedAgreement";

    Id<Project> project;
    Id<Agreement> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("project", &AddAgreement::project).sample(core::samples::funded_project),
                field("id", &AddAgreement::id).sample(core::samples::new_funded_agreement)),
            AgreementDetails::fields());
    }
};

struct ChangeAgreement : AgreementDetails {
    static constexpr const char* title = "ChangeFundedAgreement";

    Id<Agreement> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeAgreement::id).sample(core::samples::funded_agreement)),
            AgreementDetails::fields());
    }
};

struct AgreementPath {
    static constexpr const char* title = "FundedAgreementPath";

    Id<Agreement> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AgreementPath::id).sample(core::samples::funded_agreement));
    }
};

struct RestoreAgreement {
    static constexpr const char* title = "RestoreFundedAgreement";

    Id<Agreement> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreAgreement::id).sample(core::samples::funded_agreement_cancelled));
    }
};

// ---- activities

struct AddActivity : ActivityDetails {
    static constexpr const char* title = "AddFundedActivity";

    Id<Project> project;
    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("project", &AddActivity::project).sample(core::samples::funded_project),
                field("id", &AddActivity::id).sample(core::samples::new_funded_activity)),
            ActivityDetails::fields());
    }
};

struct ChangeActivity : ActivityDetails {
    static constexpr const char* title = "ChangeFundedActivity";

    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeActivity::id).sample(core::samples::funded_activity)),
            ActivityDetails::fields());
    }
};

struct ActivityPath {
    static constexpr const char* title = "FundedActivityPath";

    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ActivityPath::id).sample(core::samples::funded_activity));
    }
};

struct RestoreActivity {
    static constexpr const char* title = "RestoreFundedActivity";

    Id<Activity> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreActivity::id).sample(core::samples::funded_activity_cancelled));
    }
};

// ---- lines

struct AddLine : LineDetails {
    static constexpr const char* title = "AddBudgetLine";

    Id<Project> project;
    Id<Line> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("project", &AddLine::project).sample(core::samples::funded_project),
                       field("id", &AddLine::id).sample(core::samples::new_budget_line)),
            LineDetails::fields());
    }
};

struct ChangeLine : LineDetails {
    static constexpr const char* title = "ChangeBudgetLine";

    Id<Line> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeLine::id).sample(core::samples::budget_line)),
            LineDetails::fields());
    }
};

struct LinePath {
    static constexpr const char* title = "BudgetLinePath";

    Id<Line> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &LinePath::id).sample(core::samples::budget_line_unused));
    }
};

struct RestoreLine {
    static constexpr const char* title = "RestoreBudgetLine";

    Id<Line> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreLine::id).sample(core::samples::budget_line_cancelled));
    }
};

// ---- expenses

struct AddExpense : ExpenseDetails {
    static constexpr const char* title = "AddExpense";

    Id<Line> line;
    Id<Expense> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("line", &AddExpense::line).sample(core::samples::budget_line),
                       field("id", &AddExpense::id).sample(core::samples::new_expense)),
            ExpenseDetails::fields());
    }
};

struct ChangeExpense : ExpenseDetails {
    static constexpr const char* title = "ChangeExpense";

    Id<Expense> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeExpense::id).sample(core::samples::expense)),
            ExpenseDetails::fields());
    }
};

struct ExpensePath {
    static constexpr const char* title = "ExpensePath";

    Id<Expense> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ExpensePath::id).sample(core::samples::expense));
    }
};

struct RestoreExpense {
    static constexpr const char* title = "RestoreExpense";

    Id<Expense> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreExpense::id).sample(core::samples::expense_cancelled));
    }
};

ProjectList list_projects(core::Context& context);
Project get_project(core::Context& context, const ProjectPath& wish);

Project add_project(core::Context& context, const AddProject& wish);
Project change_project(core::Context& context, const ChangeProject& wish);
void cancel_project(core::Context& context, const ProjectPath& wish);
Project restore_project(core::Context& context, const RestoreProject& wish);

Partner add_partner(core::Context& context, const AddPartner& wish);
Partner change_partner(core::Context& context, const ChangePartner& wish);
void cancel_partner(core::Context& context, const PartnerPath& wish);
Partner restore_partner(core::Context& context, const RestorePartner& wish);

Agreement add_agreement(core::Context& context, const AddAgreement& wish);
Agreement change_agreement(core::Context& context, const ChangeAgreement& wish);
void cancel_agreement(core::Context& context, const AgreementPath& wish);
Agreement restore_agreement(core::Context& context, const RestoreAgreement& wish);

Activity add_activity(core::Context& context, const AddActivity& wish);
Activity change_activity(core::Context& context, const ChangeActivity& wish);
void cancel_activity(core::Context& context, const ActivityPath& wish);
Activity restore_activity(core::Context& context, const RestoreActivity& wish);

Line add_line(core::Context& context, const AddLine& wish);
Line change_line(core::Context& context, const ChangeLine& wish);
void cancel_line(core::Context& context, const LinePath& wish);
Line restore_line(core::Context& context, const RestoreLine& wish);

Expense add_expense(core::Context& context, const AddExpense& wish);
Expense change_expense(core::Context& context, const ChangeExpense& wish);
void cancel_expense(core::Context& context, const ExpensePath& wish);
Expense restore_expense(core::Context& context, const RestoreExpense& wish);

} // namespace reporting
