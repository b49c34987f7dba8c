// SPDX-License-Identifier: EUPL-1.2
// Files in the diary of a case: a PDF or a picture, sealed, never shown by us, only handed back as
// a file. Who reads one follows the rules of notes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cases/acts.h"
#include "cases/file_kinds.h"

namespace cases {

struct Attachment;

// That one reads: who does not read a file must not learn of it by being told that it was one too
// many.
inline constexpr std::size_t attachments_max = 60;
// A file in base64, and what is said of it.
inline constexpr std::size_t attachment_request_bytes_max = 12 * 1024 * 1024;

struct Attachment {
    static constexpr const char* title = "CaseAttachment";

    Id<Attachment> id;
    Id<Case> case_id;
    Date on;
    std::string document_kind;
    std::optional<std::string> about;
    std::optional<std::string> file_name;
    std::string format;
    std::int64_t bytes = 0;
    std::string saved_as;
    std::string kept_to;
    std::optional<std::string> profession;
    std::string author_name;
    bool own = false;
    Instant added_at;
    std::optional<Instant> changed_at;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Attachment::id), field("case", &Attachment::case_id),
            field("on", &Attachment::on),
            field("document_kind", &Attachment::document_kind)
                .one_of("attachment_kind")
                .sealed(Mark::health),
            field("title", &Attachment::about).sealed(Mark::note),
            field("file_name", &Attachment::file_name)
                .sealed(Mark::note)
                .says("As it was called where it came from."),
            field("format", &Attachment::format).one_of("file_format"),
            field("bytes", &Attachment::bytes).says("Of the file as it is kept."),
            field("saved_as", &Attachment::saved_as)
                .says("What the file is called that is handed back: it says nothing of anybody."),
            field("kept_to", &Attachment::kept_to).one_of("note_reach"),
            field("profession", &Attachment::profession)
                .one_of("profession")
                .says("Of who added it, at that time."),
            field("author_name", &Attachment::author_name),
            field("own", &Attachment::own).says("The asker added it, and may change it."),
            field("added_at", &Attachment::added_at), field("changed_at", &Attachment::changed_at),
            field("cancelled", &Attachment::cancelled)
                .says("Then it is shown to who added it alone."));
    }
};

// ---- wishes

struct AttachmentDetails {
    Date on;
    std::string document_kind;
    std::optional<std::string> about;
    std::string kept_to;

    static constexpr auto fields()
    {
        return std::tuple(field("on", &AttachmentDetails::on)
                              .not_future()
                              .says("The day that the file is of.")
                              .sample(R"("2026-11-20")"),
                          field("document_kind", &AttachmentDetails::document_kind)
                              .one_of("attachment_kind")
                              .sealed(Mark::health)
                              .sample(R"("PERMIT")"),
                          field("title", &AttachmentDetails::about)
                              .up_to(200)
                              .sealed(Mark::note)
                              .says("What it is, where the kind does not say enough."),
                          field("kept_to", &AttachmentDetails::kept_to)
                              .one_of("note_reach")
                              .says("As notes are kept.")
                              .sample(R"("everybody")"));
    }
};

struct AddAttachment : AttachmentDetails {
    static constexpr const char* title = "AddCaseAttachment";

    Id<Case> case_id;
    Id<Attachment> id;
    std::optional<std::string> file_name;
    std::string content; // base64
    TakenFile file;      // set by check_attachment

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("case", &AddAttachment::case_id).sample(core::samples::case_amina),
                       field("id", &AddAttachment::id).sample(core::samples::new_attachment)),
            AttachmentDetails::fields(),
            std::tuple(field("file_name", &AddAttachment::file_name).up_to(200).sealed(Mark::note),
                       field("content", &AddAttachment::content)
                           .up_to(attachment_request_bytes_max)
                           .sealed(Mark::note)
                           .says("In base64, of at most 8 MiB: a PDF that can do nothing, or a "
                                 "JPEG, PNG or WebP, of which what the camera wrote into it is "
                                 "not kept.")
                           .sample(core::samples::attachment_content)));
    }
};

struct ChangeAttachment : AttachmentDetails {
    static constexpr const char* title = "ChangeCaseAttachment";

    Id<Attachment> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeAttachment::id).sample(core::samples::attachment)),
            AttachmentDetails::fields());
    }
};

struct OneAttachment {
    static constexpr const char* title = "OneCaseAttachment";

    Id<Attachment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneAttachment::id).sample(core::samples::attachment));
    }
};

struct OneCancelledAttachment {
    static constexpr const char* title = "OneCancelledCaseAttachment";

    Id<Attachment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OneCancelledAttachment::id).sample(core::samples::attachment_cancelled));
    }
};

// Those that the asker reads, who has that profession.
std::vector<Attachment> attachments_for(core::Context& context, const Id<Case>& id,
                                        const std::optional<std::string>& profession);

// Before it is added: looks into the file, and draws a picture anew.
void check_attachment(core::Context& context, AddAttachment& wish);
Attachment add_attachment(core::Context& context, const AddAttachment& wish);
// The file itself, to be saved and not to be shown.
core::Bytes get_attachment(core::Context& context, const OneAttachment& wish);
Attachment change_attachment(core::Context& context, const ChangeAttachment& wish);
void cancel_attachment(core::Context& context, const OneAttachment& wish);
Attachment restore_attachment(core::Context& context, const OneCancelledAttachment& wish);

} // namespace cases
