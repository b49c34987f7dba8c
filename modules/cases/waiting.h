// SPDX-License-Identifier: EUPL-1.2
// What waits for a worker: tomorrow's appointments, and what has a day that comes near. Numbers
// only: the page of one's appointments shows them, and in the evening they go by mail to who wants
// it (docs/decisions/0013).
#pragma once

#include <optional>
#include <vector>

#include "cases/acts.h"
#include "core/chore.h"

namespace cases {

// From this hour on, in Italy, until midnight.
inline constexpr int reminder_hour = 17;
// How far ahead one looks; the sentences page.cases.waits.* say these numbers too, and those of
// overdue_days_ahead and document_days_ahead.
inline constexpr int week_days_ahead = 7;

struct Waiting {
    static constexpr const char* title = "WhatWaits";

    int tomorrow = 0; // appointments
    std::optional<Instant> first_at;
    int week = 0;
    int cases_ending = 0;
    int reviews = 0;
    int goals = 0;
    int actions = 0;
    int documents = 0;
    bool sends_mail = false;
    bool wants_mail = true;

    static constexpr auto fields()
    {
        return std::tuple(
            field("tomorrow", &Waiting::tomorrow).says("Appointments of tomorrow."),
            field("first_at", &Waiting::first_at).says("The first of tomorrow's."),
            field("week", &Waiting::week).says("Appointments from tomorrow on, in seven days."),
            field("cases_ending", &Waiting::cases_ending)
                .says("Temporary cases of one's own that end within 14 days, or should have ended, "
                      "and that nobody has said to take over."),
            field("reviews", &Waiting::reviews)
                .says("Plans of one's own cases to be looked at again within seven days, or "
                      "before today."),
            field("goals", &Waiting::goals)
                .says("Goals due within seven days or before today, without an outcome: those one "
                      "sees to, and those of one's own cases."),
            field("actions", &Waiting::actions).says("Of such goals, what is not done."),
            field("documents", &Waiting::documents)
                .says("Documents that end within 60 days, of who is in one's own charge."),
            field("sends_mail", &Waiting::sends_mail).says("This house sends mail."),
            field("wants_mail", &Waiting::wants_mail)
                .says("The asker is told of it in the evening, at the address of their account."));
    }
};

struct SetReminder {
    static constexpr const char* title = "SetReminder";

    bool wanted = true;

    static constexpr auto fields()
    {
        return std::tuple(field("wanted", &SetReminder::wanted).sample("false"));
    }
};

Waiting show_waiting(core::Context& context);
Waiting set_reminder(core::Context& context, const SetReminder& wish);

// The chore cases.remind_workers: one mail an evening to each who reads cases, has an address and
// wants it, when something waits. Once: what was looked at this evening is not looked at again,
// and an evening on which the house was off until midnight is over.
std::vector<Uuid> remind_workers(core::Context& context);

// ---- for the chore

// Of the worker whose scope it is; without what is said of mail.
Waiting what_waits(core::Context& context, const core::Scope& scope);

} // namespace cases
