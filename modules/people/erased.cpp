// SPDX-License-Identifier: EUPL-1.2
// What is left of somebody who has been erased: a record that nobody finds and nobody writes in.
#include "people/index.h"
#include "people/rows.h"

using core::Context;

namespace people {

void mark_erased(Context& context, const Id<Person>& id)
{
    auto& index = context.kept<Index>();
    const auto persons = same_persons(context, id);
    for (const auto& person : persons)
        mark_erased(context.store, person, context.now);
    context.after_commit([&index, persons] {
        for (const auto& person : persons)
            index.remove(person);
    });
}

bool is_erased(Context& context, const Id<Person>& id)
{
    const auto row = find_row_of(context.store, context.scope(), id);
    return row && row->erased_at;
}

} // namespace people
