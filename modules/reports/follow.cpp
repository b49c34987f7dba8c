// SPDX-License-Identifier: EUPL-1.2
// What a reporter may do with the code: see how the report stands and what was answered, and add
// something. A code that nobody has, one of another city and one that is no code at all are
// answered alike, after the same look into the store.
#include "core/guests.h"
#include "core/spoken_code.h"
#include "reports/arrival.h"
#include "reports/work.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

std::optional<ReportRow> find_followed(Context& context, const std::string& typed)
{
    // What is no code is looked up as well: it takes as long, and is found as little.
    return find_by_code(context.store, core::mark_of_code(context.store.seal(), code_of_report,
                                                          core::read_code(typed).value_or(typed)));
}

ReportRow get_followed(Context& context, const std::string& typed)
{
    auto& gate = context.kept<core::Gate>();
    gate.refuse_full(wrong_codes, context.request.remote, context.now);
    auto row = find_followed(context, typed);
    if (row)
        return std::move(*row);
    gate.count(wrong_codes, context.request.remote, context.now);
    throw Problem(404, "reports.unknown_code");
}

void add_answers(Context& context, const Id<Report>& report, FollowedReport& followed)
{
    for (const auto& answer : answers_of(context.store, report))
        if (!answer.withdrawn_at)
            followed.answers.push_back({answer.code, answer.words, answer.given_at});
}

// Where several reports are of one event, each reporter sees how that one stands.
FollowedReport show_followed(Context& context, const ReportRow& row)
{
    FollowedReport followed;
    followed.received_at = row.received_at;
    followed.remarks = row.remarks;
    add_answers(context, row.id, followed);
    auto worked_on = row;
    while (worked_on.lead) {
        worked_on = get_row(context, *worked_on.lead);
        add_answers(context, worked_on.id, followed);
    }
    followed.status = worked_on.status;
    context.about(row.id);
    return followed;
}

} // namespace

FollowedReport follow_report(Context& context, const FollowReport& wish)
{
    core::check_city(context, wish.city);
    context.kept<core::Gate>().pass(questions, context.request.remote, context.now);
    return show_followed(context, get_followed(context, wish.code));
}

// The code is tried here, before the store's writer is asked: a wrong one never reaches it.
void take_remark(Context& context, AddRemark& wish)
{
    core::check_city(context, wish.city);
    context.kept<core::Gate>().pass(remarks_allowed, context.request.remote, context.now);
    get_followed(context, wish.code);
}

FollowedReport add_remark(Context& context, const AddRemark& wish)
{
    auto row = find_followed(context, wish.code);
    if (!row)
        throw Problem(404, "reports.unknown_code");
    if (const auto known = find_remark(context.store, wish.id)) {
        if (known->report != row->id || known->words != wish.words)
            throw Problem(409, "core.id_taken");
        return show_followed(context, *row); // sent again: it is there
    }
    store::insert_row(context.store, RemarkRow{wish.id, row->id, wish.words, context.now});
    note_step(context, row->id, "remarked");
    retell(context, *row);
    return show_followed(context, *row);
}

} // namespace reports
