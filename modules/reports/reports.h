// SPDX-License-Identifier: EUPL-1.2
// Reports (segnalazioni) and rapid response: somebody tells of a person in difficulty, a unit goes
// and looks, and who told is answered, on a clock. What everybody of a city may know of a report (a
// Report) and what only those may know who work on it (a ReportSheet: the exact place, the words,
// the reporter, the reported person) are two types, so that no list can tell too much.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "cases/cases.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "outreach/outreach.h"
#include "people/people.h"

namespace reports {

core::Module module();

// For the closing sheet of a unit: what it has verified between two instants, and where it is asked
// to go and has not verified yet.
struct UnitReports {
    int verified = 0;
    int waiting = 0;
};
UnitReports reports_of_unit(core::Context& context, const std::string& team, Instant from,
                            Instant to);

// For who plans where to go: reports on which somebody must go and look, and no unit is asked to.
struct Report;
struct WaitingReport {
    Id<Report> id;
    std::string number;
    std::string district;
    std::optional<Instant> due_at; // none where it is planned for a day
    std::optional<Date> planned_on;
};
std::vector<WaitingReport> waiting_reports(core::Context& context);
// Throws not_found().
void check_known(core::Context& context, const Id<Report>& report);

struct Group;
struct Dispatch;
struct Verification;
struct Answer;
struct Remark;

// ---- what a report says

// Who reports. All of it may be left out: then the report is anonymous.
struct Reporter {
    static constexpr const char* title = "Reporter";

    std::optional<std::string> name;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> language; // the one to answer in
    std::optional<bool> call_back;       // yes: the unit may call to find the place

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &Reporter::name).up_to(100).sealed(Mark::identity),
            field("phone", &Reporter::phone).up_to(40).sealed(Mark::identity),
            field("email", &Reporter::email).up_to(120).sealed(Mark::identity),
            field("language", &Reporter::language).one_of("language").sample(R"("it")"),
            field("call_back", &Reporter::call_back)
                .sample("false")
                .says("The unit that goes may call the reporter to find the place."));
    }
};

// Who is reported, as far as somebody saw or heard.
struct Reported {
    static constexpr const char* title = "ReportedPerson";

    std::optional<std::string> name;
    std::optional<int> people; // how many
    std::optional<std::string> apparent_gender;
    std::optional<std::string> apparent_age;
    std::vector<std::string> languages;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &Reported::name).up_to(100).sealed(Mark::identity),
            field("people", &Reported::people).between(1, 1000).sample("1"),
            field("apparent_gender", &Reported::apparent_gender).one_of("gender").sample(R"("M")"),
            field("apparent_age", &Reported::apparent_age)
                .one_of("apparent_age")
                .sample(R"("adult")"),
            field("languages", &Reported::languages)
                .one_of("language")
                .at_most(20)
                .sample(R"(["ar"])"));
    }
};

// What wishes, answers and rows have in common. The district is for everybody; what follows it is
// for those who work on the report.
struct ReportDetails {
    std::string category;
    std::string district;
    std::optional<std::string> place;
    std::optional<std::string> position; // degrees north and east: "41.90123,12.50234"
    std::string description;
    std::optional<Instant> seen_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("category", &ReportDetails::category)
                .one_of("report_category")
                .sample(R"("STREET_DISTRESS")"),
            field("district", &ReportDetails::district).one_of("district").sample(R"("RM-I")"),
            field("place", &ReportDetails::place)
                .up_to(300)
                .sealed(Mark::note)
                .sample(R"("Sottopasso di via Marsala")")
                .says("Address, or how to find it."),
            field("position", &ReportDetails::position)
                .up_to(40)
                .sealed(Mark::note)
                .says("Degrees north and east: 41.90123,12.50234"),
            field("description", &ReportDetails::description)
                .up_to(4000)
                .sealed(Mark::note)
                .sample(R"("Un uomo dorme a terra da due giorni")"),
            field("seen_at", &ReportDetails::seen_at).not_future());
    }
};

// ---- what everybody of the city may know

// A report as a line of the board.
struct ReportLine {
    static constexpr const char* title = "ReportLine";

