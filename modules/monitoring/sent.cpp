// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/sent.h"

#include <algorithm>
#include <array>

#include "core/read_parcel.h"
#include "monitoring/entry_rows.h"
#include "monitoring/rows.h"
#include "monitoring/statement.h"
#include "network/network.h"

using core::Context;
using core::Parcel;

namespace monitoring {

namespace {

constexpr auto statement_kind = "monitoring.statement";
constexpr auto entry_kind = "monitoring.entry";

void exchange(std::string& text, const std::string& one, const std::string& other)
{
    if (text == one)
        text = other;
}

void exchange(std::vector<Value>& values, const std::string& one, const std::string& other)
{
    for (auto& value : values)
        exchange(value.cell, one, other);
}

} // namespace

void name_empty_cells(std::vector<Value>& values) { exchange(values, "", "-"); }
void empty_named_cells(std::vector<Value>& values) { exchange(values, "-", ""); }

// ---- statements

std::string body_of(SentStatement sent)
{
    name_empty_cells(sent.values);
    exchange(sent.card.journal_hash, "", "-");
    return to_json(sent);
}

void send(Context& context, SentStatement sent)
{
    const auto id = sent.card.id;
    network::post(context, std::string(core::network_slug), statement_kind,
                  body_of(std::move(sent)), id);
}

namespace {

// In the network's store.
void take_statement(Context& context, const Parcel& parcel)
{
    auto sent = core::read_parcel<SentStatement>(context, parcel);
    empty_named_cells(sent.values);
    auto& card = sent.card;
    exchange(card.journal_hash, "-", "");
    const auto text = canonical_text(card, sent.values, sent.left_out);
    if (card.city != parcel.from || hash_of(text) != card.hash)
        throw Problem(409, "monitoring.statement_altered", {{"city", parcel.from}});
    if (!card.public_key || !card.signature ||
        !network::holds({*card.public_key, *card.signature}, text) ||
        !network::is_key_of(context, parcel.from, *card.public_key))
        throw Problem(409, "monitoring.statement_unsigned", {{"city", parcel.from}});
    if (find_statement(context.store, card.id))
        return;
    card.received_at = context.now;
    insert_statement(context.store, card, sent.values, sent.left_out);
}

// And in the city's, when the network has it.
void note_statement(Context& context, const Parcel& parcel, const std::string& refusal)
{
    if (refusal.empty())
        note_received(context.store, Id<Statement>(parcel.id), context.now);
}

} // namespace

core::Receiver receiver_of_statements()
{
    return {statement_kind, core::Where::network, take_statement, note_statement};
}

// ---- entries

void send(Context& context, const Entry& entry)
{
    const bool in_network = context.actor.store == core::network_slug;
    network::post(context, in_network ? entry.city : std::string(core::network_slug), entry_kind,
                  to_json(entry), entry.id);
}

namespace {

bool may_be_written_by(const std::string& side, const std::string& kind)
{
    static constexpr std::array of_city{"reply", "reopening", "taking_back"};
    static constexpr std::array of_network{"question", "reply",      "closing",
                                           "reminder", "acceptance", "taking_back"};
    const auto holds = [&](const auto& kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    return side == side_of_city ? holds(of_city) : holds(of_network);
}

// Who takes back, takes back something of their own that is here: parcels keep their order.
bool may_be_undone(Context& context, const Entry& entry)
{
    if (!entry.undoes)
        return entry.kind != "taking_back";
    const auto undone = find_entry(context.store, *entry.undoes);
    return entry.kind == "taking_back" && undone && undone->side == entry.side &&
           undone->city == entry.city && undone->period == entry.period;
}

void take_entry(Context& context, const Parcel& parcel)
{
    auto entry = core::read_parcel<Entry>(context, parcel);
    const bool from_network = parcel.from == core::network_slug;
    const auto& city = from_network ? context.actor.store : parcel.from;
    if (entry.side != (from_network ? side_of_network : side_of_city) || entry.city != city ||
        !may_be_written_by(entry.side, entry.kind) || !may_be_undone(context, entry))
        throw Problem(409, "monitoring.entry_of_another", {{"city", parcel.from}});
    if (find_entry(context.store, entry.id))
        return;
    entry.delivered_at = context.now;
    insert_entry(context.store, entry);
}

void note_entry(Context& context, const Parcel& parcel, const std::string& refusal)
{
    if (refusal.empty())
        note_delivered(context.store, Id<Entry>(parcel.id), context.now);
}

} // namespace

core::Receiver receiver_of_entries()
{
    return {entry_kind, core::Where::both, take_entry, note_entry};
}

} // namespace monitoring
