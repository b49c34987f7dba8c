// SPDX-License-Identifier: EUPL-1.2
// What those who live in one flat have agreed, and who has signed it.
#include "core/version.h"
#include "housing/support_rows.h"
#include "housing/work.h"
#include "store/rows.h"

using core::Context;

namespace housing {

namespace {

Agreement show_agreement(Context& context, const AgreementRow& row)
{
    Agreement shown;
    static_cast<AgreementDetails&>(shown) = row;
    shown.id = row.id;
    shown.version = row.version;
    shown.cancelled = row.cancelled_at.has_value();
    const auto stays = signed_stays(context.store, context.scope(), row.id);
    std::vector<Id<people::Person>> persons;
    for (const auto& stay : stays)
        persons.push_back(stay.person);
    const auto cards = cards_of(context, persons);
    for (const auto& stay : stays) {
        Signature signature{stay.id, std::nullopt, stay.signed_on.value()};
        if (const auto card = cards.find(stay.person); card != cards.end())
            signature.person_card = card->second;
        shown.signatures.push_back(std::move(signature));
    }
    return shown;
}

} // namespace

Agreements list_agreements(Context& context, const AgreementsPath& wish)
{
    get_place_row(context, wish.place);
    Agreements list;
    for (const auto& row : agreements_of(context.store, wish.place))
        list.items.push_back(show_agreement(context, row));
    return list;
}

Agreement write_agreement(Context& context, const WriteAgreement& wish)
{
    get_place_row(context, wish.place);
    const auto known = find_agreement(context.store, wish.id);
    if (known && known->place != wish.place)
        refuse("place", "housing.other_place");
    if (known)
        core::check_base(wish.base, show_agreement(context, *known));
    // What somebody has signed stays as it was signed.
    if (known && known->words != wish.words && is_signed(context.store, wish.id))
        throw Problem(409, "housing.agreement_signed");
    AgreementRow row = known.value_or(AgreementRow{});
    static_cast<AgreementDetails&>(row) = wish;
    row.id = wish.id;
    row.written_by = context.actor.account;
    row.written_at = context.now;
    const bool is_cancelled = wish.cancelled.value_or(row.cancelled_at.has_value());
    row.cancelled_at =
        is_cancelled ? row.cancelled_at.value_or(context.now) : std::optional<Instant>{};
    if (known) {
        ++row.version;
        store::update_row(context.store, row);
    } else {
        store::insert_row(context.store, row);
    }
    return show_agreement(context, row);
}

Stay sign_agreement(Context& context, const SignAgreement& wish)
{
    auto row = get_standing_stay(context, wish.id);
    row.agreement.reset();
    row.signed_on.reset();
    if (wish.agreement) {
        const auto agreement = find_agreement(context.store, *wish.agreement);
        const auto bed = get_bed_row(context, row.bed);
        if (!agreement || agreement->cancelled_at || agreement->place != bed.place)
            refuse("agreement", "housing.other_agreement");
        row.agreement = wish.agreement;
        row.signed_on = wish.signed_on.value_or(context.today());
    }
    rewrite(context, row);
    return show(context, row);
}

} // namespace housing
