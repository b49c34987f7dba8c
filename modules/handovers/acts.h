// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "handovers/handovers.h"

namespace handovers {

struct SendHandover {
    static constexpr const char* title = "SendHandover";

    Id<Sent> id;
    std::optional<std::string> kind;
    Id<cases::Case> case_id;
    std::string to_city;
    std::optional<std::string> area;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> message;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SendHandover::id).sample(core::samples::new_handover),
            field("kind", &SendHandover::kind)
                .one_of("handover_kind")
                .says("A referral leaves the charge here; a hand-over when left out."),
            field("case", &SendHandover::case_id).sample(core::samples::case_luca),
            field("to_city", &SendHandover::to_city).one_of("city").sample(R"("milano")"),
            field("area", &SendHandover::area)
                .one_of("referral_area")
                .says("What a service there is asked for; needed for a referral."),
            field("parts", &SendHandover::parts)
                .one_of("handover_part")
                .says("What goes beside name, age and languages.")
                .sample(R"(["CASE","PLAN"])"),
            field("basis", &SendHandover::basis).one_of("handover_basis").sample(R"("SERVICES")"),
            field("notified_on", &SendHandover::notified_on)
                .not_future()
                .says("When the person was told what goes where.")
                .sample(R"("2026-11-22")"),
            field("message", &SendHandover::message)
                .up_to(2000)
                .sealed(Mark::note)
                .says("For the receiving city; of a referral, for the service."));
    }
};

struct WithdrawHandover {
    static constexpr const char* title = "WithdrawHandover";

    Id<Sent> id;
    std::optional<std::string> outcome;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &WithdrawHandover::id).sample(core::samples::handover_sent),
                          field("outcome", &WithdrawHandover::outcome)
                              .one_of("referral_outcome")
                              .says("Needed for a referral: none ends without one."));
    }
};

struct ReceivedPath {
    static constexpr const char* title = "ReceivedHandoverPath";
    Id<Received> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReceivedPath::id).sample(core::samples::handover_received));
    }
};

// Of a hand-over the case, its kind and its district are needed; a referral opens no case.
struct AcceptHandover {
    static constexpr const char* title = "AcceptHandover";

    Id<Received> id;
    Id<people::Person> person;
    std::optional<bool> known;
    std::vector<Id<people::Person>> similar_seen;
    std::optional<Id<cases::Case>> case_id;
    std::optional<std::string> kind;
    std::optional<Date> ends_on;
    std::optional<std::string> district;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AcceptHandover::id).sample(core::samples::handover_received),
            field("person", &AcceptHandover::person)
                .sample(core::samples::new_person)
                .says("Made up for somebody new; of the record there is, where `known`."),
            field("known", &AcceptHandover::known).says("The person has a record here already."),
            field("similar_seen", &AcceptHandover::similar_seen)
                .at_most(50)
                .says("Persons who were shown as similar and judged different."),
            field("case", &AcceptHandover::case_id)
                .sample(core::samples::new_case)
                .says("With kind and district, of a hand-over; a referral opens none."),
            field("kind", &AcceptHandover::kind).one_of("case_kind").sample(R"("integrated")"),
            field("ends_on", &AcceptHandover::ends_on).says("Of a temporary case."),
            field("district", &AcceptHandover::district).one_of("district").sample(R"("RM-I")"));
    }
};

struct RefuseHandover {
    static constexpr const char* title = "RefuseHandover";

    Id<Received> id;
    std::string reason;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RefuseHandover::id).sample(core::samples::handover_received),
                          field("reason", &RefuseHandover::reason).one_of("handover_refusal"),
                          field("words", &RefuseHandover::words).up_to(1000).sealed(Mark::note));
    }
};

// What has become of a referral that came here.
struct RecordStep {
    static constexpr const char* title = "RecordStepForAnotherCity";

    Id<Received> id;
    std::string what;
    std::optional<Date> on;
    std::optional<std::string> outcome;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RecordStep::id).sample(core::samples::referral_received),
                          field("what", &RecordStep::what)
                              .one_of("referral_step")
                              .sample(R"("seen")")
                              .says("seen, attended, not_attended or closed."),
                          field("on", &RecordStep::on)
                              .not_future()
                              .says("When the person went, or was expected; today when left out."),
                          field("outcome", &RecordStep::outcome)
                              .one_of("referral_outcome")
                              .says("Needed to close: nothing ends without one."),
                          field("words", &RecordStep::words).up_to(1000).sealed(Mark::note));
    }
};

struct LastStep {
    static constexpr const char* title = "LastStepForAnotherCity";
    Id<Received> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &LastStep::id).sample(core::samples::referral_received));
    }
};

Sent send_handover(core::Context& context, const SendHandover& wish);
SentList list_sent(core::Context& context);
Sent withdraw_handover(core::Context& context, const WithdrawHandover& wish);
ReceivedList list_received(core::Context& context);
Received get_received(core::Context& context, const ReceivedPath& wish);
Received accept_handover(core::Context& context, const AcceptHandover& wish);
Received refuse_handover(core::Context& context, const RefuseHandover& wish);
Received record_step(core::Context& context, const RecordStep& wish);
Received undo_step(core::Context& context, const LastStep& wish);

// The chore: who sent a referral, and who took it on, are told by e-mail of what waits too long.
std::vector<Uuid> remind(core::Context& context);

} // namespace handovers
