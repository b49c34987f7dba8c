// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/reports.h"
#include "store/store.h"

namespace reports {

struct ReportRow : ReportDetails {
    static constexpr const char* title = "ReportRow";
    static constexpr const char* table = "reports_report";

    Id<Report> id;
    std::int64_t number = 0;
    std::string channel;
    std::string source;
    std::optional<std::string> priority;
    std::optional<std::string> first_priority;
    std::optional<Date> planned_on;
    std::string status;
    Instant received_at;
    Date received_day;
    int received_hour = 0;
    std::optional<Id<core::Account>> recorded_by;
    std::optional<std::string> recorded_by_name;
    std::string code_mark;
    std::string sent_mark;
    bool has_photo = false;
    std::optional<Id<Report>> lead;
    int round = 0;
    Instant event_from;
    Instant clock_from;
    std::optional<Instant> due_at;
    std::optional<Instant> acted_at;
    std::optional<Instant> first_action_at;
    int grouped = 0;
    int remarks = 0;
    std::optional<std::string> team;
    std::optional<std::string> finding;
    std::optional<std::string> outcome;
    std::optional<Id<outreach::Contact>> contact;
    std::optional<Id<people::Person>> person;
    std::optional<Id<cases::Case>> case_id;
    std::optional<Id<core::Account>> closed_by;
    std::optional<Instant> closed_at;
    Instant changed_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ReportRow::id), field("number", &ReportRow::number),
                       field("channel", &ReportRow::channel), field("source", &ReportRow::source),
                       field("priority", &ReportRow::priority),
                       field("first_priority", &ReportRow::first_priority),
                       field("planned_on", &ReportRow::planned_on),
                       field("status", &ReportRow::status)),
            ReportDetails::fields(),
            std::tuple(field("received_at", &ReportRow::received_at),
                       field("received_day", &ReportRow::received_day),
                       field("received_hour", &ReportRow::received_hour),
                       field("recorded_by", &ReportRow::recorded_by),
                       field("recorded_by_name", &ReportRow::recorded_by_name),
                       field("code_mark", &ReportRow::code_mark),
                       field("sent_mark", &ReportRow::sent_mark),
                       field("has_photo", &ReportRow::has_photo), field("lead", &ReportRow::lead),
                       field("round", &ReportRow::round),
                       field("event_from", &ReportRow::event_from),
                       field("clock_from", &ReportRow::clock_from),
                       field("due_at", &ReportRow::due_at), field("acted_at", &ReportRow::acted_at),
                       field("first_action_at", &ReportRow::first_action_at),
                       field("grouped", &ReportRow::grouped), field("remarks", &ReportRow::remarks),
                       field("team", &ReportRow::team), field("finding", &ReportRow::finding),
                       field("outcome", &ReportRow::outcome), field("contact", &ReportRow::contact),
                       field("person", &ReportRow::person), field("case_id", &ReportRow::case_id),
                       field("closed_by", &ReportRow::closed_by),
                       field("closed_at", &ReportRow::closed_at),
                       field("changed_at", &ReportRow::changed_at)));
    }
};

struct ReporterRow : Reporter {
    static constexpr const char* title = "ReporterRow";
    static constexpr const char* table = "reports_reporter";

    Id<ReporterRow> id;
    Id<Report> report;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ReporterRow::id), field("report", &ReporterRow::report)),
            Reporter::fields());
    }
};

struct ReportedRow : Reported {
    static constexpr const char* title = "ReportedRow";
    static constexpr const char* table = "reports_reported";

    Id<ReportedRow> id;
    Id<Report> report;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ReportedRow::id), field("report", &ReportedRow::report)),
            Reported::fields());
    }
};

struct PhotoRow {
    static constexpr const char* title = "PhotoRow";
    static constexpr const char* table = "reports_photo";

    Id<Report> id;
    std::string content; // JPEG

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PhotoRow::id),
                          field("content", &PhotoRow::content).sealed(Mark::note));
    }
};

struct StepRow {
    static constexpr const char* title = "StepRow";
    static constexpr const char* table = "reports_step";

