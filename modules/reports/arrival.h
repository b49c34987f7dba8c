// SPDX-License-Identifier: EUPL-1.2
// What those may ask who report: at the desk, from a partner's machine, from the public page and,
// later, with the follow-up code.
#pragma once

#include "core/gate.h"
#include "core/samples.h"
#include "reports/reports.h"

namespace reports {

// How often guests may knock.
inline constexpr core::Allowance sendings{"reports.sending", 12, 240};
inline constexpr core::Allowance remarks_allowed{"reports.remark", 12, 240};
inline constexpr core::Allowance questions{"reports.question", 120, 3000};
// Codes that nobody has. A family behind one address mistypes some; 10^15 codes are not tried out
// at 3000 an hour, and a lower limit would let one who knocks from everywhere shut out all others.
inline constexpr core::Allowance wrong_codes{"reports.wrong_code", 12, 3000};
// A partner's machine is known, and sends for many.
inline constexpr core::Allowance partner_sendings{"reports.partner", 600, 3000};

inline constexpr auto code_of_report = "reports.follow"; // see core/spoken_code.h

// ---- arrival: arrival.cpp

struct Ticket; // made up at random by who sends a report; see core/spoken_code.h

// A report written down by somebody who works here.
struct RecordReport : ReportDetails {
    static constexpr const char* title = "RecordReport";

    Id<Report> id;
    Id<Ticket> ticket;
    std::string channel;
    std::string source;
    std::optional<std::string> priority;
    std::optional<Reporter> reporter;
    std::optional<Reported> reported;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &RecordReport::id).sample(core::samples::new_report),
                field("ticket", &RecordReport::ticket)
                    .sample(core::samples::new_report_ticket)
                    .says("Made up at random, and sent again if the report is sent again."),
                field("channel", &RecordReport::channel)
                    .one_of("report_channel")
                    .sample(R"("phone")"),
                field("source", &RecordReport::source).one_of("report_source").sample(R"("14")"),
                field("priority", &RecordReport::priority).one_of("report_priority")),
            ReportDetails::fields(),
            std::tuple(field("reporter", &RecordReport::reporter),
                       field("reported", &RecordReport::reported)));
    }
};

// What a partner's machine sends.
struct SendReport : ReportDetails {
    static constexpr const char* title = "SendReport";

    Id<Report> id;
    Id<Ticket> ticket;
    std::string source;
    std::optional<Reporter> reporter;
    std::optional<Reported> reported;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &SendReport::id).sample(core::samples::new_report),
                field("ticket", &SendReport::ticket)
                    .sample(core::samples::new_report_ticket)
                    .says("Made up at random, and sent again if the report is sent again."),
                field("source", &SendReport::source).one_of("report_source").sample(R"("3")")),
            ReportDetails::fields(),
            std::tuple(field("reporter", &SendReport::reporter),
                       field("reported", &SendReport::reported)));
    }
};

// What comes from the public page of a city.
struct SendPublicReport : ReportDetails {
    static constexpr const char* title = "SendPublicReport";

    std::string city;
    Id<Report> id;
    Id<Ticket> ticket;
    std::optional<std::string> source;
    std::optional<Reporter> reporter;
    std::optional<Reported> reported;
    std::optional<std::string> photo; // base64
    std::string jpeg;                 // set by take_public_report

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("city", &SendPublicReport::city).one_of("city").sample(R"("roma")"),
                       field("id", &SendPublicReport::id).sample(core::samples::new_report),
                       field("ticket", &SendPublicReport::ticket)
                           .sample(core::samples::new_report_ticket)
                           .says("Made up at random, and sent again if the report is sent again."),
                       field("source", &SendPublicReport::source).one_of("report_source")),
            ReportDetails::fields(),
            std::tuple(field("reporter", &SendPublicReport::reporter),
                       field("reported", &SendPublicReport::reported),
                       field("photo", &SendPublicReport::photo)
                           .up_to(980'000)
                           .sealed(Mark::note)
                           .says("JPEG, PNG or WebP in base64. What the camera wrote into it is "
                                 "not kept.")));
    }
};

// What the reporter is given: the only time that the code is shown.
struct Received {
    static constexpr const char* title = "ReceivedReport";

    Id<Report> id;
    std::string number;
    std::string code; // "4821 0937 5516 7302"

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Received::id), field("number", &Received::number),
                          field("code", &Received::code)
                              .secret()
                              .says("For the reporter. It is kept nowhere and shown this once."));
    }
};

struct PublicForm {
    static constexpr const char* title = "PublicForm";

