// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "housing/housing.h"
#include "store/store.h"

namespace housing {

struct PlaceRow : PlaceDetails {
    static constexpr const char* title = "HousingPlaceRow";
    static constexpr const char* table = "housing_place";

    Id<Place> id;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> cancelled_at;
    std::optional<Date> closed_on; // the day of that

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &PlaceRow::id)), PlaceDetails::fields(),
                              std::tuple(field("changed_by", &PlaceRow::changed_by),
                                         field("changed_at", &PlaceRow::changed_at),
                                         field("version", &PlaceRow::version),
                                         field("cancelled_at", &PlaceRow::cancelled_at),
                                         field("closed_on", &PlaceRow::closed_on)));
    }
};

struct BedRow : BedDetails {
    static constexpr const char* title = "HousingBedRow";
    static constexpr const char* table = "housing_bed";

    Id<Bed> id;
    Date added_on;
    std::optional<Date> removed_on;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &BedRow::id)), BedDetails::fields(),
                              std::tuple(field("added_on", &BedRow::added_on),
                                         field("removed_on", &BedRow::removed_on),
                                         field("changed_by", &BedRow::changed_by),
                                         field("changed_at", &BedRow::changed_at),
                                         field("version", &BedRow::version)));
    }
};

struct ClosingRow : ClosingDetails {
    static constexpr const char* title = "HousingClosingRow";
    static constexpr const char* table = "housing_closing";

    Id<Closing> id;
    Id<Bed> bed;
    Id<core::Account> closed_by;
    Instant closed_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ClosingRow::id), field("bed", &ClosingRow::bed)),
            ClosingDetails::fields(),
            std::tuple(field("closed_by", &ClosingRow::closed_by),
                       field("closed_at", &ClosingRow::closed_at),
                       field("cancelled_at", &ClosingRow::cancelled_at)));
    }
};

struct RequestRow : RequestDetails {
    static constexpr const char* title = "HousingRequestRow";
    static constexpr const char* table = "housing_request";

    Id<Request> id;
    Id<people::Person> person;
    std::string state = "open";
    Id<core::Account> asked_by;
    Date asked_on;
    std::optional<std::string> reason;
    std::optional<std::string> answer_note;
    std::optional<Id<core::Account>> answered_by;
    std::optional<Date> answered_on;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &RequestRow::id), field("person", &RequestRow::person),
                       field("state", &RequestRow::state)),
            RequestDetails::fields(),
            std::tuple(field("asked_by", &RequestRow::asked_by),
                       field("asked_on", &RequestRow::asked_on),
                       field("reason", &RequestRow::reason),
                       field("answer_note", &RequestRow::answer_note).sealed(Mark::note),
                       field("answered_by", &RequestRow::answered_by),
                       field("answered_on", &RequestRow::answered_on),
                       field("version", &RequestRow::version),
                       field("cancelled_at", &RequestRow::cancelled_at)));
    }
};

struct StayRow {
    static constexpr const char* title = "HousingStayRow";
    static constexpr const char* table = "housing_stay";

