// SPDX-License-Identifier: EUPL-1.2
#include "network/releases.h"

#include "base/embedded.h"
#include "core/log.h"
#include "core/testing.h"
#include "network/links.h"
#include "store/rows.h"

namespace network {

namespace {

constexpr auto outcomes = "catalogue/vocabularies/contact_outcome.csv";
constexpr auto interventions = "catalogue/vocabularies/intervention.csv";

// A module that has recorded interventions, and cannot work without the code ENGAGED.
core::Module diary()
{
    core::Module module{"diary", core::Where::city, {}};
    module.holdings = {core::holding<ExtensionRow>("").coded_as<AddExtension>().not_told()};
    module.check_catalogue = [](const core::Catalogue& catalogue, store::Transaction*) {
        if (!catalogue.find_code("contact_outcome", "ENGAGED"))
            throw std::runtime_error("ENGAGED is needed");
    };
    return module;
}

class Releases : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Releases() { core::set_log_level("off"); }

    core::Response ask(const core::Actor& actor, const std::string& line, std::string body = {})
    {
        return house_.ask(actor, line, std::move(body));
    }
    std::string outcome(const core::Actor& actor, const std::string& line, std::string body = {})
    {
        return test_house::outcome_of(ask(actor, line, std::move(body)));
    }

    // A file of the catalogue with one line more, put into the draft.
    std::string put(const std::string& path, const std::string& text)
    {
        std::string body = R"({"path":")" + path + R"(","text":)";
        write_json(body, text);
        return outcome(anna, "PUT /api/network/draft", body + "}");
    }
    static std::string with(const char* path, const std::string& line)
    {
        return std::string(find_embedded(path).value()) + line + "\n";
    }
    static std::string without(const char* path, const std::string& begins)
    {
        std::string text(find_embedded(path).value());
        const auto at = text.find("\n" + begins) + 1;
        text.erase(at, text.find('\n', at) - at + 1);
        return text;
    }

    std::string id(int number)
    {
        return to_string(named_uuid("release " + std::to_string(number)));
    }
    std::string publish(int number)
    {
        const auto said = outcome(anna, "POST /api/network/releases",
                                  R"({"id":")" + id(number) + R"(","notes":"Nuovo"})");
        network::settle(*house_.house);
        return said;
    }
    std::string take(const core::Actor& who, int number)
    {
        const auto said = outcome(who, "POST /api/network/releases/" + id(number) + "/take", "{}");
        network::settle(*house_.house);
        return said;
    }
    bool knows(const std::string& slug, const std::string& list, const std::string& code)
    {
        return house_.house->catalogue_of(slug).find_code(list, code) != nullptr;
    }

    // Of 2026, as acts of that store find them.
    std::string targets_in(const std::string& slug)
    {
        const auto actor = test_house::actor("marco@" + slug, core::city_coordinator);
        const core::Request nothing;
        auto* place = house_.house->find_place(slug);
        std::string all;
        place->store->read([&](store::Transaction& transaction) {
            core::Context context(*house_.house, transaction, place->kept, actor, nothing,
                                  house_.now);
            for (const auto& one : targets_of(context, 2026))
                all += one.city + " " + one.indicator + " " + std::to_string(one.value) + "\n";
        });
        return all;
    }

    test_house::TestHouse house_{GetParam(), {network::module(), diary()}};
    const core::Actor anna = test_house::actor("anna@rete", core::network_direction);
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor carlo = test_house::actor("carlo@milano", core::city_coordinator);
};

} // namespace

TEST_P(Releases, are_taken_by_each_city_when_it_says_so)
{
    EXPECT_EQ(put(outcomes, with(outcomes, "LEAFLET,Volantino,Leaflet,,")), "200");
    EXPECT_EQ(publish(1), "201");
    EXPECT_TRUE(knows("rete", "contact_outcome", "LEAFLET"));
    EXPECT_FALSE(knows("roma", "contact_outcome", "LEAFLET"));

    const auto sheet = ask(marco, "GET /api/network/releases/" + id(1)).body;
    EXPECT_NE(sheet.find(R"("changes":[{"list":"contact_outcome","code":"LEAFLET","what":"added",)"
                         R"("it":"Volantino","en":"Leaflet","details":[]}],"orphans":[])"),
              std::string::npos)
        << sheet;
    EXPECT_NE(sheet.find(R"("can_be_taken":true)"), std::string::npos);
    EXPECT_EQ(take(marco, 1), "200");
    EXPECT_TRUE(knows("roma", "contact_outcome", "LEAFLET"));
    EXPECT_FALSE(knows("milano", "contact_outcome", "LEAFLET"));
    const auto list = ask(anna, "GET /api/network/releases").body;
    EXPECT_NE(list.find(R"("taken_by":["roma"])"), std::string::npos) << list;
    EXPECT_EQ(take(marco, 1), "200") << "said again";
    EXPECT_EQ(take(carlo, 1), "200");
    EXPECT_TRUE(knows("milano", "contact_outcome", "LEAFLET"));
}

