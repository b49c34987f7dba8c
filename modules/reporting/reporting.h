// SPDX-License-Identifier: EUPL-1.2
// What a city hands in: projects that somebody pays for, with their partners, agreements,
// activities and money; the pack of a quarter; the file of persons; the frameworks of the funds;
// SIUSS; and, for everybody, the figures of the network as open data. It counts facts and knows no
// table of another module.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"
#include "core/reporting_samples.h"

namespace reporting {

core::Module module();

struct Partner;
struct Agreement;
struct Activity;
struct Line;
struct Expense;

// ---- what is said of a project

// Regulation (EU) 2021/1147, Annex VI: what a project, or a partner's part of it, is.
struct AnnexCodes {
    std::vector<std::string> field_codes;
    std::vector<std::string> action_codes;
    std::optional<std::string> implementation;

    static constexpr auto fields()
    {
        return std::tuple(field("field_codes", &AnnexCodes::field_codes)
                              .one_of("annex_vi_field")
                              .at_most(17)
                              .says("Regulation (EU) 2021/1147, Annex VI, table 1."),
                          field("action_codes", &AnnexCodes::action_codes)
                              .one_of("annex_vi_action")
                              .at_most(13)
                              .says("The same, table 2."),
                          field("implementation", &AnnexCodes::implementation)
                              .one_of("annex_vi_implementation")
                              .says("The same, table 3."));
    }
};

struct ProjectDetails : AnnexCodes {
    std::string name;
    std::string fund;
    std::optional<std::string> objective;
    std::optional<std::string> number;
    std::optional<std::string> cup;
    Date starts_on;
    Date ends_on;
    std::optional<std::string> programme;
    std::vector<std::string> through;
    std::optional<std::string> aim;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("name", &ProjectDetails::name).up_to(200).sample(R"("LgNet di esempio")"),
                field("fund", &ProjectDetails::fund)
                    .one_of("reporting_fund")
                    .sample(R"("AMIF_2021_2027")"),
                field("objective", &ProjectDetails::objective).one_of("reporting_objective"),
                field("number", &ProjectDetails::number)
                    .up_to(40)
                    .says("That the fund gave the project."),
                field("cup", &ProjectDetails::cup).up_to(15),
                field("starts_on", &ProjectDetails::starts_on).sample(R"("2026-01-01")"),
                field("ends_on", &ProjectDetails::ends_on).sample(R"("2027-12-31")"),
                field("programme", &ProjectDetails::programme)
                    .one_of("project")
                    .says("Interventions that say this programme are the project's."),
                field("through", &ProjectDetails::through)
                    .one_of("reporting_through")
                    .at_most(5)
                    .says("Work of these kinds is the project's, where it names no programme.")),
            AnnexCodes::fields(), std::tuple(field("aim", &ProjectDetails::aim).up_to(4000)));
    }
};

struct PartnerDetails : AnnexCodes {
    std::string name;
    std::string kind;
    std::string role;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("name", &PartnerDetails::name)
                                             .up_to(200)
                                             .sample(R"("Cooperativa inventata")"),
                                         field("kind", &PartnerDetails::kind)
                                             .one_of("organisation_kind")
                                             .sample(R"("third_sector")"),
                                         field("role", &PartnerDetails::role)
                                             .one_of("reporting_role")
                                             .sample(R"("PARTNER")")),
                              AnnexCodes::fields());
    }
};

// A policy framework, measure or tool that is in force: Regulation (EU) 516/2014, Annex IV
// (b)(iii).
struct AgreementDetails {
    std::string name;
    std::string parties;
    std::string level;
    Date in_force_on;
    std::optional<Date> until;
    std::optional<std::string> document;
    bool civil_society = false;
    bool migrants = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &AgreementDetails::name).up_to(200).sample(R"("Protocollo di esempio")"),
            field("parties", &AgreementDetails::parties)
                .up_to(1000)
                .sample(R"("Comune e consulta inventata")"),
            field("level", &AgreementDetails::level).one_of("reporting_level").sample(R"("LOCAL")"),
            field("in_force_on", &AgreementDetails::in_force_on).sample(R"("2026-09-01")"),
            field("until", &AgreementDetails::until),
            field("document", &AgreementDetails::document)
                .up_to(80)
                .says("Its number in the register; without one it is not counted."),
            field("civil_society", &AgreementDetails::civil_society).sample("true"),
            field("migrants", &AgreementDetails::migrants).sample("true"));
    }
};

struct ActivityDetails {
    std::string number;
    std::string name;
    Date planned_from;
    Date planned_until;
    std::optional<Date> begun_on;
    std::optional<Date> done_on;
    std::optional<std::string> deviation;

