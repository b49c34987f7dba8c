// SPDX-License-Identifier: EUPL-1.2
// A round from its opening to the number, minute by minute.
#include <gtest/gtest.h>

#include "access/access.h"
#include "base/json.h"
#include "core/log.h"
#include "core/testing.h"
#include "headcount/city.h"
#include "headcount/rows.h"
#include "headcount/servers.h"
#include "network/network.h"
#include "store/rows.h"

namespace headcount {

namespace {

std::string id(const std::string& name) { return to_string(named_uuid("test " + name)); }

// Takes a parcel in as the program does; the code of the problem, or nothing.
std::string take_parcel(test_house::TestHouse& house, const std::string& slug,
                        const core::Parcel& parcel)
{
    const auto* receiver = house.house->find_receiver(parcel.kind, slug);
    auto* place = house.house->find_place(slug);
    const core::Request nobody_asked;
    core::Actor system;
    system.store = slug;
    try {
        place->store->write([&](store::Transaction& transaction) {
            core::Context context(*house.house, transaction, place->kept, system, nobody_asked,
                                  house.now);
            receiver->take(context, parcel);
        });
    } catch (const Problem& problem) {
        return problem.code;
    }
    return "";
}

class CityRounds : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    CityRounds()
        : house_(GetParam(), {network::module(), access::module(), people::module(), module()})
    {
        core::set_log_level("error");
        access::set_password_cost(1, 8192);
        use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(),
                    std::make_unique<CountingRoom>());
        for (const auto* actor : {&direction, &marco, &carlo, &giulia})
            add_account(*actor);
        // Thirty in each city, three of them in both; how they are written differs.
        for (int i = 0; i < 30; ++i) {
            add(giulia, "roma" + std::to_string(i), person("Awa", i));
            add(elena, "milano" + std::to_string(i), person("Bintou", i + 100));
        }
        add(giulia, "a",
            R"("given_name":"Youssef","family_name":"Traoré",)"
            R"("birth_date":"1994-03-14","gender":"M","citizenship":"ML")");
        add(elena, "a'",
            R"("given_name":"TRAWORE","family_name":"Yusuf",)"
            R"("birth_date":"1994-03-14","gender":"M","citizenship":"ML")");
        add(giulia, "b", R"("given_name":"Mehret","phone":"+39 333 1234567")");
        add(elena, "b'", R"("given_name":"Mehret","family_name":"Tekle","phone":"3331234567")");
        add(giulia, "c",
            R"("given_name":"Oleksandr","family_name":"Shevchenko",)"
            R"("birth_date":"1980-05-06","gender":"M","citizenship":"UA")");
        add(elena, "c'",
            R"("given_name":"Александр","family_name":"Шевченко",)"
            R"("birth_date":"1980-05-06","gender":"M","citizenship":"UA")");
    }

