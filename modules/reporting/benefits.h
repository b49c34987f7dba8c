// SPDX-License-Identifier: EUPL-1.2
// Towards SIUSS: which intervention is which official benefit, who can be told and who lacks what.
// The codes are an administrator's: none is printed that somebody has not written.
#pragma once

#include "people/people.h"
#include "reporting/pack.h"
#include "reporting/siuss.h"

namespace reporting {

struct BenefitDetails {
    std::string benefit;
    std::string name;
    std::string means_test;
    std::optional<std::string> nature;
    std::optional<std::string> area;

    static constexpr auto fields()
    {
        return std::tuple(field("benefit", &BenefitDetails::benefit)
                              .up_to(10)
                              .says("CodicePrestazione: five to ten letters and digits.")
                              .sample(R"("ESEMPIO")"),
                          field("name", &BenefitDetails::name)
                              .up_to(200)
                              .says("DenominazionePrestazione: ten letters at least.")
                              .sample(R"("Prestazione di esempio")"),
                          field("means_test", &BenefitDetails::means_test)
                              .one_of("siuss_means_test")
                              .sample(R"("4")"),
                          field("nature", &BenefitDetails::nature).one_of("siuss_nature"),
                          field("area", &BenefitDetails::area).one_of("siuss_area"));
    }
};

struct Benefit : BenefitDetails {
    static constexpr const char* title = "SiussBenefit";

    std::string intervention;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("intervention", &Benefit::intervention)
                                             .one_of("intervention")
                                             .sample(R"("SSP.COLL")")),
                              BenefitDetails::fields());
    }
};

struct CountryCode {
    static constexpr const char* title = "SiussCountryCode";

    std::string country;
    std::string istat;

    static constexpr auto fields()
    {
        return std::tuple(
            field("country", &CountryCode::country).one_of("country").sample(R"("GN")"),
            field("istat", &CountryCode::istat)
                .up_to(3)
                .says("Three digits of ISTAT's list of states.")
                .sample(R"("999")"));
    }
};

struct SiussCodes {
    static constexpr const char* title = "SiussCodes";

    std::vector<Benefit> benefits;
    std::vector<CountryCode> countries;

    static constexpr auto fields()
    {
        return std::tuple(field("benefits", &SiussCodes::benefits).at_most(500),
                          field("countries", &SiussCodes::countries).at_most(500));
    }
};

struct BenefitPath {
    static constexpr const char* title = "SiussBenefitPath";

    std::string intervention;

    static constexpr auto fields()
    {
        return std::tuple(field("intervention", &BenefitPath::intervention)
                              .one_of("intervention")
                              .sample(R"("SSP.COLL")"));
    }
};

struct CountryPath {
    static constexpr const char* title = "SiussCountryPath";

    std::string country;

    static constexpr auto fields()
    {
        return std::tuple(
            field("country", &CountryPath::country).one_of("country").sample(R"("GN")"));
    }
};

struct NotInSiuss {
    static constexpr const char* title = "PersonNotInSiuss";

    people::Card person_card;
    std::vector<std::string> missing;

    static constexpr auto fields()
    {
        return std::tuple(field("person_card", &NotInSiuss::person_card),
                          field("missing", &NotInSiuss::missing).one_of("siuss_missing"));
    }
};

struct WithoutCode {
    static constexpr const char* title = "InterventionWithoutCode";

    std::string intervention;
    int times = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("intervention", &WithoutCode::intervention).one_of("intervention"),
                          field("times", &WithoutCode::times));
    }
};

struct SiussSheet {
    static constexpr const char* title = "SiussSheet";

    int ready = 0;
    std::vector<NotInSiuss> missing;
    std::vector<WithoutCode> without_code; // what is not told for want of an official code

    static constexpr auto fields()
    {
        return std::tuple(field("ready", &SiussSheet::ready),
                          field("missing", &SiussSheet::missing).at_most(5000),
                          field("without_code", &SiussSheet::without_code).at_most(500));
    }
};

struct SiussQuarter {
    static constexpr const char* title = "SiussQuarter";

    std::string period;

    static constexpr auto fields()
    {
        return std::tuple(field("period", &SiussQuarter::period).up_to(7).sample(R"("2026-Q4")"));
    }
};

struct ExportSiuss {
    static constexpr const char* title = "ExportSiuss";

    std::string period;
    std::string body_code;
    std::string operator_code;

    static constexpr auto fields()
    {
        return std::tuple(
            field("period", &ExportSiuss::period).up_to(7).sample(R"("2026-Q4")"),
            field("body_code", &ExportSiuss::body_code).up_to(32).sample(R"("RM-ESEMPIO")"),
            field("operator_code", &ExportSiuss::operator_code)
                .up_to(16)
                .says("The tax code of who sends it.")
                .sample(R"("RSSMRA80A01H501U")"));
    }
};

SiussCodes list_siuss_codes(core::Context& context);
Benefit set_benefit(core::Context& context, const Benefit& wish);
void remove_benefit(core::Context& context, const BenefitPath& wish);
CountryCode set_country(core::Context& context, const CountryCode& wish);
void remove_country(core::Context& context, const CountryPath& wish);
SiussSheet show_siuss(core::Context& context, const SiussQuarter& wish);
core::Bytes export_siuss(core::Context& context, const ExportSiuss& wish);

} // namespace reporting