    Id<StepRow> id;
    Id<Report> report;
    int turn = 0;
    Instant at;
    std::optional<Id<core::Account>> account;
    std::optional<std::string> name;
    std::string what;
    std::optional<std::string> detail;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StepRow::id), field("report", &StepRow::report),
                          field("turn", &StepRow::turn), field("at", &StepRow::at),
                          field("account", &StepRow::account), field("name", &StepRow::name),
                          field("what", &StepRow::what), field("detail", &StepRow::detail),
                          field("note", &StepRow::note).sealed(Mark::note));
    }
};

struct GroupRow {
    static constexpr const char* title = "GroupRow";
    static constexpr const char* table = "reports_group";

    Id<Group> id;
    Id<Report> report;
    Id<Report> lead;
    Id<core::Account> made_by;
    Instant made_at;
    std::optional<Id<core::Account>> undone_by;
    std::optional<Instant> undone_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GroupRow::id), field("report", &GroupRow::report),
                          field("lead", &GroupRow::lead), field("made_by", &GroupRow::made_by),
                          field("made_at", &GroupRow::made_at),
                          field("undone_by", &GroupRow::undone_by),
                          field("undone_at", &GroupRow::undone_at));
    }
};

struct DispatchRow {
    static constexpr const char* title = "DispatchRow";
    static constexpr const char* table = "reports_dispatch";

    Id<Dispatch> id;
    Id<Report> report;
    int round = 0;
    std::string team;
    std::optional<Id<outreach::Outing>> outing;
    std::optional<std::string> note;
    Id<core::Account> offered_by;
    Instant offered_at;
    std::optional<Id<core::Account>> accepted_by;
    std::optional<Instant> accepted_at;
    std::optional<Instant> arrived_at;
    std::optional<Id<core::Account>> declined_by;
    std::optional<Instant> declined_at;
    std::optional<std::string> decline_reason;
    std::optional<Id<core::Account>> withdrawn_by;
    std::optional<Instant> withdrawn_at;

    bool stands() const { return !declined_at && !withdrawn_at; }

    static constexpr auto fields()
    {
        return std::tuple(field("id", &DispatchRow::id), field("report", &DispatchRow::report),
                          field("round", &DispatchRow::round), field("team", &DispatchRow::team),
                          field("outing", &DispatchRow::outing),
                          field("note", &DispatchRow::note).sealed(Mark::note),
                          field("offered_by", &DispatchRow::offered_by),
                          field("offered_at", &DispatchRow::offered_at),
                          field("accepted_by", &DispatchRow::accepted_by),
                          field("accepted_at", &DispatchRow::accepted_at),
                          field("arrived_at", &DispatchRow::arrived_at),
                          field("declined_by", &DispatchRow::declined_by),
                          field("declined_at", &DispatchRow::declined_at),
                          field("decline_reason", &DispatchRow::decline_reason),
                          field("withdrawn_by", &DispatchRow::withdrawn_by),
                          field("withdrawn_at", &DispatchRow::withdrawn_at));
    }
};

struct VerificationRow {
    static constexpr const char* title = "VerificationRow";
    static constexpr const char* table = "reports_verification";

    Id<Verification> id;
    Id<Report> report;
    int round = 0;
    std::string finding;
    Instant at;
    std::optional<std::string> note;
    Id<core::Account> made_by;
    std::string made_by_name;
    Instant made_at;
    std::optional<Id<core::Account>> cancelled_by;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &VerificationRow::id), field("report", &VerificationRow::report),
            field("round", &VerificationRow::round), field("finding", &VerificationRow::finding),
            field("at", &VerificationRow::at),
            field("note", &VerificationRow::note).sealed(Mark::note),
            field("made_by", &VerificationRow::made_by),
            field("made_by_name", &VerificationRow::made_by_name),
            field("made_at", &VerificationRow::made_at),
            field("cancelled_by", &VerificationRow::cancelled_by),
            field("cancelled_at", &VerificationRow::cancelled_at));
    }
};

