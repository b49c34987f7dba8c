// SPDX-License-Identifier: EUPL-1.2
// Around a place: what those who live together have agreed, help with the rent and talks with the
// landlord, and what is inspected and repaired.
#pragma once

#include "base/money.h"
#include "housing/acts.h"

namespace housing {

struct Agreement;
struct Support;
struct Instalment;
struct Upkeep;

// ---- agreements of who lives together: agreements.cpp

struct Signature {
    static constexpr const char* title = "HousingSignature";

    Id<Stay> stay;
    std::optional<people::Card> person_card;
    Date signed_on;

    static constexpr auto fields()
    {
        return std::tuple(field("stay", &Signature::stay),
                          field("person_card", &Signature::person_card),
                          field("signed_on", &Signature::signed_on));
    }
};

struct AgreementDetails {
    Id<Place> place;
    std::string words;
    Date from_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("place", &AgreementDetails::place).sample(core::samples::housing_place),
            field("words", &AgreementDetails::words)
                .up_to(8000)
                .sample(R"("Cucina a turno, silenzio dalle 23.")")
                .says("What everybody who lives there keeps to; it names nobody."),
            field("from_on", &AgreementDetails::from_on).sample(R"("2026-11-23")"));
    }
};

struct Agreement : AgreementDetails {
    static constexpr const char* title = "HousingAgreement";

    Id<Agreement> id;
    std::vector<Signature> signatures; // of whom the asker reads
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Agreement::id)), AgreementDetails::fields(),
                              std::tuple(field("signatures", &Agreement::signatures).at_most(500),
                                         field("version", &Agreement::version),
                                         field("cancelled", &Agreement::cancelled)));
    }
};

struct Agreements {
    static constexpr const char* title = "HousingAgreements";

    std::vector<Agreement> items; // the newest first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Agreements::items).at_most(200));
    }
};

struct WriteAgreement : AgreementDetails {
    static constexpr const char* title = "WriteHousingAgreement";

    Id<Agreement> id;
    std::optional<int> base;
    std::optional<bool> cancelled;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(
                field("id", &WriteAgreement::id).sample(core::samples::new_housing_agreement)),
            AgreementDetails::fields(),
            std::tuple(
                field("base", &WriteAgreement::base)
                    .says("The version that was changed; see core.changed_meanwhile."),
                field("cancelled", &WriteAgreement::cancelled).says("As it is when left out.")));
    }
};

struct AgreementsPath {
    static constexpr const char* title = "HousingAgreementsPath";

    Id<Place> place;

    static constexpr auto fields()
    {
        return std::tuple(
            field("place", &AgreementsPath::place).sample(core::samples::housing_place));
    }
};

struct SignAgreement {
    static constexpr const char* title = "SignHousingAgreement";

    Id<Stay> id;
    std::optional<Id<Agreement>> agreement;
    std::optional<Date> signed_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &SignAgreement::id).sample(core::samples::housing_stay),
            field("agreement", &SignAgreement::agreement)
                .sample(core::samples::housing_agreement)
                .says("Of the place of the stay. Left out, the signature is taken back."),
            field("signed_on", &SignAgreement::signed_on).not_future().says("Else today."));
    }
};

Agreements list_agreements(core::Context& context, const AgreementsPath& wish);
Agreement write_agreement(core::Context& context, const WriteAgreement& wish);
Stay sign_agreement(core::Context& context, const SignAgreement& wish);

// ---- help with the rent: rent.cpp. Amounts are decimal texts, as base/money.h has them.

struct Paid {
    static constexpr const char* title = "HousingInstalment";

    Id<Instalment> id;
    Date due_on;
    std::string amount;
    std::optional<Date> paid_on;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Paid::id), field("due_on", &Paid::due_on),
                          field("amount", &Paid::amount), field("paid_on", &Paid::paid_on),
                          field("cancelled", &Paid::cancelled));
    }
};

