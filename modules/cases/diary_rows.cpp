// SPDX-License-Identifier: EUPL-1.2
#include "cases/diary_rows.h"

#include "cases/rows.h"
#include "store/rows.h"

namespace cases {

namespace {

const store::Sql notes("select " + store::columns<NoteRow>() +
                       " from cases_note where case_id = $1"
                       " order by day desc, at desc, id desc");

const store::Sql note_by_id("select " + store::columns<NoteRow>() +
                            " from cases_note where id = $1");

const store::Sql attachments("select " + store::columns<AttachmentRow>() +
                             " from cases_attachment where case_id = $1"
                             " order by day desc, recorded_at desc, id desc");

const store::Sql attachment_by_id("select " + store::columns<AttachmentRow>() +
                                  " from cases_attachment where id = $1");

const store::Sql content_by_id("select " + store::columns<ContentRow>() +
                               " from cases_attachment_content where id = $1");

const store::Sql appointments("select " + store::columns<AppointmentRow>() +
                              " from cases_appointment where case_id = $1"
                              " order by at desc, id desc");

const store::Sql appointment_by_id("select " + store::columns<AppointmentRow>() +
                                   " from cases_appointment where id = $1");

const store::Sql appointments_of_colleague("select " + store::columns<AppointmentRow>("a") +
                                           ", c.person from cases_appointment a"
                                           " join cases_case c on c.id = a.case_id"
                                           " where a.colleague = $2 and a.at >= $5"
                                           " and a.cancelled_at is null"
                                           " and c.cancelled_at is null and c.state = 'open'"
                                           " and " +
                                           visible("$1", "$2", "$3", "$4") +
                                           " order by a.at, a.id limit 500");

} // namespace

std::vector<NoteRow> notes_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<NoteRow>(transaction, notes, id);
}

std::optional<NoteRow> find_note(store::Transaction& transaction, const Id<Note>& id)
{
    return store::find_row<NoteRow>(transaction, note_by_id, id);
}

std::vector<AttachmentRow> attachments_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<AttachmentRow>(transaction, attachments, id);
}

std::optional<AttachmentRow> find_attachment(store::Transaction& transaction,
                                             const Id<Attachment>& id)
{
    return store::find_row<AttachmentRow>(transaction, attachment_by_id, id);
}

std::optional<ContentRow> find_content(store::Transaction& transaction, const Id<Attachment>& id)
{
    return store::find_row<ContentRow>(transaction, content_by_id, id);
}

std::vector<AppointmentRow> appointments_of(store::Transaction& transaction, const Id<Case>& id)
{
    return store::read_rows<AppointmentRow>(transaction, appointments, id);
}

std::optional<AppointmentRow> find_appointment(store::Transaction& transaction,
                                               const Id<Appointment>& id)
{
    return store::find_row<AppointmentRow>(transaction, appointment_by_id, id);
}

std::vector<AppointmentOfPerson> list_appointments(store::Transaction& transaction,
                                                   const core::Scope& scope, Instant from)
{
    return store::read_rows<AppointmentOfPerson>(transaction, appointments_of_colleague,
                                                 reach_of(scope), scope.account, teams_of(scope),
                                                 guarded_of(scope), from);
}

} // namespace cases
