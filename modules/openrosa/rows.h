// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module. Who may ask for it sees the city's: no scope.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "openrosa/openrosa.h"
#include "store/store.h"

namespace openrosa {

struct SubmissionRow {
    static constexpr const char* title = "SubmissionRow";
    static constexpr const char* table = "openrosa_submission";

    Id<Received> id;
    std::string form;
    std::string version;
    std::string mark;
    Id<core::Account> sent_by;
    Instant received_at;
    std::string thing;
    int pictures = 0;
    std::optional<Id<Received>> replaced_by;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SubmissionRow::id), field("form", &SubmissionRow::form),
            field("version", &SubmissionRow::version), field("mark", &SubmissionRow::mark),
            field("sent_by", &SubmissionRow::sent_by),
            field("received_at", &SubmissionRow::received_at),
            field("thing", &SubmissionRow::thing), field("pictures", &SubmissionRow::pictures),
            field("replaced_by", &SubmissionRow::replaced_by));
    }
};

struct AsideRow {
    static constexpr const char* title = "AsideRow";
    static constexpr const char* table = "openrosa_aside";

    Id<Aside> id;
    std::string form;
    std::string version;
    std::string mark;
    std::string reason;
    std::optional<std::string> facts; // of the problem, as a JSON object
    bool kept_by_phone = false;
    Id<core::Account> sent_by;
    Instant received_at;
    std::optional<std::string> xml;
    std::optional<Id<core::Account>> recorded_by;
    std::optional<Instant> recorded_at;
    std::optional<std::string> thing;
    std::optional<Id<core::Account>> dismissed_by;
    std::optional<Instant> dismissed_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AsideRow::id), field("form", &AsideRow::form),
            field("version", &AsideRow::version), field("mark", &AsideRow::mark),
            field("reason", &AsideRow::reason), field("facts", &AsideRow::facts).sealed(Mark::note),
            field("kept_by_phone", &AsideRow::kept_by_phone), field("sent_by", &AsideRow::sent_by),
            field("received_at", &AsideRow::received_at),
            field("xml", &AsideRow::xml).sealed(Mark::note),
            field("recorded_by", &AsideRow::recorded_by),
            field("recorded_at", &AsideRow::recorded_at), field("thing", &AsideRow::thing),
            field("dismissed_by", &AsideRow::dismissed_by),
            field("dismissed_at", &AsideRow::dismissed_at));
    }

    bool is_waiting() const { return !recorded_at && !dismissed_at; }
};

struct AttachmentRow {
    static constexpr const char* title = "AttachmentRow";
    static constexpr const char* table = "openrosa_attachment";

    Id<Attachment> id;
    std::string submission;
    std::string question;
    std::string type;
    std::string bytes;
    bool recognised = false;
    Instant received_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AttachmentRow::id), field("submission", &AttachmentRow::submission),
            field("question", &AttachmentRow::question), field("type", &AttachmentRow::type),
            field("bytes", &AttachmentRow::bytes).sealed(Mark::note),
            field("recognised", &AttachmentRow::recognised),
            field("received_at", &AttachmentRow::received_at));
    }
};

std::optional<SubmissionRow> find_submission(store::Transaction& transaction, const Uuid& id);
std::vector<SubmissionRow> newest_submissions(store::Transaction& transaction, int limit);

std::optional<AsideRow> find_aside(store::Transaction& transaction, const Uuid& id);
// "waiting", "recorded" or "dismissed"; without the XML.
std::vector<AsideRow> asides(store::Transaction& transaction, const std::string& state, int limit);
// What was dismissed before that time, and its files.
void delete_dismissed_before(store::Transaction& transaction, Instant time);

bool has_attachment(store::Transaction& transaction, const Uuid& id);
std::optional<AttachmentRow> find_attachment(store::Transaction& transaction, const Uuid& id);
std::vector<Id<Attachment>> attachments_of(store::Transaction& transaction, const Uuid& submission);

} // namespace openrosa
