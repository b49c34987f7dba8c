// SPDX-License-Identifier: EUPL-1.2
// The personalised plan of a case (progetto personalizzato): what the person says they want, the
// goals that follow, who does what for them and by when, and whether the person agreed. One a case;
// whoever reads the case reads its plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"

namespace cases {

// ---- wishes

struct PlanPath {
    static constexpr const char* title = "PlanPath";

    Id<Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple(field("case", &PlanPath::case_id).sample(core::samples::case_amina));
    }
};

struct WritePlan {
    static constexpr const char* title = "WritePlan";

    Id<Case> case_id;
    std::optional<int> base;
    std::optional<std::string> own_words;
    std::optional<Date> review_on;
    std::optional<Date> agreed_on;
    std::optional<std::string> agreed_how;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &WritePlan::case_id).sample(core::samples::case_amina),
            field("base", &WritePlan::base)
                .says("The version that was changed; see core.changed_meanwhile."),
            field("own_words", &WritePlan::own_words)
                .up_to(2000)
                .sealed(Mark::note)
                .says("What the person wants, in their own words.")
                .sample(R"("Una casa con mia figlia, e lavorare di nuovo in cucina")"),
            field("review_on", &WritePlan::review_on),
            field("agreed_on", &WritePlan::agreed_on)
                .not_future()
                .says("When the person agreed; with agreed_how."),
            field("agreed_how", &WritePlan::agreed_how).one_of("plan_agreement"));
    }
};

struct AddGoal : GoalDetails {
    static constexpr const char* title = "AddGoal";

    Id<Goal> id;
    Id<Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddGoal::id).sample(core::samples::new_goal),
                       field("case", &AddGoal::case_id).sample(core::samples::case_amina)),
            GoalDetails::fields());
    }
};

struct ChangeGoal : GoalDetails {
    static constexpr const char* title = "ChangeGoal";

    Id<Goal> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &ChangeGoal::id).sample(core::samples::goal)),
                              GoalDetails::fields());
    }
};

struct GoalPath {
    static constexpr const char* title = "GoalPath";

    Id<Goal> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GoalPath::id).sample(core::samples::goal));
    }
};

struct CancelledGoalPath {
    static constexpr const char* title = "CancelledGoalPath";

    Id<Goal> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CancelledGoalPath::id).sample(core::samples::goal_cancelled));
    }
};

struct JudgeGoal {
    static constexpr const char* title = "JudgeGoal";

    Id<Goal> id;
    std::optional<std::string> outcome;
    std::optional<Date> on;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &JudgeGoal::id).sample(core::samples::goal),
                          field("outcome", &JudgeGoal::outcome)
                              .one_of("goal_outcome")
                              .says("Left out, the goal is open again.")
                              .sample(R"("3")"),
                          field("on", &JudgeGoal::on).not_future().says("Today when left out."),
                          field("note", &JudgeGoal::note).up_to(1000).sealed(Mark::note));
    }
};

struct AddAction : ActionDetails {
    static constexpr const char* title = "AddPlanAction";

    Id<Action> id;
    Id<Goal> goal;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddAction::id).sample(core::samples::new_action),
                       field("goal", &AddAction::goal).sample(core::samples::goal)),
            ActionDetails::fields());
    }
};

struct ChangeAction : ActionDetails {
    static constexpr const char* title = "ChangePlanAction";

    Id<Action> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeAction::id).sample(core::samples::action)),
            ActionDetails::fields());
    }
};

struct ActionPath {
    static constexpr const char* title = "PlanActionPath";

    Id<Action> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ActionPath::id).sample(core::samples::action));
    }
};

struct CancelledActionPath {
    static constexpr const char* title = "CancelledPlanActionPath";

    Id<Action> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &CancelledActionPath::id).sample(core::samples::action_cancelled));
    }
};

struct PrintPlan {
    static constexpr const char* title = "PrintPlan";

    Id<Case> case_id;
    std::string language;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &PrintPlan::case_id).sample(core::samples::case_amina),
            field("language", &PrintPlan::language).one_of("sheet_language").sample(R"("ar")"));
    }
};

Plan get_plan(core::Context& context, const PlanPath& wish);
Plan write_plan(core::Context& context, const WritePlan& wish);
Plan approve_plan(core::Context& context, const PlanPath& wish);
Plan withdraw_approval(core::Context& context, const PlanPath& wish);
Plan add_goal(core::Context& context, const AddGoal& wish);
Plan change_goal(core::Context& context, const ChangeGoal& wish);
Plan cancel_goal(core::Context& context, const GoalPath& wish);
Plan restore_goal(core::Context& context, const CancelledGoalPath& wish);
Plan judge_goal(core::Context& context, const JudgeGoal& wish);
Plan add_action(core::Context& context, const AddAction& wish);
Plan change_action(core::Context& context, const ChangeAction& wish);
Plan cancel_action(core::Context& context, const ActionPath& wish);
Plan restore_action(core::Context& context, const CancelledActionPath& wish);
core::Bytes print_plan(core::Context& context, const PrintPlan& wish);

} // namespace cases
