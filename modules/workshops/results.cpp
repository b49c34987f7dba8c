// SPDX-License-Identifier: EUPL-1.2
// What came of it: what those who were there say of it, and what was made.
#include <algorithm>
#include <array>
#include <set>

#include "store/rows.h"
#include "workshops/work.h"

using core::Context;

namespace workshops {

namespace {

constexpr int answers_least = 3; // fewer would tell who said what

// Whom one sees, each once under however many records.
std::size_t count_attenders(Context& context, const Id<Workshop>& workshop)
{
    std::set<Id<people::Person>> counted;
    std::size_t count = 0;
    for (const auto& one : attenders_once(context.store, context.scope(), workshop)) {
        count += counted.insert(one.person).second ? 1 : 0;
        for (const auto& same : people::same_persons(context, one.person))
            counted.insert(same);
    }
    return count;
}

// Nobody's answer has a name. Whoever sees fewer persons than there were sees no more answers than
// persons: one too many would tell that somebody was there.
Answers answers_of(Context& context, const Id<Workshop>& workshop)
{
    const auto asked = count_attenders(context, workshop);
    auto rows = workshops::answers_of(context.store, workshop);
    rows.resize(std::min(rows.size(), asked));
    Answers shown;
    shown.answered = static_cast<int>(rows.size());
    shown.asked = static_cast<int>(asked);
    if (shown.answered < answers_least)
        return shown;
    const std::array<std::pair<const char*, int AnswerRow::*>, 3> questions{
        {{"helpful", &AnswerRow::helpful},
         {"welcome", &AnswerRow::welcome},
         {"again", &AnswerRow::again}}};
    for (const auto& [question, answer] : questions) {
        AnswerCounts one{question, std::vector<int>(5)};
        for (const auto& row : rows)
            ++one.counts[static_cast<std::size_t>(row.*answer - 1)];
        shown.questions.push_back(std::move(one));
    }
    return shown;
}

AnswerRow get_row(Context& context, const Id<Answer>& id)
{
    auto row = find_answer(context.store, id);
    if (!row)
        throw not_found();
    get_row(context, row->workshop);
    return std::move(*row);
}

WorkRow get_row(Context& context, const Id<Work>& id)
{
    auto row = find_work(context.store, id);
    if (!row)
        throw not_found();
    get_row(context, row->workshop);
    return std::move(*row);
}

Work show(const WorkRow& row)
{
    Work shown;
    static_cast<WorkDetails&>(shown) = row;
    shown.id = row.id;
    shown.workshop = row.workshop;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

} // namespace

namespace {

// More answers than persons who came would be somebody's twice.
void check_somebody_is_left(Context& context, const Id<Workshop>& workshop)
{
    if (workshops::answers_of(context.store, workshop).size() >= count_attenders(context, workshop))
        throw Problem(409, "workshops.all_answered");
}

} // namespace

Answers show_answers(Context& context, const ShowAnswers& wish)
{
    get_row(context, wish.workshop);
    return answers_of(context, wish.workshop);
}

Answers add_answer(Context& context, const AddAnswer& wish)
{
    get_row(context, wish.workshop);
    check_somebody_is_left(context, wish.workshop);
    AnswerRow row;
    row.id = wish.id;
    row.workshop = wish.workshop;
    row.day = context.today();
    row.helpful = wish.helpful;
    row.welcome = wish.welcome;
    row.again = wish.again;
    store::insert_row(context.store, row);
    return answers_of(context, row.workshop);
}

Answers cancel_answer(Context& context, const AnswerPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return answers_of(context, row.workshop);
}

Answers restore_answer(Context& context, const RestoreAnswer& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        check_somebody_is_left(context, row.workshop);
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return answers_of(context, row.workshop);
}

Work record_work(Context& context, const RecordWork& wish)
{
    get_row(context, wish.workshop);
    if (wish.partner.has_value() != wish.partner_kind.has_value())
        refuse(wish.partner ? "partner_kind" : "partner", "required");
    WorkRow row;
    static_cast<WorkDetails&>(row) = wish;
    row.id = wish.id;
    row.workshop = wish.workshop;
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    return show(row);
}

Work cancel_work(Context& context, const WorkPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show(row);
}

Work restore_work(Context& context, const RestoreWork& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show(row);
}

} // namespace workshops
