// SPDX-License-Identifier: EUPL-1.2
#include "directory/hsds.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace directory {

namespace {

const core::Catalogue& catalogue()
{
    static const core::Catalogue catalogue;
    return catalogue;
}

Service clinic()
{
    Service service;
    service.id = Id<Service>(named_uuid("clinic"));
    service.name = "Ambulatorio \"Porta Aperta\"";
    service.organisation = "Medici di strada";
    service.kind = "RELIGIOUS";
    service.status = "temporarily_closed";
    service.areas = {"HEALTH", "PSYCHOSOCIAL"};
    service.description = "Medico di base";
    service.district = "RM-I";
    service.address = "Via Marsala 210";
    service.directions = "Dalla stazione, portone verde";
    service.phone = "06 5550 1234";
    service.email = "porta@example.org";
    service.website = "https://example.org/";
    service.access = "appointment";
    service.languages = {"it", "ar", "prs"};
    service.interpreters = "Bengalese il martedì";
    service.documents = {"HEALTH_CARD", "PERMIT"};
    service.eligibility = "Anche senza tessera";
    service.min_age = 14;
    service.max_age = 65;
    service.reserved_for = "F";
    service.cost = "Una moneta";
    service.places = 30;
    service.hours = {{1, "09:00", "13:00"}, {2, "09:00", "13:00"}, {5, "20:00", "02:00"}};
    service.assured_on = parse_date("2026-11-20").value();
    service.changed_at = parse_instant("2026-11-20T10:00:00Z").value();
    return service;
}

std::string fault_of(const std::string& json)
{
    const auto document = JsonDocument::parse(json);
    try {
        read_hsds(catalogue(), "roma", document.root());
    } catch (const Problem& problem) {
        std::string faults;
        for (const auto& error : problem.errors)
            faults += (faults.empty() ? "" : ", ") + error.field + " " + error.code;
        return faults;
    }
    return "";
}

} // namespace

// Property: what we write, we read as it was.
TEST(Hsds, comes_back_as_it_went)
{
    for (const bool full : {true, false}) {
        auto service = clinic();
        if (!full) {
            Service bare;
            bare.id = service.id;
            bare.name = "Le Parole";
            bare.organisation = "Le Parole";
            bare.kind = "THIRD_SECTOR";
            bare.status = "active";
            bare.areas = {"ITALIAN_SCHOOL"};
            bare.access = "walk_in";
            service = bare;
        }
        const auto text = write_hsds(catalogue(), "roma", {service});
        const auto document = JsonDocument::parse(text);
        const auto services = services_in(document.root());
        ASSERT_TRUE(services);
        ASSERT_EQ(services->size(), 1u);
        const auto read = read_hsds(catalogue(), "roma", services->front());
        EXPECT_EQ(read.id, service.id);
        EXPECT_EQ(read.assured_on, service.assured_on);
        EXPECT_TRUE(read.details == static_cast<const ServiceDetails&>(service)) << text;
    }
}

TEST(Hsds, of_others_is_taken_as_far_as_we_know_it)
{
    const auto document = JsonDocument::parse(
        R"({"id":"ac148810-d857-441c-9679-408f346de14b","name":"Sportello","status":"active",)"
        R"("alternate_name":"x","licenses":"y","program":{"id":"z"},)"
        R"("organization":{"id":"o","name":"Ente"},)"
        R"("required_documents":[{"document":"Lettera del parroco"},{"document":"ISEE"}],)"
        R"("languages":[{"code":"ur"},{"code":"tlh"}],)"
        R"("schedules":[{"freq":"WEEKLY","byday":"TH,FR","opens_at":"10:00:00",)"
        R"("closes_at":"18:00:00"},{"freq":"MONTHLY","bymonthday":"1","opens_at":"10:00",)"
        R"("closes_at":"11:00"},{"description":"Anche la notte di Natale"}],)"
        R"("attributes":[{"taxonomy_term":{"taxonomy":"referral_area","code":"LEGAL"}},)"
        R"({"taxonomy_term":{"taxonomy":"openeligibility","code":"1102"}},{"label":"x"}]})");
    const auto read = read_hsds(catalogue(), "roma", document.root());
    EXPECT_EQ(read.details.languages, std::vector<std::string>{"ur"});
    EXPECT_EQ(read.details.documents, std::vector<std::string>{"ISEE"});
    EXPECT_EQ(read.details.eligibility, "Documenti: Lettera del parroco");
    EXPECT_EQ(read.details.areas, std::vector<std::string>{"LEGAL"});
    ASSERT_EQ(read.details.hours.size(), 2u);
    EXPECT_EQ(read.details.hours[0], (Opening{4, "10:00", "18:00"}));
}

TEST(Hsds, names_what_cannot_be_taken)
{
    EXPECT_EQ(fault_of("{}"), "id wrong_type, name required, organization.name required, "
                              "status unknown_code, attributes directory.no_area");
    EXPECT_EQ(fault_of("[1]"), fault_of("{}")) << "no object at all";
    EXPECT_EQ(
        fault_of(R"({"id":"ac148810-d857-441c-9679-408f346de14b","name":"S","status":"active",)"
                 R"("organization":{"name":"E"},"minimum_age":200,"attributes":[)"
                 R"({"taxonomy_term":{"taxonomy":"referral_area","code":"LEGAL"}}]})"),
        "minimum_age too_large");
}

TEST(Hsds, is_found_in_a_page_in_a_list_and_alone)
{
    const auto count = [](const char* json) {
        const auto document = JsonDocument::parse(json);
        const auto services = services_in(document.root());
        return services ? static_cast<int>(services->size()) : -1;
    };
    EXPECT_EQ(count(R"({"contents":[{},{}]})"), 2);
    EXPECT_EQ(count(R"([{},{},{}])"), 3);
    EXPECT_EQ(count(R"({"name":"x"})"), 1);
    EXPECT_EQ(count(R"({"error":"x"})"), -1);
    EXPECT_EQ(count("7"), -1);
}

} // namespace directory
