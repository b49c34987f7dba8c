// SPDX-License-Identifier: EUPL-1.2
// Between a city and the network's store, every minute. What is read there is taken in here in one
// unit of work; what is to be told there is told after that is durable, and noted as told once the
// network has it: whatever happens between the two, it is told again and changes nothing.
#include <memory>

#include "core/house.h"
#include "core/log.h"
#include "handovers/acts.h"
#include "handovers/box.h"
#include "handovers/bundle.h"
#include "handovers/rows.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

struct News {
    std::optional<KeyRow> own_key;
    std::vector<ParcelRow> to_here;
    std::vector<ParcelRow> from_here;
};

News read_news(Context& context, store::Store& network)
{
    News news;
    network.read([&](store::Transaction& transaction) {
        news.own_key = find_key(transaction, context.actor.store);
        news.to_here = parcels_to(transaction, context.actor.store);
        news.from_here = parcels_from(transaction, context.actor.store);
    });
    return news;
}

// ---- taken in

bool receive(Context& context, const ParcelRow& parcel)
{
    auto known = find_received(context.store, Id<Received>(parcel.id));
    if (known) {
        // The network's store knows who was first: a yes that came after it counts no more.
        if (parcel.state != "withdrawn" || known->state == "withdrawn" || known->state == "refused")
            return false;
        known->state = "withdrawn";
        store::update_row(context.store, *known);
        return true;
    }
    if (parcel.state == "withdrawn")
        return false; // it never came here
    const auto content = open_box(context.store.seal(), parcel.box);
    const auto bundle = content ? read_bundle(context, *content) : std::nullopt;
    if (!bundle) {
        core::log(core::Level::warning, "handover_unreadable",
                  {{"from", parcel.from_city}, {"to", parcel.to_city}});
        return false;
    }
    ReceivedRow row;
    row.id = Id<Received>(parcel.id);
    row.from_city = parcel.from_city;
    row.bundle = *content;
    row.guarded = bundle->guarded.value_or(false);
    row.due_on = parcel.due_on;
    row.arrived_at = context.now;
    store::insert_row(context.store, row);
    return true;
}

bool hear_answer(Context& context, const ParcelRow& parcel)
{
    auto row = find_sent(context.store, Id<Sent>(parcel.id));
    // Also one that was withdrawn here too late.
    if (!row || row->state == parcel.state || row->state == "accepted" || !parcel.answer_box)
        return false;
    const auto content = open_box(context.store.seal(), *parcel.answer_box);
    const auto answer = content ? read_answer(context, *content) : std::nullopt;
    if (!answer || (parcel.state == "refused" && !answer->reason))
        return false;
    row->state = parcel.state;
    row->told_state = parcel.state;
    row->reason = answer->reason;
    row->words = answer->words;
    row->answered_by_name = answer->by_name;
    row->answered_at = parcel.answered_at;
    store::update_row(context.store, *row);
    if (row->state == "accepted")
        cases::close_handed_over(context, row->case_id);
    else
        cases::set_hand_over(context, row->case_id, std::nullopt);
    return true;
}

// ---- told

struct Told {
    std::string city;
    std::string public_key;
    std::vector<SentRow> sent;
    std::vector<ReceivedRow> answered;
    Instant now;
};

void tell_sent(store::Transaction& network, const std::string& city, const SentRow& row)
{
    auto parcel = find_parcel(network, Id<ParcelRow>(row.id));
    if (!parcel && row.state == "sent") {
        ParcelRow made;
        made.id = Id<ParcelRow>(row.id);
        made.from_city = city;
        made.to_city = row.to_city;
        made.due_on = row.due_on;
        made.box = row.box.value();
        made.sent_at = row.sent_at;
        store::insert_row(network, made);
    } else if (parcel && row.state == "withdrawn" && parcel->state == "sent") {
        parcel->state = "withdrawn";
        parcel->box.clear();
        store::update_row(network, *parcel);
    }
}

void tell_answer(store::Transaction& network, const ReceivedRow& row)
{
    auto parcel = find_parcel(network, Id<ParcelRow>(row.id));
    if (!parcel || parcel->state != "sent")
        return;
    const auto key = find_key(network, parcel->from_city);
    if (!key)
        return;
    parcel->answer_box =
        close_box(key->public_key,
                  to_json(AnswerBox{row.answered_by_name.value_or(""), row.reason, row.words}));
    parcel->state = row.state;
    parcel->answered_at = row.answered_at;
    parcel->box.clear(); // whoever needs it has it
    store::update_row(network, *parcel);
}

// Runs on the writer of the network's store, and may run again.
void tell_network(store::Transaction& network, const Told& told)
{
    const auto key = find_key(network, told.city);
    if (!key)
        store::insert_row(network, KeyRow{Id<KeyRow>(named_uuid("handovers " + told.city)),
                                          told.city, told.public_key, told.now});
    for (const auto& row : told.sent)
        tell_sent(network, told.city, row);
    for (const auto& row : told.answered)
        tell_answer(network, row);
}

// And this on the city's.
void note_told(store::Transaction& city, const Told& told)
{
    for (const auto& sent : told.sent)
        if (auto row = find_sent(city, sent.id); row && row->state == sent.state) {
            row->told_state = sent.state;
            row->box.reset();
            store::update_row(city, *row);
        }
    for (const auto& answered : told.answered)
        if (auto row = find_received(city, answered.id)) {
            row->told_state = answered.state;
            store::update_row(city, *row);
        }
}

void log_failure(const std::string& city, std::exception_ptr failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        core::log(core::Level::warning, "handovers_untold",
                  {{"city", city}, {"why", error.what()}});
    }
}

void tell(const std::shared_ptr<const Told>& told, store::Store& city, store::Store& network)
{
    network.submit(
        [told](store::Transaction& transaction) { tell_network(transaction, *told); },
        [told, &city](std::exception_ptr failure) {
            if (failure)
                return log_failure(told->city, failure);
            city.submit([told](store::Transaction& transaction) { note_told(transaction, *told); },
                        [told](std::exception_ptr lost) {
                            if (lost)
                                log_failure(told->city, lost);
                        });
        });
}

} // namespace

std::vector<Uuid> exchange(Context& context)
{
    auto* network = context.house.find_place(core::network_slug);
    auto* city = context.house.find_place(context.actor.store);
    if (network == nullptr || city == nullptr || network == city)
        return {}; // a city alone: what it sends waits
    const auto news = read_news(context, *network->store);
    std::vector<Uuid> changed;
    for (const auto& parcel : news.to_here)
        if (receive(context, parcel))
            changed.push_back(parcel.id);
    for (const auto& parcel : news.from_here)
        if (hear_answer(context, parcel))
            changed.push_back(parcel.id);

    auto told = std::make_shared<Told>();
    told->city = context.actor.store;
    told->public_key = public_key_of(context.store.seal());
    told->sent = untold_sent(context.store);
    told->answered = untold_received(context.store);
    told->now = context.now;
    if (!news.own_key || !told->sent.empty() || !told->answered.empty())
        context.after_commit([told, city, network] { tell(told, *city->store, *network->store); });
    return changed;
}

} // namespace handovers