struct AnswerRow {
    static constexpr const char* title = "AnswerRow";
    static constexpr const char* table = "reports_answer";

    Id<Answer> id;
    Id<Report> report;
    std::string code;
    std::optional<std::string> words;
    Id<core::Account> given_by;
    Instant given_at;
    std::optional<Id<core::Account>> withdrawn_by;
    std::optional<Instant> withdrawn_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnswerRow::id), field("report", &AnswerRow::report),
            field("code", &AnswerRow::code), field("words", &AnswerRow::words).sealed(Mark::note),
            field("given_by", &AnswerRow::given_by), field("given_at", &AnswerRow::given_at),
            field("withdrawn_by", &AnswerRow::withdrawn_by),
            field("withdrawn_at", &AnswerRow::withdrawn_at));
    }
};

struct RemarkRow {
    static constexpr const char* title = "RemarkRow";
    static constexpr const char* table = "reports_remark";

    Id<Remark> id;
    Id<Report> report;
    std::string words;
    Instant at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RemarkRow::id), field("report", &RemarkRow::report),
                          field("words", &RemarkRow::words).sealed(Mark::note),
                          field("at", &RemarkRow::at));
    }
};

// ---- reports. Their places and words are for those whom sight.h lets see them.

std::optional<ReportRow> find_report(store::Transaction& transaction, const Id<Report>& id);
std::optional<ReportRow> find_by_code(store::Transaction& transaction, const std::string& mark);
std::int64_t next_number(store::Transaction& transaction);

// Those not closed, without those that are joined to another; oldest first.
std::vector<ReportRow> open_reports(store::Transaction& transaction, int limit);
// Those closed, newest first, from before a place in the list.
struct Before {
    Instant at;
    std::string id;
};
std::vector<ReportRow> closed_reports(store::Transaction& transaction, const Before& before,
                                      int limit);
std::vector<ReportRow> reports_between(store::Transaction& transaction, Instant from, Instant to,
                                       int limit);
std::vector<ReportRow> grouped_under(store::Transaction& transaction, const Id<Report>& lead);

std::optional<Reporter> reporter_of(store::Transaction& transaction, const Id<Report>& report);
std::optional<Reported> reported_of(store::Transaction& transaction, const Id<Report>& report);
std::optional<PhotoRow> find_photo(store::Transaction& transaction, const Id<Report>& report);

// ---- what is done about them

std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<Report>& report);
int next_turn(store::Transaction& transaction, const Id<Report>& report);

std::optional<GroupRow> find_group(store::Transaction& transaction, const Id<Group>& id);
// The one that stands, by which a report is joined to another.
std::optional<GroupRow> group_of(store::Transaction& transaction, const Id<Report>& report);

std::optional<DispatchRow> find_dispatch(store::Transaction& transaction, const Id<Dispatch>& id);
std::vector<DispatchRow> dispatches_of(store::Transaction& transaction, const Id<Report>& report);
// Those that stand, of reports that are not closed; oldest first.
std::vector<DispatchRow> standing_dispatches(store::Transaction& transaction);

// By the unit that went, as the dispatch has it.
int count_verified(store::Transaction& transaction, const std::string& team, Instant from,
                   Instant to);
std::optional<VerificationRow> find_verification(store::Transaction& transaction,
                                                 const Id<Verification>& id);
std::vector<VerificationRow> verifications_of(store::Transaction& transaction,
                                              const Id<Report>& report);

std::optional<AnswerRow> find_answer(store::Transaction& transaction, const Id<Answer>& id);
std::vector<AnswerRow> answers_of(store::Transaction& transaction, const Id<Report>& report);

std::optional<RemarkRow> find_remark(store::Transaction& transaction, const Id<Remark>& id);
std::vector<RemarkRow> remarks_of(store::Transaction& transaction, const Id<Report>& report);
int count_remarks(store::Transaction& transaction, const Id<Report>& report);
int count_grouped(store::Transaction& transaction, const Id<Report>& lead);

} // namespace reports