    Id<Stay> id;
    Id<Bed> bed;
    Id<people::Person> person;
    std::optional<Id<Request>> request;
    std::optional<Id<cases::Case>> case_id;
    std::string state = "promised";
    Date from_on;
    Date until;
    std::optional<Date> arrived_on;
    std::optional<Date> ended_on;
    std::optional<std::string> reason;
    std::optional<std::string> living_before;
    std::optional<std::string> living_after;
    std::optional<std::string> living_later;
    std::optional<Date> later_on;
    bool lost = false;
    std::optional<Id<Agreement>> agreement;
    std::optional<Date> signed_on;
    std::optional<std::string> exception;
    std::optional<std::string> note;
    Id<core::Account> opened_by;
    Instant opened_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StayRow::id), field("bed", &StayRow::bed),
            field("person", &StayRow::person), field("request", &StayRow::request),
            field("case_id", &StayRow::case_id), field("state", &StayRow::state),
            field("from_on", &StayRow::from_on), field("until", &StayRow::until),
            field("arrived_on", &StayRow::arrived_on), field("ended_on", &StayRow::ended_on),
            field("reason", &StayRow::reason), field("living_before", &StayRow::living_before),
            field("living_after", &StayRow::living_after),
            field("living_later", &StayRow::living_later), field("later_on", &StayRow::later_on),
            field("lost", &StayRow::lost), field("agreement", &StayRow::agreement),
            field("signed_on", &StayRow::signed_on),
            field("exception", &StayRow::exception).sealed(Mark::note),
            field("note", &StayRow::note).sealed(Mark::note),
            field("opened_by", &StayRow::opened_by), field("opened_at", &StayRow::opened_at),
            field("version", &StayRow::version), field("cancelled_at", &StayRow::cancelled_at));
    }
};

std::optional<PlaceRow> find_place(store::Transaction& transaction, const Id<Place>& id);
std::vector<PlaceRow> every_place(store::Transaction& transaction); // by name
std::optional<BedRow> find_bed(store::Transaction& transaction, const Id<Bed>& id);
std::vector<BedRow> every_bed(store::Transaction& transaction); // by flat, room and name

std::optional<ClosingRow> find_closing(store::Transaction& transaction, const Id<Closing>& id);
// That stand and are not over on that day, the first to begin first.
std::vector<ClosingRow> closings_from(store::Transaction& transaction, Date day);
// That stand and share a night with the one from `from` until `until`; without an end, for ever.
bool has_closing(store::Transaction& transaction, const Id<Bed>& bed, Date from,
                 const std::optional<Date>& until, const Id<Closing>& except);

std::optional<RequestRow> find_request(store::Transaction& transaction, const Id<Request>& id);
// That stand and that the scope sees; without a reach over the city, those of the account alone.
std::vector<RequestRow> requests_of(store::Transaction& transaction, const core::Scope& scope,
                                    bool sees_all, const std::optional<std::string>& state,
                                    const std::optional<Id<people::Person>>& person);

std::optional<StayRow> find_stay(store::Transaction& transaction, const Id<Stay>& id);
// Promised and running, of everybody: for the board, which names nobody.
std::vector<StayRow> standing_stays(store::Transaction& transaction);
// The same, of a place, and only of whom the scope sees.
std::vector<StayRow> stays_at(store::Transaction& transaction, const core::Scope& scope,
                              const Id<Place>& place);
// That stand, of a person whom the asker reads; promised and running first.
std::vector<StayRow> stays_of(store::Transaction& transaction, const Id<people::Person>& person);
// Ended by that day with nobody having asked since; the longest ago first.
std::vector<StayRow> stays_to_follow(store::Transaction& transaction, const core::Scope& scope,
                                     Date ended_by);

// Of everybody, whoever asks: beds that are taken are taken for all.
std::optional<Id<Stay>> running_in(store::Transaction& transaction, const Id<Bed>& bed);
bool is_running_somewhere(store::Transaction& transaction, const Id<people::Person>& person,
                          const Id<Stay>& except);
// Of a stay that has begun, over or not: whether its bed was somebody else's on one of its nights,
// and whether the person was in another one.
bool shared_the_bed(store::Transaction& transaction, const StayRow& row);
bool was_in_two_beds(store::Transaction& transaction, const StayRow& row,
                     const Id<people::Person>& person);
// The first night of those from `from` until `until` that was given to another stay.
std::optional<Date> first_given(store::Transaction& transaction, const Id<Bed>& bed, Date from,
                                const std::optional<Date>& until, const Id<Stay>& except);

// The nights of a stay, in place of those that it had; who did not come has none. The schema
// refuses a night that another has.
void set_nights(store::Transaction& transaction, const StayRow& row);

} // namespace housing