    static std::string person(const std::string& given, int number)
    {
        return R"("given_name":")" + given + R"(","family_name":"Name)" +
               std::string(1, static_cast<char>('a' + number % 26)) +
               std::string(1, static_cast<char>('b' + number / 26)) + R"(r","birth_date":"19)" +
               std::to_string(60 + number % 40) + R"(-02-0)" + std::to_string(1 + number % 9) +
               R"(","gender":"F","citizenship":"SN")";
    }

    void add(const core::Actor& actor, const std::string& name, const std::string& rest)
    {
        expect("201", actor, "POST /api/people/persons",
               R"({"id":")" + id(name) + R"(",)" + rest + "}");
    }

    void expect(const std::string& outcome, const core::Actor& actor, const std::string& line,
                const std::string& body = {})
    {
        const auto response = house_.ask(actor, line, body);
        EXPECT_EQ(test_house::outcome_of(response), outcome) << line << "\n" << response.body;
    }

    void open(const std::string& name)
    {
        expect("201", direction, "POST /api/headcount/rounds",
               R"({"id":")" + id(name) +
                   R"(","period_from":"2026-11-01",)"
                   R"("period_until":"2026-11-23","answer_by":"2026-12-01"})");
    }

    // What the program does every minute, and what follows from it in other stores.
    void pass(int minutes = 1)
    {
        for (int minute = 0; minute < minutes; ++minute) {
            house_.now = house_.now.plus_seconds(60);
            house_.house->do_chores();
            network::settle(*house_.house);
        }
    }

    std::string take(const std::string& slug, const std::string& from, const std::string& kind,
                     const std::string& body)
    {
        return take_parcel(house_, slug,
                           {make_uuid(house_.now), from, slug, kind, body, house_.now});
    }

    // A round that both cities take part in, being counted.
    void start()
    {
        house_.now = parse_instant("2026-11-24T09:00:00Z").value();
        open("r");
        pass();
        expect("200", marco, "POST " + part("r"));
        expect("200", carlo, "POST " + part("r"));
        pass();
        expect("200", direction, "POST " + at("r") + "/count");
    }

    RoundRow round(const std::string& name)
    {
        RoundRow row;
        house_.store("rete").read([&](store::Transaction& transaction) {
            row = find_round(transaction, Id<Round>(named_uuid("test " + name))).value();
        });
        return row;
    }

    InvitationRow invitation(const std::string& slug, const std::string& name)
    {
        InvitationRow row;
        house_.store(slug).read([&](store::Transaction& transaction) {
            row = find_invitation(transaction, Id<Round>(named_uuid("test " + name))).value();
        });
        return row;
    }

    std::string at(const std::string& name) { return "/api/headcount/rounds/" + id(name); }
    std::string part(const std::string& name)
    {
        return "/api/headcount/invitations/" + id(name) + "/part";
    }

    test_house::TestHouse house_;
    const core::Actor direction = test_house::actor("direzione@rete", core::network_direction);
    const core::Actor marco = test_house::actor("marco@roma", core::city_coordinator);
    const core::Actor carlo = test_house::actor("carlo@milano", core::city_coordinator);
    const core::Actor giulia =
        test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
    const core::Actor elena =
        test_house::actor("elena@milano", core::mobile_unit_operator, {"um1"});

private:
    void add_account(const core::Actor& actor)
    {
        access::Account account;
        account.id = actor.account;
        account.login_name = actor.name;
        account.name = actor.name;
        account.roles = core::names_of(actor.roles);
        account.email = actor.name + "@example.org";
        account.created_at = house_.now;
        house_.store(actor.store).write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
    }
};

} // namespace

TEST_P(CityRounds, count_who_is_known_in_two_cities_once)
{
    house_.now = parse_instant("2026-11-24T09:00:00Z").value();
    open("r");
    expect("409 headcount.too_few_cities", direction, "POST " + at("r") + "/count");
    pass();
    expect("200", marco, "POST " + part("r"));
    expect("200", carlo, "POST " + part("r"));
    pass();
    expect("200", direction, "POST " + at("r") + "/count");
    pass(4);
    const auto row = round("r");
    ASSERT_EQ(row.state, is_counted);
    EXPECT_EQ(row.sum_of_cities, 66);
    // Three links were found: so few that chance hides them, and the interval says so.
    EXPECT_TRUE(row.noise);
    EXPECT_EQ(row.links, 0);
    EXPECT_GE(*row.low, 33);
    EXPECT_GE(*row.persons, *row.low);
    EXPECT_LE(*row.persons, *row.high);
    EXPECT_LE(*row.high, 66);
    EXPECT_EQ(row.measured_on, 0);
    const auto of_roma = invitation("roma", "r");
    EXPECT_EQ(of_roma.state, is_counted);
    EXPECT_EQ(of_roma.persons, row.persons);
    EXPECT_EQ(of_roma.sent_persons, 33);
    EXPECT_TRUE(of_roma.destroyed_at);
    // Keys and encodings are gone, and no pair of cities is told with so few links.
    const Attempt attempt{named_uuid("test r"), row.attempt};
    EXPECT_FALSE(servers().a.is_open(attempt));
    EXPECT_FALSE(servers().b.is_open(attempt));
    EXPECT_TRUE(servers().counter.received(attempt).empty());
    house_.store("rete").read([&](store::Transaction& transaction) {
        EXPECT_TRUE(pairs_of(transaction, row.id).empty());
        for (const auto& answer : answers_of(transaction, row.id)) {
            EXPECT_EQ(answer.persons, 33) << answer.city;
            EXPECT_GT(*answer.evaluated, 66) << answer.city;
        }
    });
    expect("409 headcount.over", direction, "POST " + at("r") + "/count");
    expect("409 headcount.over", direction, "DELETE " + at("r"));
    expect("409 headcount.over", marco, "DELETE " + part("r"));
    pass(2);
    EXPECT_EQ(round("r").ended_at, row.ended_at);
}

