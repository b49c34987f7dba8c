// SPDX-License-Identifier: EUPL-1.2
#include "directory/package.h"

#include <gtest/gtest.h>

#include "base/zip.h"
#include "directory/hsds.h"

namespace directory {

namespace {

const core::Catalogue& catalogue()
{
    static const core::Catalogue catalogue;
    return catalogue;
}

Service shower()
{
    Service service;
    service.id = Id<Service>(named_uuid("shower"));
    service.name = "Docce \"di quartiere\", la sera";
    service.organisation = "Comune";
    service.kind = "PUBLIC";
    service.status = "active";
    service.areas = {"BASIC_NEEDS"};
    service.access = "walk_in";
    service.assured_on = parse_date("2026-11-20").value();
    service.changed_at = parse_instant("2026-11-20T10:00:00Z").value();
    return service;
}

Service clinic()
{
    auto service = shower();
    service.id = Id<Service>(named_uuid("clinic"));
    service.name = "Ambulatorio Porta Aperta";
    service.kind = "RELIGIOUS";
    service.status = "temporarily_closed";
    service.areas = {"HEALTH", "PSYCHOSOCIAL"};
    service.description = "Medico di base.\nAnche, il sabato; \"senza tessera\"";
    service.district = "RM-I";
    service.address = "Via Marsala 210";
    service.directions = "Dalla stazione, portone verde";
    service.phone = "+39 06 5550 1234";
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
    service.hours = {
        {1, "09:00", "13:00"}, {1, "15:00", "18:00"}, {2, "09:00", "13:00"}, {5, "20:00", "02:00"}};
    return service;
}

HsdsService read(const PackedService& packed)
{
    const auto document = JsonDocument::parse(packed.json);
    return read_hsds(catalogue(), "roma", document.root());
}

// What another directory might send: other columns, another order, tables of its own.
ZipEntries of_others()
{
    return {
        {"map/services.csv",
         "name,id,fees,status,organization_id,minimum_age,assured_date\n"
         "Sportello,ac148810-d857-441c-9679-408f346de14b,x,active,o-1,18.0,2026-11-01\n"},
        {"map/organizations.csv", "id,year_incorporated,name\no-1,1990,Ente\n"},
        {"map/services_at_location.csv",
         "id,service_id,location_id\ns-1,ac148810-d857-441c-9679-408f346de14b,l-1\n"},
        {"map/locations.csv", "id,name,transportation\nl-1,Sede,Metro A\n"},
        {"map/physical_addresses.csv", "id,location_id,address_1\na-1,l-1,Via Appia 1\n"},
        {"map/phones.csv", "id,number,location_id,service_id\n"
                           "p-1,06 1,l-1,\n"
                           "p-2,06 2,,ac148810-d857-441c-9679-408f346de14c\n"},
        {"map/schedules.csv", "service_at_location_id;id;byday;opens_at;closes_at;freq;interval\n"
                              "s-1;h-1;\"TH,FR\";10:00:00;18:00:00;WEEKLY;1\n"
                              "s-1;h-2;MO;10:00;12:00;WEEKLY;2\n"},
        {"map/attributes.csv", "link_entity,link_id,id,taxonomy_term_id\n"
                               "service,ac148810-d857-441c-9679-408f346de14b,x-1,t-1\n"
                               "location,l-1,x-2,t-1\n"},
        {"map/taxonomy_terms.csv", "id,taxonomy,code,name\nt-1,referral_area,LEGAL,Legale\n"},
        {"map/cost_options.csv", "id,service_id,option,amount,currency\n"
                                 "c-1,ac148810-d857-441c-9679-408f346de14b,Adulti,2.50,eur\n"},
        {"map/contacts.csv", "id,service_id,name\nk-1,x,Maria Rossi\n"},
        {"map/funding.csv", "id,\"source\n"},
    };
}

std::string fault_of(const std::string& bytes)
{
    try {
        read_package(bytes);
    } catch (const Problem& problem) {
        return problem.code;
    }
    return "";
}

// "services.csv:3 minimum_age directory.wrong_cell".
std::vector<std::string> faults_of(const PackedService& packed)
{
    auto errors = packed.faults;
    try {
        read(packed);
    } catch (const Problem& problem) {
        errors.insert(errors.end(), problem.errors.begin(), problem.errors.end());
    }
    std::vector<std::string> faults;
    for (const auto& error : errors) {
        const auto place = packed.place_of(error.field);
        faults.push_back(place.table + ":" + std::to_string(place.line) + " " + place.column + " " +
                         error.code);
    }
    return faults;
}

using Faults = std::vector<std::string>;

} // namespace

// Property: what we write, we read as it was.
TEST(Package, comes_back_as_it_went)
{
    const std::vector<Service> services{clinic(), shower()};
    const auto unpacked = read_package(write_package(catalogue(), "roma", services));
    ASSERT_EQ(unpacked.services.size(), services.size());
    EXPECT_TRUE(unpacked.strays.empty());
    for (std::size_t i = 0; i < services.size(); ++i) {
        EXPECT_EQ(faults_of(unpacked.services[i]), Faults());
        const auto back = read(unpacked.services[i]);
        EXPECT_EQ(back.id, services[i].id);
        EXPECT_EQ(back.assured_on, services[i].assured_on);
        EXPECT_TRUE(back.details == static_cast<const ServiceDetails&>(services[i]))
            << unpacked.services[i].json;
    }
    EXPECT_EQ(unpacked.services[1].line, 4) << "the description of the first takes two lines";
}

TEST(Package, has_a_table_each_and_a_paper_that_names_them)
{
    const auto bytes = write_package(catalogue(), "roma", {clinic(), shower()});
    EXPECT_EQ(bytes, write_package(catalogue(), "roma", {clinic(), shower()}));
    const ZipReader zip(bytes);
    const auto paper = JsonDocument::parse(zip.find("datapackage.json").value());
    EXPECT_EQ(paper.root().member("profile").text(), "tabular-data-package");
    const auto resources = paper.root().member("resources");
    EXPECT_EQ(resources.size() + 1, zip.names().size());
    for (std::size_t i = 0; i < resources.size(); ++i) {
        const auto resource = resources.at(i);
        const auto text = zip.find(std::string(resource.member("path").text()));
        ASSERT_TRUE(text);
        std::string head;
        const auto fields = resource.member("schema").member("fields");
        for (std::size_t column = 0; column < fields.size(); ++column)
            head += (column > 0 ? "," : "") + std::string(fields.at(column).member("name").text());
        EXPECT_TRUE(text->starts_with(head + "\r\n")) << *text;
    }
    EXPECT_EQ(zip.find("organizations.csv"), "id,name,description\r\n" +
                                                 to_string(named_uuid("organization Comune")) +
                                                 ",Comune,Comune\r\n")
        << "one body that holds two services stands there once";
    EXPECT_FALSE(zip.find("contacts.csv")) << "contacts are persons";
}

TEST(Package, of_nothing_is_one_all_the_same)
{
    const auto unpacked = read_package(write_package(catalogue(), "roma", {}));
    EXPECT_TRUE(unpacked.services.empty());
}

TEST(Package, of_others_is_taken_as_far_as_we_know_it)
{
    const auto unpacked = read_package(write_zip(of_others()));
    ASSERT_EQ(unpacked.services.size(), 1u);
    EXPECT_EQ(faults_of(unpacked.services[0]), Faults());
    const auto details = read(unpacked.services[0]).details;
    EXPECT_EQ(details.name, "Sportello");
    EXPECT_EQ(details.organisation, "Ente");
    EXPECT_EQ(details.min_age, 18);
    EXPECT_EQ(details.address, "Via Appia 1");
    EXPECT_EQ(details.directions, "Metro A");
    EXPECT_EQ(details.phone, "06 1") << "that of the place, as the service has none";
    EXPECT_EQ(details.areas, std::vector<std::string>{"LEGAL"});
    EXPECT_EQ(details.cost, "Adulti: 2.50 eur");
    ASSERT_EQ(details.hours.size(), 2u) << "not those of every other week";
    EXPECT_EQ(details.hours[0], (Opening{4, "10:00", "18:00"}));
    // The telephone of a service that is not there is said, and nothing else.
    ASSERT_EQ(unpacked.strays.size(), 1u);
    EXPECT_EQ(unpacked.strays[0].place.table, "phones.csv");
    EXPECT_EQ(unpacked.strays[0].place.line, 3);
    EXPECT_EQ(unpacked.strays[0].place.column, "service_id");
}

TEST(Package, says_which_cell_is_wrong)
{
    auto entries = of_others();
    entries["map/services.csv"] =
        "name,id,status,organization_id,minimum_age,assured_date\n"
        "Sportello,ac148810-d857-441c-9679-408f346de14b,aperto,o-1,dodici,ieri\n"
        ",7,active,o-2,,\n"
        "Di nuovo,ac148810-d857-441c-9679-408f346de14b,active,o-1,,\n";
    entries["map/locations.csv"] = "id,transportation\nl-1," + std::string(501, 'x') + "\n";
    entries["map/schedules.csv"] =
        "service_at_location_id,id,byday,opens_at,closes_at,freq\ns-1,h-1,MO,9,12:00,WEEKLY\n";
    entries["map/attributes.csv"] = "id,link_id,link_entity,taxonomy_term_id\n"
                                    "x,ac148810-d857-441c-9679-408f346de14b,service,t-9\n";
    const auto unpacked = read_package(write_zip(entries));
    ASSERT_EQ(unpacked.services.size(), 3u);
    EXPECT_EQ(
        faults_of(unpacked.services[0]),
        (Faults{"services.csv:2 minimum_age directory.wrong_cell",
                "services.csv:2 assured_date directory.wrong_cell",
                "attributes.csv:2 taxonomy_term_id directory.no_such_row",
                "schedules.csv:2 opens_at directory.wrong_cell",
                "services.csv:2 status unknown_code", "locations.csv:2 transportation too_long",
                "services.csv:2 attributes directory.no_area"}));
    EXPECT_EQ(faults_of(unpacked.services[1]),
              (Faults{"services.csv:3 organization_id directory.no_such_row",
                      "services.csv:3 id wrong_type", "services.csv:3 name required",
                      "services.csv:3 organization_id required",
                      "services.csv:3 attributes directory.no_area"}));
    EXPECT_EQ(faults_of(unpacked.services[2]).front(), "services.csv:4 id directory.twice");
}

TEST(Package, finds_its_tables_where_its_paper_says)
{
    auto entries = of_others();
    entries["map/s.csv"] = entries["map/services.csv"];
    entries["map/services.csv"] = "id\n1\n2\n3\n";
    entries["map/datapackage.json"] =
        R"({"resources":[{"name":"service","path":"s.csv"},{"name":"phone","path":"../../etc/x"},)"
        R"({"name":"organization","path":["a.csv"]},7]})";
    const auto unpacked = read_package(write_zip(entries));
    ASSERT_EQ(unpacked.services.size(), 1u);
    EXPECT_EQ(read(unpacked.services[0]).details.phone, "06 1") << "by its usual name";
    entries["map/datapackage.json"] = "nothing that can be read";
    EXPECT_EQ(read_package(write_zip(entries)).services.size(), 3u);
}

TEST(Package, that_cannot_be_read_as_a_whole_is_refused)
{
    EXPECT_EQ(fault_of("PK\x03\x04 and no more"), "directory.package_broken");
    EXPECT_EQ(fault_of(write_zip({{"mimetype", "x"}})), "directory.package_without");
    EXPECT_EQ(fault_of(write_zip({{"services.csv", "id,name\n1,caff\xE8\n"}})),
              "directory.package_not_text");
    EXPECT_EQ(fault_of(write_zip({{"services.csv", "id,name\n1,\"Docce\n"}})),
              "directory.package_quote_open");
    std::string many = "id\n";
    for (int i = 0; i < 1001; ++i)
        many += std::to_string(i) + "\n";
    EXPECT_EQ(fault_of(write_zip({{"services.csv", many}})), "directory.package_too_many");
    const std::string large(5 * 1024 * 1024, ' ');
    EXPECT_EQ(fault_of(write_zip({{"services.csv", large}})), "directory.package_too_large");
}

// A small file in which each of a thousand services is at a place with ten thousand telephones.
TEST(Package, does_not_grow_without_end_while_it_is_nested)
{
    std::string services = "id\n";
    std::string places = "id,service_id,location_id\n";
    std::string phones = "id,location_id,number\n";
    for (int i = 0; i < 1000; ++i) {
        services += std::to_string(i) + "\n";
        places += std::to_string(i) + "," + std::to_string(i) + ",l\n";
    }
    for (int i = 0; i < 10'000; ++i)
        phones += std::to_string(i) + ",l,1\n";
    const auto bytes = write_zip({{"services.csv", services},
                                  {"service_at_location.csv", places},
                                  {"locations.csv", "id\nl\n"},
                                  {"phones.csv", phones}});
    ASSERT_LT(bytes.size(), 100'000u);
    EXPECT_EQ(fault_of(bytes), "directory.package_too_large");
}

} // namespace directory
