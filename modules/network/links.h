// SPDX-License-Identifier: EUPL-1.2
// What is asked about links, and what linked cities ask.
#pragma once

#include "core/samples.h"
#include "network/parcels.h"

namespace network {

struct LinkItem {
    static constexpr const char* title = "Link";

    Id<Link> id;
    std::string peer;
    std::string fingerprint;
    bool same_program = false;
    Instant admitted_at;
    std::optional<std::string> admitted_by_name;
    std::optional<Instant> stopped_at;
    std::optional<Instant> met_at;
    int waiting = 0;
    int refused = 0;
    std::optional<std::string> trouble;
    std::optional<Instant> next_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &LinkItem::id),
            field("peer", &LinkItem::peer).says("A city, or rete: the network."),
            field("fingerprint", &LinkItem::fingerprint),
            field("same_program", &LinkItem::same_program)
                .says("Both are served by one program: nobody had to link them."),
            field("admitted_at", &LinkItem::admitted_at),
            field("admitted_by_name", &LinkItem::admitted_by_name),
            field("stopped_at", &LinkItem::stopped_at),
            field("met_at", &LinkItem::met_at).says("When the two have last spoken."),
            field("waiting", &LinkItem::waiting)
                .between(0, 1'000'000'000)
                .says("Parcels that wait here to leave."),
            field("refused", &LinkItem::refused)
                .between(0, 1'000'000'000)
                .says("Parcels that one of the two has refused."),
            field("trouble", &LinkItem::trouble)
                .says("Why the last visit failed: unreachable, answered and a status, not_signed, "
                      "unreadable, and what more is known."),
            field("next_at", &LinkItem::next_at).says("When it is tried again."));
    }
};

struct LinkList {
    static constexpr const char* title = "LinkList";

    std::string card;
    std::string fingerprint;
    std::vector<LinkItem> items;

    static constexpr auto fields()
    {
        return std::tuple(field("card", &LinkList::card)
                              .up_to(300)
                              .says("The open keys of this store: to be given to the other side."),
                          field("fingerprint", &LinkList::fingerprint)
                              .says("Of the card, to be read to each other over the telephone."),
                          field("items", &LinkList::items).at_most(500));
    }
};

struct AdmitLink {
    static constexpr const char* title = "AdmitLink";

    Id<Link> id;
    std::string card;
    std::string fingerprint;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AdmitLink::id).sample(core::samples::new_link),
            field("card", &AdmitLink::card).up_to(400).sample(core::samples::new_link_card),
            field("fingerprint", &AdmitLink::fingerprint)
                .up_to(80)
                .sample(core::samples::new_link_fingerprint)
                .says("As it was heard over the telephone from whoever sent the card."));
    }
};

struct LinkPath {
    static constexpr const char* title = "LinkPath";
    Id<Link> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &LinkPath::id).sample(core::samples::link));
    }
};

struct StoppedLinkPath {
    static constexpr const char* title = "StoppedLinkPath";
    Id<Link> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &StoppedLinkPath::id).sample(core::samples::link_stopped));
    }
};

struct ParcelItem {
    static constexpr const char* title = "ParcelItem";

    Id<core::Parcel> id;
    std::string kind;
    std::string from;
    std::string to;
    Instant made_at;
    int tries = 0;
    std::optional<Instant> next_at;
    std::optional<std::string> refused;
    bool refused_here = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ParcelItem::id), field("kind", &ParcelItem::kind),
                          field("from", &ParcelItem::from), field("to", &ParcelItem::to),
                          field("made_at", &ParcelItem::made_at),
                          field("tries", &ParcelItem::tries).between(0, 1'000'000'000),
                          field("next_at", &ParcelItem::next_at),
                          field("refused", &ParcelItem::refused).says("The code of the problem."),
                          field("refused_here", &ParcelItem::refused_here)
                              .says("It came from there and was refused here."));
    }
};

struct ParcelList {
    static constexpr const char* title = "ParcelList";

    std::vector<ParcelItem> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &ParcelList::items).at_most(500));
    }
};

LinkList list_links(core::Context& context);
LinkItem admit_link(core::Context& context, const AdmitLink& wish);
LinkItem stop_link(core::Context& context, const LinkPath& wish);
LinkItem resume_link(core::Context& context, const StoppedLinkPath& wish);
ParcelList list_parcels(core::Context& context, const LinkPath& wish);

// ---- asked by cities, in the network's store

struct AskParcels {
    static constexpr const char* title = "AskParcels";

    std::optional<Id<core::Parcel>> last;

    static constexpr auto fields()
    {
        return std::tuple(field("last", &AskParcels::last)
                              .says("The last parcel that was taken in from the network."));
    }
};

core::Bytes ask_parcels(core::Context& context, const AskParcels& wish);
core::Bytes bring_parcels(core::Context& context, const Meeting& wish);
// When a parcel was refused, and its work rolled back.
core::Bytes refuse_parcel(core::Context& context, const Meeting& wish, const Problem& problem);

// ---- done by the program itself

// The cities that parcels of the network reach, and the keys of all of them, to all of them.
std::vector<std::string> cities_reached(core::Context& context);
void announce_keys(core::Context& context);
core::Receiver receiver_of_keys();
std::vector<Uuid> carry(core::Context& context);

} // namespace network
