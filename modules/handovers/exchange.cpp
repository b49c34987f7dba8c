// SPDX-License-Identifier: EUPL-1.2
// Between a city and the network's store, every minute. What is read there is taken in here in one
// unit of work; what is to be told there is told after that is durable, and noted as told once the
// network has it: whatever happens between the two, it is told again and changes nothing.
#include <memory>
#include <set>

#include "core/house.h"
#include "core/log.h"
#include "handovers/acts.h"
#include "handovers/box.h"
#include "handovers/bundle.h"
#include "handovers/rows.h"
#include "handovers/stages.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

struct Heard {
    SentRow row;
    std::optional<ParcelRow> parcel; // none: it has not left
};

struct News {
    std::optional<KeyRow> own_key;
    std::vector<ParcelRow> to_here;
    std::vector<ParcelRow> settled; // answered or withdrawn: of those that came here
    std::vector<Heard> from_here;
};

// Of what came here and what went from here, only that of which more may be heard is asked for.
News read_news(Context& context, store::Store& network)
{
    News news;
    const auto came = unsettled_received(context.store);
    const std::set<Uuid> known(came.begin(), came.end());
    for (auto& row : unsettled_sent(context.store))
        news.from_here.push_back({std::move(row), std::nullopt});
    network.read([&](store::Transaction& transaction) {
        news.own_key = find_key(transaction, context.actor.store);
        for (const auto& id : waiting_for(transaction, context.actor.store))
            if (!known.contains(id))
                news.to_here.push_back(find_parcel(transaction, id).value());
        for (const auto& id : came)
            if (auto parcel = find_parcel(transaction, Id<ParcelRow>(id)))
                if (parcel->state != "sent")
                    news.settled.push_back(std::move(*parcel));
        for (auto& heard : news.from_here)
            heard.parcel = find_parcel(transaction, Id<ParcelRow>(heard.row.id));
    });
    return news;
}

void log_unreadable(const char* what, const ParcelRow& parcel)
{
    core::log(core::Level::warning, what, {{"from", parcel.from_city}, {"to", parcel.to_city}});
}

// ---- taken in

// What cannot be read stays in the network's store: a program that knows more takes it in.
bool receive(Context& context, const ParcelRow& parcel)
{
    if (find_received(context.store, Id<Received>(parcel.id)))
        return false;
    const auto content = open_box(context.store.seal(), parcel.box);
    const auto bundle = content ? read_bundle(context, *content) : std::nullopt;
    if (!bundle) {
        log_unreadable("handover_unreadable", parcel);
        return false;
    }
    ReceivedRow row;
    row.id = Id<Received>(parcel.id);
    row.kind = bundle->asked ? a_referral : a_handover;
    row.from_city = parcel.from_city;
    row.bundle = *content;
    row.guarded = bundle->guarded.value_or(false);
    row.due_on = parcel.due_on;
    row.arrived_at = context.now;
    store::insert_row(context.store, row);
    return true;
}

// The network's store knows who was first: a yes that came after a withdrawal counts no more, and
// the case that was opened with it ends, because the person still is in the other city's charge.
bool settle_received(Context& context, const ParcelRow& parcel)
{
    auto row = find_received(context.store, Id<Received>(parcel.id));
    ENSURE(row);
    row->settled = true;
    const bool withdrawn = parcel.state == "withdrawn" && row->state != "refused";
    if (withdrawn && row->state == "accepted" && row->case_id)
        cases::close_handed_over(context, *row->case_id);
    if (withdrawn)
        row->state = "withdrawn";
    store::update_row(context.store, *row);
    return withdrawn;
}

std::optional<AnswerBox> open_answer(Context& context, const SentRow& row, const ParcelRow& parcel)
{
    if (!parcel.answer_box)
        return std::nullopt;
    const auto content = open_box(context.store.seal(), *parcel.answer_box);
    auto answer = content ? read_answer(context, *content) : std::nullopt;
    if (answer && parcel.state == "refused" && !answer->reason)
        answer.reset();
    if (answer && row.kind == a_referral && !answer->referral)
        answer.reset();
    if (!answer)
        log_unreadable("handover_answer_unreadable", parcel);
    return answer;
}

// A yes or a no: also to what was withdrawn here too late.
void take_answer(Context& context, SentRow& row, const ParcelRow& parcel, const AnswerBox& answer)
{
    row.state = parcel.state;
    row.told_state = parcel.state;
    row.reason = answer.reason;
    row.words = answer.words;
    row.answered_by_name = answer.by_name;
    row.answered_at = parcel.answered_at;
    if (row.kind == a_referral)
        static_cast<Progress&>(row) = *answer.referral;
    else if (row.state == "accepted")
        cases::close_handed_over(context, row.case_id);
    else
        cases::set_hand_over(context, row.case_id, std::nullopt);
}

// Nothing more comes after a withdrawal that counted, a no, the yes to a hand-over, and an outcome
// that can no more be taken back.
bool is_over(const SentRow& row, const std::optional<ParcelRow>& parcel, Date today)
{
    if (!parcel)
        return row.state == "withdrawn" && row.told_state == row.state;
    if (row.state == "withdrawn")
        return parcel->state == row.state;
    if (row.state == "refused")
        return true;
    return row.state == "accepted" &&
           (row.kind == a_handover || (row.outcome && !may_still_change(row, today)));
}

bool hear_of(Context& context, SentRow& row, const std::optional<ParcelRow>& parcel)
{
    const bool is_new = parcel && parcel->answer_turn > row.heard_turn;
    const auto answer = is_new ? open_answer(context, row, *parcel) : std::nullopt;
    if (answer) {
        row.heard_turn = parcel->answer_turn;
        if (parcel->state == "accepted" || parcel->state == "refused")
            take_answer(context, row, *parcel, *answer);
        else if (answer->referral)
            row.seen_on = answer->referral->seen_on;
    }
    row.settled = is_over(row, parcel, context.today());
    if (answer || row.settled)
        store::update_row(context.store, row);
    return answer.has_value();
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

AnswerBox answer_of(const ReceivedRow& row)
{
    AnswerBox answer{row.answered_by_name, row.reason, row.words, std::nullopt};
    if (row.kind == a_referral)
        answer.referral = static_cast<const Progress&>(row);
    return answer;
}

// Each answer says all that is known here: what follows the yes to a referral takes the yes along,
// and one that is told twice changes nothing. It is the network that counts them: a city that was
// set back to a backup counts anew.
void tell_answer(store::Transaction& network, const ReceivedRow& row)
{
    auto parcel = find_parcel(network, Id<ParcelRow>(row.id));
    if (!parcel || (parcel->state != "sent" && parcel->state != row.state))
        return;
    const auto key = find_key(network, parcel->from_city);
    if (!key)
        return;
    parcel->answer_box = close_box(key->public_key, to_json(answer_of(row)));
    ++parcel->answer_turn;
    parcel->state = row.state;
    parcel->answered_at = row.answered_at;
    if (row.state != "sent")
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
            row->told_turn = answered.turn;
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
    auto news = read_news(context, *network->store);
    std::vector<Uuid> changed;
    for (const auto& parcel : news.to_here)
        if (receive(context, parcel))
            changed.push_back(parcel.id);
    for (const auto& parcel : news.settled)
        if (settle_received(context, parcel))
            changed.push_back(parcel.id);
    for (auto& heard : news.from_here)
        if (hear_of(context, heard.row, heard.parcel))
            changed.push_back(heard.row.id);

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
