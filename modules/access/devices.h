// SPDX-License-Identifier: EUPL-1.2
// Telephones that keep work while there is no signal. Each has a secret that is given to the
// account it belongs to after a log-in, and to nobody else: the phone makes its key of it and of
// the operator's PIN (docs/decisions/0010). Revoked here, the phone wipes itself when it next hears
// of it.
#pragma once

#include "access/access.h"

namespace lgnet::access {

struct Device;

struct DeviceRow {
    static constexpr const char* title = "DeviceRow";
    static constexpr const char* table = "access_device";

    Id<Device> id;
    Id<core::Account> account;
    std::string name;
    std::string secret; // 32 random bytes as base64url; sealed, though it says nothing of anybody
    Instant registered_at;
    Instant seen_at;
    int waiting = 0;
    std::optional<Id<core::Account>> revoked_by;
    std::optional<Instant> revoked_at;
    std::optional<Instant> wiped_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DeviceRow::id), field("account", &DeviceRow::account),
            field("name", &DeviceRow::name),
            field("secret", &DeviceRow::secret).sealed(Mark::identity),
            field("registered_at", &DeviceRow::registered_at),
            field("seen_at", &DeviceRow::seen_at), field("waiting", &DeviceRow::waiting),
            field("revoked_by", &DeviceRow::revoked_by),
            field("revoked_at", &DeviceRow::revoked_at), field("wiped_at", &DeviceRow::wiped_at));
    }
};

// ---- wishes

struct RegisterDevice {
    static constexpr const char* title = "RegisterDevice";

    Id<Device> id;
    std::string name;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RegisterDevice::id).sample(core::samples::new_device),
                          field("name", &RegisterDevice::name)
                              .up_to(60)
                              .sample(R"("Telefono di Giulia")")
                              .says("By which its owner and the desk know it"));
    }
};

struct DevicePath {
    static constexpr const char* title = "DevicePath";

    Id<Device> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DevicePath::id).sample(core::samples::device));
    }
};

struct NoteDevice {
    static constexpr const char* title = "NoteDevice";

    Id<Device> id;
    int waiting = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &NoteDevice::id).sample(core::samples::device),
                          field("waiting", &NoteDevice::waiting)
                              .between(0, 1'000'000)
                              .sample("2")
                              .says("Records on the phone that have not arrived yet"));
    }
};

// A phone whose session is over still asks whether it is revoked. Its id is known to it alone.
struct AskDevice {
    static constexpr const char* title = "AskDevice";

    std::string store;
    Id<Device> id;

    static constexpr auto fields()
    {
        return std::tuple(field("store", &AskDevice::store).up_to(40).sample(R"("roma")"),
                          field("id", &AskDevice::id).sample(core::samples::device_revoked));
    }
};

// ---- answers

struct DeviceEntry {
    static constexpr const char* title = "Device";

    Id<Device> id;
    Id<core::Account> account;
    std::string account_name;
    std::string name;
    Instant registered_at;
    Instant seen_at; // when it last said how many records wait on it
    int waiting = 0;
    std::optional<Instant> revoked_at;
    std::optional<Instant> wiped_at; // when the phone said that it has wiped itself

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DeviceEntry::id), field("account", &DeviceEntry::account),
            field("account_name", &DeviceEntry::account_name), field("name", &DeviceEntry::name),
            field("registered_at", &DeviceEntry::registered_at),
            field("seen_at", &DeviceEntry::seen_at), field("waiting", &DeviceEntry::waiting),
            field("revoked_at", &DeviceEntry::revoked_at),
            field("wiped_at", &DeviceEntry::wiped_at));
    }
};

struct DeviceList {
    static constexpr const char* title = "Devices";

    std::vector<DeviceEntry> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &DeviceList::items).at_most(5000));
    }
};

struct DeviceSecret {
    static constexpr const char* title = "DeviceSecret";

    Id<Device> id;
    std::string secret;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DeviceSecret::id),
            field("secret", &DeviceSecret::secret).secret().says("Base64url, 256 bits"));
    }
};

struct DeviceState {
    static constexpr const char* title = "DeviceState";

    bool revoked = false;

    static constexpr auto fields() { return std::tuple(field("revoked", &DeviceState::revoked)); }
};

// ---- acts

DeviceSecret register_device(core::Context& context, const RegisterDevice& wish);
// For its owner, who has logged in: after a forgotten PIN, or ten wrong ones.
DeviceSecret give_device_secret(core::Context& context, const DevicePath& wish);
// Everybody sees their own; the coordinator and the administrator those of the city.
DeviceList list_devices(core::Context& context);
DeviceEntry note_device(core::Context& context, const NoteDevice& wish);
DeviceEntry revoke_device(core::Context& context, const DevicePath& wish);
std::optional<std::string> store_of_device(JsonView input);
DeviceState ask_device(core::Context& context, const AskDevice& wish);
DeviceState confirm_wipe(core::Context& context, const AskDevice& wish);

// Whoever may no longer log in has no phone of ours either.
void revoke_devices_of(core::Context& context, const Id<core::Account>& account);

} // namespace lgnet::access
