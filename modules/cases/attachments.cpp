// SPDX-License-Identifier: EUPL-1.2
#include "cases/attachments.h"

#include <algorithm>

#include "access/access.h"
#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

// Whoever takes the telephone next sees the names of saved files: they tell nothing. Nor are they
// numbered, which would count those that one does not read.
std::string saved_as(const AttachmentRow& row)
{
    const auto id = to_string(row.id);
    return "allegato-" + id.substr(id.size() - 8) + "." + row.format;
}

Attachment show(Context& context, const AttachmentRow& row)
{
    return {.id = row.id,
            .case_id = row.case_id,
            .on = row.day,
            .document_kind = row.document_kind,
            .about = row.about,
            .file_name = row.file_name,
            .format = row.format,
            .bytes = row.bytes,
            .saved_as = saved_as(row),
            .kept_to = row.kept_to,
            .profession = row.profession,
            .author_name = access::name_of(context, row.author),
            .own = row.author == context.actor.account,
            .added_at = row.recorded_at,
            .changed_at = row.changed_at,
            .cancelled = row.cancelled_at.has_value()};
}

struct Place {
    StoredCase one;
    AttachmentRow row;
};

// For who does not read it there is none.
Place get_read(Context& context, const Id<Attachment>& id)
{
    auto row = find_attachment(context.store, id);
    if (!row)
        throw not_found();
    const auto [one, opening] = get_readable(context, row->case_id);
    if (!reads(context, *row, own_profession(context)))
        throw not_found();
    context.concerns(one.person);
    return {one, std::move(*row)};
}

// One that the asker added, in a case in which work can go on.
Place get_own(Context& context, const Id<Attachment>& id)
{
    auto place = get_read(context, id);
    place.one = get_working(context, place.one.id);
    if (place.row.author != context.actor.account)
        throw Problem(409, "cases.not_your_attachment",
                      {{"name", access::name_of(context, place.row.author)}});
    return place;
}

void take_details(Context& context, AttachmentRow& row, const AttachmentDetails& wish)
{
    keep_to(context, row, wish.kept_to);
    row.day = wish.on;
    row.document_kind = wish.document_kind;
    row.about = wish.about;
}

void refuse_one_too_many(Context& context, const StoredCase& one)
{
    const auto there = attachments_for(context, one.id, own_profession(context));
    if (there.size() >= attachments_max)
        throw Problem(409, "cases.too_many_attachments",
                      {{"most", std::to_string(attachments_max)}});
}

} // namespace

std::vector<Attachment> attachments_for(Context& context, const Id<Case>& id,
                                        const std::optional<std::string>& profession)
{
    std::vector<Attachment> shown;
    for (const auto& row : attachments_of(context.store, id))
        if (reads(context, row, profession))
            shown.push_back(show(context, row));
    return shown;
}

// Whether the asker may add it is asked afterwards, beside the receipt: a file that is sent again
// is answered as the first time.
void check_attachment(Context&, AddAttachment& wish)
{
    wish.file = take_file_of(wish.content);
    wish.content = {};
}

Attachment add_attachment(Context& context, const AddAttachment& wish)
{
    const auto one = get_working(context, wish.case_id);
    context.concerns(one.person);
    refuse_one_too_many(context, one);
    AttachmentRow row;
    take_details(context, row, wish);
    row.id = wish.id;
    row.case_id = one.id;
    row.file_name = wish.file_name;
    row.format = wish.file.format;
    row.bytes = static_cast<std::int64_t>(wish.file.bytes.size());
    row.author = context.actor.account;
    row.recorded_at = context.now;
    store::insert_row(context.store, row);
    store::insert_row(context.store, ContentRow{wish.id, wish.file.bytes});
    return show(context, row);
}

core::Bytes get_attachment(Context& context, const OneAttachment& wish)
{
    const auto [one, row] = get_read(context, wish.id);
    auto content = find_content(context.store, row.id);
    ENSURE(content);
    // Should it be opened here all the same, it may run nothing and load nothing.
    context.add_header("Content-Security-Policy", "sandbox; default-src 'none'");
    context.add_header("Content-Disposition", "attachment; filename=\"" + saved_as(row) + '"');
    return {std::move(content->content)};
}

Attachment change_attachment(Context& context, const ChangeAttachment& wish)
{
    auto [one, row] = get_own(context, wish.id);
    if (row.cancelled_at)
        throw not_found();
    take_details(context, row, wish);
    row.changed_at = context.now;
    store::update_row(context.store, row);
    return show(context, row);
}

void cancel_attachment(Context& context, const OneAttachment& wish)
{
    auto [one, row] = get_own(context, wish.id);
    if (row.cancelled_at)
        return;
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
}

Attachment restore_attachment(Context& context, const OneCancelledAttachment& wish)
{
    auto [one, row] = get_own(context, wish.id);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, row);
}

} // namespace cases
