// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "core/gate.h"
#include "referrals/referrals.h"

namespace referrals {

// Who sends people, and who follows what became of it.
inline constexpr core::Roles senders =
    core::may(core::mobile_unit_operator, core::desk_operator, core::social_worker);

struct SendReferral : ReferralDetails {
    static constexpr const char* title = "SendReferral";

    Id<Referral> id;
    Id<Ticket> ticket;
    Id<people::Person> person;
    std::optional<Id<cases::Case>> case_id;
    Id<directory::Service> service;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &SendReferral::id).sample(core::samples::new_referral),
                field("ticket", &SendReferral::ticket)
                    .sample(core::samples::new_referral_ticket)
                    .says("Made up at random, and sent again if the referral is sent again."),
                field("person", &SendReferral::person).sample(core::samples::ibrahima),
                field("case", &SendReferral::case_id)
                    .says("Of this person; needed for a transfer (TRANSFER)."),
                field("service", &SendReferral::service).sample(core::samples::service)),
            ReferralDetails::fields());
    }
};

struct ListReferrals {
    static constexpr const char* title = "ListReferrals";

    std::optional<bool> over;
    std::optional<bool> mine;

    static constexpr auto fields()
    {
        return std::tuple(
            field("over", &ListReferrals::over).says("Those that have ended; else the others."),
            field("mine", &ListReferrals::mine).says("Only those that the asker sent."));
    }
};

struct ReferralPath {
    static constexpr const char* title = "ReferralPath";

    Id<Referral> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReferralPath::id).sample(core::samples::referral));
    }
};

struct ReferralsOfPerson {
    static constexpr const char* title = "ReferralsOfPerson";

    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &ReferralsOfPerson::person).sample(core::samples::amina));
    }
};

// What became of it, as somebody who works here has heard.
struct RecordStep {
    static constexpr const char* title = "RecordReferralStep";

    Id<Step> id;
    Id<Referral> referral;
    std::string what;
    std::optional<Date> on;
    std::optional<std::string> outcome;
    std::optional<Date> until;
    std::optional<std::string> words;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RecordStep::id).sample(core::samples::new_referral_step),
            field("referral", &RecordStep::referral).sample(core::samples::referral),
            field("what", &RecordStep::what).one_of("referral_step").sample(R"("attended")"),
            field("on", &RecordStep::on).not_future().says("Today when left out."),
            field("outcome", &RecordStep::outcome)
                .one_of("referral_outcome")
                .says("Needed to refuse, to end and to withdraw a referral."),
            field("until", &RecordStep::until).says("Of a waiting list, if it is known."),
            field("words", &RecordStep::words).up_to(1000).sealed(Mark::note));
    }
};

struct StepPath {
    static constexpr const char* title = "ReferralStepPath";

    Id<Step> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &StepPath::id).sample(core::samples::referral_step));
    }
};

struct RenewLink {
    static constexpr const char* title = "RenewReferralLink";

    Id<Referral> id;
    Id<Ticket> ticket;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RenewLink::id).sample(core::samples::referral),
                          field("ticket", &RenewLink::ticket)
                              .sample(core::samples::new_referral_ticket)
                              .says("Another one: the code before this one opens nothing more."));
    }
};

struct PrintSlip {
    static constexpr const char* title = "PrintReferralSlip";

    Id<Referral> id;
    std::string language;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &PrintSlip::id).sample(core::samples::referral),
            field("language", &PrintSlip::language).one_of("sheet_language").sample(R"("fr")"));
    }
};

// ---- where needs find no answer

struct ShowGaps {
    static constexpr const char* title = "ShowGaps";

    std::optional<Date> first;
    std::optional<Date> last;

    static constexpr auto fields()
    {
        return std::tuple(field("first", &ShowGaps::first).says("A year ago when left out."),
                          field("last", &ShowGaps::last).says("Today when left out."));
    }
};

// Of the referrals for one need, from one district or in one language, that have an outcome.
struct GapCell {
    static constexpr const char* title = "GapCell";

