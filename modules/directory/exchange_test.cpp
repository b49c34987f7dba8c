// SPDX-License-Identifier: EUPL-1.2
// The directory of a city goes out as a package and comes into another, which had nothing.
#include <gtest/gtest.h>

#include "base/json.h"
#include "base/zip.h"
#include "core/log.h"
#include "core/testing.h"
#include "directory/directory.h"

namespace {

const auto sara = test_house::actor("sara@roma", core::social_worker);
const auto elena = test_house::actor("elena@milano", core::social_worker);
const auto giulia = test_house::actor("giulia@milano", core::mobile_unit_operator);

constexpr auto package = "GET /api/directory/hsds/package";
constexpr auto take_in = "POST /api/directory/hsds";
constexpr auto preview = "POST /api/directory/hsds/preview";

class Exchange : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Exchange() : house_(GetParam(), {directory::module()}, {"roma", "milano"})
    {
        core::set_log_level("warning");
        for (const auto* service : {clinic, showers})
            EXPECT_EQ(house_.ask(sara, "POST /api/directory/services", service).status, 201);
    }

    // What the answer counts: "2 added, 0 changed, 0 unchanged, 0 refused".
    std::string told(const core::Actor& who, const char* line, const std::string& file)
    {
        const auto answer = house_.ask(who, line, file);
        if (answer.status >= 400)
            return std::to_string(answer.status);
        const auto document = JsonDocument::parse(answer.body);
        const auto root = document.root();
        const auto count = [&](const char* name) {
            return std::to_string(root.member(name).integer()) + " " + name + ", ";
        };
        return count("added") + count("changed") + count("unchanged") +
               std::to_string(root.member("refused").size()) + " refused";
    }

    int services_in_milano()
    {
        const auto answer = house_.ask(elena, "GET /api/directory/services?all=true");
        const auto document = JsonDocument::parse(answer.body);
        return static_cast<int>(document.root().member("items").size());
    }

    // A service as the directory of a city has it, without who wrote it and when.
    static std::string details_of(JsonView service)
    {
        std::string details;
        for (const auto* name : {"id", "name", "organisation", "description", "address", "phone"})
            if (const auto value = service.member(name); !value.is_null())
                details += std::string(name) + "=" + std::string(value.text()) + "\n";
        const auto hours = service.member("hours");
        for (std::size_t i = 0; i < hours.size(); ++i)
            details += std::to_string(hours.at(i).member("weekday").integer()) + " " +
                       std::string(hours.at(i).member("opens").text()) + "\n";
        return details;
    }

    std::string service(const core::Actor& who, const char* id)
    {
        const auto answer = house_.ask(who, std::string("GET /api/directory/services/") + id);
        EXPECT_EQ(answer.status, 200);
        const auto document = JsonDocument::parse(answer.body);
        return details_of(document.root());
    }

