// SPDX-License-Identifier: EUPL-1.2
// The rules of outings.
#include "outreach/outings.h"

#include <algorithm>

#include "access/access.h"
#include "outreach/acts.h"
#include "outreach/pages.h"
#include "store/rows.h"

using core::Context;

namespace outreach {

namespace {

// Outings run over their time; a contact of the small hours still belongs to the evening before.
constexpr std::int64_t overrun_seconds_max = 2 * 60 * 60;
constexpr int outings_a_day_max = 200;
// Before this no outing was written down anywhere: a phone whose clock was lost.
constexpr int year_min = 2010;

// ---- the clock

Instant instant_of(Date day, const std::string& text)
{
    const auto clock = parse_clock(text);
    ENSURE(clock);
    return local_instant(day, clock->hour, clock->minute);
}

Instant beginning_of(const OutingRow& outing) { return instant_of(outing.day, outing.begins); }

Instant end_of(const OutingRow& outing)
{
    const bool next_day = outing.ends <= outing.begins;
    return instant_of(next_day ? outing.day.plus_days(1) : outing.day, outing.ends);
}

bool is_time_of(const OutingRow& outing, Instant at)
{
    return local_date(at) == outing.day ||
           (beginning_of(outing) <= at && at <= end_of(outing).plus_seconds(overrun_seconds_max));
}

// ---- showing

// A team meets people with both a health and a social profession, or is told so.
std::vector<std::string> warnings_of(const core::Catalogue& catalogue,
                                     const std::vector<MemberRow>& members)
{
    const auto has = [&](const char* family) {
        return std::any_of(members.begin(), members.end(), [&](const MemberRow& member) {
            const auto* profession =
                member.profession ? catalogue.find_code("profession", *member.profession) : nullptr;
            return profession && profession->more.contains("family") &&
                   profession->more.at("family") == family;
        });
    };
    std::vector<std::string> warnings;
    if (!has("health"))
        warnings.emplace_back("no_health_profession");
    if (!has("social"))
        warnings.emplace_back("no_social_profession");
    return warnings;
}

// ---- checking

void check_team(Context& context, const std::string& team, std::vector<FieldError>& errors)
{
    const auto scope = scope_of(context);
    const bool own = std::find(scope.teams.begin(), scope.teams.end(), team) != scope.teams.end();
    if (access::find_team(context, team) && (own || scope.reach == core::Scope::Reach::city))
        return;
    std::string expected;
    for (const auto& one : access::list_teams(context))
        if (scope.reach == core::Scope::Reach::city ||
            std::find(scope.teams.begin(), scope.teams.end(), one.code) != scope.teams.end())
            expected += (expected.empty() ? "" : ", ") + one.code;
    errors.push_back({"team", "outreach.unknown_team", {{"expected", expected}}});
}

std::vector<MemberRow> members_for(Context& context, const OpenOuting& wish,
                                   std::vector<FieldError>& errors)
{
    auto accounts = wish.members;
    if (accounts.empty())
        accounts.push_back(context.actor.account);

    std::vector<MemberRow> members;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto account = access::find_account(context, accounts[i]);
        if (!account) {
            errors.push_back({"members[" + std::to_string(i) + "]", "outreach.unknown_member", {}});
            continue;
        }
        const bool known = std::any_of(members.begin(), members.end(), [&](const MemberRow& one) {
            return one.account == accounts[i];
        });
        if (known)
            continue;
        MemberRow member;
        member.id = Id<MemberRow>::make(context.now);
        member.outing = wish.id;
        member.account = accounts[i];
        member.name = account->name;
        member.profession = account->profession;
        member.organisation = account->organisation;
        members.push_back(std::move(member));
    }
    return members;
}

OutingRow row_after(const std::string& cursor)
{
    OutingRow row;
    const auto point = cursor.find('.');
    const auto day = parse_date(cursor.substr(0, point));
    const auto id =
        point == std::string::npos ? std::nullopt : parse_id<Outing>(cursor.substr(point + 1));
    if (!day || !id)
        refuse_cursor();
    row.day = *day;
    row.id = *id;
    return row;
}

} // namespace

// ---- for contacts, tallies and the kit

std::string state_of(const OutingRow& outing, Instant now)
{
    if (outing.closed_at)
        return "closed";
    return now < beginning_of(outing) ? "planned" : "open";
}

OutingSheet sheet_of(Context& context, const OutingRow& row)
{
    const auto team = access::find_team(context, row.team);
    const auto members = members_of(context.store, row.id);
    OutingSheet sheet;
    sheet.id = row.id;
    sheet.team = row.team;
    sheet.team_name = team ? team->name : row.team;
    sheet.day = row.day;
    sheet.begins = row.begins;
    sheet.ends = row.ends;
    sheet.state = state_of(row, context.now);
    sheet.vehicle = row.vehicle;
    sheet.members.assign(members.begin(), members.end());
    sheet.stops = row.stops;
    sheet.warnings = warnings_of(context.catalogue(), members);
    sheet.contacts = count_contacts(context.scope(), context.store, row.id);
    sheet.seen = count_seen(context.store, row.id);
    sheet.note = row.note;
    return sheet;
}

core::Scope scope_of(Context& context)
{
    auto scope = context.scope();
    if (context.actor.roles.any_of(core::social_worker))
        scope.reach = core::Scope::Reach::city;
    return scope;
}

