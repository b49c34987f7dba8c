// SPDX-License-Identifier: EUPL-1.2
#include "headcount/news.h"

#include "core/house.h"
#include "core/read_parcel.h"
#include "network/network.h"
#include "store/rows.h"

using core::Context;

namespace headcount {

namespace {

constexpr auto kind_of_round = "headcount.round";
constexpr auto kind_of_answer = "headcount.answer";

// Says all that a city may know of a round: the last one is enough.
struct RoundNews {
    static constexpr const char* title = "HeadcountRoundNews";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    std::string state;
    int attempt = 0;
    Instant opened_at;
    bool expected = false; // the network counts with this city
    std::optional<Instant> destroyed_at;
    std::optional<int> persons;
    std::optional<int> low;
    std::optional<int> high;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RoundNews::id), field("period_from", &RoundNews::period_from),
            field("period_until", &RoundNews::period_until),
            field("answer_by", &RoundNews::answer_by),
            field("state", &RoundNews::state).one_of("headcount_state"),
            field("attempt", &RoundNews::attempt), field("opened_at", &RoundNews::opened_at),
            field("expected", &RoundNews::expected),
            field("destroyed_at", &RoundNews::destroyed_at), field("persons", &RoundNews::persons),
            field("low", &RoundNews::low), field("high", &RoundNews::high));
    }
};

struct AnswerNews {
    static constexpr const char* title = "HeadcountAnswerNews";

    Id<Round> round;
    bool takes_part = false;
    Instant answered_at;

    static constexpr auto fields()
    {
        return std::tuple(field("round", &AnswerNews::round),
                          field("takes_part", &AnswerNews::takes_part),
                          field("answered_at", &AnswerNews::answered_at));
    }
};

bool is_over(const std::string& state) { return state == is_counted || state == is_broken_off; }

// ---- in the network's store

void post_news(Context& context, const RoundRow& row, const std::string& city)
{
    const auto answer = find_answer(context.store, row.id, city);
    RoundNews news;
    news.id = row.id;
    news.period_from = row.period_from;
    news.period_until = row.period_until;
    news.answer_by = row.answer_by;
    news.state = row.state;
    news.attempt = row.attempt;
    news.opened_at = row.opened_at;
    news.expected = answer && answer->takes_part;
    news.destroyed_at = row.destroyed_at;
    news.persons = row.persons;
    news.low = row.low;
    news.high = row.high;
    network::post(context, city, kind_of_round, to_json(news));
}

void tell_city(Context& context, const RoundRow& row, const std::string& city)
{
    if (!network::is_reached(context, city))
        return;
    auto told = find_told(context.store, row.id, city);
    if (told ? told->changes == row.changes : is_over(row.state))
        return;
    post_news(context, row, city);
    if (told) {
        told->changes = row.changes;
        return store::update_row(context.store, *told);
    }
    const auto name = "headcount told " + to_string(row.id) + " " + city;
    store::insert_row(context.store,
                      ToldRow{Id<ToldRow>(named_uuid(name)), row.id, city, row.changes});
}

void tell_cities(Context& context, const RoundRow& row)
{
    for (const auto& city : context.catalogue().cities())
        tell_city(context, row, city.slug);
}

void put_answer(Context& context, const AnswerNews& news, const std::string& city)
{
    auto answer = find_answer(context.store, news.round, city);
    if (answer) {
        answer->takes_part = news.takes_part;
        answer->answered_at = news.answered_at;
        return store::update_row(context.store, *answer);
    }
    AnswerRow made;
    made.id = Id<AnswerRow>(named_uuid("headcount " + to_string(news.round) + " " + city));
    made.round = news.round;
    made.city = city;
    made.takes_part = news.takes_part;
    made.answered_at = news.answered_at;
    store::insert_row(context.store, made);
}

void take_answer(Context& context, const core::Parcel& parcel)
{
    const auto news = core::read_parcel<AnswerNews>(context, parcel);
    const auto round = find_round(context.store, news.round);
    if (!round || !context.catalogue().find_city(parcel.from))
        throw not_found();
    // Who would come now would keep those waiting who are there: it hears that it came too late.
    const bool is_late = news.takes_part ? round->state != is_open : is_over(round->state);
    if (is_late)
        return post_news(context, *round, parcel.from);
    put_answer(context, news, parcel.from);
}

// ---- in a city's

void take_round(Context& context, const core::Parcel& parcel)
{
    if (parcel.from != core::network_slug)
        throw Problem(409, "network.not_yours", {{"city", parcel.from}});
    const auto news = core::read_parcel<RoundNews>(context, parcel);
    const auto known = find_invitation(context.store, news.id);
    auto row = known.value_or(InvitationRow());
    row.id = news.id;
    row.period_from = news.period_from;
    row.period_until = news.period_until;
    row.answer_by = news.answer_by;
    row.state = news.state;
    row.attempt = news.attempt;
    row.opened_at = news.opened_at;
    row.destroyed_at = news.destroyed_at;
    row.persons = news.persons;
    row.low = news.low;
    row.high = news.high;
    // An answer that has crossed with the count came too late: what the network counted with holds.
    if (news.state != is_open && row.takes_part == true)
        row.takes_part = news.expected;
    if (news.state == is_counted && row.takes_part == false)
        row.takes_part = news.expected;
    if (known)
        store::update_row(context.store, row);
    else
        store::insert_row(context.store, row);
}

} // namespace

void change(Context& context, RoundRow& row)
{
    ++row.changes;
    store::update_row(context.store, row);
    tell_cities(context, row);
}

void tell_whoever_is_behind(Context& context)
{
    for (const auto& row : rounds_to_tell(context.store))
        tell_cities(context, row);
}

void tell_answer(Context& context, const InvitationRow& row)
{
    network::post(context, std::string(core::network_slug), kind_of_answer,
                  to_json(AnswerNews{row.id, row.takes_part.value(), row.answered_at.value()}));
}

std::vector<core::Receiver> receivers()
{
    using core::Where;
    return {{kind_of_round, Where::city, take_round},
            {kind_of_answer, Where::network, take_answer}};
}

} // namespace headcount