    Id<Report> id;
    std::string number; // "RM-S00012"
    std::string channel;
    std::string source;
    std::string category;
    std::optional<std::string> priority;
    std::optional<Date> planned_on;
    std::string status;
    std::string district;
    Instant received_at;
    std::optional<Instant> due_at;
    std::string clock; // code of report_clock
    std::optional<Instant> acted_at;
    std::optional<std::string> team;
    std::optional<std::string> team_name;
    std::optional<std::string> dispatch_state;
    std::optional<std::string> finding;
    std::optional<std::string> outcome;
    std::optional<Id<Report>> lead; // the report of the same event that is worked on instead
    int grouped = 0;                // other reports of the same event
    int remarks = 0;                // of the reporter
    bool has_photo = false;
    bool may_open = false; // the asker may read the sheet

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ReportLine::id), field("number", &ReportLine::number),
            field("channel", &ReportLine::channel).one_of("report_channel"),
            field("source", &ReportLine::source).one_of("report_source"),
            field("category", &ReportLine::category).one_of("report_category"),
            field("priority", &ReportLine::priority).one_of("report_priority"),
            field("planned_on", &ReportLine::planned_on),
            field("status", &ReportLine::status).one_of("report_status"),
            field("district", &ReportLine::district).one_of("district"),
            field("received_at", &ReportLine::received_at), field("due_at", &ReportLine::due_at),
            field("clock", &ReportLine::clock).one_of("report_clock"),
            field("acted_at", &ReportLine::acted_at), field("team", &ReportLine::team),
            field("team_name", &ReportLine::team_name),
            field("dispatch_state", &ReportLine::dispatch_state).one_of("dispatch_state"),
            field("finding", &ReportLine::finding).one_of("report_finding"),
            field("outcome", &ReportLine::outcome).one_of("report_outcome"),
            field("lead", &ReportLine::lead), field("grouped", &ReportLine::grouped),
            field("remarks", &ReportLine::remarks), field("has_photo", &ReportLine::has_photo),
            field("may_open", &ReportLine::may_open));
    }
};

struct ReportBoard {
    static constexpr const char* title = "ReportBoard";

    std::vector<ReportLine> items;
    int late = 0;
    int soon_late = 0;
    std::optional<std::string> next;

    static constexpr auto fields()
    {
        return std::tuple(
            field("items", &ReportBoard::items).at_most(500), field("late", &ReportBoard::late),
            field("soon_late", &ReportBoard::soon_late), field("next", &ReportBoard::next));
    }
};

// A unit that is asked to go, and what it says.
struct Dispatch {
    static constexpr const char* title = "Dispatch";

    Id<Dispatch> id;
    Id<Report> report;
    std::string team;
    std::string team_name;
    std::optional<Id<outreach::Outing>> outing;
    std::string state;
    std::string offered_by_name;
    Instant offered_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> arrived_at;
    std::optional<Instant> declined_at;
    std::optional<std::string> decline_reason;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Dispatch::id), field("report", &Dispatch::report),
            field("team", &Dispatch::team), field("team_name", &Dispatch::team_name),
            field("outing", &Dispatch::outing),
            field("state", &Dispatch::state).one_of("dispatch_state"),
            field("offered_by_name", &Dispatch::offered_by_name),
            field("offered_at", &Dispatch::offered_at),
            field("accepted_at", &Dispatch::accepted_at),
            field("arrived_at", &Dispatch::arrived_at),
            field("declined_at", &Dispatch::declined_at),
            field("decline_reason", &Dispatch::decline_reason).one_of("decline_reason"));
    }
};

// A dispatch on a unit's phone, with what it needs to say yes or no.
struct DispatchLine {
    static constexpr const char* title = "DispatchLine";

    Dispatch dispatch;
    ReportLine report;

    static constexpr auto fields()
    {
        return std::tuple(field("dispatch", &DispatchLine::dispatch),
                          field("report", &DispatchLine::report));
    }
};

struct Dispatches {
    static constexpr const char* title = "Dispatches";
    std::vector<DispatchLine> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Dispatches::items).at_most(500));
    }
};

// A step of the history: who did what and when, without what was written.
struct Step {
    static constexpr const char* title = "ReportStep";

    Instant at;
    std::string what;
    std::optional<std::string> name; // who; none: the reporter
    std::optional<std::string> detail;

    static constexpr auto fields()
    {
        return std::tuple(field("at", &Step::at), field("what", &Step::what).one_of("report_step"),
                          field("name", &Step::name), field("detail", &Step::detail));
    }
};

struct Report : ReportLine {
    static constexpr const char* title = "Report";

    std::string recorded_by_name;   // empty: the reporter did it
    std::optional<Id<Group>> group; // by which it is joined to its lead
    std::vector<ReportLine> same_event;
    std::vector<Dispatch> dispatches;
    std::vector<Step> steps;
    std::optional<Id<outreach::Contact>> contact;
    std::optional<Id<people::Person>> led_to; // the person that it led to
    std::optional<Id<cases::Case>> led_to_case;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            ReportLine::fields(),
            std::tuple(field("recorded_by_name", &Report::recorded_by_name),
                       field("group", &Report::group), field("same_event", &Report::same_event),
                       field("dispatches", &Report::dispatches),
                       field("steps", &Report::steps).at_most(1000),
                       field("contact", &Report::contact), field("led_to", &Report::led_to),
                       field("led_to_case", &Report::led_to_case)));
    }
};

// ---- what only those may know who work on it

struct Verification {
    static constexpr const char* title = "Verification";

