// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "referrals/referrals.h"
#include "store/store.h"

namespace referrals {

struct ReferralRow : ReferralDetails {
    static constexpr const char* title = "ReferralRow";
    static constexpr const char* table = "referrals_referral";

    Id<Referral> id;
    Id<people::Person> person;
    std::optional<Id<cases::Case>> case_id;
    Id<directory::Service> service;
    Id<core::Account> sent_by;
    std::string team;
    Instant sent_at;
    Date sent_on;
    std::string ticket;
    std::string code_mark;
    std::optional<Date> link_until; // none: the service is not asked
    std::optional<Instant> answer_due_at;
    Instant outcome_due_at;
    std::string state = "sent";
    std::optional<std::string> outcome;
    std::optional<Date> outcome_on;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ReferralRow::id), field("person", &ReferralRow::person),
                       field("case_id", &ReferralRow::case_id),
                       field("service", &ReferralRow::service)),
            ReferralDetails::fields(),
            std::tuple(field("sent_by", &ReferralRow::sent_by), field("team", &ReferralRow::team),
                       field("sent_at", &ReferralRow::sent_at),
                       field("sent_on", &ReferralRow::sent_on),
                       field("ticket", &ReferralRow::ticket).sealed(Mark::note),
                       field("code_mark", &ReferralRow::code_mark),
                       field("link_until", &ReferralRow::link_until),
                       field("answer_due_at", &ReferralRow::answer_due_at),
                       field("outcome_due_at", &ReferralRow::outcome_due_at),
                       field("state", &ReferralRow::state), field("outcome", &ReferralRow::outcome),
                       field("outcome_on", &ReferralRow::outcome_on)));
    }
};

struct StepRow {
    static constexpr const char* title = "ReferralStepRow";
    static constexpr const char* table = "referrals_step";

    Id<Step> id;
    Id<Referral> referral;
    int turn = 0;
    std::string what;
    Instant at;
    Date day;
    std::optional<std::string> outcome;
    std::optional<Date> until;
    std::optional<std::string> words;
    std::optional<Id<core::Account>> by_account; // none: the service, by its link
    std::optional<std::string> by_name;
    std::optional<Instant> undone_at;
    std::optional<Id<core::Account>> undone_by;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &StepRow::id), field("referral", &StepRow::referral),
            field("turn", &StepRow::turn), field("what", &StepRow::what), field("at", &StepRow::at),
            field("day", &StepRow::day), field("outcome", &StepRow::outcome),
            field("until", &StepRow::until), field("words", &StepRow::words).sealed(Mark::note),
            field("by_account", &StepRow::by_account),
            field("by_name", &StepRow::by_name).sealed(Mark::identity),
            field("undone_at", &StepRow::undone_at), field("undone_by", &StepRow::undone_by));
    }
};

struct ReminderRow {
    static constexpr const char* title = "ReferralReminderRow";
    static constexpr const char* table = "referrals_reminder";

    Id<ReminderRow> id;
    Id<Referral> referral;
    std::string clock;
    Instant at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ReminderRow::id), field("referral", &ReminderRow::referral),
                          field("clock", &ReminderRow::clock), field("at", &ReminderRow::at));
    }
};

std::optional<ReferralRow> find_row(store::Transaction& transaction, const Id<Referral>& id);
std::optional<ReferralRow> find_by_code(store::Transaction& transaction, const std::string& mark);
// Newest first.
std::vector<ReferralRow> rows_of_person(store::Transaction& transaction,
                                        const Id<people::Person>& person);
// Those of a scope: over, or not; newest first.
std::vector<ReferralRow> list_rows(store::Transaction& transaction, const core::Scope& scope,
                                   bool over, int limit);
// All that wait for something, oldest first.
std::vector<ReferralRow> waiting_rows(store::Transaction& transaction, int limit);

// Oldest first, those undone among them.
std::vector<StepRow> steps_of(store::Transaction& transaction, const Id<Referral>& id);
std::optional<StepRow> find_step(store::Transaction& transaction, const Id<Step>& id);

bool was_reminded(store::Transaction& transaction, const Id<Referral>& id,
                  const std::string& clock);

// How often each need found no answer, of the referrals sent in these days that have an outcome.
struct GapLine {
    static constexpr const char* title = "GapLine";

    std::string area;
    std::string district;
    std::string language; // empty: not said
    std::string outcome;
    int count = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("area", &GapLine::area), field("district", &GapLine::district),
                          field("language", &GapLine::language),
                          field("outcome", &GapLine::outcome), field("count", &GapLine::count));
    }
};
std::vector<GapLine> outcomes_between(store::Transaction& transaction, const core::Scope& scope,
                                      Date first, Date last);

} // namespace referrals
