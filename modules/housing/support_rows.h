// SPDX-License-Identifier: EUPL-1.2
// Rows of agreements, of help with the rent and of upkeep.
#pragma once

#include <vector>

#include "housing/rows.h"
#include "housing/support.h"

namespace housing {

struct AgreementRow : AgreementDetails {
    static constexpr const char* title = "HousingAgreementRow";
    static constexpr const char* table = "housing_agreement";

    Id<Agreement> id;
    Id<core::Account> written_by;
    Instant written_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &AgreementRow::id)),
                              AgreementDetails::fields(),
                              std::tuple(field("written_by", &AgreementRow::written_by),
                                         field("written_at", &AgreementRow::written_at),
                                         field("version", &AgreementRow::version),
                                         field("cancelled_at", &AgreementRow::cancelled_at)));
    }
};

struct SupportRow {
    static constexpr const char* title = "HousingSupportRow";
    static constexpr const char* table = "housing_support";

    Id<Support> id;
    Id<people::Person> person;
    std::optional<Id<cases::Case>> case_id;
    std::string kind;
    std::int64_t amount_cents = 0;
    Date agreed_on;
    std::optional<std::string> landlord_name;
    std::optional<std::string> note;
    std::optional<std::string> outcome;
    std::optional<Date> ended_on;
    Id<core::Account> written_by;
    Instant written_at;
    int version = 1;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SupportRow::id), field("person", &SupportRow::person),
            field("case_id", &SupportRow::case_id), field("kind", &SupportRow::kind),
            field("amount_cents", &SupportRow::amount_cents),
            field("agreed_on", &SupportRow::agreed_on),
            field("landlord_name", &SupportRow::landlord_name).sealed(Mark::identity),
            field("note", &SupportRow::note).sealed(Mark::note),
            field("outcome", &SupportRow::outcome), field("ended_on", &SupportRow::ended_on),
            field("written_by", &SupportRow::written_by),
            field("written_at", &SupportRow::written_at), field("version", &SupportRow::version),
            field("cancelled_at", &SupportRow::cancelled_at));
    }
};

struct InstalmentRow {
    static constexpr const char* title = "HousingInstalmentRow";
    static constexpr const char* table = "housing_instalment";

    Id<Instalment> id;
    Id<Support> support;
    Date due_on;
    std::int64_t amount_cents = 0;
    std::optional<Date> paid_on;
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &InstalmentRow::id),
                          field("support", &InstalmentRow::support),
                          field("due_on", &InstalmentRow::due_on),
                          field("amount_cents", &InstalmentRow::amount_cents),
                          field("paid_on", &InstalmentRow::paid_on),
                          field("written_by", &InstalmentRow::written_by),
                          field("written_at", &InstalmentRow::written_at),
                          field("cancelled_at", &InstalmentRow::cancelled_at));
    }
};

struct UpkeepRow : UpkeepDetails {
    static constexpr const char* title = "HousingUpkeepRow";
    static constexpr const char* table = "housing_upkeep";

    Id<Upkeep> id;
    std::optional<Date> done_on;
    std::optional<std::string> found;
    Id<core::Account> written_by;
    Instant written_at;
    std::optional<Instant> cancelled_at;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &UpkeepRow::id)), UpkeepDetails::fields(),
                              std::tuple(field("done_on", &UpkeepRow::done_on),
                                         field("found", &UpkeepRow::found),
                                         field("written_by", &UpkeepRow::written_by),
                                         field("written_at", &UpkeepRow::written_at),
                                         field("cancelled_at", &UpkeepRow::cancelled_at)));
    }
};

std::optional<AgreementRow> find_agreement(store::Transaction& transaction,
                                           const Id<Agreement>& id);
// Those that stand first, the newest first.
std::vector<AgreementRow> agreements_of(store::Transaction& transaction, const Id<Place>& place);
// Stays that stand, signed, of whom the scope sees.
std::vector<StayRow> signed_stays(store::Transaction& transaction, const core::Scope& scope,
                                  const Id<Agreement>& agreement);
// Whoever signed it, seen or not: what is signed is not written anew.
bool is_signed(store::Transaction& transaction, const Id<Agreement>& agreement);

std::optional<SupportRow> find_support(store::Transaction& transaction, const Id<Support>& id);
// That stand, the newest first.
std::vector<SupportRow> supports_of(store::Transaction& transaction,
                                    const Id<people::Person>& person);
std::optional<InstalmentRow> find_instalment(store::Transaction& transaction,
                                             const Id<Instalment>& id);
std::vector<InstalmentRow> instalments_of(store::Transaction& transaction, const Id<Support>& id);

std::optional<UpkeepRow> find_upkeep(store::Transaction& transaction, const Id<Upkeep>& id);
std::vector<UpkeepRow> upkeep_of(store::Transaction& transaction,
                                 const std::optional<Id<Place>>& place);

} // namespace housing
