// SPDX-License-Identifier: EUPL-1.2
// Who is linked with whom, and what the program does about it by itself.
#include "network/links.h"

#include <algorithm>

#include "core/house.h"
#include "core/read_parcel.h"
#include "network/releases.h"
#include "network/visits.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

constexpr int listed_max = 200;
constexpr std::int64_t kept_seconds = 14 * 86'400;

bool is_network(const Context& context) { return context.actor.store == core::network_slug; }

bool is_in_this_program(Context& context, const std::string& slug)
{
    return context.house.find_place(slug) != nullptr;
}

Card card_of(const LinkRow& row) { return {row.peer, row.sign_key, row.box_key}; }

LinkItem show(Context& context, const LinkRow& row)
{
    LinkItem shown;
    shown.id = row.id;
    shown.peer = row.peer;
    shown.fingerprint = fingerprint_of(card_of(row));
    shown.same_program = is_in_this_program(context, row.peer);
    shown.admitted_at = row.admitted_at;
    shown.admitted_by_name = row.admitted_by_name;
    shown.stopped_at = row.stopped_at;
    shown.met_at = row.met_at;
    if (row.stopped_at)
        return shown;
    shown.waiting = count_waiting(context.store, row.peer);
    shown.refused = static_cast<int>(refused_of(context.store, row.peer, listed_max).size() +
                                     refused_inbox(context.store, row.peer, listed_max).size());
    auto last = context.kept<Callers>().last(row.peer);
    if (!is_network(context)) {
        const auto news = context.kept<Visits>().news();
        last = news.met_at;
        shown.trouble = news.trouble;
        shown.next_at = news.next_at;
    }
    if (last && (!shown.met_at || *shown.met_at < *last))
        shown.met_at = last;
    return shown;
}

LinkRow get_link(Context& context, const Id<Link>& id)
{
    auto row = find_link_row(context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

// A city links itself with the network, and the network with the cities of the catalogue.
void check_peer(Context& context, const Card& card)
{
    const bool fits = is_network(context) ? context.catalogue().find_city(card.slug) != nullptr
                                          : card.slug == core::network_slug;
    if (!fits)
        refuse("card", "network.card_of_another", {{"slug", card.slug}});
    if (is_in_this_program(context, card.slug))
        throw Problem(409, "network.same_program");
}

void check_free(Context& context, const std::string& peer)
{
    if (standing_link(context.store, peer))
        throw Problem(409, "network.link_stands");
}

// Who is reached may have changed: the cities are told, and a city tries at once.
void tell_of_change(Context& context)
{
    if (is_network(context))
        return announce_keys(context);
    auto& house = context.house;
    auto* city = house.find_place(context.actor.store);
    context.after_commit([&house, city] { visit(house, *city, Why::a_minute_is_over); });
}

ParcelItem item_of(const OutboxRow& row)
{
    return {row.id,        row.kind,    row.sender,
            row.addressee, row.made_at, static_cast<int>(row.tries),
            row.try_at,    row.refused, false};
}

} // namespace

OwnCard own_card_of(core::Place& place)
{
    const auto card = own_card(place.store->seal(), place.slug);
    return {write_card(card), fingerprint_of(card)};
}

LinkList list_links(Context& context)
{
    const auto own = own_card(context.store.seal(), context.actor.store);
    LinkList list{write_card(own), fingerprint_of(own), {}};
    for (const auto& row : list_link_rows(context.store))
        list.items.push_back(show(context, row));
    return list;
}

LinkItem admit_link(Context& context, const AdmitLink& wish)
{
    const auto card = read_card(wish.card);
    if (!card)
        refuse("card", "network.no_card");
    check_peer(context, *card);
    if (!is_fingerprint(wish.fingerprint, *card))
        refuse("fingerprint", "network.other_fingerprint");
    check_free(context, card->slug);
    LinkRow row;
    row.id = wish.id;
    row.peer = card->slug;
    row.sign_key = card->sign_key;
    row.box_key = card->box_key;
    row.admitted_at = context.now;
    row.admitted_by_name = context.actor.name;
    store::insert_row(context.store, row);
    tell_of_change(context);
    send_newest_release(context, row.peer);
    return show(context, row);
}

LinkItem stop_link(Context& context, const LinkPath& wish)
{
    auto row = get_link(context, wish.id);
    if (row.stopped_at)
        return show(context, row);
    if (is_in_this_program(context, row.peer))
        throw Problem(409, "network.same_program");
    row.stopped_at = context.now;
    store::update_row(context.store, row);
    tell_of_change(context);
    return show(context, row);
}

LinkItem resume_link(Context& context, const StoppedLinkPath& wish)
{
    auto row = get_link(context, wish.id);
    if (!row.stopped_at)
        return show(context, row);
    check_free(context, row.peer);
    row.stopped_at.reset();
    store::update_row(context.store, row);
    tell_of_change(context);
    send_newest_release(context, row.peer);
    return show(context, row);
}

ParcelList list_parcels(Context& context, const LinkPath& wish)
{
    const auto link = get_link(context, wish.id);
    ParcelList list;
    for (const auto& row : waiting_for(context.store, link.peer, listed_max))
        list.items.push_back(item_of(row));
    for (const auto& row : refused_of(context.store, link.peer, listed_max / 2))
        list.items.push_back(item_of(row));
    for (const auto& row : refused_inbox(context.store, link.peer, listed_max / 2))
        list.items.push_back({row.id, row.kind, row.sender, row.addressee, row.made_at, 0,
                              std::nullopt, row.outcome, true});
    return list;
}

// ---- keys

namespace {

struct CityKeys {
    static constexpr const char* title = "CityKeys";

    std::string city;
    std::string sign_key;
    std::string box_key;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityKeys::city).one_of("city"),
                          field("sign_key", &CityKeys::sign_key),
                          field("box_key", &CityKeys::box_key));
    }
};

