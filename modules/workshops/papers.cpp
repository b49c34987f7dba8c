// SPDX-License-Identifier: EUPL-1.2
// On paper and in calendars: the sheet for signatures, the certificate of attendance, the sessions
// as a file for the calendar of a telephone. What is printed is in Italian: it goes to offices too.
#include <cstdio>

#include "base/calendar.h"
#include "core/house.h"
#include "paper/sheet.h"
#include "workshops/work.h"

using core::Context;

namespace workshops {

namespace {

constexpr auto printed_in = "it";

std::string said(Context& context, const std::string& key, const Facts& facts = {})
{
    return context.house.words().say(printed_in, "sheet.workshops." + key, facts);
}

// "23/11/2026"
std::string day_text(Date day)
{
    const auto on = parts(day);
    char text[16];
    std::snprintf(text, sizeof text, "%02d/%02d/%04d", on.day, on.month, on.year);
    return text;
}

// "12", "12,5", "0,75": hours as they are read in Italy, to the minute's hundredth.
std::string hours_text(int minutes)
{
    const int hundredths = (minutes * 100 + 30) / 60;
    auto text = std::to_string(hundredths / 100);
    const int rest = hundredths % 100;
    if (rest == 0)
        return text;
    text += ',';
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0)
        text += static_cast<char>('0' + rest % 10);
    return text;
}

std::string where(const WorkshopRow& workshop, const std::optional<std::string>& room)
{
    const auto& inside = room ? room : workshop.room;
    return workshop.place + (inside ? ", " + *inside : "");
}

std::string kind_of(Context& context, const WorkshopRow& workshop)
{
    const auto* code = context.catalogue().find_code("workshop_kind", workshop.kind);
    return code ? code->label.it : workshop.kind;
}

std::string hours_of_session(const SessionRow& session)
{
    const auto ends = session.begins_at.plus_seconds(60 * std::int64_t{session.minutes});
    return local_clock(session.begins_at) + "–" + local_clock(ends);
}

void write_levels(Context& context, paper::Sheet& sheet, const EnrolmentRow& row)
{
    const auto level = [&](const std::string& code) {
        const auto* known = context.catalogue().find_code("cefr_level", code);
        return known ? known->label.it : code;
    };
    if (row.entry_level)
        sheet.fact(said(context, "entry_level"), level(*row.entry_level));
    if (row.exit_level)
        sheet.fact(said(context, "exit_level"), level(*row.exit_level));
}

} // namespace

core::Bytes print_calendar(Context& context, const CalendarPath& wish)
{
    const auto workshop = get_row(context, wish.workshop);
    std::vector<calendar::Event> events;
    for (const auto& session : sessions_of(context.store, workshop.id)) {
        if (session.cancelled_at)
            continue;
        const auto ends = session.begins_at.plus_seconds(60 * std::int64_t{session.minutes});
        events.push_back({to_string(session.id) + "@lgnet", session.begins_at, ends, workshop.name,
                          where(workshop, session.room)});
    }
    return {calendar::write(events, context.now), "text/calendar", 200};
}

// With those whom whoever prints it sees, by their first names.
core::Bytes print_sheet(Context& context, const RegisterPath& wish)
{
    const auto session = get_standing(context, wish.session);
    const auto workshop = get_row(context, session.workshop);
    paper::Sheet sheet(printed_in, said(context, "register"));
    sheet.title(said(context, "register"));
    sheet.fact(said(context, "workshop"), paper::apart(workshop.name));
    sheet.fact(said(context, "run_by"), paper::apart(workshop.run_by));
    sheet.fact(said(context, "where"), paper::apart(where(workshop, session.room)));
    sheet.fact(said(context, "when"), day_text(session.day) + ", " + hours_of_session(session));
    sheet.fact(said(context, "topic"), paper::apart(session.topic.value_or("")));
    sheet.rule();
    const auto attenders = attenders_of(context, session);
    for (const auto& one : attenders)
        sheet.signature(paper::apart(name_of(one)));
    if (attenders.empty())
        sheet.text(said(context, "nobody"));
    sheet.rule();
    sheet.signature(said(context, "signature_leader"));
    return {sheet.finish(), "application/pdf", 200};
}

core::Bytes print_certificate(Context& context, const EnrolmentPath& wish)
{
    const auto row = get_row(context, wish.id);
    const auto workshop = get_row(context, row.workshop);
    const auto card = people::get_card(context, row.person);
    Hours hours;
    for (const auto& one : hours_of(context.store, context.scope(), workshop.id))
        if (one.id == row.id)
            hours = one;
    if (row.cancelled_at || hours.attended == 0)
        throw Problem(409, "workshops.nothing_to_certify");
    context.concerns(row.person);

    paper::Sheet sheet(printed_in, said(context, "certificate"));
    sheet.title(said(context, "certificate"));
    sheet.text(said(context, "certifies"));
    sheet.heading(paper::apart(card.name));
    sheet.text(said(context, "has_attended"));
    sheet.fact(said(context, "workshop"),
               paper::apart(workshop.name) + " (" + kind_of(context, workshop) + ")");
    sheet.fact(said(context, "run_by"), paper::apart(workshop.run_by));
    sheet.fact(said(context, "where"), paper::apart(workshop.place));
    sheet.fact(said(context, "hours"),
               said(context, "hours_of",
                    {{"attended", hours_text(hours.attended)}, {"held", hours_text(hours.held)}}));
    write_levels(context, sheet, row);
    if (hours.attended * 100 >= hours.held * completed_percent)
        sheet.text(said(context, "completed"));
    sheet.rule();
    sheet.fact(said(context, "printed_on"), day_text(context.today()));
    sheet.signature(said(context, "signature_body"));
    return {sheet.finish(), "application/pdf", 200};
}

} // namespace workshops
