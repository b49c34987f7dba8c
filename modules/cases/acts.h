// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "cases/cases.h"
#include "core/samples.h"

namespace cases {

// The longest that a temporary case may be planned for, and when its end counts as near.
inline constexpr int temporary_days_max = 180;
inline constexpr int overdue_days_ahead = 14;

// Who keeps cases, and who reads them whole.
inline constexpr core::Roles workers = core::may(core::social_worker);
inline constexpr core::Roles readers = core::may(core::social_worker, core::city_coordinator);
// Who may be let into a case that is not theirs, to read it (openings.h). Without an opening a case
// is not there for those of them who are no readers.
inline constexpr core::Roles shown_openings = core::city_team;

struct OpenCase {
    static constexpr const char* title = "OpenCase";

    Id<Case> id;
    Id<people::Person> person;
    std::string kind;
    Date opened_on;
    std::optional<Date> ends_on;
    std::string district;
    std::vector<std::string> needs;
    std::optional<std::string> note;
    std::optional<std::string> team;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &OpenCase::id).sample(core::samples::new_case),
            field("person", &OpenCase::person).sample(core::samples::ibrahima),
            field("kind", &OpenCase::kind).one_of("case_kind").sample(R"("integrated")"),
            field("opened_on", &OpenCase::opened_on).not_future().sample(R"("2026-11-20")"),
            field("ends_on", &OpenCase::ends_on)
                .says("Needed for a temporary case: at most 180 days after opened_on."),
            field("district", &OpenCase::district).one_of("district").sample(R"("RM-I")"),
            field("needs", &OpenCase::needs)
                .one_of("referral_area")
                .at_most(12)
                .sealed(Mark::health)
                .sample(R"(["HEALTH","RESIDENCE"])"),
            field("note", &OpenCase::note).up_to(4000).sealed(Mark::note),
            field("team", &OpenCase::team)
                .up_to(40)
                .says("One of your own teams; your first one when left out."));
    }
};

struct ChangeCase {
    static constexpr const char* title = "ChangeCase";

    Id<Case> id;
    std::string kind;
    Date opened_on;
    std::optional<Date> ends_on;
    std::string district;
    std::vector<std::string> needs;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &ChangeCase::id).sample(core::samples::case_amina),
            field("kind", &ChangeCase::kind).one_of("case_kind").sample(R"("integrated")"),
            field("opened_on", &ChangeCase::opened_on).not_future().sample(R"("2026-10-05")"),
            field("ends_on", &ChangeCase::ends_on),
            field("district", &ChangeCase::district).one_of("district").sample(R"("RM-I")"),
            field("needs", &ChangeCase::needs)
                .one_of("referral_area")
                .at_most(12)
                .sealed(Mark::health)
                .sample(R"(["HEALTH","HOUSING"])"),
            field("note", &ChangeCase::note).up_to(4000).sealed(Mark::note));
    }
};

struct ListCases {
    static constexpr const char* title = "ListCases";

    std::optional<std::string> state;
    std::optional<bool> mine;
    std::optional<bool> overdue;
    std::optional<int> limit;
    std::optional<std::string> after;

    static constexpr auto fields()
    {
        return std::tuple(
            field("state", &ListCases::state).one_of("case_state"),
            field("mine", &ListCases::mine).says("Only cases whose worker is who asks."),
            field("overdue", &ListCases::overdue)
                .says("Only open temporary cases that end within 14 days or should "
                      "have ended."),
            field("limit", &ListCases::limit).between(1, 200), field("after", &ListCases::after));
    }
};

// The case of a request that says nothing else: get, cancel, restore, reopen, remove its hand-over.
struct OneCase {
    static constexpr const char* title = "OneCase";

    Id<Case> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneCase::id).sample(core::samples::case_amina));
    }
};

struct OneClosedCase {
    static constexpr const char* title = "OneClosedCase";

    Id<Case> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneClosedCase::id).sample(core::samples::case_closed));
    }
};

struct CasesOfPerson {
    static constexpr const char* title = "CasesOfPerson";

    Id<people::Person> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CasesOfPerson::id).sample(core::samples::amina));
    }
};

struct RecordIntervention {
    static constexpr const char* title = "RecordIntervention";

    Id<Case> case_id;
    Id<Intervention> id;
    std::string code;
    Date on;
    std::optional<double> hours;
    std::optional<std::string> note;
    std::optional<std::string> project;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case", &RecordIntervention::case_id).sample(core::samples::case_amina),
            field("id", &RecordIntervention::id).sample(core::samples::new_intervention),
            field("code", &RecordIntervention::code).one_of("intervention").sample(R"("SSP.COLL")"),
            field("on", &RecordIntervention::on).not_future().sample(R"("2026-11-20")"),
            field("hours", &RecordIntervention::hours).between(0, 24).sample("1.5"),
            field("note", &RecordIntervention::note).up_to(4000).sealed(Mark::note),
            field("project", &RecordIntervention::project).one_of("project"));
    }
};