TEST_P(Releases, are_in_force_again_after_a_start)
{
    put(outcomes, with(outcomes, "LEAFLET,Volantino,Leaflet,,"));
    publish(1);
    take(marco, 1);
    auto* place = house_.house->find_place("roma");
    place->catalogue = nullptr;
    EXPECT_FALSE(knows("roma", "contact_outcome", "LEAFLET"));
    use_release_of(*house_.house, *place);
    EXPECT_TRUE(knows("roma", "contact_outcome", "LEAFLET"));
}

TEST_P(Releases, without_a_code_that_there_was_are_published_by_nobody)
{
    EXPECT_EQ(put(outcomes, without(outcomes, "REFUSED,")), "200");
    EXPECT_EQ(publish(1), "409 network.release_orphans");
    EXPECT_EQ(put(outcomes, without(outcomes, "ENGAGED,")), "200");
    EXPECT_EQ(publish(1), "409 network.release_faulty");
    EXPECT_EQ(put(outcomes, "code,it,en\nA,B\n"), "200");
    EXPECT_EQ(publish(1), "409 network.release_faulty");
    EXPECT_NE(ask(anna, "GET /api/network/draft").body.find("contact_outcome.csv, line 2"),
              std::string::npos);
    EXPECT_EQ(outcome(anna, std::string("DELETE /api/network/draft?path=") + outcomes), "200");
    EXPECT_EQ(publish(1), "409 network.draft_empty");
    EXPECT_EQ(put("core/schema/0001.sql", "x"), "422 path network.no_catalogue_file");
    EXPECT_EQ(put("catalogue/indicators/../x.sql", "x"), "422 path network.no_catalogue_file");
}

// Nothing need be written anew for that: the targets are what the direction has set.
TEST_P(Releases, take_the_targets_to_each_city)
{
    const auto target = [&](const std::string& city, const std::string& value) {
        return outcome(anna, "PUT /api/network/targets",
                       R"({"city":")" + city + R"(","indicator":"NET-01","year":2026,"value":)" +
                           value + "}");
    };
    EXPECT_EQ(publish(1), "409 network.draft_empty");
    ASSERT_EQ(target("roma", "1200.5"), "200");
    ASSERT_EQ(target("milano", "900"), "200");
    EXPECT_EQ(publish(1), "201");
    EXPECT_EQ(publish(2), "409 network.draft_empty");
    const auto sheet = ask(marco, "GET /api/network/releases/" + id(1)).body;
    EXPECT_NE(sheet.find(R"({"list":"target","code":"roma NET-01 2026","what":"added",)"
                         R"("it":"Roma, NET-01, 2026: 1200.5","en":"Roma, NET-01, 2026: 1200.5",)"),
              std::string::npos)
        << sheet;
    EXPECT_EQ(sheet.find("Milano"), std::string::npos) << "a city looks at its own";
    EXPECT_EQ(targets_in("roma"), "") << "not taken yet";
    EXPECT_EQ(take(marco, 1), "200");
    EXPECT_EQ(targets_in("roma"), "roma NET-01 1200.500000\n");
    EXPECT_EQ(targets_in("milano"), "");

    ASSERT_EQ(target("roma", "1300"), "200");
    EXPECT_NE(ask(anna, "GET /api/network/draft").body.find("2026: 1200.5 → 1300"),
              std::string::npos);
    EXPECT_EQ(targets_in("roma"), "roma NET-01 1200.500000\n") << "until it takes the next one";
}

TEST_P(Releases, set_the_clocks_of_the_network)
{
    constexpr auto clocks = "catalogue/vocabularies/clock.csv";
    std::string text(find_embedded(clocks).value());
    const auto at = text.find(",,,10\n");
    ASSERT_NE(at, std::string::npos);
    ASSERT_EQ(put(clocks, std::string(text).replace(at, 6, ",,,soon\n")), "200");
    EXPECT_EQ(publish(1), "409 network.release_faulty");
    ASSERT_EQ(put(clocks, text.replace(at, 6, ",,,5\n")), "200");
    EXPECT_EQ(publish(1), "201");
    const auto sheet = ask(marco, "GET /api/network/releases/" + id(1)).body;
    EXPECT_NE(sheet.find(R"("details":["days: 10 → 5"])"), std::string::npos) << sheet;
    EXPECT_EQ(take(marco, 1), "200");
    EXPECT_EQ(house_.house->catalogue_of("roma").days_of("HAND_OVER_ANSWER"), 5);
    EXPECT_EQ(house_.house->catalogue_of("milano").days_of("HAND_OVER_ANSWER"), 10);
}