struct SupportDetails {
    std::optional<Id<cases::Case>> case_id;
    std::string kind;
    std::string amount;
    Date agreed_on;
    std::optional<std::string> landlord_name;
    std::optional<std::string> note;
    std::optional<std::string> outcome;
    std::optional<Date> ended_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("case_id", &SupportDetails::case_id),
            field("kind", &SupportDetails::kind)
                .one_of("housing_support_kind")
                .sample(R"("DEPOSIT")"),
            field("amount", &SupportDetails::amount)
                .up_to(12)
                .sample(R"("900.00")")
                .says("In euro, as a decimal text: 450.50. Of a guarantee, what is guaranteed."),
            field("agreed_on", &SupportDetails::agreed_on).sample(R"("2026-11-23")"),
            field("landlord_name", &SupportDetails::landlord_name)
                .up_to(200)
                .sealed(Mark::identity),
            field("note", &SupportDetails::note).up_to(2000).sealed(Mark::note),
            field("outcome", &SupportDetails::outcome).one_of("housing_support_outcome"),
            field("ended_on", &SupportDetails::ended_on)
                .says("With the outcome; neither while it goes on."));
    }
};

struct Support : SupportDetails {
    static constexpr const char* title = "HousingSupport";

    Id<Support> id;
    Id<people::Person> person;
    std::vector<Paid> instalments; // by the day on which they are due
    std::string planned;           // the sum of those that stand
    std::string paid;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &Support::id), field("person", &Support::person)),
            SupportDetails::fields(),
            std::tuple(
                field("instalments", &Support::instalments).at_most(200),
                field("planned", &Support::planned).says("The sum of the instalments that stand."),
                field("paid", &Support::paid), field("version", &Support::version),
                field("cancelled", &Support::cancelled)));
    }
};

struct Supports {
    static constexpr const char* title = "HousingSupports";

    std::vector<Support> items; // the newest first

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Supports::items).at_most(200));
    }
};

struct AddSupport : SupportDetails {
    static constexpr const char* title = "AddHousingSupport";

    Id<Support> id;
    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddSupport::id).sample(core::samples::new_housing_support),
                       field("person", &AddSupport::person).sample(core::samples::ibrahima)),
            SupportDetails::fields());
    }
};

struct SupportPath {
    static constexpr const char* title = "HousingSupportPath";

    Id<Support> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &SupportPath::id).sample(core::samples::housing_support));
    }
};

struct SupportsOf {
    static constexpr const char* title = "HousingSupportsOf";

    Id<people::Person> person;

    static constexpr auto fields()
    {
        return std::tuple(field("person", &SupportsOf::person).sample(core::samples::amina));
    }
};

struct ChangeSupport : SupportDetails {
    static constexpr const char* title = "ChangeHousingSupport";

    Id<Support> id;
    std::optional<int> base;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangeSupport::id).sample(core::samples::housing_support),
                       field("base", &ChangeSupport::base)
                           .says("The version that was changed; see core.changed_meanwhile.")),
            SupportDetails::fields());
    }
};

struct RestoreSupport {
    static constexpr const char* title = "RestoreHousingSupport";

    Id<Support> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreSupport::id).sample(core::samples::housing_support_cancelled));
    }
};

struct AddInstalment {
    static constexpr const char* title = "AddHousingInstalment";

    Id<Instalment> id;
    Id<Support> support;
    Date due_on;
    std::string amount;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &AddInstalment::id).sample(core::samples::new_housing_instalment),
            field("support", &AddInstalment::support).sample(core::samples::housing_support),
            field("due_on", &AddInstalment::due_on).sample(R"("2026-12-05")"),
            field("amount", &AddInstalment::amount).up_to(12).sample(R"("150.00")"));
    }
};

struct PayInstalment {
    static constexpr const char* title = "PayHousingInstalment";

    Id<Instalment> id;
    std::optional<Date> paid_on;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PayInstalment::id).sample(core::samples::housing_instalment),
                          field("paid_on", &PayInstalment::paid_on)
                              .not_future()
                              .sample(R"("2026-11-23")")
                              .says("Left out, it is not paid after all."));
    }
};

struct InstalmentPath {
    static constexpr const char* title = "HousingInstalmentPath";

    Id<Instalment> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &InstalmentPath::id).sample(core::samples::housing_instalment));
    }
};

struct RestoreInstalment {
    static constexpr const char* title = "RestoreHousingInstalment";

    Id<Instalment> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &RestoreInstalment::id)
                              .sample(core::samples::housing_instalment_cancelled));
    }
};