TEST_P(CityRounds, begin_again_with_other_keys_when_the_program_was_stopped)
{
    start();
    pass();
    EXPECT_EQ(round("r").attempt, 1);
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(),
                std::make_unique<CountingRoom>());
    pass(4);
    EXPECT_EQ(round("r").state, is_counted);
    EXPECT_EQ(round("r").attempt, 2);
    EXPECT_EQ(round("r").sum_of_cities, 66);
}

// What the counter has forgotten, cities send anew.
TEST_P(CityRounds, begin_again_when_the_counter_was_stopped_after_all_had_sent)
{
    struct Forgetful : CountingRoom {
        std::set<std::string> received(const Attempt& attempt) override
        {
            if (!forgot && CountingRoom::received(attempt).size() == 2) {
                forgot = true;
                destroy(attempt.round);
            }
            return CountingRoom::received(attempt);
        }
        bool forgot = false;
    };
    auto counter = std::make_unique<Forgetful>();
    const auto* forgetful = counter.get();
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(), std::move(counter));
    start();
    pass(6);
    EXPECT_TRUE(forgetful->forgot);
    EXPECT_EQ(round("r").state, is_counted);
    EXPECT_EQ(round("r").attempt, 2);
    EXPECT_EQ(invitation("roma", "r").sent_attempt, 2);
}

TEST_P(CityRounds, give_back_what_a_city_had_sent)
{
    // The count does not begin while it does not see that all have sent.
    struct Patient : CountingRoom {
        std::set<std::string> received(const Attempt& attempt) override
        {
            return waits ? std::set<std::string>{} : CountingRoom::received(attempt);
        }
        bool waits = true;
    };
    auto counter = std::make_unique<Patient>();
    auto* patient = counter.get();
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(), std::move(counter));
    start();
    pass(3);
    EXPECT_EQ(invitation("roma", "r").sent_persons, 33);
    expect("200", marco, "DELETE " + part("r"));
    pass(2);
    patient->waits = false;
    EXPECT_EQ(servers().counter.received({named_uuid("test r"), 1}),
              std::set<std::string>{"milano"});
    EXPECT_FALSE(invitation("roma", "r").sent_persons);
    EXPECT_EQ(round("r").state, is_counting);
}

TEST_P(CityRounds, are_not_called_destroyed_before_they_are)
{
    struct Deaf : CountingRoom {
        void destroy(const Uuid& round) override
        {
            if (deaf)
                throw std::runtime_error("not reached");
            CountingRoom::destroy(round);
        }
        bool deaf = true;
    };
    auto counter = std::make_unique<Deaf>();
    auto* deaf = counter.get();
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(), std::move(counter));
    start();
    pass(4);
    EXPECT_EQ(round("r").state, is_counted);
    EXPECT_FALSE(round("r").destroyed_at);
    EXPECT_FALSE(invitation("roma", "r").destroyed_at);
    EXPECT_EQ(invitation("roma", "r").persons, round("r").persons);
    deaf->deaf = false;
    pass();
    EXPECT_TRUE(round("r").destroyed_at);
    EXPECT_EQ(invitation("roma", "r").destroyed_at, round("r").destroyed_at);
}

