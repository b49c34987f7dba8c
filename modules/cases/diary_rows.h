// SPDX-License-Identifier: EUPL-1.2
// The rows of the diary, beside those of rows.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cases/attachments.h"
#include "cases/diary.h"
#include "core/actor.h"
#include "store/store.h"

namespace cases {

// What somebody adds to the diary and may keep to their profession: reads() says who reads it.
struct Written {
    std::string kept_to;
    std::optional<std::string> profession; // of the author, at that time
    Id<core::Account> author;
    Instant recorded_at;
    std::optional<Instant> changed_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("kept_to", &Written::kept_to), field("profession", &Written::profession),
            field("author", &Written::author), field("recorded_at", &Written::recorded_at),
            field("changed_at", &Written::changed_at),
            field("cancelled_at", &Written::cancelled_at));
    }
};

struct NoteRow : Written {
    static constexpr const char* title = "NoteRow";
    static constexpr const char* table = "cases_note";

    Id<Note> id;
    Id<Case> case_id;
    Date day;
    Instant at;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &NoteRow::id),
                                         field("case_id", &NoteRow::case_id),
                                         field("day", &NoteRow::day), field("at", &NoteRow::at),
                                         field("words", &NoteRow::words).sealed(Mark::note)),
                              Written::fields());
    }
};

struct AttachmentRow : Written {
    static constexpr const char* title = "AttachmentRow";
    static constexpr const char* table = "cases_attachment";

    Id<Attachment> id;
    Id<Case> case_id;
    Date day;
    std::string document_kind; // it may say that somebody is ill: sealed
    std::optional<std::string> about;
    std::optional<std::string> file_name; // it may be a name: sealed
    std::string format;
    std::int64_t bytes = 0;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AttachmentRow::id), field("case_id", &AttachmentRow::case_id),
                       field("day", &AttachmentRow::day),
                       field("document_kind", &AttachmentRow::document_kind).sealed(Mark::health),
                       field("title", &AttachmentRow::about).sealed(Mark::note),
                       field("file_name", &AttachmentRow::file_name).sealed(Mark::note),
                       field("format", &AttachmentRow::format),
                       field("bytes", &AttachmentRow::bytes)),
            Written::fields());
    }
};

// The file itself; its id is that of the attachment.
struct ContentRow {
    static constexpr const char* title = "AttachmentContentRow";
    static constexpr const char* table = "cases_attachment_content";

    Id<Attachment> id;
    std::string content;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ContentRow::id),
                          field("content", &ContentRow::content).sealed(Mark::note));
    }
};

struct AppointmentRow {
    static constexpr const char* title = "AppointmentRow";
    static constexpr const char* table = "cases_appointment";

    Id<Appointment> id;
    Id<Case> case_id;
    Instant at;
    int minutes = appointment_minutes;
    std::optional<std::string> place; // it may tell who the person is: sealed
    std::string what;
    Id<core::Account> colleague;
    std::optional<std::string> outcome;
    Id<core::Account> recorded_by;
    Instant recorded_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AppointmentRow::id), field("case_id", &AppointmentRow::case_id),
            field("at", &AppointmentRow::at), field("minutes", &AppointmentRow::minutes),
            field("place", &AppointmentRow::place).sealed(Mark::note),
            field("what", &AppointmentRow::what).sealed(Mark::note),
            field("colleague", &AppointmentRow::colleague),
            field("outcome", &AppointmentRow::outcome),
            field("recorded_by", &AppointmentRow::recorded_by),
            field("recorded_at", &AppointmentRow::recorded_at),
            field("cancelled_at", &AppointmentRow::cancelled_at));
    }
};

// With the person of its case.
struct AppointmentOfPerson : AppointmentRow {
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(AppointmentRow::fields(),
                              std::tuple(field("person", &AppointmentOfPerson::person)));
    }
};

// Newest first, whoever may read them, cancelled ones among them.
std::vector<NoteRow> notes_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<NoteRow> find_note(store::Transaction& transaction, const Id<Note>& id);
std::vector<AttachmentRow> attachments_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<AttachmentRow> find_attachment(store::Transaction& transaction,
                                             const Id<Attachment>& id);
std::optional<ContentRow> find_content(store::Transaction& transaction, const Id<Attachment>& id);
// The latest first, cancelled ones among them.
std::vector<AppointmentRow> appointments_of(store::Transaction& transaction, const Id<Case>& id);
std::optional<AppointmentRow> find_appointment(store::Transaction& transaction,
                                               const Id<Appointment>& id);
// Of who asks, from that instant on, in open cases that they can read; the next one first.
std::vector<AppointmentOfPerson> list_appointments(store::Transaction& transaction,
                                                   const core::Scope& scope, Instant from);

} // namespace cases
