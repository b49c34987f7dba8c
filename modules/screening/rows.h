// SPDX-License-Identifier: EUPL-1.2
// The only SQL of this module, and its rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/actor.h"
#include "screening/screening.h"
#include "store/store.h"

namespace screening {

struct ScreeningRow {
    static constexpr const char* title = "ScreeningRow";
    static constexpr const char* table = "screening_screening";

    Id<Screening> id;
    Id<people::Person> person;
    std::optional<Id<outreach::Contact>> contact;
    Date day;
    std::optional<std::string> note;
    Id<core::Account> recorded_by;
    std::string recorded_by_name;
    Instant recorded_at;
    Instant changed_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &ScreeningRow::id), field("person", &ScreeningRow::person),
                          field("contact", &ScreeningRow::contact),
                          field("day", &ScreeningRow::day),
                          field("note", &ScreeningRow::note).sealed(Mark::note),
                          field("recorded_by", &ScreeningRow::recorded_by),
                          field("recorded_by_name", &ScreeningRow::recorded_by_name),
                          field("recorded_at", &ScreeningRow::recorded_at),
                          field("changed_at", &ScreeningRow::changed_at),
                          field("cancelled_at", &ScreeningRow::cancelled_at));
    }
};

struct FindingRow {
    static constexpr const char* title = "FindingRow";
    static constexpr const char* table = "screening_finding";

    Id<FindingRow> id;
    Id<Screening> screening;
    std::string circumstance;
    std::string severity;
    std::string source;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FindingRow::id), field("screening", &FindingRow::screening),
                          field("circumstance", &FindingRow::circumstance).sealed(Mark::health),
                          field("severity", &FindingRow::severity),
                          field("source", &FindingRow::source));
    }
};

struct WarningRow {
    static constexpr const char* title = "WarningRow";
    static constexpr const char* table = "screening_warning";

    Id<Warning> id;
    Id<people::Person> person;
    Id<Screening> screening;
    std::string rule;
    int rule_version = 0;
    std::vector<std::string> circumstances;
    bool restricted = false;
    std::string priority;
    Date raised_on;
    Instant raised_at;
    Instant due_at;
    std::optional<std::string> answer;
    std::optional<std::string> note;
    std::optional<Id<core::Account>> answered_by;
    std::optional<std::string> answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<Instant> withdrawn_at;

    bool is_open() const { return !answered_at && !withdrawn_at; }

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &WarningRow::id), field("person", &WarningRow::person),
            field("screening", &WarningRow::screening),
            field("rule", &WarningRow::rule).sealed(Mark::health),
            field("rule_version", &WarningRow::rule_version),
            field("circumstances", &WarningRow::circumstances).sealed(Mark::health),
            field("restricted", &WarningRow::restricted), field("priority", &WarningRow::priority),
            field("raised_on", &WarningRow::raised_on), field("raised_at", &WarningRow::raised_at),
            field("due_at", &WarningRow::due_at), field("answer", &WarningRow::answer),
            field("note", &WarningRow::note).sealed(Mark::note),
            field("answered_by", &WarningRow::answered_by),
            field("answered_by_name", &WarningRow::answered_by_name),
            field("answered_at", &WarningRow::answered_at),
            field("withdrawn_at", &WarningRow::withdrawn_at));
    }
};

// Whoever may read every compartment, or else only what they wrote down themselves.
struct Reader {
    bool every_compartment = false;
    bool sees_guarded = false;
    Id<core::Account> account;
};

std::optional<ScreeningRow> find_screening(store::Transaction& transaction, const Reader& reader,
                                           const Id<Screening>& id);
// Newest first, cancelled ones among them.
std::vector<ScreeningRow> screenings_of(store::Transaction& transaction,
                                        const Id<people::Person>& person);
// In the order of their codes.
std::vector<FindingRow> findings_of(store::Transaction& transaction, const Id<Screening>& id);
void delete_finding(store::Transaction& transaction, const Id<FindingRow>& id);

std::optional<WarningRow> find_warning(store::Transaction& transaction, const Id<Warning>& id);
std::optional<WarningRow> find_warning(store::Transaction& transaction, const Reader& reader,
                                       const Id<Warning>& id);
std::vector<WarningRow> warnings_of(store::Transaction& transaction,
                                    const Id<people::Person>& person);
std::vector<WarningRow> warnings_raised_by(store::Transaction& transaction, const Reader& reader,
                                           const Id<Screening>& screening);

struct Chosen {
    std::string state; // of warning_state
    int limit = 200;
};
std::vector<WarningRow> list_rows(store::Transaction& transaction, const Reader& reader,
                                  const Chosen& chosen);
int count_late(store::Transaction& transaction, const Reader& reader, Instant now);

} // namespace screening
