// SPDX-License-Identifier: EUPL-1.2
// The person, at a glance.
#include "people/acts.h"
#include "people/pair_rows.h"
#include "people/rows.h"

namespace people {

namespace {

std::vector<core::Holding> holdings()
{
    using core::holding;
    return {
        holding<PersonRow>("person")
            .of_person({"id"})
            .coded_as<Person>()
            .month_kept("birth_date")
            .untold({"number", "birth_month"}),
        holding<IdentifierRow>("person").of_person({"person"}),
        holding<Merge>("person").of_person({"kept", "duplicate"}),
        holding<PairRow>("person").of_person({"one", "other"}).not_told(),
    };
}

} // namespace

core::Module module()
{
    using namespace core;
    return {
        "people",
        Where::city,
        {
            act("people.find_similar", "POST /api/people/similar", city_team, find_similar)
                .reads_only(),
            act("people.search_persons", "POST /api/people/search", city_team, search_persons)
                .reads_only(),
            act("people.add_person", "POST /api/people/persons", city_team, add_person),
            act("people.get_person", "GET /api/people/persons/{id}", city_team, get_person),
            act("people.change_person", "PUT /api/people/persons/{id}", city_team, change_person),
            act("people.merge_persons", "POST /api/people/merges", city_team, merge_persons),
            act("people.undo_merge", "DELETE /api/people/merges/{id}", city_team, undo_merge),
            act("people.list_pairs", "GET /api/people/pairs", city_team, list_pairs),
            act("people.get_pair", "GET /api/people/pairs/{id}", city_team, get_pair),
            act("people.keep_apart", "POST /api/people/pairs/{id}/apart", city_team, keep_apart)
                .without_receipt(),
            act("people.undo_apart", "DELETE /api/people/pairs/{id}/apart", city_team, undo_apart),
        },
        {},
        {{"people.propose_pairs", {}, look_for_pairs}},
        holdings(),
    };
}

} // namespace people
