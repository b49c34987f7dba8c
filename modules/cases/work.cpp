// SPDX-License-Identifier: EUPL-1.2
#include "cases/work.h"

#include "access/access.h"

using core::Context;

namespace cases {

namespace {

constexpr auto to_profession = "profession"; // of note_reach

} // namespace

void refuse_before(const char* field, Date day, Date least)
{
    if (day < least)
        refuse(field, "cases.too_early", {{"least", to_string(least)}});
}

std::optional<StoredCase> find_visible(Context& context, const Id<Case>& id)
{
    // A unit or a desk reaches as far as its team; whether it reads cases is another matter.
    if (!context.actor.roles.any_of(readers))
        return std::nullopt;
    return find_case(context.store, context.scope(), id);
}

StoredCase get_visible(Context& context, const Id<Case>& id)
{
    auto found = find_visible(context, id);
    if (!found)
        throw not_found();
    return *found;
}

ReadableCase get_readable(Context& context, const Id<Case>& id)
{
    if (auto own = find_visible(context, id))
        return {std::move(*own), std::nullopt};
    const auto& method = context.request.method;
    const bool is_reading = method == "GET" || method == "HEAD";
    auto known = get_known(context, id);
    const auto opening = find_opening(context.store, id, context.actor.account, context.now);
    if (!is_reading || !opening)
        throw not_found();
    return {std::move(known), opening};
}

std::optional<StoredCase> find_known(Context& context, const Id<Case>& id, bool guarded_too)
{
    auto everywhere = context.scope();
    everywhere.reach = core::Scope::Reach::city;
    everywhere.sees_guarded = guarded_too;
    auto found = find_case(context.store, everywhere, id);
    return found && !found->cancelled_at ? found : std::nullopt;
}

StoredCase get_known(Context& context, const Id<Case>& id)
{
    auto found = find_known(context, id, context.scope().sees_guarded);
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

std::optional<std::string> own_profession(Context& context)
{
    const auto account = access::find_account(context, context.actor.account);
    return account ? account->profession : std::nullopt;
}

bool is_of_health(Context& context, const std::optional<std::string>& profession)
{
    const auto* code =
        profession ? context.catalogue().find_code("profession", *profession) : nullptr;
    if (code == nullptr)
        return false;
    const auto family = code->more.find("family");
    return family != code->more.end() && family->second == "health";
}

bool reads(Context& context, const Written& row, const std::optional<std::string>& profession)
{
    if (row.author == context.actor.account)
        return true;
    if (row.cancelled_at)
        return false;
    if (row.kept_to != to_profession)
        return true;
    return is_of_health(context, row.profession) ? is_of_health(context, profession)
                                                 : profession == row.profession;
}

void keep_to(Context& context, Written& row, const std::string& reach)
{
    if (!row.profession)
        row.profession = own_profession(context);
    if (reach == to_profession && !row.profession)
        throw Problem(409, "cases.no_profession_to_keep_to");
    row.kept_to = reach;
}

Intervention show_intervention(Context& context, const StoredIntervention& stored)
{
    return {.id = stored.id,
            .case_id = stored.case_id,
            .code = stored.code,
            .on = stored.day,
            .hours = stored.hours,
            .note = stored.note,
            .project = stored.project,
            .recorded_by_name = access::name_of(context, stored.recorded_by),
            .cancelled = stored.cancelled_at.has_value()};
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
