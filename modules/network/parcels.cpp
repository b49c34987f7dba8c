// SPDX-License-Identifier: EUPL-1.2
#include "network/parcels.h"

#include <algorithm>
#include <charconv>

#include "core/house.h"
#include "core/log.h"
#include "network/box.h"
#include "network/visits.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

constexpr int parcels_max = 20; // in one answer
constexpr std::size_t answer_bytes_max = 700'000;
constexpr auto is_taken = "taken";
constexpr auto is_forwarded = "forwarded";
constexpr auto is_waiting = "waiting";

bool is_network(const std::string& slug) { return slug == core::network_slug; }
bool is_between_cities(const SignedParcel& parcel)
{
    return !is_network(parcel.from) && !is_network(parcel.to);
}

// What a parcel's signature is over. Another form begins with another first line.
std::string parcel_text(const SignedParcel& parcel)
{
    return "lgnet parcel 1\n" + to_string(parcel.id) + "\n" + parcel.from + "\n" + parcel.to +
           "\n" + parcel.kind + "\n" + std::to_string(parcel.made_at.milliseconds) + "\n" +
           digest_of(parcel.body) + "\n";
}

SignedParcel parcel_of(const OutboxRow& row)
{
    return {row.id, row.sender, row.addressee, row.kind, row.body, row.made_at, row.signature};
}

InboxRow inbox_row(const Context& context, const SignedParcel& parcel, const std::string& outcome)
{
    InboxRow row;
    row.id = parcel.id;
    row.sender = parcel.from;
    row.addressee = parcel.to;
    row.kind = parcel.kind;
    row.digest = digest_of(parcel_text(parcel));
    row.received_at = context.now;
    row.outcome = outcome;
    row.made_at = parcel.made_at;
    if (outcome == is_waiting)
        row.body = parcel.body;
    return row;
}

// The outcome that is known already; none where the parcel is new.
std::optional<std::string> known_outcome(Context& context, const SignedParcel& parcel)
{
    const auto known = find_inbox(context.store, parcel.id);
    if (!known)
        return std::nullopt;
    if (known->digest != digest_of(parcel_text(parcel)))
        throw Problem(409, "core.id_taken");
    return known->outcome;
}

void check_origin(Context& context, const SignedParcel& parcel)
{
    const auto card = find_card(context, parcel.from);
    if (!card)
        throw Problem(409, "network.sender_unknown", {{"city", parcel.from}});
    if (!is_signed(card->sign_key, parcel_text(parcel), parcel.signature))
        throw Problem(409, "network.not_signed", {{"city", parcel.from}});
}

// Runs in this unit of work what the module has said about that kind.
void give(Context& context, const core::Receiver& receiver, const core::Parcel& parcel)
{
    auto* place = context.house.find_place(context.actor.store);
    ENSURE(place);
    const core::Request nobody_asked;
    const auto system = core::system_of(context.actor.store);
    Context inner(context.house, context.store, place->kept, system, nobody_asked, context.now);
    receiver.take(inner, parcel);
}

std::string opened_body(Context& context, const SignedParcel& parcel)
{
    if (!is_between_cities(parcel))
        return parcel.body;
    auto body = open_box(context.store.seal(), parcel.body);
    if (!body)
        throw Problem(409, "network.box_unreadable", {{"city", parcel.from}});
    return std::move(*body);
}

std::string take_here(Context& context, const SignedParcel& parcel)
{
    const auto* receiver = context.house.find_receiver(parcel.kind, context.actor.store);
    if (!receiver)
        return is_waiting;
    give(context, *receiver,
         {parcel.id, parcel.from, parcel.to, parcel.kind, opened_body(context, parcel),
          parcel.made_at});
    return is_taken;
}

std::string pass_on(Context& context, const SignedParcel& parcel)
{
    if (!is_network(context.actor.store) || !context.catalogue().find_city(parcel.to))
        throw Problem(409, "network.not_for_us", {{"to", parcel.to}});
    if (!find_link(context, parcel.to))
        throw Problem(409, "network.not_reached", {{"city", parcel.to}});
    send_on(context, parcel, parcel.to);
    return is_forwarded;
}

std::optional<Card> card_of_place(Context& context, const std::string& slug)
{
    auto* place = context.house.find_place(slug);
    return place ? std::optional(own_card(place->store->seal(), slug)) : std::nullopt;
}

} // namespace

