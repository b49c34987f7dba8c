// SPDX-License-Identifier: EUPL-1.2
// Who is guarded: a minor whom the équipe for minors has in its care (docs/decisions/0016).
#include "people/index.h"
#include "people/people.h"
#include "people/rows.h"

using core::Context;

namespace people {

bool is_guarded(Context& context, const Id<Person>& id) { return is_guarded(context.store, id); }

std::optional<Instant> guarded_since(Context& context, const Id<Person>& id)
{
    return guarded_since(context.store, id);
}

bool may_read(Context& context, const Id<Person>& id, bool otherwise)
{
    return is_guarded(context, id) ? context.scope().sees_guarded : otherwise;
}

void guard(Context& context, const Id<Person>& id)
{
    auto& index = context.kept<Index>();
    auto persons = write_guard(context.store, id, context.now);
    context.after_commit(
        [&index, persons = std::move(persons)] { index.set_guarded(persons, true); });
}

void release(Context& context, const Id<Person>& id)
{
    auto& index = context.kept<Index>();
    auto persons = delete_guard(context.store, id);
    context.after_commit(
        [&index, persons = std::move(persons)] { index.set_guarded(persons, false); });
}

} // namespace people
