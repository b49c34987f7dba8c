// SPDX-License-Identifier: EUPL-1.2
// What a city calls by a name of its own, each with the code of the network as which it counts.
#include <algorithm>

#include "core/house.h"
#include "network/releases.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

constexpr auto extended_list = "intervention";
constexpr auto own_begins = "OWN_";

Extension show(const ExtensionRow& row)
{
    return {row.id,
            row.list,
            row.code,
            row.it,
            row.en,
            row.counts_as,
            row.retired_at.has_value(),
            row.added_by_name};
}

bool is_code(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

Extension set_retired(Context& context, const ExtensionPath& wish, bool retired)
{
    auto row = find_extension(context.store, wish.id);
    if (!row)
        throw not_found();
    if (row->retired_at.has_value() == retired)
        return show(*row);
    row->retired_at = retired ? std::optional(context.now) : std::nullopt;
    store::update_row(context.store, *row);
    renew_catalogue(context);
    return show(*row);
}

} // namespace

ExtensionList list_extensions(Context& context)
{
    ExtensionList list;
    for (const auto& row : list_extension_rows(context.store))
        list.items.push_back(show(row));
    return list;
}

Extension add_extension(Context& context, const AddExtension& wish)
{
    if (!is_code(wish.code))
        refuse("code", "network.not_a_code");
    if (wish.counts_as.starts_with(own_begins))
        refuse("counts_as", "network.own_counts_as_own");
    ExtensionRow row;
    row.id = wish.id;
    row.list = extended_list;
    row.code = own_begins + wish.code;
    row.it = wish.it;
    row.en = wish.en.value_or(wish.it);
    row.counts_as = wish.counts_as;
    row.added_at = context.now;
    row.added_by_name = context.actor.name;
    if (context.catalogue().find_code(row.list, row.code))
        throw Problem(409, "network.code_taken", {{"code", row.code}});
    store::insert_row(context.store, row);
    renew_catalogue(context);
    return show(row);
}

Extension retire_extension(Context& context, const ExtensionPath& wish)
{
    return set_retired(context, wish, true);
}

Extension restore_extension(Context& context, const ExtensionPath& wish)
{
    return set_retired(context, wish, false);
}

} // namespace network