std::optional<LinkRow> find_link(Context& context, const std::string& peer)
{
    if (auto standing = standing_link(context.store, peer))
        return standing;
    const auto card = card_of_place(context, peer);
    if (!card || peer == context.actor.store)
        return std::nullopt;
    LinkRow row;
    row.id = Id<Link>::make(context.now);
    row.peer = peer;
    row.sign_key = card->sign_key;
    row.box_key = card->box_key;
    row.admitted_at = context.now;
    store::insert_row(context.store, row);
    return row;
}

std::optional<Card> find_card(Context& context, const std::string& slug)
{
    if (auto card = card_of_place(context, slug))
        return card;
    if (const auto link = standing_link(context.store, slug))
        return Card{slug, link->sign_key, link->box_key};
    if (is_network(context.actor.store))
        return std::nullopt;
    const auto key = find_city_key(context.store, slug);
    return key ? std::optional(Card{slug, key->sign_key, key->box_key}) : std::nullopt;
}

void send_on(Context& context, const SignedParcel& parcel, const std::string& recipient)
{
    if (find_outbox(context.store, parcel.id))
        return;
    OutboxRow row;
    row.id = parcel.id;
    row.sequence = next_sequence(context.store);
    row.recipient = recipient;
    row.sender = parcel.from;
    row.addressee = parcel.to;
    row.kind = parcel.kind;
    row.body = parcel.body;
    row.signature = parcel.signature;
    row.made_at = parcel.made_at;
    store::insert_row(context.store, row);
    // Within this program it goes at once; a city elsewhere comes for it.
    auto& house = context.house;
    auto* city =
        house.find_place(is_network(context.actor.store) ? recipient : context.actor.store);
    if (city)
        context.after_commit([&house, city] { visit(house, *city, Why::something_waits); });
}

std::string take_in(Context& context, const SignedParcel& parcel)
{
    if (auto outcome = known_outcome(context, parcel))
        return *outcome;
    check_origin(context, parcel);
    const auto outcome =
        parcel.to == context.actor.store ? take_here(context, parcel) : pass_on(context, parcel);
    store::insert_row(context.store, inbox_row(context, parcel, outcome));
    return outcome;
}

std::string take_refused(Context& context, const SignedParcel& parcel, const Problem& problem)
{
    core::log(core::Level::warning, "parcel_refused",
              {{"store", context.actor.store},
               {"from", parcel.from},
               {"kind", parcel.kind},
               {"why", problem.code}});
    // Under the id of another parcel nothing is noted.
    if (!find_inbox(context.store, parcel.id))
        store::insert_row(context.store, inbox_row(context, parcel, problem.code));
    return problem.code;
}

std::vector<Uuid> take_what_waited(Context& context)
{
    std::vector<Uuid> taken;
    for (auto& row : waiting_inbox(context.store)) {
        if (!context.house.find_receiver(row.kind, context.actor.store))
            continue;
        const SignedParcel parcel{row.id,      row.sender, row.addressee, row.kind, *row.body,
                                  row.made_at, ""};
        row.outcome = take_here(context, parcel);
        row.body.reset();
        store::update_row(context.store, row);
        taken.push_back(row.id);
    }
    return taken;
}

void note_receipt(Context& context, const ParcelReceipt& receipt)
{
    auto row = find_outbox(context.store, receipt.id);
    if (!row || row->acknowledged_at)
        return;
    const bool is_refused = receipt.outcome != is_taken && receipt.outcome != is_forwarded &&
                            receipt.outcome != is_waiting;
    row->acknowledged_at = context.now;
    row->try_at.reset();
    if (is_refused)
        row->refused = receipt.outcome;
    store::update_row(context.store, *row);
    const auto* receiver = context.house.find_receiver(row->kind, row->recipient);
    if (!receiver || !receiver->arrived || row->sender != context.actor.store)
        return;
    receiver->arrived(context,
                      {row->id, row->sender, row->addressee, row->kind, row->body, row->made_at},
                      row->refused.value_or(""));
}

