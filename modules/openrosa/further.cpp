// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/further.h"

#include "core/house.h"
#include "store/rows.h"

using core::Context;

namespace openrosa {

const core::PhoneForms* owner_of(const Context& context, std::string_view form)
{
    for (const auto& owner : context.house.phone_forms())
        if (owner.owns(form))
            return &owner;
    return nullptr;
}

std::vector<core::PhoneForm> further_forms(Context& context)
{
    std::vector<core::PhoneForm> all;
    for (const auto& owner : context.house.phone_forms())
        for (auto& form : owner.list(context)) {
            const auto* act = context.house.find_act(form.act);
            ENSURE(act != nullptr);
            if (context.house.may_ask(context.actor, *act))
                all.push_back(std::move(form));
        }
    return all;
}

std::optional<core::PhoneForm> find_further(Context& context, std::string_view form)
{
    for (auto& one : further_forms(context))
        if (one.id == form)
            return std::move(one);
    return std::nullopt;
}

// It is known again by its instance. What it became is not written beside who has sent it and when.
SubmissionRow record(Context& context, const FurtherRecording& recording)
{
    const auto& submission = recording.submission;
    if (!submission.deprecated.empty())
        throw Problem(409, "openrosa.not_editable");
    const auto done = recording.owner.read(
        context, {submission.form, submission.version, recording.id, recording.xml});
    context.perform(done.act, done.input, done.purpose, recording.worker);
    SubmissionRow row;
    row.id = Id<Received>(recording.id);
    row.form = submission.form;
    row.version = submission.version;
    row.mark = recording.mark;
    row.sent_by = recording.worker.account;
    row.received_at = context.now;
    row.thing = to_string(recording.id);
    store::insert_row(context.store, row);
    return row;
}

} // namespace openrosa
