// SPDX-License-Identifier: EUPL-1.2
// Returns due and late, reopened, accepted and chased.
#include "monitoring/returns.h"

#include <algorithm>
#include <map>

#include "core/house.h"
#include "monitoring/entry_rows.h"
#include "monitoring/periods.h"
#include "monitoring/personal_codes.h"
#include "monitoring/rows.h"
#include "monitoring/sent.h"
#include "monitoring/writing.h"

using core::Context;

namespace monitoring {

// ---- writing an entry

Entry new_entry(Context& context, const Id<Entry>& id, const std::string& kind,
                const std::string& city, const std::string& period)
{
    Entry entry;
    entry.id = id;
    entry.kind = kind;
    entry.side = context.actor.store == core::network_slug ? side_of_network : side_of_city;
    entry.city = city;
    entry.period = period;
    entry.author = context.actor.account;
    entry.author_name = context.actor.name;
    entry.written_at = context.now;
    return entry;
}

void write_entry(Context& context, const Entry& entry)
{
    insert_entry(context.store, entry);
    send(context, entry);
}

std::vector<Entry> standing_of(Context& context, const std::string& city, const std::string& period)
{
    return standing(entries_of(context.store, city, period));
}

StatementCard get_latest(Context& context, const Id<Statement>& id)
{
    const auto card = find_statement(context.store, id);
    if (!card)
        throw not_found();
    const auto last = last_version(context.store, card->city, card->period);
    if (card->version != last)
        throw Problem(409, "monitoring.not_the_latest", {{"version", std::to_string(last)}});
    return *card;
}

// ---- due and late

ReturnRules get_rules(Context& context)
{
    const auto& all = rules(context.catalogue());
    return {.due_days = all.due_days,
            .due = all.due,
            .programme = all.programme,
            .programme_ends = all.programme_ends,
            .quality = all.quality,
            .quality_parts = all.quality_parts,
            .checks = all.checks,
            .live_codes = all.live_codes,
            .live = all.live,
            .forecast = all.forecast};
}

namespace {

// Of cities for one quarter, in the order of the catalogue.
void add_returns(Context& context, Period quarter, const std::vector<std::string>& cities,
                 ReturnList& list)
{
    const auto period = to_string(quarter);
    std::map<std::string, std::vector<Entry>> written;
    for (auto& entry : standing(entries_of_period(context.store, period)))
        written[entry.city].push_back(std::move(entry));
    for (const auto& city : cities) {
        auto line = return_of(rules(context.catalogue()), city, quarter, context.today(),
                              versions_of(context.store, city, period), written[city]);
        if (line.due_on < context.today()) {
            ++list.due;
            list.on_time += line.version && line.late_days == 0 ? 1 : 0;
        }
        list.items.push_back(std::move(line));
    }
}

} // namespace

ReturnList list_returns(Context& context, const ListReturns& wish)
{
    ReturnList list;
    const bool in_network = context.actor.store == core::network_slug;
    std::vector<std::string> cities;
    if (in_network)
        for (const auto& city : context.catalogue().cities())
            cities.push_back(city.slug);
    else
        cities.push_back(context.city().slug);

    auto quarters = rules(context.catalogue()).quarters_asked(context.today());
    if (wish.period)
        quarters = {get_finished_quarter(context, *wish.period)};
    else if (in_network)
        quarters.resize(1);
    for (const auto& quarter : quarters)
        add_returns(context, quarter, cities, list);
    return list;
}

// ---- reopened, accepted, chased

Entry reopen_statement(Context& context, const ReopenStatement& wish)
{
    const auto card = get_latest(context, wish.statement);
    refuse_personal_codes("reason", wish.reason);
    const auto versions = versions_of(context.store, card.city, card.period);
    if (open_reopening(standing_of(context, card.city, card.period), versions))
        throw Problem(409, "monitoring.already_reopened");

    auto entry = new_entry(context, wish.id, "reopening", card.city, card.period);
    entry.statement = card.id;
    entry.words = wish.reason;
    write_entry(context, entry);
    return entry;
}

Entry accept_statement(Context& context, const AcceptStatement& wish)
{
    const auto card = get_latest(context, wish.statement);
    const auto entries = standing_of(context, card.city, card.period);
    if (acceptance_of(entries, card.id))
        throw Problem(409, "monitoring.already_accepted");
    if (open_reopening(entries, versions_of(context.store, card.city, card.period)))
        throw Problem(409, "monitoring.being_corrected");
    if (const auto open = open_questions(entries).size(); open > 0)
        throw Problem(409, "monitoring.questions_open", {{"n", std::to_string(open)}});

    auto entry = new_entry(context, wish.id, "acceptance", card.city, card.period);
    entry.statement = card.id;
    write_entry(context, entry);
    return entry;
}

Entry remind(Context& context, const Remind& wish)
{
    const auto period = to_string(get_finished_quarter(context, wish.period));
    refuse_personal_codes("words", wish.words);
    const auto versions = versions_of(context.store, wish.city, period);
    const auto entries = standing_of(context, wish.city, period);
    const bool owed =
        versions.empty() || open_reopening(entries, versions) || !open_questions(entries).empty();
    if (!owed)
        throw Problem(409, "monitoring.nothing_owed");

    auto entry = new_entry(context, wish.id, "reminder", wish.city, period);
    entry.words = wish.words;
    write_entry(context, entry);
    return entry;
}

// ---- taken back

namespace {

// What others have built on is not taken back.
void check_may_be_taken_back(Context& context, const Entry& entry,
                             const std::vector<Entry>& entries)
{
    if (entry.kind == "reopening") {
        const auto open =
            open_reopening(entries, versions_of(context.store, entry.city, entry.period));
        if (!open || open->id != entry.id)
            throw Problem(409, "monitoring.corrected_meanwhile");
    }
    if (!entry.thread || entry.kind == "closing")
        return;
    const auto thread = thread_of(entries, *entry.thread);
    if (state_of_question(thread) == "closed")
        throw Problem(409, "monitoring.question_closed");
    if (entry.kind == "question" && thread.size() > 1)
        throw Problem(409, "monitoring.answered_meanwhile");
}

void take_back_entry(Context& context, const Id<Entry>& id)
{
    const auto entry = find_entry(context.store, id);
    const auto own = context.actor.store == core::network_slug ? side_of_network : side_of_city;
    if (!entry || entry->side != own || entry->kind == "taking_back")
        throw not_found();
    const auto entries = standing_of(context, entry->city, entry->period);
    const bool stands =
        std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == id; });
    if (!stands) // taken back before
        return;
    check_may_be_taken_back(context, *entry, entries);

    auto taking = new_entry(context, Id<Entry>(named_uuid("taken back " + to_string(id))),
                            "taking_back", entry->city, entry->period);
    taking.undoes = id;
    write_entry(context, taking);
}

} // namespace

void take_back(Context& context, const TakeBack& wish) { take_back_entry(context, wish.id); }

void take_back_of_network(Context& context, const TakeBackOfNetwork& wish)
{
    take_back_entry(context, wish.id);
}

} // namespace monitoring