OutingRow get_outing_row(Context& context, const Id<Outing>& id)
{
    auto row = find_outing(scope_of(context), context.store, id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

Belonging belonging_of(Context& context, const std::optional<Id<Outing>>& outing, Instant at)
{
    if (parts(local_date(at)).year < year_min)
        refuse("at", "outreach.too_long_ago", {{"least", std::to_string(year_min)}});
    if (!outing) {
        const auto& teams = context.actor.teams;
        return {teams.empty() ? std::nullopt : std::optional(teams.front()), false};
    }
    const auto row = recall_outing(scope_of(context), context.store, *outing);
    if (!row)
        throw not_found();
    if (!is_time_of(*row, at))
        refuse("at", "outreach.outside_outing",
               {{"day", to_string(row->day)}, {"begins", row->begins}, {"ends", row->ends}});
    // A phone that had no signal sends what it has after the outing was closed: it counts all the
    // same.
    return {row->team, row->closed_at.has_value()};
}

// ---- for other modules

std::vector<Outing> outings_around(Context& context)
{
    const auto today = context.today();
    auto scope = context.scope();
    scope.reach = core::Scope::Reach::city;
    std::vector<Outing> found;
    // Yesterday's may go on after midnight.
    for (const auto day : {today.plus_days(-1), today})
        for (const auto& row :
             outings(scope, context.store, day, std::nullopt, std::nullopt, outings_a_day_max)) {
            const bool is_over = end_of(row).plus_seconds(overrun_seconds_max) < context.now;
            if (!row.closed_at && !is_over)
                found.push_back(sheet_of(context, row));
        }
    return found;
}

std::vector<MetAt> met_since(Context& context, Date from)
{
    return met_outdoors(context.store, from);
}

void check_seen(Context& context, const Id<Outing>& id) { get_outing_row(context, id); }

OutingWork work_of(Context& context, const Id<Outing>& id)
{
    constexpr int contacts_max = 1000;
    const auto row = get_outing_row(context, id);
    OutingWork work;
    work.outing = sheet_of(context, row);
    work.begins_at = beginning_of(row);
    work.ends_at = end_of(row).plus_seconds(overrun_seconds_max);
    auto page = page_after(std::nullopt, contacts_max);
    for (auto& contact : contacts_of_outing(scope_of(context), context.store, id, page, false))
        if (!contact.cancelled_at)
            work.contacts.push_back(std::move(contact));
    auto sought = sought_persons(context.store, id);
    std::erase_if(sought, [&](const Id<people::Person>& one) {
        return !people::may_read(context, one, true);
    });
    work.sought = static_cast<int>(sought.size());
    for (const auto& person : sought)
        work.sought_met += std::any_of(
            work.contacts.begin(), work.contacts.end(), [&](const ContactDetails& contact) {
                return contact.person == person && was_met(contact.outcome);
            });
    return work;
}

// ---- acts

Outings list_outings(Context& context, const ListOutings& wish)
{
    const auto limit = static_cast<std::size_t>(wish.limit.value_or(page_limit_default));
    const auto after = wish.after ? std::optional(row_after(*wish.after)) : std::nullopt;
    auto rows = outings(scope_of(context), context.store, wish.day, wish.team, after,
                        static_cast<int>(limit) + 1);
    Outings found;
    if (rows.size() > limit) {
        rows.resize(limit);
        found.next = to_string(rows.back().day) + "." + to_string(rows.back().id);
    }
    for (const auto& row : rows)
        found.items.push_back(sheet_of(context, row));
    return found;
}

OutingSheet open_outing(Context& context, const OpenOuting& wish)
{
    std::vector<FieldError> errors;
    check_team(context, wish.team, errors);
    if (!parse_clock(wish.begins))
        errors.push_back({"begins", "outreach.not_a_clock", {{"expected", "20:00"}}});
    if (!parse_clock(wish.ends))
        errors.push_back({"ends", "outreach.not_a_clock", {{"expected", "23:30"}}});
    if (parts(wish.day).year < year_min)
        errors.push_back({"day", "outreach.too_long_ago", {{"least", std::to_string(year_min)}}});
    const auto members = members_for(context, wish, errors);
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));

    OutingRow row;
    row.id = wish.id;
    row.team = wish.team;
    row.day = wish.day;
    row.begins = wish.begins;
    row.ends = wish.ends;
    row.vehicle = wish.vehicle;
    row.stops = wish.stops;
    row.opened_by = context.actor.account;
    row.opened_at = context.now;
    store::insert_row(context.store, row);
    for (const auto& member : members)
        store::insert_row(context.store, member);
    return sheet_of(context, row);
}

OutingSheet get_outing(Context& context, const OutingPath& wish)
{
    return sheet_of(context, get_outing_row(context, wish.id));
}

OutingSheet close_outing(Context& context, const CloseOuting& wish)
{
    auto row = get_outing_row(context, wish.id);
    if (row.closed_at)
        throw Problem(409, "outreach.outing_closed");

    row.note = wish.note;
    row.closed_by = context.actor.account;
    row.closed_at = context.now;
    update_outing(context.store, row);
    return sheet_of(context, row);
}

OutingSheet reopen_outing(Context& context, const ReopenOuting& wish)
{
    auto row = get_outing_row(context, wish.id);
    if (!row.closed_at)
        throw Problem(409, "outreach.outing_not_closed");

    row.closed_by.reset();
    row.closed_at.reset();
    update_outing(context.store, row);
    return sheet_of(context, row);
}

} // namespace outreach
