// SPDX-License-Identifier: EUPL-1.2
#include "access/acts.h"
#include "access/devices.h"

namespace lgnet::access {

core::Module module()
{
    using namespace core;
    const auto who_manages = may(administrator);
    // Those who work where there may be no signal.
    constexpr auto with_phones = city_team | workshop_leader | interviewer;
    return {
        "access",
        Where::both,
        {
            act("access.log_in", "POST /api/access/session", {}, log_in, prove_log_in)
                .for_guests(store_of_log_in),
            act("access.show_session", "GET /api/access/session", everyone, show_session),
            act("access.log_out", "DELETE /api/access/session", everyone, log_out),
            act("access.change_password", "PUT /api/access/password", everyone, change_password,
                prove_password),
            act("access.change_language", "PUT /api/access/language", everyone, change_language),
            act("access.change_email", "PUT /api/access/email", everyone, change_email),

            act("access.list_accounts", "GET /api/access/accounts",
                may(administrator, city_coordinator), list_accounts),
            act("access.add_account", "POST /api/access/accounts", who_manages, add_new_account,
                hash_first_password),
            act("access.change_account", "PUT /api/access/accounts/{id}", who_manages,
                change_account),
            act("access.set_password", "PUT /api/access/accounts/{id}/password", who_manages,
                set_password, hash_new_password),
            act("access.unlock_account", "POST /api/access/accounts/{id}/unlock", who_manages,
                unlock_account),
            act("access.list_colleagues", "GET /api/access/colleagues", house_staff,
                list_colleagues),

            act("access.list_teams", "GET /api/access/teams", house_staff, show_teams),
            act("access.add_team", "POST /api/access/teams", who_manages, add_new_team),

            act("access.list_tokens", "GET /api/access/tokens", who_manages, list_tokens),
            act("access.add_token", "POST /api/access/tokens", who_manages, add_new_token)
                .without_receipt(),
            act("access.revoke_token", "DELETE /api/access/tokens/{id}", who_manages, end_token),

            act("access.register_device", "POST /api/access/devices", with_phones, register_device)
                .without_receipt()
                .on(Where::city),
            act("access.give_device_secret", "POST /api/access/devices/{id}/secret", with_phones,
                give_device_secret)
                .on(Where::city),
            act("access.list_devices", "GET /api/access/devices", with_phones | who_manages,
                list_devices)
                .on(Where::city),
            act("access.note_device", "PUT /api/access/devices/{id}", with_phones, note_device)
                .on(Where::city),
            act("access.revoke_device", "DELETE /api/access/devices/{id}",
                with_phones | who_manages, revoke_device)
                .on(Where::city),
            act("access.ask_device", "POST /api/access/devices/{id}/state", {}, ask_device)
                .for_guests(store_of_device)
                .reads_only(),
            act("access.confirm_wipe", "POST /api/access/devices/{id}/wiped", {}, confirm_wipe)
                .for_guests(store_of_device),

            act("access.list_journal", "GET /api/access/journal", may(data_protection_officer),
                list_journal),
        },
        {},
        {},
        {},
        {{"access_device", "a secret between a telephone of those who work here and the store"}}};
}

} // namespace lgnet::access
