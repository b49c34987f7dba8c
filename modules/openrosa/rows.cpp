// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/rows.h"

#include "store/rows.h"

namespace openrosa {

namespace {

const store::Sql submission_by_id("select " + store::columns<SubmissionRow>() +
                                  " from openrosa_submission where id = $1");

const store::Sql submissions_newest("select " + store::columns<SubmissionRow>() +
                                    " from openrosa_submission"
                                    " order by received_at desc, id desc limit $1");

const store::Sql aside_by_id("select " + store::columns<AsideRow>() +
                             " from openrosa_aside where id = $1");

// The XML stays where it is: a list shows that there is something, not what.
const store::Sql asides_of_state(
    "select id, form, version, mark, reason, kept_by_phone, sent_by, received_at, recorded_by,"
    " recorded_at, thing, dismissed_by, dismissed_at from openrosa_aside where $1 ="
    " case when recorded_at is not null then 'recorded'"
    " when dismissed_at is not null then 'dismissed' else 'waiting' end"
    " order by received_at desc, id desc limit $2");

const store::Sql
    delete_files_of_dismissed("delete from openrosa_attachment where submission in"
                              " (select id from openrosa_aside where dismissed_at < $1)");
const store::Sql delete_dismissed("delete from openrosa_aside where dismissed_at < $1");

const store::Sql attachment_count("select count(*) from openrosa_attachment where id = $1");
const store::Sql attachment_by_id("select " + store::columns<AttachmentRow>() +
                                  " from openrosa_attachment where id = $1");
const store::Sql attachment_ids("select id from openrosa_attachment where submission = $1"
                                " order by received_at, id");

} // namespace

std::optional<SubmissionRow> find_submission(store::Transaction& transaction, const Uuid& id)
{
    return store::find_row<SubmissionRow>(transaction, submission_by_id, id);
}

std::vector<SubmissionRow> newest_submissions(store::Transaction& transaction, int limit)
{
    return store::read_rows<SubmissionRow>(transaction, submissions_newest, limit);
}

std::optional<AsideRow> find_aside(store::Transaction& transaction, const Uuid& id)
{
    return store::find_row<AsideRow>(transaction, aside_by_id, id);
}

std::vector<AsideRow> asides(store::Transaction& transaction, const std::string& state, int limit)
{
    return store::read_rows<AsideRow>(transaction, asides_of_state, state, limit);
}

void delete_dismissed_before(store::Transaction& transaction, Instant time)
{
    transaction.execute(delete_files_of_dismissed, time);
    transaction.execute(delete_dismissed, time);
}

bool has_attachment(store::Transaction& transaction, const Uuid& id)
{
    return transaction.number(attachment_count, id) > 0;
}

std::optional<AttachmentRow> find_attachment(store::Transaction& transaction, const Uuid& id)
{
    return store::find_row<AttachmentRow>(transaction, attachment_by_id, id);
}

std::vector<Id<Attachment>> attachments_of(store::Transaction& transaction, const Uuid& submission)
{
    std::vector<Id<Attachment>> ids;
    const auto rows = transaction.query(attachment_ids, submission);
    while (rows->next())
        ids.emplace_back(parse_uuid(rows->text(0)).value());
    return ids;
}

} // namespace openrosa