// Torino is a city of the network and on no machine that is linked.
TEST_P(CityRounds, hear_each_city_for_itself_and_the_network_alone)
{
    house_.now = parse_instant("2026-11-24T09:00:00Z").value();
    open("r");
    pass();
    const auto said = [&](bool takes_part) {
        return R"({"round":")" + id("r") + R"(","takes_part":)" + (takes_part ? "true" : "false") +
               R"(,"answered_at":"2026-11-24T09:00:00Z"})";
    };
    const auto news = [&](const char* state, bool expected) {
        return R"({"id":")" + id("r") +
               R"(","period_from":"2026-11-01","period_until":"2026-11-23",)"
               R"("answer_by":"2026-12-01","state":")" +
               state + R"(","attempt":1,"opened_at":"2026-11-24T09:00:00Z","expected":)" +
               (expected ? "true" : "false") + "}";
    };
    EXPECT_EQ(take("rete", "atlantide", "headcount.answer", said(true)), "core.not_found");
    EXPECT_EQ(take("roma", "milano", "headcount.round", news("broken_off", false)),
              "network.not_yours");
    expect("200", marco, "POST " + part("r"));
    EXPECT_EQ(take("rete", "torino", "headcount.answer", said(true)), "");
    pass();
    // It would send to servers that stand in this program.
    expect("409 headcount.servers_wanted", direction, "POST " + at("r") + "/count");
    EXPECT_EQ(take("rete", "torino", "headcount.answer", said(false)), "");
    expect("200", carlo, "POST " + part("r"));
    pass();
    expect("200", direction, "POST " + at("r") + "/count");
    EXPECT_EQ(take("rete", "torino", "headcount.answer", said(true)), "");
    house_.store("rete").read([&](store::Transaction& transaction) {
        EXPECT_FALSE(
            find_answer(transaction, Id<Round>(named_uuid("test r")), "torino")->takes_part);
    });
    // And so a city hears that its answer came too late.
    EXPECT_EQ(take("roma", "rete", "headcount.round", news("counting", false)), "");
    EXPECT_EQ(invitation("roma", "r").takes_part, false);
}

TEST(CityAlone, takes_part_only_where_it_was_told_of_servers)
{
    core::set_log_level("error");
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(),
                std::make_unique<CountingRoom>());
    test_house::TestHouse house(test_stores::Engine::sqlite,
                                {network::module(), access::module(), people::module(), module()},
                                {"milano"});
    const auto carlo = test_house::actor("carlo@milano", core::city_coordinator);
    EXPECT_EQ(take_parcel(house, "milano",
                          {make_uuid(house.now), "rete", "milano", "headcount.round",
                           R"({"id":")" + id("r") +
                               R"(","period_from":"2026-11-01","period_until":"2026-11-23",)"
                               R"("answer_by":"2026-12-01","state":"open","attempt":0,)"
                               R"("opened_at":"2026-11-24T09:00:00Z","expected":false})",
                           house.now}),
              "");
    const auto invitation = "/api/headcount/invitations/" + id("r");
    EXPECT_NE(house.ask(carlo, "GET " + invitation).body.find(R"("servers_missing":true)"),
              std::string::npos);
    EXPECT_EQ(test_house::outcome_of(house.ask(carlo, "POST " + invitation + "/part")),
              "409 headcount.servers_missing");
    use_servers(std::make_unique<KeyRoom>(), std::make_unique<KeyRoom>(),
                std::make_unique<CountingRoom>(), true);
    EXPECT_EQ(test_house::outcome_of(house.ask(carlo, "POST " + invitation + "/part")), "200");
}

TEST_P(CityRounds, send_nobody_who_does_not_want_to_be_compared)
{
    house_.now = parse_instant("2026-11-24T09:00:00Z").value();
    expect("201", giulia, "POST /api/headcount/left_out",
           R"({"id":")" + id("left") + R"(","person":")" + id("a") + R"("})");
    open("r");
    pass();
    const auto shown = house_.ask(marco, "GET /api/headcount/invitations/" + id("r") + "/preview");
    const auto document = JsonDocument::parse(shown.body);
    EXPECT_EQ(document.root().member("persons").integer(), 33);
    EXPECT_EQ(document.root().member("not_taking_part").integer(), 1);
    EXPECT_EQ(document.root().member("filled_up_to").integer(), 64);
    expect("200", marco, "POST " + part("r"));
    expect("200", carlo, "POST " + part("r"));
    pass();
    expect("200", direction, "POST " + at("r") + "/count");
    pass(4);
    EXPECT_EQ(round("r").sum_of_cities, 66);
    EXPECT_EQ(round("r").not_taking_part, 1);
    EXPECT_EQ(invitation("roma", "r").sent_persons, 32);
    expect("200", giulia, "DELETE /api/headcount/left_out/" + id("a"));
    const auto after = house_.ask(giulia, "GET /api/headcount/left_out/" + id("a"));
    EXPECT_NE(after.body.find(R"("left_out":false)"), std::string::npos) << after.body;
}

