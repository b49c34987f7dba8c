// SPDX-License-Identifier: EUPL-1.2
#include "headcount/rows.h"

#include "store/rows.h"

namespace headcount {

namespace {

const store::Sql round_by_id("select " + store::columns<RoundRow>() +
                             " from headcount_round where id = $1");

const store::Sql rounds_newest("select " + store::columns<RoundRow>() +
                               " from headcount_round order by opened_at desc, id desc limit $1");

const store::Sql rounds_running("select " + store::columns<RoundRow>() +
                                " from headcount_round where state in ('open', 'counting')"
                                " order by opened_at, id");

const store::Sql rounds_keyed("select " + store::columns<RoundRow>() +
                              " from headcount_round where state in ('open', 'counting')"
                              " or destroyed_at is null order by opened_at, id");

const store::Sql rounds_untold("select " + store::columns<RoundRow>() +
                               " from headcount_round where state in ('open', 'counting')"
                               " or exists (select 1 from headcount_told"
                               " where headcount_told.round = headcount_round.id"
                               " and headcount_told.changes < headcount_round.changes)"
                               " order by opened_at, id");

const store::Sql told_to_city("select " + store::columns<ToldRow>() +
                              " from headcount_told where round = $1 and city = $2");

const store::Sql answers_of_round("select " + store::columns<AnswerRow>() +
                                  " from headcount_answer where round = $1 order by city");

const store::Sql answer_of_city("select " + store::columns<AnswerRow>() +
                                " from headcount_answer where round = $1 and city = $2");

const store::Sql pairs_of_round("select " + store::columns<PairRow>() +
                                " from headcount_pair where round = $1"
                                " order by links desc, city, other_city");

const store::Sql invitation_by_id("select " + store::columns<InvitationRow>() +
                                  " from headcount_invitation where id = $1");

const store::Sql invitations_newest("select " + store::columns<InvitationRow>() +
                                    " from headcount_invitation"
                                    " order by opened_at desc, id desc limit $1");

const store::Sql invitations_counting("select " + store::columns<InvitationRow>() +
                                      " from headcount_invitation where state = 'counting'"
                                      " order by opened_at, id");

const store::Sql asked_by_person("select " + store::columns<LeftOutRow>() +
                                 " from headcount_left_out"
                                 " where person = $1 and ended_at is null");

const store::Sql left_out_all("select person from headcount_left_out where ended_at is null"
                              " order by person");

} // namespace

std::optional<RoundRow> find_round(store::Transaction& network, const Id<Round>& id)
{
    return store::find_row<RoundRow>(network, round_by_id, id);
}

std::vector<RoundRow> newest_rounds(store::Transaction& network, int limit)
{
    return store::read_rows<RoundRow>(network, rounds_newest, limit);
}

std::vector<RoundRow> running_rounds(store::Transaction& network)
{
    return store::read_rows<RoundRow>(network, rounds_running);
}

std::vector<RoundRow> rounds_with_keys(store::Transaction& network)
{
    return store::read_rows<RoundRow>(network, rounds_keyed);
}

std::vector<RoundRow> rounds_to_tell(store::Transaction& network)
{
    return store::read_rows<RoundRow>(network, rounds_untold);
}

std::optional<ToldRow> find_told(store::Transaction& network, const Id<Round>& round,
                                 const std::string& city)
{
    return store::find_row<ToldRow>(network, told_to_city, round, city);
}

std::vector<AnswerRow> answers_of(store::Transaction& network, const Id<Round>& round)
{
    return store::read_rows<AnswerRow>(network, answers_of_round, round);
}

std::optional<AnswerRow> find_answer(store::Transaction& network, const Id<Round>& round,
                                     const std::string& city)
{
    return store::find_row<AnswerRow>(network, answer_of_city, round, city);
}

std::vector<PairRow> pairs_of(store::Transaction& network, const Id<Round>& round)
{
    return store::read_rows<PairRow>(network, pairs_of_round, round);
}

std::optional<InvitationRow> find_invitation(store::Transaction& city, const Id<Round>& id)
{
    return store::find_row<InvitationRow>(city, invitation_by_id, id);
}

std::vector<InvitationRow> newest_invitations(store::Transaction& city, int limit)
{
    return store::read_rows<InvitationRow>(city, invitations_newest, limit);
}

std::vector<InvitationRow> counting_invitations(store::Transaction& city)
{
    return store::read_rows<InvitationRow>(city, invitations_counting);
}

std::optional<LeftOutRow> find_left_out(store::Transaction& city, const Id<people::Person>& person)
{
    return store::find_row<LeftOutRow>(city, asked_by_person, person);
}

std::vector<Id<people::Person>> everybody_left_out(store::Transaction& city)
{
    std::vector<Id<people::Person>> all;
    const auto rows = city.query(left_out_all);
    while (rows->next())
        all.emplace_back(parse_uuid(rows->text(0)).value());
    return all;
}

} // namespace headcount
