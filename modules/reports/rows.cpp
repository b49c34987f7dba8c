// SPDX-License-Identifier: EUPL-1.2
#include "reports/rows.h"

#include "store/rows.h"

namespace reports {

namespace {

const std::string report_columns = store::columns<ReportRow>();

const store::Sql report_by_id("select " + report_columns + " from reports_report where id = $1");
const store::Sql report_by_code("select " + report_columns +
                                " from reports_report where code_mark = $1");
const store::Sql last_number("select max(number) from reports_report");
const store::Sql open_ones("select " + report_columns +
                           " from reports_report where closed_at is null and lead is null"
                           " order by received_at, id limit $1");
const store::Sql closed_ones("select " + report_columns +
                             " from reports_report where closed_at is not null and lead is null"
                             " and (received_at, id) < ($1, $2)"
                             " order by received_at desc, id desc limit $3");
const store::Sql between("select " + report_columns +
                         " from reports_report where received_at >= $1 and received_at <= $2"
                         " order by received_at desc, id desc limit $3");
const store::Sql grouped("select " + report_columns +
                         " from reports_report where lead = $1 order by received_at, id");
const store::Sql grouped_count("select count(*) from reports_report where lead = $1");

const store::Sql reporter("select " + store::columns<ReporterRow>() +
                          " from reports_reporter where report = $1");
const store::Sql reported("select " + store::columns<ReportedRow>() +
                          " from reports_reported where report = $1");
const store::Sql photo("select " + store::columns<PhotoRow>() +
                       " from reports_photo where id = $1");

const store::Sql
    verified_by_team("select count(*) from reports_verification v where v.cancelled_at is null"
                     " and v.at >= $2 and v.at <= $3 and exists (select 1 from reports_dispatch d"
                     " where d.report = v.report and d.round = v.round and d.team = $1"
                     " and d.accepted_at is not null and d.withdrawn_at is null)");

const store::Sql steps("select " + store::columns<StepRow>() +
                       " from reports_step where report = $1 order by turn");
const store::Sql last_turn("select max(turn) from reports_step where report = $1");

const store::Sql group_by_id("select " + store::columns<GroupRow>() +
                             " from reports_group where id = $1");
const store::Sql standing_group("select " + store::columns<GroupRow>() +
                                " from reports_group where report = $1 and undone_at is null");

const store::Sql dispatch_by_id("select " + store::columns<DispatchRow>() +
                                " from reports_dispatch where id = $1");
const store::Sql dispatches("select " + store::columns<DispatchRow>() +
                            " from reports_dispatch where report = $1 order by offered_at, id");
const store::Sql standing("select " + store::columns<DispatchRow>("d") +
                          " from reports_dispatch d join reports_report r on r.id = d.report"
                          " where d.declined_at is null and d.withdrawn_at is null"
                          " and d.round = r.round and r.closed_at is null"
                          " order by d.offered_at, d.id");

const store::Sql verification_by_id("select " + store::columns<VerificationRow>() +
                                    " from reports_verification where id = $1");
const store::Sql verifications("select " + store::columns<VerificationRow>() +
                               " from reports_verification where report = $1"
                               " order by made_at, id");

const store::Sql answer_by_id("select " + store::columns<AnswerRow>() +
                              " from reports_answer where id = $1");
const store::Sql answers("select " + store::columns<AnswerRow>() +
                         " from reports_answer where report = $1 order by given_at, id");

const store::Sql remark_by_id("select " + store::columns<RemarkRow>() +
                              " from reports_remark where id = $1");
const store::Sql remarks("select " + store::columns<RemarkRow>() +
                         " from reports_remark where report = $1 order by at, id");
const store::Sql remark_count("select count(*) from reports_remark where report = $1");

} // namespace

std::optional<ReportRow> find_report(store::Transaction& transaction, const Id<Report>& id)
{
    return store::find_row<ReportRow>(transaction, report_by_id, id);
}

std::optional<ReportRow> find_by_code(store::Transaction& transaction, const std::string& mark)
{
    return store::find_row<ReportRow>(transaction, report_by_code, mark);
}

std::int64_t next_number(store::Transaction& transaction)
{
    return transaction.number(last_number) + 1;
}

std::vector<ReportRow> open_reports(store::Transaction& transaction, int limit)
{
    return store::read_rows<ReportRow>(transaction, open_ones, limit);
}

std::vector<ReportRow> closed_reports(store::Transaction& transaction, const Before& before,
                                      int limit)
{
    return store::read_rows<ReportRow>(transaction, closed_ones, before.at, before.id, limit);
}

std::vector<ReportRow> reports_between(store::Transaction& transaction, Instant from, Instant to,
                                       int limit)
{
    return store::read_rows<ReportRow>(transaction, between, from, to, limit);
}

std::vector<ReportRow> grouped_under(store::Transaction& transaction, const Id<Report>& lead)
{
    return store::read_rows<ReportRow>(transaction, grouped, lead);
}

int count_grouped(store::Transaction& transaction, const Id<Report>& lead)
{
    return static_cast<int>(transaction.number(grouped_count, lead));
}

std::optional<Reporter> reporter_of(store::Transaction& transaction, const Id<Report>& report)
{
    auto row = store::find_row<ReporterRow>(transaction, reporter, report);
    return row ? std::optional<Reporter>(std::move(*row)) : std::nullopt;
}

std::optional<Reported> reported_of(store::Transaction& transaction, const Id<Report>& report)
{
    auto row = store::find_row<ReportedRow>(transaction, reported, report);
    return row ? std::optional<Reported>(std::move(*row)) : std::nullopt;
}

std::optional<PhotoRow> find_photo(store::Transaction& transaction, const Id<Report>& report)
{
    return store::find_row<PhotoRow>(transaction, photo, report);
}

std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<Report>& report)
{
    return store::read_rows<StepRow>(transaction, steps, report);
}

