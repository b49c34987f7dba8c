// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows: those of the network's store, and those of a city.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/actor.h"
#include "headcount/headcount.h"
#include "store/store.h"

namespace headcount {

// ---- in the network's store

struct RoundRow : Figures {
    static constexpr const char* title = "HeadcountRoundRow";
    static constexpr const char* table = "headcount_round";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    bool noise = false;
    std::string state = is_open;
    int attempt = 0;
    int changes = 0;
    Id<core::Account> opened_by;
    Instant opened_at;
    std::optional<Instant> counting_at;
    std::optional<Instant> ended_at;
    std::optional<Instant> destroyed_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &RoundRow::id), field("period_from", &RoundRow::period_from),
                       field("period_until", &RoundRow::period_until),
                       field("answer_by", &RoundRow::answer_by), field("noise", &RoundRow::noise),
                       field("state", &RoundRow::state), field("attempt", &RoundRow::attempt),
                       field("changes", &RoundRow::changes),
                       field("opened_by", &RoundRow::opened_by),
                       field("opened_at", &RoundRow::opened_at),
                       field("counting_at", &RoundRow::counting_at),
                       field("ended_at", &RoundRow::ended_at),
                       field("destroyed_at", &RoundRow::destroyed_at)),
            Figures::fields());
    }
};

struct AnswerRow {
    static constexpr const char* title = "HeadcountAnswerRow";
    static constexpr const char* table = "headcount_answer";

    Id<AnswerRow> id;
    Id<Round> round;
    std::string city;
    bool takes_part = false;
    Instant answered_at;
    int arrived_attempt = 0;
    std::optional<int> persons;
    std::optional<int> evaluated;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnswerRow::id), field("round", &AnswerRow::round),
            field("city", &AnswerRow::city), field("takes_part", &AnswerRow::takes_part),
            field("answered_at", &AnswerRow::answered_at),
            field("arrived_attempt", &AnswerRow::arrived_attempt),
            field("persons", &AnswerRow::persons), field("evaluated", &AnswerRow::evaluated));
    }
};

struct ToldRow {
    static constexpr const char* title = "HeadcountToldRow";
    static constexpr const char* table = "headcount_told";

    Id<ToldRow> id;
    Id<Round> round;
    std::string city;
    int changes = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ToldRow::id), field("round", &ToldRow::round),
                          field("city", &ToldRow::city), field("changes", &ToldRow::changes));
    }
};

struct PairRow {
    static constexpr const char* title = "HeadcountPairRow";
    static constexpr const char* table = "headcount_pair";

    Id<PairRow> id;
    Id<Round> round;
    std::string city;
    std::string other_city;
    int links = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PairRow::id), field("round", &PairRow::round),
                          field("city", &PairRow::city), field("other_city", &PairRow::other_city),
                          field("links", &PairRow::links));
    }
};

std::optional<RoundRow> find_round(store::Transaction& network, const Id<Round>& id);
std::vector<RoundRow> newest_rounds(store::Transaction& network, int limit);
// That waits for an answer or is being counted, the oldest first.
std::vector<RoundRow> running_rounds(store::Transaction& network);
// Running, or over without its keys being destroyed, the oldest first.
std::vector<RoundRow> rounds_with_keys(store::Transaction& network);
// Running, or changed since one of its cities has heard of it.
std::vector<RoundRow> rounds_to_tell(store::Transaction& network);
std::optional<ToldRow> find_told(store::Transaction& network, const Id<Round>& round,
                                 const std::string& city);
std::vector<AnswerRow> answers_of(store::Transaction& network, const Id<Round>& round);
std::optional<AnswerRow> find_answer(store::Transaction& network, const Id<Round>& round,
                                     const std::string& city);
std::vector<PairRow> pairs_of(store::Transaction& network, const Id<Round>& round);

// ---- in a city

struct InvitationRow {
    static constexpr const char* title = "HeadcountInvitationRow";
    static constexpr const char* table = "headcount_invitation";

    Id<Round> id;
    Date period_from;
    Date period_until;
    Date answer_by;
    std::string state;
    int attempt = 0;
    Instant opened_at;
    std::optional<bool> takes_part;
    std::optional<Id<core::Account>> answered_by;
    std::optional<Instant> answered_at;
    int sent_attempt = 0;
    std::optional<int> sent_persons;
    std::optional<int> sent_encodings;
    std::optional<Instant> sent_at;
    std::optional<Instant> destroyed_at;
    std::optional<int> persons;
    std::optional<int> low;
    std::optional<int> high;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &InvitationRow::id), field("period_from", &InvitationRow::period_from),
            field("period_until", &InvitationRow::period_until),
            field("answer_by", &InvitationRow::answer_by), field("state", &InvitationRow::state),
            field("attempt", &InvitationRow::attempt),
            field("opened_at", &InvitationRow::opened_at),
            field("takes_part", &InvitationRow::takes_part),
            field("answered_by", &InvitationRow::answered_by),
            field("answered_at", &InvitationRow::answered_at),
            field("sent_attempt", &InvitationRow::sent_attempt),
            field("sent_persons", &InvitationRow::sent_persons),
            field("sent_encodings", &InvitationRow::sent_encodings),
            field("sent_at", &InvitationRow::sent_at),
            field("destroyed_at", &InvitationRow::destroyed_at),
            field("persons", &InvitationRow::persons), field("low", &InvitationRow::low),
            field("high", &InvitationRow::high));
    }
};

struct LeftOutRow {
    static constexpr const char* title = "HeadcountLeftOutRow";
    static constexpr const char* table = "headcount_left_out";

    Id<LeftOut> id;
    Id<people::Person> person;
    Id<core::Account> asked_by;
    Instant asked_at;
    std::optional<Instant> ended_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &LeftOutRow::id), field("person", &LeftOutRow::person),
                          field("asked_by", &LeftOutRow::asked_by),
                          field("asked_at", &LeftOutRow::asked_at),
                          field("ended_at", &LeftOutRow::ended_at));
    }
};

std::optional<InvitationRow> find_invitation(store::Transaction& city, const Id<Round>& id);
std::vector<InvitationRow> newest_invitations(store::Transaction& city, int limit);
// Being counted, the oldest first.
std::vector<InvitationRow> counting_invitations(store::Transaction& city);
std::optional<LeftOutRow> find_left_out(store::Transaction& city, const Id<people::Person>& person);
std::vector<Id<people::Person>> everybody_left_out(store::Transaction& city);

} // namespace headcount