    static constexpr auto clinic_id = "01900000-0000-7000-8000-000000240001";
    static constexpr auto showers_id = "01900000-0000-7000-8000-000000240002";
    static constexpr auto clinic =
        R"({"id":"01900000-0000-7000-8000-000000240001","name":"Ambulatorio, \"la porta\"",)"
        R"("organisation":"Medici di strada","kind":"THIRD_SECTOR","status":"active",)"
        R"("areas":["HEALTH"],"access":"appointment","description":"Due\nrighe",)"
        R"("address":"Via Marsala 210","phone":"+39 06 5550 1234","languages":["it","fr"],)"
        R"("hours":[{"weekday":2,"opens":"14:00","closes":"18:00"},)"
        R"({"weekday":1,"opens":"09:00","closes":"13:00"}]})";
    static constexpr auto showers =
        R"({"id":"01900000-0000-7000-8000-000000240002","name":"Docce",)"
        R"("organisation":"Medici di strada","kind":"PUBLIC","status":"active",)"
        R"("areas":["BASIC_NEEDS"],"access":"walk_in","reserved_for":"F","min_age":18})";

    test_house::TestHouse house_;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Exchange, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Exchange, of_a_package_fills_a_city_that_had_nothing)
{
    const auto answer = house_.ask(sara, package);
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "application/zip");

    EXPECT_EQ(told(elena, preview, answer.body), "2 added, 0 changed, 0 unchanged, 0 refused");
    EXPECT_EQ(services_in_milano(), 0) << "who only looks writes nothing";
    EXPECT_EQ(told(elena, take_in, answer.body), "2 added, 0 changed, 0 unchanged, 0 refused");
    EXPECT_EQ(services_in_milano(), 2);
    EXPECT_EQ(told(elena, take_in, answer.body), "0 added, 0 changed, 2 unchanged, 0 refused");
    EXPECT_EQ(told(sara, take_in, answer.body), "0 added, 0 changed, 2 unchanged, 0 refused");
    EXPECT_EQ(service(elena, showers_id), service(sara, showers_id));
    const auto there = service(elena, clinic_id);
    EXPECT_NE(there.find("name=Ambulatorio, \"la porta\"\n"), std::string::npos) << there;
    EXPECT_NE(there.find("description=Due\nrighe\n"), std::string::npos) << there;
    EXPECT_NE(there.find("1 09:00\n2 14:00\n"), std::string::npos) << there;

    // From there it goes out as it came in.
    const auto again = house_.ask(elena, package);
    EXPECT_EQ(told(sara, take_in, again.body), "0 added, 0 changed, 2 unchanged, 0 refused");
}

TEST_P(Exchange, of_a_package_says_where_it_is_wrong_and_takes_the_rest)
{
    const auto file = write_zip(
        {{"organizations.csv", "id,name\no,Comune\n"},
         {"services.csv", "id,organization_id,name,status,minimum_age\n"
                          "01900000-0000-7000-8000-000000240003,o,Mensa,active,\n"
                          "01900000-0000-7000-8000-000000240004,o,Scuola,active,dodici\n"},
         {"attributes.csv", "id,link_id,link_entity,taxonomy_term_id\n"
                            "1,01900000-0000-7000-8000-000000240003,service,t\n"
                            "2,01900000-0000-7000-8000-000000240004,service,t\n"
                            "3,01900000-0000-7000-8000-000000240005,service,t\n"},
         {"taxonomy_terms.csv", "id,taxonomy,code,name\nt,referral_area,BASIC_NEEDS,Bisogni\n"}});
    for (const auto* line : {preview, take_in}) {
        const auto answer = house_.ask(elena, line, file);
        const auto document = JsonDocument::parse(answer.body);
        const auto refused = document.root().member("refused");
        EXPECT_EQ(document.root().member("added").integer(), 1);
        ASSERT_EQ(refused.size(), 2u);
        EXPECT_EQ(refused.at(0).member("place").integer(), 3);
        EXPECT_EQ(refused.at(0).member("name").text(), "Scuola");
        ASSERT_EQ(refused.at(0).member("faults").size(), 1u);
        EXPECT_EQ(refused.at(0).member("faults").at(0).text(),
                  "services.csv, riga 3, colonna minimum_age: «dodici» qui non va bene. "
                  "Forma attesa: 18.");
        EXPECT_EQ(refused.at(1).member("name").text(), "attributes.csv");
        EXPECT_EQ(refused.at(1).member("place").integer(), 4);
    }
    EXPECT_EQ(services_in_milano(), 1);
}

// What was taken out here does not come back by a file; and not everybody writes.
TEST_P(Exchange, is_bound_by_what_this_city_knows)
{
    const auto file = house_.ask(sara, package).body;
    EXPECT_EQ(told(giulia, take_in, file), "404");
    EXPECT_EQ(told(giulia, preview, file), "404");
    EXPECT_EQ(house_.ask(giulia, package).status, 200);
    house_.ask(sara, std::string("DELETE /api/directory/services/") + clinic_id);
    EXPECT_EQ(told(sara, take_in, file), "0 added, 0 changed, 1 unchanged, 1 refused");
    EXPECT_EQ(told(sara, preview, "PK\x03\x04 and no more"), "422");
}