    std::string area;
    std::string place; // a district, or a language; "" where none was said
    int known = 0;
    int unanswered = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("area", &GapCell::area).one_of("referral_area"),
                          field("place", &GapCell::place), field("known", &GapCell::known),
                          field("unanswered", &GapCell::unanswered));
    }
};

struct GapReason {
    static constexpr const char* title = "GapReason";

    std::string area;
    std::string outcome;
    int count = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("area", &GapReason::area).one_of("referral_area"),
                          field("outcome", &GapReason::outcome).one_of("referral_outcome"),
                          field("count", &GapReason::count));
    }
};

struct Gaps {
    static constexpr const char* title = "Gaps";

    Date first;
    Date last;
    std::vector<GapCell> by_district;
    std::vector<GapCell> by_language;
    std::vector<GapReason> reasons; // why, most frequent first

    static constexpr auto fields()
    {
        return std::tuple(field("first", &Gaps::first), field("last", &Gaps::last),
                          field("by_district", &Gaps::by_district).at_most(2000),
                          field("by_language", &Gaps::by_language).at_most(2000),
                          field("reasons", &Gaps::reasons).at_most(500));
    }
};

// ---- by the link, without an account: link.cpp

inline constexpr auto code_of_referral = "referrals.link"; // see core/spoken_code.h
// A reception of a large body is behind one address.
inline constexpr core::Allowance link_questions{"referrals.question", 240, 3000};
inline constexpr core::Allowance wrong_links{"referrals.wrong_code", 12, 3000};

struct OpenLink {
    static constexpr const char* title = "OpenReferralLink";

    std::string city;
    std::string code;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &OpenLink::city).one_of("city").sample(R"("roma")"),
            field("code", &OpenLink::code).up_to(60).secret().sample(core::samples::referral_code));
    }
};

struct AnswerLink {
    static constexpr const char* title = "AnswerReferralLink";

    std::string city;
    std::string code;
    Id<Step> id;
    std::string what;
    std::optional<std::string> outcome;
    std::optional<Date> until;
    std::optional<std::string> words;
    std::optional<std::string> by_name;

    static constexpr auto fields()
    {
        return std::tuple(
            field("city", &AnswerLink::city).one_of("city").sample(R"("roma")"),
            field("code", &AnswerLink::code)
                .up_to(60)
                .secret()
                .sample(core::samples::referral_code),
            field("id", &AnswerLink::id).sample(core::samples::new_referral_step),
            field("what", &AnswerLink::what).one_of("referral_step").sample(R"("attended")"),
            field("outcome", &AnswerLink::outcome).one_of("referral_outcome"),
            field("until", &AnswerLink::until),
            field("words", &AnswerLink::words).up_to(1000).sealed(Mark::note),
            field("by_name", &AnswerLink::by_name)
                .up_to(100)
                .sealed(Mark::identity)
                .says("Who answers, so that one can call back."));
    }
};

Referral send_referral(core::Context& context, const SendReferral& wish);
Referrals list_referrals(core::Context& context, const ListReferrals& wish);
Referral get_referral(core::Context& context, const ReferralPath& wish);
Referrals list_of_person(core::Context& context, const ReferralsOfPerson& wish);
Referral record_step(core::Context& context, const RecordStep& wish);
Referral undo_step(core::Context& context, const StepPath& wish);
Referral renew_link(core::Context& context, const RenewLink& wish);
core::Bytes print_slip(core::Context& context, const PrintSlip& wish);
Gaps show_gaps(core::Context& context, const ShowGaps& wish);

// Before the store's writer is asked: a wrong code never reaches it.
void take_link(core::Context& context, OpenLink& wish);
void take_answer(core::Context& context, AnswerLink& wish);
LinkedReferral open_link(core::Context& context, const OpenLink& wish);
LinkedReferral answer_link(core::Context& context, const AnswerLink& wish);

// The chore: senders are told by e-mail of what waits too long.
std::vector<Uuid> remind_senders(core::Context& context);

} // namespace referrals
