// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/recording.h"

#include "store/rows.h"

using core::Context;

namespace openrosa {

namespace {

std::string perform(Context& context, const Recording& recording, const core::Act& act,
                    const std::string& input)
{
    return context.perform(act.name, input, recording.form.purpose, recording.worker);
}

// What no field of the act is for would be lost: better aside.
std::string checked_input(const Recording& recording, const Uuid& id)
{
    auto input = input_of(recording.form, recording.submission, id);
    if (!input.errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(input.errors));
    return std::move(input.json);
}

Uuid make(Context& context, const Recording& recording)
{
    perform(context, recording, *recording.form.act, checked_input(recording, recording.id));
    return recording.id;
}

// Filled in again on the phone: what it has become is changed, and keeps what no form asks.
Uuid change(Context& context, const Recording& recording, SubmissionRow& before)
{
    const auto& form = recording.form;
    if (before.form != form.id)
        throw Problem(404, "openrosa.unknown_edit");
    if (before.replaced_by)
        throw Problem(409, "openrosa.edited_already");
    if (!form.change)
        throw Problem(409, "openrosa.not_editable");

    const auto thing = parse_uuid(before.thing).value();
    const auto as_it_is =
        perform(context, recording, *form.show, "{\"id\":\"" + before.thing + "\"}");
    perform(context, recording, *form.change,
            merged(*form.change, form, as_it_is, checked_input(recording, thing)));
    before.replaced_by = Id<Received>(recording.id);
    store::update_row(context.store, before);
    return thing;
}

Uuid make_or_change(Context& context, const Recording& recording,
                    std::optional<AsideRow>& waiting_before)
{
    const auto& deprecated = recording.submission.deprecated;
    if (deprecated.empty())
        return make(context, recording);
    const auto before_id = id_of_instance(deprecated);
    if (auto before = find_submission(context.store, before_id))
        return change(context, recording, *before);
    // The first one waits aside: this one stands in its place.
    waiting_before = find_aside(context.store, before_id);
    if (!waiting_before || !waiting_before->is_waiting())
        throw Problem(404, "openrosa.unknown_edit");
    return make(context, recording);
}

} // namespace

SubmissionRow record(Context& context, const Recording& recording)
{
    std::optional<AsideRow> waiting_before;
    SubmissionRow row;
    row.thing = to_string(make_or_change(context, recording, waiting_before));
    row.id = Id<Received>(recording.id);
    row.form = recording.form.id;
    row.version = recording.submission.version;
    row.mark = recording.mark;
    row.sent_by = recording.worker.account;
    row.received_at = context.now;
    row.pictures = static_cast<int>(pictures_of(recording.form, recording.submission).size());
    store::insert_row(context.store, row);
    if (waiting_before)
        settle(context, *waiting_before, row);
    return row;
}

void settle(Context& context, AsideRow row, const SubmissionRow& recorded)
{
    row.recorded_by = context.actor.account;
    row.recorded_at = context.now;
    row.thing = recorded.thing;
    row.dismissed_by.reset();
    row.dismissed_at.reset();
    row.xml.reset();
    row.facts.reset();
    store::update_row(context.store, row);
}

} // namespace openrosa
