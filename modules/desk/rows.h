// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "desk/desk.h"
#include "store/store.h"

namespace desk {

struct SiteRow : SiteDetails {
    static constexpr const char* title = "DeskSiteRow";
    static constexpr const char* table = "desk_site";

    Id<Site> id;
    Id<core::Account> changed_by;
    Instant changed_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    // All but the hours, which have a table of their own.
    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SiteRow::id), field("name", &SiteRow::name),
            field("address", &SiteRow::address), field("rooms", &SiteRow::rooms),
            field("changed_by", &SiteRow::changed_by), field("changed_at", &SiteRow::changed_at),
            field("version", &SiteRow::version), field("cancelled_at", &SiteRow::cancelled_at));
    }
};

struct VisitRow : VisitDetails {
    static constexpr const char* title = "DeskVisitRow";
    static constexpr const char* table = "desk_visit";

    Id<Visit> id;
    Id<Site> site;
    Date day;
    std::optional<int> number;
    std::string kind;
    std::string state;
    std::optional<std::string> room;
    std::optional<Id<core::Account>> called_by;
    std::optional<std::string> outcome;
    Id<core::Account> booked_by;
    Instant booked_at;
    std::optional<Instant> arrived_at;
    std::optional<Instant> called_at;
    std::optional<Instant> ended_at;
    std::optional<int> minutes_waited;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &VisitRow::id), field("site", &VisitRow::site),
                       field("day", &VisitRow::day), field("number", &VisitRow::number),
                       field("kind", &VisitRow::kind), field("state", &VisitRow::state)),
            VisitDetails::fields(),
            std::tuple(
                field("room", &VisitRow::room), field("called_by", &VisitRow::called_by),
                field("outcome", &VisitRow::outcome), field("booked_by", &VisitRow::booked_by),
                field("booked_at", &VisitRow::booked_at),
                field("arrived_at", &VisitRow::arrived_at),
                field("called_at", &VisitRow::called_at), field("ended_at", &VisitRow::ended_at),
                field("minutes_waited", &VisitRow::minutes_waited),
                field("version", &VisitRow::version),
                field("cancelled_at", &VisitRow::cancelled_at)));
    }
};

// One row for each account, site and day.
struct PresenceRow {
    static constexpr const char* title = "DeskPresenceRow";
    static constexpr const char* table = "desk_presence";

    Id<PresenceRow> id;
    Id<Site> site;
    Id<core::Account> account;
    Date day;
    Instant came_at;
    std::optional<Instant> left_at;
    int version = 1;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PresenceRow::id), field("site", &PresenceRow::site),
                          field("account", &PresenceRow::account), field("day", &PresenceRow::day),
                          field("came_at", &PresenceRow::came_at),
                          field("left_at", &PresenceRow::left_at),
                          field("version", &PresenceRow::version));
    }
};

std::optional<SiteRow> find_site(store::Transaction& transaction, const Id<Site>& id);
// By name.
std::vector<SiteRow> every_site(store::Transaction& transaction);
void insert_site(store::Transaction& transaction, const SiteRow& row);
// The hours too.
void update_site(store::Transaction& transaction, const SiteRow& row);

std::optional<VisitRow> find_visit(store::Transaction& transaction, const Id<Visit>& id);
// Those of a day that stand and that the scope sees; in no order.
std::vector<VisitRow> visits_of(store::Transaction& transaction, const core::Scope& scope,
                                const Id<Site>& site, Date day);
// Greater than any that was given at the site on that day, also to a visit that was cancelled.
int next_number(store::Transaction& transaction, const Id<Site>& site, Date day);

std::optional<PresenceRow> find_presence(store::Transaction& transaction,
                                         const Id<PresenceRow>& id);
// Who is in, by when they came.
std::vector<PresenceRow> present_at(store::Transaction& transaction, const Id<Site>& site,
                                    Date day);
// Where an account is said to be.
std::vector<PresenceRow> places_of(store::Transaction& transaction,
                                   const Id<core::Account>& account, Date day);

std::int64_t turn_of(store::Transaction& transaction, const Id<Site>& site, Date day);

// For the display: of everybody, since a number tells of nobody.
std::vector<CalledNumber> called_numbers(store::Transaction& transaction, const Id<Site>& site,
                                         Date day, int limit);
int count_waiting(store::Transaction& transaction, const Id<Site>& site, Date day);

} // namespace desk
