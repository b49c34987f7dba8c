// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "core/version.h"
#include "directory/acts.h"
#include "directory/hsds.h"
#include "directory/matching.h"
#include "directory/package.h"
#include "directory/rows.h"

using core::Context;

namespace directory {

namespace {

constexpr std::size_t listed_max = 500;

bool is_stale(const ServiceRow& row, Date today)
{
    return row.doubt || today.days - row.assured_on.days > fresh_days;
}

Service show(const Context& context, const ServiceRow& row)
{
    Service shown;
    static_cast<ServiceDetails&>(shown) = row;
    shown.id = row.id;
    if (const auto now = open_now(row.hours, context.now); now && row.status == "active")
        shown.is_open = now->is_open;
    shown.assured_on = row.assured_on;
    shown.assured_by_name = row.assured_by_name;
    shown.stale = is_stale(row, context.today());
    shown.doubt = row.doubt;
    shown.doubted_on = row.doubted_on;
    shown.changed_by_name = row.changed_by_name;
    shown.changed_at = row.changed_at;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    return shown;
}

ServiceRow get_row(Context& context, const Id<Service>& id)
{
    auto row = find_row(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

ServiceRow get_standing(Context& context, const Id<Service>& id)
{
    auto row = get_row(context, id);
    if (row.cancelled_at)
        throw not_found();
    return row;
}

void check_details(const ServiceDetails& wish)
{
    auto faults = faults_of(wish.hours);
    if (wish.areas.empty())
        faults.push_back({"areas", "required", {}});
    if (wish.min_age && wish.max_age && *wish.min_age > *wish.max_age)
        faults.push_back({"max_age", "too_small", {{"least", std::to_string(*wish.min_age)}}});
    if (!faults.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(faults));
}

// Whoever writes something down about a service has just learned it.
void assure(const Context& context, ServiceRow& row, const std::string& by_name)
{
    row.assured_on = context.today();
    row.assured_by_name = by_name;
    row.fresh_until = row.assured_on.plus_days(fresh_days);
    row.doubt.reset();
    row.doubted_on.reset();
}

void take_details(const Context& context, ServiceRow& row, const ServiceDetails& wish)
{
    check_details(wish);
    static_cast<ServiceDetails&>(row) = wish;
    row.changed_by = context.actor.account;
    row.changed_by_name = context.actor.name;
    row.changed_at = context.now;
    assure(context, row, context.actor.name);
}

std::vector<Service> every_service(Context& context)
{
    std::vector<Service> services;
    for (const auto& row : standing_rows(context.store))
        services.push_back(show(context, row));
    return services;
}

// First what somebody can go to now; then what is near, what is known to be right, and by name.
bool goes_before(const Service& one, const Service& other, const std::string& district)
{
    const auto rank = [&](const Service& service) {
        return std::tuple(service.status != "active", service.stale,
                          !district.empty() && service.district != district,
                          !service.is_open.value_or(false), service.name, service.id);
    };
    return rank(one) < rank(other);
}

} // namespace

std::optional<Service> find_service(Context& context, const Id<Service>& id)
{
    const auto row = find_row(context.store, id);
    return row ? std::optional(show(context, *row)) : std::nullopt;
}

void confirm(Context& context, const Id<Service>& id, const std::string& by_name)
{
    auto row = get_row(context, id);
    assure(context, row, by_name);
    update_service(context.store, row);
}

void doubt(Context& context, const Id<Service>& id, const std::string& outcome)
{
    auto row = get_row(context, id);
    row.doubt = outcome;
    row.doubted_on = context.today();
    update_service(context.store, row);
}

// ---- acts

Services list_services(Context& context, const ListServices& wish)
{
    Services list;
    const LookedFor looked_for(wish);
    for (const auto& row : standing_rows(context.store)) {
        const auto service = show(context, row);
        list.stale += service.stale && service.status == "active" ? 1 : 0;
        if (looked_for.fits(service))
            list.items.push_back(service);
    }
    std::sort(list.items.begin(), list.items.end(), [&](const Service& one, const Service& other) {
        return goes_before(one, other, wish.district.value_or(""));
    });
    if (list.items.size() > listed_max)
        list.items.resize(listed_max);
    return list;
}

Service show_service(Context& context, const ServicePath& wish)
{
    return show(context, get_row(context, wish.id));
}

Service add_service(Context& context, const AddService& wish)
{
    ServiceRow row;
    row.id = wish.id;
    row.added_on = context.today();
    take_details(context, row, wish);
    insert_service(context.store, row);
    return show(context, row);
}

Service change_service(Context& context, const ChangeService& wish)
{
    auto row = get_standing(context, wish.id);
    core::check_base(wish.base, show(context, row));
    ++row.version;
    take_details(context, row, wish);
    update_service(context.store, row);
    return show(context, row);
}

Service assure_service(Context& context, const ServicePath& wish)
{
    auto row = get_standing(context, wish.id);
    assure(context, row, context.actor.name);
    update_service(context.store, row);
    return show(context, row);
}

core::Bytes export_services(Context& context)
{
    return {write_hsds(context.catalogue(), context.city().slug, every_service(context)),
            "application/hsds+json", 200};
}

core::Bytes export_package(Context& context)
{
    return {write_package(context.catalogue(), context.city().slug, every_service(context)),
            "application/zip", 200};
}

core::Bytes print_sheet(Context& context, const PrintSheet& wish)
{
    const auto row = get_standing(context, wish.id);
    const auto words = sheet_words(context, wish.language);
    paper::Sheet sheet(words.language(), row.name);
    sheet.title(words.say("title"));
    write_on(sheet, context, words, row);
    return {sheet.finish(), "application/pdf", 200};
}

// For what was written down by mistake; a service that has ended is "defunct". Cancelling what is
// cancelled, or restoring what stands, changes nothing.
Service cancel_service(Context& context, const ServicePath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        update_service(context.store, row);
    }
    return show(context, row);
}

Service restore_service(Context& context, const RestoreService& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        update_service(context.store, row);
    }
    return show(context, row);
}

} // namespace directory
