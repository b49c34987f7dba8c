// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module by those who work on reports (module.cpp names who may), and the
// inputs that only it reads. arrival.h has what is asked by those who report.
#pragma once

#include "core/samples.h"
#include "reports/reports.h"

namespace reports {

// Who decides on a report: how urgent it is, who goes, what the reporter is told.
inline constexpr core::Roles triage = core::may(core::desk_operator, core::city_coordinator);

// ---- board and triage: triage.cpp

struct ListReports {
    static constexpr const char* title = "ListReports";
    std::optional<bool> closed;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(
            field("closed", &ListReports::closed)
                .says("Those that are closed, newest first; else all that are open, the late ones "
                      "first."),
            field("limit", &ListReports::limit).between(1, 200).says("Of closed reports."),
            field("after", &ListReports::after).up_to(80));
    }
};

struct ReportPath {
    static constexpr const char* title = "ReportPath";
    Id<Report> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReportPath::id).sample(core::samples::report_new));
    }
};

struct PhotoPath {
    static constexpr const char* title = "PhotoPath";
    Id<Report> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PhotoPath::id).sample(core::samples::report_photo));
    }
};

struct AssessReport {
    static constexpr const char* title = "AssessReport";
    Id<Report> id;
    std::string priority;
    std::string category;
    std::string source;
    std::string district;
    std::optional<Date> planned_on;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AssessReport::id).sample(core::samples::report_new),
            field("priority", &AssessReport::priority).one_of("report_priority").sample(R"("P2")"),
            field("category", &AssessReport::category)
                .one_of("report_category")
                .sample(R"("STREET_DISTRESS")"),
            field("source", &AssessReport::source).one_of("report_source").sample(R"("14")"),
            field("district", &AssessReport::district).one_of("district").sample(R"("RM-I")"),
            field("planned_on", &AssessReport::planned_on).says("Of a planned report (P4)."),
            field("note", &AssessReport::note).up_to(2000).sealed(Mark::note));
    }
};

struct GroupReport {
    static constexpr const char* title = "GroupReport";
    Id<Group> id;
    Id<Report> report;
    Id<Report> lead;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GroupReport::id).sample(core::samples::new_report_group),
                          field("report", &GroupReport::report)
                              .sample(core::samples::report_new)
                              .says("The one that is no longer worked on by itself."),
                          field("lead", &GroupReport::lead)
                              .sample(core::samples::report_accepted)
                              .says("The one that is worked on."));
    }
};

struct GroupPath {
    static constexpr const char* title = "GroupPath";
    Id<Group> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &GroupPath::id).sample(core::samples::report_group));
    }
};

ReportBoard list_reports(core::Context& context, const ListReports& wish);
Report get_report(core::Context& context, const ReportPath& wish);
ReportSheet get_sheet(core::Context& context, const ReportPath& wish);
Photo get_photo(core::Context& context, const PhotoPath& wish);
Report assess_report(core::Context& context, const AssessReport& wish);
SimilarReports list_similar(core::Context& context, const ReportPath& wish);
Report group_report(core::Context& context, const GroupReport& wish);
Report undo_group(core::Context& context, const GroupPath& wish);

// ---- a unit goes: dispatch.cpp, suggestion.cpp

struct OfferDispatch {
    static constexpr const char* title = "OfferDispatch";
    Id<Dispatch> id;
    Id<Report> report;
    std::string team;
    std::optional<Id<outreach::Outing>> outing;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OfferDispatch::id).sample(core::samples::new_dispatch),
            field("report", &OfferDispatch::report).sample(core::samples::report_photo),
            field("team", &OfferDispatch::team).up_to(40).sample(R"("um1")"),
            field("outing", &OfferDispatch::outing),
            field("note", &OfferDispatch::note).up_to(1000).sealed(Mark::note));
    }
};

struct OfferedPath {
    static constexpr const char* title = "OfferedPath";
    Id<Dispatch> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OfferedPath::id).sample(core::samples::dispatch_offered));
    }
};

// On a phone without a signal it is said long before it arrives here.
struct AcceptDispatch {
    static constexpr const char* title = "AcceptDispatch";
    Id<Dispatch> id;
    std::optional<Instant> at; // left out: now

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AcceptDispatch::id).sample(core::samples::dispatch_offered),
            field("at", &AcceptDispatch::at)
                .not_future()
                .sample(R"("2026-11-23T20:35:00.000Z")")
                .says("When the unit said so; never before it was asked. Left out: now."));
    }
};

