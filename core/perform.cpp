// SPDX-License-Identifier: EUPL-1.2
// Doing an act in a transaction, with what is written beside it: the receipt and the journal line.
#include "core/asked.h"
#include "core/rows.h"

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

// Does the act in a transaction, and writes what is to be written with it. Few requests are sent
// twice: whether this one was is asked first only where the batch is done carefully. Elsewhere it
// is found out by what stands in the way, the receipt at the latest.
void House::perform(Asked& asked, store::Transaction& transaction)
{
    asked.answer.clear();
    asked.headers.clear();
    asked.problem.reset();
    const bool careful = transaction.pass() == store::Pass::careful;
    if (careful && answer_again(asked, transaction))
        return;
    try {
        carry_out(asked, transaction);
    } catch (const Problem&) {
        if (careful || transaction.has_written() || !answer_again(asked, transaction))
            throw;
    }
}

// A request that was carried out before is answered as it was then, and changes nothing. Throws
// where the id was used for something else, or where the answer is too old to be known still.
bool House::answer_again(Asked& asked, store::Transaction& transaction)
{
    if (!asked.receipt)
        return false;
    auto receipt = find_receipt(transaction, asked.act->name, *asked.receipt);
    if (!receipt)
        return false;
    if (receipt->actor != actor_text(asked) || receipt->input != asked.input_mark)
        throw Problem(409, "core.id_taken");
    if (!receipt->answer)
        throw Problem(409, "core.done_before");
    asked.answer = std::move(*receipt->answer);
    return true;
}

void House::carry_out(Asked& asked, store::Transaction& transaction)
{
    const auto& act = *asked.act;
    Context context(*this, transaction, asked.place->kept, asked.actor, asked.request, asked.now);
    asked.answer = asked.wish.act(context);
    asked.headers = context.headers();
    asked.problem = context.problem();

    if (act.writes) {
        append_to_journal(transaction, line_of(asked, context));
        if (asked.receipt && !asked.problem)
            insert_receipt(transaction, act.name, *asked.receipt,
                           {actor_text(asked), asked.input_mark, asked.answer}, asked.now);
    } else if (act.discloses || act.guests) {
        asked.line = line_of(asked, context);
    }
}

std::string House::actor_text(const Asked& asked)
{
    return asked.known ? to_string(asked.actor.account) : "guest";
}

JournalLine House::line_of(const Asked& asked, const Context& context) const
{
    auto line = journal_line(asked.now, asked.known, asked.actor, asked.act->name, asked.purpose,
                             context.problem() ? context.problem()->code : "done");
    line.thing = text_of(context.thing() ? context.thing() : asked.wish.id);
    line.person = text_of(context.person() ? context.person() : asked.wish.person);
    return line;
}

} // namespace core
