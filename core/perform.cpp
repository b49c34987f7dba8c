// SPDX-License-Identifier: EUPL-1.2
// Doing an act in a transaction, with what is written beside it: the receipt and the journal line.
#include "core/asked.h"
#include "core/rows.h"
#include "store/seal.h"

namespace core {

std::string text_of(const std::optional<Uuid>& uuid)
{
    return uuid ? to_string(*uuid) : std::string();
}

JournalLine journal_line(Instant now, bool known, const Actor& actor, const std::string& act,
                         const std::string& purpose, const std::string& outcome)
{
    JournalLine line;
    line.at = now;
    line.actor = known ? to_string(actor.account) : "guest";
    line.act = act;
    line.purpose = purpose;
    line.outcome = outcome;
    return line;
}

std::string mark_of(const store::Seal& seal, const Wish& wish)
{
    return seal.mark("receipt", wish.text);
}

namespace {

// What is being done, and in whose name.
struct Work {
    const Act& act;
    const Wish& wish;
    std::optional<Uuid> receipt; // under which it is kept that this was done
    std::string input_mark;
    std::string worker; // an account, or "guest"
};

// A request that was carried out before is answered as it was then, and changes nothing. Throws
// where the id was used for something else, or where the answer is too old to be known still.
std::optional<Answer> answer_again(store::Transaction& transaction, const Work& work)
{
    if (!work.receipt)
        return std::nullopt;
    auto receipt = find_receipt(transaction, work.act.name, *work.receipt);
    if (!receipt)
        return std::nullopt;
    if (receipt->actor != work.worker || receipt->input != work.input_mark)
        throw Problem(409, "core.id_taken");
    if (!receipt->answer)
        throw Problem(409, "core.done_before");
    return Answer{std::move(*receipt->answer), "", 0};
}

struct Done {
    Answer answer;
    bool repeated = false;
};

// Few requests are sent twice: whether this one was is asked first only where the batch is done
// carefully. Elsewhere it is found out by what stands in the way, the receipt at the latest.
Done do_once(Context& context, const Work& work)
{
    auto& transaction = context.store;
    const bool careful = transaction.pass() == store::Pass::careful;
    if (careful)
        if (auto again = answer_again(transaction, work))
            return {std::move(*again), true};
    try {
        return {work.wish.act(context), false};
    } catch (const Problem&) {
        if (careful || transaction.has_written())
            throw;
        if (auto again = answer_again(transaction, work))
            return {std::move(*again), true};
        throw;
    }
}

void leave_receipt(Context& context, const Work& work, const Answer& answer)
{
    if (work.receipt && !context.problem())
        insert_receipt(context.store, work.act.name, *work.receipt,
                       {work.worker, work.input_mark, answer.text}, context.now);
}

void point_line(JournalLine& line, const Context& context, const Wish& wish)
{
    line.thing = text_of(context.thing() ? context.thing() : wish.id);
    line.person = text_of(context.person() ? context.person() : wish.person);
}

} // namespace

void House::perform(Asked& asked, store::Transaction& transaction)
{
    const auto& act = *asked.act;
    asked.answer = {};
    asked.headers.clear();
    asked.problem.reset();
    Context context(*this, transaction, asked.place->kept, asked.actor, asked.request, asked.now);
    const Work work{act, asked.wish, asked.receipt, asked.input_mark,
                    asked.known ? to_string(asked.actor.account) : "guest"};
    auto done = do_once(context, work);
    asked.answer = std::move(done.answer);
    if (done.repeated)
        return;
    asked.headers = context.headers();
    asked.problem = context.problem();

    auto line = journal_line(asked.now, asked.known, asked.actor, act.name, asked.purpose,
                             asked.problem ? asked.problem->code : asked.outcome);
    point_line(line, context, asked.wish);
    if (act.writes) {
        append_to_journal(transaction, line);
        leave_receipt(context, work, asked.answer);
    } else if (act.discloses || (act.guests && !act.published)) {
        asked.line = std::move(line);
    }
}

std::string House::perform_inside(Context& outer, Kept& kept, const Actor& worker,
                                  std::string_view name, std::string_view input,
                                  const std::string& purpose)
{
    const auto* act = find_act(name);
    ENSURE(act && !act->guests && !act->takes);
    if (!may_ask(outer.actor, *act) || !may_ask(worker, *act))
        throw not_found();
    const auto& lists = catalogue_of(outer.actor.store).lists_of(outer.actor.store);
    ENSURE(!act->discloses || lists.has("access_purpose", purpose));

    const auto document = JsonDocument::parse(input);
    Reading reading{lists, outer.now, false, {}};
    const auto wish = act->read(reading, document.root());
    ENSURE(!wish.before);
    Context context(*this, outer.store, kept, worker, outer.request, outer.now);
    const Work work{*act, wish, act->receipts ? wish.id : std::nullopt,
                    mark_of(outer.store.seal(), wish), to_string(worker.account)};
    auto done = do_once(context, work);
    ENSURE(!context.problem());
    if (done.repeated)
        return std::move(done.answer.text);

    auto line = journal_line(outer.now, true, outer.actor, act->name, purpose, "done");
    point_line(line, context, wish);
    if (act->writes || act->discloses)
        append_to_journal(outer.store, line);
    if (act->writes)
        leave_receipt(context, work, done.answer);
    return std::move(done.answer.text);
}

std::string Context::perform(std::string_view act, std::string_view input,
                             const std::string& purpose, const Actor& worker)
{
    return house.perform_inside(*this, kept_, worker, act, input, purpose);
}

} // namespace core