int next_turn(store::Transaction& transaction, const Id<Report>& report)
{
    return static_cast<int>(transaction.number(last_turn, report)) + 1;
}

std::optional<GroupRow> find_group(store::Transaction& transaction, const Id<Group>& id)
{
    return store::find_row<GroupRow>(transaction, group_by_id, id);
}

std::optional<GroupRow> group_of(store::Transaction& transaction, const Id<Report>& report)
{
    return store::find_row<GroupRow>(transaction, standing_group, report);
}

std::optional<DispatchRow> find_dispatch(store::Transaction& transaction, const Id<Dispatch>& id)
{
    return store::find_row<DispatchRow>(transaction, dispatch_by_id, id);
}

std::vector<DispatchRow> dispatches_of(store::Transaction& transaction, const Id<Report>& report)
{
    return store::read_rows<DispatchRow>(transaction, dispatches, report);
}

std::vector<DispatchRow> standing_dispatches(store::Transaction& transaction)
{
    return store::read_rows<DispatchRow>(transaction, standing);
}

int count_verified(store::Transaction& transaction, const std::string& team, Instant from,
                   Instant to)
{
    const auto rows = transaction.query(verified_by_team, team, from.milliseconds, to.milliseconds);
    return rows->next() ? static_cast<int>(rows->integer(0)) : 0;
}

std::optional<VerificationRow> find_verification(store::Transaction& transaction,
                                                 const Id<Verification>& id)
{
    return store::find_row<VerificationRow>(transaction, verification_by_id, id);
}

std::vector<VerificationRow> verifications_of(store::Transaction& transaction,
                                              const Id<Report>& report)
{
    return store::read_rows<VerificationRow>(transaction, verifications, report);
}

std::optional<AnswerRow> find_answer(store::Transaction& transaction, const Id<Answer>& id)
{
    return store::find_row<AnswerRow>(transaction, answer_by_id, id);
}

std::vector<AnswerRow> answers_of(store::Transaction& transaction, const Id<Report>& report)
{
    return store::read_rows<AnswerRow>(transaction, answers, report);
}

std::optional<RemarkRow> find_remark(store::Transaction& transaction, const Id<Remark>& id)
{
    return store::find_row<RemarkRow>(transaction, remark_by_id, id);
}

std::vector<RemarkRow> remarks_of(store::Transaction& transaction, const Id<Report>& report)
{
    return store::read_rows<RemarkRow>(transaction, remarks, report);
}

int count_remarks(store::Transaction& transaction, const Id<Report>& report)
{
    return static_cast<int>(transaction.number(remark_count, report));
}

} // namespace reports