    Id<Verification> id;
    Id<Report> report;
    std::string finding;
    Instant at;
    std::optional<std::string> note;
    std::string made_by_name;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Verification::id), field("report", &Verification::report),
                          field("finding", &Verification::finding).one_of("report_finding"),
                          field("at", &Verification::at),
                          field("note", &Verification::note).sealed(Mark::note),
                          field("made_by_name", &Verification::made_by_name),
                          field("cancelled", &Verification::cancelled));
    }
};

struct Answer {
    static constexpr const char* title = "ReporterAnswer";

    Id<Answer> id;
    std::string code;
    std::optional<std::string> words;
    std::string given_by_name;
    Instant given_at;
    bool withdrawn = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Answer::id), field("code", &Answer::code).one_of("report_answer"),
            field("words", &Answer::words).sealed(Mark::note),
            field("given_by_name", &Answer::given_by_name), field("given_at", &Answer::given_at),
            field("withdrawn", &Answer::withdrawn));
    }
};

struct Remark {
    static constexpr const char* title = "ReporterRemark";

    Id<Remark> id;
    std::string words;
    Instant at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Remark::id),
                          field("words", &Remark::words).sealed(Mark::note),
                          field("at", &Remark::at));
    }
};

struct StepNote {
    static constexpr const char* title = "ReportStepNote";

    Instant at;
    std::string what;
    std::string note;

    static constexpr auto fields()
    {
        return std::tuple(field("at", &StepNote::at),
                          field("what", &StepNote::what).one_of("report_step"),
                          field("note", &StepNote::note).sealed(Mark::note));
    }
};

// The whole of a report. The reporter is there only for those who may call.
struct ReportSheet : ReportDetails {
    static constexpr const char* title = "ReportSheet";

    Id<Report> id;
    Report report;
    std::optional<Reporter> reporter;
    std::optional<Reported> reported;
    std::vector<Verification> verifications;
    std::vector<Answer> answers;
    std::vector<Remark> remarks;
    std::vector<StepNote> notes;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ReportSheet::id), field("report", &ReportSheet::report)),
            ReportDetails::fields(),
            std::tuple(field("reporter", &ReportSheet::reporter),
                       field("reported", &ReportSheet::reported),
                       field("verifications", &ReportSheet::verifications),
                       field("answers", &ReportSheet::answers),
                       field("remarks", &ReportSheet::remarks),
                       field("notes", &ReportSheet::notes).at_most(1000)));
    }
};

struct Photo {
    static constexpr const char* title = "ReportPhoto";

    Id<Report> id;
    std::string jpeg; // base64

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Photo::id),
                          field("jpeg", &Photo::jpeg).sealed(Mark::note).says("Base64."));
    }
};

// ---- proposals, each with its reasons

struct SimilarReport {
    static constexpr const char* title = "SimilarReport";

    ReportLine report;
    std::string strength;
    std::vector<std::string> reasons;
    int minutes_apart = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("report", &SimilarReport::report),
                          field("strength", &SimilarReport::strength).one_of("event_strength"),
                          field("reasons", &SimilarReport::reasons).one_of("event_reason"),
                          field("minutes_apart", &SimilarReport::minutes_apart));
    }
};

struct SimilarReports {
    static constexpr const char* title = "SimilarReports";
    std::vector<SimilarReport> items;

    static constexpr auto fields() { return std::tuple(field("items", &SimilarReports::items)); }
};

struct SuggestedMember {
    static constexpr const char* title = "SuggestedMember";

    std::string name;
    std::optional<std::string> profession;
    std::vector<std::string> speaks;

    static constexpr auto fields()
    {
        return std::tuple(field("name", &SuggestedMember::name),
                          field("profession", &SuggestedMember::profession).one_of("profession"),
                          field("speaks", &SuggestedMember::speaks).one_of("language"));
    }
};

struct SuggestedTeam {
    static constexpr const char* title = "SuggestedTeam";

    std::string team;
    std::string team_name;
    std::optional<Id<outreach::Outing>> outing;
    std::optional<std::string> begins; // of the outing: "20:00"
    std::optional<std::string> ends;
    std::vector<std::string> reasons;
    std::vector<SuggestedMember> members;
    int open_dispatches = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("team", &SuggestedTeam::team), field("team_name", &SuggestedTeam::team_name),
            field("outing", &SuggestedTeam::outing), field("begins", &SuggestedTeam::begins),
            field("ends", &SuggestedTeam::ends),
            field("reasons", &SuggestedTeam::reasons).one_of("dispatch_reason"),
            field("members", &SuggestedTeam::members),
            field("open_dispatches", &SuggestedTeam::open_dispatches));
    }
};

struct SuggestedTeams {
    static constexpr const char* title = "SuggestedTeams";
    std::vector<SuggestedTeam> items; // best first

    static constexpr auto fields() { return std::tuple(field("items", &SuggestedTeams::items)); }
};

} // namespace reports
