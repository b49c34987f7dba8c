// SPDX-License-Identifier: EUPL-1.2
// The diary of a case: notes, appointments and attachments, shown in one list with what was done. A
// note may be kept to the profession of who wrote it; for everybody else there is no such note.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"
#include "cases/attachments.h"

namespace cases {

struct Note;
struct Appointment;

// How long an appointment lasts when nobody says, and when the end of a document counts as near.
inline constexpr int appointment_minutes = 30;
inline constexpr int document_days_ahead = 60;

struct Note {
    static constexpr const char* title = "CaseNote";

    Id<Note> id;
    Id<Case> case_id;
    Instant at;
    std::string words;
    std::string kept_to;
    std::optional<std::string> profession;
    std::string author_name;
    bool own = false;
    std::optional<Instant> changed_at;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Note::id), field("case", &Note::case_id), field("at", &Note::at),
            field("words", &Note::words).sealed(Mark::note),
            field("kept_to", &Note::kept_to).one_of("note_reach"),
            field("profession", &Note::profession)
                .one_of("profession")
                .says("Of who wrote it, at that time."),
            field("author_name", &Note::author_name),
            field("own", &Note::own).says("The asker wrote it, and may change it."),
            field("changed_at", &Note::changed_at),
            field("cancelled", &Note::cancelled).says("Then it is shown to who wrote it alone."));
    }
};

struct Appointment {
    static constexpr const char* title = "Appointment";

    Id<Appointment> id;
    Id<Case> case_id;
    Instant at;
    int minutes = appointment_minutes;
    std::optional<std::string> place;
    std::string what;
    Id<core::Account> colleague;
    std::string colleague_name;
    std::optional<std::string> outcome;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Appointment::id), field("case", &Appointment::case_id),
            field("at", &Appointment::at), field("minutes", &Appointment::minutes),
            field("place", &Appointment::place).sealed(Mark::note),
            field("what", &Appointment::what).sealed(Mark::note),
            field("colleague", &Appointment::colleague).says("Whom the person meets."),
            field("colleague_name", &Appointment::colleague_name),
            field("outcome", &Appointment::outcome).one_of("appointment_outcome"),
            field("cancelled", &Appointment::cancelled));
    }
};

// One of the four, as kind says.
struct DiaryEntry {
    static constexpr const char* title = "DiaryEntry";

    std::string kind;
    Date on;
    std::optional<Note> note;
    std::optional<Intervention> intervention;
    std::optional<Appointment> appointment;
    std::optional<Attachment> attachment;

    static constexpr auto fields()
    {
        return std::tuple(field("kind", &DiaryEntry::kind).one_of("diary_kind"),
                          field("on", &DiaryEntry::on), field("note", &DiaryEntry::note),
                          field("intervention", &DiaryEntry::intervention),
                          field("appointment", &DiaryEntry::appointment),
                          field("attachment", &DiaryEntry::attachment));
    }
};

// A document of the person, without its number.
struct EndingDocument {
    static constexpr const char* title = "EndingDocument";

    std::string kind;
    Date expires_on;
    bool expired = false;

    static constexpr auto fields()
    {
        return std::tuple(field("kind", &EndingDocument::kind).one_of("identifier_kind"),
                          field("expires_on", &EndingDocument::expires_on),
                          field("expired", &EndingDocument::expired));
    }
};

struct Diary {
    static constexpr const char* title = "CaseDiary";

    Id<Case> case_id;
    Id<people::Person> person;
    std::optional<std::string> own_profession; // to which the asker could keep a note
    std::vector<Appointment> coming;           // from today on, the next one first
    std::vector<DiaryEntry> items;             // newest first, without those coming
    std::vector<EndingDocument> documents;     // the first to end first

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &Diary::case_id), field("person", &Diary::person),
            field("own_profession", &Diary::own_profession)
                .one_of("profession")
                .says("To which the asker could keep a note."),
            field("coming", &Diary::coming)
                .at_most(2000)
                .says("From today on, without an outcome; the next one first."),
            field("items", &Diary::items)
                .at_most(8000)
                .says("Newest first, without the appointments that are coming."),
            field("documents", &Diary::documents)
                .at_most(200)
                .says("Documents of the person that end within 60 days, or have ended."));
    }
};

struct MyAppointment : Appointment {
    static constexpr const char* title = "MyAppointment";

    Id<people::Person> person;
    people::Card person_card;

    static constexpr auto fields()
    {
        return std::tuple_cat(Appointment::fields(),
                              std::tuple(field("person", &MyAppointment::person),
                                         field("person_card", &MyAppointment::person_card)));
    }
};

struct MyAppointments {
    static constexpr const char* title = "MyAppointments";