TEST_P(CityRounds, are_broken_off_and_answered_otherwise)
{
    house_.now = parse_instant("2026-11-24T09:00:00Z").value();
    open("r");
    pass();
    expect("200", marco, "POST " + part("r"));
    expect("200", carlo, "POST " + part("r"));
    pass();
    expect("200", marco, "DELETE " + part("r"));
    pass();
    expect("409 headcount.too_few_cities", direction, "POST " + at("r") + "/count");
    expect("200", marco, "POST " + part("r"));
    pass();
    expect("200", direction, "POST " + at("r") + "/count");
    pass();
    const Attempt attempt{named_uuid("test r"), 1};
    EXPECT_TRUE(servers().a.is_open(attempt));
    expect("200", direction, "DELETE " + at("r"));
    pass();
    EXPECT_FALSE(servers().a.is_open(attempt));
    EXPECT_TRUE(round("r").destroyed_at);
    EXPECT_TRUE(invitation("roma", "r").destroyed_at);
    EXPECT_EQ(round("r").state, is_broken_off);
    EXPECT_EQ(invitation("roma", "r").state, is_broken_off);
    EXPECT_TRUE(servers().counter.received(attempt).empty());
    expect("409 headcount.over", marco, "POST " + part("r"));
}

TEST_P(CityRounds, are_of_a_time_that_is_over)
{
    house_.now = parse_instant("2026-11-24T09:00:00Z").value();
    const auto wish = [](const char* from, const char* until, const char* by) {
        return R"({"id":")" + id("x") + R"(","period_from":")" + from + R"(","period_until":")" +
               until + R"(","answer_by":")" + by + R"("})";
    };
    const auto* const line = "POST /api/headcount/rounds";
    expect("422 period_until headcount.ends_before", direction, line,
           wish("2026-11-02", "2026-11-01", "2026-12-01"));
    expect("422 period_until headcount.not_over", direction, line,
           wish("2026-11-02", "2026-11-24", "2026-12-01"));
    expect("422 answer_by headcount.in_the_past", direction, line,
           wish("2026-11-02", "2026-11-23", "2026-11-23"));
    expect("404 core.not_found", marco, "POST " + part("nothing"));
}

TEST(KeyRooms, let_no_city_try_out_a_list)
{
    KeyRoom room;
    const Attempt attempt{named_uuid("a round"), 1};
    const auto code = [&](const std::vector<once::Element>& elements) -> std::string {
        try {
            room.evaluate(attempt, "roma", elements);
        } catch (const Problem& problem) {
            return problem.code;
        }
        return "";
    };
    const std::vector<once::Element> one{once::hash_to_group("x")};
    EXPECT_EQ(code(one), "headcount.no_key");
    room.open(attempt);
    EXPECT_EQ(code(one), "");
    EXPECT_EQ(room.evaluated(attempt, "roma"), 1);
    EXPECT_EQ(code(std::vector<once::Element>(evaluated_max, one.front())), "headcount.too_many");
    EXPECT_EQ(room.evaluated(attempt, "roma"), 1);
    room.destroy(attempt.round);
    EXPECT_EQ(code(one), "headcount.no_key");
}

TEST(CountingRooms, take_nothing_before_a_round_and_after_it)
{
    CountingRoom room;
    const Attempt attempt{named_uuid("a round"), 1};
    const auto texts = once::texts_to_blind({});
    const auto parcel = once::write_parcel(once::pack({}, once::plain_encodings(texts)));
    EXPECT_THROW(room.receive(attempt, "roma", parcel), Problem);
    room.open(attempt);
    room.receive(attempt, "roma", parcel);
    EXPECT_EQ(room.received(attempt), std::set<std::string>{"roma"});
    room.give_back(attempt.round, "roma");
    EXPECT_TRUE(room.received(attempt).empty());
    room.destroy(attempt.round);
    EXPECT_THROW(room.receive(attempt, "roma", parcel), Problem);
    EXPECT_TRUE(room.received(attempt).empty());
}

INSTANTIATE_TEST_SUITE_P(Both, CityRounds, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace headcount
