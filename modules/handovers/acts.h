// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "handovers/handovers.h"

namespace handovers {

struct SendHandover {
    static constexpr const char* title = "SendHandover";

    Id<Sent> id;
    Id<cases::Case> case_id;
    std::string to_city;
    std::vector<std::string> parts;
    std::string basis;
    Date notified_on;
    std::optional<std::string> message;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SendHandover::id).sample(core::samples::new_handover),
            field("case", &SendHandover::case_id).sample(core::samples::case_luca),
            field("to_city", &SendHandover::to_city).one_of("city").sample(R"("milano")"),
            field("parts", &SendHandover::parts)
                .one_of("handover_part")
                .says("What goes beside name, age and languages.")
                .sample(R"(["CASE","PLAN"])"),
            field("basis", &SendHandover::basis).one_of("handover_basis").sample(R"("SERVICES")"),
            field("notified_on", &SendHandover::notified_on)
                .not_future()
                .says("When the person was told what goes where.")
                .sample(R"("2026-11-22")"),
            field("message", &SendHandover::message).up_to(2000).sealed(Mark::note));
    }
};

struct SentPath {
    static constexpr const char* title = "SentHandoverPath";
    Id<Sent> id;
    static constexpr auto fields()
    {
        return std::tuple(field("id", &SentPath::id).sample(core::samples::handover_sent));
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

struct AcceptHandover {
    static constexpr const char* title = "AcceptHandover";

    Id<Received> id;
    Id<people::Person> person;
    std::optional<bool> known;
    std::vector<Id<people::Person>> similar_seen;
    Id<cases::Case> case_id;
    std::string kind;
    std::optional<Date> ends_on;
    std::string district;

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
            field("case", &AcceptHandover::case_id).sample(core::samples::new_case),
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

Sent send_handover(core::Context& context, const SendHandover& wish);
SentList list_sent(core::Context& context);
Sent withdraw_handover(core::Context& context, const SentPath& wish);
ReceivedList list_received(core::Context& context);
Received get_received(core::Context& context, const ReceivedPath& wish);
Received accept_handover(core::Context& context, const AcceptHandover& wish);
Received refuse_handover(core::Context& context, const RefuseHandover& wish);

// The chore: what waits here goes to the network, what waits there comes here.
std::vector<Uuid> exchange(core::Context& context);

} // namespace handovers
