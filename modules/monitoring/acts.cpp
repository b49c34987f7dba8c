// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

#include "core/house.h"
#include "monitoring/add_up.h"
#include "monitoring/count.h"
#include "monitoring/entry_rows.h"
#include "monitoring/indicator.h"
#include "monitoring/periods.h"
#include "monitoring/personal_codes.h"
#include "monitoring/quality.h"
#include "monitoring/rows.h"
#include "monitoring/rules.h"
#include "monitoring/sent.h"
#include "monitoring/statement.h"
#include "monitoring/suppress.h"
#include "network/network.h"

namespace monitoring {

using core::Context;

namespace {

Figures count(Context& context, Period period)
{
    return count_all(context.store, indicators(context.catalogue()),
                     lists_of(context.catalogue(), context.city().slug), period, context.today());
}

// As figures may leave the city: without what stays there, and with small numbers suppressed.
void protect(const core::Catalogue& catalogue, Figures& figures)
{
    std::erase_if(figures.values, [&](const Value& value) {
        return find_indicator(catalogue, value.indicator)->stays_in_city(value.breakdown);
    });
    suppress(figures.values);
}

// Of those whom one équipe alone reads, nobody else sees small numbers, totals among them.
void protect_guarded(const core::Catalogue& catalogue, std::vector<Value>& values)
{
    const auto first = std::stable_partition(values.begin(), values.end(), [&](const Value& value) {
        return !find_indicator(catalogue, value.indicator)->definition.guarded;
    });
    std::vector<Value> guarded(std::make_move_iterator(first),
                               std::make_move_iterator(values.end()));
    values.erase(first, values.end());
    suppress_with_totals(guarded);
    std::move(guarded.begin(), guarded.end(), std::back_inserter(values));
}

Statement as_statement(const StatementCard& card, Figures figures)
{
    return {.id = card.id,
            .city = card.city,
            .period = card.period,
            .version = card.version,
            .as_of = card.submitted_at,
            .submitted_at = card.submitted_at,
            .submitted_by_name = card.submitted_by_name,
            .narrative = card.narrative,
            .progress = card.progress,
            .deviations = card.deviations,
            .problems = card.problems,
            .networks = card.networks,
            .release = card.release,
            .reopened_because = card.reopened_because,
            .quality = card.quality,
            .completeness = card.completeness,
            .unremarked = card.unremarked,
            .punctuality = card.punctuality,
            .late_days = card.late_days,
            .journal_sequence = card.journal_sequence,
            .journal_hash = card.journal_hash,
            .hash = card.hash,
            .signature = card.signature,
            .received_at = card.received_at,
            .values = std::move(figures.values),
            .left_out = std::move(figures.left_out)};
}

// The next version of a city's statement for a quarter, as far as it can be said before it is
// submitted; its figures as they leave the city.
struct Draft {
    StatementCard card;
    Figures figures;
    bool is_frozen = false; // a version is there, and nobody has reopened it
};

Draft draft_of(Context& context, Period period)
{
    Draft draft;
    draft.figures = count(context, period);
    auto& card = draft.card;
    card.city = context.city().slug;
    card.period = to_string(period);
    card.release = network::release_of(context.catalogue());
    const auto versions = versions_of(context.store, card.city, card.period);
    card.version = versions.empty() ? 1 : versions.back().version + 1;
    const auto reopening =
        open_reopening(standing(entries_of(context.store, card.city, card.period)), versions);
    draft.is_frozen = !versions.empty() && !reopening;
    if (reopening)
        card.reopened_because = reopening->words;

    const auto first =
        versions.empty() ? context.today() : local_date(versions.front().submitted_at);
    const auto& all = rules(context.catalogue());
    const auto quality = quality_of(all, draft.figures, first.days - all.due_on(period).days);
    card.quality = quality.score;
    card.completeness = quality.completeness;
    card.unremarked = quality.unremarked;
    card.punctuality = quality.punctuality;
    card.late_days = quality.late_days;
    protect(context.catalogue(), draft.figures);
    leave_out_zeros(draft.figures.values);
    return draft;
}

// "1795468500000.01900000-…": the last line of the page before.
std::string write_cursor(const StatementCard& card)
{
    return std::to_string(card.submitted_at.milliseconds) + "." + to_string(card.id);
}

Cursor read_cursor(const std::string& text)
{
    const auto dot = std::min(text.find('.'), text.size());
    Cursor cursor;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + dot, cursor.submitted_at.milliseconds);
    const auto id = dot < text.size() ? parse_id<Statement>(text.substr(dot + 1)) : std::nullopt;
    if (error != std::errc() || end != text.data() + dot || !id)
        refuse("after", "monitoring.cursor");
    cursor.id = *id;
    return cursor;
}

} // namespace

// ---- how it is counted

DefinitionList list_indicators(Context& context)
{
    DefinitionList list;
    for (const auto& indicator : indicators(context.catalogue()))
        list.items.push_back(indicator.definition);
    return list;
}

Definition get_indicator(Context& context, const GetIndicator& wish)
{
    const auto* indicator = find_indicator(context.catalogue(), wish.code);
    if (indicator == nullptr)
        throw not_found();
    return indicator->definition;
}

// ---- a city

namespace {

std::vector<CityTarget> targets_in(Context& context, const Period& period)
{
    std::vector<CityTarget> targets;
    for (const auto& target : network::targets_of(context, parts(period.begins).year))
        targets.push_back({target.city, target.indicator, target.value});
    return targets;
}

} // namespace

