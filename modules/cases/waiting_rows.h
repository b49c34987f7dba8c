// SPDX-License-Identifier: EUPL-1.2
// What waits for the worker whose scope it is, counted in open cases that they can read.
#pragma once

#include <optional>
#include <vector>

#include "cases/waiting.h"
#include "core/actor.h"
#include "store/store.h"

namespace cases {

struct ReminderRow {
    static constexpr const char* title = "ReminderRow";
    static constexpr const char* table = "cases_reminder";

    Id<core::Account> id;
    bool wanted = true;
    std::optional<Date> looked_on;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReminderRow::id), field("wanted", &ReminderRow::wanted),
                          field("looked_on", &ReminderRow::looked_on));
    }
};

struct Coming {
    int count = 0;
    std::optional<Instant> first_at;
};
// Of the worker, without an outcome, from an instant to another.
Coming coming_appointments(store::Transaction& transaction, const core::Scope& scope, Instant from,
                           Instant until);
// Those whose case the worker answers for.
std::vector<Id<people::Person>> persons_in_charge(store::Transaction& transaction,
                                                  const core::Scope& scope);
// By that day, or before; of cases that the worker answers for, and goals they see to.
int cases_ending(store::Transaction& transaction, const core::Scope& scope, Date by);
int reviews_due(store::Transaction& transaction, const core::Scope& scope, Date by);
int goals_due(store::Transaction& transaction, const core::Scope& scope, Date by);
int actions_due(store::Transaction& transaction, const core::Scope& scope, Date by);

std::optional<ReminderRow> find_reminder(store::Transaction& transaction,
                                         const Id<core::Account>& account);

} // namespace cases