void note_heard(Context& context, const std::string& recipient,
                const std::optional<Id<core::Parcel>>& last)
{
    if (!last) // it knows of none: all that is kept goes again
        return wait_again_after(context.store, recipient, 0);
    const auto row = find_outbox(context.store, *last);
    if (!row || row->recipient != recipient)
        return; // from before we were set back, or forgotten long ago
    for (const auto& waiting : waiting_up_to(context.store, recipient, row->sequence))
        note_receipt(context, {waiting.id, is_taken});
    wait_again_after(context.store, recipient, row->sequence);
}

std::vector<SignedParcel> next_parcels(Context& context, const std::string& recipient)
{
    std::vector<SignedParcel> parcels;
    std::size_t bytes = 0;
    for (const auto& row : waiting_for(context.store, recipient, parcels_max)) {
        bytes += row.body.size();
        if (!parcels.empty() && bytes > answer_bytes_max)
            break;
        parcels.push_back(parcel_of(row));
    }
    return parcels;
}

// ---- requests and answers as bytes

std::optional<MeetingAnswer> read_meeting_answer(const std::string& json)
{
    class NoLists : public Lists {
        bool has(std::string_view, std::string_view) const override { return false; }
        std::vector<std::string> codes(std::string_view) const override { return {}; }
    };
    try {
        const NoLists none;
        const auto document = JsonDocument::parse(json);
        Reading reading{none, Instant{}, false, {}};
        return read_input<MeetingAnswer>(reading, document.root());
    } catch (const Problem&) {
        return std::nullopt;
    }
}

std::optional<Heading> read_heading(std::string_view header)
{
    const auto first = header.find(' ');
    const auto second = header.find(' ', std::min(first, header.size() - 1) + 1);
    if (header.size() > 300 || first == std::string_view::npos || second == std::string_view::npos)
        return std::nullopt;
    Heading heading{std::string(header.substr(0, first)), 0,
                    std::string(header.substr(second + 1))};
    const auto turn = header.substr(first + 1, second - first - 1);
    const auto [end, error] = std::from_chars(turn.data(), turn.data() + turn.size(), heading.turn);
    if (error != std::errc() || end != turn.data() + turn.size() || heading.turn < 0)
        return std::nullopt;
    return heading;
}

std::string write_heading(const Heading& heading)
{
    return heading.from + " " + std::to_string(heading.turn) + " " + heading.signature;
}

std::string request_text(const core::Request& request, const std::string& from, std::int64_t turn)
{
    std::string query;
    for (const auto& [name, value] : request.query)
        query += (query.empty() ? "?" : "&") + name + "=" + value;
    return "lgnet request 1\n" + from + "\n" + std::string(core::network_slug) + "\n" +
           request.method + " " + request.path + query + "\n" + std::to_string(turn) + "\n" +
           digest_of(request.body) + "\n";
}

std::string answer_text(const std::string& request_signature, std::string_view body)
{
    return "lgnet answer 1\n" + request_signature + "\n" + digest_of(body) + "\n";
}

// ---- the face

Uuid post(Context& context, const std::string& to, const std::string& kind, const std::string& body,
          const std::optional<Uuid>& id)
{
    const auto& own = context.actor.store;
    if (body.size() > parcel_bytes_max)
        throw Problem(413, "core.too_large", {{"most", std::to_string(parcel_bytes_max)}});
    SignedParcel parcel;
    parcel.id = Id<core::Parcel>(id.value_or(make_uuid(context.now)));
    parcel.from = own;
    parcel.to = to;
    parcel.kind = kind;
    parcel.body = body;
    parcel.made_at = context.now;
    if (is_between_cities(parcel)) {
        const auto card = find_card(context, to);
        auto box = card ? close_box(card->box_key, body) : std::nullopt;
        if (!box)
            throw Problem(409, "network.not_reached", {{"city", to}});
        parcel.body = std::move(*box);
    }
    parcel.signature = sign(context.store.seal(), parcel_text(parcel));
    send_on(context, parcel, is_network(own) ? to : std::string(core::network_slug));
    return parcel.id;
}

Posted find_posted(store::Transaction& transaction, const Uuid& id)
{
    const auto row = find_outbox(transaction, Id<core::Parcel>(id));
    if (!row)
        return Posted::never;
    if (row->refused)
        return Posted::refused;
    return row->acknowledged_at ? Posted::arrived : Posted::waiting;
}

bool is_reached(Context& context, const std::string& city)
{
    return find_card(context, city).has_value();
}

} // namespace network
