// SPDX-License-Identifier: EUPL-1.2
// What the direction does: a round from its opening to the number.
#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "headcount/acts.h"
#include "headcount/news.h"
#include "headcount/rows.h"
#include "headcount/servers.h"
#include "network/network.h"
#include "store/rows.h"

using core::Context;

namespace headcount {

namespace {

constexpr int shown_max = 40;
constexpr int cities_min = 2;

RoundRow get_row(Context& context, const Id<Round>& id)
{
    auto row = find_round(context.store, id);
    if (!row)
        throw not_found();
    return *row;
}

using Cities = std::vector<std::string>;

Cities cities_reached(Context& context)
{
    Cities cities;
    for (const auto& city : context.catalogue().cities())
        if (network::is_reached(context, city.slug))
            cities.push_back(city.slug);
    return cities;
}

// Every city that is reached, and those that have answered.
std::vector<CityAnswer> cities_of(Context& context, const RoundRow& row, const Cities& reached)
{
    std::vector<CityAnswer> all;
    for (const auto& city : reached)
        all.push_back({city, {}, {}, {}, {}, false});
    for (const auto& answer : answers_of(context.store, row.id)) {
        auto found = std::find_if(all.begin(), all.end(),
                                  [&](const CityAnswer& one) { return one.city == answer.city; });
        if (found == all.end())
            found = all.insert(all.end(), {answer.city, {}, {}, {}, {}, false});
        const bool arrived =
            row.state == is_counting && row.attempt > 0 && answer.arrived_attempt == row.attempt;
        *found = {answer.city,    answer.takes_part, answer.answered_at,
                  answer.persons, answer.evaluated,  arrived};
    }
    return all;
}

Round round_of(Context& context, const RoundRow& row, const Cities& reached)
{
    Round round;
    static_cast<Figures&>(round) = row;
    round.id = row.id;
    round.period_from = row.period_from;
    round.period_until = row.period_until;
    round.answer_by = row.answer_by;
    round.noise = row.noise;
    round.state = row.state;
    round.opened_by_name = access::name_of(context, row.opened_by);
    round.opened_at = row.opened_at;
    round.counting_at = row.counting_at;
    round.ended_at = row.ended_at;
    round.destroyed_at = row.destroyed_at;
    round.separate = servers().separate;
    round.cities = cities_of(context, row, reached);
    for (const auto& pair : pairs_of(context.store, row.id))
        round.pairs.push_back({pair.city, pair.other_city, pair.links});
    return round;
}

Round round_of(Context& context, const RoundRow& row)
{
    return round_of(context, row, cities_reached(context));
}

// Cities on machines of their own send to servers that both can reach.
void check_servers(Context& context, const std::vector<AnswerRow>& answers)
{
    if (servers().separate)
        return;
    std::string names;
    for (const auto& answer : answers)
        if (answer.takes_part && context.house.find_place(answer.city) == nullptr)
            names += (names.empty() ? "" : ", ") + context.catalogue().find_city(answer.city)->name;
    if (!names.empty())
        throw Problem(409, "headcount.servers_wanted", {{"cities", names}});
}

} // namespace

Round open_round(Context& context, const OpenRound& wish)
{
    if (wish.period_until < wish.period_from)
        refuse("period_until", "headcount.ends_before");
    if (wish.period_until >= context.today())
        refuse("period_until", "headcount.not_over");
    if (wish.answer_by < context.today())
        refuse("answer_by", "headcount.in_the_past");

    RoundRow row;
    row.id = wish.id;
    row.period_from = wish.period_from;
    row.period_until = wish.period_until;
    row.answer_by = wish.answer_by;
    row.noise = wish.noise.value_or(false);
    row.opened_by = context.actor.account;
    row.opened_at = context.now;
    store::insert_row(context.store, row);
    change(context, row);
    return round_of(context, row);
}

Rounds list_rounds(Context& context)
{
    Rounds rounds;
    const auto reached = cities_reached(context);
    for (const auto& row : newest_rounds(context.store, shown_max))
        rounds.items.push_back(round_of(context, row, reached));
    return rounds;
}

Round get_round(Context& context, const RoundPath& wish)
{
    return round_of(context, get_row(context, wish.id));
}

Round start_count(Context& context, const AnsweredRoundPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.state == is_counting)
        return round_of(context, row);
    if (row.state != is_open)
        throw Problem(409, "headcount.over");
    const auto answers = answers_of(context.store, row.id);
    if (std::count_if(answers.begin(), answers.end(),
                      [](const AnswerRow& one) { return one.takes_part; }) < cities_min)
        throw Problem(409, "headcount.too_few_cities");
    check_servers(context, answers);
    for (const auto& other : running_rounds(context.store))
        if (other.state == is_counting)
            throw Problem(409, "headcount.another_counts");

    row.state = is_counting; // the chore draws the keys
    row.counting_at = context.now;
    change(context, row);
    return round_of(context, row);
}

Round break_off_round(Context& context, const RoundPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.state == is_broken_off)
        return round_of(context, row);
    if (row.state == is_counted)
        throw Problem(409, "headcount.over");

    // Before it was counted there were no keys; else the chore destroys them.
    if (row.state == is_open)
        row.destroyed_at = context.now;
    row.state = is_broken_off;
    row.ended_at = context.now;
    change(context, row);
    return round_of(context, row);
}

} // namespace headcount