struct Arrive {
    static constexpr const char* title = "Arrive";
    Id<Dispatch> id;
    std::optional<Instant> at; // left out: now

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Arrive::id).sample(core::samples::dispatch_accepted),
            field("at", &Arrive::at)
                .not_future()
                .sample(R"("2026-11-23T21:05:00.000Z")")
                .says("When the unit was there; never before it said yes. Left out: now."));
    }
};

struct DeclineDispatch {
    static constexpr const char* title = "DeclineDispatch";
    Id<Dispatch> id;
    std::string reason;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &DeclineDispatch::id).sample(core::samples::dispatch_offered),
            field("reason", &DeclineDispatch::reason).one_of("decline_reason").sample(R"("BUSY")"),
            field("note", &DeclineDispatch::note).up_to(1000).sealed(Mark::note));
    }
};

SuggestedTeams suggest_teams(core::Context& context, const ReportPath& wish);
Dispatch offer_dispatch(core::Context& context, const OfferDispatch& wish);
Dispatch withdraw_dispatch(core::Context& context, const OfferedPath& wish);
Dispatches list_dispatches(core::Context& context);
Dispatch accept_dispatch(core::Context& context, const AcceptDispatch& wish);
Dispatch decline_dispatch(core::Context& context, const DeclineDispatch& wish);
Dispatch arrive(core::Context& context, const Arrive& wish);

// ---- what came of it: ending.cpp

struct VerifyReport {
    static constexpr const char* title = "VerifyReport";
    Id<Verification> id;
    Id<Report> report;
    std::string finding;
    Instant at;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &VerifyReport::id).sample(core::samples::new_verification),
            field("report", &VerifyReport::report).sample(core::samples::report_accepted),
            field("finding", &VerifyReport::finding)
                .one_of("report_finding")
                .sample(R"("confirmed")"),
            field("at", &VerifyReport::at).not_future().sample(R"("2026-11-23T21:10:00.000Z")"),
            field("note", &VerifyReport::note).up_to(4000).sealed(Mark::note));
    }
};

struct VerificationPath {
    static constexpr const char* title = "VerificationPath";
    Id<Verification> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &VerificationPath::id).sample(core::samples::verification));
    }
};

// What is left out is linked no more.
struct SetFollowUp {
    static constexpr const char* title = "SetFollowUp";
    Id<Report> id;
    std::optional<Id<outreach::Contact>> contact;
    std::optional<Id<people::Person>> person;
    std::optional<Id<cases::Case>> case_id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SetFollowUp::id).sample(core::samples::report_verified),
            field("contact", &SetFollowUp::contact).sample(core::samples::contact_unnamed),
            field("person", &SetFollowUp::person), field("case", &SetFollowUp::case_id));
    }
};

struct AnswerReporter {
    static constexpr const char* title = "AnswerReporter";
    Id<Answer> id;
    Id<Report> report;
    std::string code;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnswerReporter::id).sample(core::samples::new_report_answer),
            field("report", &AnswerReporter::report).sample(core::samples::report_verified),
            field("code", &AnswerReporter::code).one_of("report_answer").sample(R"("VISITED")"),
            field("words", &AnswerReporter::words)
                .up_to(1000)
                .sealed(Mark::note)
                .says("Read by whoever holds the code: nothing of the reported person."));
    }
};

struct AnswerPath {
    static constexpr const char* title = "AnswerPath";
    Id<Answer> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerPath::id).sample(core::samples::report_answer));
    }
};

struct CloseReport {
    static constexpr const char* title = "CloseReport";
    Id<Report> id;
    std::string outcome;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CloseReport::id).sample(core::samples::report_verified),
                          field("outcome", &CloseReport::outcome)
                              .one_of("report_outcome")
                              .sample(R"("CONTACT_MADE")"),
                          field("note", &CloseReport::note).up_to(2000).sealed(Mark::note));
    }
};

struct ReopenReport {
    static constexpr const char* title = "ReopenReport";
    Id<Report> id;
    std::string note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReopenReport::id).sample(core::samples::report_closed),
                          field("note", &ReopenReport::note)
                              .up_to(2000)
                              .sealed(Mark::note)
                              .sample(R"("Segnalata di nuovo questa sera")"));
    }
};

Report verify_report(core::Context& context, const VerifyReport& wish);
Report cancel_verification(core::Context& context, const VerificationPath& wish);
Report set_follow_up(core::Context& context, const SetFollowUp& wish);
Report answer_reporter(core::Context& context, const AnswerReporter& wish);
Report withdraw_answer(core::Context& context, const AnswerPath& wish);
Report close_report(core::Context& context, const CloseReport& wish);
Report reopen_report(core::Context& context, const ReopenReport& wish);

} // namespace reports