// What a city has of its own is lost with the code that it counts as.
TEST_P(Releases, that_would_orphan_what_is_in_use_are_refused_with_the_list)
{
    EXPECT_EQ(
        outcome(marco, "POST /api/network/extensions",
                R"({"id":")" + id(7) + R"(","code":"ORTO","it":"Orto","counts_as":"ORI.PERS"})"),
        "201");
    std::string text(find_embedded(interventions).value());
    const auto at = text.find("ORI,,003,1,", text.find("\nORI.PERS,"));
    text.replace(at, 5, "ORI,yes,");
    ASSERT_EQ(put(interventions, text), "200");
    ASSERT_EQ(publish(1), "201");
    const auto sheet = ask(marco, "GET /api/network/releases/" + id(1)).body;
    EXPECT_NE(sheet.find(R"("orphans":[{"list":"intervention","code":"ORI.PERS",)"
                         R"("used_by":"extension","count":1}])"),
              std::string::npos)
        << sheet;
    EXPECT_EQ(take(marco, 1), "409 network.release_orphans");
    EXPECT_EQ(take(carlo, 1), "200") << "Milano has none";
    EXPECT_EQ(outcome(marco, "POST /api/network/extensions/" + id(7) + "/retire", "{}"), "200");
    EXPECT_EQ(take(marco, 1), "200");
}

// A city whose program, or release, knows more than the release that has come.
TEST_P(Releases, that_lack_a_code_of_records_are_refused_with_how_many_they_are)
{
    const auto newer = [&] {
        house_.house->use_catalogue(
            "roma",
            std::make_shared<const core::Catalogue>(core::CatalogueFiles{
                {interventions, with(interventions, "ORI.NEW,Nuovo,New,ORI,,003,1,,,,,")}}));
    };
    newer();
    ASSERT_EQ(
        outcome(marco, "POST /api/network/extensions",
                R"({"id":")" + id(7) + R"(","code":"ORTO","it":"Orto","counts_as":"ORI.NEW"})"),
        "201");
    newer();
    ASSERT_EQ(put(outcomes, with(outcomes, "LEAFLET,Volantino,Leaflet,,")), "200");
    ASSERT_EQ(publish(1), "201");
    const auto sheet = ask(marco, "GET /api/network/releases/" + id(1)).body;
    EXPECT_NE(sheet.find(R"({"list":"intervention","code":"ORI.NEW","used_by":"records",)"
                         R"("count":1})"),
              std::string::npos)
        << sheet;
    const auto refused = ask(marco, "POST /api/network/releases/" + id(1) + "/take", "{}");
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("intervention ORI.NEW"), std::string::npos) << refused.body;
    EXPECT_FALSE(knows("roma", "contact_outcome", "LEAFLET"));
}

TEST_P(Releases, that_are_older_or_signed_by_others_are_refused)
{
    put(outcomes, with(outcomes, "ONE,Uno,One,,"));
    publish(1);
    put(outcomes, with(outcomes, "ONE,Uno,One,,\nTWO,Due,Two,,"));
    publish(2);
    EXPECT_EQ(take(marco, 2), "200");
    EXPECT_EQ(take(marco, 1), "409 network.release_old");
    EXPECT_TRUE(knows("roma", "contact_outcome", "TWO"));

    const store::Sql change("update network_release set notes = 'another' where number = 2");
    house_.store("milano").write(
        [&](store::Transaction& transaction) { transaction.execute(change); });
    EXPECT_EQ(take(carlo, 2), "409 network.not_signed");
    EXPECT_FALSE(knows("milano", "contact_outcome", "TWO"));
}

TEST_P(Releases, of_a_city_s_own_count_as_the_network_s)
{
    const auto add = [&](const std::string& code, const std::string& counts_as) {
        return outcome(marco, "POST /api/network/extensions",
                       R"({"id":")" + to_string(named_uuid(code)) + R"(","code":")" + code +
                           R"(","it":"Orto","counts_as":")" + counts_as + "\"}");
    };
    EXPECT_EQ(add("ORTO", "ORI.PERS"), "201");
    EXPECT_EQ(add("orto", "ORI.PERS"), "422 code network.not_a_code");
    EXPECT_EQ(add("CORO", "NOTHING"), "422 counts_as unknown_code");
    EXPECT_EQ(add("CORO", "OWN_ORTO"), "422 counts_as network.own_counts_as_own");
    const auto* own = house_.house->catalogue_of("roma").find_code("intervention", "OWN_ORTO");
    ASSERT_NE(own, nullptr);
    const auto* model = house_.house->catalogue_of("roma").find_code("intervention", "ORI.PERS");
    EXPECT_EQ(own->more, model->more) << "the crosswalks are those of what it counts as";
    EXPECT_FALSE(knows("milano", "intervention", "OWN_ORTO"));
    EXPECT_EQ(outcome(carlo,
                      "POST /api/network/extensions/" + to_string(named_uuid("ORTO")) + "/retire",
                      "{}"),
              "404 core.not_found");
}

INSTANTIATE_TEST_SUITE_P(Both, Releases, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace network