    struct Place {
        static constexpr const char* title = "PublicDistrict";
        std::string code;
        std::string name;
        std::optional<std::string> zone;

        static constexpr auto fields()
        {
            return std::tuple(field("code", &Place::code), field("name", &Place::name),
                              field("zone", &Place::zone));
        }
    };

    std::string city;
    std::string name;
    std::string partner; // the body that answers for it
    std::vector<Place> districts;
    std::vector<std::string> categories;
    std::vector<std::string> sources;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &PublicForm::city), field("name", &PublicForm::name),
                          field("partner", &PublicForm::partner),
                          field("districts", &PublicForm::districts).at_most(500),
                          field("categories", &PublicForm::categories).one_of("report_category"),
                          field("sources", &PublicForm::sources).one_of("report_source"));
    }
};

struct CityPath {
    static constexpr const char* title = "ReportsCityPath";
    std::string city;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &CityPath::city).one_of("city").sample(R"("roma")"));
    }
};

struct PastedEmail {
    static constexpr const char* title = "PastedEmail";
    std::string text;

    static constexpr auto fields()
    {
        return std::tuple(field("text", &PastedEmail::text)
                              .up_to(20'000)
                              .sealed(Mark::note)
                              .sample(R"("From: Anna Bruni <anna@example.org>\nSubject: Aiuto\n)"
                                      R"(\nC'è un ragazzo che dorme nel sottopasso")"));
    }
};

struct ReadEmail {
    static constexpr const char* title = "ReadEmail";

    std::optional<std::string> from_name;
    std::optional<std::string> from_address;
    std::optional<std::string> subject;
    std::optional<Instant> sent_at;
    std::string body;

    static constexpr auto fields()
    {
        return std::tuple(field("from_name", &ReadEmail::from_name).sealed(Mark::identity),
                          field("from_address", &ReadEmail::from_address).sealed(Mark::identity),
                          field("subject", &ReadEmail::subject).sealed(Mark::note),
                          field("sent_at", &ReadEmail::sent_at),
                          field("body", &ReadEmail::body).sealed(Mark::note));
    }
};

Received record_report(core::Context& context, const RecordReport& wish);
Received send_report(core::Context& context, const SendReport& wish);
// Whose turn it is and what the picture is, before the store is asked.
void take_public_report(core::Context& context, SendPublicReport& wish);
Received send_public_report(core::Context& context, const SendPublicReport& wish);
PublicForm show_public_form(core::Context& context, const CityPath& wish);
ReadEmail read_email(core::Context& context, const PastedEmail& wish);

// ---- with the code: follow.cpp

struct FollowReport {
    static constexpr const char* title = "FollowReport";
    std::string city;
    std::string code;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &FollowReport::city).one_of("city").sample(R"("roma")"),
            field("code", &FollowReport::code).secret().sample(core::samples::report_code));
    }
};

struct FollowedAnswer {
    static constexpr const char* title = "FollowedAnswer";
    std::string code;
    std::optional<std::string> words;
    Instant at;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &FollowedAnswer::code).one_of("report_answer"),
                          field("words", &FollowedAnswer::words), field("at", &FollowedAnswer::at));
    }
};

// All that the code shows. What the desk writes to the reporter is written to be read by whoever
// holds the code, so it is open.
struct FollowedReport {
    static constexpr const char* title = "FollowedReport";
    std::string status;
    Instant received_at;
    int remarks = 0;
    std::vector<FollowedAnswer> answers;

    static constexpr auto fields()
    {
        return std::tuple(field("status", &FollowedReport::status).one_of("report_status"),
                          field("received_at", &FollowedReport::received_at),
                          field("remarks", &FollowedReport::remarks),
                          field("answers", &FollowedReport::answers));
    }
};

struct AddRemark {
    static constexpr const char* title = "AddRemark";
    std::string city;
    Id<Remark> id;
    std::string code;
    std::string words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &AddRemark::city).one_of("city").sample(R"("roma")"),
            field("id", &AddRemark::id).sample(core::samples::new_remark),
            field("code", &AddRemark::code).secret().sample(core::samples::report_code),
            field("words", &AddRemark::words)
                .up_to(2000)
                .sealed(Mark::note)
                .sample(R"("Adesso è davanti alla chiesa")"));
    }
};

FollowedReport follow_report(core::Context& context, const FollowReport& wish);
void take_remark(core::Context& context, AddRemark& wish);
FollowedReport add_remark(core::Context& context, const AddRemark& wish);

} // namespace reports
