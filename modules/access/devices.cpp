// SPDX-License-Identifier: EUPL-1.2
// The rules of telephones that keep work while there is no signal.
#include "access/devices.h"

#include "access/keys.h"
#include "access/rows.h"
#include "access/secret.h"
#include "store/rows.h"

namespace lgnet::access {

namespace {

bool sees_all(const core::Context& context)
{
    return context.actor.roles.any_of(may(core::city_coordinator, core::administrator));
}

bool is_own(const core::Context& context, const DeviceRow& device)
{
    return device.account == context.actor.account;
}

DeviceRow get_device(core::Context& context, const Id<Device>& id)
{
    auto device = find_device(context.store, id);
    if (!device || !(is_own(context, *device) || sees_all(context)))
        throw not_found();
    return *device;
}

DeviceRow get_own_device(core::Context& context, const Id<Device>& id)
{
    auto device = get_device(context, id);
    if (!is_own(context, device))
        throw not_found();
    if (device.revoked_at)
        throw Problem(409, "access.device_revoked");
    return device;
}

DeviceEntry entry_of(core::Context& context, const DeviceRow& device)
{
    return {device.id,      device.account,       name_of(context, device.account),
            device.name,    device.registered_at, device.seen_at,
            device.waiting, device.revoked_at,    device.wiped_at};
}

// Whoever has the telephone has its session too. That of who asks goes on.
void end_sessions_of(core::Context& context, const Id<core::Account>& account)
{
    const auto secret = find_secret(context.request);
    const auto own = secret && !secret->machine ? session_mark(context.store.seal(), secret->text)
                                                : std::string();
    delete_sessions(context.store, account, own);
    context.after_commit(
        [&keys = context.kept<Keys>(), account, own] { keys.end_sessions(account, own); });
}

void revoke(core::Context& context, DeviceRow device)
{
    if (device.revoked_at)
        return;
    device.revoked_by = context.actor.account;
    device.revoked_at = context.now;
    store::update_row(context.store, device);
    end_sessions_of(context, device.account);
}

} // namespace

// A phone that never saw the answer asks again and gets the same secret: a receipt would keep it
// in two places.
DeviceSecret register_device(core::Context& context, const RegisterDevice& wish)
{
    if (const auto known = find_device(context.store, wish.id)) {
        if (!is_own(context, *known) || known->revoked_at)
            throw Problem(409, "core.id_taken");
        return {known->id, known->secret};
    }
    DeviceRow device;
    device.id = wish.id;
    device.account = context.actor.account;
    device.name = wish.name;
    device.secret = new_secret_text();
    device.registered_at = device.seen_at = context.now;
    store::insert_row(context.store, device);
    return {device.id, device.secret};
}

DeviceSecret give_device_secret(core::Context& context, const DevicePath& wish)
{
    const auto device = get_own_device(context, wish.id);
    return {device.id, device.secret};
}

DeviceList list_devices(core::Context& context)
{
    DeviceList list;
    for (const auto& device : read_devices(context.store))
        if (is_own(context, device) || sees_all(context))
            list.items.push_back(entry_of(context, device));
    return list;
}

DeviceEntry note_device(core::Context& context, const NoteDevice& wish)
{
    auto device = get_own_device(context, wish.id);
    device.waiting = wish.waiting;
    device.seen_at = context.now;
    store::update_row(context.store, device);
    return entry_of(context, device);
}

DeviceEntry revoke_device(core::Context& context, const DevicePath& wish)
{
    revoke(context, get_device(context, wish.id));
    return entry_of(context, get_device(context, wish.id));
}

std::optional<std::string> store_of_device(JsonView input)
{
    const auto store = input.kind() == JsonView::Kind::object ? input.member("store") : JsonView();
    if (store.kind() != JsonView::Kind::text)
        return std::nullopt;
    return std::string(store.text());
}

// One that is not known here is not revoked: a store that was restored from an older copy must not
// make phones throw away what they alone still have.
DeviceState ask_device(core::Context& context, const AskDevice& wish)
{
    const auto device =
        wish.store == context.actor.store ? find_device(context.store, wish.id) : std::nullopt;
    return {device && device->revoked_at};
}

DeviceState confirm_wipe(core::Context& context, const AskDevice& wish)
{
    auto device =
        wish.store == context.actor.store ? find_device(context.store, wish.id) : std::nullopt;
    if (!device || !device->revoked_at)
        throw not_found();
    if (!device->wiped_at) {
        device->wiped_at = context.now;
        device->waiting = 0;
        store::update_row(context.store, *device);
    }
    return {true};
}

void revoke_devices_of(core::Context& context, const Id<core::Account>& account)
{
    for (const auto& device : read_devices(context.store))
        if (device.account == account)
            revoke(context, device);
}

} // namespace lgnet::access