    static constexpr auto fields()
    {
        return std::tuple(
            field("number", &ActivityDetails::number).up_to(20).sample(R"("2.1")"),
            field("name", &ActivityDetails::name).up_to(200).sample(R"("Unità mobili")"),
            field("planned_from", &ActivityDetails::planned_from).sample(R"("2026-07-01")"),
            field("planned_until", &ActivityDetails::planned_until).sample(R"("2026-12-31")"),
            field("begun_on", &ActivityDetails::begun_on).not_future(),
            field("done_on", &ActivityDetails::done_on).not_future(),
            field("deviation", &ActivityDetails::deviation)
                .up_to(1000)
                .says("Why it is not as planned. It names no person."));
    }
};

struct LineDetails {
    std::optional<Id<Partner>> partner;
    std::string heading;
    std::optional<std::string> number;
    std::string name;
    std::string amount;

    static constexpr auto fields()
    {
        return std::tuple(
            field("partner", &LineDetails::partner),
            field("heading", &LineDetails::heading)
                .one_of("reporting_heading")
                .sample(R"("STAFF")"),
            field("number", &LineDetails::number).up_to(20).says("That the fund gave the line."),
            field("name", &LineDetails::name).up_to(200).sample(R"("Operatori di strada")"),
            field("amount", &LineDetails::amount)
                .up_to(14)
                .says("Euro, as a decimal text.")
                .sample(R"("12000.00")"));
    }
};

struct ExpenseDetails {
    Date spent_on;
    std::string amount;
    std::optional<std::string> document;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(
            field("spent_on", &ExpenseDetails::spent_on).not_future().sample(R"("2026-11-02")"),
            field("amount", &ExpenseDetails::amount)
                .up_to(14)
                .says("Euro, as a decimal text.")
                .sample(R"("350.10")"),
            field("document", &ExpenseDetails::document).up_to(80),
            field("name", &ExpenseDetails::name)
                .up_to(200)
                .says("What it was for. It names no person.")
                .sample(R"("Coperte")"));
    }
};

// ---- as they are shown

struct Partner : PartnerDetails {
    static constexpr const char* title = "FundedPartner";

    Id<Partner> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Partner::id)), PartnerDetails::fields());
    }
};

struct Agreement : AgreementDetails {
    static constexpr const char* title = "FundedAgreement";

    Id<Agreement> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Agreement::id)), AgreementDetails::fields());
    }
};

struct Activity : ActivityDetails {
    static constexpr const char* title = "FundedActivity";

    Id<Activity> id;
    std::string state; // reporting_activity_state, today

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Activity::id)), ActivityDetails::fields(),
            std::tuple(field("state", &Activity::state).one_of("reporting_activity_state")));
    }
};

struct Expense : ExpenseDetails {
    static constexpr const char* title = "Expense";

    Id<Expense> id;
    Id<Line> line;
    bool outside = false; // of a day on which the project does not run

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Expense::id), field("line", &Expense::line)),
                              ExpenseDetails::fields(),
                              std::tuple(field("outside", &Expense::outside)));
    }
};

// Amounts, each an exact decimal.
struct Sums {
    static constexpr const char* title = "BudgetSums";

    std::string budget = "0.00";
    std::string spent = "0.00";
    std::string left = "0.00"; // less than nothing: more was spent than planned

    static constexpr auto fields()
    {
        return std::tuple(field("budget", &Sums::budget), field("spent", &Sums::spent),
                          field("left", &Sums::left));
    }
};

struct Line : LineDetails {
    static constexpr const char* title = "BudgetLine";

    Id<Line> id;
    Sums sums;
    std::vector<Expense> expenses; // newest first

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Line::id)), LineDetails::fields(),
                              std::tuple(field("sums", &Line::sums),
                                         field("expenses", &Line::expenses).at_most(2000)));
    }
};

struct Project : ProjectDetails {
    static constexpr const char* title = "FundedProject";

    Id<Project> id;
    int version = 1;
    bool cancelled = false;
    std::vector<Partner> partners;
    std::vector<Agreement> agreements;
    std::vector<Activity> activities;
    std::vector<Line> lines;
    Sums sums;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Project::id)), ProjectDetails::fields(),
                              std::tuple(field("version", &Project::version),
                                         field("cancelled", &Project::cancelled),
                                         field("partners", &Project::partners).at_most(200),
                                         field("agreements", &Project::agreements).at_most(200),
                                         field("activities", &Project::activities).at_most(200),
                                         field("lines", &Project::lines).at_most(500),
                                         field("sums", &Project::sums)));
    }
};

struct ProjectLine {
    static constexpr const char* title = "FundedProjectLine";

    Id<Project> id;
    std::string name;
    std::string fund;
    Date starts_on;
    Date ends_on;
    int partners = 0;
    Sums sums;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ProjectLine::id), field("name", &ProjectLine::name),
            field("fund", &ProjectLine::fund).one_of("reporting_fund"),
            field("starts_on", &ProjectLine::starts_on), field("ends_on", &ProjectLine::ends_on),
            field("partners", &ProjectLine::partners), field("sums", &ProjectLine::sums));
    }
};

struct ProjectList {
    static constexpr const char* title = "FundedProjectList";

    std::vector<ProjectLine> items; // the one that ends last first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ProjectList::items).at_most(200));
    }
};

} // namespace reporting
