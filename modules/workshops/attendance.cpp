// SPDX-License-Identifier: EUPL-1.2
// Who was there: one tap for each person, the same tap twice once, and every tap can be corrected.
// Or on paper, and the photo of the sheet beside it.
#include <algorithm>

#include "base/base64.h"
#include "base/picture.h"
#include "store/rows.h"
#include "workshops/work.h"

using core::Context;

namespace workshops {

namespace {

constexpr std::size_t photo_bytes_max = 720'000;       // as sent; in base64 it fits into a request
constexpr std::int64_t photo_pixels_max = 100'000'000; // of the phone of an account

Id<AttendanceRow> attendance_id(const Id<Session>& session, const Id<Enrolment>& enrolment)
{
    return Id<AttendanceRow>(named_uuid(to_string(session) + "/" + to_string(enrolment)));
}

Attender show(const EnrolmentRow& enrolment, const Id<Session>& session, const AttendanceRow* row)
{
    Attender shown;
    shown.id = enrolment.id;
    shown.session = session;
    shown.called = name_of(enrolment);
    shown.mark = row ? row->mark : "open";
    shown.minutes = row ? row->minutes : 0;
    return shown;
}

Sheet show(const SheetRow& row)
{
    return {row.id, row.session, row.added_at, row.cancelled_at.has_value()};
}

SheetRow get_row(Context& context, const Id<Sheet>& id)
{
    auto row = find_sheet(context.store, id);
    if (!row)
        throw not_found();
    if (!may_see(context, *row, get_row(context, row->session)))
        throw not_found();
    return std::move(*row);
}

int minutes_of(const MarkAttendance& wish, const SessionRow& session)
{
    if (wish.mark != "present")
        return 0;
    if (wish.minutes && *wish.minutes > session.minutes)
        refuse("minutes", "workshops.longer_than_session",
               {{"most", std::to_string(session.minutes)}});
    return wish.minutes.value_or(session.minutes);
}

} // namespace

Register show_register(Context& context, const RegisterPath& wish)
{
    const auto session = get_row(context, wish.session);
    const auto workshop = get_row(context, session.workshop);
    const auto marks = attendance_of(context.store, session.id);
    Register shown;
    shown.workshop_name = workshop.name;
    shown.place = workshop.place;
    shown.session = show(context, session);
    for (const auto& one : attenders_of(context, session)) {
        const auto mark = std::find_if(marks.begin(), marks.end(), [&](const AttendanceRow& row) {
            return row.enrolment == one.id;
        });
        shown.items.push_back(show(one, session.id, mark == marks.end() ? nullptr : &*mark));
    }
    for (const auto& row : sheets_of(context.store, session.id))
        if (may_see(context, row, session))
            shown.sheets.push_back(show(row));
    return shown;
}

Attender mark_attendance(Context& context, const MarkAttendance& wish)
{
    const auto session = get_standing(context, wish.session);
    const auto enrolment = get_row(context, wish.enrolment);
    if (enrolment.workshop != session.workshop)
        throw not_found();
    if (enrolment.cancelled_at)
        throw Problem(409, "workshops.enrolment_cancelled");
    if (!enrolment.enrolled_on || enrolment.state == "waiting")
        throw Problem(409, "workshops.not_enrolled");
    if (session.day > context.today())
        throw Problem(409, "workshops.not_yet", {{"day", to_string(session.day)}});
    const int minutes = minutes_of(wish, session);
    context.concerns(enrolment.person);

    const auto id = attendance_id(session.id, enrolment.id);
    const auto known = find_attendance(context.store, id);
    const auto at = std::min(wish.at.value_or(context.now), context.now);
    // What a phone sends late undoes nothing that somebody has corrected, or said again, since.
    if (known && known->marked_at > at)
        return show(enrolment, session.id, &*known);
    auto row = known.value_or(AttendanceRow{});
    row.id = id;
    row.session = session.id;
    row.enrolment = enrolment.id;
    row.day = session.day;
    row.mark = wish.mark;
    row.minutes = minutes;
    row.marked_by = context.actor.account;
    row.marked_at = at;
    if (!known) {
        store::insert_row(context.store, row);
        return show(enrolment, session.id, &row);
    }
    ++row.version;
    store::update_row(context.store, row);
    return show(enrolment, session.id, &row);
}

// ---- the sheet with signatures

void draw_sheet(Context&, AttachSheet& wish)
{
    const auto bytes = from_base64(wish.photo, "\r\n");
    if (!bytes || bytes->size() > photo_bytes_max)
        refuse("photo", "workshops.photo_unreadable");
    auto picture = clean_picture(*bytes, photo_pixels_max);
    if (picture.too_many_pixels)
        refuse("photo", "workshops.photo_too_large",
               {{"most", std::to_string(photo_pixels_max / 1'000'000)}});
    if (!picture.jpeg)
        refuse("photo", "workshops.photo_unreadable");
    wish.jpeg = std::move(*picture.jpeg);
}

Sheet attach_sheet(Context& context, const AttachSheet& wish)
{
    const auto session = get_standing(context, wish.session);
    if (session.day > context.today())
        throw Problem(409, "workshops.not_yet", {{"day", to_string(session.day)}});
    SheetRow row;
    row.id = wish.id;
    row.session = session.id;
    row.content = wish.jpeg;
    row.added_by = context.actor.account;
    row.added_at = context.now;
    store::insert_row(context.store, row);
    return show(row);
}

Sheet cancel_sheet(Context& context, const SheetPath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.cancelled_at) {
        row.cancelled_at = context.now;
        store::update_row(context.store, row);
    }
    return show(row);
}

Sheet restore_sheet(Context& context, const RestoreSheet& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at) {
        row.cancelled_at.reset();
        store::update_row(context.store, row);
    }
    return show(row);
}

core::Bytes get_sheet(Context& context, const SheetPath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.cancelled_at || row.content.empty())
        throw not_found();
    context.add_header("Content-Disposition", "attachment; filename=\"firme.jpg\"");
    return {std::move(row.content), "image/jpeg", 200};
}

} // namespace workshops
