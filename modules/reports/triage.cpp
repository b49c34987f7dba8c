// SPDX-License-Identifier: EUPL-1.2
// The board, and what the triage desk decides of a report: how urgent it is, and whether it tells
// of an event that is known already.
#include <algorithm>
#include <charconv>
#include <limits>

#include "base/base64.h"
#include "reports/photo.h"
#include "reports/similarity.h"
#include "reports/work.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

constexpr int open_max = 500;
constexpr int closed_limit_default = 50;
constexpr int candidates_max = 300;
constexpr std::size_t similar_max = 12;

int rank_of(const std::string& clock)
{
    if (clock == "late")
        return 0;
    if (clock == "soon_late")
        return 1;
    return clock == "running" ? 2 : 3;
}

// Who waits longest beyond the clock comes first; what is being done comes after what is not.
bool is_more_urgent(const ReportLine& one, const ReportLine& other)
{
    const auto key = [](const ReportLine& line) {
        return std::tuple(rank_of(line.clock), line.acted_at.has_value(),
                          line.due_at.value_or(line.received_at), line.number);
    };
    return key(one) < key(other);
}

ReportBoard open_board(Context& context)
{
    ReportBoard board;
    for (const auto& row : open_reports(context.store, open_max)) {
        auto line = line_of(context, row);
        board.late += line.clock == "late" ? 1 : 0;
        board.soon_late += line.clock == "soon_late" ? 1 : 0;
        board.items.push_back(std::move(line));
    }
    std::sort(board.items.begin(), board.items.end(), is_more_urgent);
    return board;
}

Before read_cursor(const std::optional<std::string>& cursor)
{
    if (!cursor)
        return {{std::numeric_limits<std::int64_t>::max()}, ""};
    Before before;
    const char* end = cursor->data() + cursor->size();
    const auto read = std::from_chars(cursor->data(), end, before.at.milliseconds);
    const auto id = read.ec == std::errc() && read.ptr != end && *read.ptr == '.'
                        ? parse_uuid({read.ptr + 1, static_cast<std::size_t>(end - read.ptr - 1)})
                        : std::nullopt;
    if (!id)
        refuse("after", "reports.unknown_cursor");
    before.id = to_string(*id);
    return before;
}

Described described(Context& context, const ReportRow& row)
{
    Described one{row.district,
                  row.category,
                  row.seen_at.value_or(row.received_at),
                  row.place.value_or(""),
                  row.position.value_or(""),
                  row.description,
                  "",
                  ""};
    if (const auto reported = reported_of(context.store, row.id))
        one.reported_name = reported->name.value_or("");
    if (const auto reporter = reporter_of(context.store, row.id))
        one.reporter = reporter->phone.value_or(reporter->email.value_or(""));
    return one;
}

// What changed under a report is told to all above it.
void retell_upwards(Context& context, ReportRow row)
{
    retell(context, row);
    while (row.lead) {
        row = get_row(context, *row.lead);
        retell(context, row);
    }
}

bool comes_before(const SimilarReport& one, const SimilarReport& other)
{
    return std::tuple(one.strength != "likely", one.minutes_apart, one.report.number) <
           std::tuple(other.strength != "likely", other.minutes_apart, other.report.number);
}

} // namespace

ReportBoard list_reports(Context& context, const ListReports& wish)
{
    if (!wish.closed.value_or(false))
        return open_board(context);
    const auto limit = static_cast<std::size_t>(wish.limit.value_or(closed_limit_default));
    auto rows = closed_reports(context.store, read_cursor(wish.after), static_cast<int>(limit) + 1);
    ReportBoard board;
    if (rows.size() > limit) {
        rows.resize(limit);
        board.next =
            std::to_string(rows.back().received_at.milliseconds) + "." + to_string(rows.back().id);
    }
    for (const auto& row : rows)
        board.items.push_back(line_of(context, row));
    return board;
}

Report get_report(Context& context, const ReportPath& wish)
{
    return show_report(context, get_row(context, wish.id));
}

ReportSheet get_sheet(Context& context, const ReportPath& wish)
{
    return show_sheet(context, get_opened(context, wish.id));
}

Photo get_photo(Context& context, const PhotoPath& wish)
{
    get_opened(context, wish.id);
    const auto photo = find_photo(context.store, wish.id);
    if (!photo || photo->content.empty()) // erased with the person
        throw not_found();
    return {wish.id, to_base64(photo->content)};
}

Report assess_report(Context& context, const AssessReport& wish)
{
    auto row = get_working(context, wish.id);
    if (wish.planned_on && wish.priority != "P4")
        refuse("planned_on", "reports.only_planned");

    row.priority = wish.priority;
    if (!row.first_priority)
        row.first_priority = wish.priority;
    row.category = wish.category;
    row.source = wish.source;
    row.district = wish.district;
    row.planned_on = wish.planned_on;
    note_step(context, row.id, "assessed", wish.priority, wish.note);
    retell(context, row);
    return show_report(context, row);
}

// ---- one event, several reports

SimilarReports list_similar(Context& context, const ReportPath& wish)
{
    const auto row = get_opened(context, wish.id);
    const auto mine = described(context, row);
    constexpr std::int64_t around = event_hours * 3600;
    SimilarReports found;
    for (const auto& other :
         reports_between(context.store, row.received_at.plus_seconds(-around),
                         row.received_at.plus_seconds(around), candidates_max)) {
        // One that is joined to another already is seen beside that one.
        if (other.id == row.id || other.lead || row.lead == std::optional(other.id))
            continue;
        const auto theirs = described(context, other);
        auto likeness = compare(mine, theirs);
        if (likeness.strength.empty())
            continue;
        const auto apart = std::abs(mine.at.milliseconds - theirs.at.milliseconds) / 60'000;
        found.items.push_back({line_of(context, other), likeness.strength,
                               std::move(likeness.reasons), static_cast<int>(apart)});
    }
    std::sort(found.items.begin(), found.items.end(), comes_before);
    if (found.items.size() > similar_max)
        found.items.resize(similar_max);
    return found;
}

Report group_report(Context& context, const GroupReport& wish)
{
    auto row = get_working(context, wish.report);
    auto lead = get_row(context, wish.lead);
    for (auto above = lead; above.lead; above = get_row(context, *above.lead))
        if (*above.lead == row.id)
            throw Problem(409, "reports.groups_in_a_circle");
    if (lead.id == row.id)
        throw Problem(409, "reports.groups_in_a_circle");
    if (row.team)
        throw Problem(409, "reports.unit_is_asked");

    store::insert_row(context.store, GroupRow{wish.id, row.id, lead.id, context.actor.account,
                                              context.now, std::nullopt, std::nullopt});
    row.lead = lead.id;
    note_step(context, row.id, "grouped");
    retell(context, row);
    retell_upwards(context, std::move(lead));
    return show_report(context, row);
}

Report undo_group(Context& context, const GroupPath& wish)
{
    auto group = find_group(context.store, wish.id);
    if (!group)
        throw not_found();
    auto row = get_row(context, group->report);
    if (group->undone_at)
        return show_report(context, row);

    group->undone_by = context.actor.account;
    group->undone_at = context.now;
    store::update_row(context.store, *group);
    row.lead.reset();
    note_step(context, row.id, "ungrouped");
    retell(context, row);
    retell_upwards(context, get_row(context, group->lead));
    context.about(row.id);
    return show_report(context, row);
}

} // namespace reports
