// SPDX-License-Identifier: EUPL-1.2
#include "core/house.h"
#include "core/journal.h"
#include "core/log.h"

namespace core {

// One that fails, or a store that cannot work now, keeps no other from its turn.
void House::do_chores()
{
    for (auto* place : places()) {
        const auto here = place->slug == network_slug ? Where::network : Where::city;
        for (const auto& module : settings_.modules) {
            if (module.where != Where::both && module.where != here)
                continue;
            for (const auto& chore : module.chores)
                do_chore(*place, chore);
        }
    }
}

void House::do_chore(Place& place, const Chore& chore)
{
    const Request nobody_asked;
    const auto actor = system_of(place.slug);
    try {
        auto work = chore.work;
        if (chore.look)
            place.store->read([&](store::Transaction& transaction) {
                Context context(*this, transaction, place.kept, actor, nobody_asked, now());
                work = chore.look(context);
            });
        if (!work)
            return;
        place.store->write([&](store::Transaction& transaction) {
            Context context(*this, transaction, place.kept, actor, nobody_asked, now());
            for (const auto& thing : work(context))
                note_by_itself(transaction, chore.name, thing, context.now);
        });
    } catch (const std::exception& error) {
        log(Level::warning, "chore_not_done",
            {{"store", place.slug}, {"chore", chore.name}, {"why", error.what()}});
    }
}

} // namespace core
