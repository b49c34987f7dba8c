// SPDX-License-Identifier: EUPL-1.2
// Between two cities: what one tells the other, in parcels that the network passes on and cannot
// read. Of one hand-over they come in the order in which they were sent, each once. Where a
// withdrawal and an answer cross, the withdrawal counts: the city of departure knew nothing of the
// answer when it took the person back, and both hear of the other.
#include "handovers/exchange.h"
#include "core/house.h"
#include "core/journal.h"
#include "core/read_parcel.h"
#include "handovers/acts.h"
#include "handovers/bundle.h"
#include "handovers/rows.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

constexpr auto kind_of_sent = "handovers.sent";
constexpr auto kind_of_withdrawn = "handovers.withdrawn";
constexpr auto kind_of_answer = "handovers.answer";

struct SentBox {
    static constexpr const char* title = "HandoverSentBox";

    Id<Sent> id;
    Date due_on;
    Bundle bundle;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SentBox::id), field("due_on", &SentBox::due_on),
                          field("bundle", &SentBox::bundle));
    }
};

struct WithdrawnBox {
    static constexpr const char* title = "HandoverWithdrawnBox";

    Id<Sent> id;

    static constexpr auto fields() { return std::tuple(field("id", &WithdrawnBox::id)); }
};

// Says all that is known there: the last one is enough.
struct AnswerParcel {
    static constexpr const char* title = "HandoverAnswerBox";

    Id<Received> id;
    std::string state;
    std::optional<Instant> answered_at;
    AnswerBox answer;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerParcel::id), field("state", &AnswerParcel::state),
                          field("answered_at", &AnswerParcel::answered_at),
                          field("answer", &AnswerParcel::answer));
    }
};

// ---- in the city of arrival

// What another city has told is a line in this one's journal.
void note(Context& context, const Uuid& thing)
{
    core::note_by_itself(context.store, "handovers.exchange", thing, context.now);
}

void take_sent(Context& context, const core::Parcel& parcel)
{
    const auto box = core::read_parcel<SentBox>(context, parcel);
    if (find_received(context.store, Id<Received>(box.id)))
        throw Problem(409, "core.id_taken");
    ReceivedRow row;
    row.id = Id<Received>(box.id);
    row.kind = box.bundle.asked ? a_referral : a_handover;
    row.from_city = parcel.from;
    row.bundle = to_json(box.bundle);
    row.guarded = box.bundle.guarded.value_or(false);
    row.due_on = box.due_on;
    row.arrived_at = context.now;
    store::insert_row(context.store, row);
    note(context, row.id);
}

// A case that was opened meanwhile ends: the person still is in the other city's charge.
void take_withdrawn(Context& context, const core::Parcel& parcel)
{
    const auto box = core::read_parcel<WithdrawnBox>(context, parcel);
    auto row = find_received(context.store, Id<Received>(box.id));
    if (!row || row->from_city != parcel.from)
        throw not_found();
    if (row->state == "accepted" && row->case_id)
        cases::close_handed_over(context, *row->case_id);
    row->state = "withdrawn";
    store::update_row(context.store, *row);
    note(context, row->id);
}

// ---- in the city of departure

void check_answer(const SentRow& row, const AnswerParcel& told)
{
    const bool is_known =
        told.state == "sent" || told.state == "accepted" || told.state == "refused";
    if (!is_known || (told.state == "refused" && !told.answer.reason) ||
        (row.kind == a_referral && !told.answer.referral))
        throw Problem(409, "handovers.answer_unreadable");
}

void take_answer(Context& context, const core::Parcel& parcel)
{
    const auto told = core::read_parcel<AnswerParcel>(context, parcel);
    auto row = find_sent(context.store, Id<Sent>(told.id));
    if (!row || row->to_city != parcel.from)
        throw not_found();
    check_answer(*row, told);
    if (row->state == "withdrawn")
        return;
    const bool is_first = row->state == "sent" && told.state != "sent";
    row->state = told.state;
    row->reason = told.answer.reason;
    row->words = told.answer.words;
    row->answered_by_name = told.answer.by_name;
    row->answered_at = told.answered_at;
    if (row->kind == a_referral)
        static_cast<Progress&>(*row) = *told.answer.referral;
    store::update_row(context.store, *row);
    note(context, row->id);
    if (row->kind == a_referral || !is_first)
        return;
    if (row->state == "accepted")
        cases::close_handed_over(context, row->case_id);
    else
        cases::set_hand_over(context, row->case_id, std::nullopt);
}

} // namespace

void tell_sent(Context& context, const SentRow& row, const Bundle& bundle)
{
    network::post(context, row.to_city, kind_of_sent, to_json(SentBox{row.id, row.due_on, bundle}));
}

void tell_withdrawn(Context& context, const SentRow& row)
{
    network::post(context, row.to_city, kind_of_withdrawn, to_json(WithdrawnBox{row.id}));
}

void tell_answer(Context& context, const ReceivedRow& row)
{
    AnswerBox answer{row.answered_by_name, row.reason, row.words, std::nullopt};
    if (row.kind == a_referral)
        answer.referral = static_cast<const Progress&>(row);
    network::post(context, row.from_city, kind_of_answer,
                  to_json(AnswerParcel{row.id, row.state, row.answered_at, std::move(answer)}));
}

std::vector<core::Receiver> receivers()
{
    using core::Where;
    return {{kind_of_sent, Where::city, take_sent},
            {kind_of_withdrawn, Where::city, take_withdrawn},
            {kind_of_answer, Where::city, take_answer}};
}

} // namespace handovers
