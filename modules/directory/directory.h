// SPDX-License-Identifier: EUPL-1.2
// The services of the territory, formal and informal (mappa dei servizi): what somebody can be sent
// to, with what they must know before they go: hours, languages, documents, cost. The words follow
// Open Referral's Human Services Data Specification 3 (HSDS). A service is of everybody in the
// city; nothing in it says anything of a person.
//
// What nobody has looked at for half a year is stale, and so is what somebody who was sent there
// found otherwise: it is still shown, but last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/problem.h"
#include "core/context.h"
#include "core/module.h"
#include "core/samples.h"
#include "core/sheet_words.h"
#include "paper/sheet.h"

namespace directory {

core::Module module();

struct Service;

// After so many days without a word that it is still right, a service is stale (DQ-03).
inline constexpr int fresh_days = 180;

struct Opening {
    static constexpr const char* title = "ServiceOpening";

    int weekday = 1;    // Monday is 1
    std::string opens;  // "09:00"
    std::string closes; // not after `opens`: on the next day

    bool operator==(const Opening&) const = default;

    static constexpr auto fields()
    {
        return std::tuple(field("weekday", &Opening::weekday).between(1, 7).sample("1"),
                          field("opens", &Opening::opens).up_to(5).sample(R"("09:00")"),
                          field("closes", &Opening::closes).up_to(5).sample(R"("13:00")"));
    }
};

// What is said of a service by whoever knows it.
struct ServiceDetails {
    std::string name;
    std::string organisation;
    std::string kind;
    std::string status;
    std::vector<std::string> areas;
    std::optional<std::string> description;
    std::optional<std::string> district;
    std::optional<std::string> address;
    std::optional<std::string> directions;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> website;
    std::string access;
    std::vector<std::string> languages;
    std::optional<std::string> interpreters;
    std::vector<std::string> documents;
    std::optional<std::string> eligibility;
    std::optional<int> min_age;
    std::optional<int> max_age;
    std::optional<std::string> reserved_for;
    std::optional<std::string> cost;
    std::optional<int> places;
    std::vector<Opening> hours;

    bool operator==(const ServiceDetails&) const = default;

    static constexpr auto fields()
    {
        return std::tuple(
            field("name", &ServiceDetails::name)
                .up_to(150)
                .sample(R"("Ambulatorio di via Marsala")"),
            field("organisation", &ServiceDetails::organisation)
                .up_to(150)
                .sample(R"("Caritas di Roma")"),
            field("kind", &ServiceDetails::kind).one_of("service_kind").sample(R"("THIRD_SECTOR")"),
            field("status", &ServiceDetails::status).one_of("service_status").sample(R"("active")"),
            field("areas", &ServiceDetails::areas)
                .one_of("referral_area")
                .at_most(12)
                .sample(R"(["HEALTH"])"),
            field("description", &ServiceDetails::description).up_to(2000),
            field("district", &ServiceDetails::district).one_of("district").sample(R"("RM-I")"),
            field("address", &ServiceDetails::address).up_to(300).sample(R"("Via Marsala 97")"),
            field("directions", &ServiceDetails::directions)
                .up_to(500)
                .says("How to get there, in words: it is printed for the person."),
            field("phone", &ServiceDetails::phone).up_to(60),
            field("email", &ServiceDetails::email).up_to(120),
            field("website", &ServiceDetails::website).up_to(200),
            field("access", &ServiceDetails::access)
                .one_of("service_access")
                .sample(R"("walk_in")"),
            field("languages", &ServiceDetails::languages)
                .one_of("language")
                .at_most(40)
                .sample(R"(["it","fr","ar"])"),
            field("interpreters", &ServiceDetails::interpreters)
                .up_to(300)
                .says("How one gets an interpreter there, if at all."),
            field("documents", &ServiceDetails::documents)
                .one_of("required_document")
                .at_most(20)
                .says("Without which one is sent away."),
            field("eligibility", &ServiceDetails::eligibility).up_to(1000),
            field("min_age", &ServiceDetails::min_age).between(0, 120),
            field("max_age", &ServiceDetails::max_age).between(0, 120),
            field("reserved_for", &ServiceDetails::reserved_for)
                .one_of("gender")
                .says("Only for them; for all when left out."),
            field("cost", &ServiceDetails::cost).up_to(200).says("Nothing when left out."),
            field("places", &ServiceDetails::places).between(0, 10'000),
            field("hours", &ServiceDetails::hours)
                .at_most(50)
                .says("Unknown when left out.")
                .sample(R"([{"weekday":1,"opens":"09:00","closes":"13:00"}])"));
    }
};

struct Service : ServiceDetails {
    static constexpr const char* title = "Service";

    Id<Service> id;
    std::optional<bool> is_open; // now; none where the hours are not known
    Date assured_on;             // that day somebody knew it to be right
    std::string assured_by_name;
    bool stale = false;
    std::optional<std::string> doubt; // what somebody who was sent there found
    std::optional<Date> doubted_on;
    std::string changed_by_name;
    Instant changed_at;
    int version = 1;
    bool cancelled = false;

    static constexpr auto fields()
    {
        return std::tuple_cat(std::tuple(field("id", &Service::id)), ServiceDetails::fields(),
                              std::tuple(field("is_open", &Service::is_open),
                                         field("assured_on", &Service::assured_on),
                                         field("assured_by_name", &Service::assured_by_name),
                                         field("stale", &Service::stale),
                                         field("doubt", &Service::doubt)
                                             .one_of("referral_outcome")
                                             .says("What somebody who was sent there found."),
                                         field("doubted_on", &Service::doubted_on),
                                         field("changed_by_name", &Service::changed_by_name),
                                         field("changed_at", &Service::changed_at),
                                         field("version", &Service::version),
                                         field("cancelled", &Service::cancelled)));
    }
};

struct Services {
    static constexpr const char* title = "Services";

    std::vector<Service> items;
    int stale = 0; // of those that are active, in the whole directory

    static constexpr auto fields()
    {
        return std::tuple(field("items", &Services::items).at_most(1000),
                          field("stale", &Services::stale));
    }
};

// ---- for other modules

// Also one that was taken out.
std::optional<Service> find_service(core::Context& context, const Id<Service>& id);

// What a referral has found: that it is as written, or a code of referral_outcome that says it is
// not. The last word counts.
void confirm(core::Context& context, const Id<Service>& id, const std::string& by_name);
void doubt(core::Context& context, const Id<Service>& id, const std::string& outcome);

// Hours are those on a door: the clock on the wall in Italy, weeks that repeat.
// Where a time of day is none: "hours[2].opens".
std::vector<FieldError> faults_of(const std::vector<Opening>& hours);

// Whether a place with such hours is open, and until or from when.
struct OpenNow {
    static constexpr const char* title = "OpenNow";

    bool is_open = false;
    std::optional<Instant> changes_at; // none where it never closes

    bool operator==(const OpenNow&) const = default;

    static constexpr auto fields()
    {
        return std::tuple(field("is_open", &OpenNow::is_open),
                          field("changes_at", &OpenNow::changes_at)
                              .says("When it closes, or opens; never when left out."));
    }
};

// None where no hours are known. At the minute at which it closes it is closed; one span that
// begins where another ends goes on.
std::optional<OpenNow> open_now(const std::vector<Opening>& hours, Instant now);

// Where it is, when, what to bring: for the person who goes there, in their language.
void write_on(paper::Sheet& sheet, const core::Context& context, const core::SheetWords& words,
              const ServiceDetails& service);
// The words of such a sheet.
core::SheetWords sheet_words(const core::Context& context, const std::string& language);

} // namespace directory