struct OneIntervention {
    static constexpr const char* title = "OneIntervention";

    Id<Intervention> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneIntervention::id).sample(core::samples::intervention));
    }
};

struct OneCancelledIntervention {
    static constexpr const char* title = "OneCancelledIntervention";

    Id<Intervention> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneCancelledIntervention::id)
                              .sample(core::samples::intervention_cancelled));
    }
};

struct RecordHandOver {
    static constexpr const char* title = "RecordHandOver";

    Id<Case> id;
    std::string to;
    std::string destination;
    Date sent_on;
    std::optional<Date> accepted_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordHandOver::id).sample(core::samples::case_amina),
            field("to", &RecordHandOver::to)
                .sealed(Mark::note)
                .sample(R"("Servizio sociale del Municipio V")")
                .says("The organisation or service that takes over."),
            field("destination", &RecordHandOver::destination)
                .one_of("hand_over_destination")
                .sample(R"("area")"),
            field("sent_on", &RecordHandOver::sent_on).not_future().sample(R"("2026-11-20")"),
            field("accepted_on", &RecordHandOver::accepted_on).not_future());
    }
};

struct AcceptHandOver {
    static constexpr const char* title = "AcceptHandOver";

    Id<Case> id;
    Date on;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &AcceptHandOver::id).sample(core::samples::case_amina),
                          field("on", &AcceptHandOver::on).not_future().sample(R"("2026-11-20")"));
    }
};

struct CloseCase {
    static constexpr const char* title = "CloseCase";

    Id<Case> id;
    Date on;
    std::string reason;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &CloseCase::id).sample(core::samples::case_amina),
                          field("on", &CloseCase::on).not_future().sample(R"("2026-11-20")"),
                          field("reason", &CloseCase::reason)
                              .one_of("closure_reason")
                              .sample(R"("OTHER_SERVICE_SAME_CITY")"),
                          field("note", &CloseCase::note).up_to(4000).sealed(Mark::note));
    }
};

struct ExtendCase {
    static constexpr const char* title = "ExtendCase";

    Id<Case> case_id;
    Id<Extension> id;
    Date ends_on;
    std::string reason;
    std::optional<std::string> note;

    static constexpr auto fields()
    {
        return std::tuple(field("case", &ExtendCase::case_id).sample(core::samples::case_amina),
                          field("id", &ExtendCase::id).sample(core::samples::new_extension),
                          field("ends_on", &ExtendCase::ends_on)
                              .says("After the end as it stands, and at most 180 days after today.")
                              .sample(R"("2026-12-20")"),
                          field("reason", &ExtendCase::reason)
                              .one_of("extension_reason")
                              .sealed(Mark::health)
                              .sample(R"("WAITING_RECEIVER")"),
                          field("note", &ExtendCase::note)
                              .up_to(2000)
                              .sealed(Mark::note)
                              .says("Needed where the reason is another one."));
    }
};

struct OneExtension {
    static constexpr const char* title = "OneExtension";

    Id<Extension> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &OneExtension::id).sample(core::samples::extension));
    }
};

// ---- acts
Case open_case(core::Context& context, const OpenCase& wish);
CaseList list_cases(core::Context& context, const ListCases& wish);
Case get_case(core::Context& context, const OneCase& wish);
Case change_case(core::Context& context, const ChangeCase& wish);
void cancel_case(core::Context& context, const OneCase& wish);
Case restore_case(core::Context& context, const OneCase& wish);
CaseCards list_of_person(core::Context& context, const CasesOfPerson& wish);

Intervention record_intervention(core::Context& context, const RecordIntervention& wish);
void cancel_intervention(core::Context& context, const OneIntervention& wish);
Intervention restore_intervention(core::Context& context, const OneCancelledIntervention& wish);

Case record_hand_over(core::Context& context, const RecordHandOver& wish);
Case accept_hand_over(core::Context& context, const AcceptHandOver& wish);
Case remove_hand_over(core::Context& context, const OneCase& wish);

Case extend_case(core::Context& context, const ExtendCase& wish);
Case undo_extension(core::Context& context, const OneExtension& wish);

Case close_case(core::Context& context, const CloseCase& wish);
Case reopen_case(core::Context& context, const OneClosedCase& wish);

} // namespace cases