struct AllKeys {
    static constexpr const char* title = "AllKeys";

    std::vector<CityKeys> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &AllKeys::items).at_most(500));
    }
};

void take_keys(Context& context, const core::Parcel& parcel)
{
    if (parcel.from != core::network_slug)
        throw Problem(409, "network.not_yours", {{"city", parcel.from}});
    const auto keys = core::read_parcel<AllKeys>(context, parcel);
    forget_city_keys(context.store);
    for (const auto& one : keys.items)
        store::insert_row(context.store,
                          CityKeyRow{Id<CityKeyRow>(named_uuid("keys of " + one.city)), one.city,
                                     one.sign_key, one.box_key, context.now});
}

} // namespace

core::Receiver receiver_of_keys() { return {"network.keys", core::Where::city, take_keys}; }

std::vector<std::string> cities_reached(Context& context)
{
    std::vector<std::string> cities;
    for (auto* place : context.house.places())
        if (place->slug != core::network_slug)
            cities.push_back(place->slug);
    for (const auto& row : list_link_rows(context.store))
        if (!row.stopped_at && !is_in_this_program(context, row.peer))
            cities.push_back(row.peer);
    return cities;
}

void announce_keys(Context& context)
{
    AllKeys all;
    for (const auto& city : cities_reached(context)) {
        const auto card = find_card(context, city).value();
        all.items.push_back({card.slug, card.sign_key, card.box_key});
    }
    const auto text = to_json(all);
    for (const auto& one : all.items)
        post(context, one.city, "network.keys", text);
}

// ---- every minute

namespace {

// A city that this program serves since it was started: the others learn of it.
void link_new_places(Context& context)
{
    bool is_any_new = false;
    for (auto* place : context.house.places()) {
        if (place->slug == core::network_slug || standing_link(context.store, place->slug))
            continue;
        find_link(context, place->slug);
        send_newest_release(context, place->slug);
        is_any_new = true;
    }
    if (is_any_new)
        announce_keys(context);
}

} // namespace

std::vector<Uuid> carry(Context& context)
{
    forget_outbox_before(context.store, context.now.plus_seconds(-kept_seconds));
    auto& house = context.house;
    const auto visit_later = [&](core::Place* city, Why why) {
        context.after_commit([&house, city, why] { visit(house, *city, why); });
    };
    if (is_network(context)) {
        link_new_places(context);
        for (auto* place : house.places())
            if (place->slug != core::network_slug && count_waiting(context.store, place->slug) > 0)
                visit_later(place, Why::something_waits);
    } else {
        const bool waits = count_waiting(context.store, std::string(core::network_slug)) > 0;
        if (waits || !is_in_this_program(context, std::string(core::network_slug)))
            visit_later(house.find_place(context.actor.store),
                        waits ? Why::something_waits : Why::a_minute_is_over);
    }
    return take_what_waited(context);
}

} // namespace network
