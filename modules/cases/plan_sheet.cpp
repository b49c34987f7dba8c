// SPDX-License-Identifier: EUPL-1.2
// The plan as the person takes it home: in their language, with room for two signatures. What was
// written for them stands in their own words; where nothing was, in Italian.
#include "access/access.h"
#include "cases/work.h"
#include "core/sheet_words.h"
#include "paper/sheet.h"

using core::Context;

namespace cases {

namespace {

std::string said(const std::string& words, const std::optional<std::string>& told)
{
    return paper::apart(told.value_or(words));
}

void write_action(paper::Sheet& sheet, const core::SheetWords& words, const Action& action)
{
    auto line = said(action.words, action.told) + "\n" + words.say("who") + ": " +
                words.code("doer", "action_doer", action.doer);
    if (action.done_on)
        line += " – " + words.say("done", {{"day", words.day(*action.done_on)}});
    else if (action.due_on)
        line += " – " + words.say("until") + ": " + words.day(*action.due_on);
    sheet.fact(words.say("actions"), line);
}

void write_goal(paper::Sheet& sheet, const core::SheetWords& words, const Goal& goal, int number)
{
    sheet.heading(std::to_string(number) + ". " + said(goal.words, goal.told));
    sheet.fact(words.say("until"), words.day(goal.due_on));
    sheet.fact(words.say("by"), paper::apart(goal.responsible_name));
    for (const auto& action : goal.actions)
        if (!action.cancelled)
            write_action(sheet, words, action);
    if (goal.outcome)
        sheet.fact(words.day(*goal.outcome_on),
                   words.code("outcome", "goal_outcome", *goal.outcome));
}

} // namespace

core::Bytes print_plan(Context& context, const PrintPlan& wish)
{
    const auto [one, opening] = get_readable(context, wish.case_id);
    const auto plan = get_plan(context, {wish.case_id});
    context.concerns(one.person);
    const core::SheetWords words(context.catalogue(), "cases", wish.language);
    const auto card = people::get_card(context, one.person);

    paper::Sheet sheet(wish.language, words.say("title"));
    sheet.title(words.say("title"));
    sheet.text(paper::apart(card.name));
    sheet.fact(words.say("number"), paper::apart(card.number));
    sheet.fact(words.say("worker"), paper::apart(access::name_of(context, one.worker)));
    sheet.fact(words.say("own_words"), paper::apart(plan.own_words.value_or("")));
    int number = 0;
    for (const auto& goal : plan.goals)
        if (!goal.cancelled)
            write_goal(sheet, words, goal, ++number);
    if (number == 0)
        sheet.text(words.say("none"));
    sheet.rule();
    if (plan.review_on)
        sheet.fact(words.say("review"), words.day(*plan.review_on));
    if (plan.agreed_on)
        sheet.text(words.say("agreed", {{"day", words.day(*plan.agreed_on)}}) + " (" +
                   words.code("how", "plan_agreement", *plan.agreed_how) + ")");
    sheet.small(words.say("rights"));
    sheet.signature(words.say("signature_person"));
    sheet.signature(words.say("signature_worker"));
    return {sheet.finish(), "application/pdf", 200};
}

} // namespace cases
