// SPDX-License-Identifier: EUPL-1.2
#include "cases/work.h"

using core::Context;

namespace cases {

void refuse(const char* field, const char* code, Facts facts)
{
    throw Problem(422, "core.input_invalid", {}, {{field, code, std::move(facts)}});
}

void refuse_before(const char* field, Date day, Date least)
{
    if (day < least)
        refuse(field, "cases.too_early", {{"least", to_string(least)}});
}

StoredCase get_visible(Context& context, const Id<Case>& id)
{
    auto found = find_case(context.store, context.scope(), id);
    if (!found)
        throw not_found();
    return *found;
}

StoredCase get_working(Context& context, const Id<Case>& id)
{
    auto found = get_visible(context, id);
    if (found.cancelled_at)
        throw not_found();
    if (found.state != "open")
        throw Problem(409, "cases.closed", {{"on", to_string(found.closed_on.value())}});
    return found;
}

void tell_people(Context& context, const StoredCase& one)
{
    people::set_engagement(context, one.person, "cases." + to_string(one.id),
                           one.cancelled_at ? std::nullopt : std::optional(one.opened_on));
    std::optional<std::string> state;
    for (const auto& other : cases_of(context.store, one.person))
        if (state != "open")
            state = other.state;
    people::set_case_state(context, one.person, state);
}

} // namespace cases
