// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "rights/rights.h"

namespace rights {

struct RecordRequest {
    static constexpr const char* title = "RecordRightsRequest";

    Id<Request> id;
    Id<people::Person> person;
    std::string kind;
    Date received_on;
    std::string how;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordRequest::id).sample(core::samples::new_rights_request),
            field("person", &RecordRequest::person).sample(core::samples::amina),
            field("kind", &RecordRequest::kind).one_of("rights_kind").sample(R"("RECTIFICATION")"),
            field("received_on", &RecordRequest::received_on)
                .not_future()
                .sample(R"("2026-11-23")")
                .says("The month in which to answer begins."),
            field("how", &RecordRequest::how).one_of("rights_channel").sample(R"("IN_PERSON")"),
            field("words", &RecordRequest::words)
                .up_to(4000)
                .sealed(Mark::note)
                .says("What the person asks, in their words."));
    }
};

struct RequestPath {
    static constexpr const char* title = "RightsRequestPath";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RequestPath::id).sample(core::samples::rights_request));
    }
};

struct AnsweredPath {
    static constexpr const char* title = "AnsweredRightsRequestPath";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AnsweredPath::id).sample(core::samples::rights_request_answered));
    }
};

// An erasure that was granted.
struct GrantedPath {
    static constexpr const char* title = "GrantedErasurePath";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &GrantedPath::id).sample(core::samples::rights_request_granted));
    }
};

// An erasure that was approved.
struct ApprovedPath {
    static constexpr const char* title = "ApprovedErasurePath";

    Id<Request> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ApprovedPath::id).sample(core::samples::rights_request_approved));
    }
};

struct ListRequests {
    static constexpr const char* title = "ListRightsRequests";

    std::optional<bool> answered;

    static constexpr auto fields()
    {
        return std::tuple(field("answered", &ListRequests::answered)
                              .says("Those that were answered; else those that wait."));
    }
};

struct RequestsOfPerson {
    static constexpr const char* title = "RightsRequestsOfPerson";

    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &RequestsOfPerson::person).sample(core::samples::amina));
    }
};

struct ExtendRequest {
    static constexpr const char* title = "ExtendRightsRequest";

    Id<Request> id;
    std::string reason;
    Date told_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ExtendRequest::id).sample(core::samples::rights_request),
            field("reason", &ExtendRequest::reason)
                .one_of("rights_extension_reason")
                .sample(R"("COMPLEX")"),
            field("told_on", &ExtendRequest::told_on)
                .not_future()
                .sample(R"("2026-11-23")")
                .says("When the person was told that it takes longer, and why: within the month."));
    }
};

struct AnswerRequest {
    static constexpr const char* title = "AnswerRightsRequest";

    Id<Request> id;
    std::string outcome;
    std::optional<std::string> refusal;
    Date answered_on;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AnswerRequest::id).sample(core::samples::rights_request),
                          field("outcome", &AnswerRequest::outcome)
                              .one_of("rights_outcome")
                              .sample(R"("GRANTED")"),
                          field("refusal", &AnswerRequest::refusal)
                              .one_of("rights_refusal")
                              .says("Why not, or why not wholly."),
                          field("answered_on", &AnswerRequest::answered_on)
                              .not_future()
                              .sample(R"("2026-11-23")")
                              .says("When the person was answered."),
                          field("note", &AnswerRequest::note)
                              .up_to(4000)
                              .sealed(Mark::note)
                              .says("What was done."));
    }
};

struct PrintFile {
    static constexpr const char* title = "PrintOwnFile";

    Id<people::Person> person;
    std::string language;

    static constexpr auto fields()
    {
        return std::tuple(
            field("person", &PrintFile::person).sample(core::samples::amina),
            field("language", &PrintFile::language).one_of("sheet_language").sample(R"("fr")"));
    }
};

struct SetRule {
    static constexpr const char* title = "SetRetentionRule";

    std::string rule;
    std::optional<int> months;

    static constexpr auto fields()
    {
        return std::tuple(
            field("rule", &SetRule::rule).one_of("retention_rule").sample(R"("STREET")"),
            field("months", &SetRule::months)
                .between(1, 600)
                .sample("36")
                .says("Without it, the network's proposal again."));
    }
};

// An erasure that a retention rule asks for, person by person.
struct ProposeErasure {
    static constexpr const char* title = "ProposeErasure";

    Id<Request> id;
    Id<people::Person> person;
    std::string rule;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ProposeErasure::id).sample(core::samples::new_rights_request),
            field("person", &ProposeErasure::person).sample(core::samples::ibrahima),
            field("rule", &ProposeErasure::rule).one_of("retention_rule").sample(R"("STREET")"));
    }
};

Request record_request(core::Context& context, const RecordRequest& wish);
Request get_request(core::Context& context, const RequestPath& wish);
Requests list_requests(core::Context& context, const ListRequests& wish);
Requests list_of_person(core::Context& context, const RequestsOfPerson& wish);
Request cancel_request(core::Context& context, const RequestPath& wish);
Request extend_request(core::Context& context, const ExtendRequest& wish);
Request undo_extension(core::Context& context, const RequestPath& wish);
Request answer_request(core::Context& context, const AnswerRequest& wish);
Request withdraw_answer(core::Context& context, const AnsweredPath& wish);

core::Bytes print_file(core::Context& context, const PrintFile& wish);

ErasurePreview preview_erasure(core::Context& context, const GrantedPath& wish);
Request approve_erasure(core::Context& context, const GrantedPath& wish);
Request withdraw_approval(core::Context& context, const ApprovedPath& wish);
Request erase_person(core::Context& context, const ApprovedPath& wish);

RetentionPreview preview_retention(core::Context& context);
RetentionPreview set_rule(core::Context& context, const SetRule& wish);
Request propose_erasure(core::Context& context, const ProposeErasure& wish);

// The chore: who decides is told by e-mail of what must be answered within days.
std::vector<Uuid> remind(core::Context& context);

} // namespace rights
