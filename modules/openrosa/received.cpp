// SPDX-License-Identifier: EUPL-1.2
// What came from phones, and the pictures that came with it.
#include <algorithm>

#include "openrosa/acts.h"
#include "openrosa/forms.h"
#include "openrosa/further.h"
#include "openrosa/rows.h"

using core::Context;

namespace openrosa {

namespace {

constexpr int listed_max = 50;

} // namespace

ReceivedList list_received(Context& context)
{
    ReceivedList list;
    for (const auto& row : newest_submissions(context.store, listed_max)) {
        if (owner_of(context, row.form))
            continue; // who asked whom at which minute is in no list
        Received shown;
        shown.id = row.id;
        shown.form = row.form;
        if (const auto* form = find_form(context, row.form)) {
            shown.form_title = title_of(*form, context.language());
            shown.act = form->act->name;
        }
        shown.sent_by_name = access::name_of(context, row.sent_by);
        shown.received_at = row.received_at;
        shown.thing = row.thing;
        shown.replaced = row.replaced_by.has_value();
        if (row.pictures > 0)
            shown.pictures = attachments_of(context.store, row.id);
        shown.pictures_missing =
            std::max(0, row.pictures - static_cast<int>(shown.pictures.size()));
        list.items.push_back(std::move(shown));
    }
    return list;
}

// What is no picture is given as a file: no browser tries to make something of it.
core::Bytes get_picture(Context& context, const AttachmentPath& wish)
{
    auto row = find_attachment(context.store, wish.id);
    if (!row)
        throw not_found();
    context.about(wish.id);
    if (!row->recognised)
        context.add_header("Content-Disposition", "attachment; filename=\"file.bin\"");
    return {std::move(row->bytes), row->type, 200};
}

} // namespace openrosa