Support add_support(core::Context& context, const AddSupport& wish);
Supports list_supports(core::Context& context, const SupportsOf& wish);
Support get_support(core::Context& context, const SupportPath& wish);
Support change_support(core::Context& context, const ChangeSupport& wish);
Support cancel_support(core::Context& context, const SupportPath& wish);
Support restore_support(core::Context& context, const RestoreSupport& wish);
Support add_instalment(core::Context& context, const AddInstalment& wish);
Support pay_instalment(core::Context& context, const PayInstalment& wish);
Support cancel_instalment(core::Context& context, const InstalmentPath& wish);
Support restore_instalment(core::Context& context, const RestoreInstalment& wish);

// ---- inspections and repairs: upkeep.cpp

struct UpkeepDetails {
    Id<Place> place;
    std::optional<Id<Bed>> bed;
    std::string kind;
    std::string what;
    bool urgent = false;
    Date due_on;

    static constexpr auto fields()
    {
        return std::tuple(
            field("place", &UpkeepDetails::place).sample(core::samples::housing_place),
            field("bed", &UpkeepDetails::bed),
            field("kind", &UpkeepDetails::kind).one_of("housing_upkeep_kind").sample(R"("REPAIR")"),
            field("what", &UpkeepDetails::what)
                .up_to(500)
                .sample(R"("La doccia perde")")
                .says("Of the place; it names nobody."),
            field("urgent", &UpkeepDetails::urgent).sample("false"),
            field("due_on", &UpkeepDetails::due_on).sample(R"("2026-11-30")"));
    }
};

struct Upkeep : UpkeepDetails {
    static constexpr const char* title = "HousingUpkeep";

    Id<Upkeep> id;
    std::string written_by_name;
    std::optional<Date> done_on;
    std::optional<std::string> found;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Upkeep::id)), UpkeepDetails::fields(),
                              std::tuple(field("written_by_name", &Upkeep::written_by_name),
                                         field("done_on", &Upkeep::done_on),
                                         field("found", &Upkeep::found),
                                         field("cancelled", &Upkeep::cancelled)));
    }
};

struct Upkeeps {
    static constexpr const char* title = "HousingUpkeeps";

    std::vector<Upkeep> items; // what is open first, by urgency and day

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Upkeeps::items).at_most(500));
    }
};

struct AddUpkeep : UpkeepDetails {
    static constexpr const char* title = "AddHousingUpkeep";

    Id<Upkeep> id;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &AddUpkeep::id).sample(core::samples::new_housing_upkeep)),
            UpkeepDetails::fields());
    }
};

struct ListUpkeep {
    static constexpr const char* title = "ListHousingUpkeep";

    std::optional<Id<Place>> place;

    static constexpr auto fields()
    {
        return std::tuple(field("place", &ListUpkeep::place).says("All of the city without one."));
    }
};

struct FinishUpkeep {
    static constexpr const char* title = "FinishHousingUpkeep";

    Id<Upkeep> id;
    std::optional<Date> done_on;
    std::optional<std::string> found;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &FinishUpkeep::id).sample(core::samples::housing_upkeep),
                          field("done_on", &FinishUpkeep::done_on)
                              .not_future()
                              .sample(R"("2026-11-23")")
                              .says("Left out, it is open again."),
                          field("found", &FinishUpkeep::found).up_to(2000));
    }
};

struct UpkeepPath {
    static constexpr const char* title = "HousingUpkeepPath";

    Id<Upkeep> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &UpkeepPath::id).sample(core::samples::housing_upkeep));
    }
};

struct RestoreUpkeep {
    static constexpr const char* title = "RestoreHousingUpkeep";

    Id<Upkeep> id;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &RestoreUpkeep::id).sample(core::samples::housing_upkeep_cancelled));
    }
};

Upkeep add_upkeep(core::Context& context, const AddUpkeep& wish);
Upkeeps list_upkeep(core::Context& context, const ListUpkeep& wish);
Upkeep finish_upkeep(core::Context& context, const FinishUpkeep& wish);
Upkeep cancel_upkeep(core::Context& context, const UpkeepPath& wish);
Upkeep restore_upkeep(core::Context& context, const RestoreUpkeep& wish);

} // namespace housing
