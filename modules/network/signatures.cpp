// SPDX-License-Identifier: EUPL-1.2
// Signatures of what is kept longer than the parcel that brought it.
#include "network/parcels.h"

using core::Context;

namespace network {

KeptSignature sign_to_keep(Context& context, std::string_view text)
{
    const auto& seal = context.store.seal();
    return {own_card(seal, context.actor.store).sign_key, sign(seal, text)};
}

bool holds(const KeptSignature& signature, std::string_view text)
{
    return is_signed(signature.key, text, signature.text);
}

bool is_key_of(Context& context, const std::string& slug, const std::string& key)
{
    const auto card = find_card(context, slug);
    return card && card->sign_key == key;
}

} // namespace network