Board show_board(Context& context, const ForPeriod& wish)
{
    const bool exact = context.actor.roles.any_of(core::city_coordinator);
    const auto period =
        exact ? get_period(wish.period) : get_finished_quarter(context, wish.period);
    auto figures = count(context, period);
    if (!exact)
        protect(context.catalogue(), figures);
    else if (!context.scope().sees_guarded)
        protect_guarded(context.catalogue(), figures.values);
    leave_out_zeros(figures.values);
    return {.period = to_string(period),
            .as_of = context.now,
            .protected_cells = !exact,
            .values = std::move(figures.values),
            .left_out = std::move(figures.left_out),
            .targets = targets_in(context, period)};
}

Statement preview_statement(Context& context, const ForPeriod& wish)
{
    auto draft = draft_of(context, get_finished_quarter(context, wish.period));
    draft.card.submitted_at = context.now;
    auto preview = as_statement(draft.card, std::move(draft.figures));
    preview.id.reset();
    preview.submitted_at.reset();
    preview.submitted_by_name.reset();
    preview.journal_sequence.reset();
    preview.journal_hash.reset();
    preview.hash.reset();
    preview.is_frozen = draft.is_frozen;
    return preview;
}

Statement submit_statement(Context& context, const SubmitStatement& wish)
{
    const auto period = get_finished_quarter(context, wish.period);
    refuse_personal_codes("progress", wish.progress);
    refuse_personal_codes("deviations", wish.deviations);
    refuse_personal_codes("problems", wish.problems);
    refuse_personal_codes("networks", wish.networks);
    auto draft = draft_of(context, period);
    auto& card = draft.card;
    if (draft.is_frozen)
        throw Problem(409, "monitoring.frozen", {{"version", std::to_string(card.version - 1)}});

    const auto head = core::head_of_journal(context.store);
    card.id = wish.id;
    card.submitted_at = context.now;
    card.submitted_by = context.actor.account;
    card.submitted_by_name = context.actor.name;
    card.progress = wish.progress;
    card.deviations = wish.deviations;
    card.problems = wish.problems;
    card.networks = wish.networks;
    card.journal_sequence = head.sequence;
    card.journal_hash = head.hash;
    const auto text = canonical_text(card, draft.figures.values, draft.figures.left_out);
    card.hash = hash_of(text);
    const auto signature = network::sign_to_keep(context, text);
    card.public_key = signature.key;
    card.signature = signature.text;
    insert_statement(context.store, card, draft.figures.values, draft.figures.left_out);
    send(context, SentStatement{card, draft.figures.values, draft.figures.left_out});
    return as_statement(card, std::move(draft.figures));
}

// ---- statements, in the city and in the network

StatementList list_statements(Context& context, const ListStatements& wish)
{
    Chosen chosen{.period = wish.period,
                  .city = wish.city,
                  .after = std::nullopt,
                  .limit = wish.limit.value_or(50)};
    if (wish.period)
        chosen.period = to_string(get_period(*wish.period));
    if (wish.after)
        chosen.after = read_cursor(*wish.after);
    const auto limit = static_cast<std::size_t>(chosen.limit);
    ++chosen.limit; // one more tells whether there is a next page
    StatementList list;
    list.items = list_cards(context.store, chosen);
    if (list.items.size() > limit) {
        list.items.resize(limit);
        list.next = write_cursor(list.items.back());
    }
    return list;
}

Statement get_statement(Context& context, const GetStatement& wish)
{
    const auto card = find_statement(context.store, wish.id);
    if (!card)
        throw not_found();
    auto statement = as_statement(
        *card, {values_of(context.store, wish.id), left_out_of(context.store, wish.id)});
    statement.is_latest = card->version == last_version(context.store, card->city, card->period);
    return statement;
}

std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction)
{
    const auto card = find_newest(transaction);
    if (!card)
        return std::nullopt;
    return core::JournalHead{card->journal_sequence, card->journal_hash};
}

std::optional<core::JournalHead> last_stated_head(store::Transaction& transaction,
                                                  const std::string& city)
{
    Chosen chosen;
    chosen.city = city;
    chosen.limit = 1;
    const auto cards = list_cards(transaction, chosen);
    if (cards.empty())
        return std::nullopt;
    return core::JournalHead{cards.front().journal_sequence, cards.front().journal_hash};
}

// ---- the network

NetworkBoard show_network_board(Context& context, const ForPeriod& wish)
{
    const auto period = get_period(wish.period);
    NetworkBoard board;
    board.period = to_string(period);

    std::map<std::string, Stated> stated;
    for (auto& one : latest_of_period(context.store, board.period))
        stated.emplace(one.card.city, std::move(one));
    for (const auto& city : context.catalogue().cities()) {
        auto& line = board.cities.emplace_back();
        line.city = city.slug;
        const auto found = stated.find(city.slug);
        if (found == stated.end())
            continue;
        const auto& card = found->second.card;
        line.statement = StatedBy{card.id, card.version, card.submitted_at, card.hash};
        line.values = std::move(found->second.totals);
    }
    std::vector<std::vector<Value>> totals;
    for (const auto& line : board.cities)
        totals.push_back(line.values);
    board.network = add_up(context.catalogue(), totals);
    board.targets = targets_in(context, period);
    return board;
}

} // namespace monitoring
