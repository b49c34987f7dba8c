// SPDX-License-Identifier: EUPL-1.2
#include "cases/waiting.h"

#include <algorithm>

#include "cases/diary.h"
#include "cases/rows.h"
#include "cases/waiting_rows.h"
#include "core/house.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

int documents_ending(Context& context, const core::Scope& scope)
{
    const auto today = context.today();
    const auto until = today.plus_days(document_days_ahead);
    std::ptrdiff_t count = 0;
    for (const auto& person : persons_in_charge(context.store, scope)) {
        const auto ending = people::identifiers_ending(context, person, until);
        count += std::count_if(ending.begin(), ending.end(),
                               [&](const auto& one) { return one.expires_on >= today; });
    }
    return static_cast<int>(count);
}

Waiting with_mail(Context& context, Waiting waiting)
{
    const auto reminder = find_reminder(context.store, context.actor.account);
    waiting.sends_mail = context.house.sends_mail();
    waiting.wants_mail = !reminder || reminder->wanted;
    return waiting;
}

} // namespace

Waiting what_waits(Context& context, const core::Scope& scope)
{
    const auto today = context.today();
    const auto begin = [&](int days) { return local_instant(today.plus_days(days), 0, 0); };
    const auto tomorrow = coming_appointments(context.store, scope, begin(1), begin(2));
    const auto week =
        coming_appointments(context.store, scope, begin(1), begin(1 + week_days_ahead));
    const auto soon = today.plus_days(week_days_ahead);

    Waiting waiting;
    waiting.tomorrow = tomorrow.count;
    waiting.first_at = tomorrow.first_at;
    waiting.week = week.count;
    waiting.cases_ending = cases_ending(context.store, scope, today.plus_days(overdue_days_ahead));
    waiting.reviews = reviews_due(context.store, scope, soon);
    waiting.goals = goals_due(context.store, scope, soon);
    waiting.actions = actions_due(context.store, scope, soon);
    waiting.documents = documents_ending(context, scope);
    return waiting;
}

Waiting show_waiting(Context& context)
{
    return with_mail(context, what_waits(context, context.scope()));
}

Waiting set_reminder(Context& context, const SetReminder& wish)
{
    auto row = find_reminder(context.store, context.actor.account);
    if (!row) {
        store::insert_row(context.store,
                          ReminderRow{context.actor.account, wish.wanted, std::nullopt});
        return show_waiting(context);
    }
    row->wanted = wish.wanted;
    store::update_row(context.store, *row);
    return show_waiting(context);
}

} // namespace cases