    std::vector<MyAppointment> items; // the next one first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &MyAppointments::items).at_most(500));
    }
};

// ---- wishes

struct DiaryOfCase {
    static constexpr const char* title = "DiaryOfCase";

    Id<Case> case_id;

    static constexpr auto fields()
    {
        return std::tuple(field("case", &DiaryOfCase::case_id).sample(core::samples::case_amina));
    }
};

struct NoteDetails {
    Instant at;
    std::string words;
    std::string kept_to;

    static constexpr auto fields()
    {
        return std::tuple(
            field("at", &NoteDetails::at).not_future().sample(R"("2026-11-20T10:00:00Z")"),
            field("words", &NoteDetails::words)
                .up_to(4000)
                .sealed(Mark::note)
                .sample(R"("Ha chiamato: il dormitorio la aspetta da lunedì")"),
            field("kept_to", &NoteDetails::kept_to)
                .one_of("note_reach")
                .says("profession: health professions are one compartment, the others each its "
                      "own; who wrote it always reads it.")
                .sample(R"("everybody")"));
    }
};

struct AddNote : NoteDetails {
    static constexpr const char* title = "AddCaseNote";

    Id<Case> case_id;
    Id<Note> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("case", &AddNote::case_id).sample(core::samples::case_amina),
                       field("id", &AddNote::id).sample(core::samples::new_note)),
            NoteDetails::fields());
    }
};

struct ChangeNote : NoteDetails {
    static constexpr const char* title = "ChangeCaseNote";

    Id<Note> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &ChangeNote::id).sample(core::samples::note)),
                              NoteDetails::fields());
    }
};

struct OneNote {
    static constexpr const char* title = "OneCaseNote";

    Id<Note> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneNote::id).sample(core::samples::note));
    }
};

struct OneCancelledNote {
    static constexpr const char* title = "OneCancelledCaseNote";

    Id<Note> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneCancelledNote::id).sample(core::samples::note_cancelled));
    }
};

struct AppointmentDetails {
    Instant at;
    std::optional<int> minutes;
    std::optional<std::string> place;
    std::string what;
    std::optional<Id<core::Account>> colleague;
    std::optional<std::string> outcome;

    static constexpr auto fields()
    {
        return std::tuple(
            field("at", &AppointmentDetails::at).sample(R"("2026-12-01T09:00:00Z")"),
            field("minutes", &AppointmentDetails::minutes)
                .between(5, 720)
                .says("30 when left out."),
            field("place", &AppointmentDetails::place).up_to(200).sealed(Mark::note),
            field("what", &AppointmentDetails::what)
                .up_to(500)
                .sealed(Mark::note)
                .sample(R"("Colloquio, con la mediatrice")"),
            field("colleague", &AppointmentDetails::colleague)
                .says("Whom the person meets: who adds it when left out, else a colleague who "
                      "reads the case."),
            field("outcome", &AppointmentDetails::outcome).one_of("appointment_outcome"));
    }
};

struct AddAppointment : AppointmentDetails {
    static constexpr const char* title = "AddAppointment";

    Id<Case> case_id;
    Id<Appointment> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("case", &AddAppointment::case_id).sample(core::samples::case_amina),
                       field("id", &AddAppointment::id).sample(core::samples::new_appointment)),
            AppointmentDetails::fields());
    }
};

struct ChangeAppointment : AppointmentDetails {
    static constexpr const char* title = "ChangeAppointment";

    Id<Appointment> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeAppointment::id).sample(core::samples::appointment)),
            AppointmentDetails::fields());
    }
};

struct OneAppointment {
    static constexpr const char* title = "OneAppointment";

    Id<Appointment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneAppointment::id).sample(core::samples::appointment));
    }
};

struct OneCancelledAppointment {
    static constexpr const char* title = "OneCancelledAppointment";

    Id<Appointment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneCancelledAppointment::id).sample(core::samples::appointment_cancelled));
    }
};

Diary get_diary(core::Context& context, const DiaryOfCase& wish);

Note add_note(core::Context& context, const AddNote& wish);
Note change_note(core::Context& context, const ChangeNote& wish);
void cancel_note(core::Context& context, const OneNote& wish);
Note restore_note(core::Context& context, const OneCancelledNote& wish);

Appointment add_appointment(core::Context& context, const AddAppointment& wish);
Appointment change_appointment(core::Context& context, const ChangeAppointment& wish);
void cancel_appointment(core::Context& context, const OneAppointment& wish);
Appointment restore_appointment(core::Context& context, const OneCancelledAppointment& wish);
MyAppointments list_my_appointments(core::Context& context);
// Of the asker, for the calendar of a telephone: nothing in it says who anybody is.
core::Bytes print_calendar(core::Context& context);

} // namespace cases
