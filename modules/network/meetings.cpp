// SPDX-License-Identifier: EUPL-1.2
// The network's side of a visit.
#include <algorithm>

#include "core/house.h"
#include "network/links.h"
#include "network/visits.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

std::string peer_of(const Context& context)
{
    const auto& login = context.actor.login; // "roma@rete"
    return login.substr(0, login.find('@'));
}

LinkRow get_calling_link(Context& context)
{
    auto link = find_link(context, peer_of(context));
    if (!link)
        throw not_found();
    return std::move(*link);
}

// No request is taken twice, whoever has heard it and says it again. A city in this same program
// is known without a signature.
void take_turn(Context& context, LinkRow& link)
{
    if (context.actor.account != Id<core::Account>(link.id))
        return;
    const auto heading = read_heading(context.request.header(link_header));
    ENSURE(heading);
    if (heading->turn <= link.turn)
        throw Problem(409, "network.said_before");
    link.turn = heading->turn;
}

core::Bytes answer(Context& context, const MeetingAnswer& said)
{
    auto text = to_json(said);
    if (const auto heading = read_heading(context.request.header(link_header)))
        context.add_header("Lgnet-Link",
                           sign(context.store.seal(), answer_text(heading->signature, text)));
    return {std::move(text), "application/json", 200};
}

core::Bytes answer_meeting(Context& context, LinkRow& link,
                           const std::optional<ParcelReceipt>& receipt)
{
    if (receipt)
        link.heard = receipt->id;
    link.met_at = context.now;
    store::update_row(context.store, link);
    MeetingAnswer said;
    said.last = link.heard;
    said.receipt = receipt;
    said.parcels = next_parcels(context, link.peer);
    said.waiting = count_waiting(context.store, link.peer);
    return answer(context, said);
}

} // namespace

std::optional<core::Actor> identify_link(core::House& house, const core::Request& request)
{
    auto* place = house.find_place(core::network_slug);
    const auto heading = read_heading(request.header(link_header));
    if (!place || !heading)
        return std::nullopt;
    std::optional<LinkRow> link;
    place->store->read(
        [&](store::Transaction& transaction) { link = standing_link(transaction, heading->from); });
    if (!link || !is_signed(link->sign_key, request_text(request, heading->from, heading->turn),
                            heading->signature))
        return std::nullopt;
    core::Actor actor;
    actor.account = Id<core::Account>(link->id);
    actor.store = place->slug;
    actor.login = link->peer + "@" + place->slug;
    actor.name = link->peer;
    actor.machine = true;
    actor.link = true;
    return actor;
}

std::optional<Instant> last_met(Context& context, const std::string& city)
{
    if (context.house.find_place(city))
        return context.now; // in this same program
    const auto link = standing_link(context.store, city);
    return std::max(link ? link->met_at : std::nullopt, context.kept<Callers>().last(city));
}

core::Bytes ask_parcels(Context& context, const AskParcels& wish)
{
    const auto peer = peer_of(context);
    context.kept<Callers>().note(peer, context.now);
    MeetingAnswer said;
    const auto link = standing_link(context.store, peer);
    if (link)
        said.last = link->heard;
    const auto known = wish.last ? find_outbox(context.store, *wish.last) : std::nullopt;
    said.waiting = wish.last && (!known || known->recipient != peer)
                       ? count_waiting(context.store, peer)
                       : count_after(context.store, peer, known ? known->sequence : 0);
    return answer(context, said);
}

core::Bytes bring_parcels(Context& context, const Meeting& wish)
{
    auto link = get_calling_link(context);
    take_turn(context, link);
    note_heard(context, link.peer, wish.last);
    std::optional<ParcelReceipt> receipt;
    if (wish.parcel) {
        context.about(wish.parcel->id);
        if (wish.parcel->from != link.peer)
            throw Problem(409, "network.not_yours", {{"city", wish.parcel->from}});
        receipt = ParcelReceipt{wish.parcel->id, take_in(context, *wish.parcel)};
    }
    return answer_meeting(context, link, receipt);
}

core::Bytes refuse_parcel(Context& context, const Meeting& wish, const Problem& problem)
{
    auto link = get_calling_link(context);
    take_turn(context, link);
    if (!wish.parcel)
        throw problem;
    note_heard(context, link.peer, wish.last);
    context.about(wish.parcel->id);
    // What somebody sends in another's name is noted under nobody's.
    const bool is_theirs = wish.parcel->from == link.peer;
    return answer_meeting(
        context, link,
        ParcelReceipt{wish.parcel->id,
                      is_theirs ? take_refused(context, *wish.parcel, problem) : problem.code});
}

} // namespace network
