// SPDX-License-Identifier: EUPL-1.2
// The chores. Each looks beside the writers, where the slow work is done too and other machines are
// spoken to; what came of it is then written. Done again after a fault it changes nothing: a city's
// encodings come in place of its earlier ones, and a count that was not written is made again.
#include <algorithm>
#include <cmath>

#include "core/house.h"
#include "core/log.h"
#include "headcount/acts.h"
#include "headcount/city.h"
#include "headcount/news.h"
#include "headcount/servers.h"
#include "store/rows.h"

using core::Context;

namespace headcount {

namespace {

using Work = std::function<std::vector<Uuid>(Context&)>;

constexpr double noise_epsilon = 1;
constexpr std::size_t links_max_with_noise = 3;
constexpr std::size_t cities_min = 2;

bool all_open(const Servers& all, const Attempt& attempt)
{
    return all.a.is_open(attempt) && all.b.is_open(attempt) && all.counter.is_open(attempt);
}

// ---- in a city

Work note_sent(const InvitationRow& sent)
{
    return [sent](Context& writing) -> std::vector<Uuid> {
        auto row = find_invitation(writing.store, sent.id);
        if (!row || row->attempt != sent.attempt)
            return {};
        row->sent_attempt = sent.sent_attempt;
        row->sent_persons = sent.sent_persons;
        row->sent_encodings = sent.sent_encodings;
        row->sent_at = sent.sent_at;
        store::update_row(writing.store, *row);
        return {row->id};
    };
}

// Through the two key servers, and to where they are compared. Nothing is sent where the keys are
// not there yet, or not any more: the next minute tries again.
Work send(Context& context, InvitationRow row)
{
    const Attempt attempt{Uuid(row.id), row.attempt};
    const auto all = servers();
    if (!all_open(all, attempt))
        return {};
    const auto& city = context.actor.store;
    const auto prepared = prepare(context, row.period_from, row.period_until);
    const once::Blinding blinding(once::texts_to_blind(prepared));
    const auto evaluated =
        all.b.evaluate(attempt, city, all.a.evaluate(attempt, city, blinding.elements()));
    const auto parcel = once::pack(prepared, blinding.finish(evaluated));
    all.counter.receive(attempt, city, once::write_parcel(parcel));
    row.sent_attempt = row.attempt;
    row.sent_persons = static_cast<int>(prepared.persons.size());
    row.sent_encodings = static_cast<int>(blinding.elements().size()) - 1; // less the probe
    row.sent_at = context.now;
    return note_sent(row);
}

// The city has thought better of it.
Work take_back(Context& context, InvitationRow row)
{
    servers().counter.give_back(Uuid(row.id), context.actor.store);
    row.sent_attempt = 0;
    row.sent_persons.reset();
    row.sent_encodings.reset();
    row.sent_at.reset();
    return note_sent(row);
}

Work look_in_city(Context& context)
{
    for (const auto& row : counting_invitations(context.store)) {
        const bool takes_part = row.takes_part == true;
        Work work;
        if (takes_part && row.sent_attempt < row.attempt)
            work = send(context, row);
        else if (!takes_part && row.sent_attempt > 0)
            work = take_back(context, row);
        if (work)
            return work;
    }
    return {};
}

// ---- in the network's store

// False: one of the three was not reached; the next minute tries again.
bool destroy(const Uuid& round)
{
    const auto all = servers();
    bool done = true;
    const auto try_to = [&](auto& server) {
        try {
            server.destroy(round);
        } catch (const std::exception& error) {
            core::log(core::Level::warning, "headcount_not_destroyed",
                      {{"round", to_string(round)}, {"why", error.what()}});
            done = false;
        }
    };
    try_to(all.a);
    try_to(all.b);
    try_to(all.counter);
    return done;
}

Work note_destroyed(const Id<Round>& id)
{
    return [id](Context& writing) -> std::vector<Uuid> {
        auto row = find_round(writing.store, id);
        if (!row || row->destroyed_at)
            return {};
        row->destroyed_at = writing.now;
        change(writing, *row);
        return {id};
    };
}

int whole(double value) { return static_cast<int>(std::lround(value)); }

void put_figures(RoundRow& row, const once::Estimate& made)
{
    row.persons = whole(made.persons);
    row.low = std::min(whole(made.low), *row.persons);
    row.high = std::max(whole(made.high), *row.persons);
    row.sum_of_cities = whole(made.sum);
    row.not_taking_part = whole(made.apart);
    // Rounded to tens: what lies between the pairs of cities that are told is no small number.
    row.links = whole(made.links / 10) * 10;
    row.mistaken = whole(made.mistaken);
    row.recall_percent = whole(made.recall * 100);
    row.measured_on = whole(made.known);
}

std::vector<PairRow> pairs_told(const Id<Round>& round, const std::vector<AnswerRow>& answers,
                                const once::Overlap& overlap)
{
    std::vector<PairRow> rows;
    const auto told = once::links_told(overlap);
    for (std::size_t i = 0; i < answers.size(); ++i)
        for (std::size_t j = i + 1; j < answers.size(); ++j)
            if (told[i][j]) {
                const auto& city = answers[i].city;
                const auto& other = answers[j].city;
                const auto name = "headcount pair " + to_string(round) + " " + city + " " + other;
                rows.push_back(
                    {Id<PairRow>(named_uuid(name)), round, city, other, whole(*told[i][j])});
            }
    return rows;
}

// Work may run again: it changes nothing that it was given.
Work begin(const RoundRow& row, int attempt)
{
    return [row, attempt](Context& writing) -> std::vector<Uuid> {
        auto now = find_round(writing.store, row.id);
        if (!now || now->state != is_counting || now->attempt != row.attempt)
            return {};
        now->attempt = attempt;
        change(writing, *now);
        return {row.id};
    };
}

// Whether nobody has thought better of it while it was being compared.
bool stands(Context& writing, const RoundRow& row, const std::vector<AnswerRow>& answers)
{
    const auto now = find_round(writing.store, row.id);
    return now && now->state == is_counting && now->attempt == row.attempt &&
           std::all_of(answers.begin(), answers.end(), [&](const AnswerRow& one) {
               const auto said = find_answer(writing.store, row.id, one.city);
               return said && said->takes_part;
           });
}

// Where it does not stand any more, its keys are gone already: it begins again.
Work write_count(const RoundRow& counted, const RoundRow& before,
                 const std::vector<AnswerRow>& answers, const std::vector<PairRow>& pairs)
{
    return [counted, before, answers, pairs](Context& writing) -> std::vector<Uuid> {
        if (!stands(writing, before, answers))
            return {};
        for (const auto& answer : answers)
            store::update_row(writing.store, answer);
        for (const auto& pair : pairs)
            store::insert_row(writing.store, pair);
        auto row = counted;
        change(writing, row);
        return {row.id};
    };
}

Work count(Context& context, const RoundRow& before, std::vector<AnswerRow> answers)
{
    const auto all = servers();
    const Attempt attempt{Uuid(before.id), before.attempt};
    auto row = before;
    std::vector<std::string> cities;
    for (const auto& answer : answers)
        cities.push_back(answer.city);
    auto overlap = all.counter.compare(attempt, cities, row.noise ? links_max_with_noise : 0);
    // Of so few the number itself would tell: chance hides it, whether it was asked for or not.
    if (!row.noise && overlap.all_links < once::links_told_min) {
        row.noise = true;
        overlap = all.counter.compare(attempt, cities, links_max_with_noise);
    }
    put_figures(row, once::estimate(overlap, row.noise ? noise_epsilon : 0));
    for (std::size_t i = 0; i < answers.size(); ++i) {
        answers[i].persons = whole(overlap.cities[i].persons);
        answers[i].evaluated = all.a.evaluated(attempt, answers[i].city);
        answers[i].arrived_attempt = attempt.number;
    }
    row.state = is_counted;
    row.ended_at = context.now;
    if (destroy(attempt.round))
        row.destroyed_at = context.now;
    const auto pairs = pairs_told(row.id, answers, overlap);
    return write_count(row, before, answers, pairs);
}

Work note_arrivals(const RoundRow& row, const std::set<std::string>& received)
{
    return [row, received](Context& writing) -> std::vector<Uuid> {
        for (auto& answer : answers_of(writing.store, row.id)) {
            answer.arrived_attempt = received.contains(answer.city) ? row.attempt : 0;
            store::update_row(writing.store, answer);
        }
        return {row.id};
    };
}

// Keys that were drawn once and are gone were so with the program that held them.
Work carry_on(Context& context, const RoundRow& row)
{
    const auto all = servers();
    const Attempt attempt{Uuid(row.id), row.attempt};
    if (!all_open(all, attempt)) {
        const Attempt next{attempt.round, attempt.number + 1};
        all.a.open(next);
        all.b.open(next);
        all.counter.open(next);
        return begin(row, next.number);
    }
    auto answers = answers_of(context.store, row.id);
    std::erase_if(answers, [](const AnswerRow& one) { return !one.takes_part; });
    const auto received = all.counter.received(attempt);
    const auto arrived = [&](const AnswerRow& one) { return received.contains(one.city); };
    if (answers.size() >= cities_min && std::all_of(answers.begin(), answers.end(), arrived))
        return count(context, row, std::move(answers));
    const bool is_news = std::any_of(answers.begin(), answers.end(), [&](const AnswerRow& one) {
        return arrived(one) != (one.arrived_attempt == row.attempt);
    });
    return is_news ? note_arrivals(row, received) : Work();
}

Work look_in_network(Context& context)
{
    for (const auto& row : rounds_with_keys(context.store)) {
        const bool is_over = row.state == is_counted || row.state == is_broken_off;
        if (is_over && destroy(row.id))
            return note_destroyed(row.id);
        if (row.state != is_counting)
            continue;
        if (auto work = carry_on(context, row))
            return work;
    }
    return {};
}

} // namespace

std::function<std::vector<Uuid>(Context&)> exchange(Context& context)
{
    return context.actor.store == core::network_slug ? look_in_network(context)
                                                     : look_in_city(context);
}

std::vector<Uuid> tell(Context& context)
{
    if (context.actor.store == core::network_slug)
        tell_whoever_is_behind(context);
    return {};
}

} // namespace headcount
