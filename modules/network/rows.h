// SPDX-License-Identifier: EUPL-1.2
// The only SQL of network.
#pragma once

#include "core/parcel.h"
#include "network/network.h"

namespace network {

// Of all years, by city, indicator and year.
std::vector<Target> every_target(store::Transaction& transaction);
// Sets the value for city, indicator and year, whether or not there was one.
void put_target(store::Transaction& transaction, const Target& target);

// ---- links

struct LinkRow {
    static constexpr const char* title = "LinkRow";
    static constexpr const char* table = "network_link";

    Id<Link> id;
    std::string peer;
    std::string sign_key;
    std::string box_key;
    Instant admitted_at;
    std::optional<std::string> admitted_by_name; // none: made by the program itself
    std::optional<Instant> stopped_at;
    std::int64_t turn = 0;
    std::optional<Id<core::Parcel>> heard;
    std::optional<Instant> met_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &LinkRow::id), field("peer", &LinkRow::peer),
                          field("sign_key", &LinkRow::sign_key),
                          field("box_key", &LinkRow::box_key),
                          field("admitted_at", &LinkRow::admitted_at),
                          field("admitted_by_name", &LinkRow::admitted_by_name),
                          field("stopped_at", &LinkRow::stopped_at), field("turn", &LinkRow::turn),
                          field("heard", &LinkRow::heard), field("met_at", &LinkRow::met_at));
    }
};

std::optional<LinkRow> find_link_row(store::Transaction& transaction, const Id<Link>& id);
// The one that stands; none where it was stopped.
std::optional<LinkRow> standing_link(store::Transaction& transaction, const std::string& peer);
// Those that stand first, by name.
std::vector<LinkRow> list_link_rows(store::Transaction& transaction);

struct CityKeyRow {
    static constexpr const char* title = "CityKeyRow";
    static constexpr const char* table = "network_city_key";

    Id<CityKeyRow> id;
    std::string city;
    std::string sign_key;
    std::string box_key;
    Instant announced_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CityKeyRow::id), field("city", &CityKeyRow::city),
                          field("sign_key", &CityKeyRow::sign_key),
                          field("box_key", &CityKeyRow::box_key),
                          field("announced_at", &CityKeyRow::announced_at));
    }
};

std::optional<CityKeyRow> find_city_key(store::Transaction& transaction, const std::string& city);
void forget_city_keys(store::Transaction& transaction);

// ---- what leaves

struct OutboxRow {
    static constexpr const char* title = "OutboxRow";
    static constexpr const char* table = "network_outbox";

    Id<core::Parcel> id;
    std::int64_t sequence = 0;
    std::string recipient;
    std::string sender;
    std::string addressee;
    std::string kind;
    std::string body;
    std::string signature;
    Instant made_at;
    std::int64_t tries = 0;
    std::optional<Instant> try_at;
    std::optional<Instant> acknowledged_at;
    std::optional<std::string> refused;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OutboxRow::id), field("sequence", &OutboxRow::sequence),
            field("recipient", &OutboxRow::recipient), field("sender", &OutboxRow::sender),
            field("addressee", &OutboxRow::addressee), field("kind", &OutboxRow::kind),
            field("body", &OutboxRow::body), field("signature", &OutboxRow::signature),
            field("made_at", &OutboxRow::made_at), field("tries", &OutboxRow::tries),
            field("try_at", &OutboxRow::try_at),
            field("acknowledged_at", &OutboxRow::acknowledged_at),
            field("refused", &OutboxRow::refused));
    }
};

std::int64_t next_sequence(store::Transaction& transaction);
std::optional<OutboxRow> find_outbox(store::Transaction& transaction, const Id<core::Parcel>& id);
// In their order.
std::vector<OutboxRow> waiting_for(store::Transaction& transaction, const std::string& recipient,
                                   int limit);
int count_waiting(store::Transaction& transaction, const std::string& recipient);
// All that is kept after that sequence, whether or not it was taken in.
int count_after(store::Transaction& transaction, const std::string& recipient,
                std::int64_t sequence);
// The newest that was taken in; none where none is kept.
std::optional<Id<core::Parcel>> last_acknowledged(store::Transaction& transaction,
                                                  const std::string& recipient);
std::vector<OutboxRow> refused_of(store::Transaction& transaction, const std::string& recipient,
                                  int limit);
// Not yet acknowledged, up to and with that sequence.
std::vector<OutboxRow> waiting_up_to(store::Transaction& transaction, const std::string& recipient,
                                     std::int64_t sequence);
// What comes after that sequence waits again.
void wait_again_after(store::Transaction& transaction, const std::string& recipient,
                      std::int64_t sequence);
void forget_outbox_before(store::Transaction& transaction, Instant instant);

// ---- what has come

struct InboxRow {
    static constexpr const char* title = "InboxRow";
    static constexpr const char* table = "network_inbox";

    Id<core::Parcel> id;
    std::string sender;
    std::string addressee;
    std::string kind;
    std::string digest;
    Instant received_at;
    std::string outcome;
    Instant made_at;
    std::optional<std::string> body;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &InboxRow::id), field("sender", &InboxRow::sender),
                          field("addressee", &InboxRow::addressee), field("kind", &InboxRow::kind),
                          field("digest", &InboxRow::digest),
                          field("received_at", &InboxRow::received_at),
                          field("outcome", &InboxRow::outcome),
                          field("made_at", &InboxRow::made_at), field("body", &InboxRow::body));
    }
};

std::optional<InboxRow> find_inbox(store::Transaction& transaction, const Id<core::Parcel>& id);
std::vector<InboxRow> waiting_inbox(store::Transaction& transaction);
// Those that were refused here, newest first.
std::vector<InboxRow> refused_inbox(store::Transaction& transaction, const std::string& sender,
                                    int limit);

} // namespace network
